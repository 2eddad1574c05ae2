/** Tests of claims and proofs in Markdown notes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readMarkdown } from '../../src/catalogue/read-markdown.ts';
import { readText } from '../../src/catalogue/read-text.ts';

const claim = '```claim a expect=proved\nA: n×n |- A = A\n```\n';
const read = (text: string): { ids: (string | null)[][]; problems: string[] } => {
  const { entries, problems } = readMarkdown('My Note.md', text);
  return {
    ids: entries.map(({ id, proof }) => [id, proof]),
    problems: problems.map(({ message, place }) => `${place.line}:${place.column} ${message}`),
  };
};

describe('proofs in a note', () => {
  test('by name, before or behind the claim; without a name, of the claim before', () => {
    const proof = (name: string): string => `\`\`\`proof${name}\nA = A by ring\n\`\`\`\n`;
    for (const text of [
      claim + proof(' a'),
      proof(' a') + claim,
      `${claim}\nwords\n\n${proof('')}`,
    ]) {
      expect(read(text)).toEqual({ ids: [['my-note/a', 'A = A by ring\n']], problems: [] });
    }
  });
  test.each([
    ['of nothing', '```proof b\nA = A by ring\n```\n', "1:1 there is no claim block 'b'"],
    [
      'without a name or a claim before',
      'x\n\n  ```proof\n  A = A by ring\n  ```\n',
      '3:3 this proof block has no name',
    ],
    [
      'twice',
      `${claim}\`\`\`proof\nA = A by ring\n\`\`\`\n\`\`\`proof a\nA = A by ring\n\`\`\`\n`,
      "7:1 'my-note/a' has a proof already, on line 4",
    ],
    ['empty', `${claim}\`\`\`proof a\n\n\`\`\`\n`, '4:1 this proof block is empty'],
    [
      'with more words',
      `${claim}\`\`\`proof a by ring\nA = A by ring\n\`\`\`\n`,
      "4:1 'by ring' is not understood",
    ],
    [
      'never closed',
      `${claim}\`\`\`proof a\nA = A by ring\n`,
      '4:1 this proof block is never closed',
    ],
  ])('%s', (_, text, problem) => {
    expect(read(text).problems).toEqual([expect.stringContaining(problem)]);
  });
  test('a claim in an HTML comment is not read', () => {
    expect(
      read(
        `<!-- not yet\n${claim}-->\n${claim.replace('claim a', 'claim b')}<!-- x -->\n${claim.replace('claim a', 'claim c')}`,
      ).ids,
    ).toEqual([
      ['my-note/b', null],
      ['my-note/c', null],
    ]);
  });
});

describe('bytes', () => {
  const file = async (bytes: Buffer): Promise<string> => {
    const directory = await mkdtemp(join(tmpdir(), 'elenchus-bytes-'));
    onTestFinished(() => rm(directory, { recursive: true, force: true }));
    await writeFile(join(directory, 'x.md'), bytes);
    return join(directory, 'x.md');
  };
  test('a byte order mark is not part of the text', async () => {
    expect(await readText(await file(Buffer.from('\uFEFFtext')))).toEqual({
      text: 'text',
      bom: true,
    });
  });
  test.each([
    [
      'Latin-1',
      Buffer.from('ab\nxé\ncaf\u00e9 noir', 'latin1'),
      2,
      2,
      'not UTF-8 text: save it as UTF-8',
    ],
    [
      'a bad byte behind good characters',
      Buffer.concat([Buffer.from('é×😀'), Buffer.from([0xff]), Buffer.from('x')]),
      1,
      4,
      'not UTF-8',
    ],
    ['a character cut off at the end', Buffer.from('ab×').subarray(0, 3), 1, 3, 'not UTF-8'],
    ['UTF-16', Buffer.from('\uFEFFab', 'utf16le'), 1, 1, 'it looks like UTF-16'],
  ])('%s', async (_, bytes, line, column, message) => {
    expect(await readText(await file(bytes))).toMatchObject({
      message: expect.stringContaining(message),
      place: { line, column },
    });
  });
});

test('a claim block in a quotation, as in a callout, is a problem instead of being passed over', () => {
  const quoted = `> [!note]\n> ${claim.trimEnd().replaceAll('\n', '\n> ')}\n`;
  expect(read(`${claim}\n${quoted}`)).toEqual({
    ids: [['my-note/a', null]],
    problems: ['6:1 a claim block in a quotation is not read: take it out of the quotation'],
  });
  // one that is shown inside another block is text
  expect(read(`\`\`\`\`md\n${quoted}\`\`\`\`\n`).problems).toEqual([]);
});
