/**
 * Expressions of the language as terms of the kernel: total there, for the claim's conditions are
 * written out before.
 */
import { occurs } from '../../kernel/occurrence.ts';
import {
  contract,
  dimension,
  factorTerm,
  inverse,
  jet,
  number,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { type Ratio, ratio } from '../../kernel/ratio.ts';
import type { Dim, FunctionSymbol, Term } from '../../kernel/term.ts';
import type { Declaration, Expr, Range } from '../../language/ast.ts';
import { placeText, readPlace } from '../../language/layers.ts';
import { kernelDim } from '../../operators/parts.ts';
import { operator } from '../../operators/registry.ts';
import {
  detTerm,
  diagonalTerm,
  lengthSquared,
  powerTerm,
  scalarFunctionTerm,
} from '../../operators/terms.ts';
import {
  isDepth,
  layerMember,
  madeOf,
  refuseDependence,
  sequenceAt,
  throughSequences,
  underDepth,
} from './layers.ts';
import { slope, smoothPseudoInverse } from './lower-derivative.ts';
import { lowerExpectation } from './lower-expectation.ts';
import {
  NotLowerable,
  type Scope,
  axes,
  bind,
  familyOf,
  functionSymbol,
  refuseDemands,
  tensorShape,
} from './scope.ts';
import {
  additive,
  constant,
  countOf,
  dimensionPower,
  fix,
  isSize,
  letters,
  rational,
} from './sizes-of-terms.ts';
import { spendOnProduct } from './term-size.ts';

/**
 * An entry, a row or a column: each index that is given is fixed at a coordinate; an axis that is
 * literally 1 has no wire.
 */
function entryTerm(e: Expr & { kind: 'entry' }, scope: Scope): Term {
  const given = e.places.filter((_, k) => e.body.shape[k] !== '1');
  const dims = axes(e.body.shape);
  return given.reduceRight(
    (term: Term, at, k) => fix(term, k, at, dims[k], scope),
    lower(e.body, scope),
  );
}

export function lower(e: Expr, scope: Scope): Term {
  switch (e.kind) {
    case 'number':
      return rational(e.value);
    case 'dimension':
      return dimension(e.dim);
    case 'index':
      if (scope.depth.has(e.name)) return dimension(e.name);
      throw new NotLowerable(`the index ${e.name} as a number`);
    case 'variable': {
      const d = scope.declarations.get(e.name);
      if (!d) throw new NotLowerable(`${e.name} is not declared`);
      if (d.family && e.index && scope.layers.has(d.family.to))
        return layerMember(d, e.index, scope);
      return fix(variable(e.name, tensorShape(d)), 0, e.index, familyOf(d)[0], scope);
    }
    case 'constant':
      return constant(e.which, e.shape);
    case 'operator':
      return operatorTerm(e, scope);
    case 'call':
      return call(e, scope);
    case 'jet': {
      const d = scope.declarations.get(e.fn);
      if (!d) throw new NotLowerable(`${e.fn} is not declared`);
      if (e.args.length !== 1)
        throw new NotLowerable(`${e.which} of a function of several arguments at a point`);
      const term = jet(
        functionSymbol(d),
        [e.which === 'hess' ? 2 : 1],
        e.args.map((a) => lower(a, scope)),
      );
      refuseLayers(d, scope);
      return fix(term, 0, e.index, familyOf(d)[0], scope);
    }
    case 'derivative': {
      const d = scope.declarations.get(e.by);
      if (!d) throw new NotLowerable(`${e.by} is not declared`);
      const by = (t: Term): Term => {
        // a product over layers is a name of its own, which does not show what it depends on
        if (throughSequences(t, e.by, scope))
          throw new NotLowerable(`the derivative of a product over layers or a power by ${e.by}`);
        if (!d.family || !e.index || !scope.layers.has(d.family.to))
          return fix(
            slope(t, e.by, tensorShape(d), scope),
            t.shape.length,
            e.index,
            familyOf(d)[0],
            scope,
          );
        refuseDependence(t, e.by, e.index);
        return slope(
          t,
          `${e.by}[${placeText(e.index)}]`,
          layerMember(d, e.index, scope).shape,
          scope,
        );
      };
      const body = lower(e.body, { ...scope, by: [...(scope.by ?? []), e.by] });
      return e.which === 'hess' ? by(by(body)) : by(body);
    }
    case 'entry':
      return entryTerm(e, scope);
    case 'reduce':
      return isDepth(e.range, e.body, scope) ? added(e, scope) : reduced(e, scope);
    case 'expectation':
      return lowerExpectation(e, scope, lower);
    case 'product': {
      if (e.shape.length === 0 && e.from === 1 && !isDepth(e.range, e.body, scope))
        return detTerm(diagonalTerm(overData(e.body, e.range, scope)));
      const inner = underDepth(scope, e.range);
      const body = lower(e.body, inner);
      refuseDemands(inner, e.range.index);
      return sequenceAt(
        e.falling ? 'falling' : 'rising',
        e.range.index,
        body,
        e.from,
        readPlace(e.range.to) ?? { name: e.range.to, offset: 0 },
        scope,
      );
    }
    case 'kernel':
      throw new NotLowerable(
        'a kernel can only be compared by = or != with another kernel, or follow in',
      );
  }
}

function operatorTerm(e: Expr & { kind: 'operator' }, scope: Scope): Term {
  const args = (): Term[] => e.args.map((a) => lower(a, scope));
  if (e.operator === 'pow') return raisedTerm(e, scope);
  if (e.operator === 'pinv') {
    const smooth = smoothPseudoInverse(e.args[0] as Expr, scope);
    if (smooth) return smooth;
  }
  const place = e.operator === 'lambda_at' ? e.args[1] : undefined;
  if (place && !(place.kind === 'dimension' && place.dim === e.args[0]?.shape[0]))
    throw new NotLowerable('an eigenvalue whose number is not written out');
  // of an exponent without a number it is not known which entries have a power
  if (e.operator === 'entrypow' && e.args[1]?.kind !== 'number')
    throw new NotLowerable('a power of entries that is not a number');
  const { lower: rule, lowers } = operator(e.operator);
  const shapes = e.args.map((a) => a.shape);
  if (!rule || (lowers && !lowers(shapes)))
    throw new NotLowerable(`the kernel has no rules for ${e.operator} yet`);
  const terms = args();
  if (!additive.has(e.operator)) spendOnProduct(terms);
  const last = e.args.at(-1);
  if (e.operator === 'div' && last && last.kind !== 'dimension') {
    const value = terms[1] as Term;
    const m = value.monomials[0];
    // what divides is a number or dimensions alone
    if (value.monomials.length === 1 && m && m.factors.length === 0) {
      const scaleBy = {
        coefficient: ratio(m.coefficient.den, m.coefficient.num),
        powers: Object.fromEntries(Object.entries(m.powers).map(([d, k]) => [d, -k])),
      };
      return scaled(terms[0] as Term, scaleBy);
    }
    const parts = value.shape.length === 0 ? scalarFactors(value) : null;
    if (parts) {
      // 1/(2 s t) is 1/2 1/s 1/t: fewer reciprocals to tell apart
      return parts.factors.reduce(
        (quotient, factor) => rule([quotient, factor], shapes, e.params),
        scaled(terms[0] as Term, parts.over),
      );
    }
  }
  if (e.operator === 'div' && last?.kind === 'dimension')
    return scaled(
      terms[0] as Term,
      { coefficient: ratio(1n), powers: {} },
      dimension(last.dim, -1),
    );
  return rule(terms, shapes, e.params);
}

/** A monomial that is a product of scalars: those, and one over its coefficient and dimensions. */
function scalarFactors(
  value: Term,
): { factors: Term[]; over: { coefficient: Ratio; powers: Record<Dim, number> } } | null {
  const [m] = value.monomials;
  if (!m || value.monomials.length > 1 || m.factors.some((f) => f.slots.length > 0)) return null;
  const powers = Object.fromEntries(Object.entries(m.powers).map(([d, k]) => [d, -k]));
  return {
    factors: m.factors.map(factorTerm),
    over: { coefficient: ratio(m.coefficient.den, m.coefficient.num), powers },
  };
}

function scaled(
  t: Term,
  by: { coefficient: { num: bigint; den: bigint }; powers: Record<Dim, number> },
  more?: Term,
): Term {
  const names = letters(t.shape.length);
  const factors = Object.entries(by.powers).map(([d, k]) => dimension(d, k));
  const scalars = [number(by.coefficient), ...factors, ...(more ? [more] : [])];
  return contract([t, ...scalars], [names, ...scalars.map(() => '')], names);
}

function raisedTerm(e: Expr & { kind: 'operator' }, scope: Scope): Term {
  const [base, exponent] = e.args;
  const count = exponent && countOf(exponent);
  // where the exponent is the size of a matrix, the power of a number is a determinant
  if (base?.shape.length === 0 && exponent?.kind === 'dimension' && isSize(exponent.dim, scope))
    return dimensionPower(lower(base, scope), exponent.dim);
  if (base && count) return sequenceAt('falling', null, lower(base, scope), 1, count, scope);
  const half = exponent?.kind === 'number' && exponent.value.endsWith('/2');
  if (base && half && Math.abs(Number.parseInt(exponent.value, 10)) <= 16)
    return raise(
      scalarFunctionTerm('sqrt', lower(base, scope)),
      Number.parseInt(exponent.value, 10),
    );
  if (!base || exponent?.kind !== 'number' || exponent.value.includes('/'))
    throw new NotLowerable('a power that is not a whole number');
  const k = Number(exponent.value);
  if (!Number.isSafeInteger(k) || Math.abs(k) > 16)
    throw new NotLowerable(`the power ${exponent.value}`);
  const length =
    base.kind === 'operator' && ['bars', 'norm', 'normF'].includes(base.operator)
      ? base.args[0]
      : undefined;
  // |v|^2 is v'v: no square root is needed; the spectral norm of a matrix has no such form
  if (
    length &&
    k % 2 === 0 &&
    (axes(length.shape).length < 2 || (base.kind === 'operator' && base.operator === 'normF'))
  ) {
    const square = lengthSquared(lower(length, scope));
    return raise(square, k / 2);
  }
  const raised = lower(base, scope);
  for (let i = 1; i < Math.abs(k); i++) spendOnProduct([raised, raised]);
  return raise(raised, k);
}

const refuseLayers = (d: Declaration, scope: Scope): void => {
  if (d.family && scope.layers.has(d.family.to))
    throw new NotLowerable(`${d.name}: a family of functions over layers`);
};

/** A sum over layers. */
function added(e: Expr & { kind: 'reduce' }, scope: Scope): Term {
  const inner = underDepth(scope, e.range);
  const body = lower(e.body, inner);
  refuseDemands(inner, e.range.index);
  const sum = sequenceAt(
    'sum',
    e.range.index,
    body,
    1,
    readPlace(e.range.to) ?? { name: e.range.to, offset: 0 },
    scope,
  );
  if (e.how === 'sum') return sum;
  const names = letters(body.shape.length);
  return contract([sum, dimension(kernelDim(e.range.to), -1)], [names, ''], names);
}

const raise = (base: Term, k: number): Term =>
  k < 0 ? inverse(powerTerm(base, -k)) : powerTerm(base, k);

function call(e: Expr & { kind: 'call' }, scope: Scope): Term {
  const args = e.args.map((a) => lower(a, scope));
  const d = e.builtin ? undefined : scope.declarations.get(e.fn);
  if (!e.builtin && !d) throw new NotLowerable(`${e.fn} is not declared`);
  if (e.builtin) return builtin(e.fn, e.order, args[0] as Term);
  const fn = functionSymbol(d as NonNullable<typeof d>);
  refuseLayers(d as NonNullable<typeof d>, scope);
  const activation = (d as NonNullable<typeof d>).type.kind === 'activation';
  if (activation)
    return fix(elementwise(fn, e.order, args[0] as Term), 0, e.index, fn.family[0], scope);
  if (e.order > 0 && args.length !== 1)
    throw new NotLowerable('primes behind a function of several arguments');
  return fix(
    jet(
      fn,
      args.map(() => e.order),
      args,
    ),
    0,
    e.index,
    fn.family[0],
    scope,
  );
}

/** phi of every entry: the entries' indices are parameters of the scalar function. */
const elementwise = (fn: FunctionSymbol, order: number, u: Term): Term =>
  jet(fn, [order], [u], u.shape);

function builtin(name: string, order: number, u: Term): Term {
  const names = letters(u.shape.length);
  const ones = (): Term =>
    contract([], [], names, Object.fromEntries(u.shape.map((d, i) => [names[i] as string, d])));
  const times = (c: bigint, t: Term): Term => contract([number(ratio(c)), t], ['', names], names);
  if (name === 'identity') return order === 0 ? u : order === 1 ? ones() : zeros(u.shape);
  if (name === 'square') {
    if (order === 0) spendOnProduct([u, u]);
    return order === 0
      ? contract([u, u], [names, names], names)
      : order === 1
        ? times(2n, u)
        : order === 2
          ? times(2n, ones())
          : zeros(u.shape);
  }
  if (name === 'softmax') {
    const [n] = u.shape.slice(-1);
    if (order > 0 || n === undefined) throw new NotLowerable('this derivative of softmax');
    // of a matrix, row by row
    return jet({ name, family: [], inputs: [n], output: n }, [0], [u], u.shape.slice(0, -1));
  }
  return elementwise({ name, family: [], inputs: [null], output: null }, order, u);
}

/**
 * What mentions a bound index as a term with one more axis, first: its coordinate vectors are fused
 * into one wire.
 */
function overData(body: Expr, { index, to: end }: Range, scope: Scope): Term {
  const to = kernelDim(end);
  const inner: Scope = {
    ...scope,
    indices: new Map([...scope.indices, [index, to]]),
    conditions: [],
  };
  const term = lower(body, inner);
  if ([...scope.sequences.values()].some((s) => madeOf(s).some((t) => occurs(`#${index}`, t))))
    throw new NotLowerable('a power under a sum over data');
  refuseDemands(inner, index);
  return bind(term, index, to);
}

/** A sum over a bound index is a wire that is summed. */
function reduced(e: Expr & { kind: 'reduce' }, scope: Scope): Term {
  const open = overData(e.body, e.range, scope);
  const names = letters(e.body.shape.filter((d) => d !== '1').length);
  const sum = contract([open], [`z${names}`], names);
  return e.how === 'sum'
    ? sum
    : contract([sum, dimension(kernelDim(e.range.to), -1)], [names, ''], names);
}
