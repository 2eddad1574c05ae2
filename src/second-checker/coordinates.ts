/**
 * What is applied to each entry alone, read at one coordinate: the entry of the value is the value
 * of the entry.
 */
import { both, equal } from './formula.ts';
import { refuse } from './rational.ts';
import type { Table } from './fact-table.ts';
import { constant, ein, inverse, jet, type Term } from './term.ts';
import { type Dim } from './dims.ts';

const oneFactor = (t: Term) => {
  const [m, ...more] = t.sum;
  const [f, ...others] = m?.factors ?? [];
  const bare =
    m &&
    f &&
    more.length === 0 &&
    others.length === 0 &&
    m.powers.size === 0 &&
    m.c.n === m.c.d &&
    new Set(m.free).size === m.free.length &&
    f.at.length === m.free.length &&
    f.at.every((w, i) => w === m.free[i]);
  return bare ? f.head : refuse('a function of entries, and nothing else, is wanted');
};

const read = (along: 0 | 1): Table[string] => [
  2,
  (t, e) => {
    if (!t || e?.shape.length !== 1 || t.shape.length > 2 || t.shape[along] !== e.shape[0])
      return refuse('a vector along an axis of the first term is wanted');
    const spec = t.shape.length === 1 ? 'i,i->' : along === 0 ? 'ij,i->j' : 'ij,j->i';
    const entry = (x: Term): Term => ein(spec, x, e);
    const left: Dim[] = t.shape.length === 1 ? [] : [t.shape[1 - along] as Dim];
    const head = oneFactor(t);
    const ofNumbers =
      head.kind === 'jet' &&
      head.fn.family.length === 0 &&
      head.fn.output === null &&
      head.fn.inputs.every((d) => d === null);
    const value =
      head.kind === 'jet' && ofNumbers
        ? jet(head.fn, head.orders, head.args.map(entry), left)
        : head.kind === 'inverse' && !head.matrix
          ? inverse(entry(head.args[0] as Term), left)
          : refuse('a function of entries is wanted');
    const isPlace = both('and', equal(ein('i,i->i', e, e), e), equal(ein('i->', e), constant(1n)));
    return both('implies', isPlace, equal(entry(t), value));
  },
];

export const coordinateFacts: Table = {
  'entries at a coordinate': read(0),
  'entries at a coordinate of the second axis': read(1),
};
