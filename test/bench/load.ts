/**
 * The same claims on a quiet and on a busy machine: verdicts, counterexamples and assumptions must
 * be equal. How many trials an unsettled claim survives depends on the clock and is left out. `npm run build && npx jiti test/bench/load.ts [claims] [busy loops]`; 92 and 8.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { claims } from '../second-checker/claims.ts';

const main = join(import.meta.dirname, '../../dist/bin/main.js');
const wanted = Number(process.argv[2] ?? 92);
const loops = Number(process.argv[3] ?? 8);

const all = claims().map(({ text }) => text);
const step = Math.max(1, Math.floor(all.length / wanted));
const chosen = all.filter((_, i) => i % step === 0).slice(0, wanted);

/** The answer apart from what the clock tells. */
function answered(claim: string): Record<string, unknown> {
  const { stdout, status } = spawnSync(
    process.execPath,
    [main, 'try', claim, '--json', '--seed', '1'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const { seconds: _, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
  if (rest['verdict'] !== 'survived') return { ...rest, status };
  const { trials: _1, coverage: _2, nearest: _3, message: _4, ...said } = rest;
  return { ...said, status };
}

const quiet = chosen.map(answered);
const busy = Array.from({ length: loops }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
let different = 0;
try {
  chosen.forEach((claim, i) => {
    const [before, after] = [quiet[i] as Record<string, unknown>, answered(claim)];
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [a, b] = [JSON.stringify(before[key]), JSON.stringify(after[key])];
      if (a === b) continue;
      different++;
      console.log(`${claim}\n  ${key}: ${a?.slice(0, 200)}\n  busy: ${b?.slice(0, 200)}`);
    }
  });
} finally {
  for (const loop of busy) loop.kill('SIGKILL');
}
console.log(`${chosen.length} claims, ${loops} busy loops: ${different} differences`);
process.exitCode = different === 0 ? 0 : 1;
