/**
 * Inequalities between numbers as sums, with coefficients that are not negative, of what quadratic
 * forms, squares and known numbers give: forms at every vector that stands in the goal and at
 * differences of two, products of definite matrices that commute, all in one standard form, and a
 * linear program over them.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { add, contract, factorTerm, permute } from '../../kernel/graph.ts';
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { weak, type Summand, type Theorem } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { byFacts, nothing, orderBy, summand } from '../derived/labelled.ts';
import { nonnegativeCombination } from '../derived/linear-program.ts';
import { nought, negated, squareOf, times } from '../graphs/small-terms.ts';
import { difference, type Entry, type Sum } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { withCertain } from './combined.ts';
import { formAt, type FormSource } from './form-sources.ts';
import { combinedParts, partsIn } from '../graphs/parts-of-graphs.ts';
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

/** What a search for signs may use. */
export interface Gathering {
  readonly sources: readonly FormSource[];
  /** Matrices M ⪰ 0 that are known: M v is a vector worth looking at. */
  readonly matrices: readonly Term[];
  /** Numbers known not to be negative, as 0 ≤ s. */
  readonly scalars: readonly Theorem[];
  /** Inequalities that are looked at as they are, however heavy. */
  readonly more?: readonly Theorem[];
  /** Products of numbers may be as heavy as what `more` brings, and its vectors are looked at. */
  readonly asHeavy?: boolean;
}

const squareAt = (t: Term): Theorem =>
  orderBy(nought(), squareOf(t), false, [summand([], one, [t])]);

/** 0 ≤ s t for numbers s, t ≥ 0. */
function productOf(s: Theorem, t: Theorem): Theorem | null {
  const [f, g] = [s.conclusion, t.conclusion];
  if (f.kind !== 'less' || g.kind !== 'less') return null;
  const [a, b] = [add(f.right, negated(f.left)), add(g.right, negated(g.left))];
  return orderBy(nought(), times(a, b), f.strict && g.strict, [summand([s, t])]);
}

/** What cancels against an inverse is lighter in the end. */
const hasInverse = (t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(
      ({ head }) =>
        (head.kind === 'inverse' && head.matrix) ||
        (head.kind === 'operation' && head.name === 'pinv'),
    ),
  );
interface Weight {
  readonly wired: number;
  readonly numbers: number;
}
/** The most factors of a graph that wires join, and the most numbers. */
function weightOf(...terms: readonly Term[]): Weight {
  const all = terms.flatMap((t) => t.monomials.map((m) => m.factors));
  const most = (count: (f: Factor) => boolean): number =>
    Math.max(0, ...all.map((factors) => factors.filter(count).length));
  return { wired: most((f) => f.slots.length > 0), numbers: most((f) => f.slots.length === 0) };
}

