/** The filter for Pandoc, run by Pandoc where Debian has it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { filterPandoc } from '../../src/documents/pandoc.ts';

const note = `# Notes

\`\`\`{.claim name="trace" expect="proved"}
A: m×n; B: n×m |- tr(A B) = tr(B A)
\`\`\`

> \`\`\`{.claim #commute expect="proved"}
> A, B: n×n |- A B = B A
> \`\`\`

\`\`\`{.claim name="ill"}
A: m×n |- A = A'
\`\`\`
`;

const pandoc = (args: readonly string[], input: string) =>
  spawnSync('pandoc', [...args], { input, encoding: 'utf8' });
const there = pandoc(['--version'], '').status === 0;
if (!there) process.stderr.write('pandoc is not installed: its filter did not run\n');

describe.runIf(there)('the filter for Pandoc', () => {
  test('typesets claims, and puts each verdict below', async () => {
    const { document, complaints } = await filterPandoc(pandoc(['-t', 'json'], note).stdout);
    expect(complaints).toEqual([
      'commute is refuted, not proved',
      expect.stringMatching(/^ill is ill-typed: /),
    ]);
    const html = pandoc(['-f', 'json', '-t', 'html'], document).stdout;
    expect(html).toContain(
      '<div id="trace" class="elenchus elenchus-proved" data-verdict="proved">',
    );
    expect(html).toContain('class="math display"');
    expect(html).toMatch(/<blockquote>\s*<p><strong>refuted<\/strong>, by an exact/);
    expect(html).toContain('<code>A = diag(1, 0)</code>');
    expect(html).toContain('A = A&#39;');
    const latex = pandoc(['-f', 'json', '-t', 'latex'], document).stdout;
    expect(latex).toContain('\\operatorname{tr}');
  });

  test('leaves a document without claims as it is', async () => {
    const json = pandoc(['-t', 'json'], '# Title\n\n- a *b* `c`\n').stdout;
    const { document, complaints } = await filterPandoc(json);
    expect(JSON.parse(document)).toEqual(JSON.parse(json));
    expect(complaints).toEqual([]);
  });

  test('takes the blocks of notes as GitHub writes them', async () => {
    const json = pandoc(
      ['-f', 'gfm', '-t', 'json'],
      '```claim a expect=proved\nA: n×n |- A = A\n```\n',
    ).stdout;
    const { document, complaints } = await filterPandoc(json);
    expect(document).toContain('elenchus-proved');
    // GitHub's reader drops the name and the declared verdict
    expect(complaints).toEqual([expect.stringContaining('has no name')]);
  });

  test("a block that Pandoc's Markdown loses is said, and code that only looks like one is not", async () => {
    const text =
      '```claim a expect=proved\nA, B: n×n\n|- A B = B A\n```\n\nThe `claim a |- b` and `claim`.\n';
    const { complaints } = await filterPandoc(pandoc(['-t', 'json'], text).stdout);
    expect(complaints).toEqual([
      expect.stringMatching(/^Pandoc reads ```claim a expect=proved as no block/),
    ]);
  });

  test('a name that Pandoc keeps as an identifier stands once', async () => {
    const json = pandoc(['-t', 'json'], "```{.claim #ill}\nA: m×n |- A = A'\n```\n").stdout;
    const { document } = await filterPandoc(json);
    const html = pandoc(['-f', 'json', '-t', 'html'], document).stdout;
    expect(html.match(/id="ill"/g)).toHaveLength(1);
  });
});

test('refuses what is not JSON', async () => {
  await expect(filterPandoc('# Title')).rejects.toBeInstanceOf(SyntaxError);
});
