/** Why numbers differ: one is less than the other, or their difference equals what is not zero. */
import { equal, less, not, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { bareHead, zeros } from '../../kernel/graph.ts';
import { writeTerm } from '../../kernel/write.ts';
import type { Term } from '../../kernel/term.ts';
import { assume, contradiction, explode, weak, type Theorem } from '../../kernel/theorem.ts';
import { absurd } from '../derived/labelled.ts';
import { equation, flipped } from '../derived/equations.ts';
import { addEquation, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { variablesIn } from '../graphs/members.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { byEquations } from '../rewriting/by-equations.ts';

type Denied = FormulaOf<'not'>;

/** The equation of numbers that a goal denies. */
const numbersOf = ({ body }: Denied): FormulaOf<'equal'> | null =>
  body.kind === 'equal' && body.left.shape.length === 0 ? body : null;

/** Milliseconds' worth of work for either order: most numbers have no sign that is known. */
const patience = 150;

export const strictlyApart = strategyFor('not', {
  name: 'strictly apart, so not equal',
  summary: 'a != b because a < b or b < a',
  notFor: ['conditions'],
  promise: (goal) => (numbersOf(goal) ? 0.45 : null),
  *prove(goal, known): Attempt {
    const denied = numbersOf(goal);
    if (denied === null) return null;
    const { left, right } = denied;
    const same = assume(denied);
    const above = yield* ask(less(right, left, true), known, patience);
    if (above) return contradiction(denied, absurd([above, weak(same)]));
    const below = yield* ask(less(left, right, true), known, patience);
    return below && contradiction(denied, absurd([below, weak(flipped(same))]));
  },
});

/** The other sides of known equations with this side. */
const equalTo = (t: Term, known: Context): Term[] => {
  const said = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'equal' && f.left.shape.length === 0 ? [f] : [],
  );
  const text = writeTerm(t);
  return said.flatMap(({ left, right }) =>
    writeTerm(left) === text ? [right] : writeTerm(right) === text ? [left] : [],
  );
};

export const equalToNonzero = strategyFor('not', {
  name: 'equal to what is not zero',
  summary: 's != 0 because s = t is known, and t != 0',
  notFor: ['conditions'],
  promise: (goal, known) => {
    const denied = numbersOf(goal);
    const isZero = denied?.right.monomials.length === 0;
    return denied && isZero && equalTo(denied.left, known).length > 0 ? 0.44 : null;
  },
  *prove(goal, known): Attempt {
    const denied = numbersOf(goal);
    if (denied === null) return null;
    for (const other of equalTo(denied.left, known)) {
      const zero = equal(other, zeros([]));
      const away = yield* ask(not(zero), known, patience);
      const vanishes = away && impliedBy(denied, zero, known);
      if (away && vanishes) return contradiction(denied, explode(vanishes, away));
    }
    return null;
  },
});

/** t = 0 from s = 0, by what is known. */
const impliedBy = (
  assumed: FormulaOf<'equal'>,
  { left, right }: FormulaOf<'equal'>,
  known: Context,
): Theorem | null =>
  byEquations(left, right, addEquation(known, equation(assume(assumed), 'assumption')));

/** Known inequalities that share a variable with an equation. */
function inequalitiesOn(
  { left, right }: FormulaOf<'equal'>,
  known: Context,
): (FormulaOf<'less'> & { readonly theorem: Theorem })[] {
  const names = new Set([left, right].flatMap((t) => [...variablesIn(t).keys()]));
  return known.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    const isNear =
      f.kind === 'less' &&
      [f.left, f.right].some((t) => [...variablesIn(t).keys()].some((n) => names.has(n)));
    return isNear ? [{ ...f, theorem }] : [];
  });
}

/** A variable that is set equal to something: what is known can be read at that value. */
const isOfVariable = (f: Formula): f is FormulaOf<'equal'> =>
  f.kind === 'equal' && bareHead(f.left)?.kind === 'variable';

export const wouldReverse = strategyFor('not', {
  name: 'an inequality that would fail',
  summary: 's != t, because s = t would reverse an inequality that is known',
  notFor: ['conditions'],
  promise: ({ body }, known) =>
    isOfVariable(body) && inequalitiesOn(body, known).length > 0 ? 0.4 : null,
  *prove({ body }, known): Attempt {
    if (body.kind !== 'equal') return null;
    const fact = { theorem: assume(body), name: 'assumption' };
    for (const { theorem, left, right, strict } of inequalitiesOn(body, known)) {
      const reversed = less(right, left, !strict);
      const t = yield* assuming(known, [fact], (more) => ask(reversed, more, patience));
      if (t) return contradiction(body, absurd([theorem, t]));
    }
    return null;
  },
});
