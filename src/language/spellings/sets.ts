/**
 * Members of sets: `A ∈ S^n_{++}` is a pd matrix, `Q ∈ O(n)` an orthogonal one, `t ∈ [0, 1)` a
 * number between bounds.
 */
import type { Token } from '../token.ts';
import { declaringColons, namesBefore } from './declared-names.ts';
import { bracketEnd } from './operands.ts';
import { closes, isForeign, isName, isSign, name, opens, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** Sets of square matrices with the size in brackets. */
const groups: ReadonlyMap<string, string> = new Map([
  ['O', 'orthogonal'],
  ['GL', 'invertible'],
  ['Sym', 'symmetric'],
]);

interface Read {
  readonly tokens: readonly Piece[];
  readonly next: number;
}

const word = (at: Token, text: string): Piece => ({ ...piece(at, 'name', text), spaced: true });

/** `: n×n attribute`. */
const square = (at: Piece, size: readonly Piece[], attribute: string): readonly Piece[] => [
  sign(at, ':'),
  ...size.map((t, i) => (i === 0 ? { ...t, spaced: true } : t)),
  piece(at, 'sign', '×'),
  ...size,
  word(at, attribute),
];

/** The plus signs under S: one of psd, two of pd matrices. */
const pluses = (tokens: readonly Piece[], from: number): Read => {
  const token = tokens[from];
  const script = token?.kind === 'name' && /^_\+*$/.test(token.text);
  if (!script) return { tokens: [], next: from };
  let at = from + 1;
  const grouped = isSign(tokens[at], '(') && isSign(tokens[at + 1], '+');
  if (grouped) at++;
  const first = at;
  while (isSign(tokens[at], '+')) at++;
  return { tokens: tokens.slice(first, at), next: grouped ? at + 1 : at };
};

/** `S^n`, `S_+^n`, `S^n_{++}` behind `in`. */
const symmetric = (tokens: readonly Piece[], at: number): Read | null => {
  const before = pluses(tokens, at + 2);
  if (!isName(tokens[at + 1], 'S') || !isSign(tokens[before.next], '^')) return null;
  const from = before.next + 1;
  const brackets = isSign(tokens[from], '(');
  const end = brackets ? bracketEnd(tokens, from) : from + 1;
  const size = brackets ? tokens.slice(from + 1, end - 1) : tokens.slice(from, end);
  if (size.some((t) => t.kind !== 'name' && t.kind !== 'number')) return null;
  const after = pluses(tokens, end);
  const count = before.tokens.length + after.tokens.length;
  const attribute = ['symmetric', 'psd', 'pd'][Math.min(count, 2)] as string;
  return { tokens: square(tokens[at] as Piece, size, attribute), next: after.next };
};

/** `O(n)`, `GL(n)`, `GL(n, R)`. */
const group = (tokens: readonly Piece[], at: number): Read | null => {
  const attribute = groups.get(tokens[at + 1]?.text ?? '');
  if (attribute === undefined || !isSign(tokens[at + 2], '(')) return null;
  const end = bracketEnd(tokens, at + 2);
  const inner = tokens.slice(at + 3, end - 1);
  const comma = inner.findIndex((t) => isSign(t, ','));
  const size = comma < 0 ? inner : inner.slice(0, comma);
  if (size.length !== 1) return null;
  return { tokens: square(tokens[at] as Piece, size, attribute), next: end };
};

const isInfinite = (tokens: readonly Token[]): boolean =>
  tokens.some((t) => isForeign(t, '\\infty') || isForeign(t, '∞'));

/** `[a, b]`, `(a, b]`: the relations that it says of a name; null for anything else. */
const interval = (
  tokens: readonly Piece[],
  at: number,
  of: readonly Piece[],
): (Read & { readonly says: readonly Piece[] }) | null => {
  const open = tokens[at + 1];
  if (!opens(open)) return null;
  let [depth, comma, end] = [0, -1, at + 1];
  for (; end < tokens.length; end++) {
    const token = tokens[end];
    if (opens(token)) depth++;
    else if (closes(token) && --depth === 0) break;
    if (depth === 1 && isSign(token, ',')) comma = comma < 0 ? end : -2;
    if (isSign(token, ';') || token?.kind === 'turnstile') return null;
  }
  const close = tokens[end];
  if (comma < 0 || !close) return null;
  const [low, high] = [tokens.slice(at + 2, comma), tokens.slice(comma + 1, end)];
  if (low.length === 0 || high.length === 0) return null;
  const parts = of.flatMap((one): readonly (readonly Piece[])[] => {
    const it = { ...name(one, one.text), spaced: true, opens: false };
    const below = sign(one, isSign(open, '[') ? '<=' : '<');
    const above = sign(one, isSign(close, ']') ? '<=' : '<');
    return [
      ...(isInfinite(low) ? [] : [[...low, below, it]]),
      ...(isInfinite(high) ? [] : [[it, above, ...high]]),
    ];
  });
  const says = parts.flatMap((part, i) => (i === 0 ? part : [word(open as Token, 'and'), ...part]));
  return { tokens: [], says, next: end + 1 };
};

/** `C^n`, `C^{m×n}` and `C`: the type with the word complex. */
const complexSpace = (tokens: readonly Piece[], at: number): Read | null => {
  const set = tokens[at + 1];
  const token = tokens[at] as Piece;
  if (!isName(set, 'C') || isSign(tokens[at + 2], '(')) return null;
  const says = (size: readonly Piece[], next: number): Read => ({
    tokens: [
      sign(token, ':'),
      ...size.map((t, i) => (i === 0 ? { ...t, spaced: true } : t)),
      word(token, 'complex'),
    ],
    next,
  });
  if (!isSign(tokens[at + 2], '^')) return says([word(token, 'scalar')], at + 2);
  const brackets = isSign(tokens[at + 3], '(');
  const end = brackets ? bracketEnd(tokens, at + 3) : at + 4;
  return says(brackets ? tokens.slice(at + 4, end - 1) : tokens.slice(at + 3, end), end);
};

/** The names before `in`, where an item begins with them; none elsewhere. */
const membersOf = (tokens: readonly Piece[], at: number): readonly Piece[] => {
  const places = namesBefore(tokens, at);
  const [first = at] = places;
  const before = tokens[first - 1];
  const starts =
    before === undefined ||
    tokens[first]?.opens === true ||
    isSign(before, ';') ||
    isName(before, 'forall') ||
    isName(before, 'exists') ||
    before.kind === 'turnstile';
  return starts ? places.map((one) => tokens[one] as Piece) : [];
};

const declared = (tokens: readonly Piece[]): ReadonlySet<string> =>
  new Set(
    declaringColons(tokens).flatMap((colon) =>
      namesBefore(tokens, colon).map((one) => (tokens[one] as Piece).text),
    ),
  );

export const readSets = (tokens: readonly Piece[]): readonly Piece[] => {
  if (!tokens.some((t) => isName(t, 'in'))) return tokens;
  const own = declared(tokens);
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Piece;
    const members = isName(token, 'in') ? membersOf(tokens, at) : [];
    if (members.length === 0 || own.has(tokens[at + 1]?.text ?? '')) {
      out.push(token);
      at++;
      continue;
    }
    const found = symmetric(tokens, at) ?? group(tokens, at) ?? complexSpace(tokens, at);
    const between = found ? null : interval(tokens, at, members);
    if (found) out.push(...found.tokens);
    else if (between) {
      // the names were put out already: they are declared, or what is said takes their place
      const isNew = members.every((one) => !own.has(one.text));
      if (isNew) out.push(sign(token, ':'), word(token, 'scalar'), sign(token, ';'));
      else out.splice(out.length - (2 * members.length - 1));
      out.push(...between.says);
    } else out.push(token);
    at = (found ?? between)?.next ?? at + 1;
  }
  return out;
};
