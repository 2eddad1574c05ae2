/** What every theorem of the catalogue needs. Run with `npx jiti test/bench/needs.ts` after `npm run build`. */
import dnfa from '../../proofs/dnfa.ts';
import hessian from '../../proofs/hessian.ts';
import submersion from '../../proofs/submersion.ts';
import { parseClaim } from '../../src/language/index.ts';
import { needs } from '../../src/necessity/index.ts';
import { table } from './table.ts';
import { witnessText } from './witness-text.ts';

const rows: string[][] = [];
for (const { name, members } of [dnfa, hessian, submersion]) {
  for (const m of members) {
    const report = await needs(parseClaim(m.claim), { seed: 1, trials: 2000 });
    for (const row of report.rows) {
      const why = row.counterexample !== null ? witnessText(row.counterexample.at) : row.stronger ?? row.steps[0]?.reason ?? '';
      rows.push([`${name}/${m.name}`, row.hypothesis, row.verdict, why]);
    }
    if (report.rows.length === 0) rows.push([`${name}/${m.name}`, '(none)', '', '']);
  }
}
console.log(table(['theorem', 'hypothesis', 'verdict', 'witness, or the stronger theorem'], rows));
