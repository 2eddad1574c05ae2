/** Equations, definitions, the ordered field, dimensions. */
import { derivative } from './differentiate.ts';
import { mentions, roughIn } from './mentions.ts';
import { put } from './substitution.ts';
import { renaming } from './renaming.ts';
import {
  hole,
  inclusion,
  linear,
  matrix,
  nothing,
  onBasis,
  oneSided,
  square,
  times,
  unfolded,
  vanishes,
  zero,
} from './definitions.ts';
import {
  type Formula,
  both,
  compare,
  equal,
  equivalent,
  falsum,
  is,
  putIn,
  renamedIn,
} from './formula.ts';
import { demand, minus, q } from './rational.ts';
import { type Rule, listOf, ofKind, ratioOf, termOf, textOf } from './step.ts';
import {
  type Term,
  add,
  constant,
  ein,
  einsum,
  identity,
  inverse,
  labelsFor,
  less,
  operation,
  scale,
  size,
  zeros,
} from './term.ts';
import { type Dim, isDim, isNamedDim } from './dims.ts';

/** The basis is the rows of the identity: one vector for each k. */
const atEach = (t: Term, name: string, n: Dim): Term =>
  put(t, new Map([[name, { x: null, body: identity(n) }]]), [n]);

export const termRules: Readonly<Record<string, Rule>> = {
  ring: (a) => (demand(a.from.length === 0, 'no premises are wanted'), linear(a)),
  linear,
  replace: (a) => {
    a.takes(2, 1);
    const { left, right } = a.premise(0, 'equal');
    const filled = (t: Term): Formula => putIn(a.formula(0), hole, { x: null, body: t });
    a.same(filled(left), a.any(1), 'the context with the left side is another statement');
    return { conclusion: filled(right) };
  },
  differentiate: (a) => {
    a.takes(1, 2);
    const { left, right } = a.premise(0, 'equal');
    const [name, shape] = [a.text(0), listOf(a.given[1]).map(textOf)];
    a.closed(name, 0);
    demand(!/[[\]]/.test(name), 'a derivative by a member of a family');
    demand(
      !roughIn(left, name, true) && !roughIn(right, name, true),
      `${name} stands where no derivative is declared`,
    );
    return { conclusion: equal(derivative(left, name, shape), derivative(right, name, shape)) };
  },
  dimensions: (a) => {
    demand(a.from.length === 1, 'one premise is wanted');
    const pairs = a.given.map((p) => listOf(p).map(textOf) as [Dim, Dim]);
    demand(
      pairs.every((p) => p.length === 2 && isNamedDim(p[0]) && isDim(p[1])),
      'no renaming of dimensions',
    );
    const to = renaming(new Map(pairs));
    return {
      conclusion: renamedIn(a.any(0), to),
      instead: [...a.sequent(0).hypotheses.values()].map((h) => renamedIn(h, to)),
    };
  },

  definition: (a) => {
    a.takes(0, 2);
    const said = is(a.text(0), a.term(1));
    const [m, n] = a.term(1).shape as [Dim, Dim];
    return {
      conclusion: equivalent(
        said,
        (unfolded[a.text(0)] as (typeof unfolded)[string])(a.term(1), m, n),
      ),
    };
  },
  inverse: (a) => {
    a.takes(1, 0);
    const f = a.premise(0, 'is', 'not');
    if (f.kind === 'is') {
      demand(f.predicate === 'invertible', 'nothing declares invertible');
      const [A, B, I] = [f.subject, inverse(f.subject), identity(f.subject.shape[0] as Dim)];
      return {
        conclusion: both('and', equal(ein('ij,jk->ik', A, B), I), equal(ein('ij,jk->ik', B, A), I)),
      };
    }
    const { left, right } = ofKind(f.body, 'equal');
    demand(left.shape.length === 0 && zero(right), 's ≠ 0 is wanted');
    return { conclusion: equal(times(left, inverse(left)), constant(1n)) };
  },

  squares: (a) => {
    a.takes(1, 1);
    a.same(a.any(0), equal(square(a.term(0)), nothing), 'no sum of squares');
    return { conclusion: equal(a.term(0), zeros(a.term(0).shape)) };
  },
  order: (a) => {
    const goal = ofKind(a.goal, 'less', 'at most');
    let [at, certain] = [0, false];
    const parts = a.given.map((g) => {
      const [c, count, squares, ...more] = listOf(g);
      const coefficient = ratioOf(c);
      demand(
        more.length === 0 &&
          coefficient.n > 0n &&
          Number.isSafeInteger(count) &&
          (count as number) >= 0,
        'no positive multiple',
      );
      const facts = [...Array(count as number).keys()].map(() =>
        a.premise(at++, 'less', 'at most'),
      );
      const terms = listOf(squares).map(termOf);
      certain ||= terms.length === 0 && facts.every((f) => f.kind === 'less');
      return scale(
        coefficient,
        times(...facts.map((f) => less(f.right, f.left)), ...terms.map(square)),
      );
    });
    demand(at === a.from.length, 'a premise that is not used');
    demand(goal.kind === 'at most' || certain, 'nothing is strictly positive');
    vanishes(
      a.sameness,
      add(less(goal.right, goal.left), ...parts.map((t) => scale(minus(q(1n)), t))),
      'the summands do not give the difference',
    );
    return { conclusion: goal };
  },
  comparable: (a) => (
    a.takes(0, 2),
    {
      conclusion: both(
        'or',
        compare(a.term(0), a.term(1), false),
        compare(a.term(1), a.term(0), true),
      ),
    }
  ),
  asymmetry: (a) => {
    a.takes(1, 0);
    const f = a.premise(0, 'less');
    vanishes(a.sameness, less(f.right, f.left), 'this may be so');
    return { conclusion: falsum };
  },
  weak: (a) => (
    a.takes(1, 0),
    { conclusion: compare(a.premise(0, 'equal').left, a.premise(0, 'equal').right, false) }
  ),
  antisymmetry: (a) => {
    a.takes(2, 0);
    const [f, g] = [a.premise(0, 'less', 'at most'), a.premise(1, 'less', 'at most')];
    a.same(equal(f.left, f.right), equal(g.right, g.left), 'no converse');
    return { conclusion: equal(f.left, f.right) };
  },
  'sum over the basis': (a) => {
    const { name, n, body } = onBasis(a);
    const f = ofKind(body, 'less', 'at most');
    const summed = (t: Term): Term =>
      mentions(t, name) ? ein('k->', atEach(t, name, n)) : times(t, size(n));
    return { conclusion: compare(summed(f.left), summed(f.right), f.kind === 'less') };
  },
  'at each of the basis': (a) => {
    const { name, n, body } = onBasis(a);
    const f = ofKind(body, 'equal');
    const each = (t: Term): Term => {
      const l = labelsFor('e', t.shape);
      return mentions(t, name) ? atEach(t, name, n) : einsum(['z', ...l], [[t, l]], { z: n });
    };
    return { conclusion: equal(each(f.left), each(f.right)) };
  },

  'rank of the identity': (a) => {
    const { m, n } = oneSided(a);
    return { conclusion: compare(size(m), size(n), false) };
  },
  'one-sided inverse': (a) => {
    const { a: A, b: B, m, n } = oneSided(a);
    demand(m === n, 'a square matrix is wanted');
    return { conclusion: equal(ein('ij,jk->ik', B, A), identity(n)) };
  },
  'rank by kernels': (a) => {
    a.takes(2, 2);
    const [A, B] = [matrix(a.term(0)), matrix(a.term(1))];
    demand(A.shape[1] === B.shape[1], 'matrices with as many columns are wanted');
    inclusion(a, 0, A, B);
    inclusion(a, 1, B, A);
    return { conclusion: equal(operation('rank', A), operation('rank', B)) };
  },
  'rank of an onto matrix': (a) => {
    a.takes(0, 1);
    return {
      conclusion: equivalent(
        is('onto', a.term(0)),
        equal(operation('rank', a.term(0)), size(a.term(0).shape[0] as Dim)),
      ),
    };
  },
  'rank of the transpose': (a) => (
    a.takes(0, 1),
    {
      conclusion: equal(
        operation('rank', ein('ij->ji', matrix(a.term(0)))),
        operation('rank', a.term(0)),
      ),
    }
  ),
};
