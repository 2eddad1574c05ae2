/**
 * A statement about numbers from what is known of numbers alone, each norm, trace or eigenvalue in
 * them under a name of its own.
 */
import type { Term } from '../../kernel/term.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import { factorTerm, variable } from '../../kernel/graph.ts';
import {
  assume,
  discharge,
  generalise,
  modusPonens,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { emptied, freshIn, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Attempt } from '../known/strategy.ts';
import { abstractedIn } from '../rewriting/abstracted.ts';
import { byProducts, withoutPower } from './number-products.ts';

/** A number with its name. */
interface Named {
  readonly text: string;
  readonly name: string;
  readonly is: Term;
}

/** The operations without an axis, each once. */
function namesFor(formulas: readonly Formula[], known: Context): Named[] {
  const found = new Map<string, Term>();
  for (const t of formulas.flatMap(termsOf))
    for (const { factors } of t.monomials)
      for (const f of factors)
        if (f.head.kind === 'operation' && f.slots.length === 0)
          found.set(writeHead(f.head), factorTerm(f));
  const around = formulas.flatMap(termsOf);
  return [...found].map(([text, is], k) => ({
    text,
    name: freshIn(known, `s#${k}`, ...around),
    is,
  }));
}

/** The goal from these facts and no others. */
export function* fromNumbers(
  goal: Formula,
  given: readonly Theorem[],
  known: Context,
  mark: string,
): Attempt {
  // a fact that two ways lead to is supposed once
  const facts = [...new Map(given.map((t) => [write(t.conclusion), t])).values()];
  const stated = facts.map((t) => t.conclusion);
  const names = namesFor([goal, ...stated], known);
  const told = (f: Formula): Formula =>
    names.reduce((g, { text, name }) => abstractedIn(g, { text, by: variable(name, []) }), f);
  const inside = stated.map(told);
  const start: Context = {
    ...emptied(known),
    replaced: [...known.replaced, mark],
  };
  const assumed = inside.map(assume);
  const own = names.flatMap(({ name }) =>
    [1, 2].flatMap((power) => withoutPower(variable(name, []), power, assumed)),
  );
  const all = [...assumed, ...own];
  const wanted = told(goal);
  const supposed = all.map((theorem) => ({ theorem, name: mark }));
  const inner: Theorem | null =
    (wanted.kind === 'less' ? byProducts(wanted, all, start) : null) ??
    (yield* assuming(start, supposed, (c) => ask(wanted, c)));
  if (!inner) return null;
  const whole = inside.reduce((t: Theorem, f) => discharge(f, t), inner);
  const here = names.reduce(
    (t: Theorem, { name, is }) =>
      specialise(generalise({ kind: 'tensor', name, shape: [] }, t), { kind: 'term', term: is }),
    whole,
  );
  return facts.reduceRight((t, fact) => modusPonens(t, fact), here);
}
