/** Solves an equation for one entry, by rational roots of a quadratic. */
import type { Declaration } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { meetsAttributes } from '../../networks/declared.ts';
import { pick, type Dice } from '../../networks/dice.ts';
import { isZero } from '../../networks/fraction.ts';
import { Unsupported } from '../../numbers/field.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals, rationalSqrt } from '../../numbers/rationals.ts';
import { tensor } from '../../numbers/tensor.ts';

const { add, sub, mul, div, neg } = rationals;
const tries = 5;

/** The rational roots of a x² + b x + c. */
const roots = (a: Q, b: Q, c: Q): Q[] => {
  if (isZero(a)) return isZero(b) ? [] : [neg(div(c, b))];
  const square = sub(mul(b, b), mul(4, mul(a, c)));
  if (rationals.sign(square) === -1) return [];
  try {
    const root = rationalSqrt(square);
    return [sub(root, b), neg(add(root, b))].map((x) => div(x, mul(2, a)));
  } catch (error) {
    if (error instanceof Unsupported) return [];
    throw error;
  }
};

/**
 * Meets equations by changing one entry of one variable in which they are of degree at most two, as
 * det(A) = 1 or x' x = 25 are: the roots are read off the values at −1, 0, 1 and 2. Null where no
 * rational root was found.
 */
export const solveEntry = (
  random: Dice,
  declarations: readonly Declaration[],
  residual: (at: Assignment<Q>) => readonly Q[],
  at: Assignment<Q>,
): Assignment<Q> | null => {
  const plain = declarations.filter((d) => at.values.get(d.name)?.kind === 'tensor');
  if (plain.length === 0) return null;
  for (let i = 0; i < tries; i++) {
    const d = pick(random, plain);
    const value = at.values.get(d.name);
    if (value?.kind !== 'tensor') continue;
    const { shape, data } = value.tensor;
    const k = random.nextInt(0, data.length - 1);
    const n = shape[1] ?? 1;
    const tied =
      shape.length === 2 &&
      d.attributes.some((a) => a === 'symmetric' || a === 'psd' || a === 'pd');
    const mirror = tied ? (k % n) * n + Math.floor(k / n) : k;
    const put = (x: Q): Assignment<Q> => ({
      dims: at.dims,
      values: new Map(at.values).set(d.name, {
        kind: 'tensor',
        tensor: tensor(
          shape,
          data.map((old, j) => (j === k || j === mirror ? x : old)),
        ),
      }),
    });
    const [zero, one, minus, two] = [
      residual(put(0)),
      residual(put(1)),
      residual(put(-1)),
      residual(put(2)),
    ];
    const forms = zero.map((c, j): [Q, Q, Q] => {
      const [p, m] = [one[j] ?? 0, minus[j] ?? 0];
      return [sub(div(add(p, m), 2), c), div(sub(p, m), 2), c];
    });
    const fits = forms.every(([a, b, c], j) =>
      isZero(sub(add(add(mul(4, a), mul(2, b)), c), two[j] ?? 0)),
    );
    const telling = forms.find(([a, b]) => !isZero(a) || !isZero(b));
    if (!fits || telling === undefined) continue;
    for (const x of roots(...telling)) {
      if (!forms.every(([a, b, c]) => isZero(add(mul(add(mul(a, x), b), x), c)))) continue;
      const solved = put(x);
      if (meetsAttributes(solved.values.get(d.name) ?? value, d.attributes)) return solved;
    }
  }
  return null;
};
