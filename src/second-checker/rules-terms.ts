/** Equations, definitions, the ordered field, dimensions. */
import { derivative, mentions, put, renaming, roughIn } from './calculus.ts';
import {
  both,
  compare,
  equal,
  equivalent,
  falsum,
  is,
  key,
  not,
  putIn,
  quantify,
  renamedIn,
  termText,
  type Formula,
} from './formula.ts';
import { demand, minus, q, refuse } from './rational.ts';
import { Sameness } from './same.ts';
import {
  bindsName,
  listOf,
  ofKind,
  ratioOf,
  termOf,
  textOf,
  type Application,
  type Outcome,
  type Rule,
} from './step.ts';
import {
  add,
  alike,
  constant,
  ein,
  einsum,
  identity,
  inverse,
  isDim,
  isNamedDim,
  labelsFor,
  less,
  operation,
  scale,
  size,
  variable,
  zeros,
  type Dim,
  type Head,
  type Term,
} from './term.ts';

const hole = '□';
const nothing = constant(0n);
const zero = (t: Term): boolean => t.sum.length === 0;
const swap = (t: Term): Term => {
  const l = labelsFor('s', t.shape);
  const [y, x] = [l.pop() as string, l.pop() as string];
  return einsum([...l, y, x], [[t, [...l, x, y]]]);
};
/** Σ t², over all indices. */
const square = (t: Term): Term => {
  const l = labelsFor('s', t.shape);
  return einsum('', [
    [t, l],
    [t, l],
  ]);
};
const times = (...terms: readonly Term[]): Term =>
  einsum(
    '',
    terms.map((t) => [t, '']),
  );
const vanishes = (sameness: Sameness, t: Term, why: string): void => {
  const left = sameness.collect(t.sum);
  if (left.length > 0)
    refuse(
      `${why}: ${termText({ shape: t.shape, sum: left.slice(0, 3).map((m) => ({ ...m.mono, c: m.c })) })} is left`,
    );
};

/** The single factor that a term is, slot by slot; refuses any other term. */
function onlyHead(t: Term): Head {
  const [m] = t.sum;
  const [f] = m?.factors ?? [];
  const plain =
    m &&
    f &&
    t.sum.length === 1 &&
    m.factors.length === 1 &&
    m.c.n === 1n &&
    m.c.d === 1n &&
    m.powers.size === 0;
  return plain && new Set(m.free).size === m.free.length && alike(f.at, m.free)
    ? f.head
    : refuse('a symmetry of something other than a single factor');
}
function symmetries(a: Application, from: number): Sameness {
  const facts = a.from.slice(from).map((_, i) => {
    const { left, right } = a.premise(from + i, 'equal');
    const head = onlyHead(left);
    demand(
      left.shape.length >= 2 && left.shape.at(-1) === left.shape.at(-2),
      'a symmetry of a non-square matrix',
    );
    const sign =
      ([1, -1] as const).find((s) => a.sameness.same(right, scale(q(BigInt(s)), swap(left)))) ??
      refuse('this is not a symmetry');
    return { head, sign };
  });
  // what is symmetric may stand inside what is symmetric: each round sees heads as the round before tells them apart
  return facts.reduce(
    (sameness) =>
      new Sameness(sameness, new Map(facts.map(({ head, sign }) => [sameness.head(head), sign]))),
    a.sameness,
  );
}
/** left − right is the sum of the uses' (context of a) − (context of b). */
function linear(a: Application): Outcome {
  demand(a.given.length === 0 && a.uses.length <= a.from.length, 'a certificate of another form');
  const goal = ofKind(a.goal, 'equal');
  const parts = a.uses.map((context, i) => {
    const { left, right } = a.premise(i, 'equal');
    demand(!mentions(left, hole) && !mentions(right, hole), 'a hole inside an equation');
    const fill = (t: Term): Term =>
      mentions(context, hole) ? put(context, new Map([[hole, { x: null, body: t }]])) : context;
    return less(fill(left), fill(right));
  });
  vanishes(
    symmetries(a, a.uses.length),
    parts.reduce(less, less(goal.left, goal.right)),
    'the certificate does not give the two sides',
  );
  return { conclusion: goal };
}

