/** Copies the type declarations that the package's exports reach from dist/src to dist/types: only those are shipped. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const [from, to] = [join(root, 'dist/src'), join(root, 'dist/types')];
const reached = new Set();

/** Follows the relative imports of a declaration file. */
function follow(file) {
  if (reached.has(file)) return;
  reached.add(file);
  const text = readFileSync(join(from, file), 'utf8');
  for (const [, target] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)) {
    const next = join(dirname(file), target).replace(/\.(?:ts|js)$/, '.d.ts');
    if (existsSync(join(from, next))) follow(next);
  }
}

rmSync(to, { recursive: true, force: true });
for (const entry of ['index', 'engine', 'arbitraries/index', 'vitest/index', 'documents/remark'])
  follow(`${entry}.d.ts`);
for (const file of reached) {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  copyFileSync(join(from, file), join(to, file));
}
