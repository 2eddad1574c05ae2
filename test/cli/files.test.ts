/** No file of the user is lost: foreign files, modes, links, damaged records, full disks. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, mainFile, scratch } from './command.ts';

const note = '```claim commute expect=refuted\nA, B: n×n |- A B = B A\n```\n';
const claim = 'A: n×n |- A = A';

describe('a file that elenchus did not write is kept', () => {
  test.each([
    ['report --out', ['report', '--out', 'mine', 'note.md']],
    ['try --proof', ['try', claim, '--proof', 'mine']],
  ])('%s', async (_, args) => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'note.md'), note);
    await writeFile(join(cwd, 'mine'), 'my thesis');
    const refused = await elenchus(args, { cwd });
    expect(refused.err).toContain('mine exists and elenchus did not write it');
    expect(refused.code).toBe(2);
    expect(await readFile(join(cwd, 'mine'), 'utf8')).toBe('my thesis');
    const forced = await elenchus([...args, '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(await readFile(join(cwd, 'mine'), 'utf8')).not.toBe('my thesis');
    expect((await elenchus(args, { cwd })).code).toBe(0);
  });
  test('a device and a directory are not files', async () => {
    const cwd = await scratch();
    await mkdir(join(cwd, 'folder'));
    for (const [target, what] of [
      ['/dev/null', 'a device or a pipe'],
      ['folder', 'a directory'],
    ] as const) {
      const { code, err } = await elenchus(['try', claim, '--proof', target], { cwd });
      expect(err).toContain(`${target} is ${what}, not a file`);
      expect(code).toBe(2);
    }
  });
});

test('a report that cannot be written is an error, not an ill-typed claim', async () => {
  const cwd = await scratch();
  await writeFile(join(cwd, 'note.md'), note);
  const { code, out } = await elenchus(
    ['report', '--out', 'no/such/folder.html', 'note.md', '--json'],
    {
      cwd,
    },
  );
  expect(JSON.parse(out)).toEqual({
    error: 'no/such/folder.html could not be written: the directory does not exist',
  });
  expect(code).toBe(2);
});

test('file that is interrupted ends with 130', async () => {
  const { code } = await elenchus(
    [
      'file',
      'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)',
      '--time',
      '5m',
    ],
    {
      cwd: await scratch(),
      meanwhile: (child) => {
        setTimeout(() => child.kill('SIGINT'), 5000);
      },
    },
  );
  expect(code).toBe(130);
});

describe('check --write', () => {
  test('keeps the mode, a symbolic link, and every hard link', async () => {
    const cwd = await scratch();
    const real = join(cwd, 'real.md');
    await writeFile(real, note);
    await chmod(real, 0o600);
    await link(real, join(cwd, 'other.md'));
    await symlink('real.md', join(cwd, 'note.md'));
    expect((await elenchus(['check', '--write', 'note.md'], { cwd })).code).toBe(0);
    expect(await readlink(join(cwd, 'note.md'))).toBe('real.md');
    expect((await stat(real)).mode & 0o777).toBe(0o600);
    expect((await stat(real)).nlink).toBe(2);
    const text = await readFile(join(cwd, 'other.md'), 'utf8');
    expect(text).toBe(await readFile(real, 'utf8'));
    expect(text).toContain('refuted');
  });
  test('removes the temporary file of a run that was killed, and no other', async () => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'note.md'), note);
    const dead = '.note.md.tmp-4194301-0123abcd';
    const alive = `.note.md.tmp-${process.pid}-0123abcd`;
    for (const name of [dead, alive]) await writeFile(join(cwd, name), 'half');
    await elenchus(['check', '--write', 'note.md'], { cwd });
    const names = await readdir(cwd);
    expect(names).not.toContain(dead);
    expect(names).toContain(alive);
  });
});

describe('a bad file among the witnesses', () => {
  const witnesses = join('properties', 'witnesses');
  const withBad = async (make: (path: string) => Promise<unknown>): Promise<string> => {
    const cwd = await scratch();
    await mkdir(join(cwd, witnesses), { recursive: true });
    await writeFile(join(cwd, 'note.md'), note);
    await make(join(cwd, witnesses, 'note--commute--0123456789ab.json'));
    return cwd;
  };
  test.each([
    ['deep brackets', (path: string) => writeFile(path, '['.repeat(100_000))],
    ['not JSON', (path: string) => writeFile(path, 'nothing')],
    ['a directory', (path: string) => mkdir(path)],
  ])('%s is skipped', async (_, make) => {
    const cwd = await withBad(make);
    const { code, err } = await elenchus(['check', 'note.md'], { cwd });
    expect(code).toBe(0);
    expect(err).toMatch(/0123456789ab\.json is skipped/);
    expect((await elenchus(['try', 'A, B: n×n |- A B = B A'], { cwd })).code).toBe(1);
  });
  test('a pipe does not block', async () => {
    const cwd = await withBad(async () => undefined);
    execFileSync('mkfifo', [join(cwd, witnesses, 'note--commute--0123456789ab.json')]);
    expect((await elenchus(['check', 'note.md'], { cwd })).code).toBe(0);
  });
  test('a forged record hides no counterexample', async () => {
    const cwd = await withBad(async () => undefined);
    await elenchus(['check', 'note.md'], { cwd });
    const [name = ''] = await readdir(join(cwd, witnesses));
    const path = join(cwd, witnesses, name);
    const record = JSON.parse(await readFile(path, 'utf8')) as object;
    const values = { A: [['1']], B: [['1']] };
    await writeFile(path, JSON.stringify({ ...record, dims: { n: 1 }, values }));
    const { code, err } = await elenchus(['check', 'note.md'], { cwd });
    expect(err).toContain('it was edited');
    expect(err).toContain('holds something else than its name says');
    expect(code).toBe(2);
  });
});

describe('the record of a hunt', () => {
  const survivor = 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)';
  test.each([
    ['its claim', (text: string) => text.replace('psd', 'symmetric')],
    ['its counts', (text: string) => text.replace(/"met":(\d+)/, '"met":1')],
    ['its hash', (text: string) => text.replace(/"hash": "...../, '"hash": "../..')],
  ])('is refused when %s was edited', async (_, edit) => {
    const cwd = await scratch();
    const hunt = ['hunt', survivor, '--time', '4s', '--jobs', '1'];
    await elenchus(hunt, { cwd });
    const folder = join(cwd, '.elenchus/hunts');
    const [name = ''] = await readdir(folder);
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), edit(text));
    for (const args of [hunt, ['hunt', '--merge', join('.elenchus/hunts', name)]]) {
      const { code, err } = await elenchus(args, { cwd });
      expect(err).toContain('checksum');
      expect(code).toBe(2);
    }
  });
  test('that cannot be written is not said to be written', async () => {
    const cwd = await scratch();
    const { code, out } = await elenchus(
      ['hunt', survivor, '--time', '4s', '--jobs', '1', '--json'],
      { cwd, shell: "trap '' XFSZ; ulimit -f 0;" },
    );
    expect(JSON.parse(out).hunt.record).toBeNull();
    expect(code).toBe(2);
  });
});

test('a folder that cannot be read is a problem, and the rest is checked', async () => {
  const cwd = await scratch();
  await mkdir(join(cwd, 'proofs/closed'), { recursive: true });
  await writeFile(join(cwd, 'proofs/note.md'), note);
  await symlink(join(cwd, 'proofs'), join(cwd, 'proofs/circle'));
  await chmod(join(cwd, 'proofs/closed'), 0o000);
  await chmod(cwd, 0o777);
  const { out, code } = await elenchus(['check', '--json'], { cwd, humble: true });
  const { claims, problems } = JSON.parse(out) as { claims: unknown[]; problems: unknown[] };
  expect(claims).toHaveLength(1);
  expect(problems).toMatchObject([{ file: 'proofs/closed', message: 'no permission to read it' }]);
  expect(code).toBe(2);
  await chmod(join(cwd, 'proofs/closed'), 0o755);
  expect((await lstat(join(cwd, 'proofs/circle'))).isSymbolicLink()).toBe(true);
});

test('a second check refuses pipes, folders and broken links, and reads the rest', async () => {
  const cwd = await scratch();
  await elenchus(['try', claim, '--proof', 'good.json', '--quiet'], { cwd });
  execFileSync('mkfifo', [join(cwd, 'pipe.json')]);
  await mkdir(join(cwd, 'folder.json'));
  await symlink('/dev/zero', join(cwd, 'endless.json'));
  await symlink('gone', join(cwd, 'broken.json'));
  const recheck = join(dirname(mainFile), 'recheck.js');
  const { stdout, status } = spawnSync('node', [recheck, '--json', cwd], { timeout: 60_000 });
  const answers = JSON.parse(String(stdout)) as { file: string; accepted: boolean; why?: string }[];
  expect(answers.map(({ file, accepted, why }) => [basename(file), accepted, why])).toEqual([
    ['broken.json', false, 'this cannot be read: ENOENT'],
    ['endless.json', false, 'this is not a regular file'],
    ['folder.json', false, 'this is not a regular file'],
    ['good.json', true, undefined],
    ['pipe.json', false, 'this is not a regular file'],
  ]);
  expect(status).toBe(1);
});
