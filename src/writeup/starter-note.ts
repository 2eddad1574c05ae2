/**
 * The note that `elenchus init` makes: the language in two screens, every claim in it checked as it
 * is declared.
 */
import { noteName } from '../catalogue/read-markdown.ts';

const opening = (file: string): string => `# Claims under cross-examination

\`elenchus check ${file}\` checks every block below that is marked \`claim\`, and
\`elenchus check ${file} --write\` puts the verdicts under them. A claim reads
\`declarations; hypotheses |- conclusion\`; a line break means \`;\` and \`--\`
begins a comment.
`;

const language = `\`\`\`claim trace-cyclic expect=proved
A: m×n; B: n×m          -- matrices; m and n are any positive integers
|- tr(A B) = tr(B A)
\`\`\`

\`proved\` means: a small kernel accepted a derivation, for every dimension. What is
false is \`refuted\`, by an exact counterexample that is as small as can be:

\`\`\`claim commute expect=refuted
A, B: n×n |- A B = B A
\`\`\`

\`'\` transposes, juxtaposition multiplies, \`.*\` multiplies entry by entry. Attributes
follow a type: \`symmetric orthogonal invertible psd pd onto one-to-one
positive unit …\`; other hypotheses are formulas. \`×\` may be written \`x\`.

\`\`\`claim cancellation expect=proved
W: m×n onto; Q: m×m; c: scalar; W' W = c W' Q W
|- I = c Q
\`\`\`

\`R^n -> R\` is a smooth function, \`activation\` one that acts entry by entry.
\`grad[x](…)\`, \`jac[x](…)\` and \`hess[x](…)\` differentiate by a declared variable,
\`grad(f)(u)\` is the gradient of f at u, \`phi'\` the derivative of phi:

\`\`\`claim chain-rule expect=proved
W: m×n; h: n; phi: activation; g: R^m -> R
|- grad[h](g(phi(W h))) = W' diag(phi'(W h)) grad(g)(phi(W h))
\`\`\`

Families have an index: \`sum[i]\` and \`mean[i]\` run over it. A \`proof\` block gives a
derivation, each step with its reason; without one elenchus looks for its own.

\`\`\`claim frame expect=proved
q[i]: m for i in 1..N; v: m; c: scalar; sum[i](q[i] q[i]') = c I
|- sum[i]((q[i]' v)^2) = c |v|^2
\`\`\`

\`\`\`proof frame
sum[i]((q[i]' v)^2) = v' (sum[i](q[i] q[i]')) v   by ring
                    = v' (c I) v                  by hypothesis
                    = c |v|^2                     by ring
\`\`\`

A product that does not fit is \`ill-typed\`, with the place and often the remedy:

\`\`\`claim shapes expect=ill-typed
A, B: m×n |- tr(A B) = 0
\`\`\`
`;

function citing(file: string): string {
  const id = `${noteName(file)}/cancellation`;
  return `Say \`[@${id}]\` in a Markdown text, or \`\\lemma{${id}}\`
in LaTeX, and \`elenchus cite paper.tex ${file}\` makes what the paper needs to
print the statement; \`elenchus cite --check paper.tex ${file}\` fails when it no
longer holds. \`elenchus try "<claim>"\` answers a single claim.
`;
}

/** Markdown; `file` is the name under which it is saved. */
export const starterNote = (file: string): string =>
  [opening(file), language, citing(file)].join('\n');
