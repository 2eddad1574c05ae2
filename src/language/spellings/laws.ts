/**
 * Laws as statistics writes them: `x ~ N(0, I_n)` without a type, `x: n; x ~ N(0, I)`,
 * `W_ij ~ N(0, 1/n)`, `W: m×n with iid N(0, 1) entries`.
 */
import { declaringColons, declaredNames, namesBefore } from './declared-names.ts';
import type { DeclaredNames } from './declared-names.ts';
import { bracketEnd } from './operands.ts';
import { closes, isName, isSign, name, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';
import { TypeReader } from './types.ts';

const isLaw = (token: Piece | undefined): boolean =>
  token?.kind === 'name' && /^(N|Normal|normal|Gaussian|gaussian)$/.test(token.text);

const idle = new Set([
  'with',
  'iid',
  'i',
  'd',
  'entries',
  'independent',
  'distributed',
  '.',
  'and',
]);

/** `with iid N(0, 1) entries` behind a type is `~ N(0, 1)`. */
const entries = (given: readonly Piece[]): readonly Piece[] => {
  // behind a law it says again that entries are independent
  const tokens = given.filter((t, i) => !(isName(t, 'iid') && closes(given[i - 1])));
  const at = tokens.findIndex((t) => isName(t, 'with') || isName(t, 'iid'));
  if (at < 0) return tokens;
  let law = at;
  while (idle.has(tokens[law]?.text ?? '') || isSign(tokens[law], '~')) law++;
  if (!isLaw(tokens[law]) || !isSign(tokens[law + 1], '(')) return tokens;
  const end = bracketEnd(tokens, law + 1);
  let next = end;
  while (isName(tokens[next], 'entries')) next++;
  return [
    ...tokens.slice(0, at),
    ...(isSign(tokens[at - 1], '~') ? [] : [sign(tokens[law] as Piece, '~')]),
    ...tokens.slice(law, end),
    ...entries(tokens.slice(next)),
  ];
};

/** Where the items of a text begin and end. */
const itemsOf = (tokens: readonly Piece[]): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  tokens.forEach((token, i) => {
    const ends = isSign(token, ';') || token.kind === 'turnstile' || token.kind === 'end';
    if (!ends && !(token.opens && i > start)) return;
    found.push([start, i]);
    start = ends ? i + 1 : i;
  });
  return found;
};

interface Parameters {
  readonly mean: readonly Piece[];
  readonly variance: readonly Piece[];
}

const parametersOf = (tokens: readonly Piece[], law: number, end: number): Parameters | null => {
  if (!isLaw(tokens[law]) || !isSign(tokens[law + 1], '(')) return null;
  if (bracketEnd(tokens, law + 1) !== end) return null;
  const inner = tokens.slice(law + 2, end - 1);
  const comma = inner.findIndex((t) => isSign(t, ','));
  return comma < 0 ? null : { mean: inner.slice(0, comma), variance: inner.slice(comma + 1) };
};

/** The size in `I_n`. */
const sizeOfIdentity = (tokens: readonly Piece[]): string | null => {
  for (const t of tokens) {
    if (t.kind !== 'name') continue;
    if (t.text === 'I' && t.under?.length === 1) return t.under[0] as string;
    const [, size] = /^I_(\w+)$/.exec(t.text) ?? [];
    if (size !== undefined) return size;
  }
  return null;
};

/** A type for what has the law, and declarations of parameters that have none; null where unclear. */
interface Typed {
  readonly type: string;
  readonly more: readonly string[];
}

const typeOf = ({ mean, variance }: Parameters, names: DeclaredNames): Typed | null => {
  const identity = variance.find((t) => t.kind === 'name' && /^I(_\w+)?$/.test(t.text));
  const all = [...mean, ...variance].filter((t) => t.kind === 'name' && t !== identity);
  const free = all.filter((t) => !names.kinds.has(t.text) && !names.dims.has(t.text));
  const isOf = (kind: string): boolean => all.some((t) => names.kinds.get(t.text) === kind);
  const size =
    sizeOfIdentity(variance) ??
    (names.dims.size > 1 ? null : ([...names.dims][0] ?? (names.kinds.has('n') ? null : 'n')));
  const [covariance] = variance;
  const matrix =
    variance.length === 1 && covariance?.kind === 'name' && /^[A-Z]/.test(covariance.text);
  if (identity || matrix || isOf('vector') || isOf('matrix')) {
    if (size === null) return null;
    const more = free.map((t) =>
      t === covariance && matrix
        ? `${t.text}: ${size}×${size} psd`
        : `${t.text}: ${mean.includes(t) ? size : 'scalar'}`,
    );
    return { type: size, more };
  }
  return { type: 'scalar', more: free.map((t) => `${t.text}: scalar`) };
};

