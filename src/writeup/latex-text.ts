/** Any text as LaTeX in pure ASCII, so that it is typeset under every input encoding. */

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\char34{}',
  '`': '\\char96{}',
  '–': '--',
  '—': '---',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '„': ',,',
  '…': '\\dots{}',
  '§': '\\S{}',
  '\u00A0': '~',
  ß: '\\ss{}',
  ø: '\\o{}',
  Ø: '\\O{}',
  æ: '\\ae{}',
  Æ: '\\AE{}',
  œ: '\\oe{}',
  Œ: '\\OE{}',
  ł: '\\l{}',
  Ł: '\\L{}',
  ı: '\\i{}',
};
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030A': 'r',
  '\u030B': 'H',
  '\u030C': 'v',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0323': 'd',
  '\u0331': 'b',
};
const mathematics: Readonly<Record<string, string>> = {
  '×': '\\times',
  '·': '\\cdot',
  '∘': '\\circ',
  '∇': '\\nabla',
  '∂': '\\partial',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '→': '\\to',
  '⇒': '\\Rightarrow',
  '⟹': '\\Rightarrow',
  '⇔': '\\Leftrightarrow',
  '⟺': '\\Leftrightarrow',
  '∝': '\\propto',
  '⪰': '\\succeq',
  '⪯': '\\preceq',
  '≻': '\\succ',
  '∈': '\\in',
  '∀': '\\forall',
  '∃': '\\exists',
  '⊗': '\\otimes',
  '⊢': '\\vdash',
  '∞': '\\infty',
  '±': '\\pm',
  '−': '-',
  '√': '\\surd',
  '∑': '\\sum',
  '∏': '\\prod',
  '∧': '\\land',
  '∨': '\\lor',
  '¬': '\\lnot',
  '′': "'",
  '⊥': '\\perp',
  '∥': '\\|',
  '‖': '\\|',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  ℓ: '\\ell',
  '½': '1/2',
  '²': '^2',
  '³': '^3',
  '¹': '^1',
  '⁻': '^-',
  ᵀ: '^\\top',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  ζ: '\\zeta',
  η: '\\eta',
  θ: '\\theta',
  ι: '\\iota',
  κ: '\\kappa',
  λ: '\\lambda',
  μ: '\\mu',
  ν: '\\nu',
  ξ: '\\xi',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  υ: '\\upsilon',
  φ: '\\varphi',
  ϕ: '\\phi',
  χ: '\\chi',
  ψ: '\\psi',
  ω: '\\omega',
  Γ: '\\Gamma',
  Δ: '\\Delta',
  Θ: '\\Theta',
  Λ: '\\Lambda',
  Ξ: '\\Xi',
  Π: '\\Pi',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  Ψ: '\\Psi',
  Ω: '\\Omega',
  ℝ: '\\mathbb{R}',
};

/** LaTeX that prints the text; a character that it has no command for is written as its number. */
export function latexText(text: string): string {
  let written = '';
  for (const c of text.normalize('NFC').replaceAll(/[\s\p{Cc}]+/gu, ' ')) written += character(c);
  return written;
}

function character(c: string): string {
  const known = special[c];
  if (known !== undefined) return known;
  if (/^[ -~]$/.test(c)) return c;
  const math = mathematics[c];
  if (math !== undefined) return `\\ensuremath{${math}}`;
  const subscript = '₀₁₂₃₄₅₆₇₈₉'.indexOf(c);
  if (subscript >= 0) return `\\ensuremath{_{${subscript}}}`;
  const [base = '', ...marks] = c.normalize('NFD');
  if (
    /^[A-Za-z]$/.test(base) &&
    marks.length > 0 &&
    marks.every((mark) => accents[mark] !== undefined)
  )
    return marks.reduce((inner, mark) => `\\${accents[mark]}{${inner}}`, base);
  return `[U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Typewriter text that may be broken behind slashes, hyphens and blanks. */
export const latexCode = (text: string): string =>
  `\\texttt{${latexText(text).replaceAll(/([/-])(?=.)/g, '$1\\allowbreak{}')}}`;
