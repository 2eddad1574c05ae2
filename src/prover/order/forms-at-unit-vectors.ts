/**
 * Forms at vectors of length at most 1, as the entries of a matrix are: (u'A v)² ≤ ‖A‖² ≤ |A|_F²,
 * and the same without squares.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { contract, factorTerm, number } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, first, type Theorem } from '../../kernel/theorem.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { fromSquares, lengthAbove, lengthOf } from '../derived/lengths.ts';
import { normOf, signOf } from '../derived/norm-parts.ts';
import { components } from '../graphs/components.ts';
import { negated, squareOf, times } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Ask } from '../known/strategy.ts';
import { byTheseAlone } from './sums-of-signs.ts';

interface Form {
  readonly u: Term;
  readonly a: Term;
  readonly v: Term;
}

/** u, A and v of each form u'A v in the smaller side, with vectors that have a name. */
function formsIn({ left }: FormulaOf<'less'>): Form[] {
  const found: Form[] = [];
  for (const m of left.monomials)
    for (const places of components(m)) {
      const factors = places.map((i) => m.factors[i] as Factor);
      const [x, y, ...more] = factors.filter((f) => f.slots.length === 1);
      const rest = factors.filter((f) => f !== x && f !== y);
      if (!x || !y || more.length > 0 || rest.length === 0 || x.slots[0] === y.slots[0]) continue;
      if (rest.some((f) => f.slots.length !== 2)) continue;
      const free = [x.slots[0] as number, y.slots[0] as number];
      const a = subgraph({ ...m, powers: {} }, rest, free);
      const [u, v] = [factorTerm(x), factorTerm(y)];
      if (!found.some((g) => alike(g.u, u) && alike(g.a, a) && alike(g.v, v)))
        found.push({ u, a, v });
    }
  return found.slice(0, 2);
}

/** (u'A v)² ≤ ‖A‖² and ≤ |A|_F², and ±u'A v ≤ ‖A‖ and ≤ |A|_F, from |u|² ≤ 1 and |v|² ≤ 1. */
function bounds({ u, a, v }: Form, ofU: Theorem, ofV: Theorem): Theorem[] {
  const value = contract([u, a, v], ['i', 'ij', 'j'], '');
  const n = normOf(a);
  const square = orderBy(times(value, value), times(n, n), false, [
    summand([fact('the norm bounds a form', a, u, v)]),
    summand([ofU], one, [contract([n, v], ['', 'i'], 'i')]),
    summand([ofV], one, [n]),
  ]);
  const l = lengthOf(a);
  const wide = orderBy(times(value, value), squareOf(a), false, [
    summand([square]),
    summand([first(fact('norm and Frobenius norm', a))]),
  ]);
  return [
    square,
    wide,
    ...[value, negated(value)].flatMap((s) => [
      fromSquares(s, n, signOf(a), square),
      lengthAbove(s, l, wide),
    ]),
  ];
}

function* atMostOne(t: Term, known: Context): Generator<Ask, Theorem | null, Theorem | null> {
  return yield { goal: less(squareOf(t), number(one), false), known, share: 100 };
}

export const formsAtUnitVectors = strategyFor('less', {
  name: 'forms at unit vectors',
  summary: "(u' A v)^2 <= norm(A)^2 <= normF(A)^2 for |u| <= 1 and |v| <= 1, as of entries A[i,j]",
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (formsIn(goal).length > 0 ? 0.75 : null),
  *prove(goal, known) {
    const found: Theorem[] = [];
    for (const form of formsIn(goal)) {
      const ofU = yield* atMostOne(form.u, known);
      const ofV = ofU && (yield* atMostOne(form.v, known));
      if (ofU && ofV) found.push(...bounds(form, ofU, ofV));
    }
    return found.length === 0 ? null : byTheseAlone(goal, known, found);
  },
});
