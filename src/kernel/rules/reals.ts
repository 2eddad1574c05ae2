/** The ordered field of the reals: squares, inequalities, their sums. */
import { list, own, truth } from '../entry.ts';
import { and, equal, falsum, less, or, type Formula } from '../formula.ts';
import { substitute } from '../calculus.ts';
import { occurs } from '../occurrence.ts';
import { contract, identity, number, scale, variable, zeros } from '../graph.ts';
import { copyRatio, one, ratio, type Ratio } from '../ratio.ts';
import { fail, sealedTerms } from '../seal.ts';
import { Theorem, type Make } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { collect, type Label } from '../write.ts';
import { conclusion, expect, minus, minusOne, same, wants } from './tools.ts';

const squareOf = (t: Term): Term => {
  const all = t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return contract([t, t], [all, all], '');
};
/**
 * One summand of a certificate of sign: a positive number times theorems 0 ≤ a_j or 0 < a_j times
 * sums of squares.
 */
export interface Summand {
  readonly coefficient: Ratio;
  readonly facts: readonly Theorem[];
  readonly squares: readonly Term[];
}
/** Summands from outside, each part read once. */
const copySummands = (given: unknown): Summand[] =>
  list(
    given,
    (s): Summand => ({
      coefficient: copyRatio(own(s, 'coefficient')),
      facts: list(own(s, 'facts'), (t) => Theorem.demand(t as Theorem)),
      squares: sealedTerms(own(s, 'squares')),
    }),
  );

/**
 * The graphs that must cancel for a certificate of sign: right − left less the summands. The labels
 * of `order` are for these.
 */
export const orderResidue = (
  left: Term,
  right: Term,
  summands: readonly Summand[],
): Term['monomials'] => remainder(left, right, copySummands(summands));
function remainder(left: Term, right: Term, summands: readonly Summand[]): Term['monomials'] {
  const parts = summands.map(({ coefficient, facts, squares: terms }) => {
    wants(coefficient.num > 0n, 'a summand with a coefficient that is not positive');
    const factors = facts.map((t) => {
      const f = expect(t, 'less');
      return minus(f.right, f.left);
    });
    const all = [...factors, ...terms.map(squareOf)];
    return scale(
      coefficient,
      all.length === 0
        ? number(one)
        : contract(
            all,
            all.map(() => ''),
            '',
          ),
    );
  });
  return [right, scale(minusOne, left), ...parts.map((p) => scale(minusOne, p))].flatMap(
    (t) => t.monomials,
  );
}

/** A coordinate vector is one whose entries are 0 or 1 and add up to 1. */
const isCoordinate = (e: Term): Formula =>
  and(equal(contract([e, e], ['i', 'i'], 'i'), e), equal(contract([e], ['i'], ''), number(one)));

/** ∀v φ(v), or ∀v (v is a coordinate vector ⇒ φ(v)): φ, which holds of the standard basis. */
function onBasis(t: Theorem): { name: string; n: Dim; body: Formula } {
  const { bound, body } = expect(t, 'forall');
  if (bound.kind !== 'tensor' || bound.shape.length !== 1)
    return fail('the basis wants a statement for every vector');
  const n = bound.shape[0] as Dim;
  const guarded =
    body.kind === 'implies' && same(body.left, isCoordinate(variable(bound.name, [n])));
  return { name: bound.name, n, body: guarded ? body.right : body };
}
/** The term at each vector of the standard basis: one axis more, first. */
function onEach(side: Term, name: string, n: Dim): Term {
  const names = side.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return occurs(name, side)
    ? substitute(side, name, { kind: 'term', term: identity(n) }, [n])
    : contract([side], [names], `z${names}`, { z: n });
}

export const orderRules = (make: Make) => {
  /**
   * From Σ t² = 0 (over all indices of t): t = 0. A sum of squares of reals vanishes only if each
   * does.
   */
  function squares(term: Term, t: Theorem): Theorem {
    wants(
      same(equal(squareOf(term), number(ratio(0n))), conclusion(t)),
      'no sum of squares of this term',
    );
    return make('squares', [term], equal(term, zeros(term.shape)), { from: [t] });
  }

  /**
   * left ≤ right (or <), because right − left is a sum of products of quantities known to be ≥ 0
   * (or > 0).
   */
  function order(
    left: Term,
    right: Term,
    strict: boolean,
    given: readonly Summand[],
    labels: readonly Label[] = [],
  ): Theorem {
    const summands = copySummands(given);
    const certain = ({ facts, squares: terms }: Summand): boolean =>
      terms.length === 0 && facts.every((t) => expect(t, 'less').strict);
    wants(!truth(strict) || summands.some(certain), 'no summand is strictly positive');
    const rest = collect(remainder(left, right, summands), labels);
    if (rest.size > 0)
      fail(
        `the two sides differ from the certificate by ${[...rest.keys()].slice(0, 3).join(' and ')}`,
      );
    return make(
      'order',
      summands.map((s) => [s.coefficient, s.facts.length, s.squares]),
      less(left, right, strict),
      { from: summands.flatMap((s) => s.facts) },
    );
  }
  /** a ≤ b ∨ b < a. */
  const comparable = (a: Term, b: Term): Theorem =>
    make('comparable', [a, b], or(less(a, b, false), less(b, a, true)));
  /** From a < a: false. */
  function asymmetry(t: Theorem): Theorem {
    const f = expect(t, 'less');
    wants(
      f.strict && collect(minus(f.right, f.left).monomials).size === 0,
      'no contradiction in this inequality',
    );
    return make('asymmetry', [], falsum, { from: [t] });
  }
  /** From a = b: a ≤ b. */
  function weak(t: Theorem): Theorem {
    const f = expect(t, 'equal');
    return make('weak', [], less(f.left, f.right, false), { from: [t] });
  }
  /** From a ≤ b and b ≤ a: a = b. */
  function antisymmetry(t: Theorem, u: Theorem): Theorem {
    const [f, g] = [expect(t, 'less'), expect(u, 'less')];
    wants(
      same(equal(f.left, f.right), equal(g.right, g.left)),
      'the second is not the converse of the first',
    );
    return make('antisymmetry', [], equal(f.left, f.right), { from: [t, u] });
  }
  /**
   * From Γ ⊢ ∀v (a(v) ≤ b(v)), v ∈ R^n, or from the same for coordinate vectors v alone: Σ_k a(e_k)
   * ≤ Σ_k b(e_k) over the standard basis. So 0 ≤ v'Av for all v gives 0 ≤ tr A.
   */
  function overBasis(t: Theorem): Theorem {
    const { name, n, body } = onBasis(t);
    if (body.kind !== 'less')
      return fail('a sum over the basis wants an inequality for every vector');
    const summed = (side: Term): Term => contract([onEach(side, name, n)], ['k'], '');
    return make(
      'sum over the basis',
      [],
      less(summed(body.left), summed(body.right), body.strict),
      { from: [t] },
    );
  }
  /**
   * From Γ ⊢ ∀v (a(v) = b(v)), or from the same for coordinate vectors alone: a(e_k) = b(e_k), k a
   * further index, first.
   */
  function eachOfBasis(t: Theorem): Theorem {
    const { name, n, body } = onBasis(t);
    if (body.kind !== 'equal') return fail('an equation at each index wants one for every vector');
    return make(
      'at each of the basis',
      [],
      equal(onEach(body.left, name, n), onEach(body.right, name, n)),
      { from: [t] },
    );
  }

  return { squares, order, comparable, asymmetry, weak, antisymmetry, overBasis, eachOfBasis };
};
