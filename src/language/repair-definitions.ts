/**
 * Names that a line of the text defines, as L of `L = |W X - Y|^2`: put in where a derivative of
 * them is asked for, or where `where` says what they are.
 */

/** The definition of a name, and the text without it. */
interface Definition {
  readonly value: string;
  readonly rest: string;
}

/** `L = …` or `L(W) = …` as an item before the turnstile. */
const definitionOf = (text: string, word: string): Definition | null => {
  const item = new RegExp(
    String.raw`(^|[;\n])\s*(?:let\s+)?${word}(?:\(\w+\))?\s*(?::=|=)\s*([^;\n=<>]*?)\s*(;|\n|(?=\|- |⊢|\\vdash))`,
    'u',
  );
  const turnstile = text.search(/\|- |⊢|\\vdash/);
  const found = item.exec(text.slice(0, turnstile < 0 ? 0 : turnstile + 3));
  const value = found?.[2] ?? '';
  if (!found || value === '' || new RegExp(String.raw`\b${word}\b`).test(value)) return null;
  const end = found.index + found[0].length;
  const head = text.slice(0, found.index) + (found[1] ?? '');
  return { value, rest: `${head} ${text.slice(end)}`.trim() };
};

/** `… where s = sigmoid`, at the end of the text. */
const whereOf = (text: string, word: string): Definition | null => {
  const clause = new RegExp(
    String.raw`[,;\s]+(?:where|with)\s+(?:\\?${word}|${spelledAs(word)})\s*(?::=|=|is)\s*([^;,\n=<>]+)$`,
    'u',
  ).exec(text.trimEnd());
  return clause && { value: (clause[1] ?? '').trim(), rest: text.slice(0, clause.index) };
};

const greek: Readonly<Record<string, string>> = {
  sigma: 'σ',
  phi: 'φ',
  psi: 'ψ',
  mu: 'μ',
  alpha: 'α',
  beta: 'β',
  eta: 'η',
};
const spelledAs = (word: string): string => greek[word] ?? word;

/** Derivatives of the name in other notations, as `dL/dW` and `\\nabla_W L`. */
const derivativesOf = (word: string): readonly RegExp[] => [
  new RegExp(String.raw`(?<!\w)[d∂]\s*${word}\s*\/\s*[d∂]\s*(\w+)`, 'gu'),
  new RegExp(String.raw`\\[dt]?frac\{(?:\\partial|d)\s*${word}\}\{(?:\\partial|d)\s*(\w+)\}`, 'gu'),
  new RegExp(String.raw`(?:\\nabla|∇)_\{?(\w+)\}?\s*${word}\b`, 'gu'),
  new RegExp(String.raw`\bgrad\[(\w+)\]\s*\(\s*${word}\s*\)`, 'gu'),
];

/**
 * The text with a defined name put in; null where nothing defines it, or no derivative of it is
 * asked for.
 */
export const withDefinition = (source: string, word: string): string | null => {
  const text = source.replaceAll(/\\(?:mathcal|mathbf|mathrm)\{([A-Za-z])\}/g, '$1');
  const said = whereOf(text, word);
  if (said !== null) {
    const value = /^\w+$/.test(said.value) ? said.value : `(${said.value})`;
    const name = new RegExp(String.raw`\\?\b${word}\b|${spelledAs(word)}`, 'gu');
    return said.rest.replaceAll(name, value);
  }
  const found = definitionOf(text, word);
  if (found === null) return null;
  const derived = derivativesOf(word).reduce(
    (rest, pattern) => rest.replaceAll(pattern, (_, by: string) => `grad[${by}](${found.value})`),
    found.rest,
  );
  if (derived === found.rest) return null;
  return derived.replaceAll(new RegExp(String.raw`\b${word}\b`, 'gu'), () => `(${found.value})`);
};
