/**
 * Slopes of named functions told by their values: tanh' = 1 − tanh², softplus'' = σ − σ², in
 * inequalities between functions of one number.
 */
import type { Head, Term } from '../../kernel/term.ts';
import { bareHead, variable } from '../../kernel/graph.ts';
import { less, write, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { lawsOf } from '../../kernel/laws.ts';
import { fact, hole, law, replace, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, nothing } from '../derived/labelled.ts';
import { nought } from '../graphs/small-terms.ts';
import { difference, termOf } from '../graphs/sum.ts';
import { abstractedIn } from './abstracted.ts';

type Jet = Head & { readonly kind: 'jet' };

/** Functions of one number in a term, the outer ones first. */
function jetsIn(t: Term, found: Jet[] = []): Jet[] {
  for (const { head, slots } of t.monomials.flatMap((m) => m.factors)) {
    if (head.kind === 'variable') continue;
    if (head.kind === 'jet' && slots.length === 0 && head.args.length === 1) found.push(head);
    for (const a of head.kind === 'jet' ? head.args : [head.arg]) jetsIn(a, found);
  }
  return found;
}

const byErf: Readonly<Record<string, string>> = { gelu: 'slope of gelu by erf' };

/** An equation that tells it in values of functions or lower derivatives. */
function toldBy(head: Jet): Theorem | null {
  const [u] = head.args;
  const { name } = head.fn;
  const order = head.orders[0] ?? 0;
  if (!u || u.shape.length > 0) return null;
  if (name === 'erf') return order === 1 && u.monomials.length > 0 ? fact('slope of erf', u) : null;
  if (order === 1 && Object.hasOwn(byErf, name)) return fact(byErf[name] as string, u);
  const text = writeHead(head);
  const k = lawsOf(name, u).findIndex(([left]) => {
    const other = bareHead(left);
    return other !== null && writeHead(other) === text;
  });
  return k < 0 ? null : law(name, u, k);
}

export interface Told {
  readonly goal: FormulaOf<'less'>;
  /** From the goal as it is written then: the inequality as it was. */
  readonly back: (t: Theorem) => Theorem;
}

/** 0 ≤ s, or 0 < s, with every slope written by values, and like graphs collected. */
export function slopesByLaws(given: FormulaOf<'less'>): Told {
  let goal = given;
  let back = (t: Theorem): Theorem => t;
  for (let k = 0; k < 24; k++) {
    const next = [...jetsIn(goal.left), ...jetsIn(goal.right)].flatMap((head) => {
      const equation = toldBy(head);
      return equation ? [{ head, equation }] : [];
    })[0];
    const f = next?.equation.conclusion;
    if (!next || f?.kind !== 'equal') break;
    const context = abstractedIn(goal, { text: writeHead(next.head), by: variable(hole, []) });
    const told = substituteIn(context, hole, { kind: 'term', term: f.right });
    if (told.kind !== 'less' || write(told) === write(goal)) break;
    const [before, same] = [back, flipped(next.equation)];
    back = (t) => before(replace(context, same, t));
    goal = told;
  }
  const { left, right, strict } = goal;
  const collected = termOf(difference(right, left, nothing), []);
  return {
    goal: less(nought(), collected, strict),
    back: (t) => back(byFacts(left, right, strict, [t])),
  };
}
