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
import { writtenFormula } from './derived/formula-text.ts';

export interface Statement {
  readonly name: string;
  /** In the notation of claims; null where it has no short one. */
  readonly statement: string | null;
  /** Of a cited theorem; null for a fact, which the kernel takes as elementary. */
  readonly source: string | null;
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
function termOf(shape: Shape, i: number): Term {
  if (shape === 'one') return number(one);
  const name = shape.length === 2 ? letters[i] : shape.length === 1 ? 'xyz'[i] : 'stu'[i];
  return variable(name as string, shape);
}

/** All lists of the given number of shapes. */
const choices = (count: number): Shape[][] =>
  count === 0 ? [[]] : choices(count - 1).flatMap((rest) => shapes.map((s) => [...rest, s]));

/** All statements at shapes that fit, with the number of terms, few terms first. */
function* samplesOf(
  make: (...terms: readonly Term[]) => Formula,
): Generator<{ readonly formula: Formula; readonly count: number }> {
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
      yield { formula, count };
    }
    if (fits) return;
  }
}

/** The statement at the first shapes that fit, and how many terms it takes. */
export const sampleOf = (
  make: (...terms: readonly Term[]) => Formula,
): { readonly formula: Formula; readonly count: number } | null =>
  samplesOf(make).next().value ?? null;

/** Products of entries and diagonals as a claim writes them. */
const asClaim = (text: string): string =>
  text
    .replaceAll(/(\w+)\[i,k\] (\w)\[k\] (\w+)\[j,k\]/g, "$1 diag($2) $3'")
    .replaceAll(/(\w+)\[i,j\] (\w+)\[i,j\]/g, '$1 .* $2')
    .replaceAll(/(\w+)\[i,i\] on the diagonal/g, 'diag(diag($1))')
    .replaceAll(/(\w+(?:\(\w+\))?)\[i\] on the diagonal/g, 'diag($1)')
    .replaceAll(/(exp\([\w +]+\))\[i\]/g, 'sum($1)');

function sample(make: (...terms: readonly Term[]) => Formula): string | null {
  for (const { formula } of samplesOf(make)) {
    const text = writtenFormula(formula);
    // indices stand where a graph is not a product
    if (text !== null && !/\[[a-z][,\]]/.test(asClaim(text))) return asClaim(text);
  }
  return null;
}

/** A statement with what it asks for. */
function sampled(
  make: (...terms: readonly Term[]) => Formula,
): Pick<Statement, 'statement' | 'hypotheses'> {
  const hypotheses: string[] = [];
  let formula = sampleOf(make)?.formula;
  while (formula?.kind === 'implies') {
    const text = writtenFormula(formula.left);
    if (text !== null) hypotheses.push(asClaim(text));
    formula = formula.right;
  }
  return { statement: sample(make), hypotheses };
}

/** Those whose name, statement or source has all the words. */
export function statements(words: readonly string[] = []): Statement[] {
  const facts = factNames().flatMap((name): Statement[] => {
    const found = factNamed(name);
    return found ? [{ name, source: null, place: found.source, ...sampled(found.statement) }] : [];
  });
  const cited = citationNames().flatMap((name): Statement[] => {
    const found = citationNamed(name);
    const { source } = found ?? { source: '' };
    return found ? [{ name, source, place: source, ...sampled(found.statement) }] : [];
  });
  const wanted = words.map((w) => w.toLowerCase());
  return [...facts, ...cited].filter((s) => {
    const text = `${s.name} ${s.statement ?? ''} ${s.place}`.toLowerCase();
    return wanted.every((w) => text.includes(w));
  });
}
