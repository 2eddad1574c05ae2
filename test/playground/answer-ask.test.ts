/**
 * What the playground's worker answers, tried in Node: the gallery's verdicts, and texts for other
 * places.
 */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { answerAsk } from '../../src/playground/answer-ask.ts';
import { longest } from '../../src/playground/bounds.ts';
import { quotedForShell } from '../../src/playground/copies.ts';
import { gallery } from '../../src/playground/gallery.ts';
import type { Ask, Reply } from '../../src/playground/messages.ts';
import { claimOfHash, linkHash } from '../../src/playground/page/link.ts';
import { insideScript } from '../../src/playground/page.ts';
import { words } from '../../src/playground/words.ts';

const asked = (ask: Exclude<Ask, { kind: 'stop' }>): Promise<Reply> =>
  answerAsk(ask, new AbortController().signal, () => undefined);
const checked = async (text: string): Promise<Extract<Reply, { kind: 'checked' }>> => {
  const reply = await asked({ kind: 'check', id: 1, text, time: 2 });
  if (reply.kind !== 'checked') throw new Error(JSON.stringify(reply));
  return reply;
};

describe('the gallery', () => {
  test.each(gallery)('$title', async ({ claim, verdict }) => {
    expect((await checked(claim)).verdict).toBe(verdict);
  });

  test('has some twenty claims, each once', () => {
    expect(gallery.length).toBeGreaterThanOrEqual(18);
    expect(new Set(gallery.map((g) => g.claim)).size).toBe(gallery.length);
  });
});

describe('a reply', () => {
  test('shows the answer to a question, with code', async () => {
    const { markup, summary } = await checked('X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ?');
    expect(summary).toMatch(/^Answer: 2 X'/);
    expect(markup).toContain('PyTorch');
  });

  test('has a test for Python, where the claim has code', async () => {
    const { copies } = await checked('A: m×n; B: n×m |- tr(A B) = tr(B A)');
    expect(copies.python).toContain('def test_claim(seed):');
    expect((await checked('x: n ~ normal(0, 1) |- E[|x|^2] = n')).copies.python).toBeNull();
  });

  test('to more time goes on where the search stopped', async () => {
    const text = 'A, B: n×n psd |- tr(A B A B A B) <= tr(A^3 B^3)';
    const trials = async (time: number, longer: boolean): Promise<number> => {
      const reply = await asked({ kind: 'check', id: 9, text, time, longer });
      const found = reply.kind === 'checked' ? /of ([\d ]+) trials/.exec(reply.summary) : null;
      return Number(found?.[1]?.replaceAll(/\D/g, ''));
    };
    const first = await trials(0.3, false);
    const anew = await trials(0.3, false);
    const longer = await trials(0.3, true);
    expect(first).toBeGreaterThan(40);
    // what the thread remembers saves some work, so that a few points more are tried
    expect(anew).toBeLessThan(1.2 * first);
    expect(longer).toBeGreaterThan(1.5 * anew);
  });

  test('to a note has a row for each claim, and the note with its verdicts', async () => {
    const text =
      "# N\n\n```claim a expect=proved\nA: n×n |- tr(A') = tr(A)\n```\n\n```claim b expect=proved\nA, B: n×n |- A B = B A\n```\n\n```claim c expect=proved\nA: n×n |- 2 tr(A') = 2 tr(A)\n```\n\n```proof c\n2 tr(A') = 2 tr(A) by n/a\n```\n";
    const reply = await asked({ kind: 'note', id: 10, name: 'n.md', text });
    expect(reply).toMatchObject({ kind: 'note', summary: 'n.md: 3 claims; 1 not as declared.' });
    if (reply.kind !== 'note') return;
    expect(reply.markup).toContain('Not as declared: the file says proved.');
    expect(reply.saved).toMatch(/<!-- elenchus [0-9a-f]{12} -->\n> \*\*proved\*\*/);
    const paper = await asked({
      kind: 'note',
      id: 11,
      name: 'p.tex',
      text: "% claim t: A: n×n |- tr(A') = tr(A)\n",
    });
    expect(paper).toMatchObject({ summary: 'p.tex: 1 claim; all as declared.', saved: null });
    const none = await asked({ kind: 'note', id: 12, name: 'x.md', text: '<script>' });
    expect(none).toMatchObject({ summary: expect.stringContaining('x.md has no claims') });
  });

  test('says which hypotheses are needed', async () => {
    const text = 'A: n×n invertible; c: scalar positive |- det(A) != 0';
    const reply = await asked({ kind: 'needs', id: 3, text });
    expect(reply).toMatchObject({
      kind: 'more',
      id: 3,
      summary: 'Hypotheses: 1 needed, 1 not needed.',
    });
  });

  test('says why there is no proof', async () => {
    const text = 'x, y: n |- |softmax(x) - softmax(y)| <= 2 |x - y|';
    const reply = await asked({ kind: 'why', id: 4, text });
    expect(reply.kind).toBe('more');
  });

  test('points at the place that is wrong while a claim is typed', async () => {
    const text = 'W: m×n; h: n |- W h = h';
    const reply = await asked({ kind: 'hint', id: 5, text });
    expect(reply).toMatchObject({ kind: 'hint', place: expect.objectContaining({ start: 16 }) });
    expect(await asked({ kind: 'hint', id: 6, text: '|- 1 = 1' })).toMatchObject({ message: null });
  });

  test('is a sentence for what is too long, or nested too deeply', async () => {
    const deep = await asked({
      kind: 'check',
      id: 7,
      text: `|- ${'('.repeat(longest - 10)}`,
      time: 1,
    });
    expect(['checked', 'failed']).toContain(deep.kind);
    if (deep.kind === 'checked') expect(deep.verdict).toBe('ill-typed');
    else expect(deep).toMatchObject({ message: expect.stringContaining('nested too deeply') });
    const long = await asked({ kind: 'check', id: 8, text: '('.repeat(longest + 1), time: 1 });
    expect(long).toMatchObject({ kind: 'failed', message: expect.stringContaining('Shorten it') });
  });

  test('holds no element that a claim has brought in', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(2)</script> |- 1 = 1';
    const { markup, verdict } = await checked(text);
    expect(verdict).toBe('ill-typed');
    expect(markup).not.toMatch(/<(?:img|script)/i);
  });
});

