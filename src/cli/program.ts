/** The program: reads the command line, runs the command, and answers its exit code. */
import type { Examiner } from './examiner.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { commandHelp, refuseForeign } from './command.ts';
import { allCommands, commandNames, loadCommand } from './commands.ts';
import { generalHelp, usage } from './help.ts';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';
import { boundReading, closeClaims } from './reading-bounds.ts';
import { readCommandLine, wantsJson } from './options.ts';
import type { CommandLine } from './options.ts';
import { harmless } from '../report/width.ts';
import { outputFor, watchOutput } from './output.ts';
import type { Output } from './output.ts';
import { reportFailure } from './report-failure.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

export async function program(args: readonly string[]): Promise<ExitCode> {
  watchOutput();
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
    closeClaims();
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
      async single() {
        const { startExaminer } = await import('./examiner.ts');
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
  { command: name, operands, options, given }: CommandLine,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  if (options.version) {
    process.stdout.write(`${version()}\n`);
    return exitCode.good;
  }
  if (options.help || name === 'help') {
    process.stdout.write(await helpOf(name === 'help' ? (operands[0] ?? null) : name));
    return exitCode.good;
  }
  if (name === null) throw new Misuse(usage(commandNames));
  const command = await loadCommand(name);
  if (command === null) throw new Misuse(unknownCommand(name));
  await refuseForeign(command, given, allCommands);
  boundReading(options.time);
  const code = await command.run(operands, options, output, start);
  return output.incomplete && code <= exitCode.gaveUp ? exitCode.misuse : code;
}

async function helpOf(name: string | null): Promise<string> {
  if (name === null) return generalHelp(await allCommands());
  const command = await loadCommand(name);
  if (command === null) throw new Misuse(unknownCommand(name));
  return commandHelp(command);
}

function unknownCommand(name: string): string {
  if (/\|-|⊢|:\s/.test(name)) return 'write a command before the claim: elenchus try "<claim>"';
  const near = nearest(name, commandNames);
  const help = 'elenchus --help lists the commands';
  const instead = near === null ? usage(commandNames) : `did you mean ${near}? ${help}`;
  return `unknown command '${harmless(name)}'; ${instead}`;
}
