/**
 * Facts and cited theorems that use the operations of a claim, at terms of the claim, with the
 * reason to write for each.
 */
import type { Claim, Expr } from '../language/ast.ts';
import { exprText } from '../language/index.ts';
import { factNamed, factNames } from '../kernel/algebra.ts';
import { citationNamed, citationNames } from '../kernel/citations.ts';
import { equal, less, write, type Formula } from '../kernel/formula.ts';
import { KernelError } from '../kernel/seal.ts';
import type { Term } from '../kernel/term.ts';
import { writtenFormula } from './derived/formula-text.ts';
import { termsOf } from './graphs/formula-terms.ts';
import { lower } from './lowering/lower.ts';
import { NotLowerable, type Scope } from './lowering/scope.ts';
import { goalOf } from './prove.ts';
import { sampleOf } from './statements.ts';

/** A fact at terms of a claim. */
export interface MatchingFact {
  readonly name: string;
  /** What to write after a line of a proof: `by norm of a sum with A := W, B := V`. */
  readonly reason: string;
  readonly statement: string;
  readonly source: string | null;
  /** It says what the claim says, perhaps under conditions of its own. */
  readonly isClaim: boolean;
  readonly isConditional: boolean;
}

/** Terms of a claim that a fact is tried at, and tuples of them. */
const mostTerms = 12;
const mostTuples = 2000;

/** What an operation of the kernel is called, at any depth: `norm`, `det`, `jet.exp`. */
function operationsIn(terms: readonly Term[], into = new Set<string>()): ReadonlySet<string> {
  for (const { head } of terms.flatMap((t) => t.monomials).flatMap((m) => m.factors)) {
    if (head.kind === 'variable') continue;
    if (head.kind === 'operation') into.add(head.name);
    else into.add(head.kind === 'jet' ? `jet.${head.fn.name}` : 'inverse');
    operationsIn(head.kind === 'jet' ? head.args : [head.arg], into);
  }
  return into;
}

/** Predicates, as `is psd`, and operations. */
function wordsOf(f: Formula, into = new Set<string>()): ReadonlySet<string> {
  for (const word of operationsIn(termsOf(f))) into.add(word);
  const visit = (g: Formula): void => {
    if (g.kind === 'is') into.add(`is ${g.predicate}`);
    for (const child of Object.values(g))
      if (typeof child === 'object' && child !== null && 'kind' in child && isFormula(child))
        visit(child);
  };
  visit(f);
  return into;
}
const isFormula = (x: object): x is Formula =>
  ['is', 'not', 'and', 'or', 'implies', 'forall', 'exists', 'each'].includes(
    (x as { readonly kind: string }).kind,
  );

/** The expressions of the conclusion, then those of the hypotheses, each once, small ones first. */
function expressionsOf(claim: Claim): readonly Expr[] {
  const found = new Map<string, Expr>();
  const visit = (x: unknown): void => {
    if (typeof x !== 'object' || x === null) return;
    const node = x as Record<string, unknown>;
    Object.values(node).forEach(visit);
    const isExpr = Array.isArray(node['shape']) && typeof node['kind'] === 'string';
    if (!isExpr || node['kind'] === 'number') return;
    const e = x as Expr;
    const text = exprText(e);
    if (!found.has(text)) found.set(text, e);
  };
  visit(claim.conclusion);
  visit(claim.hypotheses);
  return [...found.values()];
}

interface Named {
  readonly text: string;
  readonly term: Term;
}
function termsIn(claim: Claim, scope: Scope): readonly Named[] {
  const found: Named[] = [];
  for (const e of expressionsOf(claim))
    try {
      found.push({ text: exprText(e), term: lower(e, { ...scope, conditions: [] }) });
    } catch (error) {
      // what stands under a binder, or has no meaning in the kernel, is not tried
      if (!(error instanceof NotLowerable || error instanceof KernelError)) throw error;
    }
  return [...found].sort((a, b) => a.text.length - b.text.length).slice(0, mostTerms);
}

/** What a statement says under its conditions, part by part. */
const saidBy = (f: Formula): readonly Formula[] =>
  f.kind === 'implies'
    ? saidBy(f.right)
    : f.kind === 'and'
      ? [...saidBy(f.left), ...saidBy(f.right), f]
      : [f];
