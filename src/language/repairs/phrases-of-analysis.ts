/**
 * Phrases of analysis: `the gradient of F with respect to x is G`, `f is L-smooth`, `P for all v`,
 * `P where L = …, d = …`, `dim ker(A)`.
 */
import { Lexer } from '../lexer.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { TypeReader } from '../spellings/types.ts';

const turnstile = /\|- |⊢|\\vdash/;

/** The patterns try every place of a text. */
const longest = 400;

const cutOf = (source: string): readonly [head: string, said: string] => {
  const at = source.search(turnstile);
  return at < 0
    ? ['', source.trim()]
    : [`${source.slice(0, at).trim()}; `, source.slice(at).replace(turnstile, '').trim()];
};

const derivatives: Readonly<Record<string, string>> = {
  gradient: 'grad',
  derivative: 'grad',
  jacobian: 'jac',
  hessian: 'hess',
};

const phrase = new RegExp(
  String.raw`^(?:for\s+(?:(?:a|any|all)\s+)?(?:vector\s+)?([A-Za-z])(?:\s+(?:in|∈|\\in)\s+[^,]+)?\s*,\s*)?` +
    String.raw`(?:the\s+)?(gradient|derivative|jacobian|hessian)\s+of\s+(.+?)` +
    String.raw`(?:,?\s+(?:with respect to|w\.?r\.?t\.?|in|by)\s+([A-Za-z]\w*))?\s+(?:is|equals|is equal to)\s+(.+)$`,
  'i',
);

/** Nouns in front of a formula; functions are part of it. */
const functions = 'log|exp|det|tr|trace|sin|cos|tanh|norm|sum|mean|max|min|rank';
const nouns = new RegExp(
  String.raw`^(?:the\s+)?(?:(?!(?:${functions})\b)[a-z]{3,}(?:-[a-z]+)*\s+)+(?=[-(|‖\\½\d]|\w+\()`,
  'i',
);

/** By what a formula is differentiated where it is not said: x, or its only letter of a kind. */
const variableOf = (formula: string): string => {
  // `Ax` is A times x
  const letters = [...formula.matchAll(/(?<![a-z\\])([A-Z]*)([a-z]?)(?![a-z])/g)].flatMap(
    ([, run = '', last = '']) => [...run, ...last],
  );
  const small = [...new Set(letters.filter((one) => /[a-z]/.test(one)))];
  const capitals = letters.filter((one) => /[A-Z]/.test(one));
  if (letters.includes('x')) return 'x';
  return (
    (small.length === 1 ? small[0] : (capitals.find((one) => /[WX]/.test(one)) ?? capitals[0])) ??
    'x'
  );
};

/** `the gradient of F is G`, and `the derivative of tanh is 1 - tanh^2`. */
export const asDerivativeInWords = (source: string): readonly string[] => {
  const [head, said] = cutOf(source);
  const found = said.length > longest ? null : phrase.exec(said.replace(/\.$/, ''));
  if (!found) return [];
  const [, given, word = '', named = '', by, value = ''] = found;
  // `the cross entropy -log p` is its formula
  const formula = named.replace(nouns, '');
  const at = by ?? given ?? variableOf(formula);
  if (/^[a-z]{2,}\d?$/i.test(formula) && by === undefined) {
    const applied = value.replaceAll(
      new RegExp(String.raw`\b${formula}\b(?!['(])`, 'g'),
      `${formula}(x)`,
    );
    return [`${head}x: scalar |- ${formula}'(x) = ${applied}`];
  }
  return [`${head}|- ${derivatives[word.toLowerCase()]}[${at}](${formula}) = ${value}`];
};

/** What an adjective of a function says: `$` is the function, `#` its domain, `@` the constant. */
const adjectives: readonly (readonly [pattern: string, says: string])[] = [
  [String.raw`(\w+)[\s-]*smooth`, 'forall u: #, v: #. |grad($)(u) - grad($)(v)| <= @ |u - v|'],
  [String.raw`(\w+)[\s-]*Lipschitz`, 'forall u: #, v: #. |$(u) - $(v)| <= @ |u - v|'],
  [String.raw`(\w+)[\s-]*strongly[\s-]+convex`, 'forall u: #. hess($)(u) >>= @ I'],
  ['convex', 'forall u: #. hess($)(u) >>= 0'],
  ['concave', 'forall u: #. hess($)(u) <<= 0'],
];

/** `f is L-smooth and mu-strongly convex` as hypotheses about all points. */
export const asSmoothness = (source: string): readonly string[] => {
  let text = source;
  const declared: string[] = [];
  for (const [pattern, says] of adjectives) {
    const said = new RegExp(
      String.raw`(?<![\w\\])([a-zA-Z])(\s*:[^;|]*?)?(?:\s+is|\s*,?)\s+(?:an?\s+)?${pattern}\b`,
      'i',
    );
    text = text.replace(said, (_, name: string, type: string | undefined, constant?: string) => {
      const size = /R\^(\w+)\s*->/.exec(type ?? source)?.[1] ?? 'n';
      if (type === undefined && !new RegExp(String.raw`\b${name}\s*:`).test(source))
        declared.push(`${name}: R^n -> R; `);
      if (constant !== undefined && /^[A-Za-z]/.test(constant)) {
        const known = new RegExp(String.raw`\b${constant}\s*[:,]`).test(source);
        if (!known) declared.push(`${constant}: scalar; `);
      }
      const formula = says
        .replaceAll('$', name)
        .replaceAll('#', size)
        .replaceAll('@', constant ?? '');
      return type === undefined ? `(${formula})` : `${name}${type}; ${formula}`;
    });
  }
  return text === source ? [] : [[...new Set(declared)].join('') + text];
};

/** `P for all v` at the end says no more than P about any v. */
export const asForAny = (source: string): readonly string[] => {
  // what exists may depend on v, or not
  if (/exists|∃|there is|some\b/.test(source)) return [];
  const text = source.replace(
    /,?\s+(?:for\s+(?:all|any|every|each)|∀|\\forall)\s*([A-Za-z])\s*(?:(?:in|∈|\\in)\s*[^;,|]+)?\.?\s*$/,
    '',
  );
  return text === source ? [] : [text];
};

/** The definitions behind `where`, in front. */
export const asWhere = (source: string): readonly string[] => {
  const [head, said] = cutOf(source);
  const found = /^(.+?)[,;]?\s+(?:where|with|for)\s+([^\s=]+\s*:?=.+)$/.exec(said);
  if (!found || said.length > longest) return [];
  const [, claim = '', tail = ''] = found;
  const definitions = tail.split(/\s*(?:,|;|\band\b)\s*(?=[^\s=,]+\s*:?=)/);
  return [`${head}${definitions.map((one) => one.replace(':=', '=')).join('; ')} |- ${claim}`];
};

/** `dim ker(A)` is the number of columns without the rank. */
export const asNullity = (source: string): readonly string[] => {
  const { shapes } = declaredNames(new TypeReader(new Lexer(source).read()).read());
  const word = String.raw`(?:\\?dim\s*\(?\s*\\?(?:ker|null|Null|kernel|nullspace)|\\?nullity)`;
  const text = source.replaceAll(
    new RegExp(String.raw`${word}\s*\(?\s*([A-Z]\w*)\s*\)?\)?`, 'g'),
    (_, name: string) => `(${shapes.get(name)?.[1] ?? 'n'} - rank(${name}))`,
  );
  if (text === source) return [];
  return shapes.size > 0
    ? [text]
    : [`${/\(n - rank\((\w+)\)/.exec(text)?.[1]}: m×n |- ${cutOf(text)[1]}`];
};
