/**
 * How long a proof of each identity takes, median of five in one process after one to warm up:
 * `jiti test/bench/identities.ts`, as a Markdown table.
 */
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { identities } from '../prover/identities.ts';

const time = 10_000;
const once = (text: string): number | null => {
  const began = performance.now();
  return prove(parseClaim(text), { time }) === null ? null : performance.now() - began;
};
const rounded = (ms: number): string => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));

process.stdout.write('| # | claim | ms |\n|---|---|---|\n');
let proved = 0;
identities.forEach((text, i) => {
  const first = once(text);
  const runs =
    first === null ? [] : [1, 2, 3, 4, 5].flatMap(() => once(text) ?? []).sort((a, b) => a - b);
  const median = runs[2];
  if (median !== undefined) proved += 1;
  process.stdout.write(
    `| ${i + 1} | \`${text.replaceAll('|', '\\|')}\` | ${median === undefined ? 'not proved' : rounded(median)} |\n`,
  );
});
process.stdout.write(`\n${proved} of ${identities.length} proved\n`);
