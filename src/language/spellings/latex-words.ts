/** The meanings of the commands of LaTeX mathematics: signs, words, letters, fonts and spaces. */
import { unread } from '../token.ts';

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .flatMap((item, i, all) => (i % 2 === 0 ? [[`\\${item}`, all[i + 1] ?? ''] as const] : [])),
  );

/** Commands for one sign of the language. */
export const latexSigns = pairs(String.raw`
  cdot * times × ast * odot .* circ .* bullet *
  leq <= le <= leqslant <= geq >= ge >= geqslant >= neq != ne != lt < gt >
  succeq >>= succcurlyeq >>= preceq <<= preccurlyeq <<= propto ~~ sim ~
  implies => Rightarrow => Longrightarrow => impliedby <= Leftarrow <=
  iff <=> Leftrightarrow <=> Longleftrightarrow <=> to -> rightarrow -> longrightarrow ->
  colon : prime ' top ' intercal ' lbrack [ rbrack ] lparen ( rparen ) { ( } )
  lVert ‖ rVert ‖ Vert ‖ | ‖ lvert | rvert | vert | dots .. ldots .. cdots ..
`);

/** Commands for a word of the language. */
export const latexNames = pairs(String.raw`
  in in forall forall exists exists land and wedge and lor or vee or lnot not neg not
  otimes kron R R E E dagger dagger
  exp exp log log ln log det det tanh tanh sin sin cos cos max max min min ker ker arg arg
  sup sup inf inf dim dim tr tr Tr tr trace tr rank rank diag diag sign sign softmax softmax relu relu
  cov Cov Cov Cov var Var Var Var
  varepsilon epsilon vartheta theta varphi phi varrho rho varsigma sigma
`);

const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau ' +
  'upsilon phi chi psi omega ell Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega';

export const latexLetters: ReadonlySet<string> = new Set(
  greekNames.split(' ').map((letter) => `\\${letter}`),
);

const commands = (text: string): ReadonlySet<string> =>
  new Set(text.split(' ').map((one) => `\\${one}`));

/** Commands for what the language has no words for, with what to write. */
export const unreadCommands: ReadonlyMap<string, readonly [what: string, instead: string]> =
  new Map(
    [
      ...['lim', 'limsup', 'liminf'].map((one) => [one, 'limits'] as const),
      ...['int', 'iint', 'oint'].map((one) => [one, 'integrals'] as const),
      ...['infty'].map((one) => [one, 'sums without end'] as const),
      ...['Pr'].map((one) => [one, 'probabilities'] as const),
    ].map(([command, what]) => [`\\${command}`, [what, unread.get(what) ?? ''] as const]),
  );

/** A font changes nothing: its argument is read alone. */
export const fonts = commands(
  'mathbf mathrm mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm bf rm vec mathbb pmb ' +
    'operatorname text textrm textbf textit textnormal mbox ensuremath mathop',
);

/** Marks above a letter become part of its name. */
export const accents: ReadonlyMap<string, string> = new Map(
  'hat tilde bar widehat widetilde overline check dot ddot breve'
    .split(' ')
    .map((one) => [`\\${one}`, one.replace('wide', '').replace('overline', 'bar')]),
);

/** Commands that only move what is printed. */
export const dropped = new Set([
  ...commands(
    'left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm displaystyle ' +
      'textstyle limits nolimits quad qquad nonumber notag operatorname*',
  ),
  ...[',', ';', ':', '!', ' ', '(', ')', '[', ']', '>', '/'].map((one) => `\\${one}`),
]);

/** Environments that only lay out what stands in them. */
export const layouts = new Set([
  'equation',
  'equation*',
  'align',
  'align*',
  'aligned',
  'gather',
  'gather*',
  'gathered',
  'multline',
  'multline*',
  'split',
  'displaymath',
  'math',
]);

export const matrices = new Set([
  'matrix',
  'pmatrix',
  'bmatrix',
  'Bmatrix',
  'smallmatrix',
  'vmatrix',
]);

/** Commands with braces that are read by a rule of their own. */
const shaped = commands('frac dfrac tfrac cfrac sqrt norm abs begin end nabla sum prod partial');

export const latexCommands: readonly string[] = [
  ...latexSigns.keys(),
  ...latexNames.keys(),
  ...latexLetters,
  ...fonts,
  ...accents.keys(),
  ...shaped,
];

export const fractions = commands('frac dfrac tfrac cfrac');

/** Commands that a later rule reads with what stands under and behind them. */
export const kept = commands('nabla sum prod partial infty succ prec perp');
