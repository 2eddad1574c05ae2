/** Tests that every filed counterexample still refutes its claim. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { checker } from '../../src/cli/checker.ts';
import { witnessDirectory } from '../../src/records/file-witness.ts';
import { readWitness } from '../../src/records/read-witness.ts';
import { replayWitness } from '../../src/records/replay.ts';
import { witnessName } from '../../src/records/witness.ts';

const files = existsSync(witnessDirectory)
  ? readdirSync(witnessDirectory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(witnessDirectory, name))
  : [];

test('every filed counterexample still refutes its claim, and none was edited', async () => {
  for (const file of files) {
    const witness = await readWitness(file);
    const { verdict, notes } = replayWitness(witness, basename(file), checker);
    expect.soft(verdict.verdict, file).toBe('refuted');
    expect.soft(notes, file).toEqual([]);
    expect.soft(witnessName(witness), file).toBe(basename(file));
  }
});
