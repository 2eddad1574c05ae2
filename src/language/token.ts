/** Tokens: their kinds, signs and Unicode aliases. */
import type { Span } from './ast.ts';

/**
 * `sign` is punctuation or an operator in its ASCII form, `turnstile` the `|-` between hypotheses
 * and conclusion, `separator` the end of an item, `by` the reason of a proof's step (its text is
 * the rest of the line), `foreign` a sign or a command of another notation, which the spellings
 * read or refuse.
 */
export type TokenKind =
  | 'name'
  | 'number'
  | 'sign'
  | 'turnstile'
  | 'separator'
  | 'by'
  | 'end'
  | 'foreign';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** First on its line. */
  readonly opens: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
}

/** Longest first, so that `<=>` is not read as `<=` and `>`. */
export const signs = [
  '<=>',
  '>>=',
  '<<=',
  '->',
  '=>',
  '<=',
  '>=',
  '!=',
  '~~',
  '.*',
  './',
  '.^',
  '..',
  ':=',
  '+',
  '-',
  '*',
  '/',
  '^',
  "'",
  '(',
  ')',
  '[',
  ']',
  '|',
  ',',
  ';',
  ':',
  '.',
  '=',
  '<',
  '>',
  '~',
] as const;

/** Unicode signs and their ASCII signs; the double bar and × have no ASCII sign of their own. */
export const signAliases: ReadonlyMap<string, readonly string[]> = new Map([
  ['×', ['×']],
  ['‖', ['‖']],
  ['∥', ['‖']],
  ['⟹', ['=>']],
  ['⇒', ['=>']],
  ['⟺', ['<=>']],
  ['⇔', ['<=>']],
  ['⟸', ['<=']],
  ['⇐', ['<=']],
  ['∝', ['~~']],
  ['⪰', ['>>=']],
  ['≽', ['>>=']],
  ['⪯', ['<<=']],
  ['≼', ['<<=']],
  ['≤', ['<=']],
  ['≥', ['>=']],
  ['≠', ['!=']],
  ['→', ['->']],
  ['∘', ['.*']],
  ['⊙', ['.*']],
  ['·', ['*']],
  ['⋅', ['*']],
  ['−', ['-']],
  ['‐', ['-']],
  ['‑', ['-']],
  ['ᵀ', ["'"]],
  ['⊤', ["'"]],
  ['′', ["'"]],
  ['’', ["'"]],
  ['″', ["'", "'"]],
]);

/** Unicode signs that mean words. */
export const wordAliases: ReadonlyMap<string, string> = new Map([
  ['∈', 'in'],
  ['∀', 'forall'],
  ['∃', 'exists'],
  ['∧', 'and'],
  ['∨', 'or'],
  ['¬', 'not'],
  ['⊗', 'kron'],
  ['ℝ', 'R'],
  ['ℂ', 'C'],
]);

const small =
  'α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ϑ theta ι iota κ ' +
  'kappa λ lambda μ mu µ mu ν nu ' +
  'ξ xi ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi χ chi ψ psi ω omega ℓ ell ' +
  'Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega';

/** Greek letters and their names. */
export const greek: ReadonlyMap<string, string> = new Map(
  small
    .split(' ')
    .flatMap((letter, i, all) => (i % 2 === 0 ? [[letter, all[i + 1] ?? letter] as const] : [])),
);

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** What the language has no words for, with what to write instead. */
export const unread: ReadonlyMap<string, string> = new Map([
  ['limits', 'say what holds for every size, or for every positive e: e: scalar positive'],
  ['integrals', 'a mean over a normal x is E[..]; any other integral is written as its value'],
  [
    'sums without end',
    'end the sum at a size: of a geometric series (1 - r) sum[k in 1..n](r^(k - 1)) = 1 - r^n',
  ],
  ['probabilities', 'means are read, as E[..]'],
]);

/** Unicode signs for the same. */
export const unreadSigns: ReadonlyMap<string, string> = new Map([
  ['∫', 'integrals'],
  ['∮', 'integrals'],
  ['∞', 'sums without end'],
  ['ℙ', 'probabilities'],
]);

/** Signs of other notations, with what to write instead. */
export const foreign: ReadonlyMap<string, string> = new Map([
  ['∇', 'grad[x](..) for a gradient, hess[x](..) for a Hessian'],
  ['∂', 'grad[x](..) or jac[x](..)'],
  ['⁻', 'inv(..) for an inverse'],
  ['√', 'sqrt(..)'],
  ['∑', 'sum[i](..)'],
  ['∏', 'prod[l=L..1](..)'],
  ['⁺', 'pinv(..) for a pseudo-inverse'],
  ['{', '( ) or [ ]'],
  ['}', '( ) or [ ]'],
  ['&', 'and'],
  ['⟨', 'dot(x, y)'],
  ['𝔼', 'E[..]'],
  ['"', "' for a transpose"],
  ['`', "' for a transpose"],
  ['@', 'A B for a product'],
  ['\\', 'plain names, as theta for \\theta'],
  ['%', '-- for a comment'],
  ['#', '-- for a comment'],
]);

export const relationSigns: ReadonlySet<string> = new Set([
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '~~',
  '>>=',
  '<<=',
]);
