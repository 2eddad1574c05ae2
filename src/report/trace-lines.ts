/**
 * The points of a search as lines of JSON, in the format of Hypothesis's observations, which Tyche
 * reads.
 */
import { evaluate } from '../evaluate/evaluate.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import type { Formula } from '../language/ast.ts';
import { formulaText } from '../language/index.ts';
import { float64 } from '../numbers/float64.ts';
import { toFloat } from '../numbers/rational-text.ts';
import { toRational } from '../numbers/rational.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import { assignmentJson, type Json } from '../records/value-json.ts';
import { count } from '../refuter/coverage.ts';
import type { Seen } from '../refuter/attempt.ts';
import { valueLines } from './value-text.ts';

/** More lines than these are of no use to a plot. */
const most = 20_000;

export interface Trace {
  observe(seen: Seen): void;
  /** The whole file, once the claim's text and the number of trials are known. */
  text(claim: string, trials: number): string;
}

export function traceLines(now: () => number = () => Date.now()): Trace {
  const began = now() / 1000;
  const lines: { readonly [key: string]: Json }[] = [];
  let tried = 0;
  return {
    observe(seen) {
      tried += 1;
      if (lines.length < most) lines.push(observation(seen));
    },
    text(claim, trials) {
      const more = trials - Math.min(lines.length, tried);
      const all: { readonly [key: string]: Json }[] = [
        ...lines.map((line) => ({ ...line, property: claim, run_start: began })),
        ...(more > 0
          ? [
              {
                type: 'info',
                title: 'Points that have no line',
                content: `${more} more points were screened many at a time, or came after the first ${most}.`,
                property: claim,
                run_start: began,
              },
            ]
          : []),
      ];
      return all.map((line) => `${JSON.stringify(line)}\n`).join('');
    },
  };
}

/** One line; `property` and `run_start` follow. */
function observation({ prepared, at, outcome }: Seen): { readonly [key: string]: Json } {
  const { goal } = prepared;
  const exact = mapAssignment(at, toRational);
  const { dims, values } = assignmentJson(exact);
  const classes = new Map<string, number>();
  count(classes, at);
  const status =
    outcome.kind === 'met' ? (outcome.violated ? 'failed' : 'passed') : ('gave_up' as const);
  return {
    type: 'test_case',
    status,
    status_reason: reasonOf({ prepared, at, outcome }),
    representation: [
      ...[...exact.dims].map(([name, size]) => `${name} = ${size}`),
      ...[...exact.values].flatMap(([name, value]) => valueLines(name, value)),
    ].join('; '),
    arguments: { ...dims, ...values },
    how_generated: 'drawn by elenchus, and moved onto the hypotheses where it can be',
    features: {
      ...dims,
      ...Object.fromEntries([...classes.keys()].map((name) => [name, true])),
      ...sidesAt(goal.conclusion, at),
    },
    coverage: null,
    timing: {},
    metadata: {},
  };
}

function reasonOf({ prepared: { goal }, outcome }: Seen): string {
  switch (outcome.kind) {
    case 'met':
      return outcome.violated ? `the conclusion fails: ${formulaText(goal.conclusion)}` : '';
    case 'unmet': {
      const hypothesis = goal.hypotheses[outcome.hypothesis];
      return `a hypothesis does not hold: ${hypothesis === undefined ? '' : formulaText(hypothesis)}`;
    }
    case 'undefined':
      return 'the claim has no value here';
    default:
      return outcome.why;
  }
}

/** Both sides of a relation between numbers, and how far they are apart, in floating point. */
function sidesAt(conclusion: Formula, at: Seen['at']): Record<string, number> {
  if (conclusion.kind !== 'relation' || conclusion.left.shape.length > 0) return {};
  try {
    const point = mapAssignment(at, toFloat);
    const [left = NaN] = evaluate(conclusion.left, float64, point).data;
    const [right = NaN] = evaluate(conclusion.right, float64, point).data;
    if (!Number.isFinite(left) || !Number.isFinite(right)) return {};
    return { left, right, 'left - right': left - right };
  } catch (error) {
    if (error instanceof Undefined || error instanceof Unsettled || error instanceof Unsupported)
      return {};
    throw error;
  }
}
