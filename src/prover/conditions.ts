/**
 * What follows from the hypotheses of a claim about its conditions: those that they imply, and
 * whether all can be met.
 */
import type { Claim, Condition } from '../language/ast.ts';
import { conditionOf } from '../language/definedness/condition.ts';
import { namesOf } from '../language/free-names.ts';
import { and, each, equal, falsum, less, not, write, type Formula } from '../kernel/formula.ts';
import { free } from '../kernel/binders.ts';
import { contract, number, zeros } from '../kernel/graph.ts';
import type { Term } from '../kernel/term.ts';
import { one } from '../kernel/ratio.ts';
import { isName, KernelError } from '../kernel/seal.ts';
import { within } from './agenda/effort.ts';
import { freshContext } from './fresh-context.ts';
import { negated } from './graphs/small-terms.ts';
import { NotLowerable } from './lowering/scope.ts';
import { goalOf, proveGoal, type Goal, type Proved, type ProveOptions } from './prove.ts';

type Hypotheses = Goal['hypotheses'];

const proofOf = (
  goal: Goal,
  hypotheses: Hypotheses,
  conclusion: Formula,
  milliseconds: number,
): Proved | null => {
  // a question on the way, which no document states: its means stay at their values
  const asked = { scope: goal.scope, hypotheses, conclusion, demands: [] };
  return proveGoal(
    { ...asked, said: asked, means: goal.means },
    freshContext(within(milliseconds)),
  );
};

const follows = (...asked: Parameters<typeof proofOf>): boolean => proofOf(...asked) !== null;

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

/** A condition without the guards that follow: what they guard is needed then. */
const unguarded = (c: Condition, f: Formula, follow: (f: Formula) => boolean): Condition => {
  if (c.formula?.kind !== 'implies' || f.kind !== 'implies' || !follow(f.left)) return c;
  return unguarded(conditionOf(c.formula.right, c.span), f.right, follow);
};

/**
 * Of these conditions of a claim, those that do not follow from its hypotheses and the others of
 * them.
 */
export const remainingConditions = (
  claim: Claim,
  conditions: readonly Condition[],
): readonly Condition[] =>
  lowerable(() => {
    const goal = goalOf(claim);
    const asked = new Set(conditions);
    const implied = new Set(
      goal.hypotheses.flatMap(({ condition: c }) => (c && !asked.has(c) ? [c] : [])),
    );
    return conditions.flatMap((c) => {
      const own = goal.hypotheses.find((h) => h.condition === c);
      if (!own) return [c];
      const others = goal.hypotheses.filter(
        (h) => h !== own && !(h.condition && implied.has(h.condition)),
      );
      const follow = (f: Formula): boolean => follows(goal, others, f, conditionTime);
      if (!follow(own.formula)) return [unguarded(c, own.formula, follow)];
      implied.add(c);
      return [];
    });
  }, conditions);

/** The stated hypotheses that are about a name of the condition. */
const about = (condition: Condition, given: Hypotheses): string[] => {
  const names = condition.formula ? namesOf(condition.formula) : [];
  return given
    .filter((h) => h.stated && names.some((name) => free(name, h.formula)))
    .map((h) => h.text)
    .filter((text) => text !== '');
};

/**
 * The hypotheses, in the words of the claim, from which a condition follows that a proof used and
 * that is not listed.
 */
export const supportOf = (
  claim: Claim,
  used: readonly string[],
  listed: readonly Condition[],
): readonly string[] =>
  lowerable(() => {
    const goal = goalOf(claim);
    const asked = new Set(listed.map((c) => c.text));
    const given = goal.hypotheses.filter((h) => !h.condition || asked.has(h.text));
    return goal.hypotheses.flatMap(({ condition, formula }) =>
      condition && used.includes(condition.text) && !asked.has(condition.text)
        ? (proofOf(goal, given, formula, conditionTime)?.assumed ?? about(condition, given))
        : [],
    );
  }, []);

/** How far the trace is below 0. */
const fall = (a: Term): Term => negated(contract([a], ['ii'], ''));

/**
 * What would contradict a hypothesis: a singular matrix is 0, a trace is negative, one side is
 * always the larger.
 */
const contraries = (f: Formula): Formula[] => {
  if (f.kind === 'not') return [f.body];
  if (f.kind === 'implies') return contraries(f.right).map((g) => and(f.left, g));
  const denial = [not(f)];
  // a range from 1 to a dimension holds one number at least
  if (f.kind === 'each' && f.from === '1' && isName(f.to))
    return contraries(f.body).map((g) => each(f.index, f.from, f.to, g));
  if (f.kind === 'less') return [less(f.right, f.left, !f.strict), ...denial];
  if (f.kind === 'equal' && f.left.shape.length === 0)
    return [less(f.left, f.right, true), less(f.right, f.left, true), ...denial];
  if (f.kind !== 'is') return denial;
  const { predicate, subject } = f;
  return predicate === 'psd' || predicate === 'pd' ? denial : [...denial, vanishing(subject)];
};

const vanishing = (a: Term): Formula => equal(a, zeros(a.shape));

/** What contradicts the sign of a matrix, and may follow with the help of its symmetry. */
const contrariesOfSign = (f: Formula): Formula[] => {
  if (f.kind !== 'is') return [];
  const falls = less(zeros([]), fall(f.subject), f.predicate === 'psd');
  return f.predicate === 'pd'
    ? [vanishing(f.subject), falls]
    : f.predicate === 'psd'
      ? [falls]
      : [];
};

/**
 * Is one of the hypotheses denied by the others? Where they are about sizes, 1 ≤ 0 is found where a
 * bare contradiction is not.
 */
const contradictory = (goal: Goal, hypotheses: Hypotheses, milliseconds: number): boolean => {
  const absurd = [falsum, less(number(one), zeros([]), false)];
  const denials = hypotheses.filter((h) => h.axiom === undefined && h.text !== '');
  return (
    absurd.some((f) => follows(goal, hypotheses, f, milliseconds)) ||
    denials.some((h) => {
      const others = hypotheses.filter((other) => other !== h);
      return (
        contraries(h.formula).some((f) => follows(goal, others, f, milliseconds / 2)) ||
        contrariesOfSign(h.formula).some((f) => follows(goal, hypotheses, f, milliseconds / 2))
      );
    })
  );
};

/** What an implication assumes, and so on to the right. */
const assumptions = (f: Formula): Formula[] =>
  f.kind === 'implies' ? [f.left, ...assumptions(f.right)] : [];

/**
 * Do the hypotheses, with what the claim needs to be defined, contradict each other? Then anything
 * follows from them.
 * What the conclusion assumes counts where the conditions contradict it; an assumption that is
 * false by itself does not.
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
