/** What a command is: its arguments, options, help and examples, and what it does. */
import type { ExitCode } from './exit-code.ts';
import { nearest } from './nearest.ts';
import { Misuse } from './misuse.ts';
import { everywhere, optionHelp, type OptionName } from './option-table.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Start } from './start.ts';

export interface Command {
  readonly name: string;
  /** How it is called, one line for each way. */
  readonly usage: readonly string[];
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** What it does, in lines of at most 79 columns. */
  readonly about: string;
  /** Options that it takes in addition to those of every command. */
  readonly options: readonly OptionName[];
  /** Lines that a reader can type. */
  readonly examples: readonly string[];
  run(
    operands: readonly string[],
    options: Options,
    output: Output,
    start: Start,
  ): Promise<ExitCode>;
}

/** The help of one command; it fits a screen. */
export function commandHelp({ usage, about, options, examples }: Command): string {
  return [
    ...usage,
    '',
    about.trim(),
    '',
    ...[...options, ...everywhere].flatMap(optionHelp),
    ...(examples.length === 0 ? [] : ['', 'Examples', ...examples.map((line) => `  ${line}`)]),
    '',
  ].join('\n');
}

/** Refuses an option that the command does not take, and names the nearest one that it takes. */
export async function refuseForeign(
  command: Command,
  given: readonly OptionName[],
  others: () => Promise<readonly Command[]>,
): Promise<void> {
  const mine = [...command.options, ...everywhere];
  const foreign = given.find((name) => !mine.includes(name));
  if (foreign === undefined) return;
  const owners = (await others()).filter(({ options }) => options.includes(foreign));
  const near = nearest(foreign, mine);
  const whose = owners.map(({ name }) => name).join(', ');
  throw new Misuse(
    `${command.name} has no option ` +
      `--${foreign}${whose === '' ? '' : ` (${whose} ${owners.length > 1 ? 'have' : 'has'})`}; ` +
      `${near === null ? `elenchus ${command.name} --help lists its options` : `did you mean --${near}?`}`,
  );
}
