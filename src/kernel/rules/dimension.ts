/** Counting dimensions: one-sided inverses. */
import { equal, less } from '../formula.ts';
import { contract, identity } from '../graph.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { conclusion, same, size, wants } from './tools.ts';

/** Reads A B = I off a theorem: both factors' shapes. */
function productIsIdentity(a: Term, b: Term, t: Theorem): { rows: Dim; inner: Dim } {
  const [rows, inner] = a.shape as [Dim, Dim];
  wants(
    a.shape.length === 2 && b.shape.length === 2 && b.shape[0] === inner && b.shape[1] === rows,
    'A B = I wants A m×n and B n×m',
  );
  wants(
    same(conclusion(t), equal(contract([a, b], ['ij', 'jk'], 'ik'), identity(rows))),
    'this theorem is not A B = I',
  );
  return { rows, inner };
}

export const dimensionRules = (make: Make) => {
  /** From A B = I with A m×n: m ≤ n. The identity of rank m factors through n dimensions. */
  function fat(a: Term, b: Term, t: Theorem): Theorem {
    const { rows, inner } = productIsIdentity(a, b, t);
    return make('rank of the identity', [a, b], less(size(rows), size(inner), false), {
      from: [t],
    });
  }
  /** From A B = I with square A: B A = I. A one-sided inverse of a square matrix is two-sided. */
  function oneSided(a: Term, b: Term, t: Theorem): Theorem {
    const { rows, inner } = productIsIdentity(a, b, t);
    wants(rows === inner, 'only a square matrix has its one-sided inverses two-sided');
    return make(
      'one-sided inverse',
      [a, b],
      equal(contract([b, a], ['ij', 'jk'], 'ik'), identity(rows)),
      { from: [t] },
    );
  }

  return { fat, oneSided };
};
