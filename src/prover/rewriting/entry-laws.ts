/**
 * Roots, logarithms and reciprocals of vectors and matrices: what holds of each entry holds of all
 * at once.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead, inverse, scale, variable, zeros } from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import { atEntries, logarithm, root, valueOf } from '../../kernel/laws.ts';
import { negative, one, ratio, type Ratio } from '../../kernel/ratio.ts';
import { writeTerm } from '../../kernel/write.ts';
import {
  assume,
  both,
  contradiction,
  explode,
  fact,
  first,
  hole,
  inverseOf,
  law,
  modusPonens,
  positiveValue,
  replace,
  rootOf,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { soon } from '../agenda/effort.ts';
import { equation, flipped } from '../derived/equations.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { logarithmIsSoftplus, sigmoidIsQuotient, softplusArgument } from '../derived/softplus.ts';
import { namedIn, type Occurrence } from '../graphs/named-functions.ts';
import { minus, times } from '../graphs/small-terms.ts';
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
  type NonzeroEntry,
} from './entry-signs.ts';
import { withSigmoid } from './entry-sigmoids.ts';
import { notZero, positiveReciprocal } from './reciprocal-signs.ts';

/** What the logarithm of an entry is: of exp, of a reciprocal, of a product. */
function* insideLogarithm(
  argument: Term,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  const head = bareHead(argument);
  if (head?.kind === 'jet' && head.fn.name === 'exp' && head.orders[0] === 0)
    yield fact('logarithm of exp', entryOf(head.args[0] as Term, axes));
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

/** Arguments of reciprocals entry by entry, each once. */
function divisorsIn(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  const visit = (t: Term): void => {
    for (const { factors } of t.monomials)
      for (const { head } of factors) {
        if (head.kind === 'variable') continue;
        (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
        if (head.kind === 'inverse' && !head.matrix && head.arg.shape.length > 0)
          found.set(writeTerm(head.arg), head.arg);
      }
  };
  terms.forEach(visit);
  return [...found.values()];
}

/** log softmax(z) = z − log Σ exp(z), entry by entry: softmax(z) is exp(z) over the sum. */
function logarithmOfSoftmax(z: Term, axes: readonly Axis[], ctx: Context): Theorem | null {
  const quotient = law('softmax', z, 3);
  const total = fact('a sum of exponentials', z);
  if (total.conclusion.kind !== 'less') return null;
  const [at, sum] = [entryOf(z, axes), total.conclusion.right];
  const over = positiveReciprocal(sum, total, ctx);
  if (!over) return null;
  const power = valueOf('exp', at);
  const parts = [
    modusPonens(
      fact('logarithm of a product', power, inverse(sum)),
      both(positiveValue('exp', at), over),
    ),
    fact('logarithm of exp', at),
    modusPonens(fact('logarithm of a reciprocal', sum), total),
  ];
  const told = linearBy(
    logarithm(times(power, inverse(sum))),
    minus(at, logarithm(sum)),
    parts.map((t) => ({ equation: t, context: variable(hole, []) })),
  );
  const all = lifted(told, axes);
  if (all.conclusion.kind !== 'equal') return null;
  const context = equal(atEntries('log', variable(hole, z.shape)), all.conclusion.right);
  return replace(context, quotient, all);
}

/** z where the term is softmax(z) for a vector z. */
const softmaxOf = (t: Term): Term | null => {
  const head = bareHead(t);
  const [z] =
    head?.kind === 'jet' && head.fn.name === 'softmax' && !head.orders[0] ? head.args : [];
  return z?.shape.length === 1 ? z : null;
};

/** f ≠ 0 from c f ≠ 0. */
function unscaled({ entry, known }: NonzeroEntry, f: Term, c: Ratio): NonzeroEntry {
  const zero = equal(f, zeros([]));
  const vanishing = linearBy(entry, zeros([]), [
    { equation: assume(zero), context: scale(c, variable(hole, [])) },
  ]);
  return { entry: f, known: contradiction(zero, explode(vanishing, known)) };
}

/** s · 1/s = 1 for an entry s, and 1/(2 s t) = 1/2 1/s 1/t where it is a product. */
function* reciprocalLaws(
  divisor: Term,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  const notNought = (t: Term): NonzeroEntry | null => {
    // what is stated first: proving a sign may take long
    const stated = positiveEntry(t, axes, ctx, () => null);
    const found =
      stated ?? safely(() => nonzeroEntry(t, axes, ctx)) ?? positiveEntry(t, axes, ctx, prove);
    if (!found) return null;
    return 'known' in found
      ? found
      : { entry: found.entry, known: notZero(found.sign, found.entry) };
  };
  const found = notNought(divisor);
  if (!found) return;
  const whole = inverseOf(found.known);
  yield whole;
  const { by, factors } = entrywiseFactors(divisor);
  if (factors.length === 0 || (factors.length === 1 && by.num === by.den)) return;
  const single = (f: Term): NonzeroEntry | null =>
    safely(() => unscaled(found, entryOf(f, axes), by)) ?? notNought(f);
  const parts = factors.map(factors.length === 1 ? single : notNought);
  const known = parts.flatMap((p) => p ?? []);
  if (known.length < parts.length) return;
  const over = known.map((p) => inverse(p.entry));
  const right = scale(ratio(by.den, by.num), times(...over));
  const here = variable(hole, []);
  const own = inverse(found.entry);
  yield linearBy(own, right, [
    ...known.map((p, k) => ({
      equation: inverseOf(p.known),
      context: scale(
        negative(one),
        times(here, own, ...known.slice(k + 1).map((q) => q.entry), ...over.slice(k + 1)),
      ),
    })),
    { equation: whole, context: times(here, right) },
  ]);
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
