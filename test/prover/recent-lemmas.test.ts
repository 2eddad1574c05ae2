/** Tests that lemmas of recent papers and formalisations are settled as the page says. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { narrate } from '../../src/narration/narrate.ts';
import { prove } from '../../src/prover/prove.ts';
import { documentOfClaim, rechecked } from '../second-checker/documents.ts';
import { recentLemmas } from './recent-lemmas.ts';

/** Milliseconds' worth of work. */
const time = 3000;
const steps = new Map<string, number>();

test.each(recentLemmas)('$name', ({ name, claim: text, expect: verdict }) => {
  const claim = parseClaim(text);
  const proof = prove(claim, { time });
  expect(proof === null ? 'open' : 'proved').toBe(verdict);
  if (!proof) return;
  steps.set(name, narrate(claim, proof.theorem).steps);
  expect(rechecked(documentOfClaim(claim, proof.theorem))).toMatchObject({ accepted: true });
});

const cell = (text: string): string => text.replaceAll('|', '\\|');

test('the page of recent lemmas is current', async ({ skip }) => {
  const proved = recentLemmas.filter((l) => l.expect === 'proved').length;
  // where only some of the lemmas were tried, there is no page to compare
  if (steps.size < proved) skip();
  const rows = recentLemmas.map(({ name, source, claim, theirs, note }) => {
    const n = steps.get(name);
    const ours = n === undefined ? 'open' : `proved, ${n} ${n === 1 ? 'step' : 'steps'}`;
    return `| ${name} | \`${cell(claim)}\` | ${ours} | ${theirs} | ${source}${note ? `. ${note}` : ''} |`;
  });
  const page = `# Lemmas of recent papers

Each row is a lemma of a paper, a note or a formalisation of 2022 to 2026, in the words of the
language. The search for a proof settles ${proved} of ${recentLemmas.length} alone; the second checker accepts each
proof. \`open\`: true by the source, not proved here, and no counterexample exists. The table compares
the steps of the printed proof with the length of the proof in the source.

| lemma | statement | here | proof in the source | source |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  await expect(page).toMatchFileSnapshot('../../proofs/findings/recent-lemmas.md');
});
