/** An entry is at most the log-sum-exp, the largest entry, and the sum where none is negative. */
import { both, compare, equal, type Formula } from './formula.ts';
import type { Table } from './fact-table.ts';
import { every, some, vector } from './matrix-words.ts';
import { refuse } from './rational.ts';
import { constant, ein, jet, operation, zeros, type Term } from './term.ts';

const all = (x: Term): Term => ein('i->', x);
const read = (x: Term, e: Term): Term => ein('i,i->', x, e);
const isPlace = (e: Term): Formula =>
  both('and', equal(ein('i,i->i', e, e), e), equal(all(e), constant(1n)));
const number = { family: [], inputs: [null], output: null };

const ofEntry = (statement: (x: Term, e: Term) => Formula): Table[string] => [
  2,
  (x, e) =>
    x?.shape.length === 1 && e?.shape.length === 1 && x.shape[0] === e.shape[0]
      ? statement(x, e)
      : refuse('two vectors of one dimension are wanted'),
];

export const sumsOfEntries: Table = {
  'an entry below the log-sum-exp': ofEntry((x, e) => {
    const powers = jet({ name: 'exp', ...number }, [0], [x], x.shape);
    const most = jet({ name: 'log', ...number }, [0], [all(powers)]);
    return both('implies', isPlace(e), compare(read(x, e), most, false));
  }),
  'an entry below the sum': ofEntry((x, e) => {
    const known = every('v#', x.shape, [x, e], (v) =>
      both('implies', isPlace(v), compare(zeros([]), read(x, v), false)),
    );
    return both('implies', known, both('implies', isPlace(e), compare(read(x, e), all(x), false)));
  }),
  'an entry below the largest entry': ofEntry((x, e) =>
    both('implies', isPlace(e), compare(read(x, e), operation('max', x), false)),
  ),
  'the largest entry is an entry': [
    1,
    (x) => {
      const on = vector(x);
      const attained = (e: Term): Formula => equal(read(on, e), operation('max', on));
      return some('#e', on.shape, [on], (e) => both('and', isPlace(e), attained(e)));
    },
  ],
};
