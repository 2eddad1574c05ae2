/**
 * A second checker of derivations. It shares no code with what made them: it reads the claim's text
 * and the document, decides by itself when two terms are the same, applies every rule again, and
 * answers the premises and the conclusion of the claim, and how often each rule was applied; or it
 * refuses, with the first step that does not follow, or with what the document says and the claim
 * does not.
 */
import { heldAgainstText } from './claim/held.ts';
import { unreadMark } from './claim/tree.ts';
import { key, type Formula } from './formula.ts';
import { text } from './formula-text.ts';
import { DocumentMeans } from './means/document-means.ts';
import { meanRules } from './means/rules-means.ts';
import { Refusal } from './rational.ts';
import { read, type Document, type Step } from './read.ts';
import { entryRules } from './rules-entries.ts';
import { indexRules } from './rules-indices.ts';
import { logicRules } from './rules-logic.ts';
import { tableRules } from './rules-tables.ts';
import { termRules } from './rules-terms.ts';
import { Sameness } from './same.ts';
import type { Fn } from './term.ts';
import { Application, type Outcome, type Rule, type Sequent } from './step.ts';

const rules = new Map<string, Rule>(
  Object.entries({
    ...logicRules,
    ...termRules,
    ...tableRules,
    ...indexRules,
    ...entryRules,
    ...meanRules,
  }),
);
/**
 * Rules that this program knows by name and cannot apply again: their steps are taken as they are,
 * and named in the answer.
 */
const trusted: ReadonlySet<string> = new Set();

export type Answer =
  | {
      readonly accepted: true;
      readonly claim: string;
      /** As this program reads it. */
      readonly granted: readonly string[];
      readonly goal: string;
      readonly steps: number;
      readonly rules: Readonly<Record<string, number>>;
      readonly axioms: readonly string[];
      readonly trusted: readonly string[];
    }
  /** Steps count from 1; 0 where it is not a step that is wrong. */
  | {
      readonly accepted: false;
      readonly step: number;
      readonly rule: string;
      readonly why: string;
      readonly stated: string;
      readonly follows: string;
      /**
       * The steps follow, and the claim's text is of a form that is not read: nothing else is
       * wrong.
       */
      readonly unread: boolean;
    };

/** The document as a whole: its steps, and that its goal is what the text of its claim says. */
export const check = (json: unknown): Answer => answer(json, true);
/** Its steps alone: nobody looks at the claim's text. */
export const checkSteps = (json: unknown): Answer => answer(json, false);

function answer(json: unknown, withText: boolean): Answer {
  let [at, rule, stated, follows] = [0, '', '', ''];
  try {
    const document = read(json);
    const sameness = new Sameness();
    const means = new DocumentMeans();
    means.define(document.means, sameness);
    const checked: Sequent[] = [];
    const counts = new Map<string, number>();
    for (const step of document.steps) {
      [at, rule, stated, follows] = [at + 1, step.rule, text(step.conclusion), ''];
      const from = step.from.map((k) => checked[k] as Sequent);
      const outcome = apply(step, from, sameness, means);
      follows = text(outcome.conclusion);
      checked.push(compared(step, from, outcome, sameness));
      counts.set(step.rule, (counts.get(step.rule) ?? 0) + 1);
    }
    [at, rule, stated, follows] = [0, '', text(document.goal.conclusion), ''];
    arrives(document, checked, sameness);
    if (withText && means.unread !== null) throw new Refusal(`${unreadMark}${means.unread}`);
    if (withText) heldAgainstText(document, sameness, means);
    else means.settle([], [], sameness, () => undefined);
    const used = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      accepted: true,
      claim: document.claim.text,
      granted: document.goal.hypotheses.map((h) => text(h.formula)),
      goal: text(document.goal.conclusion),
      steps: checked.length,
      rules: Object.fromEntries(used),
      axioms: document.axioms,
      trusted: [
        ...used.map(([r]) => r).filter((r) => trusted.has(r)),
        ...(means.unread === null ? [] : ['the value of a mean']),
      ],
    };
  } catch (error) {
    const why =
      error instanceof Refusal
        ? error.message
        : error instanceof RangeError
          ? 'it is too large'
          : null;
    if (why === null) throw error;
    const unread = at === 0 && why.startsWith(unreadMark);
    return { accepted: false, step: at, rule, why, stated, follows, unread };
  }
}

