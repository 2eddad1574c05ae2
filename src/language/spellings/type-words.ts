/** Attributes and types in the words of other tools and of blackboards. */
import type { Token } from '../token.ts';
import { isComplex } from './complex-words.ts';

export interface Phrase {
  readonly words: readonly string[];
  /** Ours; empty where the words add nothing. */
  readonly attribute: string;
}

const phrases: readonly (readonly [text: string, attribute: string])[] = [
  ['positive definite', 'pd'],
  ['positive semidefinite', 'psd'],
  ['positive semi - definite', 'psd'],
  ['positive - definite', 'pd'],
  ['positive - semidefinite', 'psd'],
  ['PSD', 'psd'],
  ['PD', 'pd'],
  ['SPD', 'pd'],
  ['spd', 'pd'],
  ['SPSD', 'psd'],
  ['nonsingular', 'invertible'],
  ['non - singular', 'invertible'],
  ['non - zero', 'nonzero'],
  ['non - negative', 'nonnegative'],
  ['regular', 'invertible'],
  ['sym', 'symmetric'],
  ['skew - symmetric', 'antisymmetric'],
  ['anti - symmetric', 'antisymmetric'],
  ['skewsymmetric', 'antisymmetric'],
  ['skew', 'antisymmetric'],
  ['hermitian', 'symmetric'],
  ['Hermitian', 'symmetric'],
  ['self - adjoint', 'symmetric'],
  ['unitary', 'orthogonal'],
  ['Unitary', 'orthogonal'],
  ['unit - norm', 'unit'],
  ['orthonormal', 'orthogonal'],
  ['idempotent', 'projector'],
  ['projection', 'projector'],
  ['full row rank', 'onto'],
  ['full column rank', 'one-to-one'],
  ['surjective', 'onto'],
  ['injective', 'one-to-one'],
  ['lower triangular', 'lower'],
  ['upper triangular', 'upper'],
  ['lower - triangular', 'lower'],
  ['upper - triangular', 'upper'],
];

const longestFirst = (list: typeof phrases): readonly Phrase[] =>
  list
    .map(([text, attribute]) => ({ words: text.split(' '), attribute }))
    .toSorted((a, b) => b.words.length - a.words.length);

export const attributePhrases: readonly Phrase[] = longestFirst(phrases);

/** hermitian and unitary are words of their own where a text declares complex matrices. */
const complexPhrases: readonly Phrase[] = longestFirst(
  phrases.map(([text, attribute]) => {
    if (/^(hermitian|self - adjoint)$/i.test(text)) return [text, 'hermitian'];
    return /^unitary$/i.test(text) ? [text, 'unitary'] : [text, attribute];
  }),
);

export const phrasesIn = (tokens: readonly Token[]): readonly Phrase[] =>
  isComplex(tokens) ? complexPhrases : attributePhrases;

/** Words for a number. */
export const numberWords: ReadonlySet<string> = new Set([
  'real',
  'reals',
  'float',
  'float32',
  'float64',
  'number',
  'double',
]);

/** Nouns that say again what the dimensions say. */
export const typeNouns: ReadonlySet<string> = new Set([
  'matrix',
  'matrices',
  'vectors',
  'vector',
  'tensor',
  'array',
  'ndarray',
]);
