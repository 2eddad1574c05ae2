/**
 * Facts and cited theorems that what stands in a goal invites, each as it is stated, hypotheses and
 * all.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, factorTerm, identity, number, permute, scale } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { cite, fact, type Theorem } from '../../kernel/theorem.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { operationsIn } from '../graphs/heads.ts';
import { minus } from '../graphs/small-terms.ts';
import { textOf } from '../graphs/parts-of-graphs.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { tracesOfTwo } from './definite-bounds.ts';
import { ofFunctions } from './invited-functions.ts';
import { ofPowers } from './invited-powers.ts';
import { alike, nothing } from '../derived/labelled.ts';
import { appliedIn } from '../rewriting/congruence.ts';

/** The summands of a matrix. */
const summands = (t: Term): Term[] =>
  t.monomials.length < 2 || t.monomials.length > 4
    ? []
    : t.monomials.map((m) =>
        scale(m.coefficient, subgraph({ ...m, powers: {} }, m.factors, m.free)),
      );
const isIdentity = (t: Term): boolean =>
  t.monomials.length === 1 && t.monomials[0]?.factors.length === 0 && t.shape.length === 2;
const side = (t: Term): Dim => t.shape[0] as Dim;
const whole = (k: number): Term => number(ratio(BigInt(k)));

/** A = X'X or X X' of a matrix with a name. */
function gramOf(t: Term): Term | null {
  const [m, ...more] = t.monomials;
  const [f, g] = m?.factors ?? [];
  if (!m || !f || !g || more.length > 0 || m.factors.length !== 2) return null;
  if (f.slots.length !== 2 || g.slots.length !== 2) return null;
  const x = factorTerm(f);
  const rows = contract([x, x], ['ki', 'kj'], 'ij');
  const columns = contract([x, x], ['ik', 'jk'], 'ij');
  const plain = scale(ratio(m.coefficient.den, m.coefficient.num), t);
  const same = (u: Term): boolean => u.shape.join() === t.shape.join() && alike(u, plain);
  return same(rows) ? x : same(columns) ? permute(x, [1, 0]) : null;
}

/** c and A where a matrix is A + c I. */
function shiftOf(t: Term): { by: Term; rest: Term } | null {
  const [eye, ...more] = t.monomials.filter(
    (m) => m.free[0] === m.free[1] && m.factors.every((f) => f.slots.length === 0),
  );
  if (!eye || more.length > 0 || t.monomials.length < 2) return null;
  const parts = [...eye.factors.map(factorTerm), number(eye.coefficient)];
  const by = contract(
    parts,
    parts.map(() => ''),
    '',
  );
  const whole = contract([by, identity(side(t))], ['', 'ij'], 'ij');
  return { by, rest: minus(t, whole) };
}

/** A and B where a matrix is A ∘ B. */
export function entrywiseOf(t: Term): readonly [Term, Term] | null {
  const [m, ...more] = t.monomials;
  const [f, g, ...others] = m?.factors ?? [];
  if (!m || !f || !g || more.length + others.length > 0 || m.coefficient.num !== m.coefficient.den)
    return null;
  if ([f, g].some((x) => x.slots.length !== 2)) return null;
  const along = (x: typeof f): Term | null =>
    x.slots.join() === m.free.join()
      ? factorTerm(x)
      : x.slots.toReversed().join() === m.free.join()
        ? permute(factorTerm(x), [1, 0])
        : null;
  const [a, b] = [along(f), along(g)];
  return a && b ? [a, b] : null;
}

/** A matrix product as its first factor and the rest. */
function productOf(t: Term): readonly [Term, Term] | null {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0 || m.factors.length < 2) return null;
  const front = m.factors.find(
    (f) => f.slots.length === 2 && f.slots.includes(m.free[0] as number),
  );
  const wire = front?.slots.find((w) => w !== m.free[0]);
  if (!front || wire === undefined || m.free.includes(wire)) return null;
  const rest = m.factors.filter((f) => f !== front);
  return [
    subgraph({ ...m, powers: {} }, [front], [m.free[0] as number, wire]),
    scale(m.coefficient, subgraph({ ...m, powers: {} }, rest, [wire, m.free[1] as number])),
  ];
}

const ofSigma = (t: Term): Theorem[] => [
  ...summands(t).flatMap((p) => [
    cite('Weyl, singular values', t, p),
    ...(isIdentity(p) ? [fact('sigma_min of the identity', p)] : []),
  ]),
  ...ofGram(t),
];

/** Norms and singular values of Gram matrices and of shifts. */
function ofGram(t: Term): Theorem[] {
  const gram = gramOf(t);
  const shift = t.shape[0] === t.shape[1] ? shiftOf(t) : null;
  return [
    ...(gram
      ? [fact('sigma_min of a Gram matrix', gram), fact('norm of a Gram matrix', gram)]
      : []),
    ...(shift ? [fact('norm and sigma_min of a shift', shift.by, shift.rest)] : []),
  ];
}

function ofNuclear(t: Term): Theorem[] {
  const factors = productOf(t);
  return [
    ...(factors ? [fact('nuclear norm of a product', ...factors)] : []),
    ...(t.shape[0] === t.shape[1] ? ofTrace(t) : []),
  ];
}

/** tr A ≤ ‖A‖_*, and the same of −A. */
const ofTrace = (a: Term): Theorem[] => {
  const eye = identity(side(a));
  return [
    fact('nuclear duality', eye, a),
    fact('nuclear duality', scale(ratio(-1n), eye), a),
    fact('norm of the identity', a),
    fact('norm of the negative', eye),
    fact('nuclear norm and Frobenius norm', a),
    fact('the nuclear norm is not negative', a),
  ];
};

