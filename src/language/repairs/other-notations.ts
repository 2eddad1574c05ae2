/**
 * Notations of other texts, replaced in the typed text: `d/dx`, `KL(p || q)`, `Tr[A.B]`,
 * `[[1, 2], [3, 4]]`, `~ Uniform(0, 1)`, `exists x != 0`, `argmin_w`, norms of matrices by rows.
 */
import type { ClaimError } from '../ast.ts';
import { boundBehind } from '../sentences/bound-behind.ts';
import { Lexer } from '../lexer.ts';
import { reservedAs } from '../names.ts';
import {
  asDerivativeInWords,
  asForAny,
  asNullity,
  asSmoothness,
  asWhere,
} from './phrases-of-analysis.ts';
import { asDrawn, asLaw, asMoments } from './laws-elsewhere.ts';
import { asCommuting } from './implications.ts';
import { asAttained, asEitherSign, asExtreme } from './extreme-values.ts';
import { declaredNames } from '../spellings/declared-names.ts';
import { TypeReader } from '../spellings/types.ts';

const turnstile = /\|- |⊢|\\vdash/;

const dimsOf = (source: string): readonly string[] => {
  const { dims } = declaredNames(new TypeReader(new Lexer(source).read()).read());
  return dims.size === 0 ? ['n'] : [...dims].slice(0, 3);
};

/** The text, where a rule changes it. */
const changed = (source: string, text: string): readonly string[] =>
  text === source ? [] : [text];

/** Calls in square brackets, `A.B` and `D[f, x]`, as Mathematica writes them. */
const asBrackets = (source: string): readonly string[] => {
  let text = source.replaceAll(/(?<=[A-Za-z\])])\s*\.\s*(?=[A-Za-z(])/g, ' ');
  const call = /\b(Tr|Det|Transpose|Inverse|D|Norm|MatrixExp|Exp|Log|Sqrt|Abs)\[([^[\]]*)\]/;
  for (let round = 0; round < 20 && call.test(text); round++)
    text = text.replace(call, (_, word: string, inside: string) => {
      const cut = inside.lastIndexOf(',');
      return word === 'D' && cut > 0
        ? `grad〈${inside.slice(cut + 1).trim()}〉(${inside.slice(0, cut)})`
        : `${word}(${inside})`;
    });
  return changed(source, text.replaceAll('〈', '[').replaceAll('〉', ']'));
};

/** Vectors that nothing is known of are vectors of probabilities there. */
const withProbabilities = (source: string, said: string, names: readonly string[]): string => {
  const cut = said.search(turnstile);
  const [head, rest] = cut < 0 ? ['', `|- ${said}`] : [said.slice(0, cut).trim(), said.slice(cut)];
  const items = names
    .filter((name) => /^[A-Za-z]\w*$/.test(name))
    .flatMap((name) => {
      const isDeclared = new RegExp(String.raw`\b${name}\s*(?:,[\w\s,]*)?:`).test(source);
      const hasSum = new RegExp(String.raw`sum\(${name}\)|ones'\s*${name}`).test(source);
      return [
        ...(isDeclared ? [] : [`${name}: n positive`]),
        ...(hasSum ? [] : [`sum(${name}) = 1`]),
      ];
    });
  return `${[head, ...items].filter((one) => one !== '').join('; ')} ${rest}`;
};

/** `KL(p || q)` and `H(p)` of probabilities. */
const asDivergence = (source: string): readonly string[] => {
  const word = String.raw`(?:\\?(?:mathrm|text|operatorname)?\{?D?_?\{?\\?(?:mathrm|text)?\{?KL\}*)`;
  const bars = String.raw`\s*(?:\|\||\\\||\\parallel|‖)\s*`;
  const call = new RegExp(String.raw`${word}\s*\(([^()|]*)${bars}([^()|]*)\)`, 'g');
  const names = new Set<string>();
  const said = source
    .replaceAll(call, (_, p: string, q: string) => {
      names.add(p.trim()).add(q.trim());
      return `((${p})' (log(${p}) - log(${q})))`;
    })
    .replaceAll(/\bH\((\w+)\)/g, (_, p: string) => {
      names.add(p);
      return `(-${p}' log(${p}))`;
    });
  return said === source ? [] : [withProbabilities(source, said, [...names])];
};

