/** The reporters and the action, run as a workflow runs them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAnnotations } from '../ci/annotations.ts';
import { junitFaults, sarifFaults } from '../ci/schemas.ts';
import { readXml } from '../ci/xml.ts';
import { elenchus, scratch } from './command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const note = '```claim commute expect=proved\nA, B: n×n |- A B = B A\n```\n';

test('check writes several reports in one run, and exits as without them', async () => {
  const cwd = await scratch();
  await writeFile(join(cwd, 'n.md'), note);
  await writeFile(join(cwd, 'mine.xml'), '<mine/>');
  const args = ['check', 'n.md', '--reporter'];
  const { code, out } = await elenchus([...args, 'github,sarif:a.sarif,junit:b.xml'], { cwd });
  expect(code).toBe(1);
  expect(readAnnotations(out).map(({ properties }) => properties['line'])).toEqual(['1']);
  expect(sarifFaults(await readFile(join(cwd, 'a.sarif'), 'utf8'))).toEqual([]);
  expect(junitFaults(readXml(await readFile(join(cwd, 'b.xml'), 'utf8')))).toEqual([]);
  const foreign = await elenchus([...args, 'junit:mine.xml'], { cwd });
  expect(foreign.code).toBe(2);
  expect(await readFile(join(cwd, 'mine.xml'), 'utf8')).toBe('<mine/>');
  const both = await elenchus([...args, 'github', '--json'], { cwd });
  expect(both.code).toBe(2);
  expect(JSON.parse(both.out).message).toContain('--reporter github:FILE');
});

test('the action annotates, writes the summary of the job and fails with the exit code', async () => {
  const cwd = await scratch();
  await mkdir(join(cwd, 'notes'));
  await writeFile(join(cwd, 'notes/n.md'), note);
  const action = await readFile(join(root, 'action.yml'), 'utf8');
  const steps = [...action.matchAll(/\n {6}run: \|\n((?: {8}.*\n?|\n)+)/g)].map(([, text]) => text);
  expect(steps).toHaveLength(2);
  const env = {
    ...process.env,
    GITHUB_ACTION_PATH: root,
    GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    GITHUB_OUTPUT: join(cwd, 'output'),
    ELENCHUS_PATHS: 'notes',
    ELENCHUS_TIME: '20s',
    ELENCHUS_SARIF: 'x.sarif',
    ELENCHUS_JUNIT: '',
  };
  const done = await new Promise<{ code: unknown; out: string }>((resolve) =>
    execFile(
      'bash',
      ['-eo', 'pipefail', '-c', steps.map((step) => `(\n${step})`).join('\n')],
      { cwd, env },
      (error, out) => resolve({ code: error?.code ?? 0, out }),
    ),
  );
  expect(done.code).toBe(1);
  expect(readAnnotations(done.out)[0]?.properties['file']).toBe('notes/n.md');
  expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toContain('## elenchus: 1 finding');
  expect(await readFile(join(cwd, 'output'), 'utf8')).toBe('exit-code=1\n');
  expect(sarifFaults(await readFile(join(cwd, 'x.sarif'), 'utf8'))).toEqual([]);
});
