/** The command `init`: writes a sample note with claims. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { writeAtomically, WritingError } from '../records/write-atomically.ts';
import { starterNote } from '../writeup/starter-note.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse, NotWritten } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';

const defaultName = 'claims.md';

export const command: Command = {
  name: 'init',
  usage: ['elenchus init [note.md]'],
  summary: 'a starter note that teaches the language',
  about: `
Writes a starter note, claims.md unless another name is given: claims to be
checked. Nothing needs to be configured. An existing file is left as it is.`,
  options: [],
  examples: ['elenchus init', 'elenchus check claims.md'],
  run: init,
};

/**
 * `elenchus init [note.md]`: a note that teaches the language. There is nothing to configure. Never
 * overwrites.
 */
async function init(
  operands: readonly string[],
  _options: Options,
  output: Output,
): Promise<ExitCode> {
  const [file = defaultName, ...more] = operands;
  if (more.length > 0)
    throw new Misuse(`one note at a time, but ${operands.length} names were given`);
  if (!/\.md$/i.test(file))
    throw new Misuse(
      `the note is Markdown: give it a name that ends in .md, as elenchus init ${basename(file) || 'claims'}.md`,
    );
  const taken = new Misuse(
    `${file} is there already and is left as it is; give another name: elenchus init more-claims.md`,
  );
  if (existsSync(file)) throw taken;
  try {
    if (!(await writeAtomically(file, starterNote(file)))) throw taken;
  } catch (error) {
    if (error instanceof WritingError) throw new NotWritten(error.message);
    throw error;
  }
  output.document({ written: [file] });
  output.lines(
    output.quiet
      ? [file]
      : [
          `${file} is a note with six claims to try things on`,
          '',
          `  elenchus check ${file}`,
          `  elenchus check ${file} --write`,
        ],
  );
  return exitCode.good;
}
