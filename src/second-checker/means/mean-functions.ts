/**
 * Means that have no closed form are functions with names. For x of mean μ and an affine argument,
 * E g(b + L(x - μ)) is a function of b, and of whatever L and the law of x - μ are made of: its
 * derivatives by b are the means of the derivatives of g. Two means are one function where they
 * average the same function, through the same L, by the same law, up to the names of what these are
 * made of; those names are arguments, in the order of the one description.
 *
 * A product of functions of x is one function of all their arguments. Moments do not tell a law, so
 * a law of which moments alone are known is one for each random variable and each mean.
 */
import { mentions } from '../mentions.ts';
import { put, type Replacement } from '../substitution.ts';
import { demand, refuse } from '../rational.ts';
import { Sameness } from '../same.ts';
import { einsum, jet, operation, size, variable, zeros } from '../term.ts';
import type { Factor, Fn, Mono, Term } from '../term.ts';
import { multiplied } from '../dims.ts';
import { termText } from '../formula-text.ts';
import { unread } from '../claim/tree.ts';
import { slopeOf, without, type Jet } from './closed-forms.ts';
import { centred, isInside, isIndependent, isSymmetric, labelled } from './random.ts';
import { negative, repeated, type Random } from './random.ts';
import { tidy } from './tidy.ts';

export const mark = 'E@';
interface Known {
  readonly name: string;
  /** What it averages and how, as texts that name no variable. */
  readonly what: string;
  /** L and the law, with the variables in them named by their places. */
  readonly terms: readonly Term[];
}

/** The variables in terms, with their shapes. */
function variablesIn(terms: readonly Term[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { head } of terms.flatMap((t) => t.sum.flatMap((m) => m.factors))) {
    if (head.kind !== 'variable' || head.shape.length > 2)
      return unread('the mean of a function that depends on a tensor or on a function');
    const before = found.get(head.name) ?? head.shape;
    demand(before.join() === head.shape.join(), `two variables named ${head.name}`);
    found.set(head.name, head.shape);
  }
  return found;
}
/** The variables anywhere in terms, inside functions too. */
function allVariables(
  terms: readonly Term[],
  found = new Map<string, readonly string[]>(),
): Map<string, readonly string[]> {
  for (const { head } of terms.flatMap((t) => t.sum.flatMap((m) => m.factors))) {
    if (head.kind === 'variable') {
      const before = found.get(head.name) ?? head.shape;
      demand(before.join() === head.shape.join(), `two variables named ${head.name}`);
      found.set(head.name, head.shape);
    } else allVariables(head.args, found);
  }
  return found;
}
const ordersOf = (names: readonly string[]): string[][] =>
  names.length === 0
    ? [[]]
    : names.flatMap((n) => ordersOf(names.filter((m) => m !== n)).map((rest) => [n, ...rest]));

/** A number or a vector as it is, a matrix row by row. */
function argumentFrom(t: Term): Term {
  const [m, n] = t.shape;
  if (m === undefined || n === undefined) return t;
  const places = operation('pair', zeros([m, n]));
  return einsum(
    ['r'],
    [
      [places, ['i', 'j', 'r']],
      [t, ['i', 'j']],
    ],
  );
}
const inputOf = (shape: readonly string[]): string | null =>
  shape.length === 0 ? null : multiplied(...shape);

/**
 * The axis of x that an index of the function fixes, or none, for each of its indices: the function
 * must be one for all of their values.
 */
function patternOf(slope: Term, params: number, input: number, x: Random): string {
  const patterns = slope.sum.map((m) =>
    m.free.slice(0, params).map((w): number | null => {
      const [, second, third] = m.free.flatMap((v, k) => (v === w ? [k] : []));
      const isUsed = m.factors.some((f) => f.at.includes(w));
      if (second === undefined && !isUsed) return null;
      const axis = (second ?? -1) - params - input;
      if (isUsed || third !== undefined || axis < 0 || !isIndependent(x, axis))
        return unread('the mean of a function whose law depends on its index');
      return axis;
    }),
  );
  const texts = new Set(patterns.map((p) => JSON.stringify(p)));
  if (texts.size > 1) unread('the mean of a function whose law depends on its index');
  return [...texts][0] ?? '';
}

