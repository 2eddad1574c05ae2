/**
 * Inequalities by Cauchy and Schwarz for the forms of psd matrices: (x'A y)² ≤ (x'A x) (y'A y), at
 * the vectors of the goal and at inv(A) times them.
 */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import { contract, factorTerm, inverse, variable } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { alike } from '../derived/labelled.ts';
import type { Context } from '../known/context.ts';
import { withInverse } from '../known/stated-equations.ts';
import { strategyFor } from '../known/strategy.ts';
import { settled } from './determinant-points.ts';
import { byTheseAlone } from './sums-of-signs.ts';

const mark = 'Cauchy and Schwarz for definite forms';

/** inv(A) of a matrix A: A itself. */
const without = ({ head }: Factor): Term | null =>
  head.kind === 'inverse' && head.matrix && head.params.length === 0 ? head.arg : null;

const isForm = (f: Factor): boolean => f.slots.length === 2 && f.head.kind !== 'jet';
const isVector = (f: Factor): boolean => f.slots.length === 1 && f.head.kind === 'variable';

/** Matrices and vectors of graphs with four vectors in them, two matrices at most. */
function partsOf(monomials: readonly Monomial[]): { matrices: Term[]; vectors: Term[] } {
  const [matrices, vectors]: [Term[], Term[]] = [[], []];
  const take = (list: Term[], t: Term): void => {
    if (!list.some((u) => alike(t, u))) list.push(t);
  };
  for (const { factors } of monomials) {
    if (factors.filter(isVector).length !== 4) continue;
    for (const f of factors) {
      if (isForm(f)) take(matrices, without(f) ?? factorTerm(f));
      if (isVector(f) && f.head.kind === 'variable')
        take(vectors, variable(f.head.name, f.head.shape));
    }
  }
  return { matrices: matrices.slice(0, 2), vectors: vectors.slice(0, 3) };
}

const partsIn = ({ left, right }: FormulaOf<'less'>) =>
  partsOf([...left.monomials, ...right.monomials]);

/** The inequality at each pair of vectors and of inv(A) times them. */
function instances(a: Term, psd: Theorem, vectors: readonly Term[], known: Context): Theorem[] {
  const here = vectors.filter((v) => v.shape[0] === (a.shape[0] as Dim));
  const isRegular = settled(is('invertible', a), known, 60) !== null;
  const behind = isRegular ? here.map((v) => contract([inverse(a), v], ['ij', 'j'], 'i')) : [];
  const all = [...here, ...behind];
  return all.flatMap((u, i) =>
    all
      .slice(i + 1)
      .map((v) => modusPonens(fact('Cauchy and Schwarz for a psd form', a, u, v), psd)),
  );
}

export const cauchyForms = strategyFor('less', {
  name: mark,
  summary: "(x' A y)^2 <= (x' A x) (y' A y) and (x' y)^2 <= (x' A x) (y' inv(A) y) for definite A",
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (partsIn(goal).matrices.length > 0 ? 0.85 : null),
  prove(goal, known) {
    const { matrices, vectors } = partsIn(goal);
    let ctx = known;
    const found: Theorem[] = [];
    for (const a of matrices) {
      const psd = settled(is('psd', a), known, 60);
      if (!psd) continue;
      found.push(...instances(a, psd, vectors, known));
      const regular = settled(is('invertible', a), known, 60);
      if (regular) {
        ctx = { ...ctx, facts: [...ctx.facts, { theorem: regular, name: mark }] };
        ctx = withInverse(ctx, { theorem: regular, name: mark });
      }
    }
    return found.length === 0 ? null : byTheseAlone(goal, ctx, found);
  },
});
