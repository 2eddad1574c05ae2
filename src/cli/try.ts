/** The command `try`: examines one claim from the command line or standard input. */
import { fileWitness, witnessFiles } from '../records/file-witness.ts';
import { WritingError } from '../records/write-atomically.ts';
import { makeWitness } from '../records/witness.ts';
import { countText } from '../report/numbers-text.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { headLine, verdictLines } from '../report/verdict-text.ts';
import { whyLines } from '../report/why-text.ts';
import { whyJson } from '../report/why-json.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Command } from './command.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';
import { answerLines } from '../report/answer-text.ts';
import { endedEarly } from './ended-early.ts';
import { glance } from './glance.ts';
import { claimLimits, tooLong } from './job-limits.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { readStandardInput } from './read-standard-input.ts';
import type { Start } from './start.ts';
import { programStart, secondsLeft, sharedClock } from './shared-clock.ts';
import type { Examined, Task } from './task.ts';
import { writeDerivation, writeTrace } from './write-derivations.ts';
import { version } from '../records/version.ts';

const defaultTime = 2;

export const command: Command = {
  name: 'try',
  usage: ['elenchus try "<claim>"', 'elenchus try - < claim.txt'],
  summary: 'proves or refutes one claim',
  about: `
Proves the claim, or refutes it by an exact counterexample, or says how far it
survived the search. A conclusion \`… = ?\` is answered: the shortest other side
that is proved, as LaTeX or code if asked for. Use double quotes, since ' is
the transpose. In an interactive bash write a claim with != in a file and read
it with -.`,
  options: [
    'explain',
    'strict',
    'why',
    'save',
    'proof',
    'trace',
    'force',
    'latex',
    'numpy',
    'jax',
    'torch',
  ],
  examples: [
    'elenchus try "A: m×n; B: n×m |- tr(A B) = tr(B A)"',
    'elenchus try "X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ?"',
  ],
  run: tryClaim,
};

/** `elenchus try "<claim>"`: one claim from the command line or standard input. */
async function tryClaim(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const [text, ...more] = operands;
  if (text === undefined)
    throw new Misuse(
      'try what? type: elenchus try "A: m×n; B: n×m |- tr(A B) = tr(B A)", or elenchus try - ' +
        'to read the claim from standard input',
    );
  if (more.length > 0)
    throw new Misuse(
      `a claim is one argument, but ${operands.length} were given; the shell splits a claim ` +
        `without quotes: type elenchus try "${operands.join(' ')}"`,
    );
  const claim = text === '-' ? await readStandardInput() : text;
  const { seed, strict } = options;
  const filed = await witnessFiles();
  const task = {
    text: claim,
    proof: null,
    lemmas: [],
    time: options.time ?? defaultTime,
    seed,
    strict,
    filed,
    explain: !options.quiet,
    thorough: false,
    derivation: options.proof !== null,
    why: options.why,
    trace: options.trace !== null,
    classes: options.json,
    wall: options.time,
    since: programStart,
  };
  const found = await examined(task, output, start);
  const { verdict, explanation, derivation, stopped } = found;
  const { answer, why } = found;
  output.document({
    ...verdictJson(verdict, explanation),
    ...(answer === undefined ? {} : { answer: { ...answer } }),
    ...(why === undefined ? {} : { why: whyJson(why) }),
  });
  output.lines(answer === undefined ? [] : answerLines(answer, options, output.paint));
  output.lines(
    options.quiet
      ? headLine(verdict, output.paint)
      : verdictLines(verdict, output.paint, explanation, options.explain),
  );
  if (why !== undefined) output.lines(whyLines(why));
  if (options.proof !== null)
    await writeDerivation(options.proof, derivation, options.force, output);
  if (options.trace !== null && found.trace !== undefined)
    await writeTrace(options.trace, found.trace, options.force, output);
  if (options.save && verdict.counterexample !== null) await save(verdict, seed, output);
  return stopped ? exitCode.interrupted : exitCodeOf(verdict.verdict);
}

async function examined(
  task: Task,
  output: Output,
  start: Start,
): Promise<Examined & { readonly stopped: boolean }> {
  // what is traced is seen from its first point on, in one thread
  const atOnce = task.trace ? null : await glance(task);
  if (atOnce !== null) return { ...atOnce, stopped: false };
  if (task.wall !== null && secondsLeft(task.wall) < startOfThread)
    return { ...(await notBegun(task)), stopped: false };
  const examiner = await start.single();
  // what runs for long without a word still has its time counted
  let text = 'starting';
  const tick = setInterval(() => output.progress.show(text), 200);
  const found = await examiner
    .examine(task, ({ phase, run, met }) => {
      text = `${phase}: ${countText(run)} trials, ${countText(met)} met the hypotheses`;
      output.progress.show(text);
    })
    .finally(() => clearInterval(tick));
  return { ...found, stopped: examiner.stopped };
}

/** Seconds in which a thread comes up: with less of a user's time left, none is started. */
const startOfThread = 0.2;

/** The answer where the time was over after a glance. */
async function notBegun(task: Task): Promise<Examined> {
  const progress = { phase: 'starting', run: 0, met: 0 };
  const message = tooLong(claimLimits(task), progress);
  const seconds = sharedClock() - programStart;
  return {
    verdict: await endedEarly(task.text, message, progress, seconds),
    explanation: null,
  };
}

async function save(verdict: Verdict, seed: number, output: Output): Promise<void> {
  if (verdict.counterexample === null || verdict.hash === null) return;
  try {
    const path = await fileWitness(
      makeWitness(null, verdict.claim, verdict.hash, verdict.counterexample, {
        seed,
        version: version(),
      }),
    );
    output.lines(['', `filed as   ${path}`]);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
}
