/**
 * The same claims on a quiet and on a busy machine: everything that is answered must be equal but
 * the seconds. `npm run build && npx jiti test/bench/load.ts [claims] [busy loops] [i/n]`; 92 and 8;
 * the last examines every nth claim of them only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { claims } from '../second-checker/claims.ts';

const main = join(import.meta.dirname, '../../dist/bin/main.js');
const wanted = Number(process.argv[2] ?? 92);
const loops = Number(process.argv[3] ?? 8);
const [index = 1, count = 1] = (process.argv[4] ?? '1/1').split('/').map(Number);

const all = claims().map(({ text }) => text);
const step = Math.max(1, Math.floor(all.length / wanted));
const chosen = all
  .filter((_, i) => i % step === 0)
  .slice(0, wanted)
  .filter((_, i) => i % count === index - 1);

type Answer = Readonly<Record<string, unknown>>;

/** The answer apart from the seconds. */
function answered(claim: string): Answer {
  const { stdout, status } = spawnSync(
    process.execPath,
    [main, 'try', claim, '--json', '--seed', '1'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const { seconds: _, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
  return { ...rest, status };
}

/** The fields that differ, each with both values. */
const differences = (before: Answer, after: Answer): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [a, b] = [JSON.stringify(before[key]), JSON.stringify(after[key])];
    return a === b ? [] : [`  ${key}: ${a?.slice(0, 200)}\n  busy: ${b?.slice(0, 200)}`];
  });

const quiet = chosen.map(answered);
const verdicts = new Map<unknown, number>();
for (const { verdict } of quiet) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
console.log([...verdicts].map(([verdict, times]) => `${times} ${String(verdict)}`).join(', '));
const busy = Array.from({ length: loops }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
let different = 0;
try {
  chosen.forEach((claim, i) => {
    const found = differences(quiet[i] ?? {}, answered(claim));
    different += found.length;
    if (found.length > 0) console.log([claim, ...found].join('\n'));
  });
} finally {
  for (const loop of busy) loop.kill('SIGKILL');
}
console.log(`${chosen.length} claims, ${loops} busy loops: ${different} differences`);
process.exitCode = different === 0 ? 0 : 1;
