/**
 * A sentence as a claim: its declarations, what it supposes, and what it says; definitions are put
 * in. The claim is shown to paste, never read in silence.
 */
import { attributes } from '../ast.ts';
import { attributePhrases, typeNouns } from '../spellings/type-words.ts';
import { boundBehind } from './bound-behind.ts';
import { bindsInside, type Clause, clausesOf } from './clauses.ts';
import { textOf, type Word } from './clause-words.ts';
import { type Definition, definitionIn, putIn } from './definitions.ts';
import { factorsOf } from './factorizations.ts';
import { inSigns } from './in-signs.ts';
import { saidOfFunction } from './named-functions.ts';
import { declaredBy } from './python-statements.ts';

const longest = 600;

interface Parts {
  readonly declared: string[];
  readonly supposed: (readonly Word[])[];
  readonly said: (readonly Word[])[];
  readonly definitions: Definition[];
}

const attribute = `(?:${[
  ...attributePhrases.map(({ words }) => words.join(' ').replaceAll(' - ', '[- ]')),
  ...attributes,
].join('|')})`;
const oneName = String.raw`\\?[A-Za-z]+_?\w?|[^\x00-\x7F]`;
const list = String.raw`((?:${oneName})(?:\s*(?:,|and)\s*(?:${oneName}))*)`;
const size = String.raw`(?:\d+|[A-Za-z])\s*(?:×|x|by|\\times)\s*(?:\d+|[A-Za-z])`;
const is = String.raw`(?:\s+(?:is|are|be|both)\b)?(?:\s+an?\b)?`;
const noun = `(?:\\s+(?:${[...typeNouns].join('|')}))?`;

/** `W is an m×n symmetric matrix`, `A, B n×n`. */
const sized = new RegExp(
  `^${list}${is}((?:\\s+${attribute})*)\\s+(${size})((?:\\s+${attribute})*)${noun}$`,
);
/** `A is symmetric`, `f, g convex`. */
const attributed = new RegExp(`^${list}${is}((?:(?:\\s+|,\\s*|\\s+and\\s+)${attribute})+)${noun}$`);
const convex = new RegExp(`^([a-z](?:\\s*(?:,|and)\\s*[a-z])*)${is}\\s+(convex|concave)$`);
const element = String.raw`(?:\\in\b|∈|\bin\b)`;
const reals = String.raw`(?:\\mathbb\s*\{?\s*R\s*\}?|\\R|R|ℝ)`;
/** `x, y ∈ R^n` and `A \in \mathbb{R}^{m \times n}`. */
const member = new RegExp(
  String.raw`^${list}\s*${element}\s*${reals}\s*\^\s*\{?\s*([^{}]+?)\s*\}?` +
    String.raw`${is}((?:\s+${attribute})*)${noun}$`,
);
const law = /^(\\?[A-Za-z]+?)(?:_\{?\w+\}?|[ᵢⱼₖ]+)?\s*(?:~|∼|\\sim)\s*(.+)$/;
/** `p, q probability vectors`. */
const probabilities = new RegExp(
  `^${list}${is}\\s+(?:probability|stochastic)\\s+(?:vectors?|distributions?)$`,
);
const names = (text: string): string => text.replaceAll(/\s+and\s+/g, ', ');

/** A declaration in the plain form; null for a clause that declares nothing. */
const declaration = (text: string): readonly string[] | null => {
  const inSize = sized.exec(text);
  if (inSize)
    return [`${names(inSize[1] as string)}: ${inSize[3]} ${inSize[2]} ${inSize[4]}`.trim()];
  const inSet = member.exec(text);
  if (inSet) {
    const dims = (inSet[2] as string).replaceAll(/\\times|\bx\b/g, '×');
    return [`${names(inSet[1] as string)}: ${dims.replaceAll(/\s/g, '')} ${inSet[3]}`.trim()];
  }
  const [, shares] = probabilities.exec(text) ?? [];
  if (shares !== undefined) {
    const all = names(shares).split(/\s*,\s*/);
    return [`${all.join(', ')}: n positive`, ...all.map((one) => `sum(${one}) = 1`)];
  }
  const inGroup = grouped(text);
  if (inGroup !== null) return [inGroup];
  const bent = convex.exec(text);
  if (bent)
    return names(bent[1] as string)
      .split(/\s*,\s*/)
      .flatMap((f) => [
        `${f}: R^n -> R`,
        `(forall u: n. hess(${f})(u) ${bent[2] === 'convex' ? '>>=' : '<<='} 0)`,
      ]);
  if (/^\\?[A-Za-z]\w*(?:\s*,\s*\\?[A-Za-z]\w*)*\s*(?::|\\in\b|∈|\bin\b)/.test(text)) return [text];
  return declaredBy(text);
};

