/** Packs the package, installs it elsewhere and uses it as a stranger would. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const run = promisify(execFile);

/** The programs of the library's documentation. */
const programs = [...read('docs/library.md').matchAll(/^```ts\n([^]*?)^```$/gm)].map(
  ([, text = '']) => text,
);
/** The test files of the page about numerical code. */
const testFiles = [...read('docs/testing.md').matchAll(/^```ts\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(
  ([, name = '', text = '']) => [name, text] as const,
);
const programWith = (words: string): string => {
  const [found = '', ...more] = programs.filter((text) => text.includes(words));
  expect(more).toEqual([]);
  expect(found, words).not.toBe('');
  return found;
};

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}
const manifest: Manifest = JSON.parse(read('package.json'));

describe('the package', () => {
  test('pins exact versions', () => {
    const { dependencies, devDependencies } = manifest;
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/);
  });
  test('names no registry in the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
  test('has commands that start by themselves', () => {
    for (const file of Object.values(manifest.bin))
      expect(read(file).startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});

/** An empty project with the packed package, with its dependencies next to it, and nothing else. */
let project = '';

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'elenchus-package-'));
  const modules = join(project, 'node_modules');
  await mkdir(join(modules, '.bin'), { recursive: true });
  await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], {
    cwd: root,
  });
  const archive = (await readdir(project)).find((name) => name.endsWith('.tgz')) ?? '';
  await run('tar', ['-xzf', join(project, archive), '-C', modules]);
  await run('mv', [join(modules, 'package'), join(modules, 'elenchus')]);
  for (const name of Object.keys(manifest.dependencies)) {
    // the folder of a scope
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  for (const [name, file] of Object.entries(manifest.bin))
    await symlink(join('..', 'elenchus', file), join(modules, '.bin', name));
  await writeFile(
    join(project, 'package.json'),
    '{ "name": "empty", "private": true, "type": "module" }\n',
  );
});

afterAll(() => rm(project, { recursive: true, force: true }));

const node = async (...args: readonly string[]): Promise<string> =>
  (await run(process.execPath, args, { cwd: project })).stdout;
const put = (name: string, text: string): Promise<void> => writeFile(join(project, name), text);

describe('installed into an empty project', () => {
  test('it holds what it needs and no sources or tests', async () => {
    expect((await readdir(join(project, 'node_modules/elenchus'))).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist',
      'docs',
      'editors',
      'package.json',
      'python',
      'syntaxes',
    ]);
    const modules = await readdir(join(project, 'node_modules/elenchus/dist/types'), {
      recursive: true,
      withFileTypes: true,
    });
    const programs = modules.filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'));
    expect(programs.map(({ name }) => name)).toEqual([]);
  });
  test('it packs to less than 1 MB', async () => {
    const archive = (await readdir(project)).find((name) => name.endsWith('.tgz')) as string;
    expect((await stat(join(project, archive))).size).toBeLessThan(1_000_000);
  });
  test('the extension for VS Code is packed from it', async () => {
    await node('node_modules/elenchus/editors/vscode/pack.js', 'elenchus.vsix');
    expect((await stat(join(project, 'elenchus.vsix'))).size).toBeGreaterThan(10_000);
  });
  test('the command runs', async () => {
    const { stdout } = await run(
      process.execPath,
      [
        join(project, 'node_modules/.bin/elenchus'),
        'try',
        'A: m×n; B: n×m |- tr(A B) = tr(B A)',
        '--quiet',
      ],
      { cwd: project },
    );
    expect(stdout).toMatch(/^proved/);
  });
  test('a JavaScript program proves, refutes, stores and replays', async () => {
    await put(
      'use.js',
      `
      import { prove, refute, replay, claim } from 'elenchus';
      import { matrix } from 'elenchus/arbitraries';
      import fc from 'fast-check';
      const proof = await prove('A: m×n; B: n×m |- tr(A B) = tr(B A)');
      const { counterexample } = await refute('A, B: n×n |- A B = B A');
      const { verdict } = await replay(JSON.stringify(counterexample));
      let error;
      try { claim('W: m×n; h: n |- W h = h'); } catch (thrown) { error = thrown; }
      console.log(JSON.stringify({ steps: proof.derivation.length, dims: counterexample.dims, again: verdict.verdict, error: error.name, drawn: fc.sample(matrix(2, 3), 1)[0].length }));
    `,
    );
    await put('readme.js', programWith('await replay('));
    expect(await node('readme.js')).toBe('');
    expect(JSON.parse(await node('use.js'))).toEqual({
      steps: 1,
      dims: { n: 2 },
      again: 'refuted',
      error: 'IllTyped',
      drawn: 2,
    });
  });
  test('a bundler for browsers takes the engine, and nothing of Node or of the command with it', async () => {
    await put(
      'page.js',
      "import { examine } from 'elenchus/engine'; globalThis.examine = examine;",
    );
    const bundle = await rolldown({
      input: join(project, 'page.js'),
      platform: 'browser',
      external: ['nerdamer'],
      onLog: (level, { message }) => expect.unreachable(`${level}: ${message}`),
    });
    const { output } = await bundle.generate({ format: 'esm' });
    const imports = output.flatMap((file) =>
      file.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : [],
    );
    expect(imports.filter((name) => /^node:|jiti|bullmq/.test(name))).toEqual([]);
    expect(output.length).toBeLessThan(20);
  });
  test('a TypeScript program has types for all of it', async () => {
    await put('readme.ts', programWith('await replay('));
    await put('readme-arbitraries.ts', programWith('elenchus/arbitraries'));
    await put(
      'use.ts',
      `
      import { parseClaim } from 'elenchus/engine';
      import { claim, examine, needs, prove, refute, verdictJson, type Attack, type Proof, type Verdict } from 'elenchus';
      import { matrix, pointsOf, type Point } from 'elenchus/arbitraries';
      import type { Arbitrary } from 'fast-check';
      const cyclic = claim('A: m×n; B: n×m |- tr(A B) = tr(B A)');
      const proof: Proof | null = await prove(cyclic, { patience: 1 });
      const attack: Attack = await refute(cyclic, { trials: 10 });
      const verdict: Verdict = await examine('x: n |- x = x');
      const drawn: Arbitrary<number[][]> = matrix(2, 2, { attributes: ['pd'] });
      const points: Arbitrary<Point> = pointsOf(cyclic);
      console.log(proof?.assumed.length, attack.counterexample?.values, verdictJson(verdict), (await needs(cyclic)).hypotheses[0]?.verdict, drawn, points, parseClaim);
      // @ts-expect-error time is a number of seconds
      await refute(cyclic, { time: '2s' });
      // @ts-expect-error not an attribute of the language
      matrix(2, 2, { attributes: ['square'] });
    `,
    );
    const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
    const strict = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--typeRoots',
      join(root, 'node_modules/@types'),
      '--types',
      'node',
    ];
    await expect(
      node(tsc, ...strict, 'use.ts', 'readme.ts', 'readme-arbitraries.ts').catch(
        (error: { stdout: string }) => error.stdout,
      ),
    ).resolves.toBe('');
  });
  test('the matchers work in a project that has vitest', async () => {
    await symlink(join(root, 'node_modules/vitest'), join(project, 'node_modules/vitest'));
    await put('readme.test.ts', programWith('elenchus/vitest'));
    for (const [name, text] of testFiles) await put(name, text);
    await put(
      'claims.test.ts',
      `
      import 'elenchus/vitest';
      import { expect, test } from 'vitest';
      test('claims', async () => {
        await expect('A: m×n; B: n×m |- tr(A B) = tr(B A)').toBeProved();
        await expect('A, B: n×n |- A B = B A').toBeRefuted();
        expect('W: m×n; h: n |- W h = h').toBeIllTyped();
      });
      test('a false hope', async () => {
        await expect('A, B: n×n |- A B = B A').toBeProved();
      });
    `,
    );
    const { stdout } = await run(
      process.execPath,
      [
        join(project, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--root',
        project,
        '--reporter',
        'json',
        '--testTimeout',
        '60000',
      ],
      { cwd: project, env: { PATH: process.env['PATH'] ?? '' } },
    ).catch((error: { stdout: string }) => error);
    const { testResults } = JSON.parse(stdout) as {
      testResults: {
        name: string;
        assertionResults: { title: string; status: string; failureMessages: string[] }[];
      }[];
    };
    const [file, readme] = ['claims.test.ts', 'readme.test.ts'].map((name) =>
      testResults.find((result) => result.name.endsWith(name)),
    );
    expect(readme?.assertionResults.map(({ title, status }) => [title, status])).toEqual([
      ['the layer', 'passed'],
    ]);
    expect(file?.assertionResults.map(({ title, status }) => [title, status])).toEqual([
      ['claims', 'passed'],
      ['a false hope', 'failed'],
    ]);
    expect(testFiles).toHaveLength(3);
    for (const [name] of testFiles)
      expect(
        testResults
          .find((result) => result.name.endsWith(`/${name}`))
          ?.assertionResults.map(({ status }) => status),
        name,
      ).toEqual(['passed', 'passed']);
    expect(file?.assertionResults[1]?.failureMessages[0]).toContain(
      'expected a proof, but none was found',
    );
    const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
    const types = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules/@types'),
    ];
    await expect(
      node(
        tsc,
        ...types,
        'claims.test.ts',
        'readme.test.ts',
        ...testFiles.map(([name]) => name),
      ).catch((error: { stdout: string }) => error.stdout),
    ).resolves.toBe('');
  });
});
