/**
 * Decompositions, determinants and traces of definite matrices, stated a second time from their
 * definitions.
 */
import { mentions } from './mentions.ts';
import { both, compare, equal, is, quantify, type Formula } from './formula.ts';
import type { Table } from './fact-table.ts';
import { demand, q, refuse } from './rational.ts';
import {
  add,
  ein,
  identity,
  inverse,
  less,
  operation,
  scale,
  size,
  variable,
  zeros,
  type Term,
} from './term.ts';
import { type Dim } from './dims.ts';

const inBases = (u: Term, d: Term, v: Term): Term => ein('ik,k,jk->ij', u, d, v);
const diagonal = (d: Term): Term => ein('i->ii', d);
const side = (a: Term): Dim => a.shape[0] as Dim;
const most = (a: Term, b: Term): Formula => compare(a, b, false);
const and = (...f: readonly Formula[]): Formula => f.reduce((a, b) => both('and', a, b));
const given = (hypotheses: readonly Formula[], then: Formula): Formula =>
  hypotheses.reduceRight((f, h) => both('implies', h, f), then);
const mul = (...t: readonly Term[]): Term => t.reduce((a, b) => ein('ij,jk->ik', a, b));
const turn = (a: Term): Term => ein('ij->ji', a);
const det = (a: Term): Term => operation('det', a);
const trace = (a: Term): Term => ein('ii->', a);
const halved = (a: Term): Term => scale(q(1n, 2n), a);
const ownTranspose = (a: Term): Formula => equal(turn(a), a);
const columnsAreUnit = (u: Term): Formula => equal(mul(turn(u), u), identity(u.shape[1] as Dim));
const rowsAreUnit = (u: Term): Formula => equal(mul(u, turn(u)), identity(u.shape[0] as Dim));

const square = (a: Term | undefined): Term =>
  a?.shape.length === 2 && a.shape[0] === a.shape[1] ? a : refuse('a square matrix is wanted');
const ofOne = (f: (a: Term) => Formula): Table[string] => [1, (a) => f(square(a))];
const ofTwo = (f: (a: Term, b: Term) => Formula): Table[string] => [
  2,
  (a, b) => {
    demand(side(square(a)) === side(square(b)), 'matrices of one size are wanted');
    return f(square(a), square(b));
  },
];

/** Things that exist, each under a name that what is given and those before it do not use. */
function exist(
  given: readonly Term[],
  named: readonly (readonly [stem: string, shape: readonly Dim[]])[],
  body: (...x: readonly Term[]) => Formula,
): Formula {
  const found: { name: string; shape: readonly Dim[] }[] = [];
  for (const [stem, shape] of named) {
    const used = [...given, ...found.map((f) => variable(f.name, f.shape))];
    let name = stem;
    for (let k = 1; used.some((t) => mentions(t, name)); k++) name = `${stem}${k}`;
    found.push({ name, shape });
  }
  return found.reduceRight<Formula>(
    (f, { name, shape }) => quantify('exists', { kind: 'tensor', name, shape }, f),
    body(...found.map((f) => variable(f.name, f.shape))),
  );
}

export const definiteFacts: Table = {
  'det of a shifted product': [
    3,
    (s, x, y) => {
      const [a, b] = [square(x), square(y)];
      demand(s?.shape.length === 0 && side(a) === side(b), 'a number and matrices are wanted');
      const raised = (m: Term): Term => det(add(m, ein(',ij->ij', s as Term, identity(side(m)))));
      return equal(raised(mul(a, b)), raised(mul(b, a)));
    },
  ],
  'trace of a nilpotent matrix': [
    2,
    (k, x) => {
      const a = square(x);
      const m = k?.sum[0];
      const degree =
        k?.shape.length === 0 &&
        k.sum.length === 1 &&
        m?.factors.length === 0 &&
        m.powers.size === 0
          ? m.c
          : refuse('a whole number is wanted');
      demand(degree.d === 1n && degree.n >= 2n && degree.n <= 8n, 'a power from 2 to 8 is wanted');
      const all = Array<Term>(Number(degree.n)).fill(a);
      return given([equal(mul(...all), zeros(a.shape))], equal(trace(a), zeros([])));
    },
  ],
  'a psd matrix below its trace': ofOne((a) =>
    given([is('psd', a)], is('psd', less(ein('kk,ij->ij', a, identity(side(a))), a))),
  ),
  'trace, rank and Frobenius norm': ofOne((a) =>
    most(ein(',->', trace(a), trace(a)), ein(',->', operation('rank', a), ein('ij,ij->', a, a))),
  ),
  'inverses are convex': ofTwo((a, b) =>
    given(
      [is('pd', a), is('pd', b)],
      is('psd', less(halved(add(inverse(a), inverse(b))), inverse(halved(add(a, b))))),
    ),
  ),
};

