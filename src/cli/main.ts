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
import { version } from './version.ts';

type Command = (operands: readonly string[], options: Options, output: Output, start: () => Examiner) => Promise<ExitCode>;

/** Each command is loaded when it is wanted. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  try: async () => (await import('./try.ts')).tryClaim,
  check: async () => (await import('./check.ts')).check,
  replay: async () => (await import('./replay.ts')).replay,
};

/** Commands of the contract that later versions bring. */
const later = new Set(['hunt', 'needs', 'file', 'cite', 'report', 'init']);

async function main(args: readonly string[]): Promise<ExitCode> {
  let output = outputFor({ json: wantsJson(args), quiet: false });
  let examiner: Examiner | null = null;
  const start = (): Examiner => {
    if (examiner !== null) return examiner;
    const running = startExaminer();
    examiner = running;
    process.on('SIGINT', () => {
      // Who asks twice is not kept waiting.
      if (running.stopped) process.exit(exitCode.interrupted);
      running.stop();
    });
    return running;
  };
  try {
    const line = readCommandLine(args);
    output = outputFor(line.options);
    return await run(line, output, start);
  } catch (error) {
    return reportFailure(error, output);
  } finally {
    output.progress.clear();
    await stop(examiner);
  }
}

const stop = async (examiner: Examiner | null): Promise<void> => examiner?.close();

async function run({ command, operands, options }: CommandLine, output: Output, start: () => Examiner): Promise<ExitCode> {
  if (options.version) {
    process.stdout.write(`${version()}\n`);
    return exitCode.good;
  }
  if (options.help || command === 'help') {
    process.stdout.write(helpText(command === 'help' ? (operands[0] ?? null) : command));
    return exitCode.good;
  }
  if (command === null) throw new Misuse(usage);
  if (later.has(command)) throw new Misuse(`'${command}' is not part of this version; it has try, check and replay`);
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (load === undefined) throw new Misuse(unknownCommand(command));
  // Two thirds of a start is loading: the thread that examines loads while the command does.
  if (command === 'try' && operands.length === 1) start();
  return (await load())(operands, options, output, start);
}

function unknownCommand(command: string): string {
  if (/\|-|⊢|:\s/.test(command)) return 'a claim stands behind a command: elenchus try "<claim>"';
  const near = nearest(command, Object.keys(commands));
  return `unknown command '${command}'${near === null ? '' : `; did you mean ${near}?`}; ${usage}`;
}

watchOutput();
process.exitCode = await main(process.argv.slice(2));
