/**
 * Expressions of the language as terms of the kernel: total there, for the claim's conditions are
 * written out before.
 */
import { occurs } from '../../kernel/occurrence.ts';
import { contract, dimension, variable } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import type { Expr, Range } from '../../language/ast.ts';
import { placeText, readPlace } from '../../language/layers.ts';
import { kernelDim } from '../../operators/parts.ts';
import { detTerm, diagonalTerm } from '../../operators/terms.ts';
import {
  isDepth,
  layerMember,
  madeOf,
  refuseDependence,
  sequenceAt,
  throughSequences,
  underDepth,
} from './layers.ts';
import { lowerCall, lowerJet } from './lower-call.ts';
import { lowerOperator } from './lower-operator.ts';
import { slope } from './lower-derivative.ts';
import { lowerExpectation } from './lower-expectation.ts';
import {
  NotLowerable,
  type Scope,
  axes,
  bind,
  familyOf,
  refuseDemands,
  tensorShape,
} from './scope.ts';
import { constant, fix, letters, rational } from './sizes-of-terms.ts';

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
      return dimension(kernelDim(e.dim));
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
      return lowerOperator(e, scope, lower);
    case 'call':
      return lowerCall(e, scope, lower);
    case 'jet':
      return lowerJet(e, scope, lower);
    case 'derivative':
      return derivative(e, scope);
    case 'entry':
      return entryTerm(e, scope);
    case 'reduce':
      return isDepth(e.range, e.body, scope) ? added(e, scope) : reduced(e, scope);
    case 'expectation':
      return lowerExpectation(e, scope, lower);
    case 'product':
      return product(e, scope);
    case 'kernel':
      throw new NotLowerable(
        'a kernel can only be compared by = or != with another kernel, or follow in',
      );
  }
}

function derivative(e: Expr & { kind: 'derivative' }, scope: Scope): Term {
  const d = scope.declarations.get(e.by);
  if (!d) throw new NotLowerable(`${e.by} is not declared`);
  const by = (t: Term): Term => {
    // a product over layers is a name of its own, which does not show what it depends on
    if (throughSequences(t, e.by, scope))
      throw new NotLowerable(`the derivative of a product over layers or a power by ${e.by}`);
    if (!d.family || !e.index || !scope.layers.has(d.family.to)) {
      const whole = slope(t, e.by, tensorShape(d), scope);
      return fix(whole, t.shape.length, e.index, familyOf(d)[0], scope);
    }
    refuseDependence(t, e.by, e.index);
    const member = layerMember(d, e.index, scope);
    return slope(t, `${e.by}[${placeText(e.index)}]`, member.shape, scope);
  };
  const body = lower(e.body, { ...scope, by: [...(scope.by ?? []), e.by] });
  return e.which === 'hess' ? by(by(body)) : by(body);
}

/** Factors over layers; scalars over data are a determinant of a diagonal matrix. */
function product(e: Expr & { kind: 'product' }, scope: Scope): Term {
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
