#!/usr/bin/env node
/** Starts the program. Whatever fails on the way ends with exit code 5, which no verdict has. */

import { keepCompiledCode } from './compile-cache.ts';

/** The exit code of a defect; written here, since nothing else may have loaded. */
const defect = 5;

function crash(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = text.split('\n')[0] ?? '';
  try {
    process.stderr.write(`elenchus: the program crashed, which is not a verdict: ${message}\n`);
    if (process.env['ELENCHUS_DEBUG'] !== undefined) process.stderr.write(`${text}\n`);
    if (process.argv.includes('--json') && process.stdout.bytesWritten === 0)
      process.stdout.write(`${JSON.stringify({ defect: message }, null, 2)}\n`);
  } finally {
    process.exit(defect);
  }
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
try {
  keepCompiledCode();
  const { program } = await import('./program.ts');
  process.exitCode = await program(process.argv.slice(2));
} catch (error) {
  crash(error);
}
