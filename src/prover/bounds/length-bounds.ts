/**
 * Inequalities that lengths invite: norms of the matrices before them, sums, Cauchy and Schwarz.
 */
import type { Term } from '../../kernel/term.ts';
import { add, operation, scale, zeros } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { fact, first, modusPonens, second, weak, type Theorem } from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { flipped } from '../derived/equations.ts';
import { orderBy, summand, alike } from '../derived/labelled.ts';
import {
  cauchySchwarz,
  fromSquares,
  lengthAbove,
  lengthOf,
  type Length,
} from '../derived/lengths.ts';
import { lengthBound, stretch } from '../derived/lengths-of-products.ts';
import { cutBehindFirst, normOf } from '../derived/norm-parts.ts';
import { negated, times, inner } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

export function lengthBounds(
  { of, lengths }: { readonly of: (symbol: string) => Term[]; readonly lengths: readonly Length[] },
  ctx: Context,
  prove: Prove,
  late: () => boolean,
): Theorem[] {
  const found: Theorem[] = [];
  for (const l of lengths) {
    if (late()) return found;
    found.push(l.sign, weak(l.square), weak(flipped(l.square)));
    found.push(
      lengthBound(
        l.of,
        lengths.filter((x) => x !== l).map((x) => x.of),
      ).theorem,
    );
    const cut = l.of.monomials.length === 1 && l.of.shape.length <= 2 ? cutBehindFirst(l.of) : null;
    if (cut) {
      found.push(stretch(cut.front, cut.rest));
      for (const a of of('sigma_min'))
        if (alike(a, cut.front)) found.push(...shrink(a, cut.rest, l, (f) => prove(f, ctx)));
      if (l.of.shape.length === 2) found.push(...frobeniusProduct(cut.front, cut.rest, l));
    }
    for (const t of of('norm')) if (alike(t, l.of)) found.push(belowFrobenius(t, l));
  }
  lengths.forEach((x, i) =>
    lengths.slice(i + 1).forEach((y) => {
      if (late() || x.of.shape.join() !== y.of.shape.join()) return;
      found.push(cauchySchwarz(x, y), cauchySchwarz(lengthOf(negated(x.of)), y));
      lengths.forEach((z) => {
        if (late() || z === x || z === y || z.of.shape.join() !== x.of.shape.join()) return;
        for (const [s, t] of [
          [1n, 1n],
          [1n, -1n],
          [-1n, 1n],
          [-1n, -1n],
        ] as const) {
          if (!alike(add(scale(ratio(s), x.of), scale(ratio(t), y.of)), z.of)) continue;
          found.push(lengthBound(z.of).theorem, twoSided(x, y, z, s, t));
          return;
        }
      });
    }),
  );
  return found;
}

/** |z| ≤ |x| + |y| for z = ±x ± y. */
function twoSided(x: Length, y: Length, z: Length, s: bigint, t: bigint): Theorem {
  const [a, b] = [lengthOf(scale(ratio(s), x.of)), lengthOf(scale(ratio(t), y.of))];
  const right = add(a.value, b.value);
  const sign = orderBy(zeros([]), right, false, [summand([a.sign]), summand([b.sign])]);
  const squares = orderBy(times(z.value, z.value), times(right, right), false, [
    summand([cauchySchwarz(a, b)], ratio(2n)),
    summand([weak(flipped(a.square))]),
    summand([weak(flipped(b.square))]),
    summand([weak(z.square)]),
  ]);
  return fromSquares(z.value, right, sign, squares);
}

/** ‖A‖ ≤ ‖A‖_F. */
function belowFrobenius(a: Term, l: Length): Theorem {
  return lengthAbove(normOf(a), l, first(fact('norm and Frobenius norm', a)));
}
/** ‖A B‖_F ≤ ‖A‖_F ‖B‖ and ≤ ‖A‖_F ‖B‖_F. */
function frobeniusProduct(a: Term, b: Term, l: Length): Theorem[] {
  const [x, y] = [lengthOf(a), lengthOf(b)];
  const n = normOf(b);
  const right = times(x.value, n);
  const sign = orderBy(zeros([]), right, false, [
    summand([x.sign, fact('the norm is not negative', b)]),
  ]);
  const squares = orderBy(inner(l.of, l.of), times(right, right), false, [
    summand([second(fact('Frobenius norm of a product', a, b))]),
    summand([weak(flipped(x.square))], one, [n]),
  ]);
  const first1 = fromSquares(
    l.value,
    right,
    sign,
    orderBy(times(l.value, l.value), times(right, right), false, [
      summand([weak(l.square)]),
      summand([squares]),
    ]),
  );
  return [
    first1,
    orderBy(l.value, times(x.value, y.value), false, [
      summand([first1]),
      summand([x.sign, belowFrobenius(b, y)]),
    ]),
  ];
}
/** σ_min(A) |t| ≤ |A t|, where A has no more columns than rows. */
function shrink(a: Term, t: Term, l: Length, prove: (f: Formula) => Theorem | null): Theorem[] {
  if (t.shape.length !== 1) return [];
  const plain = lengthOf(t);
  const statement = fact('sigma_min bounds', a, t);
  const f = statement.conclusion;
  if (f.kind !== 'implies') return [];
  const left = times(operation('sigma_min', a), plain.value);
  const conclude = (bound: Theorem): Theorem =>
    lengthAbove(
      left,
      l,
      orderBy(times(left, left), inner(l.of, l.of), false, [
        summand([bound]),
        summand([weak(plain.square)], one, [operation('sigma_min', a)]),
      ]),
    );
  const narrow = prove(f.left);
  return narrow ? [conclude(modusPonens(statement, narrow))] : [];
}
