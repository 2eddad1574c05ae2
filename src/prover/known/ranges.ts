/** Inequalities between indices: a sum of known ones and a number. */
import type { Term } from '../../kernel/term.ts';
import { indexText, readIndex } from '../../kernel/indices.ts';
import { ratio } from '../../kernel/ratio.ts';
import {
  atLeastOne,
  atMost,
  indexTerm,
  order,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from './context.ts';
import { summand } from '../derived/labelled.ts';

/** A whole combination of dimensions and a number, under the key ''. */
type Linear = ReadonlyMap<string, number>;

/** Null for any other term. */
function linearOf(term: Term): Linear | null {
  const sum = new Map<string, number>();
  for (const m of term.monomials) {
    const powers = Object.entries(m.powers);
    if (
      m.factors.length > 0 ||
      m.coefficient.den !== 1n ||
      powers.length > 1 ||
      powers.some(([, k]) => k !== 1)
    )
      return null;
    const name = powers[0]?.[0] ?? '';
    sum.set(name, (sum.get(name) ?? 0) + Number(m.coefficient.num));
  }
  return sum;
}

const minus = (a: Linear, b: Linear): Linear => {
  const out = new Map(a);
  for (const [name, k] of b) out.set(name, (out.get(name) ?? 0) - k);
  return out;
};

/** The number that is left; null where a dimension is left. */
const constantOf = (a: Linear): number | null =>
  [...a].every(([name, k]) => name === '' || k === 0) ? (a.get('') ?? 0) : null;

interface Known {
  readonly theorem: Theorem;
  readonly gap: Linear;
}

function knownIn(ctx: Context, names: readonly string[]): Known[] {
  const found = names.map(
    (name): Known => ({
      theorem: atLeastOne(name),
      gap: new Map([
        [name, 1],
        ['', -1],
      ]),
    }),
  );
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'less' || f.strict) continue;
    const [left, right] = [linearOf(f.left), linearOf(f.right)];
    if (left && right) found.push({ theorem, gap: minus(right, left) });
  }
  return found.slice(0, 24);
}

/** from ≤ to, from what is known of the ranges of indices; null where it does not follow. */
export function proveAtMost(from: string, to: string, ctx: Context): Theorem | null {
  const [a, b] = [indexTerm(from), indexTerm(to)];
  const [left, right] = [linearOf(a), linearOf(b)];
  if (!left || !right) return null;
  const goal = atMost(from, to);
  const said = ctx.facts.find(({ theorem }) => theorem.conclusion === goal);
  if (said) return said.theorem;
  const gap = minus(right, left);
  const names = [...new Set([from, to].flatMap((text) => readIndex(text)?.name ?? []))];
  const known = knownIn(ctx, names);
  const search = (rest: Linear, start: number, used: readonly Known[]): readonly Known[] | null => {
    const left = constantOf(rest);
    if (left !== null && left >= 0) return used;
    if (used.length === 3) return null;
    for (let i = start; i < known.length; i++) {
      const found = search(minus(rest, (known[i] as Known).gap), i, [...used, known[i] as Known]);
      if (found) return found;
    }
    return null;
  };
  const used = search(gap, 0, []);
  if (!used) return null;
  const rest = constantOf(used.reduce((sum, k) => minus(sum, k.gap), gap)) ?? 0;
  const summands: Summand[] = used.map(({ theorem }) => summand([theorem], ratio(1n)));
  if (rest > 0) summands.push({ coefficient: ratio(BigInt(rest)), facts: [], squares: [] });
  return order(a, b, false, summands);
}

/** An index with a number added. */
export function moved(text: string, by: number): string {
  const at = readIndex(text);
  if (!at) throw new TypeError(`no index: ${text}`);
  return indexText({ name: at.name, offset: at.offset + by });
}
