/**
 * Words and signs with another meaning elsewhere, replaced in the typed text: attributes that are
 * hypotheses here, whole numbers as exponents, `|A|` of a matrix, `A ≥ 0`, `A11`.
 */
import type { ClaimError } from '../ast.ts';
import { Lexer } from '../lexer.ts';
import { otherNotations } from './other-notations.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { TypeReader } from '../spellings/types.ts';

/** Attributes of other texts, each as what it says of `$`; `#` is the size. */
const attributes: readonly (readonly [words: string, ...hypotheses: readonly string[]])[] = [
  ['diagonali[sz]able', 'exists P: #×# invertible, D: #×# diagonal. $ = P D inv(P)'],
  ['normal', "$ $' = $' $"],
  ['nilpotent', '$^# = 0'],
  ['involutory', '$^2 = I'],
  ['singular', 'not ($ is invertible)'],
  ['traceless', 'tr($) = 0'],
  ['full\\s+rank', '$ is onto', '$ is one-to-one'],
  ['contraction', 'norm($) <= 1'],
  ['negative\\s+definite', '-$ is pd'],
  ['negative\\s+semidefinite', '-$ is psd'],
  ['convex', 'forall u: #. hess($)(u) >>= 0', "forall u: scalar. $''(u) >= 0"],
  ['concave', 'forall u: #. hess($)(u) <<= 0', "forall u: scalar. $''(u) <= 0"],
  ['even', 'forall u: #. $(-u) = $(u)'],
  ['odd', 'forall u: #. $(-u) = -$(u)'],
  ['stochastic', '$ ones = ones'],
  ['(?:with\\s+)?orthonormal\\s+columns', "$' $ = I"],
  ['(?:with\\s+)?orthonormal\\s+rows', "$ $' = I"],
];

const sizeOf = (names: readonly string[], source: string): string => {
  const tokens = new TypeReader(new Lexer(source).read()).read();
  const { shapes } = declaredNames(tokens);
  const [name = ''] = names;
  const domain = new RegExp(`\\b${name}\\s*:\\s*(?:R|ℝ)\\^(\\w+)`).exec(source)?.[1];
  return shapes.get(name)?.[0] ?? domain ?? 'n';
};

/** The item of the text that holds the place: its start and its end. */
const itemAt = (source: string, place: number): readonly [number, number] => {
  const before = source.slice(0, place);
  const start = Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1;
  const after = source.slice(place).search(/;|\n|\|- |⊢|\\vdash/);
  return [start, after < 0 ? source.length : place + after];
};

/** A declaration with a word that is not an attribute: the word becomes a hypothesis. */
const asHypotheses = (source: string, { span }: ClaimError): readonly string[] => {
  const [start, end] = itemAt(source, span.start);
  const item = source.slice(start, end);
  const turnstile = source.search(/\|- |⊢|\\vdash/);
  if (turnstile < end - 1) return [];
  const names = (
    /^\s*([A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*)\s*(?::|∈|\\in\b|in\b)/.exec(item)?.[1] ?? ''
  )
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const [words, ...hypotheses] of attributes) {
    const found = new RegExp(`\\s*\\b${words}\\b`).exec(item);
    if (!found || names.length === 0) continue;
    const bare = item.slice(0, found.index) + item.slice(found.index + found[0].length);
    const rest = source.slice(end, turnstile).replace(/[\s;]*$/, '');
    const whole = `${source.slice(0, start)}${bare.trimEnd()}${rest}`;
    const size = sizeOf(names, `${whole} ${source.slice(turnstile)}`);
    return hypotheses.map((one) => {
      const said = names.map((name) => one.replaceAll('$', name).replaceAll('#', size)).join('; ');
      return `${whole}; ${said} ${source.slice(turnstile)}`;
    });
  }
  return [];
};

/** A whole number as exponent is a dimension here: it is declared by a bound on it. */
const asDimension = (source: string, { message }: ClaimError): readonly string[] => {
  const [, name = ''] = /^the power \^\((\w+)\)/.exec(message) ?? [];
  const number = String.raw`(?:scalar|int|integer|whole|natural|nat|N|Z|ℕ|ℤ|\\mathbb\{?[NZ]\}?)\b`;
  const declared = new RegExp(
    String.raw`\b${name}\s*(?::|∈|in|\\in)\s*${number}\s*(?:positive|number)?\s*;?`,
  );
  return name === '' || !declared.test(source)
    ? []
    : [source.replace(declared, '').replace(/[\s;]*(\|- |⊢|\\vdash)/, `; ${name} >= 1 $1`)];
};