/** Names that a step puts others in the place of: of functions and of dimensions. */
function movedNames(step: Step, [first]: readonly Sequent[]): readonly string[] {
  const ofFunction = (b: unknown): readonly string[] =>
    typeof b === 'object' && b !== null && 'fn' in b ? [(b as { fn: Fn }).fn.name] : [];
  const f = first?.conclusion;
  if (step.rule === 'generalise') return ofFunction(step.given[0]);
  if (step.rule === 'specialise' || step.rule === 'unpack')
    return f?.kind === 'forall' || f?.kind === 'exists' ? ofFunction(f.bound) : [];
  // the index of a range is renamed, or denotes several
  if (step.rule === 'over a range') return [String(step.given[0])];
  if (step.rule === 'at an index') return f?.kind === 'each' ? [f.index] : [];
  if (step.rule === 'induction') {
    const [goal] = step.given;
    return typeof goal === 'object' && 'index' in goal ? [goal.index] : [];
  }
  return step.rule === 'dimensions'
    ? step.given.flatMap((pair) => (Array.isArray(pair) ? [String(pair[0])] : []))
    : [];
}

function apply(
  step: Step,
  from: readonly Sequent[],
  sameness: Sameness,
  means: DocumentMeans,
): Outcome {
  const moved = movedNames(step, from);
  if (moved.length > 0) {
    const spoken = from.flatMap((p) => [p.conclusion, ...p.hypotheses.values()]);
    means.move(moved, spoken, step.rule);
  }
  const rule = rules.get(step.rule);
  if (rule) {
    if (step.uses.length > 0 && step.rule !== 'linear')
      throw new Refusal('only an equation has a certificate');
    return rule(new Application(from, step.given, step.uses, step.conclusion, sameness, means));
  }
  if (trusted.has(step.rule)) return { conclusion: step.conclusion };
  throw new Refusal(`an unknown rule: ${step.rule}`);
}

/** The step as it follows, which is what it says, hypotheses too. */
function compared(
  step: Step,
  from: readonly Sequent[],
  outcome: Outcome,
  sameness: Sameness,
): Sequent {
  const hypotheses = new Map<string, Formula>();
  const keyOf = (f: Formula): string => key(f, sameness);
  from.forEach((premise, i) => {
    const gone = outcome.drop?.[i];
    const drop = gone && keyOf(gone);
    if (!outcome.instead)
      for (const [k, h] of premise.hypotheses) if (k !== drop) hypotheses.set(k, h);
  });
  for (const h of [...(outcome.instead ?? []), ...(outcome.extra ?? [])])
    hypotheses.set(keyOf(h), h);
  if (keyOf(outcome.conclusion) !== keyOf(step.conclusion))
    throw new Refusal('another conclusion follows');
  const said = new Set(step.hypotheses.map(keyOf));
  for (const [k, h] of hypotheses)
    if (!said.has(k)) throw new Refusal(`a hypothesis is left out: ${text(h)}`);
  if (said.size !== hypotheses.size || said.size !== step.hypotheses.length)
    throw new Refusal('hypotheses that nothing rests on, or one said twice');
  return {
    hypotheses,
    conclusion: step.conclusion,
    axioms: new Set([...from.flatMap((p) => [...p.axioms]), ...(outcome.axioms ?? [])]),
  };
}

/** The last step is the goal, from the goal's hypotheses, and the axioms are those named. */
function arrives(
  { goal, axioms }: Document,
  checked: readonly Sequent[],
  sameness: Sameness,
): void {
  const last = checked.at(-1);
  if (!last) throw new Refusal('no steps');
  if (key(last.conclusion, sameness) !== key(goal.conclusion, sameness))
    throw new Refusal(`the last step says ${text(last.conclusion)}`);
  const known = new Set(goal.hypotheses.map((h) => key(h.formula, sameness)));
  for (const [k, h] of last.hypotheses)
    if (!known.has(k)) throw new Refusal(`the claim does not grant ${text(h)}`);
  if ([...last.axioms].sort().join('\n') !== [...axioms].sort().join('\n'))
    throw new Refusal('it rests on other theorems than it names');
}
