/**
 * Sentences about no matrix in particular, as claims about named ones: `the product of two orthogonal matrices is
 * orthogonal`, `a projection has trace equal to its rank`, `every psd matrix is symmetric`.
 */
import { attributes } from '../ast.ts';
import { attributePhrases } from '../spellings/type-words.ts';

const longest = 200;

const words = [
  ...attributePhrases.map(({ words: all }) => all.join(' ').replaceAll(' - ', '-?\\s?')),
  ...attributes,
  'diagonali[sz]able',
  'nilpotent',
  'singular',
  'traceless',
];
const attribute = `(?:${words.join('|')})`;
/** `symmetric and positive definite`. */
const said = `(?:(?:square\\s+)?${attribute}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s+)${attribute})*|square)`;
const noun = `(?:matrix|matrices|ones?)`;

/** `a symmetric matrix`, `two psd matrices`, `an invertible and a singular matrix` are not: one kind at a time. */
const operand = `(?:(a|an|any|every|each|two|all|three)\\s+)?(?:(${said})(?:\\s+${noun})?|${noun})`;

/** Each as a formula in A, and in A and B. */
const unary: Readonly<Record<string, string>> = {
  inverse: 'inv(A)',
  transpose: "A'",
  square: 'A^2',
  cube: 'A^3',
  negative: '-A',
  adjugate: 'adj(A)',
  pseudoinverse: 'pinv(A)',
  exponential: 'expm(A)',
  'matrix exponential': 'expm(A)',
  'square root': 'sqrtm(A)',
  trace: 'tr(A)',
  determinant: 'det(A)',
  rank: 'rank(A)',
  norm: 'norm(A)',
  'operator norm': 'norm(A)',
  'spectral norm': 'norm(A)',
  'frobenius norm': 'normF(A)',
  'largest eigenvalue': 'lambda_max(A)',
  'smallest eigenvalue': 'lambda_min(A)',
};
const binary: Readonly<Record<string, string>> = {
  sum: 'A + B',
  difference: 'A - B',
  product: 'A B',
  commutator: 'A B - B A',
  'hadamard product': 'A .* B',
  'entrywise product': 'A .* B',
  'kronecker product': 'A kron B',
};
const of = (names: Readonly<Record<string, string>>): string =>
  Object.keys(names)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', String.raw`\s+`);

interface Subject {
  readonly declared: string;
  /** As an operand. */
  readonly formula: string;
  readonly isScalar: boolean;
}

const declaration = (names: string, kind: string | undefined): string =>
  `${names}: n×n${kind === undefined ? '' : ` ${kind.replace(/\bsquare\b/, '').replaceAll(/,|\band\b/g, ' ')}`}`;

