/**
 * Inequalities with denominators that are known to be positive, multiplied out: 1/y < 1/x because x
 * < y.
 */
import { add, contract, zeros } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { withInverses } from '../rewriting/by-equations.ts';
import type { Context } from '../known/context.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { type Divisor, divisorsOf } from './divisors.ts';

/**
 * left ≤ right, or <, because it is so after both sides were multiplied by what they are divided
 * by.
 */
export function byClearingOrder(
  goal: FormulaOf<'less'>,
  ctx: Context,
  prove: Prove,
): Theorem | null {
  const { left, right, strict } = goal;
  const gap = add(right, negated(left));
  const below = divisorsOf(gap).slice(0, 3);
  if (below.length === 0) return null;
  const signs = below.map((d) => prove(less(zeros([]), d.of, true), ctx));
  if (signs.includes(null)) return null;
  const factors = below.flatMap((d, i) =>
    Array.from({ length: d.power }, () => ({ of: d.of, sign: signs[i] as Theorem })),
  );
  if (factors.length > 4) return null;
  const by = contract(
    factors.map((f) => f.of),
    factors.map(() => ''),
    '',
  );
  const positive = orderBy(nought(), by, true, [
    { coefficient: one, facts: factors.map((f) => f.sign), squares: [] },
  ]);
  const known = withInverses(
    {
      ...ctx,
      facts: [
        ...ctx.facts,
        ...(signs as Theorem[]).map((theorem) => ({ theorem, name: 'denominator' })),
      ],
    },
    left,
    right,
  );
  const product = contract([by, gap], ['', ''], '');
  // sizes cancel as they are multiplied, scalars by a rewrite
  const simpler = rewritten(product, known);
  const cleared = simpler?.term ?? product;
  const isLeft = (d: Divisor): boolean => below.some((b) => writeTerm(b.of) === writeTerm(d.of));
  if (divisorsOf(cleared).some(isLeft)) return null;
  const sign = prove(less(zeros([]), cleared, strict), known);
  if (!sign) return null;
  const beyond = assume(less(right, left, !strict));
  // (by)(left − right) is not negative, and (by)(right − left) is not either: one of both is
  // positive
  const impossible = classical(
    goal,
    asymmetry(
      orderBy(nought(), nought(), true, [
        summand([positive, beyond]),
        summand([sign]),
        ...(simpler ? [summand([weak(simpler.equation)])] : []),
      ]),
    ),
  );
  const f = strict ? comparable(right, left) : comparable(left, right);
  return strict ? cases(f, impossible, assume(goal)) : cases(f, assume(goal), impossible);
}