const symbolText = ({ fn }: Jet): string =>
  JSON.stringify([fn.name, fn.kinks === true, fn.family, fn.inputs, fn.output]);
/** The functions in an order that does not depend on that of the product. */
function inOrder(factors: readonly Factor[]): Factor[] {
  const text = ({ head }: Factor): string =>
    head.kind === 'jet'
      ? [symbolText(head), ...head.args.map(termText), head.orders].join(' ')
      : head.kind;
  const texts = new Map(factors.map((f) => [f, text(f)]));
  const of = (f: Factor): string => texts.get(f) as string;
  return [...factors].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
}
/** The spread of x - E x: where it is known by moments alone, the mean tells of it too. */
const spreadOf = (x: Random): readonly Term[] =>
  x.kind === 'independent' ? [x.mean ?? zeros([]), ...x.central] : x.central;

export class MeanFunctions {
  readonly #known: Known[] = [];
  readonly #sameness = new Sameness();

  /** The mean of a product in which x stands in smooth functions of affine arguments alone. */
  mean(m: Mono, x: Random): Term {
    const inside = inOrder(m.factors.filter((f) => isInside(f, x)));
    const jets = inside.map(({ head }) =>
      head.kind === 'jet' ? head : unread(`the mean of this function of ${x.name}`),
    );
    const { fn, params } = jets[0] as Jet;
    if (jets.length > 1 && jets.some((j) => j.params.length + j.fn.family.length > 0))
      return unread('the mean of a product of functions of every entry');
    if (jets.length > 4 || (jets.length > 1 && jets.some((j) => j.fn.output !== null)))
      return unread('the mean of a product of many functions, or of vectors');
    const args = jets.flatMap((j) => j.args);
    const slopes = args.map((a) => slopeOf(a, x));
    const patterns = slopes.map((s, i) =>
      patternOf(s, params.length, (args[i] as Term).shape.length - params.length, x),
    );
    const moving = patterns.filter((_, i) => slopes[i]?.sum.length !== 0);
    if (new Set(moving).size > 1) unread('a function whose arguments meet at different indices');
    const what = JSON.stringify([
      jets.map(symbolText),
      params,
      patterns,
      x.kind,
      x.shape,
      x.family,
      x.kind === 'independent' ? x.name : '',
    ]);
    const ways = [slopes, ...(isSymmetric(x) ? [slopes.map(negative)] : [])];
    const found = this.#named(
      what,
      ways.map((way) => [...way, ...spreadOf(x)]),
    );
    const own: Fn = {
      name: found.name,
      family: fn.family,
      inputs: [...jets.flatMap((j) => j.fn.inputs), ...found.more.map((t) => inputOf(t.shape))],
      output: fn.output,
      // where the law is a point or a sign, the mean has the kinks of the function
      ...(jets.some((j) => j.fn.kinks === true) ? { kinks: true } : {}),
    };
    const value = jet(
      own,
      [...jets.flatMap((j) => j.orders), ...found.more.map(() => 0)],
      [
        ...args.map((a) => centred(a, x)),
        ...found.more.map((t) => repeated(argumentFrom(t), params)),
      ],
      params,
    );
    // the slots of several functions stand in the order of the functions
    return without(m, inside, [[value, inside.flatMap((f) => labelled(f.at))]]);
  }

  /** Each mean that has a value, as a function of its places. */
  readonly #values = new Map<string, Replacement>();

  /** The term with every mean at its value. */
  unfolded(t: Term): Term {
    return this.#values.size === 0 ? t : put(t, this.#values);
  }
  /** A mean as a function of what its body and its laws mention, with the value that it has. */
  folded(given: Term, all: readonly Random[], value: Term): Term {
    const body = tidy(given);
    const random = all.filter((x) => mentions(body, x.name));
    // each variable of which moments alone are known has a law of its own
    const isOwn = (x: Random): boolean => x.kind === 'independent';
    const named = (x: Random, k: number): string => (isOwn(x) ? x.name : `$x${k + 1}`);
    const bound = new Map(
      random.map((x, k) => [x.name, { x: null, body: variable(named(x, k), x.shape) }]),
    );
    const terms = [body, ...random.flatMap((x) => [x.mean ?? zeros([]), ...x.central])].map((t) =>
      tidy(t),
    );
    const free = allVariables(terms);
    const names = [...free.keys()].filter((n) => !bound.has(n)).sort();
    const shapeOf = (n: string): readonly string[] => free.get(n) as readonly string[];
    const places = new Map([
      ...bound,
      ...names.map((n, k) => [n, { x: null, body: variable(`$${k + 1}`, shapeOf(n)) }] as const),
    ]);
    const placed = terms.map((t) => tidy(put(t, places)));
    const what = JSON.stringify([
      'mean',
      random.map((x) => [x.kind, x.shape, x.family, x.central.length, isOwn(x) ? x.name : '']),
      names.map(shapeOf),
    ]);
    const known = this.#known.find((k) => k.what === what && this.#alike(k.terms, placed));
    const name = known?.name ?? `${mark}${this.#known.length + 1}`;
    if (!known) this.#known.push({ name, what, terms: placed });
    const x = names.map((_, k) => `$${k + 1}`);
    this.#values.set(name, this.#values.get(name) ?? { x, body: put(value, places) });
    const fn: Fn = {
      name,
      family: body.shape,
      inputs: names.map((n) => inputOf(shapeOf(n))),
      output: null,
      kinks: true,
    };
    return jet(
      fn,
      names.map(() => 0),
      names.map((n) => variable(n, shapeOf(n))),
    );
  }

  /** The name for a description, and the arguments that it is a function of besides. */
  #named(what: string, ways: readonly (readonly Term[])[]): { name: string; more: Term[] } {
    const variables = variablesIn(ways.flat());
    const sizes = new Set(ways.flat().flatMap((t) => t.sum.flatMap((m) => [...m.powers.keys()])));
    const names = [...variables.keys()].sort();
    const shapeOf = (name: string): readonly string[] => variables.get(name) as readonly string[];
    const allSizes = [...sizes].sort();
    const whole = JSON.stringify([what, allSizes]);
    const numbers = allSizes.map((d) => size(d));
    const orders = names.length > 4 ? [names] : ordersOf(names);
    for (const order of orders) {
      const places = new Map(
        order.map((n, k) => [n, { x: null, body: variable(`$${k + 1}`, shapeOf(n)) }]),
      );
      const more = [...order.map((n) => variable(n, shapeOf(n))), ...numbers];
      for (const way of ways) {
        const terms = way.map((t) => put(t, places));
        const known = this.#known.find((k) => k.what === whole && this.#alike(k.terms, terms));
        if (known) return { name: known.name, more };
      }
    }
    const first = orders[0] ?? [];
    const places = new Map(
      first.map((n, k) => [n, { x: null, body: variable(`$${k + 1}`, shapeOf(n)) }]),
    );
    const name = `${mark}${this.#known.length + 1}`;
    const terms = (ways[0] ?? refuse('a mean of nothing')).map((t) => put(t, places));
    this.#known.push({ name, what: whole, terms });
    return { name, more: [...first.map((n) => variable(n, shapeOf(n))), ...numbers] };
  }
  #alike(a: readonly Term[], b: readonly Term[]): boolean {
    return (
      a.length === b.length &&
      a.every(
        (t, i) =>
          t.shape.join() === (b[i] as Term).shape.join() && this.#sameness.same(t, b[i] as Term),
      )
    );
  }
}
