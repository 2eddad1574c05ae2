/**
 * Bounds on norms and smallest singular values, by what they say of every vector: ‖T‖ ≤ c because
 * |T v| ≤ c |v| for every v.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { bareHead, contract, dimension, variable } from '../../kernel/graph.ts';
import { forall, less, type FormulaOf } from '../../kernel/formula.ts';
import {
  fact,
  first,
  modusPonens,
  second,
  assume,
  specialise,
  unpack,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { inner, nought, times } from '../graphs/small-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import { renameExistence } from '../known/rename-existence.ts';
import type { Attempt, Strategy } from '../known/strategy.ts';

/** T where the number is ‖T‖ or σ_min(T). */
function operand(s: Term, name: string): Term | null {
  const head = bareHead(s);
  return head?.kind === 'operation' && head.name === name && head.params.length === 0
    ? head.arg
    : null;
}

const stretched = (t: Term, v: Term): Term => {
  const image = contract([t, v], ['ij', 'j'], 'i');
  return inner(image, image);
};

/**
 * Is there anything to gain: a product, a sum or a multiple inside, or a bound that is a plain
 * number?
 */
const compound = (t: Term, bound: Term): boolean =>
  t.monomials.length !== 1 || t.monomials[0]?.factors.length !== 1 || isPlain(bound);
const isPlain = (s: Term): boolean =>
  s.monomials.length > 0 &&
  s.monomials.every((m) =>
    m.factors.every((f) => f.head.kind === 'variable' && f.slots.length === 0),
  );

function* normBelow(t: Term, c: Term, known: Context): Attempt {
  const sign = yield { goal: less(nought(), c, false), known };
  const least = fact('the norm is least', c, t);
  const f = sign && modusPonens(least, sign);
  if (!f || f.conclusion.kind !== 'implies') return null;
  const all = yield { goal: f.conclusion.left, known };
  return all && modusPonens(f, all);
}

function* sigmaAbove(c: Term, t: Term, known: Context): Attempt {
  const [m, n] = t.shape as [Dim, Dim];
  const tall = yield { goal: less(dimension(n), dimension(m), false), known };
  if (!tall) return null;
  const name = freshIn(known, 'v#', t, c);
  const v = variable(name, [n]);
  const bound = { kind: 'tensor', name, shape: [n] } as const;
  const all = yield {
    goal: forall(bound, less(times(c, c, inner(v, v)), stretched(t, v), false)),
    known,
  };
  if (!all) return null;
  const existence = renameExistence(modusPonens(fact('sigma_min is attained', t), tall), name);
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.body.kind !== 'and') return null;
  const both = assume(f.body);
  const sigma = fact('sigma_min is not negative', t);
  const g = sigma.conclusion as FormulaOf<'less'>;
  const here = specialise(all, { kind: 'term', term: v });
  // c² = c² v·v + c² (1 − v·v) ≤ |T v|² = σ²
  const squares = orderBy(times(c, c), times(g.right, g.right), false, [
    summand([here]),
    summand([weak(second(both))]),
    summand([weak(flipped(first(both)))], { num: 1n, den: 1n }, [c]),
  ]);
  return unpack(existence, fromSquares(c, g.right, sigma, squares));
}

export const operatorBounds: Strategy = {
  name: 'norms by vectors',
  summary: 'norm(T) <= c because |T v| <= c |v| for every v, and c <= sigma_min(T) likewise',
  kinds: ['less'],
  promise: (goal) => {
    if (goal.kind !== 'less' || goal.strict) return null;
    const [norm, sigma] = [operand(goal.left, 'norm'), operand(goal.right, 'sigma_min')];
    return (norm && compound(norm, goal.right)) || (sigma && compound(sigma, goal.left))
      ? 0.4
      : null;
  },
  *prove(goal, known) {
    const { left, right } = goal as FormulaOf<'less'>;
    const norm = operand(left, 'norm');
    const below: Theorem | null = norm ? yield* normBelow(norm, right, known) : null;
    if (below) return below;
    const sigma = operand(right, 'sigma_min');
    return sigma ? yield* sigmaAbove(left, sigma, known) : null;
  },
};