describe('copies', () => {
  test.each(["A: n×n |- A' = A", '|- 1 != 2', 'x: n |- `a` $b "c" \\ \' = x'])(
    'a shell reads %j as it is',
    (text) => {
      expect(
        execFileSync('sh', ['-c', `printf %s ${quotedForShell(text)}`], { encoding: 'utf8' }),
      ).toBe(text);
    },
  );

  test('a note block has the verdict to expect', async () => {
    const { copies } = await checked('A, B: n×n |- A B = B A');
    expect(copies.markdown).toBe(
      '```claim my-claim expect=refuted\nA: n x n; B: n x n |- A B = B A\n```\n',
    );
    expect(copies.command).toBe('elenchus try "A: n x n; B: n x n |- A B = B A"');
    expect(copies.latex).toContain('B A');
  });
});

describe('links', () => {
  test.each(["W: m×n |- W' = W -- 100 % #?&=+", 'x: n\n|- x = x', '⊢ ∀', ''])(
    '%j comes back',
    (text) => {
      expect(claimOfHash(linkHash(text))).toBe(text);
    },
  );

  test.each(['', '#', '#other', '#claim', '#claim=%E0%A4%A'])('%j has no claim', (hash) => {
    expect(claimOfHash(hash)).toBeNull();
  });
});

test('a script inside the page cannot end its element', () => {
  expect(insideScript('"</script><!-- </SCRIPT"')).toBe('"<\\/script>\\x3C!-- <\\/SCRIPT"');
});

test('the words to complete are those of the language', () => {
  expect(words).toEqual(
    expect.arrayContaining(['tr', 'softmax', 'invertible', 'forall', 'logdet']),
  );
});
