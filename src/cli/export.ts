/** `elenchus export`: claims as tests of NumPy, JAX or PyTorch code. */
import { existsSync } from 'node:fs';
import { pythonModule, type Exported } from '../exports/module.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { version } from '../records/version.ts';
import type { Command } from './command.ts';
import { examineEntries } from './examine-entries.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { findClaim } from './find-claim.ts';
import { verdictAlone } from './task.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { readClaims } from './read-claims.ts';
import { startFor, type Start } from './start.ts';

export const command: Command = {
  name: 'export',
  usage: ['elenchus export <id | "claim" | file.md …>'],
  summary: 'writes claims as tests in Python',
  about: `
Examines the claims and writes a module of Python. A proved claim becomes a test
at random sizes, a derivative is compared with automatic or numeric ones. A
refuted claim becomes an expected failure at its exact counterexample. A claim
without code stands there as a comment, and a warning says why.

With --pytest the functions are tests for pytest; without it the module runs
them by itself.`,
  options: ['pytest', 'numpy', 'jax', 'torch', 'out', 'strict', 'force', 'jobs'],
  examples: ['elenchus export notes.md --pytest --out test_notes.py'],
  run: exportClaims,
};

async function exportClaims(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const packages = (['numpy', 'jax', 'torch'] as const).filter((name) => options[name]);
  if (packages.length > 1)
    throw new Misuse(`one package, but ${packages.map((p) => `--${p}`).join(' and ')} were given`);
  const { claims, unread } = operands.some((one) => existsSync(one))
    ? await ofFiles(operands, options, output, start)
    : { claims: [await single(operands, options, output, start)], unread: 0 };
  const { text, missing, count } = pythonModule(claims, {
    package: packages[0] ?? 'numpy',
    pytest: options.pytest,
    source: operands.some((one) => existsSync(one)) ? operands.join(', ') : 'the command line',
    version: version(),
  });
  for (const { id, why } of missing) output.warn(`${id} has no test: ${why}`);
  if (options.out === null) output.lines([text.trimEnd()]);
  else await write(options.out, text, options.force, output);
  output.document({ tests: count, missing: [...missing], file: options.out, text });
  if (options.out !== null) output.lines([`${options.out}: ${count} of ${claims.length} claims`]);
  if ((await start.single()).stopped) return exitCode.interrupted;
  const illTyped = claims.some(({ verdict }) => verdict.verdict === 'ill-typed');
  return unread > 0 || illTyped ? exitCode.misuse : exitCode.good;
}

async function ofFiles(
  paths: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<{ claims: Exported[]; unread: number }> {
  const catalogue = await readClaims(paths, output);
  const { entries, problems } = catalogue;
  for (const { message, place } of problems) output.warn(`${place.file}:${place.line}: ${message}`);
  if (entries.length === 0) throw new Misuse(`no claims under ${paths.join(', ')}`);
  const examiner = await startFor(entries.length, options, start);
  const checked = await examineEntries(entries, catalogue, options, output, examiner);
  return {
    claims: checked.map(({ entry, verdict }) => ({ id: entry.id, verdict })),
    unread: problems.length,
  };
}

async function single(
  operands: readonly string[],
  { time, seed, strict }: Options,
  output: Output,
  start: Start,
): Promise<Exported> {
  const { id, text, proof, lemmas, absent } = await findClaim(operands, 'export', output);
  const { verdict } = await (await start.single()).examine(
    {
      text,
      proof,
      lemmas,
      absent,
      time: time ?? 2,
      seed,
      strict,
      ...verdictAlone,
      wall: time,
    },
    ({ phase }) => output.progress.show(phase),
  );
  return { id: id ?? 'claim', verdict };
}

const isExport = (beginning: string): boolean => /as tests, written by elenchus/.test(beginning);

async function write(file: string, text: string, force: boolean, output: Output): Promise<void> {
  try {
    await replaceAtomically(file, text, { ours: isExport, force });
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
}
