/** Inequalities that the norms, lengths, eigenvalues and ranks standing in a goal invite. */
import { equal, is } from '../../kernel/formula.ts';
import {
  add,
  bareHead,
  contract,
  identity,
  number,
  operation,
  scale,
  variable,
} from '../../kernel/graph.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import {
  type Theorem,
  cite,
  fact,
  first,
  hole,
  inverseOf,
  modusPonens,
  second,
  weak,
} from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { absolute } from '../derived/absolute.ts';
import { throughActivation } from '../derived/activations.ts';
import { Ledger, equation, flipped } from '../derived/equations.ts';
import { alike, orderBy, restated, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { normBound } from '../derived/norms.ts';
import { cutBehindFirst, normOf } from '../derived/norm-parts.ts';
import { inner, minus, negated, times } from '../graphs/small-terms.ts';
import { type Context, bookOf } from '../known/context.ts';
import type { Prove } from '../known/strategy.ts';
import { conjuncts, usable } from '../known/usable.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { definiteBounds } from './definite-bounds.ts';
import { type Heads, headsIn, isSymmetric, onBasis, transposed } from './heads.ts';
import { lengthBounds } from './length-bounds.ts';
import { rankBounds } from './rank-bounds.ts';

/** The inequalities, cheapest kinds first. */
export function boundsOn(terms: readonly Term[], ctx: Context, prove: Prove): Theorem[] {
  const late = (): boolean => passed(ctx.deadline);
  const heads = headsIn(...terms);
  const found: Theorem[] = [];
  const take = (...theorems: readonly Theorem[]): void => void found.push(...theorems);
  const use = (name: string, ...given: readonly Term[]): void =>
    take(...usable(fact(name, ...given), ctx, prove));
  const norms = heads.of('norm');
  for (const t of norms) {
    if (late()) return found;
    use('the norm is not negative', t);
    const { theorem } = normBound(t);
    take(theorem, ...frobeniusByShape(t), ...ofInverse(t, ctx, prove));
    if (heads.of('rank').some((u) => alike(u, t))) use('norm and Frobenius norm', t);
    const cut = t.monomials.length === 1 ? cutBehindFirst(t) : null;
    if (cut && cut.rest.shape.length === 2) use('norm of a product', cut.front, cut.rest);
    if (!norms.some((u) => u !== t && alike(u, transposed(t)))) continue;
    use('norm of the transpose', t);
  }
  for (const t of heads.of('nuclear')) {
    use('the nuclear norm is not negative', t);
    if (norms.some((u) => alike(u, t)) || heads.of('rank').some((u) => alike(u, t)))
      use('nuclear norm and norm', t);
    if (t.shape[0] === t.shape[1]) use('nuclear norm of a psd matrix', t);
    for (const u of norms) if (u.shape.join() === t.shape.join()) use('nuclear duality', u, t);
  }
  for (const t of heads.of('sigma_min')) {
    use('sigma_min is not negative', t);
    if (norms.some((u) => alike(u, t))) use('sigma_min and norm', t);
    const full = prove(is('onto', t), ctx) ?? null;
    if (full) take(modusPonens(first(first(fact('sigma_min and rank', t))), full));
    else {
      const columns = prove(is('one-to-one', t), ctx);
      if (columns) take(modusPonens(second(first(fact('sigma_min and rank', t))), columns));
    }
  }
  if (late()) return found;
  take(
    ...triples(norms, ['norm of a sum', 'norm of the negative']),
    ...triples(heads.of('nuclear'), ['nuclear norm of a sum', null]),
  );
  take(...rankBounds(heads.of('rank'), ctx, prove), ...lengthBounds(heads, ctx, prove, late));
  if (!late()) take(...eigenvalueBounds(heads, ctx, prove));
  if (!late()) take(...definiteBounds(terms, heads.of('det'), ctx, prove));
  for (const t of appliedIn(...terms)
    .filter((a) => a.symbol === 'abs 0')
    .map((a) => a.argument)
    .slice(0, 4))
    take(...absoluteBounds(t));
  return found;
}

/** s ≤ |s| and −s ≤ |s|. */
function absoluteBounds(s: Term): Theorem[] {
  const size = absolute(s);
  const activated = throughActivation(s);
  return [
    ...(activated ? [activated.squares] : []),
    ...[s, negated(s)].map((t) =>
      fromSquares(
        t,
        size.value,
        size.sign,
        weak(restated(flipped(size.square), equal(times(t, t), times(size.value, size.value)))),
      ),
    ),
  ];
}

/** ‖C‖ ≤ ‖A‖ + ‖B‖ where C is ±A ± B. */
function triples(
  given: readonly Term[],
  [sum, minusName]: readonly [string, string | null],
): Theorem[] {
  const found: Theorem[] = [];
  const all = given.slice(0, 6);
  const head = (t: Term): Term => operation(sum.startsWith('nuclear') ? 'nuclear' : 'norm', t);
  all.forEach((a, i) =>
    all.slice(i).forEach((b) =>
      all.forEach((c) => {
        if (
          a.shape.join() !== b.shape.join() ||
          a.shape.join() !== c.shape.join() ||
          c === a ||
          c === b
        )
          return;
        for (const [s, t] of [
          [1n, 1n],
          [1n, -1n],
          [-1n, 1n],
        ] as const) {
          const [x, y] = [scale(ratio(s), a), scale(ratio(t), b)];
          const whole = add(x, y);
          const direct = alike(whole, c);
          if (!direct && !(minusName && alike(negated(whole), c))) continue;
          if (!minusName && (s < 0n || t < 0n)) continue;
          const signs = [
            [s, a],
            [t, b],
            [direct ? 1n : -1n, c],
          ] as const;
          const turned = signs
            .filter(([k]) => k < 0n)
            .map(([, z]) => weak(fact(minusName as string, z)));
          const back = direct ? [] : [weak(flipped(fact(minusName as string, c)))];
          const right = add(head(a), head(b));
          // only the sum's own summands are at most their bounds; a negative c is on the left
          const summands = [
            summand([fact(sum, x, y)]),
            ...turned.slice(0, turned.length - (direct ? 0 : 1)).map((f) => summand([f])),
            ...back.map((f) => summand([f])),
          ];
          found.push(orderBy(head(c), right, false, summands));
          return;
        }
      }),
    ),
  );
  return found.slice(0, 12);
}

/** 1 ≤ ‖A‖ ‖inv(A)‖, for the norm of an inverse. */
function ofInverse(t: Term, ctx: Context, prove: Prove): Theorem[] {
  const head = bareHead(t);
  if (head?.kind !== 'inverse' || !head.matrix || head.params.length > 0) return [];
  const known = prove(is('invertible', head.arg), ctx);
  if (!known) return [];
  const unit = identity(t.shape[0] as Dim);
  const product = contract([head.arg, t], ['ij', 'jk'], 'ik');
  const ledger = new Ledger(normOf(product), normOf(unit), bookOf(ctx));
  ledger.use(equation(first(inverseOf(known)), 'inverse'), normOf(variable(hole, product.shape)));
  return ledger.done
    ? [
        orderBy(number(one), times(normOf(head.arg), normOf(t)), false, [
          summand([weak(flipped(fact('norm of the identity', unit)))]),
          summand([weak(flipped(ledger.theorem()))]),
          summand([fact('norm of a product', head.arg, t)]),
        ]),
      ]
    : [];
}
/** ‖A‖_F² ≤ m ‖A‖² and ≤ n ‖A‖² for A m×n, whose rank is at most both. */
function frobeniusByShape(a: Term): Theorem[] {
  const byRank = second(fact('norm and Frobenius norm', a));
  const square = times(normOf(a), normOf(a));
  return conjuncts(fact('rank and shape', a)).flatMap((bound) => {
    const f = bound.conclusion;
    return f.kind === 'less' && f.left.monomials.length > 0
      ? [
          orderBy(inner(a, a), times(f.right, square), false, [
            summand([byRank]),
            summand([bound], one, [normOf(a)]),
          ]),
        ]
      : [];
  });
}

/**
 * Symmetric matrices' eigenvalues: forms at the vectors that stand there, traces, neighbours,
 * Weyl's inequality for k > 1.
 */
function eigenvalueBounds(heads: Heads, ctx: Context, prove: Prove): Theorem[] {
  const found: Theorem[] = [];
  const use = (name: string, ...given: readonly Term[]): void =>
    void found.push(...usable(fact(name, ...given), ctx, prove));
  const k = (n: number): Term => number(ratio(BigInt(n)));
  for (const { k: i, of: a } of heads.lambdas.slice(0, 4)) {
    if (heads.of('norm').some((t) => alike(t, a))) use('eigenvalue and norm', k(i), a);
    use('eigenvalues of a psd matrix', k(i), a);
    for (const { k: j, of: b } of heads.lambdas) {
      if (alike(a, b) && j === i + 1) use('eigenvalues descend', k(i), a);
      if (
        i > 1 &&
        i === j &&
        !alike(a, b) &&
        a.shape.join() === b.shape.join() &&
        heads.of('norm').some((t) => alike(t, minus(a, b)))
      ) {
        found.push(...usable(cite('Weyl', k(i), a, b), ctx, prove));
      }
    }
    if (i === 1 && isSymmetric(a, ctx, prove))
      found.push(...onBasis('the largest eigenvalue bounds', a, ctx, prove));
  }
  for (const t of heads.of('norm').slice(0, 4))
    if (t.shape[0] === t.shape[1])
      found.push(...onBasis('the norm bounds a quadratic form', t, ctx, prove));
  return found;
}
