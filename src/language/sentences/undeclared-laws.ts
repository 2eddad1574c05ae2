/**
 * Laws that a text leaves out: `Var(aX + b) = a^2 Var(X)` holds for any law with four moments,
 * `Cov(A x)` is asked for a normal one, `KL(N(m, s) || N(0, 1))` is the mean of a difference of
 * log densities.
 */

const free = (text: string, wanted: readonly string[]): string =>
  wanted.find((one) => !new RegExp(String.raw`(?<![A-Za-z\\])${one}(?![A-Za-z])`).test(text)) ??
  `${wanted[0]}0`;

const variance = /\b(?:Var|var|Cov|cov|Variance)\}?\s*[([]\s*\\?([A-Za-z])\s*[)\]]/g;

/** `Var(e)` and `Cov(e)` in means; the bracket that closes is the one that belongs to it. */
const inMeans = (text: string): string => {
  const call =
    /\\?(?:operatorname\s*\{|mathrm\s*\{|text\s*\{)?\b(Var|var|Cov|Variance|Covariance)\}?\s*[([]/;
  const found = call.exec(text);
  if (!found) return text;
  const start = found.index + found[0].length;
  let [depth, end] = [1, start];
  for (; end < text.length && depth > 0; end++)
    depth += /[([]/.test(text[end] as string) ? 1 : /[)\]]/.test(text[end] as string) ? -1 : 0;
  const inside = text.slice(start, end - 1);
  const mean = /^v/i.test(found[1] as string)
    ? `(E[(${inside})^2] - E[${inside}]^2)`
    : `(E[(${inside}) (${inside})'] - E[${inside}] E[${inside}]')`;
  return text.slice(0, found.index) + mean + inMeans(text.slice(end));
};

/** Random variables of a text that names no law, each with one; none where there are none. */
export const withLawsAdded = (text: string): readonly string[] => {
  if (/~|\\sim|\|- |⊢/.test(text)) return [];
  // two variables in one argument: their joint law is not known
  if (/\b(?:Cov|cov)\}?\s*[([][^()[\]]*,/.test(text)) return [];
  const items: string[] = [];
  for (const [call, name = ''] of text.matchAll(variance)) {
    if (items.some((one) => one.includes(`${name}: `))) continue;
    const isVector = /^Cov/i.test(call);
    const mean = free(text, ['mu', 'm']);
    const spread = free(text, isVector ? ['S', 'C'] : ['v', 's']);
    items.push(
      ...(isVector
        ? [`${mean}: n`, `${spread}: n×n psd`, `${name}: n ~ normal(${mean}, ${spread})`]
        : [
            `${mean}, ${spread}, t3, t4: scalar`,
            `${name}: scalar ~ independent(${mean}, ${spread}, t3, t4)`,
          ]),
    );
  }
  return items.length === 0 ? [] : [`${items.join('; ')} |- ${inMeans(text)}`];
};

interface Normal {
  readonly mean: string;
  readonly spread: string;
}

const lawAt = (text: string): Normal | null => {
  const [, inside] = /^\s*(?:\\mathcal\s*\{?\s*N\s*\}?|N)\s*\((.+)\)\s*$/.exec(text) ?? [];
  const cut = inside === undefined ? -1 : inside.indexOf(',');
  return inside === undefined || cut < 0
    ? null
    : { mean: inside.slice(0, cut).trim(), spread: inside.slice(cut + 1).trim() };
};

const isMatrix = (spread: string): boolean =>
  /^(?:\\?Sigma|Σ|S|C|K|I|V)(?![a-z])/.test(spread.trim());

/** Minus two times the log density of x, up to a constant that both densities have. */
const density = (x: string, { mean, spread }: Normal, matrix: boolean): string => {
  const from = mean === '0' ? x : `(${x} - ${mean})`;
  if (!matrix) return spread === '1' ? `${from}^2` : `log(${spread}) + ${from}^2 / (${spread})`;
  return /^I(?:_\w+)?$/.test(spread)
    ? `${from}' ${from}`
    : `logdet(${spread}) + ${from}' inv(${spread}) ${from}`;
};

const law = String.raw`((?:\\mathcal\s*\{?N\}?|N)\s*\((?:[^()]|\([^()]*\))*\))`;
const divergence = new RegExp(
  String.raw`(?:\\(?:mathrm|text|operatorname)\s*\{?\s*)?(?:D_\{?\s*(?:\\\w+\s*\{?)?)?KL\}*\s*` +
    String.raw`(?:\\left)?\(\s*${law}\s*(?:\|\||\\\||\\parallel|‖|,|\\mid)\s*${law}\s*(?:\\right)?\)`,
);

/** `KL(N(a, b) || N(c, d))` as a mean over x with the first law; none where it does not stand there. */
export const asNormalDivergence = (typed: string): readonly string[] => {
  const source = typed.replaceAll(/\\[,;:!]/g, ' ');
  const [whole, first = '', second = ''] = divergence.exec(source) ?? [];
  const [p, q] = [lawAt(first), lawAt(second)];
  if (whole === undefined || !p || !q) return [];
  const matrix = isMatrix(p.spread);
  const x = free(source, ['x', 'z', 'u']);
  const difference = `${density(x, q, matrix)} - (${density(x, p, matrix)})`;
  const spreads = [
    ...new Set(
      [p, q].flatMap(({ spread }) => spread.match(/\\?[A-Za-zα-ωΣ]+[₀-₉\d]?|[α-ω]/gu) ?? []),
    ),
  ];
  const types = spreads
    .filter((name) => !/^(?:I|diag)$/.test(name))
    .map((name) => `${name}: ${matrix ? 'n×n pd' : 'scalar positive'}`);
  const declared = `${x}: ${matrix ? 'n' : 'scalar'} ~ normal(${p.mean}, ${p.spread})`;
  const means = [p, q]
    .map(({ mean }) => mean)
    .filter((mean) => !/^\d+$/.test(mean))
    .map((mean) => `${mean}: ${matrix ? 'n' : 'scalar'}`);
  return [
    `${[...types, ...new Set(means), declared].join('; ')} |- ${source.replace(whole, `1/2 E[${difference}]`)}`,
  ];
};
