/** The plugin for remark, run by unified. */
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import remarkElenchus from '../../src/documents/remark.ts';

const note = `# Notes

\`\`\`claim trace expect=proved
A: m×n; B: n×m |- tr(A B) = tr(B A)
\`\`\`

- in a list:

  \`\`\`claim commute expect=proved
  A, B: n×n |- A B = B A
  \`\`\`

\`\`\`claim by-lemma expect=proved
A: m×n; B: n×m |- 2 tr(A B) = 2 tr(B A)
\`\`\`

\`\`\`proof by-lemma
2 tr(A B) = 2 tr(B A) by document/trace
\`\`\`

\`\`\`js
const claim = 1;
\`\`\`
`;

const processor = unified().use(remarkParse).use(remarkMath).use(remarkStringify);

test('puts each verdict below its block, and says what is not as declared', async () => {
  const file = await processor().use(remarkElenchus).process(note);
  const text = String(file);
  expect(text).toContain('> **proved**, for every dimension, in 1 step');
  expect(text).toContain('> **refuted**, by an exact counterexample');
  expect(text).toContain('```claim trace expect=proved');
  expect(text).toContain('const claim = 1;');
  expect(
    file.messages.map(({ line, ruleId, source, reason }) => [line, source, ruleId, reason]),
  ).toEqual([[9, 'elenchus', 'refuted', 'document/commute is refuted, not proved']]);
});

test('typesets statements as remark-math does', async () => {
  const text = String(await processor().use(remarkElenchus, { typeset: true }).process(note));
  expect(text).toMatch(/\$\$\n[^$]*\\operatorname\{tr\}[^$]*\n\$\$/);
  expect(text).not.toContain('```claim');
});

test('a block that cannot be read is a message', async () => {
  const file = await processor().use(remarkElenchus).process('```claim\nA: n×n |- A = A\n```\n');
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['unreadable']);
});
