/**
 * What definitions of predicates unfold to, and the single heads that rules about terms ask for.
 */
import { mentions } from './mentions.ts';
import { put } from './substitution.ts';
import { type Formula, both, compare, equal, key, not, quantify } from './formula.ts';
import { termText } from './formula-text.ts';
import { demand, q, refuse } from './rational.ts';
import { Sameness } from './same.ts';
import { type Application, type Outcome, bindsName, ofKind } from './step.ts';
import {
  type Head,
  type Term,
  constant,
  ein,
  einsum,
  identity,
  labelsFor,
  less,
  scale,
  variable,
  zeros,
} from './term.ts';
import { type Dim, alike } from './dims.ts';

export const hole = '□';
export const nothing = constant(0n);
export const zero = (t: Term): boolean => t.sum.length === 0;
const swap = (t: Term): Term => {
  const l = labelsFor('s', t.shape);
  const [y, x] = [l.pop() as string, l.pop() as string];
  return einsum([...l, y, x], [[t, [...l, x, y]]]);
};
/** Σ t², over all indices. */
export const square = (t: Term): Term => {
  const l = labelsFor('s', t.shape);
  return einsum('', [
    [t, l],
    [t, l],
  ]);
};
export const times = (...terms: readonly Term[]): Term =>
  einsum(
    '',
    terms.map((t) => [t, '']),
  );
export const vanishes = (sameness: Sameness, t: Term, why: string): void => {
  const left = sameness.collect(t.sum);
  if (left.length > 0)
    refuse(
      `${why}: ${termText({ shape: t.shape, sum: left.slice(0, 3).map((m) => ({ ...m.mono, c: m.c })) })} is left`,
    );
};

/** The single factor that a term is, slot by slot; refuses any other term. */
function onlyHead(t: Term): Head {
  const [m] = t.sum;
  const [f] = m?.factors ?? [];
  const plain =
    m &&
    f &&
    t.sum.length === 1 &&
    m.factors.length === 1 &&
    m.c.n === 1n &&
    m.c.d === 1n &&
    m.powers.size === 0;
  return plain && new Set(m.free).size === m.free.length && alike(f.at, m.free)
    ? f.head
    : refuse('a symmetry of something other than a single factor');
}
function symmetries(a: Application, from: number): Sameness {
  const facts = a.from.slice(from).map((_, i) => {
    const { left, right } = a.premise(from + i, 'equal');
    const head = onlyHead(left);
    demand(
      left.shape.length >= 2 && left.shape.at(-1) === left.shape.at(-2),
      'a symmetry of a non-square matrix',
    );
    const sign =
      ([1, -1] as const).find((s) => a.sameness.same(right, scale(q(BigInt(s)), swap(left)))) ??
      refuse('this is not a symmetry');
    return { head, sign };
  });
  // what is symmetric may stand inside what is symmetric: each round sees heads as the round before
  // tells them apart
  return facts.reduce(
    (sameness) =>
      new Sameness(sameness, new Map(facts.map(({ head, sign }) => [sameness.head(head), sign]))),
    a.sameness,
  );
}
/** left − right is the sum of the uses' (context of a) − (context of b). */
export function linear(a: Application): Outcome {
  demand(a.given.length === 0 && a.uses.length <= a.from.length, 'a certificate of another form');
  const goal = ofKind(a.goal, 'equal');
  const parts = a.uses.map((context, i) => {
    const { left, right } = a.premise(i, 'equal');
    demand(!mentions(left, hole) && !mentions(right, hole), 'a hole inside an equation');
    const fill = (t: Term): Term =>
      mentions(context, hole) ? put(context, new Map([[hole, { x: null, body: t }]])) : context;
    return less(fill(left), fill(right));
  });
  vanishes(
    symmetries(a, a.uses.length),
    parts.reduce(less, less(goal.left, goal.right)),
    'the certificate does not give the two sides',
  );
  return { conclusion: goal };
}

