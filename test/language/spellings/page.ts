/** The page of spellings, from the tables that the tests hold the language against. */
import { ClaimError, claimText, parseClaim } from '../../../src/language/index.ts';
import { others, wrong } from './more-table.ts';
import { papers, strangers } from './strangers.ts';
import { hand, latex, python, type Spelling } from './table.ts';

/** Text in a cell of a table as code. */
const code = (text: string): string => {
  const escaped = text.replaceAll('|', '\\|');
  return text.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
};

/** Signs of the language are not marks of Markdown. */
const words = (text: string): string =>
  text.replaceAll(/[[\]*_|]/g, String.raw`\$&`).replaceAll('\n', ' ');

const row = (spelling: Spelling): string => {
  const { typed } = spelling;
  const answer =
    'read' in spelling
      ? [code(spelling.read), ...(spelling.notes ?? []).map((note) => `Note: ${words(note)}.`)]
      : [`Answered: ${words(spelling.answer)}.`, `Hint: ${words(spelling.hint)}`];
  return `| ${code(typed)} | ${answer.join('<br>')} |`;
};

const outcomes = new Map<string, Spelling>();

/** What becomes of a text, found once: what is not read takes many attempts to answer. */
export const outcomeOf = (typed: string): Spelling => {
  const outcome = outcomes.get(typed) ?? outcomeAnew(typed);
  outcomes.set(typed, outcome);
  return outcome;
};

const outcomeAnew = (typed: string): Spelling => {
  try {
    const claim = parseClaim(typed);
    return { typed, read: claimText(claim), ...(claim.notes && { notes: claim.notes }) };
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    return { typed, answer: error.message, hint: error.suggestion ?? '' };
  }
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

const documents = `## In a LaTeX document

A comment is a claim; it goes on over the comment lines that follow. Where it has no turnstile, the formula that is
printed behind it is the conclusion, so that the statement of the paper and the one checked are one text.
\`elenchus check paper.tex\` holds each against its verdict, and \`\\lemma{paper/trace}\` cites it.

    % claim trace expect=proved: A: m×n; B: n×m
    %   |- tr(A B) = tr(B A)

    % claim gradient expect=proved: A: n×n symmetric; x: n
    \\begin{equation}
      \\nabla_x (x^\\top A x) = 2 A x
    \\end{equation}

The environment \`elenchusclaim\` holds a claim and its name. \`elenchus cite paper.tex\` writes the
package that prints its statement in the paper.

    \\begin{elenchusclaim}[expect=proved]{cyclic}
      A: m×n; B: n×m |- tr(A B) = tr(B A)
    \\end{elenchusclaim}

## In an editor

\`syntaxes/elenchus.tmLanguage.json\` is a TextMate grammar of the language, and
\`syntaxes/elenchus.markdown.tmLanguage.json\` colours \`claim\` and \`proof\` blocks in Markdown with it.
`;

/** The claims that a hint offers. */
export const offeredIn = (spelling: Spelling): readonly string[] =>
  'hint' in spelling
    ? [...spelling.hint.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text)
    : [];

/** How many texts of a list are read, are answered with a claim, and are neither. */
export const countsOf = (typed: readonly string[]): readonly [number, number, number] => {
  const rows = typed.map(outcomeOf);
  const read = rows.filter((one) => 'read' in one).length;
  const offered = rows.filter((one) => offeredIn(one).length > 0).length;
  return [read, offered, rows.length - read - offered];
};

const counted = (): string =>
  [
    '## Statements of papers, without declarations',
    '',
    'Each list was written before it was tried. At that first try, 22, 29 and 24 texts of the first three',
    'lists and 46 of the fourth were read or answered with a claim; then the program was changed.',
    'A text without a declaration or a turnstile is not read in silence: the answer is a claim to paste.',
    '',
    '| list | typed | read | answered with a claim | neither |',
    '|---|---|---|---|---|',
    ...papers.map(
      ([title, typed]) => `| ${title} | ${typed.length} | ${countsOf(typed).join(' | ')} |`,
    ),
    '',
  ].join('\n');

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
    section('From physics, statistics and PyTorch', others),
    section('Wrong inputs', wrong),
    ...strangers.map(([title, typed]) => section(title, typed.map(outcomeOf))),
    counted(),
    ...papers.map(([title, typed]) => section(title, typed.map(outcomeOf))),
    documents,
  ].join('\n');
