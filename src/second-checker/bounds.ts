/**
 * Bounds on softmax, activations and singular values, and inequalities between matrices, stated a
 * second time.
 */
import { both, compare, equal, is, type Formula } from './formula.ts';
import type { Table } from './fact-table.ts';
import { demand, q, refuse } from './rational.ts';
import {
  add,
  constant,
  ein,
  einsum,
  identity,
  jet,
  less,
  operation,
  scale,
  size,
  zeros,
  type Term,
} from './term.ts';
import { type Dim } from './dims.ts';

const dim = (t: Term, axis: number): Dim => t.shape[axis] as Dim;
const most = (a: Term, b: Term): Formula => compare(a, b, false);
const and = (a: Formula, b: Formula): Formula => both('and', a, b);
const ifThen = (hypotheses: readonly Formula[], then: Formula): Formula =>
  hypotheses.reduceRight((f, h) => both('implies', h, f), then);
const of = (name: string, order: number, s: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [s], s.shape);
const vector = (u: Term | undefined): Term =>
  u?.shape.length === 1 ? u : refuse('a vector is wanted');
const number = (s: Term | undefined): Term =>
  s?.shape.length === 0 ? s : refuse('a number is wanted');
const matrix = (a: Term | undefined): Term =>
  a?.shape.length === 2 ? a : refuse('a matrix is wanted');
const square = (a: Term | undefined): Term =>
  dim(matrix(a), 0) === dim(matrix(a), 1) ? matrix(a) : refuse('a square matrix is wanted');
const soft = (u: Term): Term =>
  jet({ name: 'softmax', family: [], inputs: [dim(u, 0)], output: dim(u, 0) }, [0], [u]);
const total = (u: Term): Term => of('log', 0, ein('i->', of('exp', 0, u)));
const length = (u: Term): Term => ein('i,i->', u, u);
const by = (s: Term, t: Term): Term => ein(',->', s, t);
const mul = (a: Term, b: Term): Term => ein('ij,jk->ik', a, b);
const gram = (a: Term): Term => ein('ki,kj->ij', a, a);
const entries = (a: Term): Term => ein('ij,ij->', a, a);
const sigma = (a: Term): Term => operation('sigma_min', a);
const shifted = (s: Term, a: Term): Term => add(a, ein(',ij->ij', s, identity(dim(a, 0))));
const tall = (a: Term): Formula => most(size(dim(a, 1)), size(dim(a, 0)));
const opposite = (t: Term): Term => scale(q(-1n), t);

const ofTwoVectors = (statement: (u: Term, v: Term) => Formula): Table[string] => [
  2,
  (u, v) => {
    demand(dim(vector(u), 0) === dim(vector(v), 0), 'vectors of one dimension are wanted');
    return statement(vector(u), vector(v));
  },
];
const ofTwoSquares = (statement: (a: Term, b: Term) => Formula): Table[string] => [
  2,
  (a, b) => {
    demand(dim(square(a), 0) === dim(square(b), 0), 'matrices of one size are wanted');
    return statement(square(a), square(b));
  },
];
const slopeBetween = (
  name: string,
  low: [bigint, bigint],
  high: [bigint, bigint],
): Table[string] => [
  1,
  (s) => {
    const slope = of(name, 1, number(s));
    return and(
      most(scale(q(...low), constant(1n)), slope),
      most(slope, scale(q(...high), constant(1n))),
    );
  },
];

