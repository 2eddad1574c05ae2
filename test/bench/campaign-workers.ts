/**
 * Throughput of a campaign by worker processes, through a real Redis: slices that wait, which show
 * the queue alone, and slices that compute, which show the cores too. `npm run build && npx jiti
 * test/bench/campaign-workers.ts [most workers]`; 8.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../dist/bin/main.js');
const most = Number(process.argv[2] ?? 8);
const port = 17_399;
const url = `redis://127.0.0.1:${port}`;

/** 64 units of half a second in which nothing is computed. */
const waiting = `import { above, experiment, family, meanInterval, quantity } from 'elenchus';
export default family('bench', [experiment('wait', {
  statement: 'Waits.', source: 'a benchmark',
  units: () => Array.from({ length: 64 }, (_, i) => ({ key: 'unit ' + i })),
  measure: ({ key }, { stream }) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    return [stream(key).normal()];
  },
  table: (samples) => [quantity('mean', meanInterval(samples.flatMap((one) => one.sample)))],
  findings: [above('mean', -9)],
})]);
`;
const campaigns = {
  waiting: { name: 'waiting', experiments: [{ id: 'bench/wait', slices: 64 }] },
  computing: {
    name: 'computing',
    hunts: [
      {
        name: 'words',
        claim: 'A, B: n×n psd |- tr(A B A B A B) <= tr(A^3 B^3)',
        points: 96_000,
        slice: 4000,
      },
    ],
  },
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('close', () => resolve());
  });
const start = (args: readonly string[], cwd: string): ChildProcess =>
  spawn(process.execPath, [main, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });

/** Seconds from the first result to the last, and slices in between. */
const rateOf = (log: string): number => {
  const times = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"event":"slice"'))
    .map((line) => Date.parse(String((JSON.parse(line) as { at: string }).at)));
  const [first = 0, last = 0] = [Math.min(...times), Math.max(...times)];
  return (times.length - 1) / Math.max(0.001, (last - first) / 1000);
};

async function run(name: keyof typeof campaigns, workers: number): Promise<number> {
  const cwd = mkdtempSync(join(tmpdir(), 'elenchus-workers-'));
  mkdirSync(join(cwd, 'properties'));
  writeFileSync(join(cwd, 'properties/bench.ts'), waiting);
  writeFileSync(join(cwd, 'campaign.json'), JSON.stringify(campaigns[name]));
  const all = Array.from({ length: workers }, () =>
    start(['worker', '--redis', url, '--jobs', '1'], cwd),
  );
  await new Promise((resolve) => {
    setTimeout(resolve, 1500 + 500 * workers);
  });
  await ended(
    start(['campaign', 'start', 'campaign.json', '--redis', url, '--listen', 'off'], cwd),
  );
  for (const child of all) child.kill('SIGINT');
  await Promise.all(all.map(ended));
  const rate = rateOf(join(cwd, `.elenchus/campaigns/${name}/log.jsonl`));
  rmSync(cwd, { recursive: true, force: true });
  return rate;
}

/** With a Redis of its own, which remembers no earlier run. */
async function alone(name: keyof typeof campaigns, workers: number): Promise<number> {
  const redis = spawn(
    'redis-server',
    ['--bind', '127.0.0.1', '--port', String(port), '--save', ''],
    { stdio: 'ignore' },
  );
  try {
    return await run(name, workers);
  } finally {
    redis.kill();
    await ended(redis);
  }
}

console.log('| workers | waiting, slices a second | computing, slices a second |\n|---|---|---|');
for (let workers = 1; workers <= most; workers *= 2) {
  const [waits, computes] = [await alone('waiting', workers), await alone('computing', workers)];
  console.log(`| ${workers} | ${waits.toFixed(2)} | ${computes.toFixed(2)} |`);
}
