/** The explanation of a counterexample for the terminal. */
import type { Value } from '../evaluate/assignment.ts';
import type { Rational } from '../numbers/field.ts';
import { tensorJson } from '../records/value-json.ts';
import type { Json } from '../records/value-json.ts';
import { asJson } from '../records/witness.ts';
import type { ExplainedFormula, Explanation, FreeEntries, Freedom } from '../refuter/index.ts';
import { matrixText } from './matrix-text.ts';
import { valueLines } from './value-text.ts';
import { harmless } from './width.ts';

/**
 * A named value, a line each as `valueLines` has it, with `*` behind every entry that may take any
 * value.
 */
export function markedLines(
  name: string,
  value: Value<Rational>,
  free: readonly Freedom[],
): string[] {
  if (!free.some((freedom) => freedom !== null)) return valueLines(name, value);
  if (value.kind === 'tensor')
    return [`${name} = ${matrixText(starred(tensorJson(value.tensor), free))}`];
  if (value.kind !== 'family') return valueLines(name, value);
  let from = 0;
  return value.members.flatMap((member, i) => {
    const count = member.kind === 'tensor' ? member.tensor.data.length : 0;
    from += count;
    return markedLines(`${name}[${i + 1}]`, member, free.slice(from - count, from));
  });
}

/** The entries of nested lists in order, those that are free with a star. */
function starred(json: Json, free: readonly Freedom[]): Json {
  let next = 0;
  const visit = (part: Json): Json => {
    if (Array.isArray(part)) return part.map(visit);
    next += 1;
    return (free[next - 1] ?? null) === null ? part : `${String(part)}*`;
  };
  return visit(json);
}

/** What the stars mean; null where there are none. */
export function legend(free: FreeEntries): string | null {
  const all = new Set([...free.values()].flat());
  if (all.has('decided')) return '* may take any value that its declaration allows';
  return all.has('tested') ? '* takes every value that was tried' : null;
}

/** Every hypothesis with its values at the point: they hold. */
export const hypothesisLines = ({ hypotheses }: Explanation): string[] =>
  hypotheses.flatMap((h) => [harmless(h.text), ...sidesLine(h).map((line) => `  ${line}`)]);

function sidesLine({ left, right }: ExplainedFormula): string[] {
  if (left === null) return [];
  const shown = shownText(left);
  if (right === null) return [shown];
  return shown === shownText(right)
    ? [`both sides ${shown}`]
    : [`left ${shown}, right ${shownText(right)}`];
}

export const shownText = (json: unknown): string => harmless(matrixText(asJson(json)));

/** An explanation as JSON. */
export const explanationJson = ({
  hypotheses,
  conclusion,
  reasons,
  free,
}: Explanation): { readonly [key: string]: Json } => ({
  hypotheses: hypotheses.map(formulaJson),
  conclusion: formulaJson(conclusion),
  reasons: [...reasons],
  free: Object.fromEntries([...free].map(([name, entries]) => [name, [...entries]])),
});

const formulaJson = ({ text, left, right, difference }: ExplainedFormula): Json => ({
  text,
  left: asJson(left),
  right: asJson(right),
  difference: asJson(difference),
});

/** What `A + B is invertible` is about, in the width of a label. */
export const subjectOf = (fails: string): string => {
  const subject = /^(.*) is \S+$/.exec(fails)?.[1] ?? '';
  return subject !== '' && subject.length <= 8 ? subject : 'value';
};
