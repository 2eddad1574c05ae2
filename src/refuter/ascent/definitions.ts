/**
 * Hypotheses that say what a variable is, or that it lies above another in the Loewner order: met
 * by construction.
 */
import type { Declaration, Expr, Formula } from '../../language/ast.ts';
import { namesIn } from '../../evaluate/names.ts';
import { declared } from '../construct/recogniser.ts';

/**
 * `name` is the expression, or lies above or below it by a matrix that is positive semidefinite.
 */
export interface Definition {
  readonly name: string;
  readonly by: Expr;
  readonly how: 'equal' | 'above' | 'below';
  readonly hypothesis: Formula;
}

const loose: ReadonlySet<string> = new Set(['symmetric', 'psd', 'pd', 'invertible', 'nonzero']);

const candidates = (
  f: Formula,
  declarations: readonly Declaration[],
): readonly Omit<Definition, 'hypothesis'>[] => {
  if (f.kind !== 'relation' || f.left.kind === 'kernel' || f.right.kind === 'kernel') return [];
  const [left, right] = [declared(f.left, declarations), declared(f.right, declarations)];
  const out: Omit<Definition, 'hypothesis'>[] = [];
  const order = f.relation === '>>=' ? 1 : f.relation === '<<=' ? -1 : 0;
  if (order === 0 && f.relation !== '=') return [];
  const hows =
    order === 0
      ? (['equal', 'equal'] as const)
      : order === 1
        ? (['above', 'below'] as const)
        : (['below', 'above'] as const);
  const fits = (d: Declaration): boolean =>
    order === 0
      ? d.attributes.every((a) => a !== 'unit')
      : d.attributes.every((a) => loose.has(a)) &&
        d.attributes.some((a) => a === 'symmetric' || a === 'psd' || a === 'pd');
  if (left !== null && fits(left)) out.push({ name: left.name, by: f.right, how: hows[0] });
  if (right !== null && fits(right)) out.push({ name: right.name, by: f.left, how: hows[1] });
  return out;
};

/**
 * Definitions that can all hold at once, in an order in which each mentions only what stands before
 * it or is free. What lies above something is preferred to what lies below: then it is positive
 * semidefinite where the other is.
 */
export const definitionsIn = (
  hypotheses: readonly Formula[],
  declarations: readonly Declaration[],
): readonly Definition[] => {
  const chosen: Definition[] = [];
  const mentioned = new Map<string, ReadonlySet<string>>();
  /** All names that a name rests on. */
  const restsOn = (name: string, seen = new Set<string>()): Set<string> => {
    for (const other of mentioned.get(name) ?? [])
      if (!seen.has(other)) {
        seen.add(other);
        restsOn(other, seen);
      }
    return seen;
  };
  for (const hypothesis of hypotheses) {
    const fitting = candidates(hypothesis, declarations).filter(({ name, by }) => {
      const names = namesIn(by);
      if (mentioned.has(name) || names.has(name)) return false;
      return [...names].every((n) => n !== name && !restsOn(n).has(name));
    });
    const found = fitting.find((c) => c.how !== 'below') ?? fitting[0];
    if (found === undefined) continue;
    mentioned.set(found.name, namesIn(found.by));
    chosen.push({ ...found, hypothesis });
  }
  const depth = (name: string): number =>
    1 +
    Math.max(0, ...[...(mentioned.get(name) ?? [])].map((n) => (mentioned.has(n) ? depth(n) : 0)));
  return chosen.toSorted((a, b) => depth(a.name) - depth(b.name));
};
