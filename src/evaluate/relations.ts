/** Compares two tensors: =, <=, the Loewner order and proportionality. */
import type { Relation } from '../language/ast.ts';
import { requireOrder } from '../operators/domains.ts';
import { holds } from '../operators/attributes.ts';
import { Unsettled, Unsupported, type Field, type Sign } from '../numbers/field.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { every, not, type Truth } from './truth.ts';

const difference = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> =>
  tensor(
    a.shape,
    a.data.map((x, i) => field.sub(x, b.data[i] as T)),
  );

/**
 * The same of two matrices whose entries and mirror images are one object each: so are those of the
 * difference.
 */
const orderedDifference = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Tensor<T> => {
  const [m = 1, n = 1] = a.shape;
  const made = difference(field, a, b);
  const mirror = (k: number): number => (k % n) * n + Math.floor(k / n);
  const one = (t: Tensor<T>, k: number): boolean => {
    const [x, y] = [t.data[k] as T, t.data[mirror(k)] as T];
    return x === y || field.sign(field.sub(x, y)) === 0;
  };
  if (m !== n) return made;
  return tensor(
    made.shape,
    made.data.map((x, k) =>
      Math.floor(k / n) > k % n && one(a, k) && one(b, k) ? (made.data[mirror(k)] as T) : x,
    ),
  );
};

const isZero = (sign: Sign): Truth => (sign === null ? null : sign === 0);

const equal = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Truth =>
  every(a.data.map((x, i) => isZero(field.sign(field.sub(x, b.data[i] as T)))));

/**
 * Whether a = c b for some c > 0, so that two zeros are proportional and zero is to nothing else.
 * The c is read off an entry where b is certainly not zero.
 */
const proportional = <T>(field: Field<T>, a: Tensor<T>, b: Tensor<T>): Truth => {
  requireOrder(field, 'proportionality by a positive factor');
  const signs = b.data.map((x) => field.sign(x));
  const k = signs.findIndex((s) => s === 1 || s === -1);
  if (k < 0) return signs.includes(null) ? null : every(a.data.map((x) => isZero(field.sign(x))));
  const c = field.div(a.data[k] as T, b.data[k] as T);
  const sign = field.sign(c);
  if (sign === 0 || sign === -1) return false;
  const fits = every(
    a.data.map((x, i) => isZero(field.sign(field.sub(x, field.mul(c, b.data[i] as T))))),
  );
  return sign === null && fits !== false ? null : fits;
};

/** Whether the matrix is symmetric and positive semidefinite; a scalar: at least zero. */
const isSemidefinite = <T>(field: Field<T>, a: Tensor<T>): Truth => {
  try {
    return holds('psd', field, a);
  } catch (error) {
    if (error instanceof Unsettled) return null;
    throw error;
  }
};

const ordered = <T>(
  field: Field<T>,
  a: Tensor<T>,
  b: Tensor<T>,
  fits: (sign: -1 | 0 | 1) => boolean,
): Truth => {
  requireOrder(field, 'an inequality');
  return every(
    difference(field, a, b).data.map((x) => {
      const sign = field.sign(x);
      return sign === null ? null : fits(sign);
    }),
  );
};

/**
 * Whether two values stand in a relation: null where the domain cannot tell, `Unsupported` where it
 * never can.
 */
export const compare = <T>(
  field: Field<T>,
  relation: Relation,
  a: Tensor<T>,
  b: Tensor<T>,
): Truth => {
  if (!field.exact) throw new Unsupported('floating point decides nothing; it gives leads');
  switch (relation) {
    case '=':
      return equal(field, a, b);
    case '!=':
      return not(equal(field, a, b));
    case '<':
      return ordered(field, a, b, (s) => s < 0);
    case '<=':
      return ordered(field, a, b, (s) => s <= 0);
    case '>':
      return ordered(field, a, b, (s) => s > 0);
    case '>=':
      return ordered(field, a, b, (s) => s >= 0);
    case '~~':
      return proportional(field, a, b);
    case '>>=':
      return isSemidefinite(field, orderedDifference(field, a, b));
    case '<<=':
      return isSemidefinite(field, orderedDifference(field, b, a));
    case 'in':
      throw new Unsupported('only ker(..) has members');
  }
};
