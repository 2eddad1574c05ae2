/**
 * Roots, logarithms and reciprocals of vectors and matrices: what holds of each entry holds of all
 * at once.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead, inverse, zeros } from '../../kernel/graph.ts';
import { root } from '../../kernel/laws.ts';
import { writeTerm } from '../../kernel/write.ts';
import {
  both,
  fact,
  first,
  inverseOf,
  modusPonens,
  rootOf,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { soon } from '../agenda/effort.ts';
import { equation, flipped } from '../derived/equations.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { logarithmIsSoftplus, sigmoidIsQuotient, softplusArgument } from '../derived/softplus.ts';
import { argumentOf, namedIn, type Occurrence } from '../graphs/named-functions.ts';
import { addRule, type Context } from '../known/context.ts';
import { safely, type Prove } from '../known/strategy.ts';
import {
  axesOf,
  entrywiseFactors,
  entryOf,
  lifted,
  mostArguments,
  mostAxes,
  nonzeroEntry,
  positiveEntry,
  signEverywhere,
  together,
  type Axis,
} from './entry-signs.ts';
import { divisorsIn, reciprocalLaws } from './entry-reciprocals.ts';
import { withSigmoid } from './entry-sigmoids.ts';
import { logarithmOfSoftmax, softmaxOf } from './logarithms-of-softmax.ts';
import { notZero } from './reciprocal-signs.ts';

/** What the logarithm of an entry is: of exp, of a reciprocal, of a product. */
function* insideLogarithm(
  argument: Term,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  const head = bareHead(argument);
  const power = argumentOf('exp', head);
  if (power) yield fact('logarithm of exp', entryOf(power, axes));
  const soft = softplusArgument(argument);
  if (soft) yield logarithmIsSoftplus(entryOf(soft, axes));
  if (head?.kind === 'inverse' && !head.matrix) {
    const below = positiveEntry(head.arg, axes, ctx, prove);
    if (below) yield modusPonens(fact('logarithm of a reciprocal', below.entry), below.sign);
  }
  const { by, factors } = entrywiseFactors(argument);
  const [leading, ...others] = by.num === by.den ? factors : [];
  if (!leading || others.length === 0) return;
  const rest = together(others, argument);
  const [a, b] = [leading, rest].map((f) => positiveEntry(f, axes, ctx, prove));
  if (!a || !b) return;
  yield modusPonens(fact('logarithm of a product', a.entry, b.entry), both(a.sign, b.sign));
  for (const f of [leading, rest]) yield* insideLogarithm(f, axes, ctx, prove);
}

/** Milliseconds' worth of work for the sign of an entry. */
const glance = 10;

/** |s| = s or relu(s) = s for an entry that is not negative. */
function* lawsOfSign(
  { name, argument }: Occurrence,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  // a sign that is known shows at once; most entries have none
  const briefly = { ...ctx, deadline: soon(ctx.deadline, glance) };
  const found = signEverywhere(argument, false, axes, briefly, prove);
  const same = name === 'abs' ? 'abs of what is not negative' : 'relu of what is not negative';
  if (found) yield modusPonens(fact(same, found.entry), found.sign);
}

/** |a b| = |a| |b| for the entries of a product, and sign(s)² = 1 for an entry that is not 0. */
function* lawsOfSize(
  { name, argument, order }: Occurrence,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  if (order === 1) {
    const found = nonzeroEntry(argument, axes, ctx);
    const known = found && modusPonens(fact('sign of a nonzero number', found.entry), found.known);
    if (known) yield first(first(known));
    return;
  }
  yield* lawsOfSign({ name, argument, order }, axes, ctx, prove);
  const at = (f: Term): Term => (f.shape.length === 0 ? f : entryOf(f, axes));
  const { factors } = entrywiseFactors(argument);
  for (let k = 0; k + 1 < factors.length; k++) {
    const rest = factors.slice(k + 1);
    const right = rest.length === 1 ? (rest[0] as Term) : together(rest, argument);
    yield fact('abs of a product', at(factors[k] as Term), at(right));
  }
}