/** The tokens of a short text of names and signs, at a place. */
const made = (at: Piece, text: string): readonly Piece[] =>
  (text.match(/\w+|[^\w\s]/g) ?? []).map((one) => ({
    ...piece(at, /^\d/.test(one) ? 'number' : /^\w/.test(one) ? 'name' : 'sign', one),
    spaced: true,
  }));

/** The name in `W_ij`, `x_i` and `x`. */
const baseOf = (token: Piece): string =>
  token.under ? token.text : (token.text.split('_')[0] ?? '');

/** Appends the law to the declaration of the name; null where there is no declaration. */
const merged = (
  tokens: readonly Piece[],
  item: readonly [number, number],
  base: string,
): readonly Piece[] | null => {
  const [start, end] = item;
  const colon = declaringColons(tokens).find((one) =>
    namesBefore(tokens, one).some((at) => (tokens[at] as Piece).text === base),
  );
  if (colon === undefined || namesBefore(tokens, colon).length !== 1) return null;
  const place = itemsOf(tokens).find(([from, to]) => from <= colon && colon < to);
  if (!place || tokens.slice(...place).some((t) => isSign(t, '~') || isName(t, 'for'))) return null;
  const law = tokens.slice(start + 1, end);
  const from = isSign(tokens[end], ';') ? end + 1 : end;
  const without = (list: readonly Piece[], shift: number): readonly Piece[] => {
    const [a, b] = [start - shift, from - shift];
    const head = list.slice(0, a);
    const last = isSign(tokens[end], ';') || !isSign(head.at(-1), ';') ? head : head.slice(0, -1);
    return [...last, ...list.slice(b)];
  };
  return place[1] <= start
    ? [...tokens.slice(0, place[1]), ...law, ...without(tokens.slice(place[1]), place[1])]
    : [...without(tokens.slice(0, place[1]), 0), ...law, ...tokens.slice(place[1])];
};

export const readLaws = (typed: readonly Piece[]): readonly Piece[] => {
  let tokens = entries(typed);
  for (let round = 0; round < 8; round++) {
    const item = itemsOf(tokens).find(
      ([from, to]) =>
        tokens[from]?.kind === 'name' && isSign(tokens[from + 1], '~') && to > from + 2,
    );
    if (!item) return tokens;
    const next = read(tokens, item);
    if (next === null) return tokens;
    tokens = next;
  }
  return tokens;
};

const read = (
  tokens: readonly Piece[],
  item: readonly [number, number],
): readonly Piece[] | null => {
  const [from, to] = item;
  const first = tokens[from] as Piece;
  const joined = merged(tokens, item, baseOf(first));
  if (joined) return joined;
  const parameters = parametersOf(tokens, from + 2, to);
  const known = parameters && typeOf(parameters, declaredNames(new TypeReader(tokens).read()));
  if (!known) return null;
  // W_ij is an entry of a matrix, x_i of a vector
  const entries = first.under?.join('') ?? first.text.split('_')[1] ?? '';
  const sizes = ['', 'n', 'm×n'][/^[a-z]{1,2}$/.test(entries) ? entries.length : 0] ?? '';
  const found =
    sizes === '' ? known : { type: sizes, more: known.more.filter((one) => !/^[mn]: /.test(one)) };
  const more = found.more.flatMap((one) => [...made(first, one), piece(first, 'sign', ';')]);
  const head = { ...name(first, sizes === '' ? first.text : baseOf(first)), opens: false };
  return [
    ...tokens.slice(0, from),
    ...[...more, head, ...made(first, `: ${found.type}`)].map((t, i) =>
      i === 0 ? { ...t, opens: first.opens } : t,
    ),
    ...tokens.slice(from + 1),
  ];
};
