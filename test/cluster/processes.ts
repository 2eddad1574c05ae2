/** Coordinators and workers as real processes of the built command, each with its log. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { mainFile, scratch } from '../cli/command.ts';

export interface Running {
  readonly child: ChildProcess;
  readonly err: () => string;
  readonly ended: Promise<{
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
  }>;
}

/** Starts the command in a directory; it ends with the test. */
export function begin(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [mainFile, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end();
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    err: () => err,
    ended: new Promise((resolve) => {
      child.on('close', (code) => resolve({ code, out, err }));
    }),
  };
}

/** A worker with a short lease; its log is worker-<name>.jsonl. */
export const worker = (
  cwd: string,
  url: string,
  name: string,
  env: Readonly<Record<string, string>> = {},
): Running =>
  begin(
    [
      'worker',
      '--redis',
      url,
      '--jobs',
      '1',
      '--lease',
      '2s',
      '--log',
      `worker-${name}.jsonl`,
      '--quiet',
    ],
    cwd,
    env,
  );

export const campaign = (action: string, cwd: string, ...more: readonly string[]): Running =>
  begin(['campaign', action, 'campaign.json', '--listen', '127.0.0.1:0', '--json', ...more], cwd);

/** Lines of a log, as far as they are there. */
export async function logged(file: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Waits until something holds; a test's own limit ends what never does. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 30));
}

/** How often an event is in a log. */
export const times = async (file: string, event: string): Promise<number> =>
  (await logged(file)).filter((line) => line['event'] === event).length;

export const workerLog = (cwd: string, name: string): string => join(cwd, `worker-${name}.jsonl`);
export const campaignLog = (cwd: string): string => join(cwd, '.elenchus/campaigns/demo/log.jsonl');

/** Units that take some time of the clock and little of the processor, and one that does what a test wants. */
const experiments = (
  poison: string,
): string => `import { above, experiment, family, meanInterval, quantity } from 'elenchus';
export default family('demo', [experiment('coin', {
  statement: 'A normal number is about 0.', source: 'a test',
  units: () => Array.from({ length: 12 }, (_, i) => ({ key: 'toss ' + i })),
  measure: ({ key }, { stream, pause }) => {
    ${poison}
    const rest = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    for (const end = Date.now() + 100; Date.now() < end; rest()) pause();
    return [1, 2, 3].map(() => stream(key).normal());
  },
  table: (samples) => [quantity('mean', meanInterval(samples.flatMap((one) => one.sample)))],
  findings: [above('mean', -9)],
})]);
`;

export const demo = {
  name: 'demo',
  hunts: [
    {
      name: 'refuted-late',
      claim: 'a, b: scalar |- (a - 3)^2 + (b - 1/3)^2 > 0',
      points: 100,
      slice: 5,
    },
    { name: 'survives', claim: 'a, b: scalar |- a b <= a^2 + b^2', points: 400, slice: 40 },
  ],
  experiments: [{ id: 'demo/coin', slices: 6 }],
};

/** A project with a campaign of two hunts and an experiment. */
export async function project(poison = '', file: object = demo): Promise<string> {
  const cwd = await scratch();
  await mkdir(join(cwd, 'properties'));
  await writeFile(join(cwd, 'properties', 'demo.ts'), experiments(poison));
  await writeFile(join(cwd, 'campaign.json'), JSON.stringify(file));
  return cwd;
}

/** The results of a campaign, as `export` prints them. */
export async function results(cwd: string): Promise<string> {
  return (await begin(['campaign', 'export', 'campaign.json', '--json'], cwd).ended).out;
}
