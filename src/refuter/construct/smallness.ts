/** Builds points for upper bounds on norms, by scaling down. */
import type { Expr } from '../../language/ast.ts';
import type { Value } from '../../evaluate/assignment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { namesIn } from '../../evaluate/names.ts';
import { integerSqrt } from '../../numbers/integer-root.ts';
import { denominator, numerator, ratio, type Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import { tensor } from '../../numbers/tensor.ts';
import { type Recogniser } from './recogniser.ts';

const norms: ReadonlySet<string> = new Set(['norm', 'normF', 'bars', 'sigma_max']);
const sums: ReadonlySet<string> = new Set(['add', 'sub', 'neg']);
const fixed: ReadonlySet<string> = new Set(['orthogonal', 'projector', 'unit']);

/** Does the expression become k times as large when all its variables do? */
const scales = (e: Expr): boolean => {
  if (e.kind === 'variable') return e.index === null;
  return e.kind === 'operator' && sums.has(e.operator) && e.args.every(scales);
};

/** The smallest whole number whose square is at least x. */
const rootAbove = (x: Q): bigint => {
  const whole = (numerator(x) + denominator(x) - 1n) / denominator(x);
  const root = integerSqrt(whole);
  return root * root === whole ? root : root + 1n;
};

/**
 * `norm(A - B) <= r`: all variables on the left divided by one whole number. What they say of each
 * other does not change by that, as that v is an eigenvector of A.
 */
export const smallness: Recogniser = (f, declarations) => {
  const { left, right } = f;
  if (
    (f.relation !== '<=' && f.relation !== '<') ||
    left.kind !== 'operator' ||
    !norms.has(left.operator)
  )
    return null;
  const [inner] = left.args;
  if (inner === undefined || !scales(inner)) return null;
  const names = [...namesIn(inner)];
  const subjects = declarations.filter((d) => names.includes(d.name));
  if (
    subjects.length < names.length ||
    subjects.some(
      (d) =>
        d.type.kind !== 'tensor' || d.family !== null || d.attributes.some((a) => fixed.has(a)),
    )
  )
    return null;
  if ([...namesIn(right)].some((name) => names.includes(name))) return null;
  return {
    kind: 'norm(A) <= r',
    build: (_, at) => {
      const bound = evaluate(right, rationals, at).data[0] ?? 0;
      if (rationals.sign(bound) !== 1) return null;
      const square = evaluate(inner, rationals, at).data.reduce<Q>(
        (sum, x) => rationals.add(sum, rationals.mul(x, x)),
        0,
      );
      const times = rootAbove(rationals.div(square, rationals.mul(bound, bound)));
      const divisor = ratio(1n, (times > 0n ? times : 1n) + (f.relation === '<' ? 1n : 0n));
      const values = new Map<string, Value<Q>>(at.values);
      for (const { name } of subjects) {
        const value = at.values.get(name);
        if (value?.kind !== 'tensor') return null;
        values.set(name, {
          kind: 'tensor',
          tensor: tensor(
            value.tensor.shape,
            value.tensor.data.map((x) => rationals.mul(divisor, x)),
          ),
        });
      }
      return { dims: at.dims, values };
    },
  };
};
