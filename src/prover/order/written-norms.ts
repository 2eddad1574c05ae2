/** Norms written out: of multiples, of products with isometries, of a column times a row. */
import type { Dim, Term } from '../../kernel/term.ts';
import { identity, number, operation, permute, scale, variable } from '../../kernel/graph.ts';
import { valueOf } from '../../kernel/laws.ts';
import { negative, type Ratio } from '../../kernel/ratio.ts';
import { antisymmetry, fact, hole, modusPonens, weak, type Theorem } from '../../kernel/theorem.ts';
import { positiveMultiple } from '../derived/absolute.ts';
import { equation, flipped, Ledger, symmetryBook } from '../derived/equations.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { fromSquares, lengthOf, type Length } from '../derived/lengths.ts';
import { withoutCoefficient } from '../derived/norm-parts.ts';
import type { Rewrite } from '../derived/simplify.ts';
import { chainOf, outerOf, product } from '../graphs/chains.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { inner, negated, nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { ruleOf } from '../known/rules.ts';
import type { Strategy } from '../known/strategy.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { rootRules } from '../rewriting/written-roots.ts';
import { rewriteTerm, throughRewriting } from '../rewriting/rewritten-goal.ts';

/** A norm of a matrix, and what the facts about it are called. */
interface Norm {
  readonly symbol: string;
  readonly multiple: string;
  readonly isometry: string;
  readonly transpose: string;
}
const norms: readonly Norm[] = [
  {
    symbol: 'norm',
    multiple: 'norm of a multiple',
    isometry: 'norm under an isometry',
    transpose: 'norm of the transpose',
  },
  {
    symbol: 'nuclear',
    multiple: 'nuclear norm of a multiple',
    isometry: 'nuclear norm under an isometry',
    transpose: 'nuclear norm of the transpose',
  },
];

const turned = (t: Term): Term => permute(t, [1, 0]);
const brief = { rounds: 1, rows: 24, weight: 24 };

/** ‖U A‖ = ‖A‖ where U'U = I is known. */
function withoutFront(links: readonly Term[], { isometry }: Norm, ctx: Context): Theorem | null {
  const [u, ...others] = links;
  if (!u || others.length === 0) return null;
  const gram = product(turned(u), u);
  const same = byEquations(gram, identity(u.shape[1] as Dim), ctx, brief);
  return same && modusPonens(fact(isometry, u, others.reduce(product)), same);
}

/** ‖A V‖ = ‖A‖ where V V' = I is known. */
function withoutBack(links: readonly Term[], norm: Norm, ctx: Context): Theorem | null {
  const flipped = links.toReversed().map(turned);
  const front = withoutFront(flipped, norm, ctx);
  if (!front) return null;
  const of = (t: Term): Term => operation(norm.symbol, t);
  const [whole, rest] = [links.reduce(product), links.slice(0, -1).reduce(product)];
  const ledger = new Ledger(of(whole), of(rest), symmetryBook([]));
  const box = variable(hole, []);
  ledger.use(equation(fact(norm.transpose, whole), 'norms'), negated(box));
  ledger.use(equation(front, 'norms'), box);
  ledger.use(equation(fact(norm.transpose, rest), 'norms'), box);
  return ledger.done ? ledger.theorem() : null;
}

/** |c| = c of a number c > 0, |c| = −c of another. */
function sizeOf(c: Ratio): Theorem {
  const size = c.num < 0n ? negative(c) : c;
  const plain = positiveMultiple(fact('abs of what is not negative', number(size)), size);
  if (c.num > 0n) return plain;
  const turnedSign = fact('abs of the negative', number(size));
  return linearBy(valueOf('abs', number(c)), number(size), [
    { equation: turnedSign, context: variable(hole, []) },
    { equation: plain, context: variable(hole, []) },
  ]);
}

