/**
 * Facts of algebra and cited theorems with their statements, at matrices, vectors and numbers of
 * the shapes that they take.
 */
import { factNamed, factNames } from '../kernel/algebra.ts';
import { citationNamed, citationNames } from '../kernel/citations.ts';
import { number, variable } from '../kernel/graph.ts';
import { one } from '../kernel/ratio.ts';
import { KernelError } from '../kernel/seal.ts';
import type { Term } from '../kernel/term.ts';
import type { Formula } from '../kernel/formula.ts';
import { ClaimError } from '../language/ast.ts';
import { parsePlainClaim } from '../language/claim.ts';
import { writtenFormula } from './derived/formula-text.ts';

export interface Statement {
  readonly name: string;
  /** In the notation of claims; null where it has no short one. */
  readonly statement: string | null;
  /** Of a cited theorem; null for a fact, which the kernel takes as elementary. */
  readonly source: string | null;
  /** The same as a whole claim, for terms of the least general shapes; null where no claim says it. */
  readonly claim: string | null;
  /** What it asks for, each in the notation of claims. */
  readonly hypotheses: readonly string[];
  /** Where it is proved: a place in the literature, or that it follows from a definition. */
  readonly place: string;
}

const letters = ['A', 'B', 'C'];
const shapes = [['m', 'n'], ['n', 'n'], ['n', 'k'], ['n'], [], 'one'] as const;
type Shape = (typeof shapes)[number] | readonly ['1' | '2' | '3', '1' | '2' | '3'];
/** Matrices whose size is a number, for facts about such. */
const smallShapes: readonly (readonly Shape[])[] = [[['1', '1']], [['2', '2']], [['3', '3']]];

/**
 * A matrix, vector or number with a name of its own; the number 1 for an index, as that of an
 * eigenvalue.
 */
const termOf = (shape: Shape, i: number): Term =>
  shape === 'one' ? number(one) : variable(nameOf(shape, i), shape);
const nameOf = (shape: readonly string[], i: number): string =>
  (shape.length === 2 ? letters[i] : shape.length === 1 ? 'xyz'[i] : 'stu'[i]) as string;

/** All lists of the given number of shapes. */
const choices = (count: number): Shape[][] =>
  count === 0 ? [[]] : choices(count - 1).flatMap((rest) => shapes.map((s) => [...rest, s]));

/** A statement at terms of shapes that fit. */
export interface Sample {
  readonly formula: Formula;
  readonly count: number;
  /** Its terms, as a claim declares them: `A: m×n`. */
  readonly declared: readonly string[];
}

/** Of a term of `termOf`; nothing for the number 1. */
const declaration = (shape: Shape, i: number): string[] =>
  shape === 'one'
    ? []
    : [`${nameOf(shape, i)}: ${shape.length === 0 ? 'scalar' : shape.join('×')}`];

/** All statements at shapes that fit, with the number of terms, few terms first. */
function* samplesOf(make: (...terms: readonly Term[]) => Formula): Generator<Sample> {
  for (let count = 0; count <= letters.length; count++) {
    let fits = false;
    for (const choice of [...choices(count), ...(count === 1 ? smallShapes : [])]) {
      let formula: Formula;
      try {
        formula = make(...choice.map(termOf));
      } catch (error) {
        // these shapes are not those of the statement
        if (error instanceof KernelError || error instanceof TypeError) continue;
        throw error;
      }
      fits = true;
      yield { formula, count, declared: choice.flatMap(declaration) };
    }
    if (fits) return;
  }
}

/** Made once for each statement: most shapes that are tried do not fit. */
const samples = new WeakMap<(...terms: readonly Term[]) => Formula, Sample | null>();

/** The statement at the first shapes that fit, and how many terms it takes. */
export function sampleOf(make: (...terms: readonly Term[]) => Formula): Sample | null {
  const before = samples.get(make);
  if (before !== undefined) return before;
  const found = samplesOf(make).next().value ?? null;
  samples.set(make, found);
  return found;
}

/** Products of entries and diagonals as a claim writes them. */
const asClaim = (text: string): string =>
  text
    .replaceAll(/(\w+)\[i,k\] (\w)\[k\] (\w+)\[j,k\]/g, "$1 diag($2) $3'")
    .replaceAll(/(\w+)\[i,j\] (\w+)\[i,j\]/g, '$1 .* $2')
    .replaceAll(/(\w+)\[i,i\] on the diagonal/g, 'diag(diag($1))')
    .replaceAll(/(\w+(?:\(\w+\))?)\[i\] on the diagonal/g, 'diag($1)')
    .replaceAll(/(exp\([\w +]+\))\[i\] (exp\([\w +]+\))\[i\]/g, '$1 .* $2')
    .replaceAll(/(exp\([\w +]+\))\[i\]/g, 'sum($1)')
    // a number is added to each entry of a vector
    .replaceAll(/\b([xyz]) \+ ([stu])\b/g, '$1 + $2 ones');

function sample(make: (...terms: readonly Term[]) => Formula): string | null {
  for (const { formula } of samplesOf(make)) {
    const text = writtenFormula(formula);
    // indices stand where a graph is not a product
    if (text !== null && !/\[[a-z][,\]]/.test(asClaim(text))) return asClaim(text);
  }
  return null;
}

/**
 * Whether the text is a claim that says something; indices that are summed over have no form in
 * one.
 */
function reads(text: string): boolean {
  const [left, right] = text.slice(text.indexOf('|- ') + 3).split(' = ');
  if (left === right) return false;
  try {
    parsePlainClaim(text);
    return true;
  } catch (error) {
    if (error instanceof ClaimError) return false;
    throw error;
  }
}

/** A statement with what it asks for. */
function sampled(
  make: (...terms: readonly Term[]) => Formula,
): Pick<Statement, 'statement' | 'hypotheses' | 'claim'> {
  const hypotheses: string[] = [];
  const found = sampleOf(make);
  let formula = found?.formula;
  while (formula?.kind === 'implies') {
    const text = writtenFormula(formula.left);
    if (text !== null) hypotheses.push(asClaim(text));
    formula = formula.right;
  }
  const conclusion = formula && writtenFormula(formula);
  const granted = [...(found?.declared ?? []), ...hypotheses].join('; ');
  const claim = conclusion ? `${granted} |- ${asClaim(conclusion)}` : null;
  return {
    statement: sample(make),
    hypotheses,
    claim: claim !== null && reads(claim) ? claim : null,
  };
}

function everyStatement(): readonly Statement[] {
  const facts = factNames().flatMap((name): Statement[] => {
    const found = factNamed(name);
    return found ? [{ name, source: null, place: found.source, ...sampled(found.statement) }] : [];
  });
  const cited = citationNames().flatMap((name): Statement[] => {
    const found = citationNamed(name);
    const { source } = found ?? { source: '' };
    return found ? [{ name, source, place: source, ...sampled(found.statement) }] : [];
  });
  return [...facts, ...cited];
}

/** Made once: each is stated at terms of several shapes until one fits. */
let every: readonly Statement[] | undefined;

/** Those whose name, statement or source has all the words. */
export function statements(words: readonly string[] = []): Statement[] {
  const wanted = words.map((w) => w.toLowerCase());
  return (every ??= everyStatement()).filter((s) => {
    const text = `${s.name} ${s.statement ?? ''} ${s.place}`.toLowerCase();
    return wanted.every((w) => text.includes(w));
  });
}
