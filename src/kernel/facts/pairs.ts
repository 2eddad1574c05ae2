/**
 * `pair`: which index of the product dimension each pair of indices is, (i, j) being i·p + j for
 * m×p. Each fact is stated of a shape, which any matrix of that shape gives. Source: division with
 * remainder.
 */
import { equal } from '../formula.ts';
import { contract, identity, pair } from '../graph.ts';
import { productDim } from '../dimension.ts';
import { fail } from '../seal.ts';
import type { Dim, Term } from '../term.ts';
import { matrix, facts, type Facts } from './fact.ts';

const source = 'division with remainder';
const shapeOf = (a: Term | undefined): [Dim, Dim] => matrix(a).shape as [Dim, Dim];
const ones = (...dims: readonly Dim[]): Term => {
  const names = 'ijk'.slice(0, dims.length);
  return contract([], [], names, Object.fromEntries(dims.map((d, i) => [names[i] as string, d])));
};

export const pairs: Facts = facts([
  //  every pair of indices has one index of the product
  [
    'a pair has one place',
    {
      source,
      statement: (a) => {
        const [m, p] = shapeOf(a);
        return equal(contract([pair(m, p)], ['ijr'], 'ij'), ones(m, p));
      },
    },
  ],
  [
    'a place has one pair',
    {
      source,
      statement: (a) => {
        const [m, p] = shapeOf(a);
        return equal(contract([pair(m, p)], ['ijr'], 'r'), ones(productDim(m, p)));
      },
    },
  ],
  //  pair_ijr pair_klr = δ_ik δ_jl pair_ijr
  [
    'pairs at one place are equal',
    {
      source,
      statement: (a) => {
        const [m, p] = shapeOf(a);
        return equal(
          contract([pair(m, p), pair(m, p)], ['ijr', 'klr'], 'ijklr'),
          contract([pair(m, p)], ['ijr'], 'ijijr'),
        );
      },
    },
  ],
  //  pair_ijr pair_ijs = δ_rs pair_ijr
  [
    'places of one pair are equal',
    {
      source,
      statement: (a) => {
        const [m, p] = shapeOf(a);
        return equal(
          contract([pair(m, p), pair(m, p)], ['ijr', 'ijs'], 'ijrs'),
          contract([pair(m, p)], ['ijr'], 'ijrr'),
        );
      },
    },
  ],
  //  ((i, j), k) and (i, (j, k)) have the same place in a tensor m×n×p
  [
    'pairs of pairs',
    {
      source,
      statement: (a) => {
        const [m, n, p] =
          a?.shape.length === 3
            ? (a.shape as [Dim, Dim, Dim])
            : fail('a tensor of three dimensions is wanted');
        const left = contract([pair(m, n), pair(productDim(m, n), p)], ['ijq', 'qkr'], 'ijkr');
        return equal(
          left,
          contract([pair(n, p), pair(m, productDim(n, p))], ['jkq', 'iqr'], 'ijkr'),
        );
      },
    },
  ],
  //  where one of the two dimensions is 1, the place is the other index
  [
    'a pair with 1',
    {
      source,
      statement: (a) => {
        const [m, p] = shapeOf(a);
        if (m !== '1' && p !== '1') return fail('a dimension 1 is wanted');
        return m === '1'
          ? equal(contract([pair(m, p)], ['ijr'], 'jr'), identity(p))
          : equal(contract([pair(m, p)], ['ijr'], 'ir'), identity(m));
      },
    },
  ],
]);
