/**
 * `max over |x| = 1 of x' A x = c` says that c bounds and is reached; `min_x F is attained at x = u` says that no other
 * x has less.
 */

/** Longer ones are not what people say of an extreme; the patterns try every place of the text. */
const longest = 300;

const cutOf = (source: string): readonly [head: string, said: string] => {
  const at = source.search(/\|- |⊢|\\vdash/);
  return at < 0
    ? ['', source.trim()]
    : [
        source.slice(0, at).trim(),
        source
          .slice(at)
          .replace(/^(?:\|-|⊢|\\vdash)/, '')
          .trim(),
      ];
};

const word = String.raw`\\?\b(max|sup|min|inf)(?:imum|remum)?`;
/** The condition under the sign, in braces or in words. */
const under = String.raw`(?:_\{((?:[^{}]|\{[^{}]*\})*)\}|_([A-Za-z])\b|\s+over\s+(.+?)\s+of\b|\s+of\b)`;
const side = String.raw`([^=<>≤≥]+?)`;
const relation = String.raw`(=|<=|>=|≤|≥|\\leq?\b|\\geq?\b)`;
const left = new RegExp(String.raw`^${word}${under}\s*${side}\s*${relation}\s*([^=<>≤≥]+)$`);
const right = new RegExp(String.raw`^([^=<>≤≥]+?)\s*=\s*${word}${under}\s*${side}$`);

/** The variable that a condition is about: its only small letter, or the letter itself. */
const variableOf = (condition: string): string | null => {
  const bare = condition.replaceAll(/\\[A-Za-z]+/g, ' ');
  const letters = new Set([...bare.matchAll(/(?<!\w)[a-z](?!\w)/g)].map(([letter]) => letter));
  const [only] = letters;
  return letters.size === 1 && only !== undefined ? only : null;
};

const renamed = (text: string, from: string, to: string): string =>
  text.replaceAll(new RegExp(String.raw`(?<![A-Za-z\\])${from}(?!\w)`, 'g'), to);

/** Is the name declared before the turnstile? */
const isDeclared = (head: string, name: string): boolean =>
  new RegExp(String.raw`(?:^|[;,\n])\s*${name}\s*(?:,[^;:]*)?:`).test(head);

/** `x ∈ R^n,` and `x:` before the condition. */
const domain =
  /^\s*([a-z])\s*(?::|(?:\\in\b|∈|\bin\b)\s*(?:\\mathbb\{R\}|R|ℝ)(?:\^(?:\w|\{\w+\}))?\s*[,:;|]?)\s*/;

interface Extreme {
  readonly isLargest: boolean;
  readonly condition: string;
  readonly goal: string;
  readonly sign: string;
  readonly value: string;
}

const extremeOf = (said: string): Extreme | null => {
  const first = left.exec(said);
  if (first) {
    const [, which = '', a, b, c, goal = '', sign = '', value = ''] = first;
    return { isLargest: /max|sup/.test(which), condition: a ?? b ?? c ?? '', goal, sign, value };
  }
  const [, value, which = '', a, b, c, goal = ''] = right.exec(said) ?? [];
  if (value === undefined) return null;
  return { isLargest: /max|sup/.test(which), condition: a ?? b ?? c ?? '', goal, sign: '=', value };
};

/** The extreme value as a bound, and a point that reaches it. */
export const asExtreme = (source: string, sizes: readonly string[]): readonly string[] => {
  const [head, said] = cutOf(source);
  if (said.length > longest) return [];
  const found = extremeOf(said);
  if (!found) return [];
  const { isLargest, goal, sign, value } = found;
  const [space = '', bare] = domain.exec(found.condition) ?? [];
  const given = found.condition.slice(space.length).replace(/^[a-z]$/, '');
  const name = bare ?? variableOf(found.condition === '' ? goal : found.condition);
  if (name === null) return [];
  const bound = isDeclared(head, name) ? 'v' : name;
  const [condition, at] = [renamed(given, name, bound), renamed(goal, name, bound)];
  const [order, back] = isLargest ? ['<=', '>='] : ['>=', '<='];
  const isBound = sign === order || /^(?:<=|≤|\\leq?)$/.test(sign) === isLargest;
  return sizes.map((size) => {
    const [then, and] = condition === '' ? ['', ''] : [`${condition} => `, `${condition} and `];
    const all = `(forall ${bound}: ${size}. ${then}${at} ${order} ${value})`;
    const one = (how: string): string => `(exists ${bound}: ${size}. ${and}${at} ${how} ${value})`;
    const claim = sign === '=' ? `${all} and ${one('=')}` : isBound ? all : one(back);
    return `${head} |- ${claim}`;
  });
};

const attained = new RegExp(
  String.raw`^(?:\\?min(?:_\{?[A-Za-z]\}?)?\s*)?(.+?)\s+(?:is|has its)\s+` +
    String.raw`(?:attained|minimi[sz]ed|minimal|smallest|minimum)\s+(?:at|by|for|when)\s+([A-Za-z])\s*=\s*(.+)$`,
);

/** `min_x F is attained at x = u`, `F is minimized by x = u`, `x = u minimizes F`. */
export const asAttained = (source: string): readonly string[] => {
  const [head, said] = cutOf(source);
  if (said.length > longest) return [];
  const behind = attained.exec(said);
  const before = /^([A-Za-z])\s*=\s*(.+?)\s+(?:is the minimi[sz]er of|minimi[sz]es)\s+(.+)$/.exec(
    said,
  );
  const [goal, name, value] = behind
    ? [behind[1], behind[2], behind[3]]
    : [before?.[3], before?.[1], before?.[2]];
  return goal === undefined ? [] : [`${head} |- argmin_${name} ${goal} = ${value}`];
};

/** `X = ±c` is one or the other. */
export const asEitherSign = (source: string): readonly string[] => {
  const [head, said] = cutOf(source);
  if (said.length > longest) return [];
  const text = said.replace(
    /((?:(?!=>|⟹|\band\b|\bor\b)[^;,=])+)=\s*(?:±|\\pm\b|\+\/-)\s*(\w+|\([^()]*\))/,
    (_, value: string, number: string) =>
      `(${value.trim()} = ${number} or ${value.trim()} = -${number})`,
  );
  return text === said ? [] : [`${head} |- ${text}`];
};
