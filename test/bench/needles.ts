/**
 * Rare needles from 20 seeds each: found in how many, after how many trials. Run with `npx jiti
 * test/bench/needles.ts`.
 */
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { needles } from '../refuter/needles.ts';
import { median, table, worked } from './table.ts';
import { witnessText } from './witness-text.ts';

const seeds = 20;
const rows = needles.map(({ id, why, text }) => {
  const claim = parseClaim(text);
  const [trials, times]: [number[], number[]] = [[], []];
  let witness = '';
  for (let seed = 1; seed <= seeds; seed++) {
    const start = worked();
    const found = searchSync(claim, { time: 60_000, seed, to: 20_000 });
    if (found.counterexample === null) continue;
    trials.push(found.trials.run);
    times.push(worked() - start);
    witness = witnessText(found.counterexample.at);
  }
  return [
    id,
    why,
    `${trials.length}/${seeds}`,
    `${median(trials)}`,
    `${Math.max(0, ...trials)}`,
    median(times).toFixed(1),
    witness,
  ];
});
console.log(
  table(['needle', 'why', 'found', 'median trials', 'most', 'median ms', 'a witness'], rows),
);
