/** What the predicates abbreviate, and what an inverse is. */
import {
  and,
  equal,
  exists,
  forall,
  implies,
  is,
  less,
  not,
  type Bound,
  type Formula,
  type Predicate,
} from '../formula.ts';
import { occurs } from '../occurrence.ts';
import { text } from '../entry.ts';
import { contract, identity, inverse, number, permute, variable, zeros } from '../graph.ts';
import { one, ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { conclusion, wants } from './tools.ts';

/** A name that none of the terms uses. */
export function freshName(given: string, ...terms: readonly Term[]): string {
  const stem = text(given);
  for (let k = 0; ; k++) {
    const name = k === 0 ? stem : `${stem}${k}`;
    if (!terms.some((t) => occurs(name, t))) return name;
  }
}

function unfolded(p: Predicate, a: Term): Formula {
  const [m, n] = a.shape as [Dim, Dim];
  const other = (name: string, rows: Dim, columns: Dim): { bound: Bound; term: Term } => {
    const free = freshName(name, a);
    return {
      bound: { kind: 'tensor', name: free, shape: [rows, columns] },
      term: variable(free, [rows, columns]),
    };
  };
  const times = (x: Term, y: Term): Term => contract([x, y], ['ij', 'jk'], 'ik');
  const form = (u: Term): Term => contract([u, a, u], ['i', 'ij', 'j'], '');
  switch (p) {
    case 'onto': {
      const r = other('R#', n, m);
      return exists(r.bound, equal(times(a, r.term), identity(m)));
    }
    case 'one-to-one': {
      const l = other('L#', n, m);
      return exists(l.bound, equal(times(l.term, a), identity(n)));
    }
    case 'invertible': {
      const b = other('B#', n, m);
      return exists(
        b.bound,
        and(equal(times(a, b.term), identity(m)), equal(times(b.term, a), identity(n))),
      );
    }
    case 'psd':
    case 'pd': {
      const name = freshName('u#', a);
      const u = variable(name, [n]);
      const value =
        p === 'pd'
          ? implies(not(equal(u, zeros([n]))), less(number(ratio(0n)), form(u), true))
          : less(number(ratio(0n)), form(u), false);
      return and(equal(a, permute(a, [1, 0])), forall({ kind: 'tensor', name, shape: [n] }, value));
    }
  }
}

export const definitionRules = (make: Make) => {
  /** A predicate is equivalent to what it abbreviates: (P ⇒ D) ∧ (D ⇒ P). */
  function definition(p: Predicate, subject: Term): Theorem {
    const [f, d] = [is(p, subject), unfolded(p, subject)];
    return make('definition', [p, subject], and(implies(f, d), implies(d, f)));
  }

  /** From A invertible: A inv(A) = I ∧ inv(A) A = I. From s ≠ 0: s · 1/s = 1. */
  function inverseOf(t: Theorem): Theorem {
    const f = conclusion(t);
    if (f.kind === 'is' && f.predicate === 'invertible') {
      const [a, b, n] = [f.subject, inverse(f.subject), f.subject.shape[0] as Dim];
      const product = (x: Term, y: Term): Formula =>
        equal(contract([x, y], ['ij', 'jk'], 'ik'), identity(n));
      return make('inverse', [], and(product(a, b), product(b, a)), { from: [t] });
    }
    const nonzero =
      f.kind === 'not' && f.body.kind === 'equal'
        ? f.body
        : fail('an inverse needs an invertible matrix or a scalar that is not 0');
    const s = nonzero.left;
    wants(s.shape.length === 0 && nonzero.right.monomials.length === 0, 'a reciprocal needs s ≠ 0');
    return make('inverse', [], equal(contract([s, inverse(s)], ['', ''], ''), number(one)), {
      from: [t],
    });
  }

  return { definition, inverseOf };
};
