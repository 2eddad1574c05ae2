/** The command `facts`: lists the facts and strategies that a proof can name. */
import { statements } from '../prover/statements.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';

export const command: Command = {
  name: 'facts',
  usage: ['elenchus facts [words]'],
  summary: 'lists the facts and cited theorems that proofs may use',
  about: `
Lists the facts of algebra and the cited theorems, with their statements and
sources; with words, those that have all of them. In a written proof, use one
by its name: by norm of a product with A := W, B := V.`,
  options: [],
  examples: ['elenchus facts rank'],
  run: facts,
};

/** `elenchus facts [words]`: facts and cited theorems that have all the words. */
async function facts(
  operands: readonly string[],
  _options: Options,
  output: Output,
): Promise<ExitCode> {
  const found = statements(operands.flatMap((o) => o.split(/\s+/)).filter((w) => w !== ''));
  output.document(found.map((s) => ({ ...s })));
  output.lines(
    found.length === 0
      ? ['no fact and no cited theorem has all these words']
      : found.flatMap(({ name, statement, source }) => [
          `by ${name}`,
          ...(statement === null ? [] : [`    ${statement}`]),
          ...(source === null ? [] : [`    cited: ${source}`]),
        ]),
  );
  return exitCode.good;
}
