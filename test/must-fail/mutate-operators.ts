/**
 * Breaks each operator, each rule of evaluation and each rule of derivatives one at a time, in
 * copies outside the repository, and runs the tests of those rooms against each copy.
 * `node_modules/.bin/jiti test/must-fail/mutate-operators.ts [file or name…]` prints the faults
 * that no test noticed; exit 1 if there are any.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { replaceLoosely } from './loose-text.ts';
import { faults, type Fault } from './operators/faults.ts';

const root = resolve(import.meta.dirname, '../..');
const rooms = ['src/numbers', 'src/operators', 'src/language', 'src/evaluate', 'src/kernel'];
/** The tests that have to notice, by the folder of the fault. */
const tests: readonly (readonly [folder: string, tests: readonly string[]])[] = [
  ['operators/registry', ['test/operators', 'test/language/definedness.test.ts']],
  [
    'numbers',
    [
      'test/operators/derivatives.test.ts',
      'test/evaluate/derivatives.test.ts',
      'test/numbers/jet.test.ts',
      'test/numbers/arbitraries.ts',
      'test/numbers/field-laws.ts',
    ],
  ],
  [
    '',
    [
      'test/operators/values.test.ts',
      'test/evaluate/domains.test.ts',
      'test/evaluate/derivatives.test.ts',
      'test/evaluate/decide.test.ts',
      'test/evaluate/edges-of-truth.test.ts',
    ],
  ],
];
/** What the tests are written with. */
const tools = 'test/evaluate/points.ts';
/** As many copies are tested in one run, so that they fit into memory. */
const batch = 25;

const plant = (folder: string, fault: Fault | null): void => {
  const chosen = tests.find(([place]) => fault?.file.startsWith(place) ?? true)?.[1] ?? [];
  const needed = fault ? chosen : tests.flatMap(([, some]) => some);
  for (const path of [...rooms, tools, ...needed])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  if (!fault) return;
  const path = join(folder, 'src', fault.file);
  const broken = replaceLoosely(readFileSync(path, 'utf8'), fault.from, fault.to);
  if (broken === null) throw new Error(`${fault.name}: its text is not in ${fault.file}`);
  writeFileSync(path, broken);
};

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** Numbers of the copies in which some test failed. */
const noticed = (copies: readonly (Fault | null)[]): Set<number> => {
  const home = mkdtempSync(join(tmpdir(), 'elenchus-operators-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    copies.forEach((fault, i) => plant(join(home, `m${i}`), fault));
    const output = join(home, 'results.json');
    try {
      execFileSync(
        process.execPath,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--root',
          home,
          '--no-isolate',
          '--reporter=json',
          `--outputFile=${output}`,
        ],
        { stdio: 'ignore', env: { ...process.env, ELENCHUS_TEST_RESULTS: undefined } },
      );
    } catch {
      // a fault makes tests fail: which ones, the report says
    }
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report;
    return new Set(
      testResults
        .filter((r) => r.status !== 'passed')
        .map((r) => Number(/[\\/]m(\d+)[\\/]/.exec(r.name)?.[1])),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** Names of the faults under which every test passed; throws where the unbroken rooms fail. */
export const survivors = (chosen: readonly Fault[] = faults()): string[] => {
  if (noticed([null]).size > 0) throw new Error('the rooms as they stand fail their tests');
  const alive: string[] = [];
  for (let start = 0; start < chosen.length; start += batch) {
    const some = chosen.slice(start, start + batch);
    const red = noticed(some);
    for (const [i, fault] of some.entries())
      if (!red.has(i)) alive.push(`${fault.file}: ${fault.name}`);
    process.stderr.write(
      `${Math.min(start + batch, chosen.length)} of ${chosen.length}, ${alive.length} not noticed\n`,
    );
  }
  return alive;
};

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.slice(2);
  const chosen = faults().filter(
    (f) => wanted.length === 0 || wanted.some((w) => f.file.includes(w) || f.name.includes(w)),
  );
  const alive = survivors(chosen);
  process.stdout.write(
    `${chosen.length} faults, ${alive.length} not noticed\n${alive.map((m) => `  ${m}\n`).join('')}`,
  );
  process.exitCode = alive.length > 0 ? 1 : 0;
}
