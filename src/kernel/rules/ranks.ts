/** Ranks: by inclusions of kernels, of onto matrices, of the transpose. */
import {
  and,
  boundName,
  equal,
  forall,
  implies,
  is,
  type Bound,
  type Formula,
} from '../formula.ts';
import { occurs } from '../occurrence.ts';
import { contract, permute, operation, variable, zeros } from '../graph.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { expect, same, size, wants } from './tools.ts';

const rank = (a: Term): Term => operation('rank', a);
const applied = (a: Term, v: Term): Formula =>
  equal(contract([a, v], ['ij', 'j'], 'i'), zeros([a.shape[0] as Dim]));

export const rankRules = (make: Make) => {
  /**
   * From ∀v (A v = 0 ⇒ B v = 0) and ∀v (B v = 0 ⇒ A v = 0): rank A = rank B. Source: rank plus
   * nullity.
   */
  function rankByKernel(a: Term, b: Term, there: Theorem, back: Theorem): Theorem {
    const [f, g] = [expect(there, 'forall'), expect(back, 'forall')];
    wants(
      a.shape.length === 2 && b.shape.length === 2 && a.shape[1] === b.shape[1],
      'kernels of matrices with different numbers of columns',
    );
    const wanted = (x: Term, y: Term, bound: Bound): Formula => {
      const name = boundName(bound);
      wants(!occurs(name, a) && !occurs(name, b), `${name} is free in the matrices`);
      const v = variable(name, [a.shape[1] as Dim]);
      return forall(
        { kind: 'tensor', name, shape: v.shape },
        implies(applied(x, v), applied(y, v)),
      );
    };
    wants(
      same(f, wanted(a, b, f.bound)) && same(g, wanted(b, a, g.bound)),
      'these are not inclusions of the kernels',
    );
    return make('rank by kernels', [a, b], equal(rank(a), rank(b)), { from: [there, back] });
  }
  /** (A onto ⇒ rank A = m) ∧ (rank A = m ⇒ A onto), A m×n. */
  function rankOnto(a: Term): Theorem {
    const full = equal(rank(a), size(a.shape[0] as Dim));
    return make(
      'rank of an onto matrix',
      [a],
      and(implies(is('onto', a), full), implies(full, is('onto', a))),
    );
  }
  /** rank A' = rank A. */
  function rankTranspose(a: Term): Theorem {
    wants(a.shape.length === 2, 'the rank applies to matrices');
    return make('rank of the transpose', [a], equal(rank(permute(a, [1, 0])), rank(a)));
  }

  return { rankByKernel, rankOnto, rankTranspose };
};