/** What holds of the entry of a root, a logarithm or a size. */
function* lawsOfEntry(
  { name, argument, order }: Occurrence,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  if (name === 'abs') return yield* lawsOfSize({ name, argument, order }, axes, ctx, prove);
  if (name === 'relu') return yield* lawsOfSign({ name, argument, order }, axes, ctx, prove);
  if (name === 'log' && order === 0) yield* insideLogarithm(argument, axes, ctx, prove);
  if (name === 'sqrt' && order === 0) {
    const base = squareBase(argument);
    if (base) yield fact('root of a square', entryOf(base, axes));
  }
  const soft = name === 'log' && order > 0 ? softplusArgument(argument) : null;
  if (soft) yield flipped(sigmoidIsQuotient(entryOf(soft, axes)));
  const found = positiveEntry(argument, axes, ctx, prove);
  if (!found) return;
  const { entry, sign } = found;
  const known = rootOf(sign);
  const part = name === 'sqrt' ? first : second;
  if (order > 0) {
    yield part(first(first(known)));
    yield part(second(first(known)));
  }
  yield inverseOf(notZero(sign, entry));
  if (name === 'log') yield modusPonens(fact('exp of a logarithm', entry), sign);
  if (name === 'sqrt') {
    yield first(rootOf(orderBy(zeros([]), entry, false, [summand([sign])])));
    yield inverseOf(notZero(second(known), root(entry)));
  }
}

/** x where the tensor is x .* x. */
function squareBase(t: Term): Term | null {
  const { by, factors } = entrywiseFactors(t);
  const [x, y, ...more] = factors;
  const isSquare =
    by.num === by.den && x && y && more.length === 0 && writeTerm(x) === writeTerm(y);
  return isSquare ? x : null;
}

/** What comes before the kernel refuses one. */
function gathered(laws: Iterable<Theorem>): Theorem[] {
  const found: Theorem[] = [];
  safely(() => {
    for (const t of laws) found.push(t);
  });
  return found;
}

/** Adds the laws of all roots, logarithms and reciprocals of tensors in the terms. */
export function withEntryLaws(given: Context, prove: Prove, ...terms: readonly Term[]): Context {
  const named = namedIn(terms).filter(
    ({ name, argument, order }) =>
      argument.shape.length > 0 &&
      (/^(log|sqrt|abs)$/.test(name) || (name === 'relu' && order === 0)),
  );
  const add = (
    ctx: Context,
    argument: Term,
    laws: (axes: Axis[]) => Iterable<Theorem>,
  ): Context => {
    if (argument.shape.length > mostAxes) return ctx;
    const axes = axesOf(argument, ctx);
    let next = ctx;
    const z = softmaxOf(argument);
    const soft = z && safely(() => logarithmOfSoftmax(z, axes, ctx));
    if (soft) next = addRule(next, equation(soft, 'logarithm of softmax'));
    for (const entry of gathered(laws(axes))) {
      const t = safely(() => lifted(entry, axes));
      if (t) next = addRule(next, equation(t, 'entry by entry'));
    }
    return next;
  };
  const withNamed = named
    .slice(0, mostArguments)
    .reduce((ctx, o) => add(ctx, o.argument, (axes) => lawsOfEntry(o, axes, given, prove)), given);
  const withSlopes = divisorsIn(terms)
    .slice(0, mostArguments)
    .reduce((ctx, divisor) => withSigmoid(divisor, ctx, terms), withNamed);
  const known = new Set(withNamed.equations.map((e) => writeTerm(e.left)));
  return divisorsIn(terms)
    .filter((d) => !known.has(writeTerm(together([d, inverse(d, d.shape)], d))))
    .slice(0, mostArguments)
    .reduce(
      (ctx, divisor) =>
        add(ctx, divisor, (axes) => {
          return reciprocalLaws(divisor, axes, given, prove);
        }),
      withSlopes,
    );
}
