/**
 * Functions along segments: convexity, strong convexity and the descent lemma from what is known of
 * every Hessian or slope.
 */
import type { FunctionSymbol, Term } from '../../kernel/term.ts';
import { contract, jet, variable } from '../../kernel/graph.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { hasMeaning } from '../../kernel/laws.ts';
import {
  definition,
  fact,
  first,
  generalise,
  modusPonens,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { alike, nothing, orderBy, summand } from '../derived/labelled.ts';
import { minus, negated, nought, times } from '../graphs/small-terms.ts';
import { difference, termOf } from '../graphs/sum.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import type { Ask, Strategy } from '../known/strategy.ts';
import { byInequalities, multiplied } from './with-stated-numbers.ts';

const mark = 'functions along segments';

interface Values {
  readonly fn: FunctionSymbol;
  readonly points: Term[];
}

/**
 * Functions with a name alone, one argument and a number as their value, at their points in the
 * terms.
 */
function valuesIn(terms: readonly Term[]): Values[] {
  const found = new Map<string, Values>();
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors))) {
    const [x] = head.kind === 'jet' ? head.args : [];
    if (head.kind !== 'jet' || !x || head.args.length > 1 || head.params.length > 0) continue;
    const { fn } = head;
    if (hasMeaning(fn.name) || fn.name.includes('#') || fn.family.length > 0 || fn.output !== null)
      continue;
    const values = found.get(fn.name) ?? { fn, points: [] };
    found.set(fn.name, values);
    if (!values.points.some((p) => alike(p, x))) values.points.push(x);
  }
  return [...found.values()];
}

/** 0 ≤ s R(u) ± the k-th derivative along d, for every u. */
interface Bend {
  readonly order: 1 | 2;
  /** The sign of the derivative. */
  readonly up: boolean;
  /** The other factors, without u. */
  readonly rest: Term;
  /** ∀u (0 ≤ rest ± derivative). */
  readonly at: (u: Term) => Theorem | null;
}

/** What is known of every Hessian or slope of f, along d. */
function* bendsOf(
  fn: FunctionSymbol,
  d: Term,
  known: Context,
): Generator<Ask, Bend[], Theorem | null> {
  const found: Bend[] = [];
  for (const { theorem } of known.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor') continue;
    if (f.bound.shape.join() !== d.shape.join()) continue;
    const name = freshIn(known, 'u#', d);
    const u = variable(name, f.bound.shape);
    const along = (at: Term): Theorem | null =>
      directed(specialise(theorem, { kind: 'term', term: at }), d);
    const here = along(u);
    const g = here?.conclusion;
    if (g?.kind !== 'less') continue;
    const gap = minus(g.right, g.left);
    for (const order of [1, 2] as const) {
      const derivative = derivativeAlong(fn, order, u, d);
      if (order === 1 && d.shape.length > 0) continue;
      if (f.body.kind === 'less' && order === 2 && d.shape.length > 0) continue;
      // a number's slope is multiplied by the number, which has a sign
      const scaled = f.body.kind === 'less';
      const by = scaled ? (order === 1 ? d : times(d, d)) : null;
      const whole = by ? times(gap, by) : gap;
      for (const up of [true, false]) {
        const rest = termOf(difference(whole, up ? derivative : negated(derivative), nothing), []);
        if (occurs(name, rest)) continue;
        const sign = by ? yield { goal: less(nought(), by, false), known } : null;
        if (by && !sign) continue;
        found.push({
          order,
          up,
          rest,
          at: (point) => {
            const t = along(point);
            return t && sign ? multiplied(t, sign) : t;
          },
        });
      }
    }
  }
  return found;
}

const derivativeAlong = (fn: FunctionSymbol, k: 1 | 2, u: Term, d: Term): Term =>
  d.shape.length === 0
    ? times(jet(fn, [k], [u]), ...Array<Term>(k).fill(d))
    : k === 1
      ? contract([jet(fn, [1], [u]), d], ['i', 'i'], '')
      : contract([jet(fn, [2], [u]), d, d], ['ij', 'i', 'j'], '');

/** A known inequality as it is; M ⪰ 0 along d. */
function directed(t: Theorem, d: Term): Theorem | null {
  const f = t.conclusion;
  if (f.kind === 'less') return t;
  if (f.kind !== 'is' || (f.predicate !== 'psd' && f.predicate !== 'pd')) return null;
  if (d.shape.length !== 1) return null;
  const psd = f.predicate === 'psd' ? t : modusPonens(fact('a pd matrix is psd', f.subject), t);
  const all = second(modusPonens(first(definition('psd', f.subject)), psd));
  return specialise(all, { kind: 'term', term: d });
}

/** f(y) compared with its Taylor polynomial at x, by what is known of every Hessian or slope. */
function boundAlong(fn: FunctionSymbol, x: Term, y: Term, bend: Bend): Theorem | null {
  const { order, up, rest, at } = bend;
  const c = up ? negated(rest) : rest;
  const name = order === 1 ? 'mean value along a segment' : 'Taylor along a segment';
  const stated = fact(name, jet(fn, [0], [x]), y, c);
  const side = (up ? first : second)(stated);
  const f = side.conclusion;
  if (f.kind !== 'implies' || f.left.kind !== 'forall' || f.left.bound.kind !== 'tensor')
    return null;
  const { bound, body } = f.left;
  const u = variable(bound.name, bound.shape);
  const here = at(u);
  if (!here || body.kind !== 'less') return null;
  const inner = orderBy(body.left, body.right, false, [summand([here])]);
  return modusPonens(side, generalise(bound, inner));
}

export const alongSegments: Strategy = {
  name: 'functions along segments',
  summary:
    'convexity, strong convexity, the descent lemma and monotonicity from every Hessian or slope',
  kinds: ['less'],
  promise: (goal, known) =>
    goal.kind === 'less' && !known.replaced.includes(mark) && spoken(goal, known) ? 0.6 : null,
  *prove(goal, given) {
    if (goal.kind !== 'less') return null;
    const known: Context = {
      ...given,
      replaced: [...given.replaced, mark],
    };
    const more: Theorem[] = [];
    for (const { fn, points } of valuesIn(termsOf(goal)).slice(0, 2)) {
      for (const x of points.slice(0, 4))
        for (const y of points.slice(0, 4)) {
          if (x === y) continue;
          const bends = yield* bendsOf(fn, minus(y, x), known);
          for (const bend of bends) {
            const t = boundAlong(fn, x, y, bend);
            if (t) more.push(t);
          }
        }
    }
    if (more.length === 0) return null;
    return byInequalities(goal, known, more);
  },
};

/** Does the goal mention a function of whose derivatives something is known everywhere? */
function spoken(goal: Formula, known: Context): boolean {
  const values = valuesIn(termsOf(goal)).filter(({ points }) => points.length > 1);
  return (
    values.length > 0 && known.facts.some(({ theorem }) => theorem.conclusion.kind === 'forall')
  );
}
