/**
 * Rewriting by equations that only ever make graphs smaller: inverses cancelled, orthogonality,
 * one-sided inverses.
 */
import type { Monomial } from '../../kernel/term.ts';
import { one } from '../../kernel/ratio.ts';
import { contextAt, type Equation, type Ledger, type SymmetryBook } from './equations.ts';
import { matches } from '../graphs/match.ts';
import { difference, own, weight, type Entry } from '../graphs/sum.ts';
import { passed, never } from '../agenda/effort.ts';

export interface Rewrite {
  readonly eq: Equation;
  /** The monomial that is rewritten, with its coefficient in left − right. */
  readonly from: Entry;
}

/** Functions whose derivatives their laws express without derivatives. */
const solved: ReadonlySet<string> = new Set(['exp', 'log', 'sqrt', 'softmax', 'softplus']);
const slopes = (m: Monomial): number =>
  m.factors.reduce(
    (sum, { head }) =>
      sum +
      (head.kind === 'jet' && solved.has(head.fn.name)
        ? head.orders.reduce((a, b) => a + b, 0)
        : 0),
    0,
  );

/**
 * Orients an equation: its largest graph, derivatives of named functions first, is rewritten into
 * the rest. Null where it would rewrite a bare identity.
 */
export function orient(eq: Equation, book: SymmetryBook): Rewrite | null {
  let rules = oriented.get(book);
  if (!rules) oriented.set(book, (rules = new WeakMap()));
  let rule = rules.get(eq);
  if (rule === undefined) rules.set(eq, (rule = fromLargest(eq, book)));
  return rule;
}

const oriented = new WeakMap<SymmetryBook, WeakMap<Equation, Rewrite | null>>();

function fromLargest(eq: Equation, book: SymmetryBook): Rewrite | null {
  const entries = [...difference(eq.left, eq.right, book.map)];
  const sorted = entries.sort(
    ([t, a], [u, b]) =>
      slopes(b.monomial) - slopes(a.monomial) ||
      weight(b.monomial) - weight(a.monomial) ||
      (t < u ? 1 : -1),
  );
  const largest = sorted[0]?.[1];
  return largest && largest.monomial.factors.length > 0 ? { eq, from: largest } : null;
}

/**
 * Rewrites the ledger's rest until no rule applies or `limit` steps were made or the time is up.
 */
export function simplify(
  ledger: Ledger,
  rules: readonly Rewrite[],
  limit = 200,
  deadline = never,
): void {
  for (let step = 0; step < limit && !ledger.done && !passed(deadline); step++)
    if (!rewriteOnce(ledger, rules)) return;
}

function rewriteOnce(ledger: Ledger, rules: readonly Rewrite[]): boolean {
  const entries = [...ledger.rest.values()].sort((a, b) => weight(b.monomial) - weight(a.monomial));
  for (const entry of entries) {
    for (const { eq, from } of rules) {
      const [match] = matches(from.monomial, entry.monomial, ledger.book.map, 1);
      if (!match) continue;
      const pattern = { ...from.monomial, coefficient: own(from) };
      ledger.use(eq, contextAt(entry.monomial, match, eq, pattern, own(entry)), one);
      return true;
    }
  }
  return false;
}
