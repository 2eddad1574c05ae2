/** The general help, made from what the commands say of themselves. */
import type { Command } from './command.ts';
import { everywhere, optionHelp } from './option-table.ts';

const exits = `Exit codes
  0  proved or survived; check: all as declared    3  gave-up
  1  refuted; check: not all as declared           4  judges contradict
  2  ill-typed or wrong use                        5  another defect
  130  interrupted`;

/** The help of the program; that of a command is `commandHelp`. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    'elenchus puts claims about neural networks to cross-examination.',
    '',
    ...commands.map(({ name, summary }) => `  elenchus ${name.padEnd(9)} ${summary}`),
    '',
    'elenchus <command> --help lists the options and examples of a command.',
    '',
    ...[...everywhere, 'version' as const].flatMap(optionHelp),
    '',
    exits,
    '',
    '  elenchus try "A: m×n; B: n×m |- tr(A B) = tr(B A)"',
    '',
  ].join('\n');
}

/** The message where no command was given. */
export const usage = (names: readonly string[]): string =>
  `usage: elenchus try "<claim>"; the commands are ${names.join(', ')}; elenchus --help says more`;
