/**
 * Inequalities between determinants by their logarithms: det A ≤ r because both are positive and
 * log det A ≤ log r.
 */
import type { Term } from '../../kernel/term.ts';
import { is, less } from '../../kernel/formula.ts';
import { logarithm, valueOf } from '../../kernel/laws.ts';
import { bareHead, identity, number, variable } from '../../kernel/graph.ts';
import {
  fact,
  first,
  hole,
  modusPonens,
  replace,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { multipleOfIdentity } from '../derived/multiples-of-identity.ts';
import { alike } from '../derived/labelled.ts';
import { scaledDefinite } from '../derived/scaled-definite.ts';
import { operationsIn } from '../graphs/heads.ts';
import { nought } from '../graphs/small-terms.ts';
import { one } from '../../kernel/ratio.ts';
import { positiveNumber, settled } from './determinant-points.ts';
import type { Context } from '../known/context.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

const mark = 'determinants by their logarithms';

/** One product of numbers, of which one is a determinant. */
const isDeterminant = (t: Term): boolean =>
  t.monomials.length === 1 &&
  t.monomials.every((m) =>
    m.factors.some(({ head }) => head.kind === 'operation' && head.name === 'det'),
  );
const isProduct = (t: Term): boolean =>
  t.monomials.length === 1 && t.monomials.every((m) => m.coefficient.num > 0n);

/** log s where it is known: log 1 = 0. */
const isOne = (s: Term): boolean => alike(s, number(one));
const logOf = (s: Term): Term => (isOne(s) ? nought() : logarithm(s));

/** exp(log s) = s. */
function powerOf(s: Term, positive: Theorem): Theorem {
  return isOne(s)
    ? fact('exp of zero', nought())
    : modusPonens(fact('exp of a logarithm', s), positive);
}

/** 0 < s; of a determinant, because its matrix is positive definite. */
function positive(s: Term, known: Context): Theorem | null {
  const head = bareHead(s);
  const a = head?.kind === 'operation' && head.name === 'det' ? head.arg : null;
  const c = a && multipleOfIdentity(a);
  const sign = c && positiveNumber(c, known);
  const unit = a && sign && settled(is('pd', identity(a.shape[0] as string)), known);
  const definite = unit ? scaledDefinite(unit, sign) : a && settled(is('pd', a), known);
  return a && definite
    ? modusPonens(second(fact('det of a definite matrix', a)), definite)
    : settled(less(nought(), s, true), known);
}

export const byLogarithms = strategyFor('less', {
  name: mark,
  summary: 'det(A) <= r because both are positive and logdet(A) <= log(r)',
  notFor: ['bounds', 'kernels'],
  promise: ({ left, right }, known) =>
    !known.replaced.includes(mark) &&
    isProduct(left) &&
    isProduct(right) &&
    (isDeterminant(left) || isDeterminant(right)) &&
    operationsIn([left, right], 'det').length < 5
      ? 0.6
      : null,
  *prove({ left, right, strict }, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const [l, r] = [logOf(left), logOf(right)];
    const low = positive(left, known);
    const high = low && positive(right, known);
    if (!low || !high) return null;
    const facts = [low, high].map((theorem) => ({ theorem, name: mark }));
    const order = yield* ask(less(l, r, strict), { ...known, facts: [...known.facts, ...facts] });
    if (!order) return null;
    const rises = fact('exp is increasing', l, r);
    const powers = modusPonens((strict ? second : first)(rises), order);
    const at = variable(hole, []);
    const half = replace(less(at, valueOf('exp', r), strict), powerOf(left, low), powers);
    return replace(less(left, at, strict), powerOf(right, high), half);
  },
});
