/**
 * Names of means of functions: E# and what such a mean is a function of, described by texts and
 * terms. Variables in the terms are first renamed to their places, $1, $2, …; the description then
 * mentions places alone, and the arguments stand in the order of those places. So equal names mean
 * equal functions of their arguments, whichever order was chosen; the order that makes the
 * description smallest makes names canonical. A name is the same whatever was named before.
 */
import { substitute } from './calculus.ts';
import { factorsOf, literal, productDim } from './dimension.ts';
import { contract, dimension, pair, variable } from './graph.ts';
import { madeOfMean, meanName, isMeanName, type Made } from './mean-symbols.ts';
import { fail } from './seal.ts';
import type { Dim, FunctionSymbol, Term } from './term.ts';
import { writeTerm } from './write.ts';

/**
 * What a mean is a function of: texts that name no variable, and terms that may, in one or more
 * ways that mean the same.
 */
export interface Description {
  readonly what: readonly string[];
  readonly terms: readonly (readonly Term[])[];
}
export interface Argument {
  readonly input: Dim | null;
  readonly term: Term;
}

/**
 * A scalar or a vector as it is, a matrix row by row: functions have scalars and vectors for
 * arguments.
 */
function asArgument(term: Term): Argument {
  const [m, n] = term.shape;
  if (m === undefined || n === undefined) return { input: m ?? null, term };
  return { input: productDim(m, n), term: contract([pair(m, n), term], ['ijr', 'ij'], 'r') };
}

/** Above this number of variables, their order is the order of their names. */
const mostCompared = 4;

function orders(names: readonly string[]): string[][] {
  if (names.length > mostCompared) return [[...names].sort()];
  if (names.length === 0) return [[]];
  return names.flatMap((n) => orders(names.filter((m) => m !== n)).map((rest) => [n, ...rest]));
}

interface Dependence {
  readonly variables: ReadonlyMap<string, readonly Dim[]>;
  /**
   * Dimensions among it: one that is the index of a range takes several values in one statement.
   */
  readonly sizes: readonly Dim[];
}

function dependence(terms: readonly Term[], dims: readonly Dim[]): Dependence {
  const variables = new Map<string, readonly Dim[]>();
  const sizes = new Set<Dim>(dims.filter((d) => d.includes('[')));
  for (const m of terms.flatMap((t) => t.monomials)) {
    for (const d of Object.keys(m.powers)) sizes.add(d);
    for (const d of m.wires) if (d.includes('[')) sizes.add(d);
    for (const { head } of m.factors) {
      if (head.kind !== 'variable' || head.shape.length > 2)
        return fail('the mean of a function, which depends on a tensor or on a function');
      const before = variables.get(head.name);
      if (before && before.join() !== head.shape.join())
        return fail(`the mean of a function of two variables of one name, ${head.name}`);
      variables.set(head.name, head.shape);
    }
  }
  return { variables, sizes: [...sizes].sort() };
}

/** The functions that are averaged, and the dimensions that neither arguments nor sizes tell. */
function madeOf(
  functions: readonly FunctionSymbol[],
  dims: readonly Dim[],
  sizes: readonly Dim[],
): Made {
  const spaces = functions.flatMap(({ family, inputs, output }) => [...family, ...inputs, output]);
  const within = functions.map(({ name }) => madeOfMean(name));
  const plain = [...dims, ...spaces.filter((d) => d !== null)]
    .flatMap(factorsOf)
    .filter((d) => literal(d) === null && !d.includes('[') && !sizes.includes(d));
  const names = functions.flatMap(({ name }) => (isMeanName(name) ? [] : [name]));
  const each = (list: readonly string[]): string[] => [...new Set(list)].sort();
  return {
    functions: each([...names, ...within.flatMap((m) => m.functions)]),
    dims: each([...plain, ...within.flatMap((m) => m.dims)]),
  };
}

/**
 * The name of a mean and its arguments in addition to those of the function; `dims`: of what is
 * random.
 */
export function named(
  { what, terms }: Description,
  dims: readonly Dim[],
  functions: readonly FunctionSymbol[],
): { readonly name: string; readonly more: readonly Argument[] } {
  const { variables, sizes } = dependence(terms.flat(), dims);
  const shapeOf = (name: string): readonly Dim[] => variables.get(name) as readonly Dim[];
  const keyIn = (order: readonly string[], way: readonly Term[]): readonly string[] => {
    const places = order.reduce<readonly Term[]>(
      (all, name, k) =>
        all.map((t) =>
          substitute(t, name, { kind: 'term', term: variable(`$${k + 1}`, shapeOf(name)) }),
        ),
      way,
    );
    // dimensions keep their names in the key, so that their order by name is one of the key
    return [...what, sizes.join(), ...places.map((t) => writeTerm(t))];
  };
  const [first, ...others] = orders([...variables.keys()].sort()).flatMap((order) =>
    terms.map((way) => {
      const key = keyIn(order, way);
      return { order, key, text: key.join(' | ') };
    }),
  );
  if (!first) return fail('the mean of a function of nothing');
  const { order, key } = others.reduce((best, o) => (o.text < best.text ? o : best), first);
  const spoken = [...dims, ...terms.flat().flatMap((t) => t.monomials.flatMap((m) => m.wires))];
  return {
    name: meanName(madeOf(functions, spoken, sizes), key),
    more: [
      ...order.map((n) => asArgument(variable(n, shapeOf(n)))),
      ...sizes.map((d) => ({ input: null, term: dimension(d) })),
    ],
  };
}
