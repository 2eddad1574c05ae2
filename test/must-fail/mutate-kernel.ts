/**
 * Breaks the kernel one rule at a time, in copies outside the repository, and runs the kernel's tests against each copy.
 * `node_modules/.bin/jiti test/must-fail/mutate-kernel.ts` prints the mutants that no test noticed; exit 1 if there are any.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mutants, type Mutant } from './mutants.ts';

const root = resolve(import.meta.dirname, '../..');
const tests = ['test/kernel', 'test/must-fail/tools.ts', 'test/must-fail/forged.test.ts', 'test/must-fail/rough-functions.test.ts'];

/** A copy of the kernel and its tests; throws where the text to be changed does not stand there exactly once. */
function plant(folder: string, mutant: Mutant | null): void {
  mkdirSync(join(folder, 'src/prover'), { recursive: true });
  cpSync(join(root, 'src/kernel'), join(folder, 'src/kernel'), { recursive: true });
  cpSync(join(root, 'src/prover/labelling.ts'), join(folder, 'src/prover/labelling.ts'));
  for (const path of tests) cpSync(join(root, path), join(folder, path), { recursive: true });
  if (!mutant) return;
  const path = join(folder, 'src/kernel', mutant.file);
  const text = readFileSync(path, 'utf8');
  const parts = text.split(mutant.from);
  if (parts.length < 2) throw new Error(`${mutant.name}: its text is not in ${mutant.file}`);
  writeFileSync(path, [parts[0], parts.slice(1).join(mutant.from)].join(mutant.to));
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** Names of mutants under which every test passed; throws where the unbroken kernel fails. */
export function survivors(chosen: readonly Mutant[] = mutants): string[] {
  const home = mkdtempSync(join(tmpdir(), 'elenchus-mutants-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    plant(join(home, 'm0'), null);
    chosen.forEach((mutant, i) => plant(join(home, `m${i + 1}`), mutant));
    const output = join(home, 'results.json');
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', home, '--no-isolate', '--reporter=json', `--outputFile=${output}`], { stdio: 'ignore', env: { ...process.env, ELENCHUS_TEST_RESULTS: undefined } });
    } catch {
      // mutants make tests fail: which ones, the report says
    }
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    const broken = new Set(report.testResults.filter((r) => r.status !== 'passed').map((r) => /[\\/]m(\d+)[\\/]/.exec(r.name)?.[1]));
    if (broken.has('0')) throw new Error('the kernel as it stands fails its tests');
    return chosen.filter((_, i) => !broken.has(String(i + 1))).map((m) => `${m.file}: ${m.name}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const alive = survivors();
  process.stdout.write(`${mutants.length} mutants, ${alive.length} not noticed\n${alive.map((m) => `  ${m}\n`).join('')}`);
  process.exitCode = alive.length > 0 ? 1 : 0;
}