const fresh = (stem: string, t: Term, k = 0): string =>
  mentions(t, `${stem}${k || ''}`) ? fresh(stem, t, k + 1) : `${stem}${k || ''}`;
const unfolded: Readonly<Record<string, (a: Term, m: Dim, n: Dim) => Formula>> = {
  onto: (a, m, n) => some('R#', a, [n, m], (r) => equal(ein('ij,jk->ik', a, r), identity(m))),
  'one-to-one': (a, m, n) =>
    some('L#', a, [n, m], (l) => equal(ein('ij,jk->ik', l, a), identity(n))),
  invertible: (a, n) =>
    some('B#', a, [n, n], (b) =>
      both(
        'and',
        equal(ein('ij,jk->ik', a, b), identity(n)),
        equal(ein('ij,jk->ik', b, a), identity(n)),
      ),
    ),
  psd: (a, n) => definite(a, n, (_, value) => compare(nothing, value, false)),
  pd: (a, n) =>
    definite(a, n, (u, value) =>
      both('implies', not(equal(u, zeros([n]))), compare(nothing, value, true)),
    ),
};
function some(stem: string, a: Term, shape: readonly Dim[], body: (t: Term) => Formula): Formula {
  const name = fresh(stem, a);
  return quantify('exists', { kind: 'tensor', name, shape }, body(variable(name, shape)));
}
function definite(a: Term, n: Dim, body: (u: Term, value: Term) => Formula): Formula {
  const name = fresh('u#', a);
  const u = variable(name, [n]);
  return both(
    'and',
    equal(a, ein('ij->ji', a)),
    quantify('forall', { kind: 'tensor', name, shape: [n] }, body(u, ein('i,ij,j->', u, a, u))),
  );
}

/** The equation A B = I that the premise states. */
function oneSided(a: Application): { b: Term; a: Term; m: Dim; n: Dim } {
  a.takes(1, 2);
  const [A, B] = [a.term(0), a.term(1)];
  const [m, n] = A.shape as [Dim, Dim];
  demand(A.shape.length === 2 && alike(B.shape, [n, m]), 'A B = I of other shapes');
  a.same(a.any(0), equal(ein('ij,jk->ik', A, B), identity(m)), 'this is not A B = I');
  return { a: A, b: B, m, n };
}
/** ∀v (x v = 0 ⇒ y v = 0), with the name of v in the premise. */
function inclusion(a: Application, i: number, x: Term, y: Term): void {
  const f = a.premise(i, 'forall');
  const name = bindsName(f.bound);
  demand(!mentions(x, name) && !mentions(y, name), `${name} stands in a matrix`);
  const shape = [x.shape[1] as Dim];
  const kills = (t: Term): Formula =>
    equal(ein('ij,j->i', t, variable(name, shape)), zeros([t.shape[0] as Dim]));
  a.same(
    f,
    quantify('forall', { kind: 'tensor', name, shape }, both('implies', kills(x), kills(y))),
    'no inclusion of kernels',
  );
}
const matrix = (t: Term): Term => (t.shape.length === 2 ? t : refuse('a matrix is wanted'));

/** A statement for every vector, or for every one whose entries are 0 or 1 and add up to 1: both hold on the basis. */
function onBasis(a: Application): { name: string; n: Dim; body: Formula } {
  a.takes(1, 0);
  const { bound, body } = a.premise(0, 'forall');
  if (bound.kind !== 'tensor' || bound.shape.length !== 1) return refuse('every vector is wanted');
  const n = bound.shape[0] as Dim;
  const e = variable(bound.name, [n]);
  const guard = both('and', equal(ein('i,i->i', e, e), e), equal(ein('i->', e), constant(1n)));
  return {
    name: bound.name,
    n,
    body:
      body.kind === 'implies' && key(body.left, a.sameness) === key(guard, a.sameness)
        ? body.right
        : body,
  };
}
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
      !roughIn(left, name) && !roughIn(right, name),
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