/** `d/dx f(x)`, and a derivative at t = 0. */
const asDerivative = (source: string): readonly string[] => {
  const by = String.raw`(?:\\frac\{(?:d|\\partial)\}\{(?:d|\\partial)\s*t\}|[d∂]\/[d∂]t)`;
  const atZero = String.raw`\s*(?:\\?(?:left|right|big|Big)?\s*\|)?(?:_\{?\s*|\s+at\s+)t\s*=\s*0\s*\}?`;
  const there = new RegExp(String.raw`${by}\s*(.+?)${atZero}`);
  if (there.test(source)) {
    const cut = source.search(turnstile);
    const said = source
      .slice(cut < 0 ? 0 : cut)
      .replace(there, 'grad[t]($1)')
      .replace(/(grad\[t\]\(.*\))\s*(?:is|equals)\s+/, '$1 = ');
    return [
      `t: scalar; ${cut < 0 ? '' : `${source.slice(0, cut).trim()}; `}t = 0 ${cut < 0 ? '|- ' : ''}${said}`,
    ];
  }
  return changed(source, source.replaceAll(/(?<![\w\\])d\/d([A-Za-z])\b/g, '∂/∂$1'));
};

/** Rows in brackets of their own: the rows of a matrix, or blocks side by side. */
const asRows = (source: string): readonly string[] => {
  const nested = /\[\s*\[([^[\]]*)\]((?:\s*,\s*\[[^[\]]*\])*)\s*\]/g;
  const joined = (by: string): string =>
    source.replaceAll(
      nested,
      (_, first: string, more: string) =>
        `[${[first, ...[...more.matchAll(/\[([^[\]]*)\]/g)].map((m) => m[1] ?? '')].join(by)}]`,
    );
  return [joined('; '), joined(', ')].filter((text) => text !== source);
};

/** `exists x != 0 such that` and `forall x, x' A x >= 0`: a type for the name. */
const asBound = (source: string): readonly string[] => {
  const binder = new RegExp(
    String.raw`(\b(?:exists|forall|for all|for every|there exists)|∃|∀|\\exists|\\forall)` +
      String.raw`\s+([A-Za-z]\w*)\s*((?:!=|≠|\\neq?|\\not=)\s*0)?` +
      String.raw`\s*(?:such that|s\.t\.|[,:.]|(?=\())\s*`,
  );
  const found = binder.exec(source);
  const [whole = '', word = '', name = '', nonzero] = found ?? [];
  if (!found) return [];
  return [...dimsOf(source), 'scalar'].map(
    (type) =>
      `${source.slice(0, found.index)}${word} ${name}: ${type}${nonzero ? ' nonzero' : ''}. ` +
      source.slice(found.index + whole.length),
  );
};

/** `argmin_w F = u` says that no other w has a smaller F. */
const asLeast = (typed: string): readonly string[] => {
  const source = typed.replaceAll(
    /\\operatorname\*?\s*\{\s*arg(?:\\,|\s)*(min|max)\s*\}/g,
    'arg$1',
  );
  const cut = Math.max(source.search(turnstile), 0);
  const least = /\\?\barg\\?\s*(min|max)_\{?([A-Za-z]\w*)\}?\s*(.+?)\s*=\s*([^=]+)$/;
  const found = least.exec(source.slice(cut));
  if (!found) return [];
  const [, which, name = '', goal = '', at = ''] = found;
  const other = goal
    .replaceAll(new RegExp(String.raw`\b${name}\b`, 'g'), 'v')
    .replaceAll(new RegExp(String.raw`(?<=[A-Z])${name}\b`, 'g'), ' v');
  const head = source.slice(0, cut).trim();
  return dimsOf(source).map(
    (type) =>
      `${name}: ${type}; ${head === '' ? '' : `${head}; `}${name} = ${at} |- forall v: ${type}. ` +
      (which === 'min' ? `${goal} <= ${other}` : `${other} <= ${goal}`),
  );
};

