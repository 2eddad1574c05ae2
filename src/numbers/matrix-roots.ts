/**
 * Roots of positive semidefinite rational matrices: exact where they are rational, otherwise
 * enclosed.
 */
import { determinant } from './determinant.ts';
import { inverse, nullspace } from './elimination.ts';
import { Undefined, Unsettled } from './field.ts';
import { inertia } from './inertia.ts';
import { bitLength } from './integer-root.ts';
import { add, fromRows, matmul, scale, subtract, transpose } from './matrix.ts';
import {
  abs,
  add as sum,
  compare,
  denominator,
  div,
  equal,
  floor,
  integer,
  neg,
  numerator,
  sign,
  sub,
  type Q,
} from './rational.ts';
import { rationals } from './rationals.ts';
import { exponentOf, powerOfTwo, rootAbove, rootBall, type Ball } from './symmetric-functions.ts';
import { tensor, type Tensor } from './tensor.ts';

/**
 * Throws `Undefined` where a matrix is not positive semidefinite, or with `strict` not definite.
 */
export const requireDefinite = (a: Tensor<Q>, strict: boolean, what: string): void => {
  let holds = false;
  try {
    const found = inertia(rationals, a);
    holds = found.negative === 0 && (!strict || found.zero === 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  if (!holds)
    throw new Undefined(
      `${what} of a matrix that is not positive ${strict ? 'definite' : 'semidefinite'}`,
    );
};

/** The simplest fraction from a to b, by continued fractions. */
const simplest = (a: Q, b: Q): Q => {
  if (sign(a) <= 0 && sign(b) >= 0) return 0;
  if (sign(b) < 0) return neg(simplest(neg(b), neg(a)));
  const whole = integer(floor(a));
  if (equal(whole, a)) return a;
  const next = sum(whole, 1);
  if (compare(next, b) <= 0) return next;
  return sum(whole, div(1, simplest(div(1, sub(b, whole)), div(1, sub(a, whole)))));
};

const isPower = (x: bigint, q: number): boolean => rootAbove(x, q) ** BigInt(q) === x;

const power = (a: Tensor<Q>, k: number): Tensor<Q> => {
  let result = a;
  for (let i = 1; i < k; i++) result = matmul(rationals, result, a);
  return result;
};

/** The orthogonal projector onto the kernel; null where that is 0. */
const kernelProjector = (a: Tensor<Q>): Tensor<Q> | null => {
  const basis = nullspace(rationals, a);
  const [first] = basis;
  if (first === undefined) return null;
  const rows = fromRows(basis.map((v) => [...v]));
  const gram = matmul(rationals, rows, transpose(rows));
  return matmul(rationals, transpose(rows), matmul(rationals, inverse(rationals, gram), rows));
};

/** Bits of the longest entry. */
const longest = (a: Tensor<Q>): number =>
  a.data.reduce<number>(
    (most, x) => Math.max(most, bitLength(numerator(x)) + bitLength(denominator(x))),
    0,
  );

/**
 * A positive definite matrix with the same root but for a multiple of the projector onto the
 * kernel.
 */
interface Full {
  readonly whole: Tensor<Q>;
  readonly lifted: Tensor<Q> | null;
}

const full = (a: Tensor<Q>, q: number): Full => {
  const kernel = kernelProjector(a);
  if (kernel === null) return { whole: a, lifted: null };
  const size = exponentOf(a.data);
  const e = Number.isFinite(size) ? Math.ceil(size / q) : 0;
  return {
    whole: add(rationals, a, scale(rationals, powerOfTwo(q * e), kernel)),
    lifted: scale(rationals, powerOfTwo(e), kernel),
  };
};

const without = (a: Tensor<Q>, { lifted }: Full): Tensor<Q> =>
  lifted === null ? a : subtract(rationals, a, lifted);

interface Root {
  readonly exact: Tensor<Q> | null;
  readonly balls: Map<number, Ball>;
  readonly of: Full;
}
const known = new Map<string, Root>();
const mostKnown = 128;

/** A search begins: what it counts must not depend on claims before it. */
export const forgetRoots = (): void => known.clear();

const rootFor = (a: Tensor<Q>, q: number): Root => {
  const key = `${q}:${a.shape[0]}:${a.data.map((x) => (typeof x === 'number' ? x : `${x.num}/${x.den}`)).join()}`;
  const old = known.get(key);
  if (old !== undefined) return old;
  const of = full(a, q);
  const made: Root = { of, exact: exactly(of, q), balls: new Map() };
  if (known.size >= mostKnown) known.clear();
  known.set(key, made);
  return made;
};

const exactly = (of: Full, q: number): Tensor<Q> | null => {
  const { whole } = of;
  const n = whole.shape[0] ?? 1;
  const det = abs(determinant(rationals, whole));
  if (!isPower(numerator(det), q) || !isPower(denominator(det), q)) return null;
  let ball: Ball;
  try {
    ball = rootBall({ n, mid: whole.data, radius: 0 }, q, 48 + 2 * longest(whole));
  } catch (error) {
    if (error instanceof Unsettled) return null;
    throw error;
  }
  const found = tensor(
    [n, n],
    ball.mid.map((x) => simplest(sub(x, ball.radius), sum(x, ball.radius))),
  );
  const again = power(found, q);
  if (!again.data.every((x, k) => equal(x, whole.data[k] as Q))) return null;
  try {
    const { negative } = inertia(rationals, found);
    return negative === 0 ? without(found, of) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/**
 * The root where it is rational; null where it is not, or was not found to be. The matrix is
 * positive semidefinite.
 */
export const rationalRoot = (a: Tensor<Q>, q: number): Tensor<Q> | null => rootFor(a, q).exact;

/** The root of a positive semidefinite matrix in a ball. */
export const enclosedRoot = (a: Tensor<Q>, q: number, bits: number): Ball => {
  const root = rootFor(a, q);
  const old = root.balls.get(bits);
  if (old !== undefined) return old;
  const n = a.shape[0] ?? 1;
  const found = rootBall({ n, mid: root.of.whole.data, radius: 0 }, q, bits);
  const mid = without(tensor([n, n], found.mid), root.of).data;
  const made = { ...found, mid };
  root.balls.set(bits, made);
  return made;
};
