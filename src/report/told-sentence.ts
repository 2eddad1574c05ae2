/** The sentences of a told proof in parts: prose, statements, terms and ranges of indices. */

export type SentencePart =
  | { readonly kind: 'prose' | 'statement' | 'term'; readonly text: string }
  | { readonly kind: 'range'; readonly index: string; readonly from: string; readonly to: string };

const prose = (text: string): SentencePart => ({ kind: 'prose', text });
const statement = (text = ''): SentencePart => ({ kind: 'statement', text });
const term = (text = ''): SentencePart => ({ kind: 'term', text });
const range = (index = '', from = '', to = ''): SentencePart => ({
  kind: 'range',
  index,
  from,
  to,
});

type Sentence = readonly [RegExp, (...groups: (string | undefined)[]) => SentencePart[]];

const sentences: readonly Sentence[] = [
  [
    /^(Suppose (?:not, so )?|Case )(.*)([.:])$/,
    (opening = '', words, end = '') => [prose(opening), statement(words), prose(end)],
  ],
  [
    /^By induction on (\w+) in (\d+)\.\.([^:]+): (.*)\.$/,
    (index, from, to, words) => [
      prose('By induction on '),
      range(index, from, to),
      prose(': '),
      statement(words),
      prose('.'),
    ],
  ],
  [
    /^Base, (\w+ = \w+):(?: both sides are (.*)\.)?$/,
    (first, value) => [
      prose('Base, '),
      statement(first),
      prose(':'),
      ...(value === undefined
        ? []
        : value === 'the same'
          ? [prose(' both sides are the same.')]
          : [prose(' both sides are '), term(value), prose('.')]),
    ],
  ],
  [
    /^Step, from (\w+) to (\S+):$/,
    (one, next) => [prose('Step, from '), term(one), prose(' to '), term(next), prose(':')],
  ],
  [
    /^Let (\w+) be in (\d+)\.\.(.+)\.$/,
    (index, from, to) => [prose('Let '), range(index, from, to), prose('.')],
  ],
  [/^Take (\w+) = (.+)\.$/, (name, value) => [prose(`Take ${name} = `), term(value), prose('.')]],
  [
    /^(.+) for all (\w+) in (\d+)\.\.([^\s.:,]+)$/,
    (words, index, from, to) => [statement(words), prose(' for all '), range(index, from, to)],
  ],
];

/** Null of a line that is a statement, or a sentence without formulas. */
export function toldSentence(text: string): readonly SentencePart[] | null {
  for (const [pattern, parts] of sentences) {
    const found = pattern.exec(text);
    if (found !== null) return parts(...found.slice(1));
  }
  return null;
}
