/**
 * Matrices that send only 0 to 0, because their quadratic form is positive, or negative, at every
 * other vector.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, zeros } from '../../kernel/graph.ts';
import { equal, less, not } from '../../kernel/formula.ts';
import { assume, classical, weak } from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import type { Context } from '../known/context.ts';
import { flipped } from '../derived/equations.ts';
import { withFact } from '../known/facts.ts';
import type { Vanishing } from '../rewriting/invertible.ts';
import { absurd } from '../derived/labelled.ts';
import { parts } from '../derived/norm-parts.ts';
import type { Prove } from '../known/strategy.ts';
import { askedFor } from '../known/purposes.ts';

/** v = 0 because v'A v = 0, which is positive, or negative, for v ≠ 0. */
export const byForm =
  (a: Term, ctx: Context, prove: Prove): Vanishing =>
  (v, known) => {
    const nothing = equal(v, zeros(v.shape));
    // v'A v = 0 for an antisymmetric A
    const counts =
      a.monomials.length < 5
        ? parts(a).filter(
            (part) =>
              a.monomials.length < 2 ||
              !byEquations(contract([v, part, v], ['i', 'ij', 'j'], ''), zeros([]), ctx, {
                rounds: 1,
                rows: 12,
                weight: 24,
              }),
          )
        : [a];
    const form = contract([v, counts.length === 0 ? a : add(...counts), v], ['i', 'ij', 'j'], '');
    const killed = byEquations(form, zeros([]), known, { rounds: 2, rows: 40, weight: 24 });
    // without A v = 0, which would rewrite the form away
    const contradiction =
      killed &&
      withFact(
        askedFor(ctx, 'kernels'),
        { theorem: assume(not(nothing)), name: 'assumption' },
        (c) => {
          const sign =
            prove(less(zeros([]), form, true), c) ?? prove(less(form, zeros([]), true), c);
          const f = sign?.conclusion;
          return sign && f?.kind === 'less'
            ? absurd([sign, weak(f.left.monomials.length === 0 ? killed : flipped(killed))])
            : null;
        },
      );
    return contradiction && classical(nothing, contradiction);
  };