/** `|A|` of a matrix is its determinant or its norm. */
const asDeterminant = (source: string): readonly string[] => {
  const place = source.search(/\|- |⊢|\\vdash/) + 2;
  const [head, said] = [source.slice(0, place), source.slice(place)];
  // double bars are norms already
  return /(^|[\s(+=-])\|\|/.test(said)
    ? []
    : ['det', 'norm'].map((word) => head + said.replaceAll(/\|([^|;=<>]+)\|/g, ` ${word}($1) `));
};

/** `A ≥ 0` of matrices is their order, or that of their entries. */
const asOrder = (source: string): readonly string[] => {
  const { kinds } = declaredNames(new TypeReader(new Lexer(source).read()).read());
  const matrices = [...kinds].filter(([, kind]) => kind === 'matrix').map(([name]) => name);
  if (matrices.length === 0) return [];
  const factor =
    String.raw`(?:\d+|${matrices.join('|')}|I|inv\((?:${matrices.join('|')})\))` +
    String.raw`(?:\^\{?(?:-?\d+|T|\\top)\}?|'|’|ᵀ|⁻¹|²)*`;
  const side = String.raw`\s*-?\s*${factor}(?:\s*[-+*]?\s*${factor})*\s*`;
  const chain = new RegExp(
    String.raw`(?<=(?:^|;|\|-|⊢|,|and|=>)\s*)${side}(?:(?:>=|≥|<=|≤|>|<)${side})+(?=$|;|\|-|⊢|,|\(|and|=>)`,
    'g',
  );
  const larger: Record<string, string> = {
    '>=': '>>=',
    '≥': '>>=',
    '<=': '<<=',
    '≤': '<<=',
  };
  const isOfMatrices = (said: string): boolean =>
    new RegExp(String.raw`\b(?:${matrices.join('|')})\b`).test(said);
  return [
    source
      .replaceAll(/([A-Z])\s*,\s*(?=[A-Z]\s*(>=|≥|>)\s*0)/g, '$1 $2 0, ')
      .replaceAll(chain, (said) =>
        isOfMatrices(said)
          ? said
              .replaceAll(/>=|≥|<=|≤/g, (sign) => larger[sign] ?? sign)
              .replaceAll(/>(?![>=])\s*0/g, '≻ 0')
          : said,
      )
      .replaceAll(/\((?:psd|Loewner|Löwner|operator) order\)/g, ''),
  ];
};

/** λ is the name of the eigenvalues here: a number takes another. */
const asMultiplier = (source: string): readonly string[] => [
  `lam: scalar; ${source.replaceAll(/(?:\\lambda\b|λ|\blambda\b)(?!\s*[_[(₀-₉])/g, ' lam ')}`,
];

/** `A: torch.Tensor`: a capital is a matrix, a small letter a vector. */
const asSizes = (source: string): readonly string[] => [
  source.replaceAll(
    /\b([A-Za-z]\w*)(\s*:\s*)(?:\w+\.)?(?:Tensor|ndarray|Array|NDArray)\b/g,
    (_, name: string, colon: string) => name + colon + (/^[A-Z]/.test(name) ? 'n×n' : 'n'),
  ),
];

/** `A11` and `a11` are entries of A, `x1` of x. */
const asEntries = (source: string): readonly string[] => {
  const { kinds } = declaredNames(new TypeReader(new Lexer(source).read()).read());
  const base = (letter: string, kind: string): string | undefined =>
    [letter, letter.toUpperCase()].find((one) => kinds.get(one) === kind);
  return [
    source.replaceAll(
      /\b([A-Za-z])_?(\d)(\d)?\b/g,
      (all, letter: string, i: string, j?: string) => {
        const of = base(letter, j === undefined ? 'vector' : 'matrix');
        return of === undefined || kinds.has(all)
          ? all
          : ` ${of}[${j === undefined ? i : `${i},${j}`}]`;
      },
    ),
  ];
};

/** Texts that may be what was meant, the likeliest first. */
export const otherMeanings = (source: string, error: ClaimError): readonly string[] => {
  const { message } = error;
  const read = otherNotations(source, error);
  if (read.length > 0) return read;
  if (message.startsWith('expected an attribute')) return asHypotheses(source, error);
  if (message.startsWith('the power ^(')) return asDimension(source, error);
  if (message.includes('|..| takes a scalar or a vector')) return asDeterminant(source);
  if (message.includes('compares scalars, and vectors')) return asOrder(source);
  if (/^lambda (is a function|needs a number)/.test(message)) return asMultiplier(source);
  if (message.endsWith('does not tell its sizes')) return asSizes(source);
  if (/^[A-Za-z]_?\d\d? is not declared$/.test(message)) return asEntries(source);
  return [];
};
