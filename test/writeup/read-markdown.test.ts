/** Tests of reading citations in Markdown. */
import { describe, expect, test } from 'vitest';
import { readMarkdownCitations } from '../../src/writeup/read-markdown-citations.ts';

const read = (text: string): string[] =>
  readMarkdownCitations('p.md', text).items.map((item) =>
    'kind' in item ? `${item.kind} ${item.id} ${item.place.line}:${item.place.column}` : '',
  );

describe('citations in Markdown', () => {
  test.each([
    ['a lemma', 'By [@a/b] and [see @a/c, part 2].', ['lemma a/b 1:5', 'lemma a/c 1:20']],
    [
      'every kind',
      '[lemma @a/b] [counterexample @a/c] [survived @a/d] [measured @a/e] [claim @a/f] [see the Counterexample -@a/g]',
      [
        'lemma a/b 1:8',
        'counterexample a/c 1:30',
        'survived a/d 1:46',
        'measured a/e 1:62',
        'claim a/f 1:75',
        'counterexample a/g 1:106',
      ],
    ],
    [
      'several in one',
      '[@a/b; counterexample @a/c; @smith2004; see @a/d.]',
      ['lemma a/b 1:2', 'counterexample a/c 1:23', 'lemma a/d 1:45'],
    ],
    [
      'a heading, a table, a list, a quotation',
      '# H [@a/b]\n\n| x | [@a/c] |\n|---|---|\n\n- one\n\n    two [@a/d]\n\n> [@a/e]\n',
      ['lemma a/b 1:6', 'lemma a/c 3:8', 'lemma a/d 8:10', 'lemma a/e 10:4'],
    ],
    ['over a line end', 'x [see\r\ncounterexample @a/b]\r\n', ['counterexample a/b 2:16']],
    ['columns count characters', 'é😀 [@a/b]', ['lemma a/b 1:5']],
    [
      'behind code',
      '`x` ``a`b`` [@a/b] ` [@a/c]\n\n[@a/d]`',
      ['lemma a/b 1:14', 'lemma a/c 1:23', 'lemma a/d 3:2'],
    ],
    [
      'behind a block',
      '```\n[@a/x]\n```\n[@a/b]\n<!-- [@a/x] --> [@a/c]\n<pre>[@a/x]</pre> [@a/d]',
      ['lemma a/b 4:2', 'lemma a/c 5:18', 'lemma a/d 6:20'],
    ],
  ])('%s', (_, text, found) => expect(read(text)).toEqual(found));

  test.each([
    ['code spans', '`[@a/b]` ``x ` [@a/b]`` `a\n[@a/b]`'],
    ['fenced blocks', '```text\n[@a/b]\n```\n~~~~\n```\n[@a/b]\n~~~~\n'],
    ['a block that is never closed', '```\n[@a/b]\n\n[@a/b]'],
    ['indented code', 'Text.\n\n    [@a/b]\n\n\t[@a/b]\n'],
    ['HTML comments', 'x <!-- [@a/b]\n\n[@a/b] --> y'],
    ['escapes', String.raw`\[@a/b] \[@a/b\]`],
    ['links', '[@a/b](https://x.org) [@a/b][ref]\n\n[@a/b]: https://x.org'],
    ['the literature', '[@smith2004, p. 3] [@DBLP:conf/nips/Smith04] [@a/b/c] [@10.1000:x/y]'],
    ['addresses', '[me@a/b] mail@a/b @a/b'],
    ['two paragraphs', '[x\n\n@a/b]'],
  ])('none in %s', (_, text) => expect(read(text)).toEqual([]));
});