/** Signs in standard form, each once; those with graphs much heavier than the gap are left out. */
class Signs {
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

/** The goal as a sum of these inequalities alone, with coefficients that are not negative. */
export function byTheseAlone(
  goal: FormulaOf<'less'>,
  ctx: Context,
  theorems: readonly Theorem[],
): Theorem | null {
  const standard = new Standard(ctx);
  const raw = add(goal.right, negated(goal.left));
  const simple = standard.form(raw);
  const signs = new Signs(standard, { wired: 0, numbers: 0 });
  theorems.forEach((t) => signs.add(t, true));
  const t = asCombination(simple?.term ?? raw, goal.strict, signs.all, ctx);
  return (
    t && byFacts(goal.left, goal.right, goal.strict, simple ? [t, weak(simple.equation)] : [t])
  );
}

/**
 * The gap by forms and squares at what stands in it, then at differences and sums too, then times
 * numbers.
 */
export function byGathering(
  goal: FormulaOf<'less'>,
  ctx: Context,
  { sources, matrices, scalars, more = [], asHeavy = false }: Gathering,
): Theorem | null {
  const standard = new Standard(ctx);
  const raw = add(goal.right, negated(goal.left));
  const told = standard.form(raw);
  const gap = told?.term ?? raw;
  const target = difference(gap, nought(), nothing);
  const brought = asHeavy ? more.flatMap(({ conclusion: f }) => sidesOf(f)) : [];
  const weight = weightOf(raw, ...brought);
  const signs = new Signs(standard, {
    wired: weight.wired + (hasInverse(raw) ? 4 : 0),
    numbers: weight.numbers + (sources.length > 3 ? 2 : 1),
  });
  const combine = (): Theorem | null => {
    const t = asCombination(gap, goal.strict, signs.all, ctx);
    return t && byFacts(goal.left, goal.right, goal.strict, told ? [t, weak(told.equation)] : [t]);
  };
  const at = (t: Term): void => {
    signs.add(squareAt(t));
    for (const source of sources) {
      const form = passed(ctx.deadline) ? null : formAt(source, t, ctx);
      if (form) signs.add(form);
    }
  };
  scalars.slice(0, 6).forEach((s) => signs.add(s));
  const numbers = [...signs.all];
  for (const s of numbers)
    for (const t of numbers) {
      const both = productOf(s.theorem, t.theorem);
      if (both) signs.add(both);
    }
  const factors = signs.all.filter(({ value }) => [...value.values()].every(isNumber)).slice(0, 12);
  /** Times numbers, from the n-th sign on. */
  const scale = (from: number, however = false): void => {
    for (const f of signs.all.slice(from, from + 40))
      for (const s of factors) {
        const t = passed(ctx.deadline) ? null : productOf(s.theorem, f.theorem);
        if (t) signs.add(t, however);
      }
  };
  const parts = partsIn(
    new Map([
      ...difference(raw, nought(), nothing),
      ...target,
      ...brought.flatMap((t) => [...difference(t, nought(), nothing)]),
    ]),
    bookOf(ctx).map,
  );
  let from = signs.all.length;
  const stages: readonly (() => void)[] = [
    () => {
      parts.forEach(at);
      more.forEach((t) => signs.add(t, true));
    },
    () => scale(from, more.length > 0),
    () => {
      from = signs.all.length;
      const behind = behindInverses(parts);
      behind.forEach(at);
      appliedTo(matrices, parts.slice(0, 3)).forEach(at);
      combinedParts([...parts.slice(0, 6), ...behind]).forEach(at);
    },
    () => scale(from),
  ];
  for (const stage of stages) {
    const before = signs.all.length;
    stage();
    const t = signs.all.length > before ? combine() : null;
    if (t) return t;
  }
  return null;
}

const sidesOf = (f: Formula): Term[] => (f.kind === 'less' ? [f.left, f.right] : []);
const isNumber = ({ monomial }: Entry): boolean =>
  monomial.factors.every((f) => f.slots.length === 0);

/** X inv(X'X) v where inv(X'X) v is a part: what stands inside an inverse, applied to it. */
function behindInverses(parts: readonly Term[]): Term[] {
  return parts
    .flatMap((v) => {
      const inverses = v.monomials.flatMap((m) =>
        m.factors.flatMap(({ head }) => (head.kind === 'inverse' && head.matrix ? [head.arg] : [])),
      );
      const inside = inverses.flatMap((arg) =>
        arg.monomials.flatMap((m) =>
          m.factors.filter((f) => f.slots.length === 2 && f.head.kind === 'variable'),
        ),
      );
      const matrices = inside.map(factorTerm).flatMap((x) => [x, permute(x, [1, 0])]);
      return appliedTo(matrices, [v]);
    })
    .slice(0, 4);
}

/** M v for the vectors v. */
const appliedTo = (matrices: readonly Term[], vectors: readonly Term[]): Term[] =>
  matrices.slice(0, 4).flatMap((m) =>
    vectors
      .filter((v) => v.shape[0] === m.shape[1])
      .map((v) => {
        const rest = v.shape.length === 1 ? '' : 'k';
        return contract([m, v], ['ij', `j${rest}`], `i${rest}`);
      }),
  );
