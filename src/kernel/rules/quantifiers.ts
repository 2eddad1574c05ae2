/** For all and there is, over tensors and over functions. */
import { boundName, demandFormula, forall, write, type Bound, type Formula } from '../formula.ts';
import { free, substituteIn } from '../binders.ts';
import { copyReplacement, type Replacement } from '../calculus.ts';
import type { Term } from '../term.ts';
import { demand, fail } from '../seal.ts';
import { Theorem, type Make } from '../sequent.ts';
import { closed, conclusion, expect, same, wants } from './tools.ts';

export const quantifierRules = (make: Make) => {
  /** From Γ ⊢ φ with x not free in Γ: Γ ⊢ ∀x φ. */
  function generalise(bound: Bound, t: Theorem): Theorem {
    const goal = forall(bound, conclusion(t));
    closed(boundName(goal.bound), t);
    return make('generalise', [goal.bound], goal, { from: [t] });
  }
  const fits = (bound: Bound, by: Replacement): void => {
    if (bound.kind === 'tensor') {
      wants(
        by.kind === 'term' && by.term.shape.join() === bound.shape.join(),
        `${bound.name} is replaced by a term of another shape`,
      );
      return;
    }
    wants(
      by.kind === 'function' &&
        by.body.shape.join() === (bound.fn.output ?? '') &&
        bound.fn.family.length === 0,
      `${bound.fn.name} is replaced by a function of another shape`,
    );
  };
  /** From ∀x φ: φ with x replaced. */
  function specialise(t: Theorem, given: Replacement): Theorem {
    const f = expect(t, 'forall');
    const by = copyReplacement(given);
    fits(f.bound, by);
    return make('specialise', [by], substituteIn(f.body, boundName(f.bound), by), { from: [t] });
  }
  /** From φ with x replaced by a term: ∃x φ, where `claim` is ∃x φ. */
  function instance(claim: Formula, term: Term, t: Theorem): Theorem {
    demandFormula(claim);
    if (claim.kind !== 'exists') return fail('an instance proves an existence');
    demand(term);
    fits(claim.bound, { kind: 'term', term });
    wants(
      same(substituteIn(claim.body, boundName(claim.bound), { kind: 'term', term }), conclusion(t)),
      'the instance is another statement',
    );
    return make('instance', [claim, term], claim, { from: [t] });
  }
  /** From ∃x φ and Γ, φ ⊢ ψ, with x free neither in Γ nor in ψ: Γ ⊢ ψ. */
  function unpack(existence: Theorem, t: Theorem): Theorem {
    const f = expect(existence, 'exists');
    const name = boundName(f.bound);
    wants(!free(name, conclusion(t)), `${name} is free in the conclusion`);
    const key = write(f.body);
    for (const [text, h] of Theorem.gamma(t))
      wants(text === key || !free(name, h), `${name} is free in a hypothesis`);
    return make('unpack', [], conclusion(t), { from: [existence, t], drop: [undefined, f.body] });
  }

  return { generalise, specialise, instance, unpack };
};
