/**
 * Inequalities between numbers that are known of the matrices and vectors of a goal: forms, traces,
 * squares of norms.
 */
import type { Term } from '../../kernel/term.ts';
import { add, bareHead, contract, factorTerm, permute, variable } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  fact,
  generalise,
  hole,
  modusPonens,
  overBasis,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { aligned, relevant, vectorsIn } from './candidates.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { bookOf, freshIn, type Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { freed } from '../derived/known.ts';
import { nothing, orderBy, byFacts, linearBy, summand } from '../derived/labelled.ts';
import { nought, negated, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { difference, type Sum } from '../graphs/sum.ts';
import { usable } from '../known/usable.ts';

/**
 * The graphs of the numbers that are known to be positive, v·v for v ≠ 0, or that equal a number,
 * v·v = 1.
 */
const positives = (ctx: Context): Sum => {
  const bare = (t: Term): boolean =>
    t.monomials.length === 1 && t.monomials.every((m) => m.factors.length === 0);
  const lengths = ctx.equations
    .filter((e) => e.left.shape.length === 0 && (bare(e.left) || bare(e.right)))
    .slice(0, 4)
    .flatMap((e) => [...difference(bare(e.left) ? e.right : e.left, nought(), nothing)]);
  return new Map([
    ...lengths,
    ...ctx.facts.flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'less' && f.strict && f.left.monomials.length === 0
        ? [...difference(f.right, nought(), nothing)]
        : [],
    ),
  ]);
};

/**
 * v·(A v) = c v·v, from A v = c v, at the vectors that are known not to be 0, unchanged and
 * simplified.
 */
export function closings(ctx: Context): Theorem[] {
  const signs = positives(ctx);
  return ctx.equations
    .filter((e) => e.left.shape.length === 1)
    .slice(0, 6)
    .flatMap((e) =>
      vectorsIn(signs, e.left.shape[0] as string)
        .slice(0, 3)
        .flatMap((v) => {
          const closed = (t: Term): Term => contract([t, v], ['i', 'i'], '');
          const uses = [{ equation: e.theorem, context: closed(variable(hole, e.left.shape)) }];
          const [l, r] = [closed(e.left), closed(e.right)];
          const both = linearBy(l, r, uses);
          const simpler = rewritten(r, ctx);
          const also = simpler
            ? [
                byFacts(l, simpler.term, false, [weak(both), weak(flipped(simpler.equation))]),
                byFacts(simpler.term, l, false, [weak(flipped(both)), weak(simpler.equation)]),
              ]
            : [];
          return [weak(both), weak(flipped(both)), ...also];
        }),
    );
}

/** An inequality with its sides rewritten by what is known; none where nothing applies. */
function simplerThan(t: Theorem, ctx: Context): Theorem[] {
  const f = t.conclusion;
  if (f.kind !== 'less') return [];
  const [l, r] = [f.left, f.right].map((side) => rewritten(side, ctx));
  if (!l && !r) return [];
  const parts = [t, ...(l ? [weak(l.equation)] : []), ...(r ? [weak(flipped(r.equation))] : [])];
  return [byFacts(l?.term ?? f.left, r?.term ?? f.right, f.strict, parts)];
}

/** 0 ≤ v'A v, or 0 < v'A v, of the definite matrices at the vectors that are known not to be 0. */
export function formsWhereNotZero(ctx: Context, prove: Prove): Theorem[] {
  const signs = positives(ctx);
  return ctx.facts
    .flatMap(({ theorem }) => {
      const f = theorem.conclusion;
      if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) return [];
      return vectorsIn(signs, f.bound.shape[0] as string)
        .slice(0, 3)
        .flatMap((term) => {
          const instance = passed(ctx.deadline)
            ? null
            : freed(specialise(theorem, { kind: 'term', term }), (g) => prove(g, ctx));
          const f = instance?.conclusion;
          if (!instance || f?.kind !== 'less') return [];
          // 0 < c |v|² − v'A v says 0 < c − v'A v where |v| = 1
          return f.strict ? [instance, ...simplerThan(instance, ctx)] : [instance];
        });
    })
    .slice(0, 8);
}

/** ‖A‖² ≤ r² where ‖A‖ ≤ r is known. */
export const squaredNorms = (ctx: Context): Theorem[] =>
  ctx.facts
    .flatMap(({ theorem }) => {
      const f = theorem.conclusion;
      const head = f.kind === 'less' ? bareHead(f.left) : null;
      if (
        f.kind !== 'less' ||
        head?.kind !== 'operation' ||
        head.name !== 'norm' ||
        head.params.length > 0
      )
        return [];
      const sign = fact('the norm is not negative', head.arg);
      return [
        orderBy(times(f.left, f.left), times(f.right, f.right), false, [
          summand([], one, [add(f.right, negated(f.left))]),
          summand([sign, theorem], ratio(2n)),
        ]),
      ];
    })
    .slice(0, 4);

/** What norms and largest eigenvalues say of quadratic forms. */
export interface Forms {
  /** Of forms that stand in the gap. */
  readonly standing: readonly Theorem[];
  /** Of others, at the vectors in the gap, simplified by what is known. */
  readonly further: () => Theorem[];
}

