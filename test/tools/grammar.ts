/**
 * TextMate grammars for the language and for `claim` blocks in Markdown, made from the tables of
 * the language.
 */
import { attributes, lawKinds } from '../../src/language/ast.ts';
import { builtinActivations, constants, derivatives, keywords } from '../../src/language/names.ts';
import { relationSigns, signAliases, signs, wordAliases } from '../../src/language/token.ts';
import { operators } from '../../src/operators/registry.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** One of the words, none of them part of a longer one. */
const oneOf = (words: Iterable<string>): string =>
  `(?<![A-Za-z0-9_])(?:${[...words]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|')})(?![A-Za-z0-9_])`;

const signOf = (texts: Iterable<string>): string =>
  [...new Set(texts)]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|');

const called = [...operators.values()].filter((o) => o.called).map((o) => o.name);
const binders = ['sum', 'mean', 'prod', 'E', 'expect', 'ker'];
const types = ['scalar', 'activation', 'R'];

const unicodeRelations = [...signAliases]
  .filter(([, [ascii = '']]) => relationSigns.has(ascii) || ascii === '=>' || ascii === '<=>')
  .map(([sign]) => sign);
const otherSigns = [...signs, ...signAliases.keys()].filter(
  (sign) =>
    !relationSigns.has(sign) && !unicodeRelations.includes(sign) && !'()[],;:.'.includes(sign),
);

export interface Rule {
  readonly name: string;
  readonly match: string;
}

/** The rules, the first that matches at a place is taken. */
export const rules: readonly Rule[] = [
  { name: 'comment.line.double-dash.elenchus', match: '--.*$' },
  { name: 'keyword.control.turnstile.elenchus', match: '(?<![^\\s])(?:\\|-|⊢)(?![^\\s])' },
  {
    name: 'variable.other.declaration.elenchus',
    match:
      '[A-Za-z_\\u0370-\\u03ff][A-Za-z0-9_]*(?:\\[[a-z]\\])?(?=\\s*(?:,\\s*[A-Za-z_][A-Za-z0-9_]*\\s*)*:(?!=))',
  },
  { name: 'constant.numeric.elenchus', match: '(?<![A-Za-z0-9_])\\d+(?:\\.\\d+)?' },
  { name: 'storage.modifier.attribute.elenchus', match: oneOf(attributes) },
  { name: 'storage.type.elenchus', match: oneOf(types) },
  { name: 'support.function.law.elenchus', match: oneOf(lawKinds) },
  {
    name: 'keyword.operator.word.elenchus',
    match: `${oneOf([...keywords, 'kron'])}|${signOf(wordAliases.keys())}`,
  },
  { name: 'keyword.operator.derivative.elenchus', match: oneOf(derivatives) },
  { name: 'support.function.binder.elenchus', match: `${oneOf(binders)}(?=\\s*[\\[(])` },
  { name: 'support.function.operator.elenchus', match: `${oneOf(called)}(?=\\s*[\\[(])` },
  {
    name: 'support.function.activation.elenchus',
    match: `${oneOf(builtinActivations)}(?=\\'*\\()`,
  },
  { name: 'constant.language.elenchus', match: oneOf(constants) },
  {
    name: 'keyword.operator.relation.elenchus',
    match: signOf([...relationSigns, '=>', '<=>', ...unicodeRelations].filter((s) => s !== 'in')),
  },
  { name: 'keyword.operator.arithmetic.elenchus', match: signOf(otherSigns) },
];

/** The grammar of the language. */
export const languageGrammar = {
  name: 'elenchus',
  scopeName: 'source.elenchus',
  fileTypes: ['elenchus'],
  patterns: rules,
};

/** `claim` and `proof` blocks of a Markdown note, in an editor that knows the grammar above. */
export const markdownGrammar = {
  name: 'elenchus in Markdown',
  scopeName: 'markdown.elenchus.codeblock',
  injectionSelector: 'L:text.html.markdown',
  patterns: [
    {
      begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(claim|proof)(?=\\s|$)([^`]*)$',
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
      name: 'markup.fenced_code.block.markdown',
      beginCaptures: {
        3: { name: 'punctuation.definition.markdown' },
        4: { name: 'fenced_code.block.language.markdown' },
        5: { name: 'fenced_code.block.language.attributes.markdown' },
      },
      endCaptures: { 3: { name: 'punctuation.definition.markdown' } },
      contentName: 'meta.embedded.block.elenchus',
      patterns: [{ include: 'source.elenchus' }],
    },
  ],
};

/** A grammar as the file that editors read. */
export const grammarText = (grammar: object): string => `${JSON.stringify(grammar, null, 2)}\n`;
