/**
 * Dimensions that are sums, and the matrices that put parts into a whole: of sizes m and n, the
 * m×(m+n) matrix [I, 0] and the n×(m+n) matrix [0, I]. In the kernel a sum is a name of its own,
 * and so is each of these matrices; what is
 * `partsFacts` are the facts about them and their sizes.
 */
import type { Dim, Shape } from '../language/ast.ts';
import { equal, type Formula } from '../kernel/formula.ts';
import { add, contract, dimension, identity, number, variable, zeros } from '../kernel/graph.ts';
import { one } from '../kernel/ratio.ts';
import type { Term } from '../kernel/term.ts';
import { factorsOf, isSum, sumDim, summandsOf } from './dimension.ts';

/** A dimension in the kernel: a sum is one name, as `#m⊕n`. */
export const kernelDim = (dim: Dim): Dim =>
  isSum(dim) ? `#${dim.replaceAll('+', '⊕').replaceAll('*', '⊗')}` : dim;

/** The kernel's axes of a shape: a dimension that is literally 1 has no wire. */
export const kernelAxes = (shape: Shape): Dim[] => shape.filter((d) => d !== '1').map(kernelDim);

/** Numbers in a row: their places are those of `x[1]`, `x[2]`. */
const areNumbers = (sizes: readonly Dim[]): boolean => sizes.every((s) => s === '1');

/**
 * What puts part k, counted from 0, into the whole: k-th rows of the identity; a vector where the
 * part is one row.
 */
export const partTerm = (sizes: readonly Dim[], k: number): Term => {
  const total = kernelDim(sumDim(...sizes));
  if (areNumbers(sizes)) return variable(`#${k + 1}`, [total]);
  const size = sizes[k] as Dim;
  const name = `#${sizes.join('∥').replaceAll('+', '⊕').replaceAll('*', '⊗')}.${k + 1}`;
  return variable(name, [...kernelAxes([size]), total]);
};

/** P Q' of two parts: their inner products. */
const across = (a: Term, b: Term): Term =>
  contract(
    [a, b],
    [a.shape.length === 2 ? 'ik' : 'k', b.shape.length === 2 ? 'jk' : 'k'],
    `${a.shape.length === 2 ? 'i' : ''}${b.shape.length === 2 ? 'j' : ''}`,
  );

/** Σ P'P: the identity of the whole. */
const together = (p: Term): Term =>
  p.shape.length === 2 ? contract([p, p], ['ik', 'il'], 'kl') : contract([p, p], ['k', 'l'], 'kl');

/** A sum is as large as its summands together. */
export const sumFact = (dim: Dim): Formula => {
  const product = (d: Dim): Term =>
    contract(
      factorsOf(d).map((f) => dimension(f)),
      factorsOf(d).map(() => ''),
      '',
    );
  return equal(dimension(kernelDim(dim)), add(...summandsOf(dim).map(product)));
};

/** The rows of all parts together are those of the identity. */
export const partsFacts = (sizes: readonly Dim[]): Formula[] => {
  const parts = sizes.map((_, k) => partTerm(sizes, k));
  const total = kernelDim(sumDim(...sizes));
  const own = parts.map((p) =>
    equal(across(p, p), p.shape.length === 2 ? identity(p.shape[0] as Dim) : number(one)),
  );
  const apart = parts.flatMap((p, i) =>
    parts.slice(i + 1).map((q) => {
      const product = across(p, q);
      return equal(product, zeros(product.shape));
    }),
  );
  // one row of the identity has one entry, 1
  const places = areNumbers(sizes)
    ? parts.flatMap((e) => [
        equal(contract([e, e], ['i', 'i'], 'i'), e),
        equal(contract([e], ['i'], ''), number(one)),
      ])
    : [];
  return [...own, ...places, ...apart, equal(add(...parts.map(together)), identity(total))];
};
