/** The operators of the language with a line for each, for an agent that reads the reference. */
import { operators } from '../operators/registry.ts';

export function operatorTable(): string {
  const rows = [...operators.values()]
    .filter(({ called }) => called)
    .map(({ name, summary }) => `| \`${name}\` | ${summary.replaceAll('|', '\\|')} |`);
  return ['', '## Every operator', '', '| | |', '|---|---|', ...rows, ''].join('\n');
}
