/**
 * Breaks the kernel one rule at a time, in copies outside the repository, and runs the kernel's
 * tests against each copy.
 * `node_modules/.bin/jiti test/must-fail/mutate-kernel.ts` prints the mutants that no test noticed; exit 1 if there are any.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { replaceLoosely } from './loose-text.ts';
import { mutants, type Mutant } from './mutants.ts';
import { roomOf } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');
/** One file imports them all: starting a file costs more than running it. */
const tests = [
  'test/kernel',
  'test/must-fail/tools.ts',
  'test/must-fail/forged.test.ts',
  'test/must-fail/boundary.test.ts',
  'test/must-fail/boundary-samples.ts',
  'test/must-fail/boundary-tools.ts',
  'test/must-fail/rough-functions.test.ts',
];

/** Rooms whose faults one test file is there to notice. */
const own: Readonly<Record<string, string>> = {
  'facts/norms.ts': 'kernel/spectra',
  'facts/nuclear-norms.ts': 'kernel/spectra',
  'facts/smallest-singular-values.ts': 'kernel/spectra',
  'facts/eigenvalues.ts': 'kernel/spectra',
  'facts/ranks.ts': 'kernel/spectra',
  'facts/matrix-exponentials.ts': 'kernel/spectra',
  'facts/log-determinants.ts': 'kernel/spectra',
  'facts/spectral-terms.ts': 'kernel/spectra',
  'facts/definite.ts': 'kernel/spectra',
  'citations/perturbations.ts': 'kernel/spectra',
  'citations/decompositions.ts': 'kernel/spectra',
  'rules/entries.ts': 'kernel/entries',
  'facts/characteristic.ts': 'kernel/spectra',
  'citations/determinant-inequalities.ts': 'kernel/spectra',
  'facts/functions.ts': 'kernel/algebra',
  'facts/fact.ts': 'must-fail/boundary',
  'entry.ts': 'must-fail/boundary',
  'layer-means.ts': 'kernel/layer-means',
  'expectation.ts': 'kernel/expectation',
  'random-variable.ts': 'kernel/expectation',
  'smoothed.ts': 'kernel/expectation',
  'closed-means.ts': 'kernel/expectation',
  'means.ts': 'kernel/means',
  'rules/means.ts': 'kernel/means',
  'sign-flips.ts': 'kernel/expectation',
};

/** A copy of the kernel and its tests, with the fault in it. */
function plant(folder: string, mutant: Mutant | null): void {
  mkdirSync(join(folder, 'src/prover'), { recursive: true });
  cpSync(join(root, 'src/kernel'), join(folder, 'src/kernel'), { recursive: true });
  for (const f of [
    'prover/graphs/labelling.ts',
    'prover/graphs/refinement.ts',
    'prover/agenda/effort.ts',
    'numbers/counted-work.ts',
  ])
    cpSync(join(root, 'src', f), join(folder, 'src', f));
  for (const path of tests) cpSync(join(root, path), join(folder, path), { recursive: true });
  // the comparison with numbers is the slowest, and tells about building terms alone
  const numeric =
    !mutant || !['theorem.ts', 'formula.ts', 'write.ts', 'seal.ts'].includes(mutant.file);
  const rooms = readdirSync(join(root, 'test/kernel')).flatMap((f) =>
    f.endsWith('.test.ts') ? [`kernel/${f.slice(0, -'.test.ts'.length)}`] : [],
  );
  const every = [
    ...rooms.filter((f) => numeric || !['kernel/meaning', 'kernel/ratio'].includes(f)),
    'must-fail/forged',
    'must-fail/rough-functions',
  ];
  const only = mutant && own[mutant.file];
  const files = only ? [only] : every.filter((f) => !mutant || f !== 'kernel/layer-means');
  // a test that does not run finds nothing
  for (const f of [...every, 'must-fail/boundary'])
    renameSync(join(folder, `test/${f}.test.ts`), join(folder, `test/${f}.ts`));
  writeFileSync(
    join(folder, 'test/all.test.ts'),
    files.map((f) => `import './${f}.ts';\n`).join(''),
  );
  if (!mutant) return;
  const path = join(folder, 'src/kernel', roomOf(mutant));
  writeFileSync(path, replaceLoosely(readFileSync(path, 'utf8'), mutant.from, mutant.to) as string);
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}
const batch = 16;
/** A fault may keep a test from ending: then the batch is split until it stands alone. */
const patience = 240_000;

/** Which of the folders had a failing test; null where the run did not end in time. */
function failing(home: string, folders: readonly string[]): Set<string> | null {
  const output = join(home, 'results.json');
  rmSync(output, { force: true });
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
        '--testTimeout=60000',
        `--outputFile=${output}`,
        ...folders.map((f) => `${f}/`),
      ],
      { stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' },
    );
  } catch {
    // mutants make tests fail: which ones, the report says
  }
  if (!existsSync(output)) return null;
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
  return new Set(
    report.testResults
      .filter((r) => r.status !== 'passed')
      .map((r) => /[\\/](m\d+)[\\/]/.exec(r.name)?.[1] ?? ''),
  );
}

/** Names of mutants under which every test passed; throws where the unbroken kernel fails. */
export function survivors(
  chosen: readonly Mutant[] = mutants,
  note: (line: string) => void = () => undefined,
): string[] {
  const home = mkdtempSync(join(tmpdir(), 'elenchus-mutants-'));
  const alive: string[] = [];
  const attack = (numbers: readonly number[]): void => {
    const folders = numbers.map((i) => `m${i}`);
    numbers.forEach((i) => plant(join(home, `m${i}`), chosen[i] ?? null));
    const caught = failing(home, folders);
    folders.forEach((f) => rmSync(join(home, f), { recursive: true, force: true }));
    if (caught === null) {
      const half = numbers.length >> 1;
      if (half === 0)
        note(`${chosen[numbers[0] as number]?.name}: its tests did not end, which is noticed too`);
      else [numbers.slice(0, half), numbers.slice(half)].forEach(attack);
      return;
    }
    for (const i of numbers) {
      const { file, name } = chosen[i] as Mutant;
      if (!caught.has(`m${i}`)) alive.push(`${file}: ${name}`);
    }
    note(
      `${(numbers.at(-1) as number) + 1} of ${chosen.length}; not noticed: ${alive.join('; ') || 'none'}`,
    );
  };
  try {
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    plant(join(home, 'm0'), null);
    if (failing(home, ['m0'])?.size !== 0) throw new Error('the unchanged kernel fails its tests');
    rmSync(join(home, 'm0'), { recursive: true });
    for (let i = 0; i < chosen.length; i += batch)
      attack(chosen.slice(i, i + batch).map((_, k) => i + k));
    return alive;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const [from, to] = process.argv.slice(2).map(Number);
  const chosen = mutants.slice(from, to);
  const alive = survivors(chosen, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(
    `${chosen.length} mutants, ${alive.length} not noticed\n${alive.map((m) => `  ${m}\n`).join('')}`,
  );
  process.exitCode = alive.length > 0 ? 1 : 0;
}
