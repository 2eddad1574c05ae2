/**
 * Refutable inequalities from several seeds: found or not, seconds of processor time, size and
 * digits of the witness. Beside it stand peers/nelder-mead.py and peers/z3-polynomials.py, which
 * take the same list. A third argument names another list, as published.json.
 */
import { readFileSync } from 'node:fs';
import { parseClaim } from '../../src/language/index.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { worked } from './table.ts';

const figure = (x: number): string => x.toFixed(2);

const [seeds = '1', seconds = '5', file = 'test/bench/refutable.json'] = process.argv.slice(2);
const list = JSON.parse(readFileSync(file, 'utf8')) as [string][];

for (const [text] of list) {
  const row: string[] = [];
  for (let seed = 1; seed <= Number(seeds); seed++) {
    const began = worked();
    const late = (): boolean => worked() - began > Number(seconds) * 1000;
    const claim = parseClaim(text);
    const { counterexample } = searchSync(claim, { seed, time: 1e9, late, widest: false });
    const took = (worked() - began) / 1000;
    const digits = [...(counterexample?.at.values.values() ?? [])]
      .flatMap((v) => (v.kind === 'tensor' ? v.tensor.data : []))
      .reduce((n, { num, den }) => n + `${num}${den === 1n ? '' : den}`.replace('-', '').length, 0);
    row.push(
      counterexample === null
        ? `no ${figure(took)} s`
        : `${figure(took)} s ${[...counterexample.at.dims].map(([d, k]) => `${d} = ${k}`).join(' ')} ${digits} digits`,
    );
  }
  process.stdout.write(`${row.join(' | ')} | ${text}\n`);
}