export const citedDecompositions: Table = {
  'Minkowski, determinants of sums': ofTwo((a, b) =>
    given([is('psd', a), is('psd', b)], most(add(det(a), det(b)), det(add(a, b)))),
  ),
  Oppenheim: ofTwo((a, b) =>
    given(
      [is('psd', a), is('psd', b)],
      most(ein(',->', det(a), det(b)), det(ein('ij,ij->ij', a, b))),
    ),
  ),
  Kantorovich: [
    4,
    (s, t, x, v) => {
      demand(s?.shape.length === 0 && t?.shape.length === 0, 'two numbers are wanted');
      const a = x?.shape.length === 2 && x.shape[0] === x.shape[1] ? x : refuse('a square matrix');
      demand(v?.shape.length === 1 && v.shape[0] === a.shape[0], 'a vector of its size is wanted');
      const [low, high, u] = [s as Term, t as Term, v as Term];
      const scaled = (c: Term): Term => ein(',ij->ij', c, identity(side(a)));
      const value = (m: Term): Term => ein('i,ij,j->', u, m, u);
      const [sum, length] = [add(low, high), ein('i,i->', u, u)];
      return given(
        [
          compare(zeros([]), low, true),
          is('psd', less(a, scaled(low))),
          is('psd', less(scaled(high), a)),
        ],
        most(
          scale(q(4n), ein(',,,->', low, high, value(a), value(inverse(a)))),
          ein(',,,->', sum, sum, length, length),
        ),
      );
    },
  ],
  'Hadamard, determinant and diagonal': ofOne((a) =>
    given([is('psd', a)], most(det(a), det(ein('ii->ii', a)))),
  ),
  'singular value decomposition': [
    1,
    (a) => {
      const [m, n] = a?.shape.length === 2 ? a.shape : refuse('a matrix is wanted');
      const A = a as Term;
      return given(
        [most(size(n as Dim), size(m as Dim))],
        exist(
          [A],
          [
            ['U#', [m as Dim, n as Dim]],
            ['d#', [n as Dim]],
            ['V#', [n as Dim, n as Dim]],
          ],
          (...x) => {
            const [u, d, v] = x as [Term, Term, Term];
            return and(
              columnsAreUnit(u),
              columnsAreUnit(v),
              rowsAreUnit(v),
              is('psd', diagonal(d)),
              equal(A, inBases(u, d, v)),
            );
          },
        ),
      );
    },
  ],
  'commuting symmetric matrices': ofTwo((a, b) => {
    const n = side(a);
    return given(
      [ownTranspose(a), ownTranspose(b), equal(mul(a, b), mul(b, a))],
      exist(
        [a, b],
        [
          ['U#', [n, n]],
          ['d#', [n]],
          ['e#', [n]],
        ],
        (...x) => {
          const [u, d, e] = x as [Term, Term, Term];
          return and(
            columnsAreUnit(u),
            rowsAreUnit(u),
            equal(a, inBases(u, d, u)),
            equal(b, inBases(u, e, u)),
          );
        },
      ),
    );
  }),
  'definite pencil': ofTwo((a, b) => {
    const n = side(a);
    return given(
      [is('pd', a), ownTranspose(b)],
      exist(
        [a, b],
        [
          ['X#', [n, n]],
          ['d#', [n]],
        ],
        (...x) => {
          const [t, d] = x as [Term, Term];
          return and(
            is('invertible', t),
            equal(mul(turn(t), a, t), identity(n)),
            equal(mul(turn(t), b, t), diagonal(d)),
          );
        },
      ),
    );
  }),
};
