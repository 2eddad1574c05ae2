/**
 * Commas between declarations and between formulas, as in `A ∈ R^{m×n}, x ∈ R^n` and
 * `P^2 = P, P' = P`, where the language writes `;` or `and`.
 */
import { relationSigns, type Token } from '../token.ts';
import { namesBefore } from './declared-names.ts';
import { closes, isForeign, isName, isSign, name, opens, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** Signs after which a comma may belong to the formula around it. */
const connectives = new Set(['=>', '<=>', '->', '<->']);
const joining = new Set(['and', 'where', 'with', 'let', 'Let']);

/** What an item of the text holds up to a place. */
interface Seen {
  /** A type, a law or a relation: a comma behind it ends what it says. */
  says: boolean;
  /** The type of a function holds an arrow that joins no formulas. */
  typed: boolean;
  /** A quantifier or a connective, whose reach a comma would leave open. */
  open: boolean;
}

const fresh = (): Seen => ({ says: false, typed: false, open: false });

const note = (seen: Seen, tokens: readonly Piece[], at: number): void => {
  const token = tokens[at] as Piece;
  if (isName(token, 'forall') || isName(token, 'exists') || isName(token, 'or')) seen.open = true;
  else if (token.kind === 'sign' && connectives.has(token.text))
    seen.open ||= !(seen.typed && isSign(token, '->'));
  else if (isSign(token, ':')) {
    seen.typed = namesBefore(tokens, at).length > 0;
    seen.says ||= seen.typed;
  } else if (isName(token, 'is') || isName(token, 'in') || isSign(token, '~')) seen.says = true;
  else if (token.kind === 'sign' && relationSigns.has(token.text)) {
    seen.says = true;
    seen.typed = false;
  } else if (isForeign(token, '≻') || isForeign(token, '\\succ')) seen.says = true;
};

/** `for i in 1..m, j in 1..n` goes on behind its comma. */
const isRange = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'name' && isName(tokens[at + 1], 'in') && tokens[at + 2]?.text === '1';

/** `<x, y>` and `⟨x, y⟩`: how the depth of angles changes with a token. */
const angle = (tokens: readonly Piece[], at: number): number => {
  const token = tokens[at];
  if (isForeign(token, '⟨')) return 1;
  return isForeign(token, '⟩') ? -1 : 0;
};

/** The comma of `<x, y>` stands between two signs that would be relations elsewhere. */
const inAngles = (tokens: readonly Piece[], at: number): boolean => {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (isSign(token, '<')) {
      const before = tokens[i - 1];
      const operand = before?.kind === 'name' || before?.kind === 'number' || closes(before);
      return !operand || isName(before, 'in') || isName(before, 'and');
    }
    if (token?.kind === 'sign' && (relationSigns.has(token.text) || token.text === ';'))
      return false;
    if (token?.kind === 'turnstile' || isSign(token, ':')) return false;
  }
  return false;
};

/** `a, b > 0` says it of each: the names, where a relation follows them at the start of an item. */
const shared = (tokens: readonly Piece[]): readonly Piece[] => {
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const last = out.at(-1);
    const starts =
      last === undefined || token.opens || isSign(last, ';') || last.kind === 'turnstile';
    let end = at;
    while (tokens[end]?.kind === 'name' && isSign(tokens[end + 1], ',')) end += 2;
    const relation = tokens[end + 1];
    const listed =
      starts &&
      end > at &&
      tokens[end]?.kind === 'name' &&
      relation?.kind === 'sign' &&
      relationSigns.has(relation.text);
    if (!listed) {
      out.push(token);
      continue;
    }
    let stop = end + 2;
    for (let depth = 0; stop < tokens.length; stop++) {
      const t = tokens[stop] as Piece;
      if (opens(t)) depth++;
      else if (closes(t)) depth--;
      const over =
        isSign(t, ';') ||
        isSign(t, ',') ||
        t.kind === 'turnstile' ||
        t.kind === 'end' ||
        (t.kind === 'sign' && connectives.has(t.text)) ||
        /^(implies|iff|and|or)$/.test(t.text);
      if (depth <= 0 && (over || t.opens)) break;
    }
    const said = tokens.slice(end + 1, stop);
    for (let i = at; i <= end; i += 2) {
      if (i > at) out.push({ ...name(token, 'and'), spaced: true, opens: false });
      out.push(tokens[i] as Piece, ...said);
    }
    at = stop - 1;
  }
  return out;
};

export const readItemCommas = (given: readonly Piece[]): readonly Piece[] => {
  const tokens = shared(given);
  const out: Piece[] = [];
  let [depth, angles, concluding] = [0, 0, false];
  let seen = fresh();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    if (opens(token)) depth++;
    else if (closes(token)) depth = Math.max(0, depth - 1);
    angles = Math.max(0, angles + angle(tokens, at));
    const outside = depth === 0 && angles === 0;
    if (outside && (isSign(token, ';') || token.opens || token.kind === 'turnstile'))
      seen = fresh();
    if (token.kind === 'turnstile') concluding = true;
    const splits =
      outside &&
      isSign(token, ',') &&
      seen.says &&
      !seen.open &&
      !isRange(tokens, at + 1) &&
      !inAngles(tokens, at);
    if (!splits) {
      if (outside) note(seen, tokens, at);
      out.push(token);
      continue;
    }
    const next = tokens[at + 1];
    if (next?.kind === 'name' && joining.has(next.text) && tokens[at + 2]?.kind !== 'sign') at++;
    if (tokens[at + 1]?.kind === 'turnstile' || isSign(tokens[at + 1], ';')) continue;
    out.push(concluding ? { ...name(token, 'and'), spaced: true } : sign(token, ';'));
    seen = fresh();
  }
  return out;
};
