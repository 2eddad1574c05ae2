/** Elementary facts of linear algebra, each as its name says, for terms of any such shape. */
import { both, compare, equal, equivalent, is, not, type Formula } from './formula.ts';
import { demand, q, refuse } from './rational.ts';
import { adjugatePowers } from './adjugate-powers.ts';
import { coordinateFacts } from './coordinates.ts';
import { bounds } from './bounds.ts';
import { definiteFacts } from './decompositions.ts';
import { rangeFacts } from './ranges.ts';
import { segmentFacts } from './segments.ts';
import { functionFacts } from './functions.ts';
import { sumsOfEntries } from './sums-of-entries.ts';
import { slopeFacts } from './slope-facts.ts';
import { spectra } from './spectra.ts';
import type { Table } from './fact-table.ts';
import {
  add,
  constant,
  ein,
  einsum,
  identity,
  inverse,
  jet,
  less,
  operation,
  scale,
  zeros,
  type Fn,
  type Term,
} from './term.ts';
import { multiplied, type Dim } from './dims.ts';

const matrix = (t: Term | undefined): Term =>
  t?.shape.length === 2 ? t : refuse('a matrix is wanted');
const square = (t: Term | undefined, n?: Dim): Term =>
  matrix(t).shape[0] === t?.shape[1] && (n ?? t?.shape[0]) === t?.shape[0]
    ? (t as Term)
    : refuse('a square matrix of another size is wanted');
const rows = (t: Term): Dim => t.shape[0] as Dim;
const columns = (t: Term): Dim => t.shape[1] as Dim;
const mul = (...t: readonly Term[]): Term => t.reduce((a, b) => ein('ij,jk->ik', a, b));
const turned = (t: Term): Term => ein('ij->ji', t);
const tr = (t: Term): Term => ein('ii->', t);
const eye = (t: Term): Term => identity(rows(t));
const det = (t: Term): Term => operation('det', t);
const adj = (t: Term): Term => operation('adj', t);
const by = (s: Term, t: Term): Term => ein(',ij->ij', s, t);
const power = (s: Term, k: number): Term =>
  einsum(
    '',
    Array.from({ length: k }, (): readonly [Term, string] => [s, '']),
  );
const times = (a: Term, b: Term): Term => ein(',->', a, b);
const pair = (m: Dim, p: Dim): Term => operation('pair', zeros([m, p]));
const ones = (...d: readonly Dim[]): Term =>
  einsum(
    'ijk'.slice(0, d.length),
    [],
    Object.fromEntries(d.map((x, i) => ['ijk'[i] as string, x])),
  );
const and = (...f: readonly Formula[]): Formula => f.reduce((a, b) => both('and', a, b));
const kron = (a: Term, b: Term): Term =>
  ein('ikr,ij,kl,jls->rs', pair(rows(a), rows(b)), a, b, pair(columns(a), columns(b)));
const symmetric = (t: Term): Formula => equal(turned(t), t);
const pseudo = (a: Term, x: Term): Formula =>
  and(equal(mul(a, x, a), a), equal(mul(x, a, x), x), symmetric(mul(a, x)), symmetric(mul(x, a)));

const scalarFunction = (name: string): Fn => ({ name, family: [], inputs: [null], output: null });
const derived = (name: string, s: Term): Term => jet(scalarFunction(name), [2], [s]);
/** A statement about one positive number. */
const ofPositive = (statement: (s: Term) => Formula): Table[string] => [
  1,
  (s) => both('implies', compare(zeros([]), s as Term, true), statement(s as Term)),
];
/** A statement about one square matrix. */
const ofSquare = (statement: (a: Term) => Formula, n?: Dim): Table[string] => [
  1,
  (a) => statement(square(a, n)),
];
const ofTwo = (statement: (a: Term, b: Term) => Formula): Table[string] => [
  2,
  (a, b) => statement(square(a), square(b)),
];
const ofShape = (statement: (m: Dim, p: Dim) => Formula): Table[string] => [
  1,
  (a) => statement(rows(matrix(a)), columns(matrix(a))),
];

