/** Natural deduction: connectives and quantifiers. */
import { alike } from './dims.ts';
import { both, falsum, isFree, not, putIn, quantify, type Bound } from './formula.ts';
import type { Replacement } from './substitution.ts';
import { demand, refuse } from './rational.ts';
import { bindsName, ofKind, type Rule } from './step.ts';

function fits(bound: Bound, by: Replacement): void {
  if (bound.kind === 'tensor')
    demand(
      by.x === null && alike(by.body.shape, bound.shape),
      `${bound.name} is replaced by something of another shape`,
    );
  else
    demand(
      by.x !== null &&
        bound.fn.family.length === 0 &&
        by.x.length === bound.fn.inputs.length &&
        alike(by.body.shape, bound.fn.output === null ? [] : [bound.fn.output]),
      `${bound.fn.name} is replaced by something of another shape`,
    );
}

export const logicRules: Readonly<Record<string, Rule>> = {
  assume: (a) => (a.takes(0, 1), { conclusion: a.formula(0), extra: [a.formula(0)] }),
  discharge: (a) => (
    a.takes(1, 1), { conclusion: both('implies', a.formula(0), a.any(0)), drop: [a.formula(0)] }
  ),
  'modus ponens': (a) => {
    a.takes(2, 0);
    const f = a.premise(0, 'implies');
    a.same(f.left, a.any(1), 'the antecedent is another statement');
    return { conclusion: f.right };
  },
  and: (a) => (a.takes(2, 0), { conclusion: both('and', a.any(0), a.any(1)) }),
  'and, left': (a) => (a.takes(1, 0), { conclusion: a.premise(0, 'and').left }),
  'and, right': (a) => (a.takes(1, 0), { conclusion: a.premise(0, 'and').right }),
  or: (a) => {
    a.takes(1, 2);
    const side = a.text(1);
    if (side === 'left') return { conclusion: both('or', a.any(0), a.formula(0)) };
    return side === 'right'
      ? { conclusion: both('or', a.formula(0), a.any(0)) }
      : refuse('left or right is wanted');
  },
  cases: (a) => {
    a.takes(3, 0);
    const f = a.premise(0, 'or');
    a.same(a.any(1), a.any(2), 'the cases end in different statements');
    return { conclusion: a.any(1), drop: [undefined, f.left, f.right] };
  },
  contradiction: (a) => (
    a.takes(1, 1), a.premise(0, 'false'), { conclusion: not(a.formula(0)), drop: [a.formula(0)] }
  ),
  classical: (a) => (
    a.takes(1, 1), a.premise(0, 'false'), { conclusion: a.formula(0), drop: [not(a.formula(0))] }
  ),
  explode: (a) => (
    a.takes(2, 0),
    a.same(a.premise(1, 'not').body, a.any(0), 'no contradiction'),
    { conclusion: falsum }
  ),

  generalise: (a) => {
    a.takes(1, 1);
    a.closed(bindsName(a.bound(0)), 0);
    return { conclusion: quantify('forall', a.bound(0), a.any(0)) };
  },
  specialise: (a) => {
    a.takes(1, 1);
    const f = a.premise(0, 'forall');
    fits(f.bound, a.replacement(0));
    return { conclusion: putIn(f.body, bindsName(f.bound), a.replacement(0)) };
  },
  instance: (a) => {
    a.takes(1, 2);
    const claim = ofKind(a.formula(0), 'exists');
    const by = { x: null, body: a.term(1) };
    fits(claim.bound, by);
    a.same(
      putIn(claim.body, bindsName(claim.bound), by),
      a.any(0),
      'the instance is another statement',
    );
    return { conclusion: claim };
  },
  unpack: (a) => {
    a.takes(2, 0);
    const f = a.premise(0, 'exists');
    const name = bindsName(f.bound);
    demand(!isFree(name, a.any(1)), `${name} is free in the conclusion`);
    a.closed(name, 1, f.body);
    return { conclusion: a.any(1), drop: [undefined, f.body] };
  },
};
