/** Why a relation fails at a point, in sentences: which entries, which vector. */
import {
  add,
  compare,
  div,
  denominator,
  equal,
  integer,
  mul,
  neg,
  numerator,
  ratio,
  sign,
  sub,
  type Q,
} from '../numbers/rational.ts';

/** A relation with the texts of its sides, in nested lists. */
export interface Failed {
  readonly text: string;
  readonly left: unknown;
  readonly right: unknown;
  readonly difference: unknown;
}

type Matrix = readonly (readonly Q[])[];

const zero = integer(0n);
const one = integer(1n);
const text = (x: Q): string => {
  const [num, den] = [numerator(x), denominator(x)];
  return den === 1n ? `${num}` : `${num}/${den}`;
};
const vectorText = (v: readonly Q[]): string => `(${v.map(text).join(', ')})`;

/** A number of a text; null of an enclosure. */
function numberOf(value: unknown): Q | null {
  const found = typeof value === 'string' ? /^(-?\d+)(?:\/(\d+))?$/.exec(value) : null;
  return found === null ? null : ratio(BigInt(found[1] ?? '0'), BigInt(found[2] ?? '1'));
}

/** Entries of a matrix; a vector is one column, a number one entry; null of anything else. */
function matrixOf(value: unknown): Matrix | null {
  const rows = Array.isArray(value) ? value : [value];
  const all = rows.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(numberOf));
  return all.every((row) => row.every((x) => x !== null)) ? (all as Matrix) : null;
}

/** Sentences; none where both sides say it all. */
export function whyItFails({ text: words, left, right, difference }: Failed): string[] {
  const attribute = /^(.*) is ([a-z-]+)$/.exec(words);
  const subject = matrixOf(left);
  if (attribute !== null && subject !== null)
    return ofAttribute(attribute[1] ?? '', attribute[2] ?? '', subject);
  const order = / (>>=|<<=) /.exec(words);
  const gap = matrixOf(difference);
  if (order !== null && gap !== null) {
    const turned = gap.map((row) => row.map((x) => (order[1] === '>>=' ? x : neg(x))));
    return notDefinite(order[1] === '>>=' ? 'left - right' : 'right - left', turned, false);
  }
  const sides = [matrixOf(left), matrixOf(right)];
  return Array.isArray(left) ? entriesThatDiffer(words, sides[0] ?? null, sides[1] ?? null) : [];
}

const place = (i: number, j: number, columns: number): string =>
  columns === 1 ? `${i + 1}` : `(${i + 1},${j + 1})`;

/** `entry (1,2) is 1 on the left and 0 on the right; 2 of 4 entries differ`. */
function entriesThatDiffer(words: string, left: Matrix | null, right: Matrix | null): string[] {
  const relation = / (=|<=|>=|<|>) /.exec(words)?.[1];
  if (left === null || right === null || relation === undefined) return [];
  const columns = left[0]?.length ?? 0;
  const holds = (a: Q, b: Q): boolean =>
    relation === '='
      ? equal(a, b)
      : relation.startsWith('<')
        ? compare(a, b) < (relation === '<' ? 0 : 1)
        : compare(b, a) < (relation === '>' ? 0 : 1);
  const found = left.flatMap((row, i) =>
    row.flatMap((x, j) => {
      const y = right[i]?.[j];
      return y === undefined || holds(x, y) ? [] : [{ i, j, x, y }];
    }),
  );
  const [first] = found;
  const all = left.length * columns;
  if (first === undefined || all < 2) return [];
  const { i, j, x, y } = first;
  const rest =
    found.length === all ? 'no entry is right' : `${found.length} of ${all} entries fail`;
  return [
    `entry ${place(i, j, columns)} is ${text(x)} on the left and ${text(y)} on the right; ${rest}`,
  ];
}

function ofAttribute(name: string, attribute: string, m: Matrix): string[] {
  switch (attribute) {
    case 'symmetric':
      return notSymmetric(name, m);
    case 'psd':
    case 'pd':
      return notDefinite(name, m, attribute === 'pd');
    case 'invertible':
    case 'one-to-one':
      return sentToZero(name, m);
    case 'onto':
      return sentToZero(`(${name})'`, turned(m));
    case 'positive':
    case 'nonnegative':
      return wrongSign(m, attribute === 'positive');
    default:
      return [];
  }
}

const turned = (m: Matrix): Matrix => (m[0] ?? []).map((_, j) => m.map((row) => row[j] ?? zero));

