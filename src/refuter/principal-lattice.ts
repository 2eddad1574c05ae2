/** Decides polynomial identities on finitely many points (Nicolaides 1972). */
import type { Declaration, Formula } from '../language/ast.ts';
import { Unsupported } from '../numbers/field.ts';
import type { Field } from '../numbers/field.ts';
import { size, tensor } from '../numbers/tensor.ts';
import type { Assignment, Value } from '../evaluate/assignment.ts';
import { sizeOf } from '../networks/sizes.ts';
import { degreeIn, type MapDegree } from './degree.ts';

type ForAll = Extract<Formula, { readonly variables: readonly Declaration[] }>;
type Equation = Extract<Formula, { readonly kind: 'relation' }>;

/**
 * The one equation under a `forall` over plain tensors and the degree of it in them; null for any
 * other formula.
 */
export const polynomialIdentity = (
  f: ForAll,
  mapDegree?: MapDegree,
): { readonly equation: Equation; readonly degree: number } | null => {
  const plain = (d: Declaration): boolean =>
    d.type.kind === 'tensor' && d.attributes.length === 0 && d.family === null;
  if (!f.variables.every(plain) || f.body.kind !== 'relation' || f.body.relation !== '=')
    return null;
  const names = new Set(f.variables.map((v) => v.name));
  const left = degreeIn(f.body.left, names, mapDegree);
  const right = degreeIn(f.body.right, names, mapDegree);
  return left === null || right === null
    ? null
    : { equation: f.body, degree: Math.max(left, right) };
};

/**
 * The points of the principal lattice {a : a_1 + … + a_p <= d} of whole numbers, as values of the
 * quantified variables: a polynomial of total degree at most d that vanishes on it is zero
 * (Nicolaides 1972), so that an identity for all real vectors is decided exactly by finitely many
 * evaluations.
 */
export const latticePoints = <T>(
  f: ForAll,
  degree: number,
  field: Field<T>,
  at: Assignment<T>,
): Assignment<T>[] => {
  const shapes = f.variables.map((v) =>
    v.type.kind === 'tensor' ? v.type.shape.map((d) => sizeOf(d, at.dims)) : [],
  );
  const entries = shapes.reduce((sum, shape) => sum + size(shape), 0);
  const points: number[][] = [];
  const fill = (point: number[], left: number): void => {
    if (points.length > 3000)
      throw new Unsupported(
        'too many points are needed to decide an identity for all values at this size',
      );
    if (point.length === entries) {
      points.push(point);
      return;
    }
    for (let a = 0; a <= left; a++) fill([...point, a], left - a);
  };
  fill([], degree);
  return points.map((point) => {
    const values = new Map<string, Value<T>>(at.values);
    let start = 0;
    f.variables.forEach((v, i) => {
      const shape = shapes[i] ?? [];
      values.set(v.name, {
        kind: 'tensor',
        tensor: tensor(
          shape,
          point.slice(start, start + size(shape)).map((a) => field.fromInteger(a)),
        ),
      });
      start += size(shape);
    });
    return { dims: at.dims, values };
  });
};
