/**
 * What a step of a derivation lacks: products and squares that are not negative, or open subgoals,
 * from which the step would follow if they were stated before it.
 */
import { type Formula, type FormulaOf, less, write } from '../../kernel/formula.ts';
import { add, factorTerm } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import { assume } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { within } from '../agenda/effort.ts';
import { writtenFormula } from '../derived/formula-text.ts';
import { termText } from '../derived/term-text.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import type { Attempted } from '../known/search-state.ts';
import { safely } from '../known/strategy.ts';
import { proveFormula } from '../search.ts';

/** A statement that may be what is missing. */
interface Candidate {
  readonly formula: Formula;
  /** As a derivation writes it. */
  readonly text: string;
}

/** Facts, names and goals that are looked at, and milliseconds' worth of work for each. */
const bounds = { facts: 7, names: 3, goals: 6, time: 150, shown: 3 };

const isNumber = (t: Term): boolean => t.shape.length === 0;

/** 0 ≤ value, of what is known of numbers. */
function valuesIn(ctx: Context): Term[] {
  const found = new Map<string, Term>();
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind === 'less' && isNumber(f.left)) found.set(write(f), minus(f.right, f.left));
  }
  return [...found.values()].slice(-bounds.facts);
}

/** The numbers with a name in a formula. */
function namesIn({ left, right }: FormulaOf<'less'>): Term[] {
  const found = new Map<string, Term>();
  for (const { head, slots } of [left, right].flatMap((t) => t.monomials.flatMap((m) => m.factors)))
    if (head.kind === 'variable' && slots.length === 0)
      found.set(writeHead(head), factorTerm({ head, slots }));
  return [...found.values()].slice(0, bounds.names);
}

const bracketed = (t: Term): string => (t.monomials.length > 1 ? `(${termText(t)})` : termText(t));

function productsAndSquares(f: FormulaOf<'less'>, ctx: Context): Candidate[] {
  const candidate = (value: Term, text: string): Candidate => ({
    formula: less(nought(), value, false),
    text: `0 <= ${text}`,
  });
  const values = valuesIn(ctx);
  const names = namesIn(f);
  const products = values.flatMap((a, i) =>
    values.slice(i).map((b) => candidate(times(a, b), `${bracketed(a)} ${bracketed(b)}`)),
  );
  const squares = names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .flatMap((b) =>
        [minus(a, b), add(a, b)].map((d) => candidate(times(d, d), `${bracketed(d)}^2`)),
      ),
  );
  const weighted = values.flatMap((a) =>
    names.map((b) => candidate(times(a, b, b), `${bracketed(a)} ${termText(b)}^2`)),
  );
  return [...squares, ...products, ...weighted];
}

/** Does the step follow if these are known? */
const follows = (f: Formula, ctx: Context, more: readonly Candidate[]): boolean =>
  safely(() =>
    withFacts(
      { ...ctx, deadline: within(bounds.time * Math.max(1, more.length / 4)) },
      more.map(({ formula, text }) => ({ theorem: assume(formula), name: text })),
      (c) => proveFormula(f, c),
    ),
  ) !== null;

/** Few of the candidates from which the step follows: halves are dropped, then single ones. */
function enough(f: Formula, ctx: Context, all: readonly Candidate[]): readonly Candidate[] {
  const one = all.find((candidate) => follows(f, ctx, [candidate]));
  if (one) return [one];
  if (all.length === 0 || !follows(f, ctx, all)) return [];
  let left = all;
  for (let size = Math.ceil(all.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let i = 0; i < left.length; ) {
      const rest = [...left.slice(0, i), ...left.slice(i + size)];
      if (rest.length > 0 && follows(f, ctx, rest)) left = rest;
      else i += size;
    }
  return left.length <= bounds.shown ? left : [];
}

/** Goals that the search left open, nearest to the step first. */
function openGoals(f: Formula, tried: readonly Attempted[]): Candidate[] {
  const own = write(f);
  const found = new Map<string, Candidate>();
  for (const { goal, outcome } of tried.toSorted((a, b) => a.depth - b.depth)) {
    const text = outcome === 'proved' || write(goal) === own ? null : writtenFormula(goal);
    if (text !== null && !found.has(text)) found.set(text, { formula: goal, text });
  }
  return [...found.values()].slice(0, bounds.goals);
}

/** Lines for the message; none if nothing was found. */
export function missingFor(f: Formula, ctx: Context, tried: readonly Attempted[]): string[] {
  const sure =
    f.kind === 'less' && isNumber(f.left) ? enough(f, ctx, productsAndSquares(f, ctx)) : [];
  if (sure.length > 0)
    return [
      `it would follow from ${sure.length === 1 ? 'this, stated' : 'these, each stated'} before it`,
      ...sure.map(({ text }, i) => `  have p${i + 1}: ${text}   by positivity`),
    ];
  const goals = openGoals(f, tried)
    .filter((candidate) => follows(f, ctx, [candidate]))
    .slice(0, bounds.shown);
  return goals.length === 0
    ? []
    : ['it would follow from', ...goals.map(({ text }) => `  ${text}`)];
}
