/**
 * Every false claim of the catalogue from 20 seeds: median trials and milliseconds of work to the
 * certified witness, shrinking and the widest witness included. Run with `npx jiti
 * test/bench/catalogue.ts` after `npm run build`.
 */
import dnfa from '../../properties/dnfa.ts';
import hessian from '../../properties/hessian.ts';
import submersion from '../../properties/submersion.ts';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { median, table, worked } from './table.ts';
import { witnessText } from './witness-text.ts';

const seeds = 20;
const rows: string[][] = [];
for (const { name, members } of [dnfa, hessian, submersion]) {
  for (const m of members.filter((x) => x.expect === 'refuted')) {
    const claim = parseClaim(m.claim);
    const [trials, first, whole]: [number[], number[], number[]] = [[], [], []];
    const witnesses = new Map<string, number>();
    for (let seed = 1; seed <= seeds; seed++) {
      const start = worked();
      const found = searchSync(claim, { time: 60_000, seed, to: 20_000 });
      whole.push(worked() - start);
      if (found.counterexample === null) continue;
      trials.push(found.trials.run);
      const begun = worked();
      searchSync(claim, { time: 60_000, seed, to: 20_000, widest: false, shrinking: false });
      first.push(worked() - begun);
      const text = witnessText(found.counterexample.at);
      witnesses.set(text, (witnesses.get(text) ?? 0) + 1);
    }
    const [best] = [...witnesses].toSorted((a, b) => b[1] - a[1]);
    rows.push([
      `${name}/${m.name}`,
      `${trials.length}/${seeds}`,
      `${median(trials)}`,
      median(first).toFixed(1),
      median(whole).toFixed(1),
      best === undefined ? '' : `${best[0]} (${best[1]} of ${seeds} seeds)`,
    ]);
  }
}
console.log(
  table(['claim', 'found', 'trials', 'ms to first', 'ms to smallest', 'witness most often'], rows),
);
