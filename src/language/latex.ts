/** Prints expressions, formulas and claims as LaTeX. */
import { typesetDeclaration } from './typeset-declaration.ts';
import type { Typeset } from '../operators/typeset.ts';
import { fences } from '../operators/typeset.ts';
import type { Claim, Declaration, Expr, Formula, RandomVariable } from './ast.ts';
import { typesetClaim, typesetExpr, typesetFormula, typesetRandom } from './typeset-claim.ts';
import { greekNames, typesetName } from './typeset-names.ts';

/** A command that ends in a letter, as \circ, needs a space before a letter. */
const separated = (parts: readonly Typeset[], by: string): string => {
  const [first = '', ...others] = parts.map(latexOf);
  return others.reduce((before, text) => {
    const runsOn = by === '' && /\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(text);
    return before + (runsOn ? ' ' : by) + text;
  }, first);
};

const letterLatex = (name: string): string => (greekNames.has(name) ? `\\${name}` : name);

const fencedLatex = (fence: keyof typeof fences, body: string): string => {
  const [open, close] = fences[fence];
  return open.startsWith('\\')
    ? `\\left${open} ${body} \\right${close}`
    : `\\left${open}${body}\\right${close}`;
};

/** A name of several letters, perhaps with an index or a prime. */
const isWord = (t: Typeset): boolean =>
  (t.kind === 'word' && t.how === 'plain') ||
  ((t.kind === 'scripts' || t.kind === 'primed') && isWord(t.base));

/** A thin space on either side of a long name: η lam V, not ηlamV. */
const productLatex = (parts: readonly Typeset[]): string =>
  parts
    .map((part, i) => {
      const before = parts[i - 1];
      const isApart = before !== undefined && (isWord(before) || isWord(part));
      return `${isApart ? String.raw`\, ` : i === 0 ? '' : ' '}${latexOf(part)}`;
    })
    .join('');

/** LaTeX of a formula's tree, without dollar signs. */
export const latexOf = (t: Typeset): string => {
  switch (t.kind) {
    case 'letter':
      return letterLatex(t.name);
    case 'word':
      return t.how === 'known'
        ? `\\${t.word}`
        : `\\${t.how === 'plain' ? 'mathrm' : 'operatorname'}{${t.word.replaceAll('_', '\\_')}}`;
    case 'number':
      return t.text;
    case 'sign':
      return t.sign;
    case 'text':
      return `\\text{ ${t.text}}`;
    case 'row':
      return separated(t.parts, t.tight ? '' : ' ');
    case 'product':
      return productLatex(t.parts);
    case 'list':
      return separated(t.items, ', ');
    case 'fenced':
      return fencedLatex(t.fence, latexOf(t.body));
    case 'applied':
      return latexOf(t.fn) + latexOf(t.to);
    case 'scripts': {
      const below = t.below === null ? '' : `_{${latexOf(t.below)}}`;
      const above = t.above === null ? '' : `^{${latexOf(t.above)}}`;
      return `${latexOf(t.base)}${below}${above}`;
    }
    case 'primed':
      return `${latexOf(t.base)}${"'".repeat(t.primes)}`;
    case 'fraction':
      return `\\frac{${latexOf(t.over)}}{${latexOf(t.under)}}`;
    case 'root':
      return `\\sqrt{${latexOf(t.of)}}`;
    case 'grid':
      return `\\begin{bmatrix} ${t.rows.map((cells) => separated(cells, ' & ')).join(' \\\\ ')} \\end{bmatrix}`;
    case 'large':
      return `${t.sign}_{${latexOf(t.below)}}^{${latexOf(t.above)}}`;
  }
};

/** `theta_1` as `\theta_{1}`, `W2` as `W_{2}`, `loss` as `\mathrm{loss}`. */
export const nameLatex = (name: string): string => latexOf(typesetName(name));
/** LaTeX of an expression, without dollar signs. */
export const exprLatex = (e: Expr): string => latexOf(typesetExpr(e));
export const declarationLatex = (d: Declaration): string => latexOf(typesetDeclaration(d));
/** LaTeX of a random variable with its law. */
export const randomLatex = (r: RandomVariable): string => latexOf(typesetRandom(r));
/** LaTeX of a formula, without dollar signs. */
export const formulaLatex = (f: Formula): string => latexOf(typesetFormula(f));

/** LaTeX of a whole claim: declarations and hypotheses, the turnstile, the conclusion. */
export const claimLatex = (claim: Claim): string => {
  const { given, conclusion } = typesetClaim(claim);
  return `${given.map(latexOf).join(';\\ ')}${given.length > 0 ? '\\ ' : ''}\\vdash ${latexOf(conclusion)}`;
};
