/**
 * What the claim says in its own words: hypotheses, the conclusion and its parts, each found by the
 * statement of the kernel.
 */
import {
  attributes,
  complete,
  exprText,
  formulaText,
  type Claim,
  type Expr,
} from '../language/index.ts';
import type { Formula as Said } from '../language/ast.ts';
import { write, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import type { Goal } from '../prover/prove.ts';
import { sidesWords } from './formula-words.ts';
import { rulesOf } from './rules-used.ts';
import type { Words } from './term-words.ts';

/** A hypothesis that a declaration states: `A symmetric`. */
export const attributeWords = new RegExp(`^(.+?) (?:is )?(${attributes.join('|')})$`, 'u');

/** A link of a chain: the whole text of its line. */
export interface Link {
  readonly text: string;
  readonly reasons: readonly string[];
}

export interface Own {
  /** The claim's words for a statement. */
  text(f: Formula): string | undefined;
  /** A hypothesis of the claim as it is listed; '' for one that goes without saying. */
  hypothesis(f: Formula): string | undefined;
  /**
   * For an equation that the claim writes with derivatives or means: the lines from its left side
   * to its right side.
   */
  links(f: Formula, words: Words): Link[];
  /** What derivatives and means are equal to in a statement that is not an equation. */
  worked(f: Formula, words: Words): Link[];
}

interface Sides {
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
}

export function ownWords(claim: Claim, goal: Goal): Own {
  const texts = new Map<string, string>();
  const sides = new Map<string, Sides>();
  const unequal = new Map<string, readonly Expr[]>();
  const hypotheses = new Map(goal.hypotheses.map((h) => [write(h.formula), h.text]));
  const completed = complete(claim).claim;
  const pair = (said: Said, f: Formula): void => {
    if (said.kind !== 'each' && said.kind !== 'forall' && said.kind !== 'exists')
      texts.set(write(f), formulaText(said));
    if (said.kind === 'relation' && f.kind === 'equal')
      sides.set(write(f), { left: said.left, right: said.right, relation: said.relation });
    const parts = partsSaid(said, f);
    if (parts.length > 0) unequal.set(write(f), parts);
    for (const [a, b] of pairs(said, f)) pair(a, b);
  };
  pair(completed.conclusion, goal.conclusion);
  completed.hypotheses.forEach((h) => {
    const formula = goal.hypotheses.find((g) => g.text === formulaText(h))?.formula;
    if (formula) pair(h, formula);
  });
  for (const [key, text] of hypotheses)
    if (text !== '') texts.set(key, text.replace(attributeWords, '$1 is $2'));
  return {
    text: (f) => texts.get(write(f)),
    hypothesis: (f) => hypotheses.get(write(f)),
    links: (f, words) => {
      const own = sides.get(write(f));
      return own === undefined || f.kind !== 'equal' ? [] : chain(own, f, words);
    },
    worked: (f, words) =>
      (unequal.get(write(f)) ?? []).flatMap((e, k) => workedOut(e, termsIn(f)[k], words)),
  };
}

/** The expressions of a statement that is not an equation, in the order of the kernel's terms. */
function partsSaid(said: Said, f: Formula): readonly Expr[] {
  if (said.kind === 'is' && f.kind === 'is') return [said.subject];
  if (said.kind !== 'relation' || f.kind !== 'less') return [];
  return ['<', '<='].includes(said.relation) ? [said.left, said.right] : [said.right, said.left];
}
const termsIn = (f: Formula): readonly Term[] =>
  f.kind === 'is' ? [f.subject] : f.kind === 'less' ? [f.left, f.right] : [];

function workedOut(e: Expr, t: Term | undefined, words: Words): Link[] {
  const reasons = rulesOf(e);
  if (reasons.length === 0 || t === undefined) return [];
  const { left, forAll } = sidesWords(t, t, words);
  const own = exprText(e);
  return forAll !== '' || sameWords(left, own) ? [] : [{ text: `${own} = ${left}`, reasons }];
}

/** Parts of a statement of the claim with those of the kernel's, where both are built alike. */
function pairs(said: Said, f: Formula): [Said, Formula][] {
  switch (said.kind) {
    case 'and':
    case 'or':
    case 'implies':
      return f.kind === said.kind
        ? [
            [said.left, f.left],
            [said.right, f.right],
          ]
        : [];
    case 'iff':
      return f.kind === 'and' && f.left.kind === 'implies'
        ? [
            [said.left, f.left.left],
            [said.right, f.left.right],
          ]
        : [];
    case 'not':
      return f.kind === 'not' ? [[said.body, f.body]] : [];
    case 'forall':
    case 'exists': {
      // a declared word, as in exists v: n nonzero, is a part of the kernel's statement
      if (said.variables.some(({ attributes: words }) => words.length > 0)) return [];
      let body = f;
      for (const _ of said.variables) if (body.kind === said.kind) body = body.body;
      return [[said.body, body]];
    }
    case 'each':
      return f.kind === 'each' ? [[said.body, f.body]] : [];
    default:
      return [];
  }
}

/** Columns for an equation on one line. */
const widest = 66;

/** The same words in another order are not a step. */
const sameWords = (a: string, b: string): boolean => sorted(a) === sorted(b);
const sorted = (text: string): string =>
  (renamedIndices(text).match(/[\p{L}\p{N}_'#]+|[^\s()]/gu) ?? []).toSorted().join(' ');

/** Bound indices by their order alone: sum[j in 1..k](x[j]) is sum[i in 1..k](x[i]). */
const renamedIndices = (text: string): string =>
  [...text.matchAll(/\b(?:sum|mean|prod)\[(\p{L}\w*)\b/gu)].reduce(
    (said, [, index = ''], k) =>
      said.replaceAll(new RegExp(String.raw`(?<![\w.])${index}(?![\w(])`, 'g'), `#${k}`),
    text,
  );

/** left = worked out = right, with the rules of calculus or of means that were used. */
function chain(
  { left, right, relation }: Sides,
  f: Formula & { kind: 'equal' },
  words: Words,
): Link[] {
  const [there, back] = [rulesOf(left), rulesOf(right)];
  if (relation !== '=' || (there.length === 0 && back.length === 0)) return [];
  const [l, r] = [exprText(left), exprText(right)];
  const worked = sidesWords(f.left, f.right, words);
  if (worked.forAll !== '') return [{ text: `${l} = ${r}`, reasons: [...there, ...back] }];
  const steps: Link[] = [];
  const fits = l.length <= 36 && l.length + worked.left.length <= widest;
  const pad = fits ? ' '.repeat(l.length) : '   ';
  const add = (text: string, reasons: readonly string[]): void => {
    const isFirst = steps.length === 0;
    // a long left side has a line of its own
    if (isFirst && !fits && `${l} = ${text}`.length > widest) steps.push({ text: l, reasons: [] });
    steps.push({
      text: isFirst && steps.length === 0 ? `${l} = ${text}` : `${pad} = ${text}`,
      reasons,
    });
  };
  if (there.length > 0 && !sameWords(worked.left, l) && !sameWords(worked.left, r))
    add(worked.left, there);
  const isWorked = steps.length > 0;
  const used = isWorked ? [] : there;
  if (!sameWords(worked.right, r) && worked.right !== worked.left && back.length > 0) {
    add(worked.right, used);
    add(r, back);
  } else add(r, [...used, ...back]);
  return steps;
}
