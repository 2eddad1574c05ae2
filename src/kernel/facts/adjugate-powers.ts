/**
 * Adjugates and powers of determinants. The powers s^0, …, s^(n−1) are the members of a family f
 * with f[0] = 1 and f[k] = s f[k−1]; x is the last of them, f[n−1].
 */
import { each, equal, type Formula } from '../formula.ts';
import { variable, number, bareHead } from '../graph.ts';
import { indexText, readIndex, readMember } from '../indices.ts';
import { one } from '../ratio.ts';
import { occursDim } from '../rename.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { adj, det, facts, square, times, type Facts } from './fact.ts';
import { given, mul } from './spectral-terms.ts';

/** The index that runs through the powers; no other index of a matrix may be called so. */
const running = '#k';

/** f[0] = 1 and f[k] = s f[k−1] for k from 1 to n − 1, where x is f[n−1]. */
function powers(s: Term, a: Term, x: Term | undefined): Formula[] {
  const head = x?.shape.length === 0 ? bareHead(x) : null;
  const found = head?.kind === 'variable' ? readMember(head.name) : null;
  const n = readIndex(a.shape[0] as string);
  if (!found || !n || found.at.name !== n.name || found.at.offset !== n.offset - 1)
    return fail('the power n − 1 of a family is wanted, for a matrix n×n');
  if (occursDim(running, a)) return fail(`a matrix that does not mention ${running} is wanted`);
  const member = (at: string): Term => variable(`${found.family}[${at}]`, []);
  const step = equal(member(running), mul(s, member(`${running}-1`)));
  return [equal(member('0'), number(one)), each(running, '1', indexText(found.at), step)];
}

const source = 'Horn and Johnson, Matrix Analysis, section 0.8.2';

export const adjugatePowers: Facts = facts([
  //  det(adj(A)) = det(A)^(n−1), singular A too
  [
    'determinant of an adjugate',
    {
      source,
      statement: (a, x) =>
        given(powers(det(square(a)), square(a), x), equal(det(adj(square(a))), x as Term)),
    },
  ],
  //  det(A) adj(adj(A)) = det(A)^(n−1) A, singular A too
  [
    'adjugate of an adjugate',
    {
      source,
      statement: (a, x) => {
        const m = square(a);
        return given(powers(det(m), m, x), equal(times(det(m), adj(adj(m))), times(x as Term, m)));
      },
    },
  ],
]);
