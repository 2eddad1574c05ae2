/**
 * Names that a line of the text defines, as L of `L = |W X - Y|^2`: put in where a derivative of
 * them is asked for, or where `where` says what they are.
 */

/** The definition of a name, and the text without it. */
interface Definition {
  readonly value: string;
  readonly rest: string;
}

/** `L = …` and `L(W) = …` as items before the turnstile, and the text without them. */
interface Definitions {
  readonly values: ReadonlyMap<string, string>;
  readonly rest: string;
}

const definitionsOf = (text: string): Definitions => {
  const cut = text.search(/\|- |⊢|\\vdash/);
  const values = new Map<string, string>();
  if (cut < 0) return { values, rest: text };
  const head = text.slice(0, cut);
  const declared = new Set([...head.matchAll(/([A-Za-z]\w*)\s*(?:,[\w\s,]*)?:/g)].map((m) => m[1]));
  const kept = head.split(/;|\n|,(?![^([{]*[)\]}])/).filter((item) => {
    const [, name, value] =
      /^\s*(?:let\s+)?([A-Za-z]\w*)(?:\(\w+\))?\s*:?=\s*([^=<>]+?)\s*$/.exec(item) ?? [];
    if (name === undefined || value === undefined || declared.has(name)) return true;
    if (values.has(name) || new RegExp(String.raw`\b${name}\b`).test(value)) return true;
    values.set(name, value);
    return false;
  });
  return { values, rest: `${kept.join(';')} ${text.slice(cut)}`.trim() };
};

/** A name put in by its value, which is put in by those of the names in it. */
const deepest = 4;
const expanded = (text: string, values: ReadonlyMap<string, string>): string => {
  let all = text;
  for (let round = 0; round < deepest; round++)
    for (const [name, value] of values)
      all = all.replaceAll(new RegExp(String.raw`\b${name}\b`, 'gu'), () => `(${value})`);
  return all;
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
const spelledAs = (word: string): string => (Object.hasOwn(greek, word) ? greek[word]! : word);

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
  const { values, rest } = definitionsOf(text);
  if (!values.has(word)) return null;
  let isAsked = false;
  const derived = [...values.keys()].reduce(
    (all, name) =>
      derivativesOf(name).reduce(
        (said, pattern) =>
          said.replaceAll(pattern, (_, by: string) => {
            isAsked = true;
            return `∂(${name})/∂${by}`;
          }),
        all,
      ),
    rest,
  );
  return isAsked ? expanded(derived, values) : null;
};