function ofEigenvalue(k: number, t: Term): Theorem[] {
  const each = entrywiseOf(t);
  const parts = summands(t);
  const [a, b] = parts;
  const gram = gramOf(scale(ratio(-1n), t));
  return [
    ...(each && k === 1 ? [cite('Schur, largest eigenvalue', ...each)] : []),
    ...(a && b && parts.length === 2
      ? Array.from({ length: k }, (_, j) => cite('Weyl, sums', whole(j + 1), whole(k - j), a, b))
      : []),
    ...(gram && k === 1 ? [fact('eigenvalue of a negative Gram matrix', gram)] : []),
  ];
}

/** |A B − B A|_F² where each graph of the goal's lower side holds the two matrices twice. */
function ofCommutator(goal: Formula): Theorem[] {
  if (goal.kind !== 'less') return [];
  const names = new Map<string, Term>();
  for (const m of goal.left.monomials)
    for (const f of m.factors)
      if (f.head.kind === 'variable' && f.slots.length === 2) names.set(f.head.name, factorTerm(f));
  const [a, b, ...more] = names.values();
  const fits =
    goal.left.monomials.length >= 2 && goal.left.monomials.every((m) => m.factors.length === 4);
  return a &&
    b &&
    more.length === 0 &&
    fits &&
    a.shape.join() === b.shape.join() &&
    a.shape[0] === a.shape[1]
    ? [cite('Böttcher and Wenzel', a, b)]
    : [];
}

/** tr(A B) with an isometry among the two. */
const ofTraces = (terms: readonly Term[]): Theorem[] =>
  tracesOfTwo(...terms)
    .slice(0, 2)
    .flatMap(([a, b]) =>
      [
        [a, b],
        [b, a],
      ].flatMap(([x, y]) => {
        const [u, s] = [permute(x as Term, [1, 0]), y as Term];
        const eye = identity(u.shape[1] as Dim);
        return [
          fact('nuclear duality', u, s),
          fact('nuclear norm of a psd matrix', s),
          fact('norm under an isometry', u, eye),
          fact('norm of the identity', eye),
        ];
      }),
    );

/** Determinants of sums and of products entry by entry, and traces that bound. */
function ofDeterminants(goal: Formula, terms: readonly Term[]): Theorem[] {
  if (goal.kind !== 'less') return [];
  const dets = operationsIn(terms, 'det').filter((h) => h.params.length === 0);
  return dets.slice(0, 4).flatMap(({ arg: argument }) => {
    const [a, b, ...more] = summands(argument);
    const each = entrywiseOf(argument);
    return [
      ...(a && b && more.length === 0 ? [cite('Minkowski, determinants of sums', a, b)] : []),
      ...(each ? [cite('Oppenheim', ...each)] : []),
      ...unitAndRest(argument),
      ...(isDiagonal(argument) ? [] : [cite('Hadamard, determinant and diagonal', argument)]),
    ];
  });
}
/** 1 + tr A ≤ det(I + A). */
function unitAndRest(t: Term): Theorem[] {
  const shift = t.shape[0] === t.shape[1] ? shiftOf(t) : null;
  return shift && alike(shift.by, whole(1)) ? [fact('det of I and a psd matrix', shift.rest)] : [];
}
const isDiagonal = (t: Term): boolean => t.monomials.every((m) => m.free[0] === m.free[1]);

/** A matrix below its trace, where its trace stands in the goal. */
function ofOwnTrace(goal: Formula, terms: readonly Term[]): Theorem[] {
  if (goal.kind !== 'less') return [];
  const found = new Map<string, Term>();
  for (const { factors } of terms.flatMap((t) => t.monomials))
    for (const f of factors)
      if (f.slots.length === 2 && f.slots[0] === f.slots[1])
        found.set(textOf(factorTerm(f), nothing), factorTerm(f));
  return [...found.values()].slice(0, 2).flatMap((a) => {
    const trace = contract([a], ['ii'], '');
    const shifted = minus(contract([trace, identity(side(a))], ['', 'ij'], 'ij'), a);
    return [
      fact('a psd matrix below its trace', a),
      fact('trace of a product of psd matrices', a, shifted),
    ];
  });
}

/** What the goal invites; hypotheses are still to be shown. */
export function invitedBy(goal: Formula): Theorem[] {
  const terms = termsOf(goal);
  const heads = appliedIn(...terms).slice(0, 8);
  const ranked = heads.filter((h) => h.symbol === 'rank').map((h) => h.argument);
  return [
    ...heads.flatMap(({ symbol, argument }) =>
      symbol === 'sigma_min'
        ? ofSigma(argument)
        : symbol === 'norm'
          ? [...ofGram(argument), fact('norm of the transpose', argument)]
          : symbol === 'nuclear'
            ? ofNuclear(argument)
            : symbol.startsWith('lambda.')
              ? ofEigenvalue(Number(symbol.slice(7)), argument)
              : [],
    ),
    ...ranked
      .filter((a) => a.shape[0] === a.shape[1])
      .flatMap((a) => [fact('trace, rank and Frobenius norm', a), ...ofTrace(a)]),
    ...ofTraces(terms),
    ...ofFunctions(terms),
    ...ofCommutator(goal),
    ...ofDeterminants(goal, terms),
    ...ofPowers(goal),
    ...ofOwnTrace(goal, terms),
  ];
}
