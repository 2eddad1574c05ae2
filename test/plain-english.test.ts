/** The project's texts are in plain English: no banned word, no endless sentence. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { banned, bannedIn, longSentences } from './plain-words.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Files with sentences of the project's own; a fixture is input of a test, the list quotes what it bans,
 * and `npm run writeup` writes the .claims.md file from the sources. */
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(?:md|ts|js|mjs|py|yml)$/.test(file))
  .filter((file) => !/(?:^|\/)fixtures\/|^test\/plain-|\.claims\.md$/.test(file));

describe('plain English', () => {
  test('no file has a banned pattern', () => {
    expect(files.length).toBeGreaterThan(1000);
    const found = files.flatMap((file) =>
      bannedIn(read(file)).map(
        ({ line, text, instead }) => `${file}:${line}: "${text}": write ${instead}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test('no sentence of the documents has over 40 words', () => {
    const documents = files.filter((file) => file.endsWith('.md'));
    expect(documents.length).toBeGreaterThan(10);
    const found = documents.flatMap((file) =>
      longSentences(read(file), 40).map((sentence) => `${file}: ${sentence}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the list of patterns', () => {
  test.each(banned.flatMap(({ bad }) => bad))('catches: %s', (text) => {
    expect(bannedIn(text)).not.toEqual([]);
    expect(bannedIn(`/** ${text} */`)).not.toEqual([]);
  });

  test.each(banned.flatMap(({ good }) => good))('lets pass: %s', (text) => {
    expect(bannedIn(text)).toEqual([]);
  });

  test('catches a pattern that a comment breaks over two lines', () => {
    expect(bannedIn('/**\n * At most so\n * many points.\n */')).toMatchObject([{ line: 2 }]);
    expect(bannedIn('# At most so\n# many points.')).toHaveLength(1);
  });

  test('counts the words of a sentence, but none of code, formulas and tables', () => {
    const words = (n: number): string => Array.from({ length: n }, () => 'word').join(' ');
    expect(longSentences(`${words(40)}. ${words(40)}.`, 40)).toEqual([]);
    expect(longSentences(`${words(41)}.`, 40)).toHaveLength(1);
    expect(longSentences(`- ${words(21)}\n  ${words(21)}.`, 40)).toHaveLength(1);
    expect(longSentences(`\`\`\`sh\n${words(41)}\n\`\`\`\n\n| ${words(41)} |`, 40)).toEqual([]);
  });
});
