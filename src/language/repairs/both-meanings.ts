/**
 * What has two meanings in a claim that was completed: `exp(A)` and `A > 0` of a matrix or of its
 * entries, σ as the logistic function or any activation.
 */
import { operators } from '../../operators/registry.ts';
import { ClaimError } from '../ast.ts';

/** Where `exp(A)` was completed to `exp.(A)`: the same of the matrix, which is as likely meant. */
const ofMatrices = (
  whole: string,
  source: string,
  read: (text: string) => string,
): readonly string[] => {
  const dotted = /\b(exp|log|sqrt)\.\(/g;
  if (dotted.test(source) || !dotted.test(whole)) return [];
  const text = whole.replaceAll(dotted, (_, name: string) => `${operators.get(name)?.ofMatrix}(`);
  try {
    return [read(text)];
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    return [];
  }
};

/** σ that is not declared is the logistic function or any activation: both. */
const ofSigmoid = (
  whole: string,
  source: string,
  read: (text: string) => string,
): readonly string[] => {
  if (!/\bsigma: activation/.test(whole) || /sigma\}?\s*:/.test(source)) return [];
  const text = whole
    .replace(/sigma: activation;?\s*/, '')
    .replaceAll(/\bsigma(?=['(])/g, 'sigmoid');
  try {
    return [read(text.replace(/;\s*\|-/, ' |-'))];
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    return [];
  }
};

const signs: Readonly<Record<string, string>> = { '>>=': '>=', '<<=': '<=' };

/** `A >>= B` and `A is pd` of the entries; null for a part that says neither. */
const byEntries = (part: string, size: string): string | null => {
  const [, of] = /^(.+) is pd$/.exec(part) ?? [];
  const [, left = '', sign = '', right = ''] = /^(.+?) (>>=|<<=) (.+)$/.exec(part) ?? [];
  if (of === undefined && sign === '') return null;
  const entry = (side: string): string =>
    /^\w+$/.test(side) ? (side === '0' ? side : `${side}[i,j]`) : `(${side})[i,j]`;
  const said = of === undefined ? [entry(left), signs[sign], entry(right)] : [entry(of), '> 0'];
  return `(forall i in 1..${size}. forall j in 1..${size}. ${said.join(' ')})`;
};

/** `A > 0` of a matrix says that it is pd, or that its entries are positive: both. */
const ofEntries = (
  whole: string,
  source: string,
  read: (text: string) => string,
): readonly string[] => {
  const plain = /(?<![\w\\])[A-Z]\s*(?:>=?|<=?|≥|≤|\\(?:ge|le)q?\b)\s*(?:0|[A-Z](?![a-z]))/;
  if (!plain.test(source) || /≻|⪰|\\succ|definite|\bpd\b|psd|>>=|order/.test(source)) return [];
  const size = /: (\w+) x \1(?!\w)/.exec(whole)?.[1];
  if (size === undefined) return [];
  let changes = false;
  const text = whole
    .split(/(; | \|- | and | => | <=> )/)
    .map((part) => {
      const said = byEntries(part, size);
      changes ||= said !== null;
      return said ?? part;
    })
    .join('');
  try {
    return changes ? [read(text)] : [];
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    return [];
  }
};

/** The claims of a text, with the other meaning of a function or of an order in the first. */
export const allReadings = (
  claims: readonly string[],
  source: string,
  read: (text: string) => string,
): readonly string[] => {
  const [first = '', ...rest] = claims;
  const others = [...ofMatrices(first, source, read), ...ofSigmoid(first, source, read)];
  return [...others, first, ...ofEntries(first, source, read), ...rest];
};
