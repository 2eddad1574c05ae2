/** What a text declares, seen before it is parsed: names with their kinds, dimensions, indices. */
import { keywords, reservedAs } from '../names.ts';
import type { Token } from '../token.ts';
import { attributes } from '../ast.ts';
import { isName, isSign } from './piece.ts';
import type { Piece } from './piece.ts';

export type Kind = 'scalar' | 'vector' | 'matrix' | 'tensor' | 'function';

export interface DeclaredNames {
  readonly kinds: ReadonlyMap<string, Kind>;
  /** The sizes of tensors, as they are typed. */
  readonly shapes: ReadonlyMap<string, readonly string[]>;
  readonly families: ReadonlySet<string>;
  readonly random: ReadonlySet<string>;
  readonly dims: ReadonlySet<string>;
  readonly indices: ReadonlySet<string>;
  /** Names at which a range ends, as N of `1..N`. */
  readonly rangeEnds: ReadonlySet<string>;
}

/** A word after one of these ends a type, as n of `x: n, y: m`. */
const endsType = (before: Token | undefined): boolean =>
  isSign(before, ':') || isSign(before, '^') || isSign(before, '×') || isName(before, 'in');

/**
 * The places of the names before a colon: `A, B:` or `q[i]:`; none where the colon declares
 * nothing.
 */
export const namesBefore = (tokens: readonly Token[], colon: number): readonly number[] => {
  const found: number[] = [];
  for (let at = colon - 1; at >= 0; at--) {
    if (isSign(tokens[at], ']')) while (at >= 0 && !isSign(tokens[at], '[')) at--;
    if (isSign(tokens[at], '[')) at--;
    const token = tokens[at];
    if (token?.kind !== 'name' || keywords.has(token.text)) return [];
    found.unshift(at);
    if (!isSign(tokens[at - 1], ',') || tokens[at - 2]?.kind === 'number') return found;
    const before = tokens[at - 2];
    if (before?.kind !== 'name' && !isSign(before, ']')) return found;
    if (endsType(tokens[at - 3])) return found;
    at--;
  }
  return found;
};

/** `have e: …` in a proof names a fact. */
const declares = (tokens: readonly Token[], colon: number): boolean => {
  const [first] = namesBefore(tokens, colon);
  return first !== undefined && tokens[first - 1]?.text !== 'have';
};

/** The places of the colons that declare, with the end of the type behind each. */
export const declaringColons = (tokens: readonly Token[]): readonly number[] => {
  const found: number[] = [];
  let square = 0;
  tokens.forEach((token, i) => {
    if (isSign(token, '[')) square++;
    else if (isSign(token, ']')) square = Math.max(0, square - 1);
    else if (isSign(token, ':') && square === 0 && declares(tokens, i)) found.push(i);
  });
  return found;
};

const isAttribute = (token: Token): boolean =>
  token.kind === 'name' && (attributes as readonly string[]).includes(token.text);

/** The kind and the dimensions of the type that begins behind a colon. */
const typeAfter = (
  tokens: readonly Piece[],
  colon: number,
): {
  readonly kind: Kind;
  readonly dims: readonly string[];
  readonly sizes: readonly string[];
  readonly end: number;
} => {
  const dims: string[] = [];
  const sizes: string[] = [''];
  let times = 0;
  let kind: Kind | null = null;
  let at = colon + 1;
  for (; tokens[at]?.typed; at++) {
    const token = tokens[at] as Piece;
    if (isName(token, 'scalar')) kind = 'scalar';
    else if (isName(token, 'activation') || isSign(token, '->')) kind = 'function';
    else if (isSign(token, '×')) {
      times++;
      sizes.push('');
    } else if (token.kind === 'name' && token.text !== 'R' && !isAttribute(token))
      dims.push(token.text);
    if (!isSign(token, '×') && !isAttribute(token)) sizes.push(`${sizes.pop() ?? ''}${token.text}`);
  }
  return {
    sizes,
    kind: kind ?? ((['vector', 'matrix', 'tensor'] as const)[Math.min(times, 2)] as Kind),
    dims,
    end: at,
  };
};

const bindsIndex = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'name' &&
  (isName(tokens[at + 1], 'in') || isSign(tokens[at + 1], '=')) &&
  tokens[at + 2]?.kind !== undefined &&
  isSign(tokens[at + 3], '..');

/** Everything a text declares or binds. */
export const declaredNames = (tokens: readonly Piece[]): DeclaredNames => {
  const kinds = new Map<string, Kind>();
  const shapes = new Map<string, readonly string[]>();
  const families = new Set<string>();
  const random = new Set<string>();
  const dims = new Set<string>();
  const indices = new Set<string>();
  const rangeEnds = new Set<string>();
  for (const colon of declaringColons(tokens)) {
    const type = typeAfter(tokens, colon);
    let end = type.end;
    while (tokens[end] && isAttribute(tokens[end] as Token)) end++;
    for (const at of namesBefore(tokens, colon)) {
      const { text } = tokens[at] as Token;
      kinds.set(text, type.kind);
      if (type.kind === 'vector' || type.kind === 'matrix') shapes.set(text, type.sizes);
      if (isSign(tokens[at + 1], '[')) families.add(text);
      if (isSign(tokens[end], '~')) random.add(text);
    }
    for (const dim of type.dims) if (reservedAs(dim) === null) dims.add(dim);
  }
  tokens.forEach((token, at) => {
    if (bindsIndex(tokens, at)) {
      indices.add(token.text);
      const last = tokens[at + 4];
      if (last?.kind === 'name') rangeEnds.add(last.text);
    }
    if ((isName(token, 'sum') || isName(token, 'mean')) && isSign(tokens[at + 1], '[')) {
      const index = tokens[at + 2];
      if (index?.kind === 'name') indices.add(index.text);
    }
  });
  return { kinds, shapes, families, random, dims, indices, rangeEnds };
};
