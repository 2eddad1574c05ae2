/**
 * The sources as modules that Node itself loads: vitest would look up each import at each call, and
 * compile every source again in each worker.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from 'rolldown/utils';
import type { Plugin } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const sources = join(root, 'src');
const folder = '.test-modules';
const modules = join(root, folder, 'src');

/** What the runner of the tests leaves to Node. */
export const native = new RegExp(`/${folder}/`);

const moduleOf = (path: string): string =>
  join(modules, path.slice(sources.length)).replace(/\.ts$/, '.js');

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Without its types; all of them each time, in a quarter of a second, so that none is old. */
function compile(path: string): void {
  const { code, map, errors } = transformSync(path, readFileSync(path, 'utf8'), {
    lang: 'ts',
    target: 'es2023',
    sourcemap: true,
    typescript: { onlyRemoveTypeImports: true, rewriteImportExtensions: 'rewrite' },
  });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const to = moduleOf(path);
  const name = to.slice(to.lastIndexOf('/') + 1);
  write(to, `${code}//# sourceMappingURL=${name}.map\n`);
  write(`${to}.map`, JSON.stringify(map));
}

/** Watched tests take the sources as they are, since those change under them. */
const isRunOnce = process.argv.includes('run');

export function nativeModules(): Plugin {
  if (isRunOnce)
    for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts')) compile(join(sources, name));
  return {
    name: 'native-modules',
    enforce: 'pre',
    resolveId(id, from) {
      const path = id.startsWith('.') && from ? resolve(dirname(from), id) : id;
      return isRunOnce && path.startsWith(`${sources}/`) && path.endsWith('.ts')
        ? { id: moduleOf(path), external: true }
        : null;
    },
  };
}
