/**
 * Wall time of `elenchus try` on ten claims, process start included, as a multiple of starting node
 * on nothing in the same run. `npm run build && npx jiti test/bench/try.ts [runs]`; medians.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median, table } from './table.ts';

const main = join(import.meta.dirname, '../../dist/bin/main.js');
const runs = Number(process.argv[2] ?? 7);

const claims = [
  'A: m×n; B: n×m |- tr(A B) = tr(B A)',
  'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
  "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)",
  "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
  "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  'A, B: n×n |- A B = B A',
  "J: k×n; H: k×k symmetric invertible |- rank(J' H J) = rank(J)",
  "x: n; h: m |- x' h = 0",
];

/** Milliseconds of one run, and the first word it printed. */
function once(args: readonly string[]): { ms: number; word: string } {
  const began = performance.now();
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { ms: performance.now() - began, word: stdout.split(/\s/)[0] ?? '' };
}

const bare = median(Array.from({ length: runs }, () => once(['-e', '0']).ms));
const rows = claims.map((claim) => {
  const all = Array.from({ length: runs }, () => once([main, 'try', claim]));
  const ms = median(all.map((r) => r.ms));
  return [
    claim.slice(0, 52),
    all[0]?.word ?? '',
    `${ms.toFixed(0)} ms`,
    `${(ms / bare).toFixed(1)} ×`,
  ];
});
console.log(`node on nothing: ${bare.toFixed(0)} ms; medians of ${runs}`);
console.log(table(['claim', 'verdict', 'wall', 'of node alone'], rows));