/** What norms and largest eigenvalues say of quadratic forms at the vectors in the gap. */
export function formsOf(
  goal: FormulaOf<'less'>,
  stated: readonly Term[],
  ctx: Context,
  prove: Prove,
): Forms {
  const gap = difference(goal.right, goal.left, nothing);
  const graphs = difference(goal.right, goal.left, bookOf(ctx).map);
  // a vector that is known not to be 0 stands in what is known
  for (const [text, entry] of positives(ctx)) gap.set(text, entry);
  const matrices = appliedIn(goal.left, goal.right, ...stated).flatMap((a) => {
    const [m, n] = a.argument.shape;
    const forms =
      m !== n
        ? []
        : a.symbol === 'norm'
          ? ['the norm bounds a quadratic form']
          : a.symbol === 'lambda.1'
            ? ['the largest eigenvalue bounds']
            : [];
    return [...forms, ...(a.symbol === 'norm' ? ['the norm bounds'] : [])].map((name) => ({
      name,
      of: a.argument,
      at: n as string,
    }));
  });
  const facts = matrices.slice(0, 6).flatMap(({ name, of, at }) =>
    (passed(ctx.deadline) ? [] : vectorsIn(gap, at))
      .slice(0, 8)
      .flatMap((v) => usable(fact(name, of, v), ctx, prove))
      .filter(({ conclusion: f }) => f.kind === 'less'),
  );
  const stands = ({ conclusion: f }: Theorem): boolean =>
    f.kind === 'less' && relevant(difference(f.right, f.left, bookOf(ctx).map), graphs);
  const turned = (t: Theorem): Theorem[] => {
    const f = t.conclusion;
    if (f.kind !== 'less' || ctx.symmetries.length === 0) return [t];
    return [t, aligned(byFacts(nought(), add(f.right, negated(f.left)), false, [t]), gap, ctx)];
  };
  const simplified = (t: Theorem): Theorem[] => {
    const f = t.conclusion;
    if (f.kind !== 'less') return [];
    const [l, r] = [f.left, f.right].map((side) => rewritten(side, ctx));
    if (!l && !r) return [t];
    const parts = [t, ...(l ? [weak(l.equation)] : []), ...(r ? [weak(flipped(r.equation))] : [])];
    return [byFacts(l?.term ?? f.left, r?.term ?? f.right, false, parts)];
  };
  return {
    standing: facts.filter(stands).flatMap((t) => simplified(t).flatMap(turned)),
    further: () =>
      facts.flatMap((t) => (passed(ctx.deadline) ? [] : simplified(t).flatMap(turned))),
  };
}

/**
 * 0 ≤ tr(W'H W) for the forms v'H v ≥ 0 that are known and the matrices W that stand in the gap: at
 * W v for every v, summed over a basis.
 */
export function formsOfMatrices(gap: Sum, ctx: Context): Theorem[] {
  const found: Theorem[] = [];
  const matrices = new Map(
    [...gap.values()].flatMap(({ monomial }) =>
      monomial.factors.flatMap((f) =>
        f.slots.length === 2 && f.head.kind === 'variable'
          ? [[f.head.name, factorTerm(f)] as const]
          : [],
      ),
    ),
  );
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (
      f.kind !== 'forall' ||
      f.bound.kind !== 'tensor' ||
      f.bound.shape.length !== 1 ||
      f.body.kind !== 'less' ||
      f.body.left.monomials.length > 0 ||
      f.body.right.monomials.length < 2
    )
      continue;
    for (const w of [...matrices.values()].slice(0, 4).flatMap((a) => [a, permute(a, [1, 0])])) {
      if (w.shape[0] !== f.bound.shape[0] || passed(ctx.deadline)) continue;
      const name = freshIn(ctx, 'b#', w);
      const column = [w.shape[1] as string];
      const at = specialise(theorem, {
        kind: 'term',
        term: contract([w, variable(name, column)], ['ij', 'j'], 'i'),
      });
      found.push(overBasis(generalise({ kind: 'tensor', name, shape: column }, at)));
    }
  }
  return found
    .filter(
      ({ conclusion: f }) =>
        f.kind === 'less' &&
        [...difference(f.right, nought(), nothing).keys()].some((k) => gap.has(k)),
    )
    .slice(0, 6);
}

/** Inequalities for every vector, or every member of a family, summed over the standard basis. */
export function summedOverBasis(ctx: Context): Theorem[] {
  return ctx.facts
    .flatMap(({ theorem }) => {
      const f = theorem.conclusion;
      if (f.kind === 'is' && f.predicate === 'pd')
        return [modusPonens(fact('trace of a definite matrix', f.subject), theorem)];
      if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) return [];
      const body = f.body.kind === 'implies' ? f.body.right : f.body;
      if (body.kind !== 'less') return [];
      try {
        return [overBasis(theorem)];
      } catch {
        // it holds under another condition than that of a coordinate vector
        return [];
      }
    })
    .slice(0, 8);
}
