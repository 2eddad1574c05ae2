/**
 * Types that a name may have that a text does not declare, from how it is written there: `A_ij`,
 * `x_i` in a sum, `phi'(u)`, a capital, a size.
 */
import { Lexer } from '../lexer.ts';
import { reservedAs } from '../names.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { greek as greekNames } from '../token.ts';
import { isSign } from '../spellings/piece.ts';
import { TypeReader } from '../spellings/types.ts';

const greek =
  /^(alpha|beta|gamma|delta|epsilon|eta|kappa|lam|mu|nu|rho|sigma|tau|omega|zeta|xi|theta|phi|psi)\d?$/;
const capitalGreek = /^(Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)$/;

export const isGreek = (word: string): boolean => greek.test(word) || capitalGreek.test(word);

/** `A = [1, 2; 3, 4]` tells the type of A by its rows and their lengths; null without such a line. */
const literalType = (word: string, source: string): string | null => {
  const nested = new RegExp(String.raw`(?:^|[;\n])\s*${word}\s*==?\s*\[\s*(\[[^;\n]*\])\s*\]`).exec(
    source,
  )?.[1];
  if (nested !== undefined) {
    const lists = [...nested.matchAll(/\[([^[\]]*)\]/g)].map(([, row = '']) => row);
    return `${lists.length}×${lists[0]?.split(',').length ?? 1}`;
  }
  const [, inside] =
    new RegExp(String.raw`(?:^|[;\n])\s*${word}\s*==?\s*\[([^[\]]*)\]`).exec(source) ?? [];
  if (inside === undefined) return null;
  const rows = inside.split(';').map((row) => row.trim().split(/[,\s]+/).length);
  const [columns = 0] = rows;
  if (rows.some((length) => length !== columns)) return null;
  return columns === 1 ? `${rows.length}` : `${rows.length}×${columns}`;
};

/** The last index of a sum, as n of `∑_{i=1}^n`, where nothing else names a size. */
const rangeOf = (source: string): string =>
  /=\s*1\s*\}?\s*\^\s*\{?\s*([A-Za-z])\b|\.\.\s*([A-Za-z])\b/
    .exec(source)
    ?.slice(1)
    .find(Boolean) ?? 'n';

/** An entry of a matrix that is written out. */
const isEntry = (word: string, source: string): boolean =>
  new RegExp(String.raw`(?:&|\\\\|[[;,}])\s*-?\s*${word}\s*(?:&|\\\\|[\];,])`).test(source) &&
  /matrix\}|\[[^\]]*;/.test(source);

/** `theta' x_i` and `‖x_i‖`: each is a vector. */
const isFamily = (base: string, text: string): boolean =>
  new RegExp(
    String.raw`(?:\\top|\^T|\^\{T\}|ᵀ|'|⊤)\}?\s*${base}_?\{?[a-z]|${base}_\{?[a-z]\}?(?:\^\{?\\top|')` +
      String.raw`|(?:\\\||\|\||‖|\\lVert|norm\()\s*${base}(?:_?\{?[a-z]\}?|[ᵢⱼₖ])` +
      String.raw`\s*(?:\\\||\|\||‖|\\rVert|\))`,
  ).test(text);

/** What is allowed where nothing likelier fits. */
export interface Loose {
  /** A capital is a number. */
  readonly withNumbers: boolean;
  /** A change that a hint proposes is taken, too, and a capital is a vector. */
  readonly withMends: boolean;
}
export const strict: Loose = { withNumbers: false, withMends: false };

/** Next to `@` or between the bars of a norm, a letter is a vector. */
export const isVectorIn = (word: string, source: string): boolean =>
  new RegExp(
    String.raw`@\s*${word}\b|\b${word}\s*@|norm[F12]?\(\s*${word}\s*\)|` +
      String.raw`(?:‖|\\\||\|\|)\s*${word}\s*(?:‖|\\\||\|\|)`,
  ).test(source);

