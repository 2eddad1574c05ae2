/**
 * ml-matrix in Node, loaded at first use: most claims need no decomposition, and every command
 * starts faster without it.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

let loaded: typeof import('ml-matrix') | null = null;
export const mlMatrix = (): typeof import('ml-matrix') => (loaded ??= whole());

/** A bounded run may be interrupted while the package loads, which leaves a part of it in the cache. */
function whole(): typeof import('ml-matrix') {
  forgetParts(load.resolve('ml-matrix'));
  return load('ml-matrix') as typeof import('ml-matrix');
}

function forgetParts(file: string): void {
  const kept = load.cache[file];
  if (kept === undefined || kept.loaded) return;
  Reflect.deleteProperty(load.cache, file);
  for (const { filename } of kept.children) forgetParts(filename);
}
