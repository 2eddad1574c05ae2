/**
 * Orders of entries: what holds at every coordinate holds at those that the goal mentions, and of
 * sums over them.
 */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, bareHead, contract, factorTerm, splice, variable } from '../../kernel/graph.ts';
import { less, write, type Formula } from '../../kernel/formula.ts';
import {
  assume,
  both,
  discharge,
  fact,
  generalise,
  modusPonens,
  overBasis,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { minus, nought } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { byFacts } from '../derived/labelled.ts';
import { equation } from '../derived/equations.ts';
import { boundsOfEntry, isSign, softmaxesAt, softmaxSign } from './bounds-of-entries.ts';
import { atEntries } from '../../kernel/laws.ts';
import { freshIn, type Context, type Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Attempt, type Strategy } from '../known/strategy.ts';
import { conjunction, isCoordinate } from '../lowering/scope.ts';

const isPlace = (name: string): boolean => name.startsWith('#');
const guardOf = (e: Term): Formula => conjunction(isCoordinate(e));

/** Coordinate vectors in the goal, each once. */
function placesIn(goal: Formula): Term[] {
  const found = new Map<string, Term>();
  const visit = (t: Term): void => {
    for (const m of t.monomials)
      for (const f of m.factors) {
        const { head } = f;
        if (head.kind === 'variable') {
          if (head.shape.length === 1 && isPlace(head.name))
            found.set(`${head.name} ${head.shape[0]}`, factorTerm(f));
        } else (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
      }
  };
  (termsOf(goal) ?? []).forEach(visit);
  return [...found.values()];
}

/** ∀e (e is a coordinate vector ⇒ …), as a bound and a guard. */
const overPlaces = (f: Formula): { readonly dim: Dim } | null =>
  f.kind === 'forall' &&
  f.bound.kind === 'tensor' &&
  f.bound.shape.length === 1 &&
  f.body.kind === 'implies' &&
  write(f.body.left) === write(guardOf(variable(f.bound.name, f.bound.shape)))
    ? { dim: f.bound.shape[0] as Dim }
    : null;

/** Instances of a universal statement at the goal's coordinates that are not known yet. */
function* instancesOf(
  { theorem, name }: Fact,
  places: readonly { readonly e: Term; readonly guard: Theorem }[],
  known: ReadonlyMap<string, Theorem>,
): Generator<Fact> {
  const over = overPlaces(theorem.conclusion);
  if (!over) return;
  for (const { e, guard } of places) {
    if (e.shape[0] !== over.dim) continue;
    const found: Fact = {
      theorem: modusPonens(specialise(theorem, { kind: 'term', term: e }), guard),
      name,
    };
    yield* instancesOf(found, places, known);
    if (!known.has(write(found.theorem.conclusion))) yield found;
  }
}

/** Values of functions of entries at the goal's coordinates. */
function entriesOf(
  goal: Formula,
  places: readonly { readonly e: Term; readonly guard: Theorem }[],
): Fact[] {
  const found = new Map<string, Fact>();
  const visit = (t: Term): void => {
    for (const m of t.monomials)
      for (const f of m.factors) {
        const { head } = f;
        if (head.kind === 'variable') continue;
        (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
        if (head.kind === 'operation' || head.params.length === 0) continue;
        for (const { e, guard } of places) {
          const at = m.factors.find((g) => g.head === bareHead(e));
          const wire = at?.slots[0];
          const axis = f.slots.findIndex((s) => s === wire);
          if (axis < 0 || axis > 1) continue;
          const name =
            axis === 0 ? 'entries at a coordinate' : 'entries at a coordinate of the second axis';
          const theorem = modusPonens(fact(name, factorTerm(f), e), guard);
          found.set(write(theorem.conclusion), { theorem, name: 'entries' });
        }
      }
  };
  (termsOf(goal) ?? []).forEach(visit);
  return [...found.values()];
}

const most = 24;

/** That a vector is a coordinate vector, where it is known as such. */
function knownGuard(e: Term, known: ReadonlyMap<string, Theorem>): Theorem | null {
  const whole = known.get(write(guardOf(e)));
  if (whole) return whole;
  const [squares, sum] = isCoordinate(e).map((f) => known.get(write(f)));
  return squares && sum ? both(squares, sum) : null;
}

/** What is new to know at the coordinates of the goal. */
function atPlaces(goal: Formula, ctx: Context): Fact[] {
  const found = placesIn(goal);
  if (found.length === 0) return [];
  const known = new Map(
    [...ctx.facts, ...ctx.equations].map(({ theorem }) => [write(theorem.conclusion), theorem]),
  );
  const places = found.flatMap((e) => {
    const guard = knownGuard(e, known);
    return guard ? [{ e, guard }] : [];
  });
  const instances = ctx.facts.flatMap((f) => [...instancesOf(f, places, known)]);
  const entries = entriesOf(goal, places).filter((f) => !known.has(write(f.theorem.conclusion)));
  const signs = signsOf(goal, places, entries, ctx).filter(
    ({ theorem }) => !known.has(write(theorem.conclusion)),
  );
  return [...instances, ...entries, ...signs].slice(0, most);
}

/** What is known of the values of functions at the coordinates, for a goal that is an order. */
function signsOf(
  goal: Formula,
  places: readonly { readonly e: Term; readonly guard: Theorem }[],
  entries: readonly Fact[],
  ctx: Context,
): Fact[] {
  if (goal.kind !== 'less') return [];
  const { prove } = ctx.search;
  const bounds = entries.flatMap(({ theorem }) =>
    boundsOfEntry(equation(theorem, 'entries'), ctx, prove),
  );
  const soft = places.flatMap(({ e, guard }) =>
    [goal.left, goal.right]
      .flatMap((t) => softmaxesAt(t, e))
      .flatMap((z) => {
        const powers = entriesOf(
          less(nought(), contract([atEntries('exp', z), e], ['i', 'i'], ''), true),
          [{ e, guard }],
        );
        const [sign] = powers.flatMap(({ theorem }) =>
          boundsOfEntry(equation(theorem, 'entries'), ctx, prove).filter(isSign),
        );
        return (sign && softmaxSign(z, e, sign, ctx)) ?? [];
      }),
  );
  return [...bounds, ...soft].map((theorem) => ({ theorem, name: 'a value at a coordinate' }));
}

export const atCoordinates: Strategy = {
  name: 'at each coordinate',
  summary: 'what holds of every entry holds of the entries that the goal mentions',
  kinds: ['less', 'equal'],
  decides: true,
  promise: (goal, known) => (atPlaces(goal, known).length > 0 ? 1 : null),
  *prove(goal, known): Attempt {
    const facts = atPlaces(goal, known);
    if (facts.length === 0) return null;
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
};

/**
 * A graph with one of its summed wires cut: every slot that was on it is contracted with the vector
 * e.
 */
function cut(m: Monomial, wire: number, e: Term): Term {
  const wires = [...m.wires];
  const ends: number[] = [];
  const factors = m.factors.map((f): { term: Term; on: number[] } => ({
    term: factorTerm(f as Factor),
    on: f.slots.map((s) => {
      if (s !== wire) return s;
      ends.push(wires.push(m.wires[wire] as Dim) - 1);
      return wires.length - 1;
    }),
  }));
  // the wire itself is left to nothing: it is taken out, so that it is not counted
  const kept = wires.map((_, i) => i).filter((i) => i !== wire);
  const place = new Map(kept.map((i, k) => [i, k]));
  const at = (i: number): number => place.get(i) as number;
  return splice(
    {
      wires: kept.map((i) => wires[i] as Dim),
      free: [],
      coefficient: m.coefficient,
      powers: m.powers,
    },
    [
      ...factors.map(({ term, on }) => ({ term, on: on.map(at) })),
      ...ends.map((w) => ({ term: e, on: [at(w)] })),
    ],
  );
}

/** The first wire of a dimension that is summed in a graph. */
const summedWire = (m: Monomial, dim: Dim): number =>
  m.wires.findIndex((d, w) => d === dim && m.factors.some((f) => f.slots.includes(w)));

/**
 * right − left as a sum over one dimension, at the vector e; null if a graph does not have that
 * form.
 */
function summand(gap: Term, dim: Dim, e: Term): Term | null {
  const parts: Term[] = [];
  for (const m of gap.monomials) {
    const wire = summedWire(m, dim);
    if (wire < 0) return null;
    parts.push(cut(m, wire, e));
  }
  return parts.length > 0 ? add(...parts) : null;
}

export const sumOfEntries: Strategy = {
  name: 'a sum of entries',
  summary: 'a sum over coordinates is at least 0 because each of its summands is',
  kinds: ['less'],
  promise: (goal, { facts }) =>
    goal.kind === 'less' && facts.some(({ theorem: t }) => overPlaces(t.conclusion)) ? 0.99 : null,
  *prove(goal, known): Attempt {
    if (goal.kind !== 'less') return null;
    const gap = minus(goal.right, goal.left);
    const dims = [...new Set(gap.monomials.flatMap((m) => m.wires))].slice(0, 3);
    for (const dim of dims) {
      const name = freshIn(known, '#·', gap);
      const e = variable(name, [dim]);
      const at = summand(gap, dim, e);
      if (!at) continue;
      const guard = guardOf(e);
      const one = less(nought(), at, goal.strict);
      const t = yield* assuming(known, [{ theorem: assume(guard), name: 'entries' }], (c) =>
        ask(one, c, 600),
      );
      if (!t) continue;
      const all = generalise({ kind: 'tensor', name, shape: [dim] }, discharge(guard, t));
      return byFacts(goal.left, goal.right, goal.strict, [overBasis(all)]);
    }
    return null;
  },
};
