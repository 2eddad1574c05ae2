/**
 * Short names for the matrices, norms and statements that facts about matrices are written with.
 */
import { mentions } from './mentions.ts';
import type { Table } from './fact-table.ts';
import { type Formula, both, compare, equal, quantify } from './formula.ts';
import { demand, q, refuse } from './rational.ts';
import { type Term, constant, ein, jet, operation, scale, size, variable, zeros } from './term.ts';
import { type Dim } from './dims.ts';

export const dim = (t: Term, axis: number): Dim => t.shape[axis] as Dim;
export const all = (...f: readonly Formula[]): Formula => f.reduce((a, b) => both('and', a, b));
export const ifThen = (hypotheses: readonly Formula[], then: Formula): Formula =>
  hypotheses.reduceRight((f, h) => both('implies', h, f), then);
export const most = (a: Term, b: Term): Formula => compare(a, b, false);
export const zero = zeros([]);
export const one = constant(1n);
export const minus = (t: Term): Term => scale(q(-1n), t);
export const by = (...s: readonly Term[]): Term => s.reduce((a, b) => ein(',->', a, b));
export const times = (s: Term, a: Term): Term => ein(',ij->ij', s, a);
export const mul = (a: Term, b: Term): Term => ein('ij,jk->ik', a, b);
export const flip = (a: Term): Term => ein('ij->ji', a);
export const gram = (a: Term): Term => mul(flip(a), a);
export const dot = (x: Term, y: Term): Term => ein('i,i->', x, y);
export const at = (a: Term, v: Term): Term => ein('ij,j->i', a, v);
export const reach = (a: Term, v: Term): Term => dot(at(a, v), at(a, v));
export const form = (x: Term, a: Term, y: Term): Term => ein('i,ij,j->', x, a, y);
export const squares = (a: Term): Term => ein('ij,ij->', a, a);
export const trace = (a: Term): Term => ein('ii->', a);
export const [norm, sigma, nuclear, rank] = ['norm', 'sigma_min', 'nuclear', 'rank'].map(
  (name) => (a: Term) => operation(name, a),
) as [(a: Term) => Term, (a: Term) => Term, (a: Term) => Term, (a: Term) => Term];
export const det = (a: Term): Term => operation('det', a);
const teller = (m: Dim, p: Dim): Term => operation('pair', zeros([m, p]));
export const kron = (a: Term, b: Term): Term =>
  ein('ikr,ij,kl,jls->rs', teller(dim(a, 0), dim(b, 0)), a, b, teller(dim(a, 1), dim(b, 1)));
export const lambda = (k: number, a: Term): Term => operation(`lambda.${k}`, a);
export const absolute = (s: Term): Term =>
  jet({ name: 'abs', family: [], inputs: [null], output: null }, [0], [s]);
export const symmetric = (a: Term): Formula => equal(flip(a), a);

function fresh(stem: string, of: readonly Term[]): string {
  for (let k = 0; ; k++) {
    const name = k === 0 ? stem : `${stem}${k}`;
    if (!of.some((t) => mentions(t, name))) return name;
  }
}
const bound =
  (kind: 'forall' | 'exists') =>
  (
    stem: string,
    shape: readonly Dim[],
    of: readonly Term[],
    body: (x: Term) => Formula,
  ): Formula => {
    const name = fresh(stem, of);
    return quantify(kind, { kind: 'tensor', name, shape }, body(variable(name, shape)));
  };
export const [every, some] = [bound('forall'), bound('exists')];
export const unit = (v: Term): Formula => equal(dot(v, v), one);

export const matrix = (a: Term | undefined): Term =>
  a?.shape.length === 2 ? a : refuse('a matrix is wanted');
export const square = (a: Term | undefined): Term =>
  matrix(a).shape[0] === a?.shape[1] ? (a as Term) : refuse('a square matrix is wanted');
export const scalar = (s: Term | undefined): Term =>
  s?.shape.length === 0 ? s : refuse('a scalar is wanted');
export const vector = (v: Term | undefined, n?: Dim): Term =>
  v?.shape.length === 1 && (n === undefined || v.shape[0] === n)
    ? v
    : refuse('a vector of another dimension is wanted');
export function whole(t: Term | undefined): number {
  const m = scalar(t).sum;
  demand(
    m.length === 1 &&
      m[0]?.factors.length === 0 &&
      m[0].powers.size === 0 &&
      m[0].c.d === 1n &&
      m[0].c.n >= 1n &&
      m[0].c.n <= 1000n,
    'a whole number is wanted',
  );
  return Number(m[0]?.c.n);
}
export const there = (k: number, a: Term): Formula => most(constant(BigInt(k)), size(dim(a, 0)));

export const ofOne = (f: (a: Term) => Formula): Table[string] => [1, (a) => f(matrix(a))];
export const ofTwo = (f: (a: Term, b: Term) => Formula): Table[string] => [
  2,
  (a, b) => f(matrix(a), matrix(b)),
];
export const ofScaled = (f: (s: Term, a: Term) => Formula): Table[string] => [
  2,
  (s, a) => f(scalar(s), matrix(a)),
];
export const ofForm = (f: (a: Term, v: Term) => Formula): Table[string] => [
  2,
  (a, v) => f(matrix(a), vector(v, dim(matrix(a), 1))),
];
export const ofKth = (f: (k: number, a: Term) => Formula): Table[string] => [
  2,
  (k, a) => ifThen([symmetric(square(a))], f(whole(k), square(a))),
];
export const sends = (a: Term, v: Term): Formula => equal(at(a, v), zeros([dim(a, 0)]));
export const tall = (a: Term): Formula => most(size(dim(a, 1)), size(dim(a, 0)));
