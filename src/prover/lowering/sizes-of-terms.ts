/** Numbers, powers and counts of dimensions as terms of the kernel. */
import { contract, identity, number, zeros } from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import type { Expr, Index, Shape } from '../../language/ast.ts';
import { atomsOf } from '../../operators/dimension.ts';
import { detTerm } from '../../operators/terms.ts';
import { type Scope, axes, coordinate } from './scope.ts';

export const letters = (k: number, from = 97): string =>
  Array.from({ length: k }, (_, i) => String.fromCharCode(from + i)).join('');

export function rational(text: string): Term {
  const [num = '0', den = '1'] = text.split('/');
  return number(ratio(BigInt(num), BigInt(den)));
}

/** Fixes a family's index, the axis `axis` of a term, at a coordinate. */
export function fix(
  term: Term,
  axis: number,
  index: Index | null,
  dim: Dim | undefined,
  scope: Scope,
): Term {
  if (index === null || dim === undefined) return term;
  const names = letters(term.shape.length);
  const at = names[axis] as string;
  return contract([term, coordinate(index, dim, scope.depth)], [names, at], names.replace(at, ''));
}

export function constant(which: 'identity' | 'zero' | 'ones', shape: Shape): Term {
  const dims = axes(shape);
  if (which === 'zero') return zeros(dims);
  if (which === 'identity') return dims.length === 0 ? number(ratio(1n)) : identity(dims[0] as Dim);
  return contract(
    [],
    [],
    letters(dims.length),
    Object.fromEntries(dims.map((d, i) => [letters(dims.length)[i] as string, d])),
  );
}

/** These join the monomials of their arguments, all others multiply them out. */
export const additive: ReadonlySet<string> = new Set(['add', 'sub', 'neg']);

/** c^n with n a dimension is det(c I): a determinant multiplies. */
export const dimensionPower = (c: Term, n: Dim): Term =>
  detTerm(contract([c, identity(n)], ['', 'ij'], 'ij'));

export const isSize = (dim: Dim, scope: Scope): boolean =>
  [...scope.declarations.values()].some(
    ({ type }) => type.kind === 'tensor' && type.shape.some((d) => atomsOf(d).includes(dim)),
  );

/** A symbolic exponent, as `L` or `k-1`. */
export function countOf(e: Expr): Index | null {
  if (e.kind === 'dimension') return e.dim.includes('[') ? null : { name: e.dim, offset: 0 };
  if (e.kind === 'index') return { name: e.name, offset: 0 };
  if (e.kind !== 'operator' || (e.operator !== 'add' && e.operator !== 'sub')) return null;
  const [a, b] = e.args;
  const [named, constant] = a?.kind === 'number' ? [b, a] : [a, b];
  const place = named && countOf(named);
  if (!place || constant?.kind !== 'number') return null;
  return {
    name: place.name,
    offset: place.offset + (e.operator === 'sub' ? -1 : 1) * Number(constant.value),
  };
}