function notSymmetric(name: string, m: Matrix): string[] {
  for (const [i, row] of m.entries())
    for (const [j, x] of row.entries()) {
      const y = m[j]?.[i];
      if (y !== undefined && !equal(x, y))
        return [
          `${name} is not symmetric: entry ${place(i, j, 2)} is ${text(x)}, ` +
            `entry ${place(j, i, 2)} is ${text(y)}`,
        ];
    }
  return [];
}

function notDefinite(name: string, m: Matrix, strict: boolean): string[] {
  const crooked = notSymmetric(name, m);
  if (crooked.length > 0) return crooked;
  const v = negativeVector(m, strict);
  if (v === null) return [];
  const value = v.reduce(
    (sum, x, i) =>
      add(
        sum,
        mul(
          x,
          (m[i] ?? []).reduce((s, y, j) => add(s, mul(y, v[j] ?? zero)), zero),
        ),
      ),
    zero,
  );
  const fault = sign(value) < 0 ? '< 0' : 'is not positive';
  const isNumber = m.length === 1;
  const said = isNumber ? '' : `${name} is symmetric, but `;
  return [`${said}v' M v = ${text(value)} ${fault} for M = ${name} and v = ${vectorText(v)}`];
}

/** v with v'M v < 0, or <= 0 and v not 0; null where there is none. Source: completing squares. */
function negativeVector(m: Matrix, strict: boolean): Q[] | null {
  const [row, ...below] = m;
  const corner = row?.[0];
  if (row === undefined || corner === undefined) return null;
  const unit = (k: number): Q[] => m.map((_, i) => (i === k ? one : zero));
  if (sign(corner) < 0 || (strict && sign(corner) === 0)) return unit(0);
  const side = row.slice(1);
  if (sign(corner) === 0) {
    const k = side.findIndex((x) => sign(x) !== 0);
    if (k >= 0) {
      // 2 t a + d < 0 for t = -(d + 1) / (2 a)
      const [a, d] = [side[k] as Q, m[k + 1]?.[k + 1] ?? zero];
      const v = unit(k + 1);
      v[0] = neg(div(add(d, one), mul(integer(2n), a)));
      return v;
    }
  }
  const rest = below.map((r, i) =>
    r
      .slice(1)
      .map((x, j) =>
        sign(corner) === 0 ? x : sub(x, div(mul(side[i] ?? zero, side[j] ?? zero), corner)),
      ),
  );
  const w = negativeVector(rest, strict);
  if (w === null) return null;
  const dot = w.reduce((s, x, i) => add(s, mul(x, side[i] ?? zero)), zero);
  return [sign(corner) === 0 ? zero : neg(div(dot, corner)), ...w];
}

/** A vector that is not 0 and is sent to 0. */
function sentToZero(name: string, m: Matrix): string[] {
  const v = kernelVector(m);
  return v === null ? [] : [`${name} sends v = ${vectorText(v)} to 0`];
}

/** By elimination: a column without a pivot is made of those before it. */
function kernelVector(m: Matrix): Q[] | null {
  const rows = m.map((row) => [...row]);
  const columns = rows[0]?.length ?? 0;
  const pivots: number[] = [];
  for (let j = 0; j < columns; j++) {
    const k = pivots.length;
    const at = rows.findIndex((row, i) => i >= k && sign(row[j] ?? zero) !== 0);
    if (at < 0) {
      const v = Array.from({ length: columns }, (_, c) => (c === j ? one : zero));
      pivots.forEach((p, i) => {
        v[p] = neg(rows[i]?.[j] ?? zero);
      });
      return v;
    }
    const [row] = rows.splice(at, 1) as [Q[]];
    const scaled = row.map((x) => div(x, row[j] as Q));
    rows.splice(k, 0, scaled);
    rows.forEach((other, i) => {
      const by = other[j] ?? zero;
      if (i !== k && sign(by) !== 0)
        rows[i] = other.map((x, c) => sub(x, mul(by, scaled[c] ?? zero)));
    });
    pivots.push(j);
  }
  return null;
}

function wrongSign(m: Matrix, strict: boolean): string[] {
  const columns = m[0]?.length ?? 0;
  for (const [i, row] of m.entries())
    for (const [j, x] of row.entries())
      if (m.length * columns > 1 && (sign(x) < 0 || (strict && sign(x) === 0)))
        return [`entry ${place(i, j, columns)} is ${text(x)}`];
  return [];
}
