/**
 * What is applied entry by entry, at a coordinate: where e is a coordinate vector, Σ_i e_i φ(u_i) =
 * φ(Σ_i e_i u_i), for every function φ of numbers, of any order of derivative, and for the
 * reciprocal. Source: all but one e_i are 0.
 */
import { and, equal, implies, type Formula } from '../formula.ts';
import { bareHead, contract, inverse, jet, number } from '../graph.ts';
import { one } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { facts, type Fact, type Facts } from './fact.ts';

/** Is e one of the coordinate vectors? */
export const isCoordinate = (e: Term): Formula =>
  and(equal(contract([e, e], ['i', 'i'], 'i'), e), equal(contract([e], ['i'], ''), number(one)));

/** `axis`: along which e stands. */
const atCoordinate = (axis: 0 | 1): Fact => ({
  source: 'definition',
  statement: (t, e) => {
    const head = t ? bareHead(t) : null;
    if (!t || !e || !head || e.shape.length !== 1 || t.shape.length > 2)
      return fail('a function of entries and a vector are wanted');
    if (t.shape[axis] !== e.shape[0]) fail('a vector along an axis is wanted');
    const names = 'ij'.slice(0, t.shape.length);
    const at = (x: Term): Term =>
      contract([x, e], [names, names[axis] as string], names.replace(names[axis] as string, ''));
    const rest = t.shape.filter((_, k) => k !== axis);
    const entrywise =
      head.kind === 'jet' &&
      head.fn.family.length === 0 &&
      head.fn.output === null &&
      head.fn.inputs.every((d) => d === null);
    if (head.kind === 'jet' && entrywise)
      return implies(
        isCoordinate(e),
        equal(at(t), jet(head.fn, head.orders, head.args.map(at), rest)),
      );
    if (head.kind === 'inverse' && !head.matrix)
      return implies(isCoordinate(e), equal(at(t), inverse(at(head.arg), rest)));
    return fail('a function of entries is wanted');
  },
});

export const coordinates: Facts = facts([
  ['entries at a coordinate', atCoordinate(0)],
  ['entries at a coordinate of the second axis', atCoordinate(1)],
]);
