#!/usr/bin/env node
import { startExaminer } from './examiner.ts';
import type { Examiner } from './examiner.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { helpText, usage } from './help.ts';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';
import { readCommandLine, wantsJson } from './options.ts';
import type { CommandLine, Options } from './options.ts';
import { outputFor, watchOutput } from './output.ts';
import type { Output } from './output.ts';
import { reportFailure } from './report-failure.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

type Command = (
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
) => Promise<ExitCode>;

/** Each command is loaded when it is wanted. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  try: async () => (await import('./try.ts')).tryClaim,
  check: async () => (await import('./check.ts')).check,
  hunt: async () => (await import('./hunt.ts')).hunt,
  needs: async () => (await import('./needs.ts')).needs,
  measure: async () => (await import('./measure.ts')).measure,
  file: async () => (await import('./file.ts')).file,
  report: async () => (await import('./report.ts')).report,
  replay: async () => (await import('./replay.ts')).replay,
  cite: async () => (await import('./cite.ts')).cite,
  init: async () => (await import('./init.ts')).init,
};

async function main(args: readonly string[]): Promise<ExitCode> {
  let output = outputFor({ json: wantsJson(args), quiet: false });
  const running = runningExaminers();
  try {
    const line = readCommandLine(args);
    output = outputFor(line.options);
    return await run(line, output, running.start);
  } catch (error) {
    return reportFailure(error, output);
  } finally {
    output.progress.clear();
    await running.close();
  }
}

/** What examines in this run of the program: one of each kind at most. */
function runningExaminers(): { readonly start: Start; close(): Promise<void> } {
  const running: Examiner[] = [];
  const keep = <E extends Examiner>(started: E): E => {
    running.push(started);
    return started;
  };
  const interrupt = (): void => {
    // Who asks twice is not kept waiting.
    if (running.some((one) => one.stopped)) process.exit(exitCode.interrupted);
    for (const one of running) one.stop();
  };
  let single: Examiner | null = null;
  const listen = (): void => {
    if (!process.listeners('SIGINT').includes(interrupt)) process.on('SIGINT', interrupt);
  };
  return {
    start: {
      single() {
        single ??= keep(startExaminer());
        listen();
        return single;
      },
      async pool(size) {
        const pool = keep((await import('./pool.ts')).startPool(size));
        listen();
        return pool;
      },
    },
    async close() {
      await Promise.all(running.map((one) => one.close()));
    },
  };
}

async function run(
  { command, operands, options }: CommandLine,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  if (options.version) {
    process.stdout.write(`${version()}\n`);
    return exitCode.good;
  }
  if (options.help || command === 'help') {
    process.stdout.write(helpText(command === 'help' ? (operands[0] ?? null) : command));
    return exitCode.good;
  }
  if (command === null) throw new Misuse(usage);
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (load === undefined) throw new Misuse(unknownCommand(command));
  return (await load())(operands, options, output, start);
}

function unknownCommand(command: string): string {
  if (/\|-|⊢|:\s/.test(command)) return 'a claim stands behind a command: elenchus try "<claim>"';
  const near = nearest(command, Object.keys(commands));
  return `unknown command '${command}'${near === null ? '' : `; did you mean ${near}?`}; ${usage}`;
}

watchOutput();
process.exitCode = await main(process.argv.slice(2));
