/** Answers a question by the shortest form that the kernel proves equal to what was asked. */
import { ClaimError } from '../language/ast.ts';
import { claimText, exprLatex, exprText, parseClaim } from '../language/index.ts';
import { examine, type ExamineOptions } from '../verdict/examine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Expr } from '../language/ast.ts';
import { candidates } from './candidates.ts';
import { placeOf } from '../verdict/place.ts';
import { readQuestion } from './question.ts';

/** What was asked, and the answer with the verdict on the claim that states it. */
export interface Answer {
  readonly asked: string;
  /** Text of the other side; null where none was found. */
  readonly answer: string | null;
  readonly latex: string | null;
  readonly expression: Expr | null;
  /**
   * `proved` for an answer; `survived` where the best candidate was not proved; `gave-up` where
   * there is none.
   */
  readonly verdict: Verdict;
}

/** Seconds for each candidate; the first that is proved ends the search. */
const timeForOne = 0.6;
const timeForGuess = 0.3;
/** The shortest derived forms, which get the whole time where nothing was proved at once. */
const mostAgain = 3;

/** Never throws for a question that is ill-typed or has no answer: the verdict says so. */
export async function answer(text: string, options: ExamineOptions): Promise<Answer> {
  let question;
  try {
    question = readQuestion(text);
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    const verdict = await examine(text.replace(/=\s*\\?\?\s*$/, '= 0'), options);
    const suggestion = error.suggestion === null ? null : asQuestions(error.suggestion);
    const { start, end } = error.span;
    const span = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
    const place = placeOf(text, span);
    const refused = { verdict: 'ill-typed', claim: text, message: error.message, place } as const;
    return unanswered(text, { ...verdict, ...refused, suggestion });
  }
  const { claim, asked, isRead } = question;
  const whole = claimText(claim);
  const head = whole.slice(0, whole.lastIndexOf('|-'));
  let survivor: Answer | null = null;
  const derived: string[] = [];
  const own = isRead ? [{ text: exprText(asked), guessed: false }] : [];
  for (const { text: other, guessed } of [...own, ...candidates(claim, asked)]) {
    const stated = statement(head, exprText(asked), other);
    // a form that prints as the question does not answer it
    if (stated === null || (!isRead && isAsked(stated, exprText(asked)))) continue;
    if (!guessed) derived.push(stated);
    const verdict = await examine(stated, {
      ...options,
      time: Math.min(options.time, guessed ? timeForGuess : timeForOne),
      patience: timeForOne * 1000,
    });
    const found = answered(exprText(asked), verdict);
    if (verdict.verdict === 'proved') return found;
    if (verdict.verdict === 'survived' && !guessed) survivor ??= found;
  }
  for (const text of derived.slice(0, mostAgain)) {
    const verdict = await examine(text, options);
    if (verdict.verdict === 'proved') return answered(exprText(asked), verdict);
  }
  if (survivor !== null) return survivor;
  const verdict = await examine(whole, { ...options, time: Math.min(options.time, timeForOne) });
  return unanswered(exprText(asked), {
    ...verdict,
    verdict: 'gave-up',
    proof: null,
    message: 'no simpler form was found and proved; state one yourself and it will be checked',
  });
}

/** A hint about `e = e`, which is what a question is read as: its claims ask for e. */
const asQuestions = (suggestion: string): string =>
  suggestion.replaceAll(/"([^"]*\|-[^"]*)"/g, (quoted, text: string) => {
    const { conclusion } = parseClaim(text);
    if (conclusion.kind !== 'relation') return quoted;
    const asked = exprText(conclusion.left);
    return exprText(conclusion.right) === asked
      ? `"${text.slice(0, text.lastIndexOf('|-'))}|- ${asked} = ?"`
      : quoted;
  });

/** The claim that states the answer; null where the candidate does not fit. */
function statement(head: string, asked: string, candidate: string): string | null {
  const text = `${head}|- ${asked} = ${candidate}`;
  try {
    return claimText(parseClaim(text));
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}

const isAsked = (stated: string, asked: string): boolean => {
  const { conclusion } = parseClaim(stated);
  return (
    conclusion.kind === 'relation' &&
    conclusion.right.kind !== 'kernel' &&
    bare(exprText(conclusion.right)) === bare(asked)
  );
};

/** A text without its spaces and brackets. */
const bare = (text: string): string => text.replaceAll(/[\s()]/g, '');

function answered(asked: string, verdict: Verdict): Answer {
  const { conclusion } = parseClaim(verdict.claim);
  const right = conclusion.kind === 'relation' ? conclusion.right : null;
  return {
    asked,
    answer: right && exprText(right),
    latex: right && exprLatex(right),
    expression: right,
    verdict,
  };
}

const unanswered = (asked: string, verdict: Verdict): Answer => ({
  asked,
  answer: null,
  latex: null,
  expression: null,
  verdict,
});
