/**
 * A line of a claim that begins with a minus: it continues the line before, or is an item of its
 * own.
 */
import { ClaimError } from './ast.ts';
import { relationSigns, type Token } from './token.ts';

const relations: ReadonlySet<string> = new Set(relationSigns);
const connectives: ReadonlySet<string> = new Set(['=>', '<=>', '.']);
const connectiveWords: ReadonlySet<string> = new Set(['and', 'or', 'not']);
const relationWords: ReadonlySet<string> = new Set(['is', 'in']);

const startsAnew = (t: Token): boolean =>
  t.kind === 'separator' ||
  t.kind === 'turnstile' ||
  (t.kind === 'sign' && connectives.has(t.text)) ||
  (t.kind === 'name' && connectiveWords.has(t.text));

const relates = (t: Token): boolean =>
  (t.kind === 'sign' && (relations.has(t.text) || t.text === ':')) ||
  (t.kind === 'name' && relationWords.has(t.text));

const step = (t: Token): number =>
  t.kind !== 'sign'
    ? 0
    : t.text === '(' || t.text === '['
      ? 1
      : t.text === ')' || t.text === ']'
        ? -1
        : 0;

/** Is what stands before a formula already, or a declaration, with nothing left open? */
const isWhole = (before: readonly Token[]): boolean => {
  let depth = 0;
  let bars = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const t = before[i] as Token;
    depth -= step(t);
    if (depth > 0) continue;
    if (startsAnew(t)) return false;
    if (t.kind === 'sign' && t.text === '|') bars++;
    if (relates(t)) return bars % 2 === 0;
  }
  return false;
};

/** Does a relation stand between this place and the end of the line's item? */
const hasRelation = (tokens: readonly Token[], from: number): boolean => {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    depth += step(t);
    if (depth > 0) continue;
    if (i > from && t.opens && !relates(t)) return false;
    if (t.kind === 'turnstile' || t.kind === 'end' || (t.kind === 'sign' && t.text === ';'))
      return false;
    if (relates(t)) return true;
  }
  return false;
};

const refusal = (
  source: string,
  before: readonly Token[],
  minus: Token,
  concludes: boolean,
): ClaimError => {
  const end = before.at(-1)?.end ?? minus.start;
  const joinedBy = (how: string): string => source.slice(0, end) + how + source.slice(minus.start);
  return new ClaimError(
    'this line can continue the line before, or be a statement of its own',
    minus,
    `write one of the two: ‘${joinedBy(' ')}’ or ‘${joinedBy(concludes ? ' and ' : '; ')}’`,
  );
};

/**
 * Whether the minus at `at`, which begins a line, begins an item: where the line before is whole
 * and this line is a formula too. With a space behind the minus, or in the conclusion, both
 * readings are likely: then the claim is refused, and both are shown.
 */
export const beginsItem = (
  source: string,
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
): boolean => {
  const minus = tokens[at] as Token;
  if (!isWhole(before) || !hasRelation(tokens, at)) return false;
  const concludes = before.some((t) => t.kind === 'turnstile');
  if (concludes || tokens[at + 1]?.spaced === true) throw refusal(source, before, minus, concludes);
  return true;
};
