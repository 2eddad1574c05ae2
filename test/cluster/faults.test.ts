// Faults done to campaigns on real processes: whatever happens, the results are those of one
// machine, bit for bit.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
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
  workerLog,
  type Running,
} from './processes.ts';
import { proxyTo, redisServer } from './redis.ts';

// several processes start in each test
vi.setConfig({ testTimeout: 300_000 });

/** What one machine comes to. */
let wanted = '';

const alone = async (): Promise<string> => {
  if (wanted !== '') return wanted;
  const cwd = await project();
  const { code } = await campaign('start', cwd, '--local').ended;
  expect(code).toBe(1);
  wanted = await results(cwd);
  return wanted;
};

const merged = (cwd: string, n: number) => async (): Promise<boolean> =>
  (await times(campaignLog(cwd), 'slice')) >= n;
const doneBy = (cwd: string, name: string, n: number) => async (): Promise<boolean> =>
  (await times(workerLog(cwd, name), 'done')) >= n;
const kill = async ({ child, ended }: Running, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal);
  await ended;
};
const atWork = (cwd: string, name: string) => async (): Promise<boolean> => {
  const [took, done] = await Promise.all(
    ['took', 'done'].map((event) => times(workerLog(cwd, name), event)),
  );
  // where it is too fast to be seen at work, it has done some
  return (took ?? 0) > (done ?? 0) || (done ?? 0) > 4;
};

describe('results are those of one machine', () => {
  test('where workers are killed in the middle of a slice, and the coordinator too', async () => {
    const [redis, cwd] = [await redisServer(), await project()];
    const first = campaign('start', cwd, '--redis', redis.url);
    const [a, b] = [worker(cwd, redis.url, 'a'), worker(cwd, redis.url, 'b')];
    await until(doneBy(cwd, 'a', 2));
    await until(atWork(cwd, 'a'));
    await kill(a, 'SIGKILL');
    await until(merged(cwd, 6));
    await kill(first, 'SIGKILL');
    expect((await campaign('start', cwd, '--redis', redis.url).ended).out).toContain('--force');
    const again = campaign('resume', cwd, '--redis', redis.url);
    await until(atWork(cwd, 'b'));
    worker(cwd, redis.url, 'c');
    await kill(b, 'SIGKILL');
    const { code, out } = await again.ended;
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ complete: true, phase: 'done' });
    expect(await results(cwd)).toBe(await alone());
  });
  test('where Redis is killed, forgets everything and starts again', async () => {
    const [redis, cwd] = [await redisServer(), await project()];
    const running = campaign('start', cwd, '--redis', redis.url);
    worker(cwd, redis.url, 'a');
    worker(cwd, redis.url, 'b');
    await until(merged(cwd, 5));
    await redis.restart('SIGKILL');
    // once more as soon as it is back, while there is work left
    await until(async () => (await times(campaignLog(cwd), 'back')) > 0);
    await redis.restart('SIGKILL');
    expect((await running.ended).code).toBe(1);
    expect(await times(campaignLog(cwd), 'away')).toBeGreaterThan(1);
    expect(await results(cwd)).toBe(await alone());
  });
  test('where the network of the coordinator and that of a worker go away for a while', async () => {
    const [redis, cwd] = [await redisServer(), await project()];
    const [near, far] = [await proxyTo(redis.port), await proxyTo(redis.port)];
    const running = campaign('start', cwd, '--redis', near.url);
    worker(cwd, redis.url, 'a');
    worker(cwd, far.url, 'b');
    await until(doneBy(cwd, 'b', 2));
    far.cut();
    await until(async () => (await times(workerLog(cwd, 'b'), 'away')) > 0);
    near.cut();
    await until(async () => (await times(campaignLog(cwd), 'away')) > 0);
    near.mend();
    far.mend();
    expect((await running.ended).code).toBe(1);
    expect(await results(cwd)).toBe(await alone());
  });
  test('where a machine freezes in the middle of a slice and wakes up after its slice was given away', async () => {
    const [redis, cwd] = [await redisServer(), await project()];
    const running = campaign('start', cwd, '--redis', redis.url);
    const a = worker(cwd, redis.url, 'a');
    await until(doneBy(cwd, 'a', 1));
    await until(atWork(cwd, 'a'));
    a.child.kill('SIGSTOP');
    const before = await times(workerLog(cwd, 'a'), 'done');
    worker(cwd, redis.url, 'b');
    await until(merged(cwd, 14));
    expect(await times(workerLog(cwd, 'a'), 'done')).toBe(before);
    a.child.kill('SIGCONT');
    expect((await running.ended).code).toBe(1);
    expect(await results(cwd)).toBe(await alone());
  });
  test('where two coordinators run it, on one machine or on two', async () => {
    const [redis, cwd, other] = [await redisServer(), await project(), await project()];
    const one = campaign('start', cwd, '--redis', redis.url);
    const two = campaign('start', other, '--redis', redis.url);
    await until(async () => existsSync(join(cwd, '.elenchus/campaigns/demo/state.json')));
    const three = campaign('resume', cwd, '--redis', redis.url);
    await until(async () => (await times(campaignLog(cwd), 'resume')) === 1);
    worker(cwd, redis.url, 'a');
    worker(other, redis.url, 'b');
    for (const { ended } of [one, two, three]) expect((await ended).code).toBe(1);
    expect(await results(cwd)).toBe(await alone());
    expect(await results(other)).toBe(await alone());
  });
});