const fresh = (stem: string, t: Term, k = 0): string =>
  mentions(t, `${stem}${k || ''}`) ? fresh(stem, t, k + 1) : `${stem}${k || ''}`;
export const unfolded: Readonly<Record<string, (a: Term, m: Dim, n: Dim) => Formula>> = {
  onto: (a, m, n) => some('R#', a, [n, m], (r) => equal(ein('ij,jk->ik', a, r), identity(m))),
  'one-to-one': (a, m, n) =>
    some('L#', a, [n, m], (l) => equal(ein('ij,jk->ik', l, a), identity(n))),
  invertible: (a, n) =>
    some('B#', a, [n, n], (b) =>
      both(
        'and',
        equal(ein('ij,jk->ik', a, b), identity(n)),
        equal(ein('ij,jk->ik', b, a), identity(n)),
      ),
    ),
  psd: (a, n) => definite(a, n, (_, value) => compare(nothing, value, false)),
  pd: (a, n) =>
    definite(a, n, (u, value) =>
      both('implies', not(equal(u, zeros([n]))), compare(nothing, value, true)),
    ),
};
function some(stem: string, a: Term, shape: readonly Dim[], body: (t: Term) => Formula): Formula {
  const name = fresh(stem, a);
  return quantify('exists', { kind: 'tensor', name, shape }, body(variable(name, shape)));
}
function definite(a: Term, n: Dim, body: (u: Term, value: Term) => Formula): Formula {
  const name = fresh('u#', a);
  const u = variable(name, [n]);
  return both(
    'and',
    equal(a, ein('ij->ji', a)),
    quantify('forall', { kind: 'tensor', name, shape: [n] }, body(u, ein('i,ij,j->', u, a, u))),
  );
}

/** The equation A B = I that the premise states. */
export function oneSided(a: Application): { b: Term; a: Term; m: Dim; n: Dim } {
  a.takes(1, 2);
  const [A, B] = [a.term(0), a.term(1)];
  const [m, n] = A.shape as [Dim, Dim];
  demand(A.shape.length === 2 && alike(B.shape, [n, m]), 'A B = I of other shapes');
  a.same(a.any(0), equal(ein('ij,jk->ik', A, B), identity(m)), 'this is not A B = I');
  return { a: A, b: B, m, n };
}
/** ∀v (x v = 0 ⇒ y v = 0), with the name of v in the premise. */
export function inclusion(a: Application, i: number, x: Term, y: Term): void {
  const f = a.premise(i, 'forall');
  const name = bindsName(f.bound);
  demand(!mentions(x, name) && !mentions(y, name), `${name} stands in a matrix`);
  const shape = [x.shape[1] as Dim];
  const kills = (t: Term): Formula =>
    equal(ein('ij,j->i', t, variable(name, shape)), zeros([t.shape[0] as Dim]));
  a.same(
    f,
    quantify('forall', { kind: 'tensor', name, shape }, both('implies', kills(x), kills(y))),
    'no inclusion of kernels',
  );
}
export const matrix = (t: Term): Term => (t.shape.length === 2 ? t : refuse('a matrix is wanted'));

/**
 * A statement for every vector, or for every one whose entries are 0 or 1 and add up to 1: both
 * hold on the basis.
 */
export function onBasis(a: Application): { name: string; n: Dim; body: Formula } {
  a.takes(1, 0);
  const { bound, body } = a.premise(0, 'forall');
  if (bound.kind !== 'tensor' || bound.shape.length !== 1) return refuse('every vector is wanted');
  const n = bound.shape[0] as Dim;
  const e = variable(bound.name, [n]);
  const guard = both('and', equal(ein('i,i->i', e, e), e), equal(ein('i->', e), constant(1n)));
  return {
    name: bound.name,
    n,
    body:
      body.kind === 'implies' && key(body.left, a.sameness) === key(guard, a.sameness)
        ? body.right
        : body,
  };
}
