/**
 * D(E[t]): what a mean asks for. Its law exists, t is defined with probability 1, and t has a mean.
 * The rest of the pass knows nothing of laws: a change to what E asks for is a change to this file
 * alone.
 */
import type { Condition, Expr, Index, RandomVariable } from '../ast.ts';
import { dependsOn } from '../depends-on.ts';
import { namesOf } from '../free-names.ts';
import { exprText } from '../text.ts';
import { almostSurely } from './almost-surely.ts';
import { atEach, listed } from './condition.ts';
import { conditionsOfLaw } from './of-law.ts';

type Mean = Extract<Expr, { readonly kind: 'expectation' }>;

/** D of a parameter of a law; the index is that of the family whose members have the law. */
type OfParameter = (parameter: Expr, index: Index['name']) => readonly Condition[];

/** Functions that grow no faster than a polynomial. */
const tame: ReadonlySet<string> = new Set([
  'relu',
  'leakyrelu',
  'tanh',
  'sigmoid',
  'softplus',
  'gelu',
  'silu',
  'erf',
  'square',
  'identity',
  'softmax',
]);

/** Is a function that may grow fast applied to something random? */
const appliesFunction = (e: Expr, random: readonly string[]): boolean => {
  const moves = (x: Expr): boolean => random.some((name) => dependsOn(x, name));
  if (
    (e.kind === 'jet' || (e.kind === 'call' && !(e.builtin && tame.has(e.fn)))) &&
    e.args.some(moves)
  )
    return true;
  return ('args' in e ? e.args : 'body' in e ? [e.body] : []).some((x) =>
    appliesFunction(x, random),
  );
};

const ofRandom = (
  random: RandomVariable,
  ofParameter: OfParameter,
  by: readonly string[],
): Condition[] => {
  const { family } = random.declaration;
  const parameters = random.law.params.flatMap((p) => ofParameter(p, family?.index ?? null));
  return [...(family ? atEach(family, parameters) : parameters), ...conditionsOfLaw(random, by)];
};

/**
 * The random variables whose laws move with one of these names: what is differentiated by it is
 * differentiated by them.
 */
export const movedBy = ({ random }: Mean, by: readonly string[]): readonly string[] =>
  random
    .filter(({ law }) => law.params.some((p) => by.some((name) => dependsOn(p, name))))
    .map((r) => r.declaration.name);

/**
 * The conditions of E[t], from those of t and of the parameters of the laws; `by` are the names of
 * derivatives around it.
 */
export const conditionsOfMean = (
  mean: Mean,
  ofBody: readonly Condition[],
  ofParameter: OfParameter,
  by: readonly string[],
): Condition[] => {
  const random = mean.random.map((r) => r.declaration.name);
  const isRandom = ({ formula }: Condition): boolean =>
    formula !== null && namesOf(formula).some((name) => random.includes(name));
  const integrable = listed(`${exprText(mean.body)} integrable, with its derivatives`, mean.span);
  return [
    ...mean.random.flatMap((r) => ofRandom(r, ofParameter, by)),
    ...(appliesFunction(mean.body, random) ? [integrable] : []),
    ...ofBody.map((c) => (isRandom(c) ? almostSurely(mean, c) : c)),
  ];
};