/** The largest row or column sum of a matrix, as a bound: norms of matrices are norm and normF. */
const asBoundOnSums = (source: string, { message }: ClaimError): readonly string[] => {
  const [, name, m, n, norm] =
    /^([A-Z]\w*) \((\w+)×(\w+)\): (norminf|norm1) takes a vector/.exec(message) ?? [];
  const cut = source.search(turnstile);
  if (name === undefined || cut < 0) return [];
  const script = norm === 'norm1' ? '1' : String.raw`(?:\\infty|inf|infty|∞)`;
  const bars = String.raw`(?:\\\||\|\||‖|\\lVert|\\rVert|\\Vert)`;
  const typed = new RegExp(
    String.raw`${norm}\(\s*${name}\s*\)|${bars}\s*${name}\s*${bars}\s*_\{?${script}\}?`,
    'g',
  );
  const said = source.slice(cut).replaceAll(typed, ' c ');
  const each =
    norm === 'norm1'
      ? `forall j in 1..${n}. norm1(${name}[:,j]) <= c`
      : `forall i in 1..${m}. norm1(${name}[i,:]) <= c`;
  return [`c: scalar; ${source.slice(0, cut).trim()}; ${each} ${said}`];
};

const lowered: Readonly<Record<string, string>> = { i: 'ᵢ', j: 'ⱼ', k: 'ₖ' };

/** A sum without a range runs over the rows of what is declared. */
const asRanged = (source: string, { message }: ClaimError): readonly string[] => {
  const [, index] = /^the range of (\w+) is not known/.exec(message) ?? [];
  if (index === undefined) return [];
  const script = (signs: string): RegExp =>
    new RegExp(String.raw`(?:${signs})\s*(?:_\{?${index}\}?(?![\w=])|${lowered[index]})`, 'g');
  return dimsOf(source).flatMap((n) =>
    changed(
      source,
      source
        .replaceAll(script(String.raw`\\sum|∑|Σ|\bsum`), `∑_{${index}=1}^${n} `)
        .replaceAll(script(String.raw`\\prod|∏|\bprod`), `∏_{${index}=1}^${n} `),
    ),
  );
};

