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
}

interface Sides {
  readonly left: Expr;
  readonly right: Expr;
  readonly relation: string;
}

export function ownWords(claim: Claim, goal: Goal): Own {
  const texts = new Map<string, string>();
  const sides = new Map<string, Sides>();
  const hypotheses = new Map(goal.hypotheses.map((h) => [write(h.formula), h.text]));
  const completed = complete(claim).claim;
  const pair = (said: Said, f: Formula): void => {
    if (said.kind !== 'each' && said.kind !== 'forall' && said.kind !== 'exists')
      texts.set(write(f), formulaText(said));
    if (said.kind === 'relation' && f.kind === 'equal')
      sides.set(write(f), { left: said.left, right: said.right, relation: said.relation });
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
  };
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
  (text.match(/[\p{L}\p{N}_']+|[^\s]/gu) ?? []).toSorted().join(' ');

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
