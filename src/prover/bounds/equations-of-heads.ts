/** Equations that the known facts give for norms, ranks and eigenvalues of a term. */
import { write } from '../../kernel/formula.ts';
import {
  bareHead,
  contract,
  factorTerm,
  identity,
  number,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { type Theorem, antisymmetry, fact, hole, modusPonens, weak } from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { type Equation, equation, flipped } from '../derived/equations.ts';
import { freed } from '../derived/known.ts';
import { alike, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { fromSquares, lengthOf } from '../derived/lengths.ts';
import { cutBehindFirst, normOf, withoutScalar } from '../derived/norm-parts.ts';
import { kroneckerOf } from '../graphs/chains.ts';
import { inner, negated, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import type { Prove } from '../known/strategy.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { eigenvalueEquations } from './eigenvalue-equations.ts';
import { type Heads, headsIn, transposed } from './heads.ts';

/**
 * Equations between the operations that stand in the terms, by structure: of transposes, multiples,
 * Gram matrices, inverses.
 */
export function equationsOn(terms: readonly Term[], ctx: Context, prove: Prove): Equation[] {
  const heads = headsIn(...terms);
  const found: Theorem[] = [];
  const use = (name: string, ...given: readonly Term[]): void => {
    const t = freed(fact(name, ...given), (f) => prove(f, ctx));
    if (t.conclusion.kind === 'equal') found.push(t);
  };
  for (const t of heads.of('norm').slice(0, 6)) {
    const [m, ...more] = t.monomials;
    if (!m) continue;
    if (writeTerm(transposed(t)) < writeTerm(t)) use('norm of the transpose', t);
    found.push(...ofIsometry(t, ctx));
    if (more.length > 0) continue;
    const [f, g] = m.factors;
    const inv =
      m.factors.length === 1 && f?.head.kind === 'inverse' && f.head.params.length === 0
        ? f.head.arg
        : null;
    if (inv) use('norm of the inverse', inv);
    const cut = cutBehindFirst(t);
    if (cut && cut.rest.shape.length === 2) {
      if (alike(cut.rest, transposed(cut.front))) found.push(normOfGram(cut.rest));
      use('norm under an isometry', cut.front, cut.rest);
    }
    if (
      f &&
      g &&
      m.factors.length === 2 &&
      f.slots.length === 1 &&
      g.slots.length === 1 &&
      m.coefficient.num === 1n &&
      m.coefficient.den === 1n
    ) {
      const [x, y] = f.slots[0] === m.free[0] ? [f, g] : [g, f];
      found.push(outerProduct(factorTerm(x), factorTerm(y)));
    }
    const scalar = withoutScalar(t);
    if (scalar) use('norm of a multiple', scalar.scalar, scalar.rest);
    found.push(...ofIdentity(t, m, ctx, prove));
    if (m.factors.length === 0) use('norm of the identity', identity(t.shape[0] as Dim));
  }
  if (heads.of('norm').length > 0)
    for (const eq of ctx.equations.slice(0, 8)) found.push(...betweenGrams(eq, ctx, prove));
  for (const t of heads.of('rank').slice(0, 4)) {
    const pair = t.monomials.length === 1 ? kroneckerOf(t.monomials[0] as Monomial) : null;
    if (pair) use('rank of a Kronecker product', ...pair);
  }
  for (const { k, of } of heads.lambdas.slice(0, 4)) {
    eigenvalueEquations(k, of, use);
    if (k === 1 && isSmallest(of, heads)) use('sigma_min of a psd matrix', negated(of));
  }
  return found.map((t) => equation(t, 'norms'));
}

/** Is it −A, with σ_min(A) or ‖inv(A)‖ next to it? */
function isSmallest(opposite: Term, heads: Heads): boolean {
  const a = negated(opposite);
  const isInverse = (t: Term): boolean => {
    const head = bareHead(t);
    return head?.kind === 'inverse' && alike(head.arg, a);
  };
  return heads.of('norm').some(isInverse) || heads.of('sigma_min').some((t) => alike(t, a));
}

/**
 * Of A'A = B B' and A'A = c I: ‖A‖² = ‖A'A‖, what is known of the other norm, and that these are
 * equal.
 */
function betweenGrams(eq: Equation, ctx: Context, prove: Prove): Theorem[] {
  const gramOf = (side: Term): Term | null => {
    const cut = side.shape.length === 2 ? cutBehindFirst(side) : null;
    return cut?.rest.shape.length === 2 && alike(cut.rest, transposed(cut.front)) ? cut.rest : null;
  };
  const sides = [eq.left, eq.right];
  const grams = sides.flatMap((side) => gramOf(side) ?? []);
  if (grams.length === 0) return [];
  const others = sides
    .filter((side) => side.shape.length === 2 && side.monomials.length === 1 && !gramOf(side))
    .map(normOf);
  const same = linearBy(normOf(eq.left), normOf(eq.right), [
    { equation: eq.theorem, context: normOf(variable(hole, eq.left.shape)) },
  ]);
  return [
    same,
    ...equationsOn(others, { ...ctx, equations: [] }, prove).map((e) => e.theorem),
    ...grams.map(normOfGram),
  ];
}

/** ‖A'A‖ = ‖A‖², and ‖A A'‖ = ‖A‖². */
function normOfGram(a: Term): Theorem {
  const own = fact('norm of a Gram matrix', a);
  const turned = transposed(a);
  const f = own.conclusion;
  if (f.kind !== 'equal' || bareHead(a) !== null || bareHead(turned) === null) return own;
  const [same, at] = [fact('norm of the transpose', a), negated(variable(hole, []))];
  return linearBy(f.left, times(normOf(turned), normOf(turned)), [
    { equation: own, context: variable(hole, []) },
    { equation: same, context: times(at, normOf(a)) },
    { equation: same, context: times(at, normOf(turned)) },
  ]);
}

/** ‖s I‖ = s for a number s that is known not to be negative. */
function ofIdentity(t: Term, m: Monomial, ctx: Context, prove: Prove): Theorem[] {
  const isMultiple =
    m.free[0] === m.free[1] &&
    m.factors.every((f) => f.slots.length === 0) &&
    Object.keys(m.powers).length === 0;
  if (!isMultiple || (m.factors.length === 0 && m.coefficient.num === m.coefficient.den)) return [];
  const [s, unit] = [
    times(number(m.coefficient), ...m.factors.map(factorTerm)),
    identity(t.shape[0] as Dim),
  ];
  const multiple = freed(fact('norm of a positive multiple', s, unit), (f) => prove(f, ctx));
  if (multiple.conclusion.kind !== 'equal') return [];
  const at = variable(hole, []);
  return [
    linearBy(normOf(t), s, [
      { equation: multiple, context: at },
      { equation: fact('norm of the identity', unit), context: times(at, s) },
    ]),
  ];
}

/** ‖U‖ = 1 where U'U = I, or U U' = I. */
function ofIsometry(t: Term, ctx: Context): Theorem[] {
  if (ctx.structural.length === 0) return [];
  for (const [u, turn] of [
    [t, []],
    [transposed(t), [fact('norm of the transpose', t)]],
  ] as const) {
    const unit = identity(u.shape[1] as Dim);
    const isometry = byEquations(contract([u, u], ['ji', 'jk'], 'ik'), unit, ctx, {
      rounds: 2,
      rows: 40,
      weight: 16,
    });
    const same = fact('norm under an isometry', u, unit);
    if (
      isometry &&
      same.conclusion.kind === 'implies' &&
      write(same.conclusion.left) === write(isometry.conclusion)
    )
      return [modusPonens(same, isometry), fact('norm of the identity', unit), ...turn];
  }
  return [];
}

/** ‖x y'‖ = |x| |y|, from the squares. */
function outerProduct(x: Term, y: Term): Theorem {
  const n = normOf(contract([x, y], ['i', 'j'], 'ij'));
  const [a, b] = [lengthOf(x), lengthOf(y)];
  const right = times(a.value, b.value);
  const sign = orderBy(zeros([]), right, false, [summand([a.sign, b.sign])]);
  const same = fact('norm of an outer product', x, y);
  const positive = orderBy(zeros([]), inner(y, y), false, [summand([], one, [y])]);
  const up = orderBy(times(n, n), times(right, right), false, [
    summand([weak(same)]),
    summand([weak(flipped(a.square)), positive]),
    summand([weak(flipped(b.square))], one, [a.value]),
  ]);
  const down = orderBy(times(right, right), times(n, n), false, [
    summand([weak(flipped(same))]),
    summand([weak(a.square), positive]),
    summand([weak(b.square)], one, [a.value]),
  ]);
  return antisymmetry(
    fromSquares(n, right, sign, up),
    fromSquares(
      right,
      n,
      fact('the norm is not negative', contract([x, y], ['i', 'j'], 'ij')),
      down,
    ),
  );
}
