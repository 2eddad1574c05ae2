/** The reserved words: built-in functions, constants, keywords and types. */
import { activations } from '../operators/activations.ts';
import { operators } from '../operators/registry.ts';
import { attributes } from './ast.ts';

/** Functions that are built in: elementwise ones, and softmax, which acts on a whole vector. */
export const builtinActivations: ReadonlySet<string> = new Set(activations.keys());

export const constants = ['I', 'ones'] as const;
export const derivatives = ['grad', 'jac', 'hess'] as const;
const binders: ReadonlySet<string> = new Set(['sum', 'mean', 'prod', 'expect', 'ker']);

/** Words of the grammar: none of them begins an expression. */
export const keywords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'forall',
  'exists',
  'is',
  'in',
  'for',
  'by',
  'such',
  'that',
  'have',
  'let',
  'take',
  'suppose',
  'with',
]);

const typeWords: ReadonlySet<string> = new Set([
  'scalar',
  'activation',
  ...attributes.filter((a) => a !== 'one-to-one'),
]);

/** Names of operators written `name(..)`. */
export const isCalledOperator = (name: string): boolean => operators.get(name)?.called === true;

/** Words of complex claims, which any claim may declare. */
export const complexWords: ReadonlySet<string> = new Set(['conj', 're', 'im']);

/** Why a claim may not declare this name; null where it may. */
export const reservedAs = (name: string): string | null => {
  if (complexWords.has(name)) return null;
  if (isCalledOperator(name) || builtinActivations.has(name)) return 'a built-in function';
  if ((constants as readonly string[]).includes(name)) return 'a built-in constant';
  if ((derivatives as readonly string[]).includes(name) || binders.has(name))
    return 'a built-in operator';
  if (keywords.has(name) || typeWords.has(name)) return 'a word of the language';
  return null;
};

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change =
        (row[j - 1] ?? 0) +
        (a[i - 1] === b[j - 1] ? 0 : a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0.5 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known name nearest to a mistyped one; null where none is near. */
export const nearest = (name: string, known: Iterable<string>): string | null => {
  if (name.length > 40) return null;
  let best: string | null = null;
  // Between names of one or two letters only the case is taken for a slip.
  let least = name.length < 3 ? 0.75 : Math.min(3, Math.floor(name.length / 2)) + 0.5;
  for (const candidate of known) {
    if (candidate.length > 40) continue;
    const d = distance(name, candidate);
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
};