/** ‖c A‖ = |c| ‖A‖ for a number c. */
function ofNumber(t: Term, norm: Norm): Theorem | null {
  const { coefficient, rest } = withoutCoefficient(t);
  if (coefficient.num === coefficient.den) return null;
  const size = sizeOf(coefficient);
  const core = operation(norm.symbol, rest);
  const whole = equation(fact(norm.multiple, number(coefficient), rest), 'norms');
  const value = coefficient.num < 0n ? negative(coefficient) : coefficient;
  const ledger = new Ledger(operation(norm.symbol, t), scale(value, core), symmetryBook([]));
  ledger.use(whole, variable(hole, []));
  ledger.use(equation(size, 'norms'), times(variable(hole, []), core));
  return ledger.done ? ledger.theorem() : null;
}

/** ‖u v'‖ = |u| |v|: both squares are u'u v'v. */
function ofOuter(t: Term, outer: readonly [Term, Term]): Theorem | null {
  const [u, v] = outer.map((x) => lengthOf(x)) as [Length, Length];
  const [own, value] = [operation('norm', t), times(u.value, v.value)];
  const box = variable(hole, []);
  const ledger = new Ledger(times(own, own), times(value, value), symmetryBook([]));
  ledger.use(equation(fact('norm of an outer product', ...outer), 'norms'), box);
  ledger.use(equation(u.square, 'norms'), negated(times(box, inner(v.of, v.of))));
  ledger.use(equation(v.square, 'norms'), negated(times(box, u.value, u.value)));
  if (!ledger.done) return null;
  const same = ledger.theorem();
  const sign = orderBy(nought(), value, false, [summand([u.sign, v.sign])]);
  return antisymmetry(
    fromSquares(own, value, sign, weak(same)),
    fromSquares(value, own, fact('the norm is not negative', t), weak(flipped(same))),
  );
}

/** What a norm is in terms of a smaller one. */
function smaller(norm: Norm, t: Term, known: Context): Theorem | null {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0) return null;
  const chain = chainOf(m);
  if (chain) {
    const { scalars, links } = chain;
    if (links.length === 0) return null;
    if (scalars.length > 0)
      return ofNumber(t, norm) ?? fact(norm.multiple, times(...scalars), links.reduce(product));
    return withoutFront(links, norm, known) ?? withoutBack(links, norm, known);
  }
  const outer = norm.symbol === 'norm' ? outerOf(m) : null;
  return outer && ofOuter(t, outer);
}

const most = 8;

const openIn = (terms: readonly Term[]): { readonly norm: Norm; readonly argument: Term }[] =>
  appliedIn(...terms).flatMap(({ symbol, argument }) => {
    const norm = norms.find((x) => x.symbol === symbol);
    const [m, ...more] = argument.monomials;
    return norm && m && more.length === 0 && m.factors.length > 1 ? [{ norm, argument }] : [];
  });

export const writtenNorms: Strategy = {
  name: 'norms written out',
  summary: "norm(U A) is replaced by norm(A) where U'U = I, norm(c A) by |c| norm(A), norm(u v')",
  kinds: ['equal', 'less'],
  notFor: ['bounds'],
  promise: (goal) =>
    openIn(termsOf(goal)).length === 0 ? null : goal.kind === 'equal' ? 0.96 : 0.6,
  prove(goal, known) {
    const rules: Rewrite[] = [];
    const queue = openIn(termsOf(goal));
    for (let next = queue.shift(); next && rules.length < most; next = queue.shift()) {
      const step = smaller(next.norm, next.argument, known);
      const rule = step && ruleOf(step, known, 'norms');
      if (!rule) continue;
      rules.push(rule);
      queue.push(...openIn([rule.eq.right]));
    }
    const sides = rules.map((r) => r.eq.right);
    if (rules.length > 0) rules.push(...rootRules([...termsOf(goal), ...sides], known));
    return rules.length === 0
      ? null
      : throughRewriting(goal, known, (t) => rewriteTerm(t, rules, known));
  },
};
