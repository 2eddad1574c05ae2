/**
 * A file of the command together with the code that V8 made of it when the command was built: reading that is many
 * times faster than compiling. Another version of V8 refuses it and compiles the file as ever.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

export interface Loaded {
  readonly exports: unknown;
  /** Whether V8 took the code that was kept. */
  readonly taken: boolean;
  /** Keeps the code that V8 has by now beside the file: that of each function that ran. */
  keep(): void;
}

const cacheOf = (file: string): string => `${file}.v8`;

function keptFor(file: string): Buffer | null {
  try {
    return readFileSync(cacheOf(file));
  } catch {
    // there is none, or not for this user: the file itself is enough
    return null;
  }
}

/** Runs a CommonJS file, as `require` would; it loads others by `require` alone. */
export function load(file: string): Loaded {
  const source = readFileSync(file, 'utf8');
  const kept = keptFor(file);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) { ${source}\n})`,
    {
      filename: file,
      ...(kept === null ? {} : { cachedData: kept }),
    },
  );
  const made = { exports: {} };
  (script.runInThisContext() as (...names: unknown[]) => void)(
    made.exports,
    createRequire(file),
    made,
    file,
    dirname(file),
  );
  return {
    exports: made.exports,
    taken: kept !== null && script.cachedDataRejected === false,
    keep: () => writeFileSync(cacheOf(file), script.createCachedData()),
  };
}
