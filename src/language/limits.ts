/**
 * Bounds on what is read: a claim is a line or a page, and every later room walks its tree by
 * recursion.
 */
export const limits = {
  /** Characters of source text. */
  source: 100_000,
  tokens: 20_000,
  /** Open brackets, prefix signs and quantifiers around any place. */
  nesting: 200,
  /** Height of the syntax tree, long sums included. */
  depth: 500,
  /** Digits of one number. */
  digits: 60,
  /** Digits of a literal dimension or index. */
  size: 6,
  /** Declared names. */
  declarations: 1000,
} as const;
