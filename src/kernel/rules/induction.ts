/** For each index of a range: layers of a network, powers, and induction over them. */
import { demandFormula, each, less, implies, write, type Formula } from '../formula.ts';
import { freeDim, renameDimsIn } from '../binders.ts';
import { indexText, isIndexName, readIndex } from '../indices.ts';
import { add, dimension, number } from '../graph.ts';
import { one, ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import { Theorem, type Make } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { conclusion, expect, same, wants } from './tools.ts';

/** An index as a number. */
export function indexTerm(text: string): Term {
  const at = readIndex(text) ?? fail(`no index: ${text}`);
  const offset = number(ratio(BigInt(at.offset)));
  return at.name === null ? offset : add(dimension(at.name), offset);
}
/** from ≤ to, of two indices. */
export const atMost = (from: string, to: string): Formula =>
  less(indexTerm(from), indexTerm(to), false);

/** The index before. */
const before = (text: string): string => {
  const at = readIndex(text) ?? fail(`no index: ${text}`);
  return indexText({ name: at.name, offset: at.offset - 1 });
};

export const inductionRules = (make: Make) => {
  /** 1 ≤ d: a dimension, and an index, is a positive whole number. */
  function atLeastOne(d: Dim): Theorem {
    wants(isIndexName(d), 'no name of a dimension');
    return make('at least one', [d], less(number(one), dimension(d), false));
  }
  /** From Γ, a ≤ l, l ≤ b ⊢ φ with l not free in Γ: Γ ⊢ ∀ l ∈ [a..b] φ. */
  function overRange(index: Dim, from: string, to: string, t: Theorem): Theorem {
    const goal = each(index, from, to, conclusion(t));
    const range = new Set([atMost(from, index), atMost(index, to)].map(write));
    const rest = t.hypotheses.filter((h) => !range.has(write(h)));
    wants(!rest.some((h) => freeDim(index, h)), `the index ${index} is free in a hypothesis`);
    return make('over a range', [index, from, to], goal, { from: [t], instead: rest });
  }
  /** From ∀ l ∈ [a..b] φ, a ≤ e and e ≤ b: φ with l = e. */
  function atIndex(t: Theorem, at: string, lower: Theorem, upper: Theorem): Theorem {
    const f = expect(t, 'each');
    wants(
      same(conclusion(lower), atMost(f.from, at)) && same(conclusion(upper), atMost(at, f.to)),
      `${at} is not known to lie between ${f.from} and ${f.to}`,
    );
    return make('at an index', [at], renameDimsIn(f.body, new Map([[f.index, at]])), {
      from: [t, lower, upper],
    });
  }
  /** From φ(a) and ∀ k ∈ [a..b−1] (φ(k) ⇒ φ(k+1)): ∀ k ∈ [a..b] φ(k), the goal. */
  function induction(goal: Formula, base: Theorem, step: Theorem): Theorem {
    demandFormula(goal);
    const f =
      goal.kind === 'each'
        ? goal
        : fail('an induction proves a statement for each index of a range');
    const at = (index: string): Formula => renameDimsIn(f.body, new Map([[f.index, index]]));
    wants(same(conclusion(base), at(f.from)), 'the base of the induction is another statement');
    const next = each(f.index, f.from, before(f.to), implies(f.body, at(`${f.index}+1`)));
    wants(same(conclusion(step), next), 'the step of the induction is another statement');
    return make('induction', [goal], goal, { from: [base, step] });
  }

  return { atLeastOne, overRange, atIndex, induction };
};
