/**
 * A file of the command together with the code that V8 made of it when the command was built: reading that is many
 * times faster than compiling. Another version of V8 refuses it and compiles the file as ever.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

export interface Loaded {
  readonly exports: unknown;
  /** Keeps the code that V8 has by now beside the file: that of each function that ran. */
  keep(): void;
}

const cacheOf = (file: string): string => `${file}.v8`;

/** Runs a CommonJS file, as `require` would; it loads others by `require` alone. */
export function load(file: string): Loaded {
  const source = readFileSync(file, 'utf8');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename: file,
    ...(existsSync(cacheOf(file)) ? { cachedData: readFileSync(cacheOf(file)) } : {}),
  });
  const made = { exports: {} };
  (script.runInThisContext() as (...names: unknown[]) => void)(made.exports, createRequire(file), made, file, dirname(file));
  return { exports: made.exports, keep: () => writeFileSync(cacheOf(file), script.createCachedData()) };
}
