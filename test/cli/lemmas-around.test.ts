/** Tests of `check` of one file whose proofs cite lemmas of others. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { elenchus, scratch } from './command.ts';

const base = `import { family, lemma } from 'elenchus';
export default family('base', [
  lemma('cyclic', { claim: \`A: m×n; B: n×m |- tr(A B) = tr(B A)\`, source: 's' }),
  lemma('commute', { claim: \`A, B: n×n |- A B = B A\`, source: 's' }),
  lemma('slip', {
    claim: \`P: n×n symmetric projector; x: n |- |P x|^2 = x' P x\`,
    proof: \`
      |P x|^2 = x' P' P x by ring
              = x' P x    by ring\`,
    source: 's',
  }),
]);
`;
const note = `# A note

\`\`\`claim good expect=proved
A, B: n×n |- tr(A B) + 1 = tr(B A) + 1
\`\`\`
\`\`\`proof
tr(A B) = tr(B A)   by base/cyclic
\`\`\`

\`\`\`claim on-false expect=proved
A, B: n×n |- tr(A B) + 1 = tr(B A) + 1
\`\`\`
\`\`\`proof
A B = B A   by base/commute
\`\`\`

\`\`\`claim on-slip expect=proved
P: n×n symmetric projector; x: n |- |P x|^2 + 1 = x' P x + 1
\`\`\`
\`\`\`proof
|P x|^2 = x' P x   by base/slip
\`\`\`

\`\`\`claim on-typo expect=proved
A, B: n×n |- tr(A B) + 1 = tr(B A) + 1
\`\`\`
\`\`\`proof
tr(A B) = tr(B A)   by base/cylic
\`\`\`
`;

test('a lemma of the catalogue is proved first; one that is not, or is nowhere, is named', async () => {
  const cwd = await scratch();
  await mkdir(join(cwd, 'proofs'));
  await mkdir(join(cwd, 'notes'));
  await writeFile(join(cwd, 'proofs/base.ts'), base);
  await writeFile(join(cwd, 'notes/use.md'), note);
  const { code, out } = await elenchus(['check', 'notes/use.md'], { cwd });
  expect(code).toBe(1);
  expect(out).toMatch(/good +proved +✓/);
  expect(out).toContain('4 claims: 1 proved, 3 survived');
  const shown = (id: string): string =>
    out.slice(out.indexOf(`✗ use/${id}`)).split('\n\n✗')[0] ?? '';
  expect(shown('on-false')).toContain(`because   notes/use.md:14:13
    A B = B A   by base/commute
                ^^^^^^^^^^^^^^^
  nothing follows from the lemma base/commute: its verdict is refuted
  it is declared at proofs/base.ts:4:3
`);
  expect(shown('on-slip')).toContain(`because   notes/use.md:21:20
    |P x|^2 = x' P x   by base/slip
                       ^^^^^^^^^^^^
  nothing follows from the lemma base/slip: its verdict is survived
  it is declared at proofs/base.ts:5:3
  it is not proved because
    proofs/base.ts:9:27
                    = x' P x    by ring
                                ^^^^^^^
    this step does not follow by ring: x' P' P x = x' P x
`);
  expect(shown('on-typo')).toContain(`because   notes/use.md:28:21
    tr(A B) = tr(B A)   by base/cylic
                        ^^^^^^^^^^^^^
  no lemma is called base/cylic
  did you mean
    base/cyclic  (proofs/base.ts:3:3)
  looked in
    notes/use.md
    the folder notes
    proofs/
`);
  for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
});