/** Types that a name may have, the likeliest first. */
export const typesOf = (word: string, typed: string, how: Loose): readonly string[] => {
  // the colon of Python's lambda declares nothing
  const source = typed.replaceAll(/\blambda\s+\w+\s*:/g, '');
  const tokens = new Lexer(source).read();
  const calls = tokens.some(
    (t, i) => t.text === word && isSign(tokens[i + 1], '(') && !tokens[i + 1]?.spaced,
  );
  const literal = literalType(word, source);
  if (literal !== null) return [literal];
  const dims = new Set(declaredNames(new TypeReader(tokens).read()).dims);
  if (dims.size === 1 && dims.has('m')) dims.add('n');
  const known = dims.size === 0 ? [rangeOf(source)] : [...dims].slice(0, 3);
  const squares = known.map((n) => `${n}×${n}`);
  const others = known.flatMap((m) => known.filter((n) => n !== m).map((n) => `${m}×${n}`));
  // the variance of a random matrix is often in terms of one of its sizes
  const isLaw = new RegExp(String.raw`(?<!\w)${word}(?:_\w+|_\{\w+\})?\s*(?:~|\\sim)`).test(source);
  // a capital is a number only where nothing else fits: numbers fit nearly everywhere
  const isDerived = new RegExp(
    String.raw`(?:grad(?:_\w+|\[\w+\])?|∇|\\nabla(?:_\{?\w+\}?)?)\s*${word}\(`,
  ).test(source);
  if (/^[A-Z]$/.test(word) && isDerived) return known.map((n) => `R^${n} -> R`);
  if (/^[A-Z]/.test(word)) {
    const vectors = how.withMends || isLaw ? known : [];
    const isMatrix = new RegExp(String.raw`e\^\{?[^}=]*${word}|\bexpm?\([^)=]*${word}`).test(
      source,
    );
    return how.withNumbers
      ? ['scalar'].slice(isMatrix ? 1 : 0)
      : [...(isLaw ? others : []), ...squares, ...others, ...vectors];
  }
  const isFunction = tokens.some(
    (t, i) =>
      t.text.replace(/^\\/, '') === word &&
      /^['(]$/.test(tokens[i + 1]?.text ?? '') &&
      !tokens[i + 1]?.spaced,
  );
  if (isFunction && /^(phi|psi|sigma|rho)$/.test(word)) return ['activation'];
  if (
    /\b(?:grad|jac|hess)\(\w\)/.test(source) &&
    source.includes(`(${word})`) &&
    /^[f-hpl]/.test(word)
  )
    return known.map((n) => `R^${n} -> R`);
  if (/^[a-z]$/.test(word) && isEntry(word, source)) return ['scalar'];
  const isTransposed = new RegExp(String.raw`${word}(?:'|ᵀ|⊤|\.T\b|\s*\^\{?(?:T\b|\\top))`).test(
    source.replaceAll(/[α-ω]/g, (letter) => greekNames.get(letter) ?? letter),
  );
  if ((greek.test(word) && !isTransposed) || /^[cst]$/.test(word))
    return ['scalar', ...known, ...squares];
  if (calls && /^[f-hpl]/.test(word)) return known.map((n) => `R^${n} -> R`);
  return [...known, ...(isVectorIn(word, source) ? [] : ['scalar']), ...squares, ...others];
};

/** The capital of a letter where it stands in the text. */
const capitalOf = (base: string, text: string): string =>
  new RegExp(String.raw`(?<![\\A-Za-z])${base.toUpperCase()}(?![a-z])`).test(text)
    ? base.toUpperCase()
    : base;

/** The matrix of which `A_ij` or `a_{ii}` is an entry, with whether it is square; null for others. */
const matrixOf = (word: string, text: string): readonly [string, boolean] | null => {
  const [, base = ''] = /^([A-Za-z])(?:_[i-l]_?[i-l])?$/.exec(word) ?? [];
  const [, i, j] =
    new RegExp(String.raw`(?<![\\\w])${base}(?:_\{?|\[)?([i-lᵢⱼₖ]),?\s*([i-lᵢⱼₖ])(?!\w)`).exec(
      text,
    ) ?? [];
  return base === '' || i === undefined || reservedAs(base) !== null
    ? null
    : [capitalOf(base, text), i === j];
};

/** Letters that the index stands under, as A and x of `∑_i A_ij x_i`. */
export const lettersUnder = (index: string, text: string): readonly string[] => {
  const under = new RegExp(
    String.raw`(?<![\\\w])([A-Za-z])(?:_\{?|\[)[i-l]?,?\s*${index}(?!\w)|` +
      String.raw`(?<![\\\w])([A-Za-z])_\{?${index},?[i-l](?!\w)`,
    'g',
  );
  return [...new Set([...text.matchAll(under)].flatMap(([, a, b]) => a ?? b ?? []))].filter(
    (one) => reservedAs(one) === null,
  );
};

/** The base of `y_k`: an entry of y where k is an index or y stands alone, too. */
const baseOf = (word: string, text: string): string | null => {
  const [, base = '', index = ''] = /^([a-z])_([a-z])$/.exec(word) ?? [];
  if (base === '') return null;
  const stands = new RegExp(String.raw`(?<![\\A-Za-z])${base}(?![\w])`).test(text);
  const runs = new RegExp(String.raw`(?:sum|∑|prod|max|min)_\{?${index}\b`).test(text);
  return stands || runs ? base : null;
};

/** A letter that is usual for a size, or one that is used as one; `K.T` and `N(0, I)` are not. */
const isSize = (name: string, text: string): boolean =>
  /^[mn]$/.test(name) ||
  (/^[dkMNK]$/.test(name) &&
    new RegExp(String.raw`(?:sqrt|√|log|\.\.|\^|\/|\}\{)[\s({]*${name}(?![\w'(]|\.T|\s*\^|_)`).test(
      text,
    ));

/** Declarations that a name may have, in front of the text. */
export const declared = (word: string, text: string, how: Loose): readonly string[] => {
  const matrix = matrixOf(word, text);
  if (matrix !== null)
    return (matrix[1] ? ['n×n'] : ['m×n', 'n×n']).map((type) => `${matrix[0]}: ${type}; ${text}`);
  const name = baseOf(word, text) ?? word;
  const vector = /(?<![\w\\])v(?!\w)/.test(text) ? 'o' : 'v';
  const family =
    name !== word && isFamily(name, text)
      ? [`${name}[i]: d for i in 1..${rangeOf(text)}; ${text}`]
      : [];
  return [
    ...family,
    ...(isSize(name, text) ? [`${vector}: ${name}; ${text}`] : []),
    ...typesOf(name, text, how).map((type) => `${name}: ${type}; ${text}`),
  ];
};
