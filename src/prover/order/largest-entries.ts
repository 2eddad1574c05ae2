/**
 * Inequalities with the largest entry of a vector: every entry is at most max(u), so c·u ≤ sum(c)
 * max(u) for weights c that are not negative, and max(u) is one of the entries.
 */
import type { Head, Term } from '../../kernel/term.ts';
import { bareHead, factorTerm, operation, variable } from '../../kernel/graph.ts';
import { write, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { writeHead } from '../../kernel/write.ts';
import { fact, hole, modusPonens, replace, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, linearBy } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { abstractedIn } from '../rewriting/abstracted.ts';
import { conjunction, isCoordinate } from '../lowering/scope.ts';
import { absOf } from './entries-below.ts';
import { boundsByLargest } from './weighted-entries.ts';

const mark = 'the largest entry';
const largest = (u: Term): Term => operation('max', u);

const isLargest = (h: Head): h is Head & { kind: 'operation' } =>
  h.kind === 'operation' && h.name === 'max' && h.params.length === 0;

/** The vectors whose largest entries stand in the terms, each once. */
function largestIn(terms: readonly Term[]): Term[] {
  const found: Term[] = [];
  const visit = (t: Term): void => {
    for (const { head } of t.monomials.flatMap((m) => m.factors)) {
      if (head.kind === 'variable') continue;
      (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
      if (isLargest(head) && !found.some((u) => alike(u, head.arg))) found.push(head.arg);
    }
  };
  terms.forEach(visit);
  return found.slice(0, 3);
}

const stated = new WeakMap<Context['facts'], Term[]>();

/** Those in what is known of numbers. */
function largestKnown({ facts }: Context): Term[] {
  const kept = stated.get(facts);
  if (kept) return kept;
  const numbers = facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'less' || (f.kind === 'equal' && f.left.shape.length === 0) ? [f.left, f.right] : [],
  );
  const found = largestIn(numbers);
  stated.set(facts, found);
  return found;
}
const aboutLargest = (goal: Formula, known: Context): Term[] => {
  const own = largestIn(termsOf(goal));
  return own.length > 0 ? own : largestKnown(known);
};

/** Does max(u) make the smaller side larger, or the larger side smaller? */
const isBounded = ({ left, right }: FormulaOf<'less'>, u: Term): boolean => {
  const stands = (t: Term, sign: bigint): boolean =>
    t.monomials.some(
      (m) =>
        m.coefficient.num * sign > 0n &&
        m.factors.some(({ head }) => isLargest(head) && alike(head.arg, u)),
    );
  return stands(left, 1n) || stands(right, -1n);
};

/** Of e·u = max(u) for u = |y|: |e·y| = max(u). */
function asAbsolute(value: Theorem, u: Term, known: readonly Theorem[]): Theorem {
  const y = absOf(u);
  const f = value.conclusion as FormulaOf<'equal'>;
  const e = f.left.monomials[0]?.factors.find(
    ({ head }) => head.kind === 'variable' && head.name.startsWith('#'),
  );
  const place = e && factorTerm(e);
  const guard = place && write(conjunction(isCoordinate(place)));
  const coordinate = known.find(({ conclusion }) => write(conclusion) === guard);
  if (!y || !place || !coordinate) return value;
  const entry = modusPonens(fact('entries at a coordinate', u, place), coordinate);
  const { right } = entry.conclusion as FormulaOf<'equal'>;
  const at = variable(hole, []);
  return linearBy(right, f.right, [
    { equation: flipped(entry), context: at },
    { equation: value, context: at },
  ]);
}

/** The goal at an entry e·u that is max(u), and back from there. */
function* atAnEntry(goal: Formula, u: Term, known: Context): Attempt {
  const there: Fact = { theorem: fact('the largest entry is an entry', u), name: mark };
  return yield* assuming(known, [there], function* inside(c): Attempt {
    const own = [...c.equations, ...c.facts.slice(known.facts.length)].map((x) => x.theorem);
    const value = own.find(({ conclusion: f }) => f.kind === 'equal' && alike(f.right, largest(u)));
    if (!value) return null;
    const told = asAbsolute(value, u, own);
    const { left } = told.conclusion as FormulaOf<'equal'>;
    const text = writeHead(bareHead(largest(u)) as Head);
    const t = yield* ask(abstractedIn(goal, { text, by: left }), c);
    return t && replace(abstractedIn(goal, { text, by: variable(hole, []) }), told, t);
  });
}

export const largestEntries = strategyFor('less', {
  name: mark,
  summary: 'sum(c) max(u) is at least c · u for weights c >= 0, and max(u) is an entry of u',
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && aboutLargest(goal, known).length > 0 ? 0.9 : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const all = aboutLargest(goal, known);
    const found: Theorem[] = [];
    for (const u of all) found.push(...(yield* boundsByLargest(u, goal, known)));
    const texts = new Set(given.facts.map(({ theorem }) => write(theorem.conclusion)));
    const facts = found
      .filter(({ conclusion }) => !texts.has(write(conclusion)))
      .map((theorem) => ({ theorem, name: mark }));
    const above = all.find((u) => isBounded(goal, u));
    return yield* assuming(known, facts, (c) => (above ? atAnEntry(goal, above, c) : ask(goal, c)));
  },
});
