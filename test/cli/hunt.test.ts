/** Tests of the command `hunt`: resuming, shards, merging. */
import { checksumOf } from '../../src/records/checksum.ts';
import type { ChildProcess } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHunt } from '../../src/records/read-hunt.ts';
import type { HuntRecord } from '../../src/records/hunt-record.ts';
import { elenchus, scratch } from './command.ts';

const survives = 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)';
const refuted = 'A, B: n×n |- A B = B A';
const hunts = '.elenchus/hunts';

const recordsIn = async (cwd: string): Promise<string[]> =>
  (await readdir(join(cwd, hunts)).catch(() => []))
    .filter((name) => name.endsWith('.json'))
    .toSorted();
const only = async (cwd: string): Promise<HuntRecord> => {
  const names = await recordsIn(cwd);
  expect(names).toHaveLength(1);
  return parseHunt(await readFile(join(cwd, hunts, names[0]!), 'utf8'));
};
const end =
  (signal: NodeJS.Signals, when: () => Promise<boolean>) =>
  (child: ChildProcess): void => {
    let over = false;
    const timer = setInterval(async () => {
      // once: a second one ends the command at once
      if (!(await when()) || over) return;
      over = true;
      clearInterval(timer);
      child.kill(signal);
    }, 50);
    child.on('exit', () => clearInterval(timer));
  };
const begun = (cwd: string) => async (): Promise<boolean> => (await recordsIn(cwd)).length > 0;

/** Hunts until a record on disk has come on, however busy the machine is: then it is interrupted. */
const huntABit = async (cwd: string, claim: string, ...options: string[]) => {
  const read = (name: string): Promise<string | null> =>
    readFile(join(cwd, hunts, name), 'utf8').catch(() => null);
  const before = new Map<string, string | null>();
  for (const name of await recordsIn(cwd)) before.set(name, await read(name));
  const hasComeOn = async (): Promise<boolean> => {
    for (const name of await recordsIn(cwd)) {
      const text = name.includes('--version-') ? null : await read(name);
      if (text !== null && text !== before.get(name)) return true;
    }
    return false;
  };
  const outcome = await elenchus(['hunt', claim, '--time', '2m', '--json', ...options], {
    cwd,
    meanwhile: end('SIGINT', hasComeOn),
  });
  expect(outcome.code).toBe(130);
  return { err: outcome.err, document: JSON.parse(outcome.out) };
};

