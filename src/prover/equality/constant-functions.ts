/**
 * f(x) = f(y), because the derivative of f along y − x is 0 everywhere: the mean value theorem,
 * both ways.
 */
import type { FunctionSymbol, Term } from '../../kernel/term.ts';
import { contract, jet, number, variable } from '../../kernel/graph.ts';
import { equal, type Formula } from '../../kernel/formula.ts';
import { hasMeaning } from '../../kernel/laws.ts';
import { zero } from '../../kernel/ratio.ts';
import {
  antisymmetry,
  fact,
  first,
  generalise,
  modusPonens,
  second,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { saysForNumbers, slopeEverywhere } from '../known/euler.ts';
import { assuming } from '../known/facts.ts';
import type { Context } from '../known/context.ts';
import { ask, strategyFor } from '../known/strategy.ts';

const mark = 'constant functions';

interface Value {
  readonly fn: FunctionSymbol;
  readonly at: Term;
}

/** f and x where the term is f(x), f with a name alone and a number as its value. */
function valueOf(t: Term): Value | null {
  const [monomial, ...others] = t.monomials;
  const [factor, ...rest] = monomial?.factors ?? [];
  const head = factor?.head;
  if (others.length > 0 || rest.length > 0 || head?.kind !== 'jet') return null;
  const { fn, args, orders, params } = head;
  const [x] = args;
  if (!x || args.length !== 1 || orders[0] !== 0 || params.length > 0) return null;
  if (hasMeaning(fn.name) || fn.name.includes('#') || fn.family.length > 0 || fn.output !== null)
    return null;
  return alike(t, jet(fn, [0], [x])) ? { fn, at: x } : null;
}

const alikeBound = (f: Formula, bound: { readonly shape: readonly string[] }): boolean =>
  f.kind === 'forall' && f.bound.kind === 'tensor' && f.bound.shape.join() === bound.shape.join();

/** f at the two ends, where they differ. */
function endsOf(goal: Formula): { fn: FunctionSymbol; x: Term; y: Term } | null {
  if (goal.kind !== 'equal') return null;
  const [left, right] = [valueOf(goal.left), valueOf(goal.right)];
  if (!left || !right || left.fn.name !== right.fn.name || alike(left.at, right.at)) return null;
  return { fn: left.fn, x: left.at, y: right.at };
}

export const constantFunctions = strategyFor('equal', {
  name: mark,
  summary: 'f(x) = f(y), because the derivative of f along y − x is 0 everywhere',
  promise: (goal, known) =>
    !known.replaced.includes(mark) &&
    endsOf(goal) !== null &&
    known.facts.some(({ theorem }) => theorem.conclusion.kind === 'forall')
      ? 0.8
      : null,
  *prove(goal, given) {
    const ends = endsOf(goal);
    if (ends === null) return null;
    const { fn, x, y } = ends;
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const d = minus(y, x);
    const sides = [fact('mean value along a segment', jet(fn, [0], [x]), y, number(zero))].flatMap(
      (stated) => [first(stated), second(stated)],
    );
    const premise = sides[0]?.conclusion;
    if (premise?.kind !== 'implies' || premise.left.kind !== 'forall') return null;
    const { bound } = premise.left;
    if (bound.kind !== 'tensor') return null;
    const u = variable(bound.name, bound.shape);
    const along =
      d.shape.length === 0
        ? times(jet(fn, [1], [u]), d)
        : contract([jet(fn, [1], [u]), d], ['i', 'i'], '');
    const slopes = known.facts
      .filter(({ theorem }) => saysForNumbers(theorem.conclusion))
      .slice(0, 6)
      .flatMap(({ theorem, name }) =>
        [theorem, slopeEverywhere(theorem, known)].flatMap((all) => {
          const f = all?.conclusion;
          return all && f && alikeBound(f, bound)
            ? [{ theorem: specialise(all, { kind: 'term', term: u }), name }]
            : [];
        }),
      );
    const flat = yield* assuming(known, slopes, (c) => ask(equal(along, nought()), c));
    if (!flat) return null;
    // the first side asks for 0 ≤ slope, the second for slope ≤ 0
    const signs = [weak(flipped(flat)), weak(flat)];
    const bounds = sides.flatMap((side, i): Theorem[] => {
      const f = side.conclusion;
      if (f.kind !== 'implies' || f.left.kind !== 'forall' || f.left.body.kind !== 'less')
        return [];
      const { left, right } = f.left.body;
      const here = orderBy(left, right, false, [summand([signs[i]!])]);
      return [modusPonens(side, generalise(f.left.bound, here))];
    });
    const [below, above] = bounds;
    if (!below || !above) return null;
    const [rising, falling] = [
      orderBy(jet(fn, [0], [x]), jet(fn, [0], [y]), false, [summand([below])]),
      orderBy(jet(fn, [0], [y]), jet(fn, [0], [x]), false, [summand([above])]),
    ];
    return antisymmetry(rising, falling);
  },
});
