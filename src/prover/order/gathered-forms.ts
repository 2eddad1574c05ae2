/**
 * Inequalities between numbers as sums, with coefficients that are not negative, of what quadratic
 * forms, squares and known numbers give: forms at every vector that stands in the goal and at
 * differences of two, products of definite matrices that commute, all in one standard form, and a
 * linear program over them.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, factorTerm, permute } from '../../kernel/graph.ts';
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { nothing, orderBy, summand } from '../derived/labelled.ts';
import { nought, negated, squareOf, times } from '../graphs/small-terms.ts';
import { difference, type Entry } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { formAt, type FormSource } from './form-sources.ts';
import { combinedParts, partsIn } from '../graphs/parts-of-graphs.ts';
import { Standard } from './standard-form.ts';
import { asSumOf, type Sign, Signs, standardGap, type Weight, weightOf } from './sums-of-signs.ts';

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
/** The signs that forms, squares and numbers give for one goal, gathered stage by stage. */
class Gatherer {
  readonly #ctx: Context;
  readonly #gathering: Gathering;
  readonly #signs: Signs;
  /** Signs of numbers, by which others are multiplied. */
  readonly #factors: readonly Sign[];

  constructor(signs: Signs, gathering: Gathering, ctx: Context) {
    this.#ctx = ctx;
    this.#gathering = gathering;
    this.#signs = signs;
    gathering.scalars.slice(0, 6).forEach((s) => signs.add(s));
    const numbers = [...signs.all];
    for (const s of numbers) for (const t of numbers) this.#addProduct(s, t);
    const isNumeric = ({ value }: Sign): boolean => [...value.values()].every(isNumber);
    this.#factors = signs.all.filter(isNumeric).slice(0, 12);
  }

  /** From one stage to the next: at the parts, at vectors made of them, each also times numbers. */
  stages(parts: readonly Term[]): readonly (() => void)[] {
    const { matrices, more = [] } = this.#gathering;
    let from = this.#signs.all.length;
    return [
      () => {
        parts.forEach((v) => this.#at(v));
        more.forEach((t) => this.#signs.add(t, true));
      },
      () => this.#timesNumbers(from, more.length > 0),
      () => {
        from = this.#signs.all.length;
        const behind = behindInverses(parts);
        const applied = appliedTo(matrices, parts.slice(0, 3));
        const combinations = combinedParts([...parts.slice(0, 6), ...behind]);
        [...behind, ...applied, ...combinations].forEach((v) => this.#at(v));
      },
      () => this.#timesNumbers(from),
    ];
  }

  /** The square of v, and the forms at v. */
  #at(v: Term): void {
    this.#signs.add(squareAt(v));
    for (const source of this.#gathering.sources) {
      const form = passed(this.#ctx.deadline) ? null : formAt(source, v, this.#ctx);
      if (form) this.#signs.add(form);
    }
  }
  /** The signs from the n-th on, times numbers. */
  #timesNumbers(from: number, however = false): void {
    for (const sign of this.#signs.all.slice(from, from + 40))
      for (const factor of this.#factors)
        if (!passed(this.#ctx.deadline)) this.#addProduct(factor, sign, however);
  }
  #addProduct(s: Sign, t: Sign, however = false): void {
    const both = productOf(s.theorem, t.theorem);
    if (both) this.#signs.add(both, however);
  }
}

/** How heavy signs for the gap may be: products with an inverse become lighter in the end. */
function weightFor(gap: Term, brought: readonly Term[], sources: readonly FormSource[]): Weight {
  const { wired, numbers } = weightOf(gap, ...brought);
  return {
    wired: wired + (hasInverse(gap) ? 4 : 0),
    numbers: numbers + (sources.length > 3 ? 2 : 1),
  };
}

/**
 * The gap by forms and squares at what stands in it, then at differences and sums too, then times
 * numbers.
 */
export function byGathering(
  goal: FormulaOf<'less'>,
  ctx: Context,
  gathering: Gathering,
): Theorem | null {
  const { sources, more = [], asHeavy = false } = gathering;
  const standard = new Standard(ctx);
  const gap = standardGap(goal, standard);
  const brought = asHeavy ? more.flatMap(({ conclusion: f }) => sidesOf(f)) : [];
  const signs = new Signs(standard, weightFor(gap.plain, brought, sources));
  const graphs = [gap.plain, gap.term, ...brought].flatMap((t) => [
    ...difference(t, nought(), nothing),
  ]);
  const parts = partsIn(new Map(graphs), bookOf(ctx).map);
  for (const stage of new Gatherer(signs, gathering, ctx).stages(parts)) {
    const before = signs.all.length;
    stage();
    const t = signs.all.length > before ? asSumOf(signs, goal, gap, ctx) : null;
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
