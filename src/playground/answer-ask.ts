/**
 * Answers what the page asks: the same engine with the same bounds as on the command line. Never
 * throws.
 */
import { isQuestion } from '../answers/is-question.ts';
import { answer } from '../answers/answer.ts';
import { ClaimError, parseClaim, type Claim } from '../language/index.ts';
import { needs } from '../necessity/index.ts';
import { countText } from '../report/numbers-text.ts';
import type { Markup } from '../report/html/markup.ts';
import { Disagreement } from '../verdict/disagreement.ts';
import { examine } from '../verdict/examine.ts';
import { explained, explainedAtPoint } from '../verdict/explained.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { whyOpen } from '../verdict/why.ts';
import type { Begun } from '../verdict/options.ts';
import { longest, longestNote } from './bounds.ts';
import { checkNote } from './note.ts';
import { copiesOf } from './copies.ts';
import type { Ask, Reply } from './messages.ts';
import { answerCard, needsCard, whyCard } from './more-cards.ts';
import { spokenSummary, verdictCard } from './verdict-card.ts';

type Asked<K extends Ask['kind']> = Extract<Ask, { kind: K }>;

/** The build puts the version of the package in its place. */
declare const ELENCHUS_VERSION: string | undefined;
const version = typeof ELENCHUS_VERSION === 'string' ? ELENCHUS_VERSION : '';

/** As on the command line. */
const seed = 1;

const claimOf = (text: string): Claim | null => {
  try {
    return parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

/** Where the search of the last claim stopped. */
let stopped: { readonly text: string; readonly begun: Begun } | null = null;

/** The last claim that was refuted: what is known beyond the point is looked for afterwards. */
let refuted: {
  readonly id: number;
  readonly verdict: Verdict;
  readonly answered: Markup | null;
} | null = null;

const markupOf = (
  answered: Markup | null,
  verdict: Verdict,
  explanation: ReturnType<typeof explained>,
): string => `${answered?.html ?? ''}${verdictCard(verdict, explanation).html}`;

/** The card of the claim with this number with all its reasons; null where there is no more to say. */
export function explainedLater(id: number): Reply | null {
  if (refuted?.id !== id) return null;
  const { verdict, answered } = refuted;
  return { kind: 'explained', id, markup: markupOf(answered, verdict, explained(verdict)) };
}

async function check(
  { id, text, time, longer = false }: Asked<'check'>,
  signal: AbortSignal,
  report: (reply: Reply) => void,
): Promise<Reply> {
  const begun = longer && stopped?.text === text ? stopped.begun : null;
  stopped = null;
  const options = { time, seed, signal };
  const found = isQuestion(text) ? await answer(text, options) : null;
  const verdict =
    found?.verdict ??
    (await examine(text, {
      ...options,
      ...(begun === null ? {} : { begun }),
      onEnd: (at) => void (stopped = { text, begun: at }),
      onProgress: ({ phase, trials }) =>
        report({ kind: 'progress', id, text: `${phase}: ${countText(trials.run)} trials` }),
    }));
  const answered = found && answerCard(found);
  refuted = verdict.counterexample === null ? null : { id, verdict, answered };
  const claim = verdict.verdict === 'ill-typed' ? null : claimOf(verdict.claim);
  return {
    kind: 'checked',
    id,
    verdict: verdict.verdict,
    claim: verdict.claim,
    summary:
      found?.answer == null
        ? spokenSummary(verdict)
        : `Answer: ${found.answer}. ${spokenSummary(verdict)}`,
    markup: markupOf(answered, verdict, explainedAtPoint(verdict)),
    copies: copiesOf(text, claim, verdict, version),
  };
}

async function needed(
  { id, text }: Ask & { text: string },
  signal: AbortSignal,
  report: (reply: Reply) => void,
): Promise<Reply> {
  const found = await needs(parseClaim(text), {
    seed,
    signal,
    onProgress: ({ hypothesis, done, of }) =>
      report({ kind: 'progress', id, text: `${done + 1} of ${of}: without ${hypothesis}` }),
  });
  return { kind: 'more', id, ...needsCard(found) };
}

function hint({ id, text }: Ask & { text: string }): Reply {
  try {
    if (!isQuestion(text)) parseClaim(text);
    return { kind: 'hint', id, message: null, place: null };
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    const { start, end } = error.span;
    return { kind: 'hint', id, message: error.message, place: { start, end } };
  }
}

const failure = (error: unknown): string => {
  if (error instanceof ClaimError) return error.message;
  if (error instanceof Disagreement)
    return (
      'Two judges contradict each other. This is a defect of elenchus; please report it with ' +
      `the claim. ${error.message}`
    );
  if (error instanceof RangeError && /stack/i.test(error.message))
    return 'The claim is nested too deeply. Name parts of it, and use the names.';
  return (
    'This is a defect of elenchus; please report it with the claim. ' +
    `${error instanceof Error ? error.message : String(error)}`
  );
};

export async function answerAsk(
  ask: Exclude<Ask, { kind: 'stop' }>,
  signal: AbortSignal,
  report: (reply: Reply) => void,
): Promise<Reply> {
  const { id, text } = ask;
  try {
    const most = ask.kind === 'note' ? longestNote : longest;
    if (text.length > most)
      return {
        kind: 'failed',
        id,
        message:
          `The ${ask.kind === 'note' ? 'file' : 'claim'} has more than ${countText(most)} ` +
          'characters. Shorten it.',
      };
    switch (ask.kind) {
      case 'check':
        return await check(ask, signal, report);
      case 'note':
        return await checkNote(ask, seed, signal, report);
      case 'needs':
        return await needed(ask, signal, report);
      case 'why':
        return { kind: 'more', id, ...whyCard(whyOpen(parseClaim(text), { seed }), text) };
      case 'hint':
        return hint(ask);
    }
  } catch (error) {
    return { kind: 'failed', id, message: failure(error) };
  }
}
