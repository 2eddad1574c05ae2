/** An inequality as a sum, with coefficients that are not negative, of signs: of what is at least 0. */
import type { Factor, Term } from '../../kernel/term.ts';
import { add } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { weak, type Summand, type Theorem } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { byFacts, nothing, orderBy, summand } from '../derived/labelled.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import { difference, type Sum } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { withCertain } from './combined.ts';
import { Standard } from './standard-form.ts';

/** 0 ≤ value, with its graphs. */
export interface Sign {
  readonly theorem: Theorem;
  readonly value: Sum;
}

const signOf = (t: Theorem): Sign | null =>
  t.conclusion.kind === 'less'
    ? { theorem: t, value: difference(t.conclusion.right, t.conclusion.left, nothing) }
    : null;

/**
 * Those that can have a part in a sum that makes the gap: each of their graphs is in the gap, or
 * another takes it away.
 */
function useful(gap: Sum, signs: readonly Sign[]): Sign[] {
  let kept = [...signs];
  for (;;) {
    const [up, down] = [new Set<string>(), new Set<string>()];
    for (const { value } of kept)
      for (const [text, { coefficient: c }] of value) (c.num > 0n ? up : down).add(text);
    const next = kept.filter(({ value }) =>
      [...value].every(([text, { coefficient: c }]) => {
        const wanted = gap.get(text)?.coefficient.num;
        return (
          (c.num > 0n ? down : up).has(text) || (wanted !== undefined && wanted > 0n === c.num > 0n)
        );
      }),
    );
    if (next.length === kept.length) return next;
    kept = next;
  }
}

/** 0 ≤ gap as a combination of the signs; where 0 < gap is wanted, a strict one has a part. */
function asCombination(
  gap: Term,
  strict: boolean,
  signs: readonly Sign[],
  ctx: Context,
): Theorem | null {
  const target = difference(gap, nought(), nothing);
  const chosen = useful(target, signs).slice(0, 160);
  const values = chosen.map(({ value }) => value);
  if (strict) {
    const all = chosen.map(({ theorem }) => ({ facts: [theorem], squares: [] }));
    const certain = withCertain(target, all, values, ctx);
    return certain && orderBy(nought(), gap, true, certain);
  }
  const found = nonnegativeCombination(target, values, ctx.deadline);
  const summands = found?.map(
    ({ index, coefficient }): Summand => summand([(chosen[index] as Sign).theorem], coefficient),
  );
  return summands ? orderBy(nought(), gap, strict, summands) : null;
}

export interface Weight {
  readonly wired: number;
  readonly numbers: number;
}
/** The most factors of a graph that wires join, and the most numbers. */
export function weightOf(...terms: readonly Term[]): Weight {
  const all = terms.flatMap((t) => t.monomials.map((m) => m.factors));
  const most = (count: (f: Factor) => boolean): number =>
    Math.max(0, ...all.map((factors) => factors.filter(count).length));
  return { wired: most((f) => f.slots.length > 0), numbers: most((f) => f.slots.length === 0) };
}

/** Signs in standard form, each once; those with graphs much heavier than the gap are left out. */
export class Signs {
  readonly all: Sign[] = [];
  readonly #seen = new Set<string>();
  readonly #standard: Standard;
  readonly #most: Weight;
  constructor(standard: Standard, most: Weight) {
    this.#standard = standard;
    this.#most = most;
  }
  add(theorem: Theorem, however = false): void {
    const f = theorem.conclusion;
    if (passed(this.#standard.context.deadline) || f.kind !== 'less') return;
    const { wired, numbers } = weightOf(f.left, f.right);
    if (!however && (wired > this.#most.wired || numbers > this.#most.numbers)) return;
    const sign = signOf(this.#standard.sign(theorem));
    const text = [...(sign?.value ?? [])]
      .map(([k, { coefficient: c }]) => `${c.num}/${c.den} ${k}`)
      .sort()
      .join();
    if (!sign || text === '' || this.#seen.has(text)) return;
    this.#seen.add(text);
    this.all.push(sign);
  }
}

/** right − left of a goal, as it is and in standard form. */
interface Gap {
  readonly plain: Term;
  readonly term: Term;
  /** That both are equal; null where they are the same. */
  readonly equation: Theorem | null;
}

export function standardGap(goal: FormulaOf<'less'>, standard: Standard): Gap {
  const plain = add(goal.right, negated(goal.left));
  const told = standard.form(plain);
  return { plain, term: told?.term ?? plain, equation: told && weak(told.equation) };
}

/** The goal as a sum of the signs, with coefficients that are not negative. */
export function asSumOf(
  signs: Signs,
  { left, right, strict }: FormulaOf<'less'>,
  gap: Gap,
  ctx: Context,
): Theorem | null {
  const t = asCombination(gap.term, strict, signs.all, ctx);
  return t && byFacts(left, right, strict, gap.equation ? [t, gap.equation] : [t]);
}

/** The goal as a sum of these inequalities alone, with coefficients that are not negative. */
export function byTheseAlone(
  goal: FormulaOf<'less'>,
  ctx: Context,
  theorems: readonly Theorem[],
): Theorem | null {
  const standard = new Standard(ctx);
  const gap = standardGap(goal, standard);
  const signs = new Signs(standard, { wired: 0, numbers: 0 });
  theorems.forEach((t) => signs.add(t, true));
  return asSumOf(signs, goal, gap, ctx);
}
