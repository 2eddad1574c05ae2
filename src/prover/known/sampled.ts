/**
 * Values of numbers at which what is known of them holds, for strategies that look before they try:
 * every pick is the same in each run.
 */
import type { Term } from '../../kernel/term.ts';
import { approximate, type Values } from '../graphs/approximate.ts';
import { dimsIn, variablesIn } from '../graphs/members.ts';
import { minus } from '../graphs/small-terms.ts';
import type { Context } from './context.ts';

const numbers = [
  0.3, -0.3, 1.5, -1.5, 0.9, 3, -4, 0.05, -0.7, 0.5, 8, 2, -9, 1, 0, -1, 0.25, -0.02,
];
const sizes = [1, 2, 3, 5];
const most = 48;

/** The scalar variables and the dimensions in some terms; null where there is any other variable. */
export function numbersIn(terms: readonly Term[]): { names: string[]; dims: string[] } | null {
  const variables = new Map<string, Term['shape']>();
  const dims = new Set<string>();
  for (const t of terms) {
    variablesIn(t, variables);
    dimsIn(t, dims);
  }
  const plain = [...variables.values()].every((shape) => shape.length === 0);
  return plain ? { names: [...variables.keys()], dims: [...dims] } : null;
}

/** Points of these names at which every known inequality between them holds. */
export function sampled(
  names: readonly string[],
  dims: readonly string[],
  known: Context,
): Values[] {
  const stated = known.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' ? [{ gap: minus(f.right, f.left), strict: f.strict }] : [],
  );
  const found: Values[] = [];
  const steps = names.map((_, i) => [1, 5, 7, 11, 13][i % 5] as number);
  for (let k = 0; k < 324 && found.length < most; k++) {
    const values = new Map<string, number>();
    names.forEach((name, i) => {
      const turn = k * (steps[i] as number) + Math.floor(k / numbers.length) * (i + 1);
      values.set(name, numbers[turn % numbers.length] as number);
    });
    dims.forEach((d, i) =>
      values.set(d, /^\d+$/u.test(d) ? Number(d) : (sizes[(k + i) % sizes.length] as number)),
    );
    const met = stated.every(({ gap, strict }) => {
      const value = approximate(gap, values);
      return Number.isNaN(value) || (strict ? value > 0 : value >= -1e-12);
    });
    if (met) found.push(values);
  }
  return found;
}
