/** The complex numbers, vectors and matrices of a counterexample, put together from their parts. */
import type { Value } from '../evaluate/assignment.ts';
import { ClaimError, parseClaim, writtenOf } from '../language/index.ts';
import type { Rational } from '../numbers/field.ts';
import { add, fromRational, mul, neg, sign, sub, type Q } from '../numbers/rational.ts';
import { rationalText } from '../numbers/rational-text.ts';
import type { Json } from '../records/value-json.ts';
import type { Tensor } from '../numbers/tensor.ts';

interface Parts {
  readonly shape: readonly number[];
  readonly re: readonly Q[];
  readonly im: readonly Q[];
}

/** `1 + 2i`, `-i`, `3`. */
const numberText = (re: Q, im: Q): string => {
  if (sign(im) === 0) return rationalText(re);
  const size = rationalText(sign(im) < 0 ? neg(im) : im);
  const imaginary = size === '1' ? 'i' : size.includes('/') ? `(${size})i` : `${size}i`;
  const minus = sign(im) < 0;
  if (sign(re) === 0) return `${minus ? '-' : ''}${imaginary}`;
  return `${rationalText(re)} ${minus ? '-' : '+'} ${imaginary}`;
};

const textOf = ({ shape, re, im }: Parts): Json => {
  const texts = re.map((x, k) => numberText(x, im[k] ?? 0));
  if (shape.length === 0) return texts[0] ?? '0';
  if (shape.length === 1) return texts;
  const [rows = 1, columns = 1] = shape;
  return Array.from({ length: rows }, (_, i) => texts.slice(i * columns, (i + 1) * columns));
};

/** G' G, with the conjugate transpose. */
const gram = ({ shape, re, im }: Parts): Parts => {
  const [m = 1, n = 1] = shape;
  const entry = (part: (k: number, i: number, j: number) => Q): Q[] =>
    Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return Array.from({ length: m }, (_row, k) => part(k, i, j)).reduce(add, 0);
    });
  const at = (x: readonly Q[], k: number, j: number): Q => x[k * n + j] ?? 0;
  return {
    shape: [n, n],
    re: entry((k, i, j) => add(mul(at(re, k, i), at(re, k, j)), mul(at(im, k, i), at(im, k, j)))),
    im: entry((k, i, j) => sub(mul(at(re, k, i), at(im, k, j)), mul(at(im, k, i), at(re, k, j)))),
  };
};

type Values = ReadonlyMap<string, Value<Rational>>;

const pairs = (
  re: Value<Rational> | undefined,
  im: Value<Rational> | undefined,
  name: string,
  ofGram: boolean,
): [string, Json][] => {
  if (re?.kind === 'family' && im?.kind === 'family')
    return re.members.flatMap((member, i) =>
      pairs(member, im.members[i], `${name}[${i + 1}]`, ofGram),
    );
  if (re?.kind !== 'tensor' || im?.kind !== 'tensor') return [];
  const parts = {
    shape: re.tensor.shape,
    re: entries(re.tensor),
    im: entries(im.tensor),
  };
  return [[name, textOf(ofGram ? gram(parts) : parts)]];
};

const entries = ({ data }: Tensor<Rational>): Q[] => Array.from(data, fromRational);

/** Empty for claims about real matrices. */
export const complexValues = (
  claim: string,
  values: Values,
): readonly (readonly [string, Json])[] => {
  try {
    const names = writtenOf(parseClaim(claim))?.names ?? [];
    return names.flatMap(({ name, re, im, gram: ofGram }) =>
      pairs(values.get(re), values.get(im), name, ofGram),
    );
  } catch (error) {
    if (error instanceof ClaimError) return [];
    throw error;
  }
};
