/**
 * Which matrices are symmetric by their form, as S B S and A' A are: no bracket tells that two
 * irrational numbers are equal.
 */
import type { Expr } from '../language/ast.ts';
import { isPoint, type Bracket } from '../numbers/bracket.ts';
import { equal } from '../numbers/rational.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import type { Scope } from './scope.ts';

/** An expression without its places. */
const textOf = (e: Expr): string =>
  JSON.stringify(e, (key, value: unknown) => (key === 'span' ? undefined : value));

type IsSymmetric = (name: string) => boolean;

const alwaysSymmetric: ReadonlySet<string> = new Set(['sqrtm', 'logm', 'matpow', 'modulus']);
/** f(A') = f(A)'. */
const turning: ReadonlySet<string> = new Set(['inv', 'adj', 'pinv', 'expm']);

const factors = (e: Expr): readonly Expr[] =>
  e.kind === 'operator' && e.operator === 'mul' ? e.args.flatMap(factors) : [e];

/** Summands with their signs. */
const summands = (e: Expr, sign: 1 | -1): readonly (readonly [Expr, 1 | -1])[] => {
  const [a, b] = e.kind === 'operator' ? e.args : [];
  if (e.kind !== 'operator' || a === undefined) return [[e, sign]];
  const other = sign === 1 ? -1 : 1;
  if (e.operator === 'neg') return summands(a, other);
  if ((e.operator === 'add' || e.operator === 'sub') && b !== undefined)
    return [...summands(a, sign), ...summands(b, e.operator === 'add' ? sign : other)];
  return [[e, sign]];
};

/** A text of e, or with `turned` of its transpose, such that equal texts are equal matrices. */
const form = (e: Expr, turned: boolean, symmetric: IsSymmetric): string => {
  const again = (x: Expr, flip = turned): string => form(x, flip, symmetric);
  const plain = (same: boolean): string => `${textOf(e)}${turned && !same ? "'" : ''}`;
  if (e.shape.length === 0) return textOf(e);
  if (e.kind === 'variable') return plain(e.index === null && symmetric(e.name));
  if (e.kind === 'constant') return plain(e.which !== 'ones');
  if (e.kind !== 'operator') return plain(false);
  const [a, b] = e.args;
  if (a === undefined) return plain(false);
  if (e.operator === 'transpose') return again(a, !turned);
  if (['add', 'sub', 'neg'].includes(e.operator))
    return `(${summands(e, 1)
      .map(([x, sign]) => `${sign === 1 ? '+' : '-'}${again(x)}`)
      .toSorted()
      .join(' ')})`;
  if (e.operator === 'mul') {
    const all = factors(e);
    const scalars = all.filter((x) => x.shape.length === 0).map(textOf);
    const rest = all.filter((x) => x.shape.length > 0).map((x) => again(x));
    return [...scalars.toSorted(), ...(turned ? rest.toReversed() : rest)].join(' * ');
  }
  if (e.operator === 'div' && b !== undefined) return `${again(a)} / (${textOf(b)})`;
  if (e.operator === 'pow' && b !== undefined) return `(${again(a)})^(${textOf(b)})`;
  if ((e.operator === 'hadamard' || e.operator === 'kron') && b !== undefined)
    return `${e.operator}(${again(a)}, ${again(b)})`;
  if (turning.has(e.operator)) return `${e.operator}(${again(a)})`;
  return plain(alwaysSymmetric.has(e.operator) || (e.operator === 'diag' && e.shape.length === 2));
};

const isMirrored = <T>(value: Tensor<T>): boolean => {
  const [m = 1, n = 1] = value.shape;
  if (m !== n) return false;
  return value.data.every((x, k) => {
    const mirror: unknown = value.data[(k % n) * n + Math.floor(k / n)];
    const own: unknown = x;
    if (own === mirror) return true;
    const [p, q] = [own as Bracket, mirror as Bracket];
    return isPoint(p) && isPoint(q) && equal(p, q);
  });
};

/** Whether the values of expressions are symmetric by form at a point; for brackets alone. */
export const symmetricByForm = (
  sides: readonly Expr[],
): (<T>({ field, at }: Scope<T>) => boolean) => {
  const known = new Map<string, boolean>();
  return ({ field, at }) => {
    if (!field.name.startsWith('brackets')) return false;
    const names: string[] = [];
    for (const [name, held] of at.values)
      if (held.kind === 'tensor' && isMirrored(held.tensor)) names.push(name);
    const key = names.join(' ');
    let symmetric = known.get(key);
    if (symmetric === undefined) {
      const has = (name: string): boolean => names.includes(name);
      symmetric = sides.every((e) => form(e, false, has) === form(e, true, has));
      known.set(key, symmetric);
    }
    return symmetric;
  };
};

/**
 * The value of an expression, an entry and its mirror image one object where the form says that
 * they are equal; for brackets alone.
 */
export const mirroredByForm = (
  sides: readonly Expr[],
): (<T>(scope: Scope<T>, value: Tensor<T>) => Tensor<T>) => {
  const isSymmetric = symmetricByForm(sides);
  return (scope, value) => {
    const [m = 1, n = 1] = value.shape;
    if (m !== n || n === 1 || isMirrored(value) || !isSymmetric(scope)) return value;
    return tensor(
      value.shape,
      value.data.map((x, k) =>
        Math.floor(k / n) <= k % n ? x : value.data[(k % n) * n + Math.floor(k / n)]!,
      ),
    );
  };
};
