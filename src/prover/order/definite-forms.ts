/**
 * Inequalities by forms of definite matrices and squares, products of matrices that commute among
 * them.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, contract, identity, inverse, operation, variable } from '../../kernel/graph.ts';
import { is, type Formula } from '../../kernel/formula.ts';
import { writeHead } from '../../kernel/write.ts';
import {
  both,
  definition,
  fact,
  first,
  generalise,
  modusPonens,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike, byFacts, nothing } from '../derived/labelled.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { difference } from '../graphs/sum.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context } from '../known/context.ts';
import type { Ask, Strategy } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import { reciprocals } from './candidates.ts';
import { commutingProduct, semidefinite, subject } from './commuting.ts';
import {
  freedBy,
  sourceOf,
  spectralSigns,
  spectralSources,
  type FormSource,
} from './form-sources.ts';
import { withNormalEquations } from './normal-equations.ts';
import { byGathering } from './gathered-forms.ts';

const mark = 'forms are gathered';

/** λ₁(H) I − H ⪰ 0 for the symmetric matrices whose largest eigenvalue is mentioned. */
function* shifted(goal: Formula, known: Context): Generator<Ask, Theorem[], Theorem | null> {
  const stated = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' ? [f.left, f.right] : [],
  );
  const found: Theorem[] = [];
  for (const { symbol, argument: h } of appliedIn(...termsOf(goal), ...stated)) {
    if (symbol !== 'lambda.1') continue;
    const n = h.shape[0] as Dim;
    const m = add(contract([operation(symbol, h), identity(n)], ['', 'ij'], 'ij'), negated(h));
    const unfolding = second(definition('psd', m));
    const f = unfolding.conclusion;
    if (f.kind !== 'implies' || f.left.kind !== 'and' || f.left.right.kind !== 'forall') continue;
    const { bound, body } = f.left.right;
    if (bound.kind !== 'tensor' || body.kind !== 'less') continue;
    const symmetric = yield { goal: f.left.left, known };
    const bounded = yield* freedBy(
      fact('the largest eigenvalue bounds', h, variable(bound.name, bound.shape)),
      known,
    );
    if (!symmetric || bounded.conclusion.kind !== 'less') continue;
    const all = generalise(bound, byFacts(nought(), body.right, false, [bounded]));
    found.push(modusPonens(unfolding, both(symmetric, all)));
  }
  return found;
}

/** inv(A) ⪰ 0 for the matrices A ⪰ 0 whose inverse stands in the goal. */
function* inverted(goal: Formula, known: Context): Generator<Ask, Theorem[], Theorem | null> {
  const found: Theorem[] = [];
  const heads = termsOf(goal).flatMap((t) => t.monomials.flatMap((m) => m.factors));
  const args: Term[] = [];
  for (const { head } of heads)
    if (head.kind === 'inverse' && head.matrix && head.params.length === 0)
      if (!args.some((a) => alike(a, head.arg))) args.push(head.arg);
  for (const a of args.slice(0, 2)) {
    const t = yield { goal: is('psd', inverse(a)), known };
    if (t) found.push(t);
  }
  return found;
}

/** X X' ⪰ 0 for the Gram matrices that stand in known bounds, as in X X' ⪯ 2 I. */
function* grams(
  known: readonly Theorem[],
  ctx: Context,
): Generator<Ask, Theorem[], Theorem | null> {
  const found: Term[] = [];
  for (const m of known.flatMap((t) => subject(t)?.monomials ?? [])) {
    const [x, y, ...more] = m.factors;
    if (!x || !y || more.length > 0 || x.head.kind !== 'variable') continue;
    if (writeHead(x.head) !== writeHead(y.head)) continue;
    const gram = subgraph({ ...m, powers: {} }, m.factors, m.free);
    const isKnown = [...found, ...known.flatMap((t) => subject(t) ?? [])].some((k) =>
      alike(k, gram),
    );
    if (!isKnown) found.push(gram);
  }
  const proofs: Theorem[] = [];
  for (const gram of found.slice(0, 2)) {
    const t = yield { goal: is('psd', gram), known: ctx };
    if (t) proofs.push(t);
  }
  return proofs;
}

/** 0 ⪯ diag p − p p' ⪯ ½ I for each p = softmax(u). */
const softmaxes = (goal: Formula): Theorem[] =>
  namedIn(termsOf(goal))
    .filter(({ name, argument }) => name === 'softmax' && argument.shape.length === 1)
    .slice(0, 2)
    .flatMap(({ argument }) => [
      fact('softmax has a covariance', argument),
      fact('softmax varies by at most a half', argument),
    ]);

const formsOf = (t: Theorem): FormSource[] => {
  const of = subject(t);
  const source = of && sourceOf(second(modusPonens(first(definition('psd', of)), t)));
  return source ? [source] : [];
};

/** Products of two, and of three where the third is an inverse. */
function products(base: readonly Theorem[], more: readonly Theorem[], known: Context): Theorem[] {
  const pairs = base
    .slice(0, 4)
    .flatMap((s, i) => base.slice(i + 1, 4).flatMap((t) => commutingProduct(s, t, known) ?? []));
  const triples = [...base.slice(0, 3), ...pairs].flatMap((s) =>
    more.flatMap((t) => commutingProduct(s, t, known) ?? []),
  );
  return [...pairs, ...triples];
}

export const definiteForms: Strategy = {
  name: 'forms of definite matrices',
  summary:
    'a <= b because b - a is a sum of forms of definite matrices, squares and their products',
  kinds: ['less'],
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    goal.kind === 'less' &&
    !known.replaced.includes(mark) &&
    [...goal.left.monomials, ...goal.right.monomials].some((m) => m.wires.length > 0)
      ? 0.6
      : null,
  *prove(goal, given) {
    if (goal.kind !== 'less') return null;
    const known: Context = {
      ...given,
      replaced: [...given.replaced, mark],
    };
    const sides = known.equations.slice(0, 6).flatMap((e) => [e.left, e.right]);
    const ctx = withNormalEquations(withInverses(known, goal.left, goal.right, ...sides));
    const stated = semidefinite(ctx);
    const base = [
      ...softmaxes(goal),
      ...stated,
      ...(yield* grams(stated, ctx)),
      ...(yield* shifted(goal, ctx)),
    ];
    const inverses = yield* inverted(goal, ctx);
    const spectral = yield* spectralSources(goal, ctx);
    const everywhere = ctx.facts.flatMap(({ theorem }) => sourceOf(theorem) ?? []);
    const made = [...base, ...inverses, ...products(base, inverses, ctx)].flatMap(formsOf);
    const signs = ctx.facts
      .filter(({ theorem: { conclusion: f } }) => f.kind === 'less')
      .map(({ theorem }) => theorem);
    const gap = difference(goal.right, goal.left, nothing);
    return byGathering(goal, ctx, {
      sources: [...made, ...spectral, ...everywhere],
      matrices: base.flatMap((t) => subject(t) ?? []),
      scalars: [...signs, ...spectralSigns(goal, ctx), ...reciprocals(gap, signs, ctx)],
    });
  },
};
