/**
 * Equations of terms: their linear combinations inside contexts, replacement in formulas,
 * differentiation, renamed dimensions.
 */
import { equal, type Formula } from '../formula.ts';
import { renameDimsIn, substituteIn } from '../binders.ts';
import { substitute } from '../calculus.ts';
import { derivative } from '../derivative.ts';
import { occurs, occursRough } from '../occurrence.ts';
import { bareHead, permute, scale } from '../graph.ts';
import { isDim, isDimName } from '../dimension.ts';
import { list, mapping, own, texts } from '../entry.ts';
import { fail, isName } from '../seal.ts';
import { Theorem, type Make, type Use } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { collect, writeHead, type Label, type Symmetries } from '../write.ts';
import { closed, conclusion, expect, minusOne, same, wants } from './tools.ts';

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

  /**
   * From Γ ⊢ a = b with x not free in Γ: ∂a/∂x = ∂b/∂x. Both sides are functions of x that agree
   * everywhere, smooth because x stands in no inverse and in no function that may have kinks: x²·(1/x)
   * = x holds for every x, and its derivative at 0 is that of no formula. φ(t) − φ(−t) = t holds of
   * relu, and is not differentiable at 0.
   */
  function differentiate(t: Theorem, name: string, given: readonly Dim[]): Theorem {
    const f = expect(t, 'equal');
    const shape = texts(given);
    // W[l] and W[k] are one matrix where l = k, so neither is a variable to differentiate by
    wants(isName(name), `${name} is a member of a family, which nothing is differentiated by`);
    closed(name, t);
    wants(
      !occursRough(name, f.left, true) && !occursRough(name, f.right, true),
      `${name} stands in an inverse or in a function with kinks, which have no derivative everywhere`,
    );
    return make(
      'differentiate',
      [name, shape],
      equal(derivative(f.left, name, shape), derivative(f.right, name, shape)),
      { from: [t] },
    );
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

  return { linear, replace, differentiate, dims };
};
