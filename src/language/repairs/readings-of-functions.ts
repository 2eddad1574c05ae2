/**
 * Functions with two meanings in a claim that was completed: `exp(A)` of a matrix or of its
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

/** The claims of a text, with the other meaning of a function in the first. */
export const allReadings = (
  claims: readonly string[],
  source: string,
  read: (text: string) => string,
): readonly string[] => {
  const [first = '', ...rest] = claims;
  const others = [...ofMatrices(first, source, read), ...ofSigmoid(first, source, read)];
  return [...others, first, ...rest];
};
