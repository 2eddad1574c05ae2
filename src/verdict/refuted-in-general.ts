/**
 * What is known of a refuted claim beyond its counterexample: where both sides differ in general,
 * why no smaller size refutes it, and under which further hypothesis it is proved.
 */
import {
  ClaimError,
  claimText,
  complete,
  formulaText,
  parseClaim,
  type Claim,
} from '../language/index.ts';
import type { Formula as Said } from '../language/ast.ts';
import { add, scale } from '../kernel/graph.ts';
import { negative, one } from '../kernel/ratio.ts';
import { KernelError } from '../kernel/seal.ts';
import { sizeOf, termsInWords } from '../narration/terms-in-words.ts';
import { lowerFormula } from '../prover/lowering/lower-formula.ts';
import { NotLowerable } from '../prover/lowering/scope.ts';
import { goalOf, prove } from '../prover/prove.ts';
import type { Counterexample } from './verdict.ts';

/** Work for one other claim, in milliseconds' worth; most other claims that are looked at. */
const effort = 50;
const mostGuesses = 10;
/** Longest difference that is printed. */
const longest = 70;

/** What gives sentences about a refuted claim, each with a budget of its own. */
export const refutedInGeneral: readonly ((claim: Claim, at: Counterexample) => string[])[] = [
  differenceOf,
  smallest,
  underMore,
];

const without = <T>(run: () => T, otherwise: T): T => {
  try {
    return run();
  } catch (error) {
    if (
      error instanceof NotLowerable ||
      error instanceof KernelError ||
      error instanceof ClaimError
    )
      return otherwise;
    throw error;
  }
};

const relationsIn = (f: Said): Said[] => {
  switch (f.kind) {
    case 'relation':
      return [f];
    case 'and':
    case 'implies':
    case 'iff':
    case 'or':
      return [...relationsIn(f.left), ...relationsIn(f.right)];
    default:
      return [];
  }
};

/** left - right as the kernel works it out, where that says more than both sides do. */
function differenceOf(claim: Claim, { fails }: Counterexample): string[] {
  return without(() => {
    const said = relationsIn(complete(claim).claim.conclusion).find(
      (f) => formulaText(f) === fails,
    );
    const f = said && lowerFormula(said, { ...goalOf(claim).scope, conditions: [] });
    if (f?.kind !== 'equal') return [];
    const gap = add(f.left, scale(negative(one), f.right));
    const words = termsInWords(claim, gap);
    // what cancels nothing says nothing new
    if (words === null || words.length > longest || sizeOf(gap) >= sizeOf(f.left) + sizeOf(f.right))
      return isWorkedOut(fails) && words !== null && words.length <= longest
        ? [`in general left - right = ${words}`]
        : [];
    return [`in general left - right = ${words}`];
  }, []);
}

/** Are there derivatives or means in it, which the kernel works out? */
const isWorkedOut = (words: string): boolean => /\b(?:grad|hess|jac)\[|\bE\[|\^2/.test(words);

/** The claim with other text in the place of one size. */
const withSize = (claim: Claim, name: string, size: number): string =>
  claimText(claim).replaceAll(new RegExp(`(?<![\\w.])${name}(?![\\w(])`, 'g'), `${size}`);

/** For each size above 1: is the claim proved where it is smaller? */
function smallest(claim: Claim, { at }: Counterexample): string[] {
  const names = new Set(claim.dims);
  return [...at.dims].flatMap(([name, size]) => {
    if (size < 2 || !names.has(name)) return [];
    const isProved = without(
      () => prove(parseClaim(withSize(claim, name, size - 1)), { time: effort }) !== null,
      false,
    );
    return isProved
      ? [`${name} = ${size} is the smallest size: for ${name} = ${size - 1} the claim is proved`]
      : [];
  });
}

/** Hypotheses that people would add, the likeliest first. */
function guesses(claim: Claim): string[] {
  const tensors = claim.declarations.filter((d) => d.family === null && d.type.kind === 'tensor');
  const shapeOf = (d: (typeof tensors)[number]): readonly string[] =>
    d.type.kind === 'tensor' ? d.type.shape : [];
  const square = tensors.filter((d) => shapeOf(d).length === 2 && shapeOf(d)[0] === shapeOf(d)[1]);
  const wide = tensors.filter((d) => shapeOf(d).length === 2 && shapeOf(d)[0] !== shapeOf(d)[1]);
  const numbers = tensors.filter((d) => shapeOf(d).length === 0);
  const has = (d: (typeof tensors)[number], word: string): boolean =>
    d.attributes.some((a) => a === word);
  // the weaker word first
  const words = ['symmetric', 'invertible', 'psd', 'orthogonal'];
  const pairs = square.flatMap((a, i) =>
    square.slice(i + 1).map((b) => `${a.name} ${b.name} = ${b.name} ${a.name}`),
  );
  return [
    ...pairs,
    ...words.flatMap((w) => square.filter((d) => !has(d, w)).map((d) => `${d.name} is ${w}`)),
    ...wide.flatMap((d) => [`${d.name} is onto`, `${d.name} is one-to-one`]),
    ...numbers.filter((d) => !has(d, 'positive')).map((d) => `${d.name} >= 0`),
  ];
}

/** Words that say another word with them, which is then nothing new. */
const implied: Readonly<Record<string, readonly string[]>> = {
  psd: [' is symmetric'],
  orthogonal: [' is invertible', ' is onto', ' is one-to-one'],
};

/** One further hypothesis that makes it provable, and that is not the conclusion itself. */
function underMore(claim: Claim): string[] {
  const said = formulaText(claim.conclusion);
  for (const guess of guesses(claim).slice(0, mostGuesses)) {
    if (guess === said || implied[guess.split(' is ')[1] ?? '']?.some((w) => said.endsWith(w)))
      continue;
    const text = claimText(claim).replace(/(?:; )?\|- /, `; ${guess} |- `);
    const tried = (one: string): ReturnType<typeof prove> =>
      without(() => prove(parseClaim(one), { time: effort }), null);
    const proof = tried(text);
    if (
      proof !== null &&
      proof.assumed.some((a) => a.replace(' is ', ' ') === guess.replace(' is ', ' '))
    )
      if (tried(text.replace(/ \|- .*$/s, ' |- 1 = 0')) === null)
        // hypotheses that contradict each other prove everything
        return [`with the further hypothesis ${guess} the claim is proved`];
  }
  return [];
}
