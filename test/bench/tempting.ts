/**
 * True claims that tempt floating point, a million trials each (or the number given): none may be
 * refuted.
 * Run with `npx jiti test/bench/tempting.ts [trials] [id]`.
 */
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { tempting } from '../refuter/tempting.ts';
import { table, worked } from './table.ts';

const trials = Number(process.argv[2] ?? 1_000_000);
const only = process.argv[3];
const rows: string[][] = [];
let refuted = 0;
for (const { id, text } of tempting) {
  if (only !== undefined && only !== id) continue;
  const start = worked();
  const result = searchSync(parseClaim(text), { time: Number.POSITIVE_INFINITY, seed: 1, trials });
  const seconds = (worked() - start) / 1000;
  if (result.verdict === 'refuted') refuted++;
  rows.push([
    id,
    result.verdict,
    `${result.trials.run}`,
    `${result.trials.met}`,
    seconds.toFixed(1),
    (result.trials.run / seconds).toFixed(0),
  ]);
  console.error(rows[rows.length - 1]?.join('  '));
}
console.log(table(['claim', 'verdict', 'trials', 'met', 'seconds', 'per second'], rows));
process.exitCode = refuted > 0 ? 1 : 0;
