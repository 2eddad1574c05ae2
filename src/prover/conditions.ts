/** What follows from the hypotheses of a claim about its conditions: those that they imply, and whether all can be met. */
import type { Claim, Condition } from '../language/ast.ts';
import { falsum, less, not, write, type Formula } from '../kernel/formula.ts';
import { number, zeros } from '../kernel/graph.ts';
import { one } from '../kernel/ratio.ts';
import { KernelError } from '../kernel/seal.ts';
import { within } from './agenda/effort.ts';
import { freshContext } from './fresh-context.ts';
import { NotLowerable } from './lowering/scope.ts';
import { goalOf, proveGoal, type Goal, type ProveOptions } from './prove.ts';

type Hypotheses = Goal['hypotheses'];

const follows = (
  goal: Goal,
  hypotheses: Hypotheses,
  conclusion: Formula,
  milliseconds: number,
): boolean =>
  proveGoal(
    { ...goal, hypotheses, conclusion, demands: [] },
    freshContext(within(milliseconds)),
  ) !== null;

/** What cannot be put to the kernel follows from nothing. */
const lowerable = <T>(ask: () => T, otherwise: T): T => {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotLowerable || error instanceof KernelError) return otherwise;
    throw error;
  }
};

/** Work for one condition that may follow from the hypotheses. */
const conditionTime = 60;

/** Those conditions of a claim that follow from its hypotheses and the other conditions. */
export const impliedConditions = (
  claim: Claim,
  conditions: readonly Condition[],
): ReadonlySet<Condition> => {
  const implied = new Set<Condition>();
  lowerable(() => {
    const goal = goalOf(claim);
    for (const c of conditions) {
      const others = new Set(conditions.filter((d) => d !== c && !implied.has(d)));
      const texts = new Set([...others].map((d) => d.text));
      const own = goal.hypotheses.find((h) => !h.stated && h.text === c.text);
      const given = goal.hypotheses.filter((h) => h.stated || texts.has(h.text));
      if (own && own.axiom === undefined && follows(goal, given, own.formula, conditionTime))
        implied.add(c);
    }
  }, undefined);
  return implied;
};

/** Is one of the hypotheses denied by the others? Where they are about sizes, 1 ≤ 0 is found where a bare contradiction is not. */
const contradictory = (goal: Goal, hypotheses: Hypotheses, milliseconds: number): boolean => {
  const absurd = [falsum, less(number(one), zeros([]), false)];
  const denials = hypotheses.filter((h) => h.axiom === undefined && h.text !== '');
  return (
    absurd.some((f) => follows(goal, hypotheses, f, milliseconds)) ||
    denials.some((h) =>
      follows(
        goal,
        hypotheses.filter((other) => other !== h),
        h.formula.kind === 'not' ? h.formula.body : not(h.formula),
        milliseconds / 4,
      ),
    )
  );
};

/** What an implication assumes, and so on to the right. */
const assumptions = (f: Formula): Formula[] =>
  f.kind === 'implies' ? [f.left, ...assumptions(f.right)] : [];

/**
 * Do the hypotheses, with what the claim needs to be defined, contradict each other? Then anything follows from them.
 * What the conclusion assumes counts where the conditions contradict it; an assumption that is false by itself does not.
 */
export const contradictsItself = (claim: Claim, { time = 500 }: ProveOptions = {}): boolean =>
  lowerable(() => {
    const goal = goalOf(claim);
    if (contradictory(goal, goal.hypotheses, time)) return true;
    const assumed = assumptions(goal.conclusion).map((formula) => ({
      formula,
      text: write(formula),
      stated: true,
    }));
    const conditions = goal.hypotheses.some((h) => !h.stated && h.axiom === undefined);
    if (assumed.length === 0 || !conditions) return false;
    const stated = goal.hypotheses.filter((h) => h.stated);
    return (
      contradictory(goal, [...goal.hypotheses, ...assumed], time) &&
      !contradictory(goal, [...stated, ...assumed], time)
    );
  }, false);