describe('a poisoned slice', () => {
  test('that ends every worker is lost with the reason, and all else is done', async () => {
    const poison = "if (key === 'toss 7') process.kill(process.pid, 'SIGKILL');";
    const [redis, cwd] = [await redisServer(), await project(poison)];
    const running = campaign('start', cwd, '--redis', redis.url);
    const over = new AbortController();
    const kept = (async (): Promise<void> => {
      // as a service manager keeps a worker up
      while (!over.signal.aborted) await worker(cwd, redis.url, 'a').ended;
    })();
    const { code, err } = await running.ended;
    over.abort();
    expect(code).toBe(1);
    expect(err).toContain('demo/coin/1 could not be done: every worker that took it ended');
    const found = JSON.parse(await results(cwd));
    const clean = JSON.parse(await alone());
    expect(found.hunts).toEqual(clean.hunts);
    expect(found.experiments[0]).toMatchObject({
      units: { done: 10, of: 12 },
      slices: { done: 5, of: 6, lost: 1 },
    });
    void kept;
  });
  test('that fails says why, and is tried again by resume', async () => {
    const cwd = await project(
      "if (key === 'toss 7' && !process.env.CURED) throw new Error('no coin');",
    );
    const { out } = await campaign('start', cwd, '--local').ended;
    expect(JSON.parse(out).experiments[0].message).toContain("unit 'toss 7': Error: no coin");
    await begin(['campaign', 'resume', 'campaign.json', '--listen', 'off'], cwd, { CURED: '1' })
      .ended;
    const found = JSON.parse(await results(cwd));
    expect(found.complete).toBe(true);
    expect(found.experiments[0].quantities).toEqual(
      JSON.parse(await alone()).experiments[0].quantities,
    );
  });
});

describe('a worker is refused', () => {
  test('where it is of another build, with the reason, on both sides', async () => {
    const [redis, cwd] = [await redisServer(), await project()];
    const running = campaign('start', cwd, '--redis', redis.url);
    await until(async () => running.err().includes('the page is'));
    const page = /http:\S+/.exec(running.err())?.[0] ?? '';
    const odd = await worker(cwd, redis.url, 'odd', { ELENCHUS_BUILD: '0.0.9+other' }).ended;
    expect(odd.code).toBe(2);
    expect(odd.err).toContain('this worker is 0.0.9+other: another build draws other points');
    await until(async () =>
      (await (await fetch(`${page}metrics`)).text()).includes('workers_refused{campaign="demo"} 1'),
    );
    expect(await (await fetch(page)).text()).toContain('refused: the campaign demo');
    worker(cwd, redis.url, 'a');
    expect((await running.ended).code).toBe(1);
    expect(await results(cwd)).toBe(await alone());
  });
  test('where it has another text of the file of an experiment', async () => {
    const [redis, cwd, other] = [await redisServer(), await project(), await project('// changed')];
    await writeFile(
      join(cwd, 'campaign.json'),
      JSON.stringify({ name: 'demo', experiments: demo.experiments }),
    );
    const running = campaign('start', cwd, '--redis', redis.url);
    worker(other, redis.url, 'a');
    const { code, err } = await running.ended;
    expect(code).toBe(3);
    expect(err).toContain(
      'properties/demo.ts is another text here; give every worker the same files',
    );
  });
});

describe('a worker that computes wrongly', () => {
  const send = (port: number, key: string, result: unknown): void => {
    const words = [
      '-p',
      String(port),
      'XADD',
      key,
      '*',
      'worker',
      'liar',
      'result',
      JSON.stringify(result),
    ];
    execFileSync('redis-cli', words);
  };
  test('is found out: its counterexample is replayed, and its first slice derived again', async () => {
    const [redis, cwd] = [await redisServer(), await project()];
    const running = campaign('start', cwd, '--redis', redis.url);
    const state = join(cwd, '.elenchus/campaigns/demo/log.jsonl');
    await until(async () => (await times(state, 'start')) === 1);
    const { plan } = JSON.parse((await readFile(state, 'utf8')).split('\n')[0] ?? '');
    const key = `elenchus:results:${String(plan).slice(0, 16)}`;
    const clean = JSON.parse(await alone());
    const { position, first: _, ...witness } = clean.hunts[0].counterexample;
    const counts = {
      run: 40,
      met: 40,
      uncertified: 0,
      undefined: 0,
      why: null,
      blocked: null,
      failures: {},
      coverage: {},
    };
    const index = Math.floor(position / 5);
    const values = { A: [['0']] };
    const forged = { ...witness, dims: { n: 1 }, values };
    send(redis.port, key, {
      kind: 'hunt',
      part: 'refuted-late',
      index,
      counts,
      found: { position, witness: forged },
    });
    await until(async () => running.err().includes('its counterexample does not hold'));
    send(redis.port, key, { kind: 'hunt', part: 'survives', index: 3, counts, found: null });
    const { code, err } = await running.ended;
    expect(code).toBe(4);
    expect(err).toContain('worker liar and this machine come to different results for survives/3');
  });
});
