// Campaigns as a user runs them: start, status, stop, resume, export, the page, shards, passwords
// and TLS.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { elenchus, scratch } from '../cli/command.ts';
import {
  begin,
  campaign,
  campaignLog,
  demo,
  project,
  results,
  times,
  until,
  worker,
} from './processes.ts';
import { redisServer } from './redis.ts';

// several processes start in each test
vi.setConfig({ testTimeout: 300_000 });

const hunts = { ...demo, experiments: [] };

describe('a campaign on one machine', () => {
  test('goes on after stop and after a kill, and comes to the same on any number of threads', async () => {
    const hold =
      "for (const { existsSync } = process.getBuiltinModule('node:fs'); existsSync('hold'); ) { " +
      'pause(); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); }';
    const [whole, broken] = [await project(hold), await project(hold)];
    await writeFile(join(broken, 'hold'), '');
    const first = await campaign('start', whole, '--jobs', '1').ended;
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({
      complete: true,
      hunts: [
        { part: 'refuted-late', verdict: 'refuted', counterexample: { first: true, format: 1 } },
        { part: 'survives', verdict: 'survived', points: { complete: 400, of: 400 } },
      ],
      experiments: [
        { part: 'demo/coin', units: { done: 12, of: 12 }, findings: [{ holds: true }] },
      ],
      filed: [expect.stringMatching(/^properties\/witnesses\/typed--/)],
    });
    const running = campaign('start', broken, '--jobs', '2');
    await until(async () => (await times(campaignLog(broken), 'slice')) >= 2);
    const stopped = await elenchus(['campaign', 'stop', 'campaign.json'], { cwd: broken });
    expect(stopped.out).toContain('demo is stopped');
    const { code, out } = await running.ended;
    expect([code, JSON.parse(out).phase]).toEqual([130, 'stopped']);
    await rm(join(broken, 'hold'));
    const status = await elenchus(['campaign', 'status', 'campaign.json'], { cwd: broken });
    expect(status.out).toMatch(/^demo {2}stopped; \d+ of \d+ slices/);
    for (const line of status.out.split('\n')) expect([...line].length).toBeLessThanOrEqual(90);
    const again = campaign('resume', broken, '--jobs', '2');
    const before = await times(campaignLog(broken), 'slice');
    await until(async () => (await times(campaignLog(broken), 'slice')) > before);
    again.child.kill('SIGKILL');
    await again.ended;
    expect((await campaign('resume', broken, '--jobs', '3').ended).code).toBe(1);
    expect(await results(broken)).toBe(await results(whole));
    const watched = await elenchus(['campaign', 'watch', 'campaign.json'], { cwd: broken });
    expect(watched.out).toContain('demo  done');
  });
  test('in shards, by the array variables of Slurm as in the guide, merges to the same', async () => {
    const guide = await readFile(new URL('../../docs/campaigns.md', import.meta.url), 'utf8');
    const script = /```sh slurm\n([^]*?)```/.exec(guide)?.[1] ?? '';
    expect(script).toContain('SLURM_ARRAY_TASK_ID');
    const [cwd, whole] = [await project('', hunts), await project('', hunts)];
    await mkdir(join(cwd, 'bin'));
    const { mainFile } = await import('../cli/command.ts');
    await writeFile(
      join(cwd, 'bin/npx'),
      `#!/bin/sh\nshift\nexec "${process.execPath}" "${mainFile}" "$@"\n`,
      { mode: 0o755 },
    );
    for (const task of ['0', '1', '2'])
      try {
        execFileSync('bash', ['-c', script], {
          cwd,
          env: {
            PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`,
            SLURM_ARRAY_TASK_ID: task,
            SLURM_ARRAY_TASK_COUNT: '3',
          },
          stdio: 'pipe',
        });
      } catch (error) {
        // a counterexample ends with 1
        expect((error as { status: number }).status).toBe(1);
      }
    const states = [1, 2, 3].map((i) => `.elenchus/campaigns/demo--${i}of3/state.json`);
    await campaign('resume', cwd, '--merge', ...states).ended;
    expect(await times(campaignLog(cwd), 'slice')).toBe(0);
    await campaign('start', whole).ended;
    expect(await results(cwd)).toBe(await results(whole));
  });
  test.each([
    ['no action', ['campaign'], 'campaign what? Type: elenchus campaign start campaign.json'],
    ['a file alone', ['campaign', 'x.json'], 'elenchus campaign start x.json'],
    ['a wrong action', ['campaign', 'stat', 'x.json'], 'did you mean'],
    [
      'no file',
      ['campaign', 'start'],
      'which campaign? type: elenchus campaign start campaign.json',
    ],
    ['a file that is not there', ['campaign', 'start', 'x.json'], 'x.json: there is no such file'],
    [
      'a campaign that has not begun',
      ['campaign', 'status', 'campaign.json'],
      'demo has not begun here',
    ],
    [
      'a resume of nothing',
      ['campaign', 'resume', 'campaign.json'],
      'elenchus campaign start campaign.json',
    ],
    [
      'an ill-typed claim',
      ['campaign', 'start', 'ill.json'],
      'ill.json: hunts[0].claim is ill-typed',
    ],
    [
      'an unknown id',
      ['campaign', 'start', 'id.json'],
      "id.json: hunts[0]: there is no claim 'demo/none'",
    ],
    [
      'an experiment among hunts',
      ['campaign', 'start', 'kind.json'],
      '\'demo/coin\' is an experiment; write it under "experiments"',
    ],
    [
      'no Redis',
      ['campaign', 'start', 'campaign.json', '--redis', 'redis://127.0.0.1:1'],
      'start one with redis-server --bind 127.0.0.1, or leave out --redis',
    ],
    ['a bad address', ['worker', '--redis', 'localhost'], 'write redis://127.0.0.1:6379'],
    ['no address', ['worker'], 'which Redis?'],
    [
      'a bad place to listen',
      ['campaign', 'start', 'campaign.json', '--listen', 'here'],
      'write a port, as 7327',
    ],
    [
      'a shard on Redis',
      ['campaign', 'start', 'campaign.json', '--redis', 'redis://127.0.0.1:1', '--shard', '1/2'],
      'exclude each other',
    ],
  ])('%s is refused', async (_, args, message) => {
    const cwd = await project();
    const file = (id: object): string => JSON.stringify({ name: 'demo', hunts: [id] });
    await writeFile(join(cwd, 'ill.json'), file({ name: 'x', claim: 'A: m×n |- A A = A' }));
    await writeFile(join(cwd, 'id.json'), file({ id: 'demo/none' }));
    await writeFile(join(cwd, 'kind.json'), file({ id: 'demo/coin' }));
    const { code, err } = await elenchus(args, { cwd });
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect(code).toBe(2);
  });
});

test('an id that is missing because its file is wrong says so', async () => {
  const cwd = await project('', { name: 'demo', hunts: [{ id: 'other/none' }] });
  await writeFile(join(cwd, 'properties/other.ts'), 'export default 1;\n');
  const { code, err } = await elenchus(['campaign', 'start', 'campaign.json'], { cwd });
  expect(err).toContain('campaign.json: hunts[0]: properties/other.ts');
  expect(code).toBe(2);
});

describe('the page', () => {
  test('is served on loopback only, with metrics, status and a policy, and not to strangers', async () => {
    const cwd = await project('', {
      ...demo,
      hunts: demo.hunts.map((one) => ({ ...one, points: 100_000 })),
    });
    const running = campaign('start', cwd, '--jobs', '1');
    await until(async () => running.err().includes('the page is'));
    const url = /http:\S+/.exec(running.err())?.[0] ?? '';
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    await until(async () => (await times(campaignLog(cwd), 'slice')) >= 2);
    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('(a - 3)^2 + (b - 1/3)^2 &gt; 0');
    const metrics = await (await fetch(`${url}metrics`)).text();
    expect(metrics).toMatch(/^elenchus_slices_done\{campaign="demo",part="survives"\} \d+$/m);
    for (const line of metrics.trim().split('\n'))
      expect(line).toMatch(
        /^(# (HELP|TYPE) elenchus_\w+ .+|elenchus_\w+(\{(\w+="[^"]*",?)+\})? -?[\d.e+-]+)$/,
      );
    expect(await (await fetch(`${url}status.json`)).json()).toMatchObject({ phase: 'running' });
    const { port } = new URL(url);
    const strange = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', headers: { host: 'evil.example' } }, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(strange).toBe(403);
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside !== undefined)
      await expect(fetch(`http://${outside.address}:${port}/`)).rejects.toThrow();
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
  });
});

describe('Redis with a password and TLS', () => {
  test('is reached by rediss:// with a name and a password, and refused without', async () => {
    const keys = await scratch();
    const [key, cert] = [join(keys, 'key.pem'), join(keys, 'cert.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=IP:127.0.0.1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'pipe' },
    );
    const redis = await redisServer(
      [
        '--tls-cert-file',
        cert,
        '--tls-key-file',
        key,
        '--tls-ca-cert-file',
        cert,
        '--tls-auth-clients',
        'no',
        '--requirepass',
        'se-cret',
      ],
      true,
    );
    const at = (words: string): string => `rediss://${words}127.0.0.1:${redis.port}`;
    const cwd = await project('', { name: 'demo', hunts: [demo.hunts[0]] });
    const env = { NODE_EXTRA_CA_CERTS: cert };
    const refused = (url: string, more: Readonly<Record<string, string>> = env) =>
      elenchus(['worker', '--redis', url], { cwd, env: more });
    const wrong = await refused(at('default:wr-ong@'));
    expect(wrong.err).toContain('refuses the name or the password');
    expect(wrong.err).not.toContain('wr-ong');
    expect((await refused(at(''))).err).toContain('wants a password');
    expect((await refused(at('default:se-cret@'), {})).err).toContain('NODE_EXTRA_CA_CERTS');
    const running = begin(['campaign', 'start', 'campaign.json', '--listen', 'off'], cwd, {
      ...env,
      ELENCHUS_REDIS: at('default:se-cret@'),
    });
    worker(cwd, at('default:se-cret@'), 'a', env);
    const { code, err } = await running.ended;
    expect(code).toBe(1);
    expect(err).not.toContain('se-cret');
  });
});
