/** Tests of writing verdicts under the claims of a note. */
import { describe, expect, test } from 'vitest';
import { readNote } from '../../src/catalogue/read-markdown.ts';
import { withVerdicts } from '../../src/writeup/write-verdicts.ts';

/** Puts `> word` under every claim of the note. */
const write = (text: string, word = 'proved'): { text: string; problems: string[] } => {
  const blocks = readNote('note.md', text).claims.map(({ fence }) => ({
    fence,
    hash: 'abc123',
    lines: [`> **${word}**`, '>', '> more'],
  }));
  const { text: written, problems } = withVerdicts(text, 'note.md', blocks);
  return {
    text: written,
    problems: problems.map(({ place, message }) => `${place.line}: ${message}`),
  };
};
const claim = '```claim a\nA: n×n |- A = A\n```\n';
const verdict = '<!-- elenchus abc123 -->\n> **proved**\n>\n> more\n<!-- /elenchus -->\n';

describe('verdicts under the claims of a note', () => {
  test('stand right below the block, the rest stays', () => {
    expect(write(`# Hé\n\n${claim}\nText.`).text).toBe(`# Hé\n\n${claim}${verdict}\nText.`);
  });
  test.each([
    ['an ordinary note', `# T\n\n${claim}\nText.\n`],
    ['no line end at the end', claim.trimEnd()],
    ['Windows line ends', `# T\r\n\r\n${claim.replaceAll('\n', '\r\n')}\r\nText.\r\n`],
    ['Windows line ends and none at the end', claim.trimEnd().replaceAll('\n', '\r\n')],
    ['a block in a list', `- item\n\n  \`\`\`claim a\n  A: n×n |- A = A\n  \`\`\`\n\n- item\n`],
    ['two blocks without a line between', claim + claim.replace('claim a', 'claim b')],
    ['a proof below', `${claim}\n\`\`\`proof\nA = A by ring\n\`\`\`\n`],
    ['trailing spaces and tabs', `x  \n\ty\n${claim}   \n\n\n`],
    ['tildes and a longer fence', '~~~~claim a\nA: n×n |- A = A\n~~~~\n'],
  ])('written twice is written once: %s', (_, text) => {
    const once = write(text).text;
    expect(write(once).text).toBe(once);
    const refuted = write(once, 'refuted').text;
    expect(refuted).toBe(once.replaceAll('**proved**', '**refuted**'));
    // Without what stands between the marks the note is what it was.
    const lines = (part: string): string =>
      part.replaceAll(/\s*<!-- elenchus abc123 -->[^]*?<!-- \/elenchus -->/g, '');
    expect(lines(once).replaceAll(/\s+/g, ' ').trim()).toBe(text.replaceAll(/\s+/g, ' ').trim());
    expect(once.includes('\r\n')).toBe(text.includes('\r\n'));
    if (text.includes('\r\n')) expect(once.replaceAll('\r\n', '')).not.toContain('\n');
  });
  test('the old verdict is replaced, also with lines between', () => {
    expect(
      write(`${claim}\n\n${verdict.replace('abc123', '0f').replace('more', 'other')}end`).text,
    ).toBe(`${claim}\n\n${verdict}end`);
  });
  test('a verdict without an end is named, and the note stays', () => {
    const text = `${claim}<!-- elenchus abc123 -->\n> **proved**\n\nText.\n`;
    expect(write(text)).toEqual({
      text,
      problems: [expect.stringMatching(/^4: .*no <!-- \/elenchus --> below/)],
    });
  });
  test('a verdict under no claim is named, and stays', () => {
    const text = `Text.\n${verdict}\n${claim}${verdict}`;
    expect(write(text)).toEqual({
      text,
      problems: [expect.stringMatching(/^2: .*under no claim/)],
    });
  });
  test('marks in other fences are text', () => {
    const text = `\`\`\`html\n${verdict}\`\`\`\n`;
    expect(write(text)).toEqual({ text, problems: [] });
  });
});
