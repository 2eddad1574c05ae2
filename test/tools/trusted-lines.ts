/** Counts the lines of what `proved` rests on: `npm run trusted-lines` prints them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export const trustedParts = [
  'src/kernel',
  'src/language',
  'src/prover/lowering',
  'src/operators',
] as const;

/** Lines of the TypeScript files under a folder. */
export const linesUnder = (folder: string): number =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .reduce((sum, file) => sum + lineCount(join(root, folder, file)), 0);

const lineCount = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

if (process.argv[1] === import.meta.filename)
  for (const part of trustedParts) process.stdout.write(`${part}  ${linesUnder(part)}\n`);
