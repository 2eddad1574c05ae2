/** Adjugates whose powers of a determinant are the members of a family, stated a second time. */
import { mentionsDim } from './mentions.ts';
import { both, eachIndex, equal, type Formula } from './formula.ts';
import type { Table } from './fact-table.ts';
import { member, place, placeText } from './indices.ts';
import { demand, refuse } from './rational.ts';
import { constant, ein, operation, variable, type Term } from './term.ts';

const det = (a: Term): Term => operation('det', a);
const adj = (a: Term): Term => operation('adj', a);

/** The name of a term that is a number with a name, and nothing else. */
function nameOf(x: Term | undefined): string {
  const [m, ...more] = x?.shape.length === 0 ? x.sum : [];
  const [f, ...others] = m?.factors ?? [];
  const plain = m && more.length + others.length === 0 && m.powers.size === 0;
  if (!plain || m.c.n !== 1n || m.c.d !== 1n || f?.head.kind !== 'variable')
    return refuse('a number with a name is wanted');
  return f.head.name;
}

/** f[n−1] = det(A)^(n−1), as what f starts with and how it goes on, implies the statement. */
const withPower =
  (statement: (a: Term, power: Term) => Formula) =>
  (x: Term | undefined, last: Term | undefined): Formula => {
    const a = x?.shape.length === 2 && x.shape[0] === x.shape[1] ? x : refuse('a square matrix');
    const n = place(a.shape[0] as string);
    const found = member(nameOf(last)) ?? refuse('a member of a family is wanted');
    demand(
      found.at.name === n.name && found.at.plus + 1 === n.plus,
      'the member before the size of the matrix is wanted',
    );
    demand(!mentionsDim(a, '#k'), 'the matrix mentions the index of the powers');
    const power = (at: string): Term => variable(`${found.family}[${at}]`, []);
    const next = equal(power('#k'), ein(',->', det(a), power('#k-1')));
    return both(
      'implies',
      equal(power('0'), constant(1n)),
      both('implies', eachIndex('#k', '1', placeText(found.at), next), statement(a, last as Term)),
    );
  };

export const adjugatePowers: Table = {
  'determinant of an adjugate': [2, withPower((a, p) => equal(det(adj(a)), p))],
  'adjugate of an adjugate': [
    2,
    withPower((a, p) => equal(ein(',ij->ij', det(a), adj(adj(a))), ein(',ij->ij', p, a))),
  ],
};
