/** A question: a claim whose conclusion is `expression = ?`. */
import { ClaimError, type Claim, type Expr } from '../language/ast.ts';
import { questionMark } from './is-question.ts';
import { parseClaim } from '../language/index.ts';

/** The expression that is asked for, in a claim that states only that it equals itself. */
export interface Question {
  readonly claim: Claim;
  readonly asked: Expr;
  /**
   * It was typed with the derivative of a function, as sin'(x), and reading it was answering it.
   */
  readonly isRead: boolean;
}

const typedSlope = /\b(?:exp|log|sqrt|abs|sin|cos)'+\s*\(/;

/** Reads a question. Throws `ClaimError` with places in the text as typed. */
export function readQuestion(text: string): Question {
  const source = text.trimEnd();
  const turnstile = [...source.matchAll(/\|-|⊢|\\vdash/g)].at(-1);
  const from = turnstile ? turnstile.index + turnstile[0].length : 0;
  const asked = source.slice(from).replace(questionMark, '');
  if (/[^<>=!~]=[^>=]/.test(asked))
    throw new ClaimError(
      'a question asks for one expression: write … |- expression = ?',
      { start: from, end: source.length },
      null,
    );
  const head = source.slice(0, from);
  const claim = parseClaim(`${head}${asked} = ${asked.trim()}`);
  const { conclusion } = claim;
  if (conclusion.kind !== 'relation' || conclusion.relation !== '=')
    throw new ClaimError(
      'a question asks for one expression: write … |- expression = ?',
      { start: from, end: source.length },
      null,
    );
  return { claim, asked: conclusion.left, isRead: typedSlope.test(asked) };
}
