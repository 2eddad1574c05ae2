/** Tests of reading citations in LaTeX. */
import { describe, expect, test } from 'vitest';
import { readLatex } from '../../src/writeup/read-latex.ts';

/** `kind id line:column` of every citation, `input name` of every inclusion. */
const read = (text: string): string[] =>
  readLatex('p.tex', text).items.map((item) =>
    'kind' in item
      ? `${item.kind} ${item.id} ${item.place.line}:${item.place.column}`
      : `input ${item.name}`,
  );
const problems = (text: string): string[] =>
  readLatex('p.tex', text).problems.map(
    ({ message, place }) => `${place.file}:${place.line}:${place.column} ${message}`,
  );

describe('citations in LaTeX', () => {
  test.each([
    [
      'every kind',
      String.raw`\lemma{a/b} \counterexample{a/c} \survived{a/d} \measured{a/e} \claim{a/f}`,
      [
        'lemma a/b 1:1',
        'counterexample a/c 1:13',
        'survived a/d 1:34',
        'measured a/e 1:49',
        'claim a/f 1:64',
      ],
    ],
    [
      'the long names and the star',
      String.raw`\elenchuslemma{a/b}\lemma*{a/c}\lemma * {a/d}`,
      ['lemma a/b 1:1', 'lemma a/c 1:20', 'lemma a/d 1:32'],
    ],
    [
      'inside braces and macros nobody knows',
      String.raw`\foo{x {\bar[\lemma{a/b}]{y}}}`,
      ['lemma a/b 1:14'],
    ],
    [
      'blanks, a line end and a comment in the argument',
      '\\lemma {%\n  a/b }\n\\lemma\n{a / c}',
      ['lemma a/b 1:1', 'lemma a/c 3:1'],
    ],
    ['columns count characters', 'é😀 \\lemma{a/b}', ['lemma a/b 1:4']],
    [
      'Windows line ends',
      'x\r\n\r\n  \\lemma{a/b}%\r\n\\lemma{a/c}\r\n',
      ['lemma a/b 3:3', 'lemma a/c 4:1'],
    ],
    [
      'a heading, a caption, a table',
      '\\section[\\lemma{a/b}]{\\lemma{a/c}}\n\\begin{tabular}{l}\n\\lemma{a/d} & 1 \\\\\\lemma{a/e}\n\\end{tabular}',
      ['lemma a/b 1:10', 'lemma a/c 1:23', 'lemma a/d 3:1', 'lemma a/e 3:19'],
    ],
    [
      'an id without a family, and one in capitals',
      String.raw`\lemma{cancellation} \lemma{A/B}`,
      ['lemma cancellation 1:1', 'lemma A/B 1:22'],
    ],
    [
      'inputs',
      '\\input{sec/one}\\include{two} \\input three\n\\subfile{four.tex}\\input{\\jobname}\\inputenc{x}',
      ['input sec/one', 'input two', 'input three', 'input four.tex'],
    ],
  ])('%s', (_, text, found) => expect(read(text)).toEqual(found));

  test.each([
    ['a comment', 'x % \\lemma{a/b}\n'],
    ['a comment behind a line break', 'x \\\\% \\lemma{a/b}\n'],
    ['a line break before letters', String.raw`x \\lemma{a/b}`],
    ['an escaped backslash', String.raw`\textbackslash lemma{a/b}`],
    [
      'verb with any delimiter',
      String.raw`\verb|\lemma{a/b}| \verb*+\lemma{a/b}+ \verb"%" \Verb!\lemma{a/b}!`,
    ],
    [
      'listings and minted',
      String.raw`\lstinline[language=C]|\lemma{a/b}| \lstinline{\lemma{a/b}} \mintinline{c}{\lemma{a/b}} \mintinline{c}|\lemma{a/b}|`,
    ],
    ['a short verb', '\\MakeShortVerb{\\|} |\\lemma{a/b}| \\DeleteShortVerb{\\|}'],
    [
      'what is switched off',
      '\\iffalse \\lemma{a/b} \\ifx x y \\else \\lemma{a/c}\\fi \\iff \\lemma{a/d}\\fi',
    ],
    ['a citation after the end', '\\end{document}\n\\lemma{a/b}'],
    ['a web address', String.raw`\url{x.org/\lemma{a/b}%7E} \href{x%y\lemma{a/b}}{text}`],
    ['an environment of that name', '\\begin{lemma}[Title] text \\end{lemma}'],
    ['a parameter', String.raw`\newcommand{\by}[1]{\lemma{#1}}`],
    ['a title', String.raw`\claim{The sum is finite} \lemma{$x/y$} \lemma{} \lemma{\textbf{a}/b}`],
    [
      'a command of the author',
      String.raw`\newcommand{\lemma}[1]{Lemma~\ref{#1}} \lemma{a/b} \lemma{own}`,
    ],
    ['another command', String.raw`\lemmata{a/b} \mylemma{a/b} \lemma@x{a/b}`],
  ])('none in %s', (_, text) => expect([read(text), problems(text)]).toEqual([[], []]));

  test.each(['verbatim', 'verbatim*', 'lstlisting', 'minted', 'comment', 'filecontents*'])(
    'none in the environment %s, and some behind it',
    (name) => {
      const text = `\\begin{${name}}[x]\n\\lemma{a/b} % {\n\\end{other}\n\\end{${name}} \\lemma{a/c}`;
      expect(read(text).map((one) => one.split(' ')[1])).toEqual(['a/c']);
    },
  );
  test('none in an environment that the text declares to be verbatim', () => {
    expect(read('\\lstnewenvironment{code}{}{}\n\\begin{code}\n\\lemma{a/b}\n\\end{code}')).toEqual(
      [],
    );
  });
  test('what was written is seen behind each of them', () => {
    for (const hidden of [
      '\\verb|%|',
      '\\url{a%b}',
      '\\%',
      '\\\\',
      '$\\iff$',
      '\\iffalse x \\else ',
      '\\lstinline{%}',
      '% x\n',
      '\\verb*|{|',
    ]) {
      expect(read(`${hidden}\\lemma{a/b}`)).toHaveLength(1);
    }
  });
  test.each([
    ['\nx \\lemma{a/b', 'p.tex:2:3 \\lemma{ is never closed'],
    ['\\lemma{a/b\n\n more}', 'p.tex:1:1 \\lemma{ is never closed'],
    ['\\lemma{a/b, a/c}', 'p.tex:1:1 \\lemma takes one id: write \\lemma{a/b}, \\lemma{a/c}'],
    ['x \\begin{verbatim} y', 'p.tex:1:3 \\begin{verbatim} is never closed'],
    ['é \\verb|x\n|', 'p.tex:1:3 the verbatim text that begins here has no |'],
  ])('%j', (text, problem) => expect(problems(text)).toEqual([expect.stringContaining(problem)]));
});