const scalars = /^(?:tr|det|rank|norm|normF|lambda_max|lambda_min)\(/;

const subjectOf = (text: string): Subject | null => {
  const one = new RegExp(`^(?:the\\s+)?(${of(unary)})\\s+of\\s+${operand}$`, 'i').exec(text);
  if (one) {
    const formula = unary[(one[1] as string).toLowerCase().replaceAll(/\s+/g, ' ')] as string;
    return { declared: declaration('A', one[3]), formula, isScalar: scalars.test(formula) };
  }
  const two = new RegExp(`^(?:the\\s+)?(${of(binary)})\\s+of\\s+${operand}$`, 'i').exec(text);
  if (two) {
    const formula = binary[(two[1] as string).toLowerCase().replaceAll(/\s+/g, ' ')] as string;
    return { declared: declaration('A, B', two[3]), formula: `(${formula})`, isScalar: false };
  }
  const alone = new RegExp(`^${operand}$`, 'i').exec(text);
  return alone && alone[2] !== undefined
    ? { declared: declaration('A', alone[2]), formula: 'A', isScalar: false }
    : null;
};

const measures: Readonly<Record<string, string>> = {
  trace: 'tr',
  determinant: 'det',
  rank: 'rank',
  norm: 'norm',
};
const measure = `(${Object.keys(measures).join('|')})`;

/** What the sentence claims about the subject, as a formula; null where it is not understood. */
const saidOf = ({ formula, isScalar }: Subject, text: string): string | null => {
  const say = (pattern: string): RegExpExecArray | null =>
    new RegExp(`^${pattern}$`, 'i').exec(text);
  const is = String.raw`(?:is|are)(?:\s+(?:always|again|also))?\s+(?:an?\s+)?`;
  const attributed = say(`${is}(${said})(?:\\s+${noun})?`);
  if (attributed && !isScalar)
    return `${formula} is ${attributed[1]?.replaceAll(/,|\band\b/g, ' ')}`;
  const sign = say(`${is}(nonnegative|non-negative|positive|nonzero|non-zero|zero|negative)`);
  if (sign && isScalar) {
    const signs: Readonly<Record<string, string>> = {
      nonnegative: '>= 0',
      positive: '> 0',
      nonzero: '!= 0',
      zero: '= 0',
      negative: '< 0',
    };
    return `${formula} ${signs[(sign[1] as string).toLowerCase().replace('-', '')]}`;
  }
  const value = say(String.raw`(?:is|equals|is equal to)\s+(-?\d+|n)`);
  if (value && isScalar) return `${formula} = ${value[1]}`;
  const own = say(String.raw`(?:is|equals|is equal to)\s+its\s+${measure}`);
  if (own && isScalar) return `${formula} = ${measures[(own[1] as string).toLowerCase()]}(A)`;
  const has = say(
    String.raw`(?:has|have)\s+${measure}\s+(?:equal to\s+)?(?:(-?\d+|n)|its\s+${measure})`,
  );
  if (has) {
    const left = `${measures[(has[1] as string).toLowerCase()]}(${formula})`;
    return `${left} = ${has[2] ?? `${measures[(has[3] as string).toLowerCase()]}(${formula})`}`;
  }
  return null;
};

/** `the determinant of a product is the product of the determinants`, and its like. */
const distributed = (text: string): string | null => {
  const found = new RegExp(
    String.raw`^(?:the\s+)?(${of(unary)})\s+of\s+(?:a|the)\s+(sum|product)(?:\s+of\s+(?:two\s+)?matrices)?\s+` +
      String.raw`(?:is|equals)\s+the\s+(sum|product)\s+of\s+(?:the\s+|their\s+)?` +
      String.raw`(${of(unary)})s?(?:\s+(in reverse order))?$`,
    'i',
  ).exec(text);
  if (!found) return null;
  const [, outer = '', inner = '', joined = '', again = '', reversed] = found;
  const key = (one: string): string => one.toLowerCase().replaceAll(/\s+/g, ' ');
  if (key(outer) !== key(again).replace(/(?<=.)s$/, '')) return null;
  const applied = (argument: string): string =>
    (unary[key(outer)] as string).replace(/\(A\)|A/, `(${argument})`);
  const [first, second] = reversed === undefined ? ['A', 'B'] : ['B', 'A'];
  const sign = joined.toLowerCase() === 'sum' ? ' + ' : ' ';
  return (
    `A, B: n×n |- ${applied(inner.toLowerCase() === 'sum' ? 'A + B' : 'A B')} = ` +
    `${applied(first)}${sign}${applied(second)}`
  );
};

/** `eigenvalues of a psd matrix are nonnegative`. */
const spectrum = (text: string): string | null => {
  const found = new RegExp(
    String.raw`^(?:(?:the\s+|all\s+)?eigenvalues|(?:every|each|any)\s+eigenvalue)\s+of\s+${operand}\s+(?:are|is)\s+` +
      String.raw`(nonnegative|positive|nonzero|zero|\d+ or \d+)$`,
    'i',
  ).exec(text);
  if (!found) return null;
  const [, , kind, what = ''] = found;
  const either = /^(\d+) or (\d+)$/.exec(what);
  const signs: Readonly<Record<string, string>> = {
    nonnegative: '>= 0',
    positive: '> 0',
    nonzero: '!= 0',
    zero: '= 0',
  };
  const value = either ? `c = ${either[1]} or c = ${either[2]}` : `c ${signs[what.toLowerCase()]}`;
  return `${declaration('A', kind)}; v: n nonzero; c: scalar; A v = c v |- ${value}`;
};

/** The claim that a sentence in nouns makes; none where it is not understood. */
export const asNamed = (source: string): readonly string[] => {
  const text = source.trim().replace(/\.$/, '').replaceAll(/\s+/g, ' ');
  if (text.length > longest || /[=<>|]/.test(text)) return [];
  const whole = distributed(text) ?? spectrum(text);
  if (whole !== null) return [whole];
  for (const { index } of text.matchAll(/ (?:is|are|equals|has|have) /g)) {
    const subject = subjectOf(text.slice(0, index));
    const predicate = subject && saidOf(subject, text.slice(index + 1));
    if (subject && predicate) return [`${subject.declared} |- ${predicate}`];
  }
  return [];
};
