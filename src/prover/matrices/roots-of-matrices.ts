/**
 * Roots of psd matrices: a root gets a name P with P psd, and where it is that of a matrix with a
 * name, this matrix is P P everywhere.
 */
import type { Term } from '../../kernel/term.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { equal, is, write, type Formula } from '../../kernel/formula.ts';
import { bareHead, operation, variable } from '../../kernel/graph.ts';
import { writeHead } from '../../kernel/write.ts';
import {
  assume,
  discharge,
  fact,
  first,
  generalise,
  hole,
  modusPonens,
  replace,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { product } from '../graphs/chains.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { operationsIn, type Operation } from '../graphs/heads.ts';
import { emptied, freshIn, type Context, type Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';
import { abstractedIn } from '../rewriting/abstracted.ts';

const mark = 'root of a matrix';

/** The name of a matrix that is nothing but a name. */
const nameOf = (t: Term): string | null => {
  const head = bareHead(t);
  return head?.kind === 'variable' ? head.name : null;
};

const rootsIn = (f: Formula): readonly Operation[] =>
  operationsIn(termsOf(f), 'sqrtm').filter((h) => h.params.length === 0);

/** Facts are asked again and again. */
const spoken = new WeakMap<Theorem, readonly Operation[]>();
const rootsOf = (t: Theorem): readonly Operation[] => {
  const known = spoken.get(t) ?? rootsIn(t.conclusion);
  spoken.set(t, known);
  return known;
};

const stated = (f: Formula, known: Context): Theorem | null => {
  const text = write(f);
  return known.facts.find(({ theorem }) => write(theorem.conclusion) === text)?.theorem ?? null;
};

/** Roots under which no other stands, of a goal and of what is known. */
const rootsAround = (goal: Formula, known: Context): readonly Operation[] => [
  ...rootsIn(goal),
  ...known.facts.flatMap(({ theorem }) => rootsOf(theorem)),
];

/** A root of a matrix with a name that is known to be psd. */
const ofName = (goal: Formula, known: Context): Operation | null =>
  rootsAround(goal, known).find(
    ({ arg }) => nameOf(arg) !== null && stated(is('psd', arg), known) !== null,
  ) ??
  rootsAround(goal, known).find(
    ({ arg }) => nameOf(arg) !== null && stated(is('pd', arg), known) !== null,
  ) ??
  null;

/** About a root: S psd, S S = T, and S pd where T is. */
interface Root {
  readonly s: Term;
  readonly t: Term;
  readonly psd: Theorem;
  readonly square: Theorem;
  readonly pd: Theorem | null;
}

type Asking<R> = Generator<
  { readonly goal: Formula; readonly known: Context; readonly share: number },
  R,
  Theorem | null
>;

/** What holds for the root of T; with `strict`, it is asked whether T is pd. */
function* rootOf(t: Term, known: Context, strict: boolean): Asking<Root | null> {
  let pd = stated(is('pd', t), known);
  const psd = pd
    ? modusPonens(fact('a pd matrix is psd', t), pd)
    : (stated(is('psd', t), known) ?? (yield { goal: is('psd', t), known, share: 150 }));
  if (psd === null) return null;
  if (strict && pd === null && nameOf(t) === null)
    pd = yield { goal: is('pd', t), known, share: 20 };
  const both = modusPonens(fact('root of a psd matrix', t), psd);
  return {
    s: operation('sqrtm', t),
    t,
    psd: first(both),
    square: second(both),
    pd: pd && modusPonens(fact('root of a pd matrix', t), pd),
  };
}

/** Statements about a root as statements about a name for it. */
interface Naming {
  readonly p: Term;
  readonly name: string;
  /** With the name in place of the root, and what is P P in place of the hole. */
  pattern(f: Formula): Formula;
  inner(f: Formula): Formula;
  /** A pattern with the root itself in place of its name. */
  at(pattern: Formula): Formula;
}

const namingOf = ({ s, t }: Root, known: Context, goal: Formula): Naming => {
  const own = bareHead(s);
  const text = own === null ? '' : writeHead(own);
  const name = freshIn(known, 'P#', ...termsOf(goal));
  const p = variable(name, t.shape);
  const of = nameOf(t);
  const named = (f: Formula): Formula => abstractedIn(f, { text, by: p });
  const put = (f: Formula, from: string, term: Term): Formula =>
    substituteIn(f, from, { kind: 'term', term });
  const pattern = (f: Formula): Formula =>
    of === null ? named(f) : put(named(f), of, variable(hole, t.shape));
  return {
    p,
    name,
    pattern,
    inner: (f) => put(pattern(f), hole, product(p, p)),
    at: (f) => put(f, name, s),
  };
};

/** Square matrices with a name that a root may commute with. */
const others = (facts: readonly Fact[], p: Term): Term[] => {
  const found = new Map<string, Term>();
  for (const { theorem } of facts)
    if (theorem.conclusion.kind === 'equal')
      for (const t of termsOf(theorem.conclusion))
        for (const { head } of t.monomials.flatMap((m) => m.factors))
          if (head.kind === 'variable' && head.shape.join() === p.shape.join())
            found.set(head.name, variable(head.name, head.shape));
  found.delete(nameOf(p) ?? '');
  return [...found.values()].slice(0, 4);
};

/** P B = B P, where P P B = B P P. */
function* commuting(p: Term, psd: Theorem, facts: readonly Fact[], known: Context): Asking<Fact[]> {
  const found: Fact[] = [];
  for (const b of others(facts, p)) {
    const rule = modusPonens(fact('a root commutes', p, b), psd);
    const f = rule.conclusion;
    const given = f.kind === 'implies' ? yield { goal: f.left, known, share: 15 } : null;
    if (given) found.push({ theorem: modusPonens(rule, given), name: mark });
  }
  return found;
}

/** Facts, without those that are known by then. */
function* assumingNew(
  known: Context,
  [head, ...rest]: readonly Fact[],
  prove: (c: Context) => Attempt,
): Attempt {
  if (head === undefined) return yield* prove(known);
  if (stated(head.theorem.conclusion, known)) return yield* assumingNew(known, rest, prove);
  return yield* assuming(known, [head], (c) => assumingNew(c, rest, prove));
}

/** The goal about P, from what is known about P. */
function* provedInside(goal: Formula, facts: readonly Fact[], p: Term, known: Context): Attempt {
  const start: Context = {
    ...emptied(known),
    means: known.means,
  };
  const psd = assume(is('psd', p));
  return yield* assumingNew(start, facts, function* (c): Attempt {
    const more = yield* commuting(p, psd, facts, c);
    return yield* assuming(c, more, (d) => ask(goal, d));
  });
}

function* throughRoot(goal: Formula, known: Context, head: Operation | null): Attempt {
  if (head === null) return null;
  const root = yield* rootOf(head.arg, known, true);
  if (root === null) return null;
  const naming = namingOf(root, known, goal);
  const { p } = naming;
  const square = flipped(root.square);
  // what is known, as theorems about P, and how each follows from what is known
  const given: { readonly inside: Formula; readonly proof: Theorem }[] = [];
  const say = (inside: Formula, proof: Theorem): Fact => {
    given.push({ inside, proof });
    return { theorem: assume(inside), name: mark };
  };
  const named = nameOf(root.t) !== null;
  const facts: Fact[] = [say(is('psd', p), root.psd)];
  if (root.pd) facts.push(say(is('pd', p), root.pd));
  if (!named) facts.push(say(equal(product(p, p), root.t), root.square));
  for (const f of known.facts) {
    const { conclusion } = f.theorem;
    const inside = naming.inner(conclusion);
    if (write(inside) === write(conclusion)) facts.push(f);
    else {
      const pattern = naming.at(naming.pattern(conclusion));
      const proof = named ? replace(pattern, square, f.theorem) : f.theorem;
      facts.push({ ...say(inside, proof), name: f.name });
    }
  }
  const inner = yield* provedInside(naming.inner(goal), facts, p, known);
  if (inner === null) return null;
  const all = given.reduce((t, { inside }) => discharge(inside, t), inner);
  const bound = { kind: 'tensor', name: naming.name, shape: p.shape } as const;
  const here = specialise(generalise(bound, all), { kind: 'term', term: root.s });
  const done = given.reduceRight((t, { proof }) => modusPonens(t, proof), here);
  return named ? replace(naming.at(naming.pattern(goal)), root.square, done) : done;
}

/** X = √T, because X is psd and X X = T. */
function* isRoot(x: Term, t: Term, known: Context): Attempt {
  const root = yield* rootOf(t, known, false);
  const square = root && (yield* ask(equal(product(x, x), t), known, 300));
  const psd = square && (yield* ask(is('psd', x), known, 300));
  if (!psd || !square || !root) return null;
  const alike = replace(
    equal(product(x, x), variable(hole, t.shape)),
    flipped(root.square),
    square,
  );
  return [psd, root.psd, alike].reduce(modusPonens, fact('the root is one', x, root.s));
}

const underRoot = (t: Term): Term | null => {
  const head = bareHead(t);
  return head?.kind === 'operation' && head.name === 'sqrtm' && head.params.length === 0
    ? head.arg
    : null;
};

const kinds = ['equal', 'less', 'is', 'or', 'not', 'exists', 'false'] as const;

export const rootsOfMatrices: readonly Strategy[] = [
  strategyFor('equal', {
    name: 'the one psd root',
    summary: 'X = sqrtm(T), because X is psd and X X = T',
    promise: ({ left, right }) =>
      left.shape.length === 2 && (underRoot(left) !== null || underRoot(right) !== null)
        ? 0.985
        : null,
    *prove({ left, right }, known): Attempt {
      const [a, b] = [underRoot(left), underRoot(right)];
      const forwards = b && (yield* isRoot(left, b, known));
      if (forwards) return forwards;
      const backwards = a && (yield* isRoot(right, a, known));
      return backwards && flipped(backwards);
    },
  }),
  strategyFor('equal', {
    name: 'psd matrices with one square',
    summary: 'S = R for psd matrices with S S = R R',
    promise: ({ left, right }, known) => {
      if (left.shape.length !== 2 || left.shape[0] !== left.shape[1]) return null;
      const psd = [left, right].filter(
        (t) => nameOf(t) !== null && stated(is('psd', t), known) !== null,
      );
      if (psd.length === 2) return 0.6;
      return psd.length === 1 && known.facts.some((f) => f.name === mark) ? 0.6 : null;
    },
    *prove({ left, right }, known): Attempt {
      const square = yield* ask(equal(product(left, left), product(right, right)), known, 200);
      const s = square && (yield* ask(is('psd', left), known, 200));
      const r = s && (yield* ask(is('psd', right), known, 200));
      if (!s || !r) return null;
      return [s, r, square].reduce(modusPonens, fact('the root is one', left, right));
    },
  }),
  {
    name: 'a matrix as the square of its root',
    summary: 'sqrtm(A) is a psd matrix P, and A is P P',
    kinds,
    decides: true,
    promise: (goal, known) => (ofName(goal, known) === null ? null : 1),
    prove: (goal, known) => throughRoot(goal, known, ofName(goal, known)),
  },
  {
    name: 'a name for a root',
    summary: 'sqrtm(T) is a psd matrix P with P P = T',
    kinds,
    promise: (goal, known) => (rootsAround(goal, known).length === 0 ? null : 0.97),
    prove: (goal, known) => throughRoot(goal, known, rootsAround(goal, known)[0] ?? null),
  },
];
