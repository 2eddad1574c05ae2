/** Builds matrices of a given rank for hypotheses on ranks. */
import { namesIn } from '../../evaluate/names.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { diagonalOf, matrixOf, product, transposed, type Matrix } from '../../networks/matrix.ts';
import { drawNumber } from '../../networks/entries.ts';
import { pick, type Dice } from '../../networks/dice.ts';
import { fraction } from '../../networks/fraction.ts';
import { drawOrthogonal } from '../../networks/orthogonal.ts';
import { rank } from '../../numbers/elimination.ts';
import { rationals } from '../../numbers/rationals.ts';
import { declared, type Recogniser } from './recogniser.ts';
import { matrixAt, withMatrix } from './put.ts';

const thin = (random: Dice, m: number, r: number): Matrix =>
  matrixOf(m, r, () => drawNumber(random, 'tiny'));

/** U (I 0; 0 0) V' times a number: all singular values that are not zero are equal. */
const partialIsometry = (
  random: Dice,
  m: number,
  n: number,
  r: number,
  how: 'any' | 'symmetric' | 'psd',
): Matrix => {
  const by = pick(random, [fraction(1), fraction(1, 2), fraction(2)]);
  const d = diagonalOf(
    m,
    n,
    Array.from({ length: r }, () =>
      how === 'symmetric' && random.nextInt(0, 1) === 0 ? rationals.neg(by) : by,
    ),
  );
  if (random.nextInt(0, 1) === 0) return d;
  const u = drawOrthogonal(random, m);
  return product(product(u, d), transposed(how === 'any' ? drawOrthogonal(random, n) : u));
};

/**
 * An m×n matrix of rank r as a product through r dimensions; symmetric on demand. Null where chance
 * was against it.
 */
const ofRank = (
  random: Dice,
  m: number,
  n: number,
  r: number,
  how: 'any' | 'symmetric' | 'psd',
): Matrix | null => {
  if (r < 0 || r > Math.min(m, n)) return null;
  if (r === 0) return matrixOf(m, n, () => 0);
  if (random.nextInt(0, 2) === 0) return partialIsometry(random, m, n, r, how);
  for (let i = 0; i < 6; i++) {
    const left =
      random.nextInt(0, 2) === 0 ? matrixOf(m, r, (p, q) => (p === q ? 1 : 0)) : thin(random, m, r);
    const signs = diagonalOf(
      r,
      r,
      Array.from({ length: r }, () =>
        how === 'symmetric' ? pick(random, [1, -1, 2]) : pick(random, [1, 2]),
      ),
    );
    const a =
      how === 'any'
        ? product(left, thin(random, r, n))
        : product(product(left, signs), transposed(left));
    if (rank(rationals, a) === r) return a;
  }
  return null;
};

/**
 * `rank(A) = r`, `rank(A) < r`, `rank(A) <= r`: A as a product through that number of dimensions.
 */
export const ranks: Recogniser = (f, declarations) => {
  if (
    f.left.kind !== 'operator' ||
    f.left.operator !== 'rank' ||
    !['=', '<', '<='].includes(f.relation)
  )
    return null;
  const [subject] = f.left.args;
  const d = subject === undefined ? null : declared(subject, declarations);
  if (d === null || namesIn(f.right).has(d.name)) return null;
  const has = new Set<string>(d.attributes);
  if ([...has].some((a) => !['symmetric', 'psd', 'nonzero'].includes(a))) return null;
  const how = has.has('psd') ? 'psd' : has.has('symmetric') ? 'symmetric' : 'any';
  return {
    kind: 'rank(A) = r',
    build: (random, at) => {
      const old = matrixAt(at, d.name);
      const bound = evaluate(f.right, rationals, at).data[0];
      if (old === null || typeof bound !== 'number') return null;
      const [m = 1, n = 1] = old.shape;
      const most = Math.min(m, n, f.relation === '<' ? bound - 1 : bound);
      if (most < 0 || (f.relation === '=' && most !== bound)) return null;
      const a = ofRank(random, m, n, f.relation === '=' ? bound : random.nextInt(0, most), how);
      return a === null ? null : withMatrix(at, d.name, a);
    },
  };
};