export const bounds: Table = {
  'softmax varies by at most a half': [
    1,
    (given) => {
      const u = vector(given);
      const p = soft(u);
      const half = scale(q(1n, 2n), identity(dim(u, 0)));
      return is('psd', add(less(half, ein('i->ii', p)), ein('i,j->ij', p, p)));
    },
  ],
  'softmax is Lipschitz': ofTwoVectors((u, v) =>
    most(length(less(soft(u), soft(v))), scale(q(1n, 4n), length(less(u, v)))),
  ),
  'log-sum-exp lies above its tangents': ofTwoVectors((u, v) =>
    most(add(total(u), ein('i,i->', soft(u), less(v, u))), total(v)),
  ),
  'slope of gelu': slopeBetween('gelu', [-13n, 100n], [113n, 100n]),
  'slope of silu': slopeBetween('silu', [-1n, 10n], [11n, 10n]),
  'exp and its Taylor polynomials': [
    2,
    (k, given) => {
      const s = number(given);
      const m = number(k).sum;
      const degree =
        m.length === 1 && m[0]?.factors.length === 0 && m[0].powers.size === 0 ? m[0].c : null;
      demand(
        degree !== null && degree.d === 1n && degree.n >= 1n && degree.n <= 8n,
        'a degree from 1 to 8 is wanted',
      );
      const last = Number(degree?.n ?? 0n);
      let sum = constant(1n);
      for (let [j, over] = [1, 1n]; j <= last; j++) {
        over *= BigInt(j);
        const power = einsum(
          '',
          Array.from({ length: j }, (): readonly [Term, string] => [s, '']),
        );
        sum = add(sum, scale(q(1n, over), power));
      }
      const value = of('exp', 0, s);
      return last % 2 === 1
        ? most(sum, value)
        : and(
            ifThen([most(zeros([]), s)], most(sum, value)),
            ifThen([most(s, zeros([]))], most(value, sum)),
          );
    },
  ],
  'sigma_min of the identity': [1, (a) => equal(sigma(identity(dim(square(a), 0))), constant(1n))],
  'sigma_min of a Gram matrix': [
    1,
    (a) =>
      ifThen(
        [tall(matrix(a))],
        equal(sigma(gram(matrix(a))), by(sigma(matrix(a)), sigma(matrix(a)))),
      ),
  ],
  'eigenvalue of a negative Gram matrix': [
    1,
    (a) =>
      ifThen(
        [tall(matrix(a))],
        equal(
          operation('lambda.1', opposite(gram(matrix(a)))),
          opposite(by(sigma(matrix(a)), sigma(matrix(a)))),
        ),
      ),
  ],
  'norm and sigma_min of a shift': [
    2,
    (s, a) =>
      ifThen(
        [is('psd', square(a)), most(zeros([]), number(s))],
        and(
          equal(
            operation('norm', shifted(number(s), square(a))),
            add(operation('norm', square(a)), number(s)),
          ),
          equal(sigma(shifted(number(s), square(a))), add(sigma(square(a)), number(s))),
        ),
      ),
  ],
  'nuclear norm of a product': [
    2,
    (a, b) => {
      const whole = operation('nuclear', mul(matrix(a), matrix(b)));
      return most(by(whole, whole), by(entries(matrix(a)), entries(matrix(b))));
    },
  ],
};

export const inequalities: Table = {
  'Schur product theorem': ofTwoSquares((a, b) => {
    const each = ein('ij,ij->ij', a, b);
    return and(
      ifThen([is('psd', a), is('psd', b)], is('psd', each)),
      ifThen([is('pd', a), is('pd', b)], is('pd', each)),
    );
  }),
  'Schur, largest eigenvalue': ofTwoSquares((a, b) =>
    ifThen(
      [is('psd', a), is('psd', b)],
      most(
        operation('lambda.1', ein('ij,ij->ij', a, b)),
        by(operation('lambda.1', a), operation('lambda.1', b)),
      ),
    ),
  ),
  'Böttcher and Wenzel': ofTwoSquares((a, b) =>
    most(entries(less(mul(a, b), mul(b, a))), scale(q(2n), by(entries(a), entries(b)))),
  ),
  'Löwner and Heinz': ofTwoSquares((a, b) =>
    ifThen(
      [is('psd', a), is('psd', b), is('psd', less(mul(a, a), mul(b, b)))],
      is('psd', less(a, b)),
    ),
  ),
};
