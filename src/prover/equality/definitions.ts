/** A variable with an equation, K = J J', is replaced by the other side in the goal. */
import type { Term } from '../../kernel/term.ts';
import { bareHead, variable } from '../../kernel/graph.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { type Formula } from '../../kernel/formula.ts';
import { free, substituteIn } from '../../kernel/binders.ts';
import { hole, replace, type Theorem } from '../../kernel/theorem.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { writeTerm } from '../../kernel/write.ts';
import type { Context } from '../known/context.ts';
import type { Attempt } from '../known/strategy.ts';
import { flipped, type Equation } from '../derived/equations.ts';

/** The name of facts that open a decomposition. */
export const decomposition = 'decomposition';

interface Definition {
  readonly name: string;
  readonly meaning: Term;
  /** meaning = name. */
  readonly equation: Theorem;
}

/** The equations that define a variable by something in which it does not stand. */
function definitions(equations: readonly Equation[]): Definition[] {
  return equations.flatMap(({ theorem, left, right }) =>
    (
      [
        [left, right, true],
        [right, left, false],
      ] as const
    ).flatMap(([name, meaning, turned]): Definition[] => {
      const head = bareHead(name);
      if (
        head?.kind !== 'variable' ||
        name.monomials[0]?.coefficient.num !== name.monomials[0]?.coefficient.den ||
        occurs(head.name, meaning)
      )
        return [];
      // transposed, it would be another matrix
      if (writeTerm(name) !== writeTerm(variable(head.name, head.shape))) return [];
      return [{ name: head.name, meaning, equation: turned ? flipped(theorem) : theorem }];
    }),
  );
}

const next = (goal: Formula, ctx: Context): Definition | undefined =>
  definitions(ctx.equations).find(({ name }) => free(name, goal) && !ctx.replaced.includes(name));

/** Does a defined variable stand in the goal that was not replaced yet? */
export const definedIn = (goal: Formula, ctx: Context): boolean => next(goal, ctx) !== undefined;

/** Is its meaning a number alone? */
export const numberIn = (goal: Formula, ctx: Context): boolean =>
  next(goal, ctx)?.meaning.monomials.every((m) => m.factors.length === 0) ?? false;

const standsInside = (name: string, t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(
      ({ head }) =>
        head.kind !== 'variable' &&
        (head.kind === 'jet' ? head.args : [head.arg]).some((arg) => occurs(name, arg)),
    ),
  );

/** Does it stand under a norm, a root or another operation, where no equation rewrites it? */
export function definedInside(goal: Formula, ctx: Context): boolean {
  const found = next(goal, ctx);
  return found !== undefined && termsOf(goal).some((t) => standsInside(found.name, t));
}

/** The goal with a defined variable replaced by what it is; `all`: with each of them replaced. */
export function* throughDefinitions(goal: Formula, ctx: Context, all = false): Attempt {
  const steps: { readonly open: Formula; readonly equation: Theorem }[] = [];
  let [plain, known] = [goal, ctx];
  for (
    let found = next(plain, known);
    found && (all ? steps.length < 6 : steps.length === 0);
    found = next(plain, known)
  ) {
    const open = substituteIn(plain, found.name, {
      kind: 'term',
      term: variable(hole, found.meaning.shape),
    });
    plain = substituteIn(open, hole, { kind: 'term', term: found.meaning });
    known = { ...known, replaced: [...known.replaced, found.name] };
    steps.push({ open, equation: found.equation });
  }
  if (steps.length === 0) return null;
  let t = yield { goal: plain, known };
  for (const step of steps.toReversed()) t = t && replace(step.open, step.equation, t);
  return t;
}