describe('a hunt', () => {
  test('goes on where it was, and adds up', async () => {
    const cwd = await scratch();
    const { document: first } = await huntABit(cwd, survives);
    expect(first).toMatchObject({
      verdict: 'survived',
      hunt: { seed: 1, shard: null, witness: null },
    });
    const { document: second } = await huntABit(cwd, survives);
    expect(second.hunt.next).toBeGreaterThan(first.hunt.next);
    expect(second.trials.run).toBeGreaterThan(first.trials.run);
    expect((await only(cwd)).next).toBe(second.hunt.next);
  });
  test('counts the same positions the same, on any machine and after any interruption', async () => {
    const [one, two] = [await scratch(), await scratch()];
    await huntABit(one, survives, '--jobs', '1');
    await huntABit(two, survives, '--jobs', '3');
    await huntABit(two, survives, '--jobs', '2');
    const { searchSync } = await import('../../src/refuter/index.ts');
    const { parseClaim } = await import('../../src/language/index.ts');
    for (const cwd of [one, two]) {
      const { next, counts } = await only(cwd);
      expect(next).toBeGreaterThan(0);
      const again = searchSync(parseClaim(survives), { time: Infinity, seed: 1, to: next });
      expect({ run: counts.run, met: counts.met, coverage: counts.coverage }).toEqual({
        run: again.trials.run,
        met: again.trials.met,
        coverage: again.coverage,
      });
    }
  });
  test('finds the same witness with one thread, with three, and in shards that are merged', async () => {
    const witness = async (cwd: string): Promise<string> => {
      const names = await readdir(join(cwd, 'properties/witnesses'));
      expect(names).toHaveLength(1);
      return names[0]!;
    };
    const [one, three, shards] = [await scratch(), await scratch(), await scratch()];
    expect((await elenchus(['hunt', refuted, '--jobs', '1'], { cwd: one })).code).toBe(1);
    await elenchus(['hunt', refuted, '--jobs', '3'], { cwd: three });
    expect(await witness(three)).toBe(await witness(one));
    await elenchus(['hunt', refuted, '--shard', '1/2'], { cwd: shards });
    await elenchus(['hunt', refuted, '--shard', '2/2'], { cwd: shards });
    const parts = await recordsIn(shards);
    expect(parts).toEqual([
      expect.stringContaining('--1of2.json'),
      expect.stringContaining('--2of2.json'),
    ]);
    const merged = await elenchus(
      ['hunt', '--merge', ...parts.map((name) => join(hunts, name)), '--json'],
      { cwd: shards },
    );
    expect(merged.code).toBe(1);
    expect(JSON.parse(merged.out).hunt.witness).toBe(
      join('properties/witnesses', await witness(one)),
    );
    expect((await elenchus(['replay', 'properties/witnesses'], { cwd: one })).code).toBe(1);
  });
  test('that is over says so at once, and what it found is checked again', async () => {
    const cwd = await scratch();
    await elenchus(['hunt', refuted], { cwd });
    const again = JSON.parse((await elenchus(['hunt', refuted, '--json'], { cwd })).out);
    expect(again).toMatchObject({ verdict: 'refuted', counterexample: { exact: true } });
    const [name] = await recordsIn(cwd);
    const text = await readFile(join(cwd, hunts, name!), 'utf8');
    await writeFile(
      join(cwd, hunts, name!),
      text
        .replace(/"A":\[\["[^"]*"/, '"A":[["0"')
        .replaceAll(/"B":\[\[.*?\]\]/g, '"B":[["0","0"],["0","0"]]'),
    );
    const { code, err } = await elenchus(['hunt', refuted], { cwd });
    expect(err).toContain('its checksum is wrong');
    expect(code).toBe(2);
  });
  test('of an ill-typed claim is not a hunt', async () => {
    const { code, out } = await elenchus(['hunt', 'A: m×n |- A A = A'], { cwd: await scratch() });
    expect(out).toMatch(/^ill-typed/);
    expect(code).toBe(2);
  });
  test('records of different hunts are not merged', async () => {
    const cwd = await scratch();
    await huntABit(cwd, survives, '--shard', '1/2');
    await huntABit(cwd, survives, '--shard', '1/2', '--seed', '7');
    const names = (await recordsIn(cwd)).map((name) => join(hunts, name));
    expect((await elenchus(['hunt', '--merge', ...names], { cwd })).err).toContain('the seeds are');
    expect((await elenchus(['hunt', '--merge', names[0]!, names[0]!], { cwd })).err).toContain(
      'are the same shard, 1/2',
    );
    const { err, code } = await elenchus(['hunt', '--merge', names[0]!], { cwd });
    expect(err).toContain('not among them: 2/2');
    expect(code).toBe(0);
  });
});

describe('nothing found is lost', () => {
  test('when it is killed in the middle: no half record, and the same command goes on', async () => {
    const cwd = await scratch();
    const { signal } = await elenchus(['hunt', survives, '--time', '1m'], {
      cwd,
      meanwhile: end('SIGKILL', begun(cwd)),
    });
    expect(signal).toBe('SIGKILL');
    const before = await only(cwd);
    expect(before.next).toBeGreaterThan(0);
    const { document } = await huntABit(cwd, survives);
    expect(document.hunt.next).toBeGreaterThan(before.next);
    expect(document.trials.run).toBeGreaterThan(before.counts.run);
  });
  test('when it is interrupted: 130, one document, and the record says how far it came', async () => {
    const cwd = await scratch();
    const { code, out } = await elenchus(['hunt', survives, '--time', '1m', '--json'], {
      cwd,
      meanwhile: end('SIGINT', begun(cwd)),
    });
    expect(code).toBe(130);
    expect((await only(cwd)).next).toBe(JSON.parse(out).hunt.next);
  });
  test('when the disk is full: it says so once, goes on, and prints what it found', async () => {
    const cwd = await scratch();
    const { code, out, err } = await elenchus(['hunt', refuted, '--json'], {
      cwd,
      shell: "trap '' XFSZ; ulimit -f 0;",
    });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'refuted',
      counterexample: { exact: true },
      hunt: { witness: null },
    });
    expect(err.match(/the hunt goes on/g)).toHaveLength(1);
    expect(await readdir(join(cwd, hunts))).toEqual([]);
  });
  test('when there is no permission to write', async () => {
    const cwd = await scratch();
    await chmod(cwd, 0o555);
    const { code, out, err } = await elenchus(['hunt', refuted], { cwd, humble: true });
    expect(code).toBe(2);
    expect(out).toMatch(/^refuted/);
    expect(err).toContain('.elenchus/hunts could not be made: no permission');
  });
  test('when two run at once: one whole record, of the one that came further', async () => {
    const cwd = await scratch();
    const both = await Promise.all(
      ['8s', '10s'].map((time) =>
        elenchus(['hunt', survives, '--time', time, '--jobs', '1', '--json'], { cwd }),
      ),
    );
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect((await only(cwd)).next).toBe(
      Math.max(...both.map(({ out }) => JSON.parse(out).hunt.next)),
    );
    expect((await readdir(join(cwd, hunts))).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });
  test('when another version began it: kept under another name, and begun anew', async () => {
    const cwd = await scratch();
    await huntABit(cwd, survives);
    const [name] = await recordsIn(cwd);
    const record = JSON.parse(await readFile(join(cwd, hunts, name!), 'utf8')) as object;
    const older = { ...record, version: '0.0.1' };
    const text = JSON.stringify({ ...older, checksum: checksumOf(older) });
    await writeFile(join(cwd, hunts, name!), text);
    const { err } = await huntABit(cwd, survives);
    expect(err).toContain('elenchus 0.0.1 began this hunt and draws other points');
    const aside = (await recordsIn(cwd)).find((one) => one.includes('--version-0.0.1'));
    expect(await readFile(join(cwd, hunts, aside!), 'utf8')).toBe(text);
  });
  test('when the record is damaged: it is left alone, and said', async () => {
    const cwd = await scratch();
    await huntABit(cwd, survives);
    const [name] = await recordsIn(cwd);
    const half = (await readFile(join(cwd, hunts, name!), 'utf8')).slice(0, 200);
    await writeFile(join(cwd, hunts, name!), half);
    const { code, err } = await elenchus(['hunt', survives, '--time', '8s'], { cwd });
    expect(err).toContain('it seems to be cut off');
    expect(code).toBe(2);
    expect(await readFile(join(cwd, hunts, name!), 'utf8')).toBe(half);
  });
  test('when the statement has changed since: said to be stale, kept', async () => {
    const cwd = await scratch();
    await mkdir(join(cwd, 'properties'));
    const demo = join(import.meta.dirname, 'fixtures/demo.ts');
    await cp(demo, join(cwd, 'properties/demo.ts'));
    await huntABit(cwd, 'demo/determinant');
    const before = await recordsIn(cwd);
    await writeFile(
      join(cwd, 'properties/demo.ts'),
      (await readFile(demo, 'utf8')).replace(
        'det(A + B + C) + det(C) >=',
        'det(C) + det(A + B + C) >=',
      ),
    );
    const { err } = await huntABit(cwd, 'demo/determinant');
    expect(err).toContain('demo/determinant was stated otherwise when');
    expect(await recordsIn(cwd)).toEqual(expect.arrayContaining(before));
    expect(await recordsIn(cwd)).toHaveLength(2);
  });
});
