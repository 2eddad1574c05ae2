/**
 * Facts and cited theorems that use the operations of a claim, at terms of the claim, with the
 * reason to write for each.
 */
import type { Claim } from '../language/ast.ts';
import { factNamed, factNames } from '../kernel/algebra.ts';
import { citationNamed, citationNames } from '../kernel/citations.ts';
import { equal, less, write, type Formula } from '../kernel/formula.ts';
import { KernelError } from '../kernel/seal.ts';
import type { Term } from '../kernel/term.ts';
import { writtenFormula } from './derived/formula-text.ts';
import { termsOf } from './graphs/formula-terms.ts';
import { termsOfClaim, type Named } from './claim-terms.ts';
import { goalOf } from './prove.ts';
import { gapText, nearness, piecesOf, type Pieces } from './shared-pieces.ts';
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

/** Tuples of terms that a fact is tried at. */
const mostTuples = 3000;

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

/** Both sides alike, or about 0: at these terms it says nothing. */
const isEmpty = (f: Formula): boolean =>
  f.kind === 'equal'
    ? sameText(f, equal(f.right, f.right))
    : f.kind === 'less'
      ? sameText(f, less(f.right, f.right, f.strict))
      : f.kind === 'is' && f.subject.monomials.length === 0;
const sameText = (f: Formula, g: Formula): boolean => write(f) === write(g);

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

/** The goal, and what a claim mentions. */
interface About {
  readonly goal: Formula;
  readonly pieces: Pieces;
  readonly words: ReadonlySet<string>;
}

/** A longer statement does not help a reader. */
const longest = 320;

/** `says`: what it says under its conditions. */
export interface Instance extends MatchingFact {
  readonly says: Formula;
  readonly nearness: number;
}

const conclusionOf = (f: Formula): Formula => (f.kind === 'implies' ? conclusionOf(f.right) : f);

/** The fact at these terms; null where they have other shapes than the fact is about. */
function at(entry: Entry, tuple: readonly Named[]): Formula | null {
  try {
    return entry.statement(...tuple.map((t) => t.term));
  } catch (error) {
    if (error instanceof KernelError || error instanceof TypeError) return null;
    throw error;
  }
}

function instance(entry: Entry, tuple: readonly Named[], about: About): Instance | null {
  const formula = at(entry, tuple);
  if (formula === null) return null;
  const says = conclusionOf(formula);
  const isClaim = saidBy(formula).some((f) => sameAs(f, about.goal));
  if (!isClaim && tuple.some((t) => t.isConstant)) return null;
  if (!isClaim && ![...wordsOf(says)].every((w) => about.words.has(w))) return null;
  if (saidBy(formula).every(isEmpty)) return null;
  const statement = writtenFormula(formula);
  // indices stand where a graph is not a product
  if (statement === null || /\[[a-z][\],]/.test(statement)) return null;
  if (!isClaim && statement.length > longest) return null;
  const parameters = tuple.map(({ text }, k) => `${'ABCD'[k]} := ${text}`).join(', ');
  return {
    name: entry.name,
    reason: `by ${entry.name}${tuple.length > 0 ? ` with ${parameters}` : ''}`,
    statement,
    source: entry.source,
    isClaim,
    isConditional: formula.kind === 'implies',
    says,
    nearness: nearness(piecesOf(says), about.pieces),
  };
}

/** The claim itself first, then those that share most with it. */
const nearestFirst = (a: Instance, b: Instance): number =>
  Number(b.isClaim) - Number(a.isClaim) ||
  b.nearness - a.nearness ||
  Number(a.isConditional) - Number(b.isConditional) ||
  a.statement.length - b.statement.length;

/** The first of those that say the same. */
function eachOnce(all: readonly Instance[]): readonly Instance[] {
  const once = new Map<string, Instance>();
  for (const one of all) {
    const key = gapText(one.says) ?? one.statement;
    if (!once.has(key)) once.set(key, one);
  }
  return [...once.values()];
}

/** The instances of one fact at terms of the claim, at most two. */
function instancesOf(
  entry: Entry,
  count: number,
  terms: readonly Named[],
  about: About,
): readonly Instance[] {
  const found: Instance[] = [];
  let tried = 0;
  for (const tuple of differentFirst(terms, count)) {
    if (++tried > mostTuples) break;
    const one = instance(entry, tuple, about);
    if (one?.isClaim) return [one];
    if (one && (one.nearness > -Infinity || about.pieces.operations.size === 0)) found.push(one);
  }
  return eachOnce(found.toSorted(nearestFirst)).slice(0, 2);
}

/** All facts at terms of a claim, the nearest to the claim first; each statement once. */
export function instancesFor(claim: Claim): readonly Instance[] {
  const { scope, hypotheses, conclusion } = goalOf(claim);
  const goalWords = wordsOf(conclusion);
  const about: About = {
    goal: conclusion,
    pieces: piecesOf(conclusion),
    words: new Set([...goalWords, ...hypotheses.flatMap((h) => [...wordsOf(h.formula)])]),
  };
  const terms = termsOfClaim(claim, scope);
  const found = entries().flatMap((entry) => {
    const sample = sampleOf(entry.statement);
    if (sample === null) return [];
    const words = wordsOf(sample.formula);
    if (words.size > 0 && ![...words].some((w) => goalWords.has(w))) return [];
    const instances = instancesOf(entry, sample.count, terms, about);
    // what names nothing but sums and products matches everything
    return words.size > 0 ? instances : instances.filter((i) => i.isClaim);
  });
  return eachOnce(found.toSorted(nearestFirst));
}

/**
 * Facts that say a claim, then those that share most with it. Throws `NotLowerable` where the
 * kernel has no rules for something in the claim.
 */
export const matchingFacts = (claim: Claim, most = 12): readonly MatchingFact[] =>
  instancesFor(claim)
    .slice(0, most)
    .map(({ name, reason, statement, source, isClaim, isConditional }) => ({
      name,
      reason,
      statement,
      source,
      isClaim,
      isConditional,
    }));
