/** Facts about logarithms of determinants, written a second time from the properties of log. */
import type { Table } from './fact-table.ts';
import { both, compare, equal, is } from './formula.ts';
import {
  all,
  by,
  det,
  dim,
  dot,
  every,
  ifThen,
  most,
  mul,
  one,
  scalar,
  square,
  times,
  trace,
  vector,
  zero,
} from './matrix-words.ts';
import { demand } from './rational.ts';
import { add, ein, identity, jet, less, size, type Term } from './term.ts';

const log = (u: Term): Term =>
  jet({ name: 'log', family: [], inputs: [null], output: null }, [0], [u], u.shape);
const logdet = (a: Term): Term => log(det(a));
const isPositive = (s: Term) => compare(zero, s, true);

export const logDeterminantFacts: Table = {
  'logdet below its tangent': [
    3,
    (a, b, c) => {
      const [x, y, z] = [square(a), square(b), square(c)];
      demand(dim(x, 0) === dim(y, 0), 'matrices of one size are wanted');
      const height = add(logdet(y), less(trace(mul(z, x)), size(dim(x, 0))));
      const inverts = equal(mul(y, z), identity(dim(y, 0)));
      return ifThen([is('pd', x), is('pd', y), inverts], most(logdet(x), height));
    },
  ],
  'logdet of a multiple of the identity': [
    2,
    (s, a) => {
      const n = dim(square(a), 0);
      const value = by(size(n), log(scalar(s)));
      return ifThen([isPositive(s as Term)], equal(logdet(times(s as Term, identity(n))), value));
    },
  ],
  'logdet of a diagonal matrix': [
    1,
    (d) => {
      const on = vector(d);
      const positive = every('e#', on.shape, [on], (e) => {
        const isPlace = all(equal(ein('i,i->i', e, e), e), equal(ein('i->', e), one));
        return both('implies', isPlace, isPositive(dot(e, on)));
      });
      return ifThen([positive], equal(logdet(ein('i->ii', on)), ein('i->', log(on))));
    },
  ],
};
