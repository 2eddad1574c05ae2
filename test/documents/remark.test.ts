/** The plugin for remark, run by unified. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import myst from '../../src/documents/myst.ts';
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

test('MyST gives the path of a document and no text: its blocks are read from the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'elenchus-myst-'));
  const path = join(folder, 'n.md');
  await writeFile(path, `---\ntitle: T\n---\n\n${note.replace('document/', 'n/')}`);
  const [{ plugin }] = myst.transforms;
  const tree = unified()
    .use(remarkParse)
    .parse(await readFile(path, 'utf8'));
  const file = new VFile({ path });
  await plugin()(tree, file);
  expect(file.messages.map(({ reason }) => reason)).toEqual(['n/commute is refuted, not proved']);
  expect(JSON.stringify(tree)).toContain('elenchus-proved');
  await rm(folder, { recursive: true });
});