export const facts: Table = {
  ...spectra,
  ...coordinateFacts,
  ...functionFacts,
  ...slopeFacts,
  ...rangeFacts,
  ...sumsOfEntries,
  ...bounds,
  ...segmentFacts,
  ...definiteFacts,
  ...adjugatePowers,
  'det of a product': ofTwo((a, b) => equal(det(mul(a, b)), times(det(a), det(b)))),
  'det of the transpose': ofSquare((a) => equal(det(turned(a)), det(a))),
  'det of the identity': ofSquare((a) => equal(det(eye(a)), constant(1n))),
  'det of zero': ofSquare((a) => equal(det(zeros(a.shape)), zeros([]))),
  'det and inverse': ofSquare((a) =>
    equivalent(is('invertible', a), not(equal(det(a), zeros([])))),
  ),
  adjugate: ofSquare((a) =>
    and(equal(mul(a, adj(a)), by(det(a), eye(a))), equal(mul(adj(a), a), by(det(a), eye(a)))),
  ),
  'adjugate of an invertible matrix': ofSquare((a) =>
    both('implies', is('invertible', a), equal(adj(a), by(det(a), inverse(a)))),
  ),
  'adjugate of a product': ofTwo((a, b) => equal(adj(mul(a, b)), mul(adj(b), adj(a)))),
  'adjugate of the transpose': ofSquare((a) => equal(adj(turned(a)), turned(adj(a)))),
  Sylvester: [
    2,
    (a, b) => {
      const shifted = (x: Term, y: Term): Term => det(add(eye(x), mul(x, y)));
      return equal(shifted(matrix(a), matrix(b)), shifted(matrix(b), matrix(a)));
    },
  ],
  'det of a multiple of the identity': [
    2,
    (c, a) => {
      const n = rows(square(a));
      demand(
        c?.shape.length === 0 && /^\d{1,2}$/.test(n),
        'a scalar and a size in digits are wanted',
      );
      return equal(det(by(c as Term, identity(n))), power(c as Term, Number(n)));
    },
  ],
  'det of a 1×1 matrix': ofSquare((a) => equal(det(a), ein('ij->', a)), '1'),
  'det of a 2×2 matrix': ofSquare(
    (a) =>
      and(
        equal(det(a), scale(q(1n, 2n), less(power(tr(a), 2), tr(mul(a, a))))),
        equal(adj(a), less(by(tr(a), eye(a)), a)),
      ),
    '2',
  ),
  'det of a 3×3 matrix': ofSquare(
    (a) =>
      equal(
        det(a),
        add(
          scale(q(1n, 6n), power(tr(a), 3)),
          scale(q(-1n, 2n), times(tr(a), tr(mul(a, a)))),
          scale(q(1n, 3n), tr(mul(a, a, a))),
        ),
      ),
    '3',
  ),
  'adjugate of a 3×3 matrix': ofSquare((a) => {
    const minors = scale(q(1n, 2n), less(ein('ii,jj->', a, a), ein('ij,ji->', a, a)));
    return equal(adj(a), add(mul(a, a), scale(q(-1n), by(tr(a), a)), by(minors, identity('3'))));
  }, '3'),
  'det of a Kronecker product': ofTwo((a, b) =>
    equal(det(kron(a, b)), times(det(by(det(a), eye(b))), det(by(det(b), eye(a))))),
  ),
  'rank of a projector': ofSquare((a) =>
    both('implies', equal(mul(a, a), a), equal(operation('rank', a), tr(a))),
  ),

  'Moore and Penrose': [1, (a) => pseudo(matrix(a), operation('pinv', matrix(a)))],
  'the pseudo-inverse is one': [
    2,
    (a, x) =>
      both('implies', pseudo(matrix(a), matrix(x)), equal(matrix(x), operation('pinv', matrix(a)))),
  ],

  'second derivative of the logarithm': ofPositive((s) =>
    equal(derived('log', s), scale(q(-1n), times(inverse(s), inverse(s)))),
  ),
  'second derivative of the root': ofPositive((s) =>
    equal(
      derived('sqrt', s),
      scale(q(-1n, 4n), times(inverse(s), inverse(jet(scalarFunction('sqrt'), [0], [s])))),
    ),
  ),

  'exp is above its tangent': [
    1,
    (s) =>
      s?.shape.length === 0
        ? compare(add(constant(1n), s), jet(scalarFunction('exp'), [0], [s]), false)
        : refuse('a scalar is wanted'),
  ],

  'a pair has one place': ofShape((m, p) => equal(ein('ijr->ij', pair(m, p)), ones(m, p))),
  'a place has one pair': ofShape((m, p) =>
    equal(ein('ijr->r', pair(m, p)), ones(multiplied(m, p))),
  ),
  'pairs at one place are equal': ofShape((m, p) =>
    equal(ein('ijr,klr->ijklr', pair(m, p), pair(m, p)), ein('ijr->ijijr', pair(m, p))),
  ),
  'places of one pair are equal': ofShape((m, p) =>
    equal(ein('ijr,ijs->ijrs', pair(m, p), pair(m, p)), ein('ijr->ijrr', pair(m, p))),
  ),
  'pairs of pairs': [
    1,
    (t) => {
      demand(t?.shape.length === 3, 'a tensor of three dimensions is wanted');
      const [m, n, p] = (t as Term).shape as [Dim, Dim, Dim];
      return equal(
        ein('ijq,qkr->ijkr', pair(m, n), pair(multiplied(m, n), p)),
        ein('jkq,iqr->ijkr', pair(n, p), pair(m, multiplied(n, p))),
      );
    },
  ],
  'a pair with 1': ofShape((m, p) =>
    m === '1'
      ? equal(ein('ijr->jr', pair(m, p)), identity(p))
      : p === '1'
        ? equal(ein('ijr->ir', pair(m, p)), identity(m))
        : refuse('a dimension 1 is wanted'),
  ),
};
