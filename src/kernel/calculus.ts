/** Substitution and differentiation of terms. */
import { derivative } from './derivative.ts';
import { list, own, text, texts } from './entry.ts';
import {
  type Piece,
  add,
  contract,
  factorTerm,
  inverse,
  jet,
  operation,
  permute,
  splice,
  variable,
  zeros,
} from './graph.ts';
import { isMeanName, madeOfMean } from './mean-symbols.ts';
import { occurs, occursIn, occursRough } from './occurrence.ts';
import { demand, fail } from './seal.ts';
import type { Dim, Factor, Head, Monomial, Term } from './term.ts';

/**
 * What a name is replaced by: a term of the variable's shape, or for a function the term of its
 * value at the variable `x`.
 */
export type Replacement =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'function'; readonly x: readonly string[]; readonly body: Term };

/** A replacement from outside, each part read once. */
export function copyReplacement(given: unknown): Replacement {
  const term = (key: string): Term => {
    const t = own(given, key) as Term;
    demand(t);
    return t;
  };
  const kind = own(given, 'kind');
  if (kind === 'term') return Object.freeze({ kind, term: term('term') });
  if (kind !== 'function') return fail('what replaces a name is a term or a function');
  return Object.freeze({
    kind,
    x: Object.freeze(list(own(given, 'x'), text)),
    body: term('body'),
  });
}

/**
 * `term` with `name` replaced. With `params` the replacement has shape `[...params, ...shape of
 * name]` and so has the result: the replacement depends on indices that the result then depends on,
 * one value for each.
 */
export function substitute(
  term: Term,
  name: string,
  by: Replacement,
  params: readonly Dim[] = [],
): Term {
  demand(term);
  return replaced(term, new Map([[text(name), copyReplacement(by)]]), texts(params));
}
/** All names of the map at once: what replaces one is not looked into for another. */
type Replacements = ReadonlyMap<string, Replacement>;
function replaced(term: Term, map: Replacements, params: readonly Dim[]): Term {
  if (params.length > 0 && [...map.values()].some((by) => by.kind === 'function'))
    fail('a function that depends on an index');
  const parts = term.monomials.map((m) => substituteMonomial(m, map, params));
  return parts.length === 0 ? zeros([...params, ...term.shape]) : add(...parts);
}

function substituteMonomial(m: Monomial, map: Replacements, params: readonly Dim[]): Term {
  const wires = [...params, ...m.wires];
  const shift = params.length;
  const indices = params.map((_, i) => i);
  const pieces = m.factors.map((factor): Piece => {
    const { term, lifted } = substituteFactor(factor, map, params);
    return { term, on: [...(lifted ? indices : []), ...factor.slots.map((s) => s + shift)] };
  });
  return splice(
    {
      wires,
      free: [...indices, ...m.free.map((w) => w + shift)],
      coefficient: m.coefficient,
      powers: m.powers,
    },
    pieces,
  );
}

/** The term of a factor; `lifted` when it carries `params` before the factor's own slots. */
function substituteFactor(
  factor: Factor,
  map: Replacements,
  params: readonly Dim[],
): { term: Term; lifted: boolean } {
  const { head } = factor;
  const names = [...map.keys()];
  if (!names.some((name) => occursIn(name, head)))
    return { term: factorTerm(factor), lifted: false };
  const deep = (t: Term): Term => replaced(t, map, params);
  const lifted = params.length > 0;
  switch (head.kind) {
    case 'variable': {
      const by = map.get(head.name);
      if (by?.kind !== 'term') return fail(`${head.name} is not a function`);
      const wanted = [...params, ...head.shape];
      if (by.term.shape.join() !== wanted.join())
        fail(
          `${head.name} has shape ${head.shape.join('×')}, its replacement ${by.term.shape.join('×')}`,
        );
      return { term: by.term, lifted };
    }
    case 'jet': {
      const hidden = madeOfMean(head.fn.name).functions.find(
        (f) => map.get(f)?.kind === 'function',
      );
      if (hidden !== undefined)
        return fail(`${hidden} stands in the mean of a function, where nothing replaces it`);
      const args = head.args.map(deep);
      const by = map.get(head.fn.name);
      if (by)
        return {
          term: familyLast(applyBody(head, args, by), head.fn.family.length, head.params.length),
          lifted,
        };
      return {
        term: familyFirst(
          jet(head.fn, head.orders, args, [...params, ...head.params]),
          head.fn.family.length,
          params.length,
        ),
        lifted,
      };
    }
    case 'inverse':
      return { term: inverse(deep(head.arg), [...params, ...head.params]), lifted };
    case 'operation':
      return { term: operation(head.name, deep(head.arg), [...params, ...head.params]), lifted };
  }
}

/**
 * A family's index stands before the parameters in a jet's slots; the caller wants new parameters
 * first.
 */
function familyFirst(term: Term, family: number, added: number): Term {
  if (family === 0 || added === 0) return term;
  const wires = term.shape;
  const rest = wires.map((_, i) => i).slice(family + added);
  const order = [...Array(added).keys()]
    .map((i) => family + i)
    .concat([...Array(family).keys()], rest);
  return splice({ wires, free: order }, [{ term, on: wires.map((_, i) => i) }]);
}

/** Of parameters and then a family's index: the family's index first. */
const familyLast = (term: Term, family: number, params: number): Term =>
  family === 0 || params === 0
    ? term
    : permute(term, [
        ...Array.from({ length: family }, (_, i) => params + i),
        ...Array.from({ length: params }, (_, i) => i),
        ...term.shape.map((_, i) => i).slice(family + params),
      ]);

/** A derivative of `x ↦ body` at the arguments, where a function symbol stood. */
function applyBody(head: Head & { kind: 'jet' }, args: readonly Term[], by: Replacement): Term {
  const { fn, orders } = head;
  if (by.kind !== 'function')
    return fail(`${fn.name} is a function and cannot be replaced by a tensor`);
  // the value of a mean has the mean's own axes, first
  const family = isMeanName(fn.name) ? fn.family : [];
  if (fn.family.length > family.length) return fail(`${fn.name} is a family of functions`);
  if (new Set(by.x).size !== by.x.length) return fail('a function of two arguments of one name');
  // without a derivative nothing has to be smooth
  const isPlainMean = isMeanName(fn.name) && orders.every((k) => k === 0);
  if (!isPlainMean && by.x.some((x) => occursRough(x, by.body, !fn.kinks)))
    return fail(
      `${fn.name} is smooth and cannot be replaced by a function with its argument in an inverse or at a kink`,
    );
  const shape = [...family, ...(fn.output === null ? [] : [fn.output])];
  if (by.body.shape.join() !== shape.join() || by.x.length !== fn.inputs.length)
    return fail(`${fn.name} is replaced by a function of another shape`);
  let body = by.body;
  const input = (j: number): Dim[] => (fn.inputs[j] === null ? [] : [fn.inputs[j] as Dim]);
  fn.inputs.forEach((_, j) => {
    for (let k = 0; k < (orders[j] ?? 0); k++) body = derivative(body, by.x[j] as string, input(j));
  });
  const params = head.params;
  if (args.some((arg) => by.x.some((x) => occurs(x, arg))))
    fail('rename the bound variables of the replacing function first');
  if (args.length > 0)
    body = replaced(
      body,
      new Map(by.x.map((x, j) => [x, { kind: 'term', term: args[j] as Term }])),
      params,
    );
  if (args.length > 0) return body;
  return isMeanName(fn.name) && params.length === 0 ? body : fail('a function without arguments');
}

export { contract, variable };
