/** Laws in other notations: `~ Uniform(0, 1)` by its moments, `E_{x ~ N(0, I)}`, `x = np.random.randn(n)`. */
const turnstile = /\|- |⊢|\\vdash/;

/** The text, where a rule changes it. */
const changed = (source: string, text: string): readonly string[] =>
  text === source ? [] : [text];

/** A rational number as text. */
const quotient = (over: number, under: number): string => {
  let [a, b] = [Math.abs(over), under];
  while (b !== 0) [a, b] = [b, a % b];
  return under / a === 1 ? `${over / a}` : `${over / a}/${under / a}`;
};

/** A law by its mean and central moments, the second to the fourth. */
const momentsOf = (law: string, given: string): string | null => {
  if (/^\s*\{?\s*(?:-\s*1\s*,\s*\+?\s*1|\+?-1|±1|\\pm\s*1)\s*\}?/.test(given)) return 'rademacher';
  if (/^Bern/i.test(law)) {
    const variance = `${given} (1 - ${given})`;
    return (
      `independent(${given}, ${variance}, ${variance} (1 - 2 ${given}), ` +
      `${variance} (1 - 3 ${variance}))`
    );
  }
  const [a, b, ...more] = given
    .replaceAll(/[[\]]/g, '')
    .split(',')
    .map((one) => Number(one));
  if (more.length > 0 || !Number.isInteger(a) || !Number.isInteger(b)) return null;
  const [low, high] = [a as number, b as number];
  const width = high - low;
  return `independent(${quotient(low + high, 2)}, ${quotient(width ** 2, 12)}, 0, ${quotient(width ** 4, 80)})`;
};

/** Uniform laws and coins, by their moments; what has no type is a number. */
export const asMoments = (source: string): readonly string[] => {
  const law = new RegExp(
    String.raw`\b([A-Za-z]\w*)(\s*:[^;~|]*)?\s*(?:~|\\sim)\s*` +
      String.raw`(Uniform|uniform|Unif|U|Bernoulli|bernoulli|Bern|Ber)\s*` +
      String.raw`[([]((?:[^()[\]]|\{[^}]*\})*)[)\]](?:\^\w+)?`,
    'g',
  );
  return changed(
    source,
    source.replaceAll(
      law,
      (whole, name: string, type: string | undefined, word: string, given: string) => {
        const moments = momentsOf(word, given.trim());
        return moments === null ? whole : `${name}${type ?? ': scalar'} ~ ${moments}`;
      },
    ),
  );
};

/** `E_{x ~ N(0, I)}` tells the law under the sign. */
export const asLaw = (source: string): readonly string[] => {
  const under = new RegExp(
    String.raw`(\\mathbb\s*\{?E\}?|𝔼|\bE)_\{?\s*(\\?[A-Za-z]\w*|[α-ω])\s*(?:~|∼|\\sim)\s*` +
      String.raw`((?:\\mathcal\s*\{?N\}?|[A-Za-z]+)\s*\((?:[^()]|\([^()]*\))*\))\s*\}?`,
  );
  const found = under.exec(source);
  if (!found) return [];
  const [whole, mean = '', name = '', law = ''] = found;
  const text = source.replaceAll(whole, `${mean} `);
  const cut = text.search(turnstile);
  return cut < 0
    ? [`${name} ~ ${law} |- ${text}`]
    : [`${text.slice(0, cut).trim()}; ${name} ~ ${law} ${text.slice(cut)}`];
};

/** `x = np.random.randn(n)` draws x from the normal law, or any x where no mean is taken. */
export const asDrawn = (source: string): readonly string[] =>
  changed(
    source,
    source.replaceAll(
      /\b([A-Za-z]\w*)\s*=\s*(?:\w+\.)+(?:randn|standard_normal)\(\(?([\w,\s]+)\)?\)/g,
      (_, name: string, sizes: string) =>
        `${name}: ${sizes
          .trim()
          .split(/\s*,\s*/)
          .join('×')} ~ normal(0, 1)`,
    ),
  );