/** `A \\in GL_n` and `Q ∈ O(n)`. */
const groups: Readonly<Record<string, string>> = {
  GL: 'invertible',
  O: 'orthogonal',
  Sym: 'symmetric',
};
const grouped = (text: string): string | null => {
  const [, of, group = '', dim = 'n'] =
    new RegExp(
      String.raw`^${list}\s*(?:\\in\b|∈|\bin\b)\s*(?:\\\w+\s*\{)?\s*(GL|O|Sym)\}?_?\{?\(?(\w)[,\w\\{}()]*$`,
    ).exec(text) ?? [];
  return of === undefined ? null : `${names(of)}: ${dim}×${dim} ${groups[group]}`;
};

const kinds =
  'SVD|singular value decomposition|QR|LU|Cholesky|eigen-?\\s?decomposition|spectral decomposition';
/** `A = U S V' be the SVD of A`, `A = Q R (QR)`. */
const factorized = new RegExp(
  String.raw`^(.+?=.+?)\s*(?:\((.+)\)|(?:be|is|denote)?\s*(?:the|an?|its)?\s*` +
    `((?:thin |full |compact )?(?:${kinds}).*))$`,
);

/** Takes a clause of what is supposed to where it belongs. */
const suppose = (clause: Clause, parts: Parts): void => {
  const text = textOf(clause.words);
  const [, formula, inBrackets, phrase] = factorized.exec(text) ?? [];
  const factors = formula === undefined ? null : factorsOf(formula, inBrackets ?? phrase ?? '');
  if (factors !== null) {
    parts.declared.push(...factors);
    const end = clause.words.findIndex(({ name }) => /^(?:be|is|denote|\(|SVD|QR|LU)$/.test(name));
    parts.supposed.push(clause.words.slice(0, end));
    return;
  }
  const declared = declaration(text);
  if (declared !== null) {
    parts.declared.push(...declared);
    return;
  }
  const definition = definitionIn(clause.words);
  if (/^[A-Z](?:_|[ᵢⱼₖ])/.test(text) && law.test(text)) parts.declared.push(text);
  else if (definition) parts.definitions.push(definition);
  else parts.supposed.push(clause.words);
};

/** Single names with an attribute, as `A symmetric`, `A is a projection`. */
const says = (text: string): readonly [string, string] | null => {
  const [, of, words] = attributed.exec(text) ?? [];
  return of === undefined || words === undefined
    ? null
    : [names(of), words.replaceAll(/,|\band\b/g, ' ').trim()];
};

const isDeclared = (parts: Parts, name: string): boolean =>
  parts.declared.some((one) =>
    new RegExp(String.raw`(?:^|,\s*)${name.replace('\\', '\\\\')}\s*(?:,[^:]*)?:`).test(one),
  );

/** Attributes of names that are declared nowhere else declare them. */
const withAttributes = (parts: Parts): void => {
  const kept = parts.supposed.filter((words) => {
    const found = says(textOf(words));
    if (!found) return true;
    const own = found[0].split(/\s*,\s*/);
    const rows = /row|column|onto|one-to-one|jective/.test(found[1]) ? 'm' : 'n';
    const type = /^[A-Z]/.test(own[0] as string) ? `${rows}×n` : 'n';
    if (own.some((one) => isDeclared(parts, one)))
      parts.declared.push(...own.map((one) => `${one} is ${found[1]}`));
    else parts.declared.push(`${found[0]}: ${type} ${found[1]}`);
    return false;
  });
  parts.supposed.splice(0, parts.supposed.length, ...kept);
};

/** `W: m×n; W_ij ~ N(0, 1/n)` is one declaration. */
const withLaws = (declared: readonly string[]): readonly string[] => {
  const laws = new Map<string, string>();
  const others = declared.filter((one) => {
    const [, name, text] = law.exec(one.replace(/^\\/, '')) ?? [];
    const isBare = name !== undefined && !/^[^~]*(?::|\bin\b|∈)/.test(one.replaceAll('\\sim', '~'));
    if (isBare && declared.some((other) => other !== one && other.startsWith(`${name}:`)))
      laws.set(name, text as string);
    return !(isBare && laws.has(name));
  });
  return others.map((one) => {
    const found = laws.get(/^\w+/.exec(one)?.[0] ?? '');
    return found === undefined ? one : `${one} ~ ${found}`;
  });
};

const sorted = (items: readonly string[]): readonly string[] =>
  [...items].sort(
    (a, b) => Number(/^[^=<>(]*(?::|~)/.test(b)) - Number(/^[^=<>(]*(?::|~)/.test(a)),
  );

const isFormula = (text: string): boolean =>
  /[=<>≤≥≠⪰⪯]|\\(?:le|ge|ne|succ|prec|leq|geq|neq|propto)|\bis\b|\biff\b/.test(text) ||
  says(text) !== null;

const small = String.raw`(?:${oneName})(?:\s*,\s*(?:${oneName}))*`;
/** `r ≠ 1`, `c > 0` behind a formula limits it. */
const condition = new RegExp(
  String.raw`^${small}\s*(?:≠|!=|>=?|<=?|≥|≤|\\(?:neq?|geq?|leq?|succeq?)\b|⪰|>>=)\s*-?\d+$`,
);

/** Conditions among what is said are supposed. */
const withConditions = (parts: Parts): void => {
  const limits = parts.said.filter((words) => condition.test(textOf(words)));
  if (limits.length === parts.said.length) return;
  parts.supposed.push(...limits);
  const rest = parts.said.filter((words) => !limits.includes(words));
  parts.said.splice(0, parts.said.length, ...rest);
};

/** `H = X inv(X' X) X' is a projection` says it of the right side. */
const ofValue = new RegExp(
  `^(?:${oneName})\\s*=\\s*([^=<>]+?)\\s+is(?:\\s+an?)?\\s+(${attribute})${noun}$`,
);

const functionsOf = ({ declared }: Parts): readonly string[] =>
  declared.flatMap((one) => /^(\w+): R\^\w+ -> R$/.exec(one)?.[1] ?? []);

/** The conclusion: every statement, or the last supposition where there is none. */
const conclusion = (parts: Parts): string | null => {
  const last = parts.said.length > 0 ? parts.said : parts.supposed.splice(-1);
  const texts = last.map((words) => {
    const said = textOf(putIn(words, parts.definitions));
    const found = says(said);
    const [, value, word] = ofValue.exec(said) ?? [];
    if (value !== undefined) return `(${value}) is ${word}`;
    const named = saidOfFunction(said, functionsOf(parts));
    if (named !== null) return named;
    return found ? `${found[0]} is ${found[1]}` : said;
  });
  if (texts.length === 0) return null;
  return texts.length === 1
    ? (texts[0] as string)
    : texts.map((one) => (/=>|⇒|iff|<=>/.test(one) ? `(${one})` : one)).join(' and ');
};

/** `orthogonal matrices preserve norms: |Q x| = |x|` says it of each matrix of the formula. */
const ofAll = (label: string, source: string): readonly string[] => {
  const [, words] =
    new RegExp(`^(?:an?\\s+|every\\s+)?(${attribute})\\s+matri(?:x|ces)\\b`).exec(label) ?? [];
  const capitals = new Set(source.slice(source.indexOf(':')).match(/(?<![\\])[A-HJ-Z]/g));
  return words === undefined ? [] : [...capitals].map((one) => `${one}: n×n ${words}`);
};

/** `P(s), s = softmax(z)`: the second statement defines a name of the first. */
const definesBefore = ({ words }: Clause, { said }: Parts): boolean => {
  const found = definitionIn(words);
  return (
    found !== null &&
    said.some((one) =>
      one.some(({ name }) => name === found.name || name.startsWith(`${found.name}_`)),
    )
  );
};

/** The claims that a sentence may make, the likeliest first; none where it is not a sentence. */
export const asSentence = (typed: string): readonly string[] => {
  if (typed.length > longest || /\|- |⊢|\\vdash|\bat\s+[a-z]\s*=\s*0/.test(typed)) return [];
  const source = inSigns(typed);
  return [...boundBehind(source), source].flatMap(claimOf);
};

const claimOf = (source: string): readonly string[] => {
  const parts: Parts = { declared: [], supposed: [], said: [], definitions: [] };
  const clauses = clausesOf(source);
  if (bindsInside(clauses)) return [];
  for (const clause of clauses) {
    const text = textOf(clause.words);
    const isBent = clause.role === 'said' && convex.test(text);
    if (clause.role === 'label') {
      // what a formula is called is not put in
      if (/[=(]/.test(text) && declaration(text) === null) return [];
      parts.declared.push(...(declaration(text) ?? ofAll(text, source)));
    } else if (clause.role === 'given' || (!isBent && declaration(text) !== null) || law.test(text))
      suppose(clause, parts);
    else if (definesBefore(clause, parts))
      parts.definitions.push(definitionIn(clause.words) as Definition);
    else if (isFormula(text) || saidOfFunction(text, functionsOf(parts)) !== null)
      parts.said.push(clause.words);
    else return [];
  }
  withConditions(parts);
  withAttributes(parts);
  const said = conclusion(parts);
  if (said === null) return [];
  const supposed = parts.supposed.map((words) => textOf(putIn(words, parts.definitions)));
  const items = [...sorted(withLaws(parts.declared)), ...supposed].filter((one) => one !== '');
  return [`${items.join('; ')} |- ${said}`];
};
