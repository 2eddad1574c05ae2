/**
 * Equations of terms: their linear combinations inside contexts, replacement in formulas, renamed
 * dimensions.
 */
import { equal, type Formula } from '../formula.ts';
import { renameDimsIn, substituteIn } from '../binders.ts';
import { substitute } from '../calculus.ts';
import { occurs } from '../occurrence.ts';
import { bareHead, permute, scale } from '../graph.ts';
import { isDim, isDimName } from '../dimension.ts';
import { list, mapping, own } from '../entry.ts';
import { fail } from '../seal.ts';
import { Theorem, type Make, type Use } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { collect, writeHead, type Label, type Symmetries } from '../write.ts';
import { conclusion, expect, minusOne, same, wants } from './tools.ts';

export const hole = '□';

/** Uses from outside, each part read once. */
const copyUses = (given: unknown): Use[] =>
  list(given, (use): Use => {
    const context = own(use, 'context') as Term;
    return Object.freeze({ equation: copyTheorem(own(use, 'equation')), context });
  });
const copyTheorem = (t: unknown): Theorem => Theorem.demand(t as Theorem);

/**
 * What is left of `left - right` once each use has been taken away: the labels of `linear` are for
 * these monomials.
 */
export const residue = (left: Term, right: Term, uses: readonly Use[]): Term['monomials'] =>
  remainder(left, right, copyUses(uses));
function remainder(left: Term, right: Term, uses: readonly Use[]): Term['monomials'] {
  const fill = (context: Term, term: Term): Term =>
    substitute(context, hole, { kind: 'term', term });
  const differences = uses.flatMap(({ equation, context }) => {
    const { left: a, right: b } = expect(equation, 'equal');
    wants(!occurs(hole, a) && !occurs(hole, b), 'a hole inside an equation');
    return [scale(minusOne, fill(context, a)), fill(context, b)];
  });
  return [left, scale(minusOne, right), ...differences].flatMap((t) => t.monomials);
}

/** Facts F = F' (or F = -F') about single factors, that let a labelling swap the two slots. */
function readSymmetries(theorems: readonly Theorem[]): Symmetries {
  const map = new Map<string, 1n | -1n>();
  for (const t of theorems) {
    const { left, right } = expect(t, 'equal');
    const head = bareHead(left);
    const r = left.shape.length;
    if (head === null || r < 2) return fail('a symmetry applies to a single factor');
    const swapped = permute(
      left,
      left.shape.map((_, i) => (i === r - 1 ? r - 2 : i === r - 2 ? r - 1 : i)),
    );
    const sign = same(equal(left, right), equal(left, swapped))
      ? 1n
      : same(equal(left, right), equal(left, scale(minusOne, swapped)))
        ? -1n
        : fail('no symmetry');
    map.set(writeHead(head), sign);
  }
  return map;
}

export const equationRules = (make: Make) => {
  /**
   * left = right, because left − right is, graph by graph, the sum of the uses' (context of a) −
   * (context of b), each of which is 0. The labels exhibit the isomorphisms; swaps of slots need
   * their symmetry.
   */
  function linear(
    left: Term,
    right: Term,
    given: readonly Use[],
    labels: readonly Label[],
    swaps: readonly Theorem[] = [],
  ): Theorem {
    const uses = copyUses(given);
    const symmetries = list(swaps, copyTheorem);
    const goal = equal(left, right);
    const rest = collect(remainder(left, right, uses), labels, readSymmetries(symmetries));
    if (rest.size > 0)
      fail(`the two sides differ by ${[...rest.keys()].slice(0, 3).join(' and ')}`);
    return make(uses.length === 0 && symmetries.length === 0 ? 'ring' : 'linear', [], goal, {
      from: [...uses.map((u) => u.equation), ...symmetries],
      uses,
    });
  }

  /** From a = b and φ with a in the hole: φ with b in the hole. */
  function replace(context: Formula, eq: Theorem, t: Theorem): Theorem {
    const { left, right } = expect(eq, 'equal');
    const fill = (term: Term): Formula => substituteIn(context, hole, { kind: 'term', term });
    wants(same(fill(left), conclusion(t)), 'the context with the left side is another statement');
    return make('replace', [context], fill(right), { from: [eq, t] });
  }

  /** What holds for every size holds with dimensions renamed, made equal or made numbers. */
  function dims(t: Theorem, given: ReadonlyMap<Dim, Dim>): Theorem {
    const map = mapping(given);
    for (const [from, to] of map)
      wants(
        isDimName(from) && isDim(to),
        `${from} cannot be renamed to ${to}: a dimension's own name becomes a dimension`,
      );
    const hypotheses = Theorem.demand(t).hypotheses.map((h) => renameDimsIn(h, map));
    return make('dimensions', [...map], renameDimsIn(t.conclusion, map), {
      from: [t],
      instead: hypotheses,
    });
  }

  return { linear, replace, dims };
};