const sameAs = (f: Formula, goal: Formula): boolean =>
  write(f) === write(goal) ||
  (f.kind === 'equal' && goal.kind === 'equal' && write(equal(f.right, f.left)) === write(goal));

/** Both sides alike: at these terms it says nothing. */
const isEmpty = (f: Formula): boolean =>
  (f.kind === 'equal' || f.kind === 'less') &&
  write(f.kind === 'equal' ? equal(f.right, f.right) : less(f.right, f.right, f.strict)) ===
    write(f);

/** All tuples, those of different terms first. */
function* differentFirst<T>(list: readonly T[], count: number): Generator<readonly T[]> {
  const isDifferent = (t: readonly T[]): boolean => new Set(t).size === t.length;
  for (const t of tuples(list, count)) if (isDifferent(t)) yield t;
  for (const t of tuples(list, count)) if (!isDifferent(t)) yield t;
}
function* tuples<T>(list: readonly T[], count: number): Generator<readonly T[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const first of list) for (const rest of tuples(list, count - 1)) yield [first, ...rest];
}

interface Entry {
  readonly name: string;
  readonly statement: (...terms: readonly Term[]) => Formula;
  readonly source: string | null;
}
const entries = (): readonly Entry[] => [
  ...factNames().flatMap((name): Entry[] => {
    const found = factNamed(name);
    return found ? [{ name, statement: found.statement, source: null }] : [];
  }),
  ...citationNames().flatMap((name): Entry[] => {
    const found = citationNamed(name);
    return found ? [{ name, statement: found.statement, source: found.source }] : [];
  }),
];

/** The instances of one fact at terms of the claim, the claim itself first. */
function instancesOf(
  entry: Entry,
  count: number,
  terms: readonly Named[],
  goal: Formula,
  known: ReadonlySet<string>,
): MatchingFact[] {
  const found: MatchingFact[] = [];
  let tried = 0;
  for (const tuple of differentFirst(terms, count)) {
    if (++tried > mostTuples) break;
    let instance: Formula;
    try {
      instance = entry.statement(...tuple.map((t) => t.term));
    } catch (error) {
      // terms of other shapes than the fact is about
      if (error instanceof KernelError || error instanceof TypeError) continue;
      throw error;
    }
    const isClaim = saidBy(instance).some((f) => sameAs(f, goal));
    const statement = writtenFormula(instance);
    // indices stand where a graph is not a product
    if (statement === null || /\[[a-z][\],]/.test(statement)) continue;
    if (saidBy(instance).every(isEmpty)) continue;
    if (!isClaim && ![...wordsOf(instance)].every((w) => known.has(w))) continue;
    const parameters = tuple.map(({ text }, k) => `${'ABCD'[k]} := ${text}`).join(', ');
    found.push({
      name: entry.name,
      reason: `by ${entry.name}${count > 0 ? ` with ${parameters}` : ''}`,
      statement,
      source: entry.source,
      isClaim,
      isConditional: instance.kind === 'implies',
    });
    if (isClaim) return [found.at(-1) as MatchingFact];
  }
  return found.slice(0, 2);
}

/**
 * Facts that say a claim, then those that use no operation but those of the claim. Throws
 * `NotLowerable` where the kernel has no rules for something in the claim.
 */
export function matchingFacts(claim: Claim, most = 12): readonly MatchingFact[] {
  const { scope, hypotheses, conclusion } = goalOf(claim);
  const goalWords = wordsOf(conclusion);
  const known = new Set([...goalWords, ...hypotheses.flatMap((h) => [...wordsOf(h.formula)])]);
  const terms = termsIn(claim, scope);
  const found = entries().flatMap((entry) => {
    const sample = sampleOf(entry.statement);
    if (sample === null) return [];
    const words = wordsOf(sample.formula);
    const about = [...words].filter((w) => goalWords.has(w)).length;
    // what names nothing but sums and products matches everything
    if (words.size > 0 && about === 0) return [];
    return instancesOf(entry, sample.count, terms, conclusion, known).map((m) => ({ m, about }));
  });
  return found
    .filter(({ m, about }) => m.isClaim || about > 0)
    .sort(
      (a, b) =>
        Number(b.m.isClaim) - Number(a.m.isClaim) ||
        Number(a.m.isConditional) - Number(b.m.isConditional) ||
        b.about - a.about,
    )
    .map(({ m }) => m)
    .slice(0, most);
}
