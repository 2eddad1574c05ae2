/** The page of spellings, from the table that the tests hold the language against. */
import { hand, latex, python, type Spelling } from './table.ts';

/** Text in a cell of a table as code. */
const code = (text: string): string => {
  const escaped = text.replaceAll('|', '\\|');
  return text.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
};

const words = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (spelling: Spelling): string => {
  const { typed } = spelling;
  const answer =
    'read' in spelling
      ? [code(spelling.read), ...(spelling.notes ?? []).map((note) => `Note: ${words(note)}.`)]
      : [`Answered: ${words(spelling.answer)}.`, `Hint: ${words(spelling.hint)}`];
  return `| ${code(typed)} | ${answer.join('<br>')} |`;
};

const section = (title: string, rows: readonly Spelling[]): string => {
  const read = rows.filter((one) => 'read' in one).length;
  return [
    `## ${title}`,
    '',
    `${rows.length} spellings: ${read} are read, ${rows.length - read} are answered.`,
    '',
    '| typed | read or answered |',
    '|---|---|',
    ...rows.map(row),
    '',
  ].join('\n');
};

export const spellingsPage = (): string =>
  [
    '# Spellings',
    '',
    'What people type without thinking is read, and shown again in the normal form. Where a text has',
    'two meanings, both are shown, each as a whole claim to paste. This page is written by the tests.',
    '',
    section('LaTeX', latex),
    section('Python', python),
    section('By hand', hand),
  ].join('\n');