/** A range up to a letter that names no dimension yet: a bound makes it one. */
const asDimensionOfRange = (source: string, { message }: ClaimError): readonly string[] => {
  const [, name] = /^(\w+) is not a dimension of the claim/.exec(message) ?? [];
  const cut = source.search(turnstile);
  if (name === undefined || cut < 0) return [];
  const { kinds, dims } = declaredNames(new TypeReader(new Lexer(source).read()).read());
  if (dims.size > 0)
    return dimsOf(source).map(
      (n) => `${source.slice(0, cut).trim()}; ${name} <= ${n} ${source.slice(cut)}`,
    );
  // nothing is declared: a letter of the claim has this size
  const letters = new Set(source.match(/(?<![\w\\])[A-Z](?!\w)/g));
  const vectors = new Set([...source.matchAll(/(?<![\w\\])([a-z])\[/g)].map((m) => m[1]));
  return [
    ...[...vectors].map((letter) => `${letter}: ${name}; ${source}`),
    ...[...letters]
      .filter((letter) => !kinds.has(letter) && reservedAs(letter) === null)
      .map((letter) => `${letter}: ${name}×${name}; ${source}`),
    `v: ${name}; ${source}`,
  ];
};

/** Sums and products of eigenvalues in words. */
const asEigenvalues = (source: string): readonly string[] =>
  changed(
    source,
    source
      .replaceAll(/(?:the\s+)?sum of (?:the\s+|all\s+)?eigenvalues of (\w+)/g, 'sum(eig($1))')
      .replaceAll(
        /(?:the\s+)?product of (?:the\s+|all\s+)?eigenvalues of (\w+)/g,
        'prod[i=1..n](lambda[i]($1))',
      ),
  );

/** `[A, B]` of two square matrices is their commutator. */
const asCommutator = (source: string): readonly string[] => {
  const pair = /\[\s*([A-Z]\w*)\s*,\s*([A-Z]\w*|\([^()[\]]*\))\s*\]/;
  let text = source;
  for (let round = 0; round < 20 && pair.test(text); round++)
    text = text.replace(pair, '($1 $2 - $2 $1)');
  return changed(source, text);
};

/** `\\nabla f(x)` of a function is its gradient there. */
const asGradient = (source: string): readonly string[] =>
  changed(source, source.replaceAll(/(?:\\nabla|∇)\s*([a-zA-Z])\s*(?=\()/g, ' grad($1)'));

/** `\\Sigma` without a range is the name of a matrix. */
const asSigma = (source: string): readonly string[] =>
  changed(source, source.replaceAll(/(?:\\Sigma\b|Σ)(?!\s*[_^])/g, 'Sigma'));

/** Texts with a notation replaced, the likeliest first. */
export const otherNotations = (source: string, error: ClaimError): readonly string[] => {
  const { message } = error;
  const rules: readonly (readonly [boolean, () => readonly string[]])[] = [
    [message === 'H is not declared' || /KL/.test(source), () => asDivergence(source)],
    [/\b(?:Tr|Det|Transpose|Inverse|D|Norm|MatrixExp)\[/.test(source), () => asBrackets(source)],
    [/(?<![\w\\])d\/d[A-Za-z]\b|\\frac\{d\}|\bat t = 0/.test(source), () => asDerivative(source)],
    [/[E𝔼]\}?_\{?\s*\\?[\wα-ω]+\s*(?:~|∼|\\sim)/u.test(source), () => asLaw(source)],
    [/rand/.test(source), () => asDrawn(source)],
    [/eigenvalues of/.test(source), () => asEigenvalues(source)],
    [
      /\b(?:gradient|derivative|jacobian|hessian) of\b/i.test(source),
      () => asDerivativeInWords(source),
    ],
    [/\b(?:smooth|convex|concave|lipschitz)\b/i.test(source), () => asSmoothness(source)],
    [/\b(?:ker|null|nullity|Null|nullspace)\b/.test(source), () => asNullity(source)],
    [/\b(?:where|with|for)\s+[^\s=]+\s*:?=/.test(source), () => asWhere(source)],
    [/commut(?:e|ing)/.test(source), () => asCommuting(source)],
    [/arg(?:\\,|\\|\s)*(?:min|max)\}?_/.test(source), () => asLeast(source)],
    [
      /(?<![a-z])(?:max|min|sup|inf)(?:imum|remum)?(?![a-z])/.test(source),
      () => asExtreme(source, dimsOf(source)),
    ],
    [/attained|minimi[sz]/.test(source), () => asAttained(source)],
    [/±|\\pm\b/.test(source), () => asEitherSign(source)],
    [/\[[A-Z]\w*, .*\] \(/.test(message), () => asCommutator(source)],
    [/(?:nabla|∇) does not say/.test(message), () => asGradient(source)],
    [message.startsWith('what stands under ∑'), () => asSigma(source)],
    [message.startsWith('rows in brackets'), () => asRows(source)],
    [/~|\\sim/.test(source), () => asMoments(source)],
    [message.startsWith('expected ‘:’ and a type'), () => asBound(source)],
    [/∀|forall|for (?:all|every|each|any)/.test(source), () => boundBehind(source)],
    [/found ‘forall’/.test(message), () => asForAny(source)],
    [/ takes a vector, but/.test(message), () => asBoundOnSums(source, error)],
    [message.startsWith('the range of'), () => asRanged(source, error)],
    [/is not a dimension of the claim/.test(message), () => asDimensionOfRange(source, error)],
  ];
  return rules.find(([applies, read]) => applies && read().length > 0)?.[1]() ?? [];
};
