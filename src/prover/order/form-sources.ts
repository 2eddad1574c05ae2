/**
 * Where quadratic forms that are not negative come from: what is known of definite matrices,
 * largest eigenvalues, norms and singular values.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, permute, variable, zeros } from '../../kernel/graph.ts';
import {
  fact,
  generalise,
  modusPonens,
  overBasis,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Formula } from '../../kernel/formula.ts';
import { equation, flipped, Ledger, symmetryBook } from '../derived/equations.ts';
import { byFacts } from '../derived/labelled.ts';
import { orient, simplify } from '../derived/simplify.ts';
import { termOf } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import type { Ask } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';

/** ∀v (a(v) ≤ b(v)) of a dimension. */
export interface FormSource {
  readonly dim: Dim;
  readonly all: Theorem;
}

export function sourceOf(all: Theorem): FormSource | null {
  const f = all.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || f.bound.shape.length !== 1) return null;
  return f.body.kind === 'less' ? { dim: f.bound.shape[0] as Dim, all } : null;
}

/** The inequality at a vector, or at the columns of a matrix, summed. */
export function formAt({ dim, all }: FormSource, t: Term, ctx: Context): Theorem | null {
  if (t.shape[0] !== dim) return null;
  if (t.shape.length === 1) return specialise(all, { kind: 'term', term: t });
  const shape = [t.shape[1] as Dim];
  const name = freshIn(ctx, 'b#', t);
  const term = contract([t, variable(name, shape)], ['ij', 'j'], 'i');
  return overBasis(
    generalise({ kind: 'tensor', name, shape }, specialise(all, { kind: 'term', term })),
  );
}

const spectral: Readonly<Record<string, string>> = {
  'lambda.1': 'the largest eigenvalue bounds',
  norm: 'the norm bounds',
  sigma_min: 'sigma_min bounds',
};

/** 0 ≤ ‖A‖ and 0 ≤ σ_min(A), where they are mentioned. */
export function spectralSigns(goal: Formula, known: Context): Theorem[] {
  const names: Readonly<Record<string, string>> = {
    norm: 'the norm is not negative',
    sigma_min: 'sigma_min is not negative',
  };
  return spokenOf(goal, known).flatMap(({ symbol, argument }) => {
    const name = names[symbol];
    return name === undefined ? [] : [fact(name, argument)];
  });
}

/** Operations in the goal and in known inequalities. */
export function spokenOf(goal: Formula, known: Context): ReturnType<typeof appliedIn> {
  const stated = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' ? [f.left, f.right] : [],
  );
  return appliedIn(...termsOf(goal), ...stated).slice(0, 6);
}

/** With each hypothesis of an implication proved, as far as they are. */
export function* freedBy(t: Theorem, known: Context): Generator<Ask, Theorem, Theorem | null> {
  const f = t.conclusion;
  if (f.kind !== 'implies') return t;
  const left = yield { goal: f.left, known };
  return left ? yield* freedBy(modusPonens(t, left), known) : t;
}

/** ∀v (…) of a fact about every vector, where its hypotheses follow. */
function* boundAtAll(
  bound: string,
  argument: Term,
  known: Context,
): Generator<Ask, FormSource | null, Theorem | null> {
  const shape = [argument.shape[1] as Dim];
  const name = freshIn(known, 'v#', argument);
  const free = yield* freedBy(fact(bound, argument, variable(name, shape)), known);
  return sourceOf(generalise({ kind: 'tensor', name, shape }, free));
}

/** With σ(A') told as σ(A). */
function retold({ dim, all }: FormSource, same: Theorem): FormSource | null {
  const f = all.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor') return null;
  const t = specialise(all, { kind: 'term', term: variable(f.bound.name, f.bound.shape) });
  const g = t.conclusion;
  if (g.kind !== 'less') return null;
  const side = (term: Term): { term: Term; equation: Theorem } | null => {
    const ledger = new Ledger(term, zeros([]), symmetryBook([]));
    const rule = orient(equation(same, 'transpose'), ledger.book);
    if (rule) simplify(ledger, [rule], 4);
    const next = termOf(ledger.rest, []);
    const proof = new Ledger(term, next, symmetryBook([]));
    for (const use of ledger.uses) proof.use(use.equation, use.context);
    return proof.done ? { term: next, equation: proof.theorem() } : null;
  };
  const [l, r] = [side(g.left), side(g.right)];
  if (!l || !r) return null;
  const here = byFacts(l.term, r.term, false, [weak(flipped(l.equation)), t, weak(r.equation)]);
  return { dim, all: generalise(f.bound, here) };
}

/**
 * λ₁, norms and singular values that stand in the goal or in what is known, as bounds at every
 * vector.
 */
export function* spectralSources(
  goal: Formula,
  known: Context,
): Generator<Ask, FormSource[], Theorem | null> {
  const found: FormSource[] = [];
  for (const { symbol, argument } of spokenOf(goal, known)) {
    const bound = spectral[symbol];
    if (bound === undefined) continue;
    const own = yield* boundAtAll(bound, argument, known);
    if (own) found.push(own);
    const turned = symbol === 'lambda.1' ? null : permute(argument, [1, 0]);
    const other = turned && (yield* boundAtAll(bound, turned, known));
    const f = other?.all.conclusion;
    if (!turned || !other || f?.kind !== 'forall' || f.body.kind !== 'less') continue;
    // told of A, not of its transpose
    const same = fact(`${symbol} of the transpose`, argument);
    const here = retold(other, same);
    if (here) found.push(here);
  }
  return found;
}
