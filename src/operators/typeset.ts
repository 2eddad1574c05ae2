/**
 * A formula set in two dimensions, as a tree: LaTeX and MathML are both written from it, so that
 * each form is declared once.
 */

/** Signs by their LaTeX command, with their character. */
export const signCharacters = {
  '+': '+',
  '-': '−',
  '=': '=',
  '<': '<',
  '>': '>',
  ',': ',',
  ':': ':',
  '\\neq': '≠',
  '\\leq': '≤',
  '\\geq': '≥',
  '\\propto': '∝',
  '\\succeq': '⪰',
  '\\preceq': '⪯',
  '\\in': '∈',
  '\\circ': '∘',
  '\\otimes': '⊗',
  '\\oslash': '⊘',
  '\\infty': '∞',
  '\\sim': '∼',
  '\\times': '×',
  '\\to': '→',
  '\\nabla': '∇',
  '\\top': '⊤',
  '\\dots': '…',
  '\\land': '∧',
  '\\lor': '∨',
  '\\lnot': '¬',
  '\\Rightarrow': '⇒',
  '\\Leftrightarrow': '⇔',
  '\\forall': '∀',
  '\\exists': '∃',
  '\\vdash': '⊢',
  '\\{': '{',
  '\\}': '}',
  ',\\ ': ',',
  '.\\ ': '.',
  '\\mathbb{R}': 'ℝ',
  '\\mathbb{C}': 'ℂ',
  '\\ast': '∗',
  '\\mathbf{1}': '𝟏',
  '\\sum': '∑',
  '\\prod': '∏',
  '\\mathbb{E}': '𝔼',
} as const;
export type Sign = keyof typeof signCharacters;

export const fences = {
  parentheses: ['(', ')'],
  bars: ['\\lvert', '\\rvert'],
  doubleBars: ['\\lVert', '\\rVert'],
  angles: ['\\langle', '\\rangle'],
  brackets: ['[', ']'],
} as const;
export type Fence = keyof typeof fences;

export type Typeset =
  /** A letter or the name of a Greek one: set in italics. */
  | { readonly kind: 'letter'; readonly name: string }
  /** Upright: `known` where LaTeX has a command for it, `operator` for a function's name. */
  | { readonly kind: 'word'; readonly word: string; readonly how: 'plain' | 'operator' | 'known' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: Sign }
  /** Words between formulas, with a space on their left. */
  | { readonly kind: 'text'; readonly text: string }
  /** Side by side, with spaces in LaTeX unless `tight`. */
  | { readonly kind: 'row'; readonly parts: readonly Typeset[]; readonly tight: boolean }
  | { readonly kind: 'product'; readonly parts: readonly Typeset[] }
  | { readonly kind: 'list'; readonly items: readonly Typeset[] }
  | { readonly kind: 'fenced'; readonly fence: Fence; readonly body: Typeset }
  | { readonly kind: 'applied'; readonly fn: Typeset; readonly to: Typeset }
  | {
      readonly kind: 'scripts';
      readonly base: Typeset;
      readonly below: Typeset | null;
      readonly above: Typeset | null;
    }
  | { readonly kind: 'primed'; readonly base: Typeset; readonly primes: number }
  | { readonly kind: 'fraction'; readonly over: Typeset; readonly under: Typeset }
  | { readonly kind: 'root'; readonly of: Typeset }
  /** A matrix, row by row. */
  | { readonly kind: 'grid'; readonly rows: readonly (readonly Typeset[])[] }
  /** A large sign with its range. */
  | {
      readonly kind: 'large';
      readonly sign: '\\sum' | '\\prod';
      readonly below: Typeset;
      readonly above: Typeset;
    };

export const letter = (name: string): Typeset => ({ kind: 'letter', name });
export const plainWord = (word: string): Typeset => ({ kind: 'word', word, how: 'plain' });
export const operatorWord = (word: string): Typeset => ({ kind: 'word', word, how: 'operator' });
/** A function that LaTeX has a command for, as `\det`. */
export const knownWord = (word: string): Typeset => ({ kind: 'word', word, how: 'known' });
export const numeral = (text: string): Typeset => ({ kind: 'number', text });
export const sign = (name: Sign): Typeset => ({ kind: 'sign', sign: name });
export const words = (text: string): Typeset => ({ kind: 'text', text });
export const row = (...parts: Typeset[]): Typeset => ({ kind: 'row', parts, tight: false });
export const tight = (...parts: Typeset[]): Typeset => ({ kind: 'row', parts, tight: true });
export const product = (...parts: Typeset[]): Typeset => ({ kind: 'product', parts });
export const list = (items: readonly Typeset[]): Typeset => ({ kind: 'list', items });
export const fenced = (fence: Fence, body: Typeset): Typeset => ({ kind: 'fenced', fence, body });
export const parentheses = (body: Typeset): Typeset => fenced('parentheses', body);
export const applied = (fn: Typeset, ...args: Typeset[]): Typeset => ({
  kind: 'applied',
  fn,
  to: parentheses(list(args)),
});
export const below = (base: Typeset, script: Typeset): Typeset => ({
  kind: 'scripts',
  base,
  below: script,
  above: null,
});
export const above = (base: Typeset, script: Typeset): Typeset => ({
  kind: 'scripts',
  base,
  below: null,
  above: script,
});
export const fraction = (over: Typeset, under: Typeset): Typeset => ({
  kind: 'fraction',
  over,
  under,
});
export const root = (of: Typeset): Typeset => ({ kind: 'root', of });

/**
 * A form that may stand as a base: what is bracketed already and letters, words and numbers, also
 * with an index, stay bare, all else is put in parentheses.
 */
export const grouped = (base: Typeset): Typeset => {
  const core = base.kind === 'scripts' && base.above === null ? base.base : base;
  const bare =
    core.kind === 'fenced' ||
    core.kind === 'applied' ||
    core.kind === 'grid' ||
    core.kind === 'letter' ||
    core.kind === 'word' ||
    core.kind === 'sign' ||
    (core.kind === 'number' && /^\d+$/.test(core.text));
  return bare ? base : parentheses(base);
};
