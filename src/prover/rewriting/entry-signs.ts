/**
 * Which vectors and matrices have positive entries, and what an entry is: what holds of each holds
 * of all at once.
 */
import type { Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  factorTerm,
  inverse,
  scale,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import {
  equal,
  forall,
  implies,
  less,
  not,
  write,
  type Bound,
  type Formula,
} from '../../kernel/formula.ts';
import { root, signOf, valueOf } from '../../kernel/laws.ts';
import { negative, one, type Ratio } from '../../kernel/ratio.ts';
import {
  assume,
  contradiction,
  discharge,
  eachOfBasis,
  generalise,
  hole,
  modusPonens,
  positiveValue,
  rootOf,
  second,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { absurd, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { nought, times } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { freshIn, type Context } from '../known/context.ts';
import { safely, type Prove } from '../known/strategy.ts';
import { conjunction, isCoordinate } from '../lowering/scope.ts';
import { oneAtATime } from './coordinate-products.ts';
import { positiveReciprocal } from './reciprocal-signs.ts';

/** A coordinate vector along one axis, as a name that nothing else has. */
export interface Axis {
  readonly bound: Bound;
  readonly e: Term;
  readonly guard: Formula;
}

/** Most axes of what is applied entry by entry: those of a matrix. */
export const mostAxes = 2;
/** Most arguments whose entries are looked at in one goal. */
export const mostArguments = 6;

export const axesOf = (t: Term, ctx: Context): Axis[] =>
  t.shape.map((dim, k) => {
    const name = freshIn(ctx, `#${'st'[k] ?? 'u'}`, t);
    const e = variable(name, [dim]);
    return {
      bound: { kind: 'tensor', name, shape: [dim] },
      e,
      guard: conjunction(isCoordinate(e)),
    };
  });

/** The entry of a tensor at the coordinates. */
export const entryOf = (t: Term, axes: readonly Axis[]): Term => {
  const names = 'ab'.slice(0, axes.length);
  return contract([t, ...axes.map(({ e }) => e)], [names, ...names], '');
};

/**
 * From an equation of entries, under the guards of its coordinates: the equation of the tensors.
 */
export const lifted = (t: Theorem, axes: readonly Axis[]): Theorem =>
  axes.reduceRight(
    (inner, { bound, guard }) => eachOfBasis(generalise(bound, discharge(guard, inner))),
    t,
  );

/** An entry of a tensor, and 0 < it, under the guards of the coordinates. */
interface Positive {
  readonly entry: Term;
  readonly sign: Theorem;
}

/**
 * 0 < each entry: of a sum of products entry by entry where each factor is positive; null where it
 * is not found.
 */
export function positiveEntry(
  t: Term,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Positive | null {
  if (t.shape.length === 0) return positiveFactor(t, axes, ctx, prove);
  const stated = signEverywhere(t, true, axes, ctx, () => null);
  if (stated) return stated;
  if (t.monomials.some((m) => Object.keys(m.powers).length > 0))
    return signEverywhere(t, true, axes, ctx, prove);
  const parts: Part[] = [];
  for (const single of summandsOf(t)) {
    const part = positiveProduct(single, axes, ctx, prove);
    if (part) parts.push(part);
    else return t.monomials.length > 1 ? signEverywhere(t, true, axes, ctx, prove) : null;
  }
  const entry = add(...parts.map((p) => p.entry));
  const summands = parts.map(({ signs, by }) => summand(signs, by));
  return parts.length > 0 ? { entry, sign: orderBy(zeros([]), entry, true, summands) } : null;
}

/** The entry of a product entry by entry, as a number times positive factors. */
interface Part {
  readonly entry: Term;
  readonly by: Ratio;
  readonly signs: readonly Theorem[];
}

function positiveProduct(t: Term, axes: readonly Axis[], ctx: Context, prove: Prove): Part | null {
  const { by, factors } = entrywiseFactors(t);
  if (by.num <= 0n) return null;
  const known: Positive[] = [];
  for (const f of factors) {
    const found = positiveFactor(f, axes, ctx, prove);
    if (!found) return null;
    known.push(found);
  }
  return {
    entry: scale(by, times(...known.map((f) => f.entry))),
    by,
    signs: known.map((f) => f.sign),
  };
}

const summandsOf = (t: Term): Term[] =>
  t.monomials.map((m) => scale(m.coefficient, subgraph(m, m.factors, m.free)));

/**
 * 0 < a factor: of a number, of exp and its like, of a root and of a reciprocal by what they are
 * applied to.
 */
function positiveFactor(
  f: Term,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Positive | null {
  if (f.shape.length === 0) {
    const sign = prove(less(zeros([]), f, true), ctx);
    return sign && { entry: f, sign };
  }
  const head = bareHead(f);
  if (head?.kind === 'inverse' && !head.matrix) {
    const below = positiveEntry(head.arg, axes, ctx, prove);
    const sign = below && positiveReciprocal(below.entry, below.sign, ctx);
    return below && sign && { entry: inverse(below.entry), sign };
  }
  const [argument] = head?.kind === 'jet' && head.orders[0] === 0 ? head.args : [];
  if (head?.kind === 'jet' && argument && argument.shape.length === axes.length) {
    if (signOf(head.fn.name) === true) {
      const at = entryOf(argument, axes);
      return { entry: valueOf(head.fn.name, at), sign: positiveValue(head.fn.name, at) };
    }
    if (head.fn.name === 'sqrt') {
      const below = positiveEntry(argument, axes, ctx, prove);
      return below && { entry: root(below.entry), sign: second(rootOf(below.sign)) };
    }
  }
  return signEverywhere(f, true, axes, ctx, prove);
}

/** 0 < or 0 ≤ each entry over all coordinates, which is stated or proved as any other statement. */
export function signEverywhere(
  t: Term,
  strict: boolean,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Positive | null {
  const entry = entryOf(t, axes);
  const stated = statedIn(ctx, less(zeros([]), entry, strict), axes);
  if (stated) return { entry, sign: stated };
  const everywhere = axes.reduceRight<Formula>(
    (f, { bound, guard }) => forall(bound, implies(guard, f)),
    less(zeros([]), entry, strict),
  );
  const found = prove(everywhere, ctx);
  return found && { entry, sign: axes.reduce(atAxis, found) };
}

/** A statement over all coordinates at one of them, under its guard. */
const atAxis = (t: Theorem, { e, guard }: Axis): Theorem =>
  modusPonens(specialise(t, { kind: 'term', term: e }), assume(guard));

/** What is stated over all coordinates, at these. */
function statedIn(ctx: Context, wanted: Formula, axes: readonly Axis[]): Theorem | null {
  const text = write(wanted);
  for (const { theorem } of ctx.facts) {
    if (theorem.conclusion.kind !== 'forall') continue;
    const here = safely(() => axes.reduce(atAxis, theorem));
    if (here && write(here.conclusion) === text) return here;
  }
  return null;
}

/**
 * A tensor as a number times its factors entry by entry: 2 s a .* b; the tensor alone for any other
 * term.
 */
export function entrywiseFactors(t: Term): {
  readonly by: Ratio;
  readonly factors: readonly Term[];
} {
  const whole = { by: one, factors: [t] };
  const [m] = t.monomials;
  if (t.monomials.length !== 1 || !m || m.wires.length !== m.free.length) return whole;
  const fits = m.factors.every((f) => f.slots.length === 0 || f.slots.join() === m.free.join());
  return fits && Object.keys(m.powers).length === 0
    ? { by: m.coefficient, factors: m.factors.map(factorTerm) }
    : whole;
}

/** The product of factors entry by entry. */
export const together = (factors: readonly Term[], { shape }: Term): Term => {
  const names = 'ab'.slice(0, shape.length);
  return contract(
    factors,
    factors.map((f) => (f.shape.length === 0 ? '' : names)),
    names,
  );
};

/** An entry that is not 0, because that or 0 < x .* x is stated; null elsewhere. */
export function nonzeroEntry(x: Term, axes: readonly Axis[], ctx: Context): NonzeroEntry | null {
  const said = entryOf(x, axes);
  const stated = statedIn(ctx, not(equal(said, nought())), axes);
  if (stated) return { entry: said, known: stated };
  const [axis, ...more] = axes;
  if (!axis || more.length > 0) return null;
  const square = signEverywhere(together([x, x], x), true, axes, ctx, () => null);
  const alone = square && oneAtATime(axis);
  if (!alone) return null;
  const entry = entryOf(x, axes);
  const zero = equal(entry, nought());
  // Σ x_i x_i e_i = (Σ x_i e_i)² = 0
  const vanishing = linearBy(square.entry, nought(), [
    {
      equation: alone,
      context: scale(
        negative(one),
        contract(
          [
            variable(hole, alone.conclusion.kind === 'equal' ? alone.conclusion.left.shape : []),
            x,
            x,
          ],
          ['ij', 'i', 'j'],
          '',
        ),
      ),
    },
    { equation: assume(zero), context: times(variable(hole, []), entry) },
  ]);
  return { entry, known: contradiction(zero, absurd([square.sign, weak(vanishing)])) };
}

/** An entry, and that it is not 0, under the guards of its coordinates. */
export interface NonzeroEntry {
  readonly entry: Term;
  readonly known: Theorem;
}
