/** Names, indices and dimensions in LaTeX. */
import { isSum, summandsOf } from '../operators/dimension.ts';
import {
  type Typeset,
  below,
  letter,
  list,
  numeral,
  plainWord,
  sign,
  tight,
} from '../operators/typeset.ts';
import type { Index } from './ast.ts';
import { readMember, readPlace } from './layers.ts';
import { greek } from './token.ts';

export const greekNames: ReadonlySet<string> = new Set(
  [...greek.values()].filter((n) => n !== 'omicron'),
);

const subscript = (text: string): Typeset =>
  /^\d+$/.test(text)
    ? numeral(text)
    : text.length === 1 || greekNames.has(text)
      ? letter(text)
      : list([...text].map((c) => (/\d/.test(c) ? numeral(c) : letter(c))));

/** A name with what stands below it: `theta_1`, `W2`, `loss`. */
const nameParts = (name: string): { base: Typeset; index: Typeset | null } => {
  const [, stem = name, under = ''] =
    /^([A-Za-z]+)_?([A-Za-z0-9]*)$/.exec(name.replace(/^([A-Za-z]+?)_?(\d+)$/, '$1_$2')) ?? [];
  const base = greekNames.has(stem) || stem.length === 1 ? letter(stem) : plainWord(stem);
  return { base, index: under === '' ? null : indexName(under) };
};

/** Several letters below a name stand side by side. */
const indexName = (text: string): Typeset => {
  const one = subscript(text);
  return one.kind === 'list' ? tight(...one.items) : one;
};

export const typesetName = (name: string): Typeset => {
  const { base, index } = nameParts(name);
  return index === null ? base : below(base, index);
};

const offsetOf = (n: number): Typeset[] =>
  n === 0 ? [] : [sign(n > 0 ? '+' : '-'), numeral(String(Math.abs(n)))];

/** An index of an entry; a colon is the whole of an axis. */
export const typesetPlace = (at: Index | null): Typeset =>
  at === null
    ? sign(':')
    : at.name === null
      ? numeral(String(at.offset))
      : tight(typesetName(at.name), ...offsetOf(at.offset));

export const indexed = (name: string, index: Index | null): Typeset => {
  if (!index) return typesetName(name);
  const under =
    index.name === null
      ? numeral(String(index.offset))
      : tight(typesetName(index.name), ...offsetOf(index.offset));
  const { base, index: own } = nameParts(name);
  return below(base, own === null ? under : tight(own, sign(','), under));
};

const typesetFactor = (dim: string): Typeset => {
  if (/^\d/.test(dim)) return numeral(dim);
  const found = readMember(dim);
  if (found) return indexed(found.family, found.at);
  const place = readPlace(dim);
  if (!place || place.name === null || place.offset === 0) return typesetName(dim);
  return tight(
    typesetName(place.name),
    sign(place.offset > 0 ? '+' : '-'),
    numeral(String(Math.abs(place.offset))),
  );
};

export const typesetDim = (dim: string): Typeset => {
  if (isSum(dim))
    return tight(
      ...summandsOf(dim).flatMap((d, i) =>
        i === 0 ? [typesetDim(d)] : [sign('+'), typesetDim(d)],
      ),
    );
  const factors = dim.split('*').map(typesetFactor);
  return factors.length === 1 ? (factors[0] as Typeset) : { kind: 'product', parts: factors };
};
