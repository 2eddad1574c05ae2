/**
 * Norms, traces and determinants of products in either order and of their powers, stated a second
 * time from their sources.
 */
import type { Table } from './fact-table.ts';
import { is, type Formula } from './formula.ts';
import {
  all,
  by,
  det,
  dim,
  flip,
  gram,
  ifThen,
  matrix,
  most,
  mul,
  norm,
  nuclear,
  ofTwo,
  square,
  symmetric,
  trace,
  whole,
} from './matrix-words.ts';
import { demand } from './rational.ts';
import { add, type Term } from './term.ts';

const longest = 12;
const repeated = (a: Term, k: number): Term => (k === 1 ? a : mul(repeated(a, k - 1), a));

/** Of two psd matrices of one size, with an exponent. */
const ofPsd = (f: (k: number, a: Term, b: Term) => Formula): Table[string] => [
  3,
  (k, x, y) => {
    const [a, b] = [square(x), square(y)];
    demand(dim(a, 0) === dim(b, 0), 'matrices of one size are wanted');
    demand(whole(k) <= longest, `an exponent up to ${longest} is wanted`);
    return ifThen([is('psd', a), is('psd', b)], f(whole(k), a, b));
  },
];

export const productsInEitherOrder: Table = {
  'norms of a symmetric product': ofTwo((a, b) => {
    const [one, other] = [mul(a, b), mul(b, a)];
    return ifThen(
      [symmetric(one)],
      all(most(norm(one), norm(other)), most(nuclear(one), nuclear(other))),
    );
  }),
};

export const citedProducts: Table = {
  'Lieb and Thirring': ofPsd((k, a, b) =>
    most(trace(repeated(mul(a, b), k)), trace(mul(repeated(a, k), repeated(b, k)))),
  ),
  Cordes: ofPsd((k, a, b) =>
    most(
      by(...Array.from({ length: k }, () => norm(mul(a, b)))),
      norm(mul(repeated(a, k), repeated(b, k))),
    ),
  ),
  'Cauchy and Binet, determinants of products': [
    4,
    (a, b, c, d) => {
      const [p, q, r, s] = [matrix(a), matrix(b), matrix(c), matrix(d)];
      const middle = det(square(add(mul(p, r), mul(q, s))));
      const rows = add(mul(p, flip(p)), mul(q, flip(q)));
      return most(by(middle, middle), by(det(rows), det(add(gram(r), gram(s)))));
    },
  ],
};
