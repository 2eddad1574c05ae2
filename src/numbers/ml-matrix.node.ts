/**
 * ml-matrix in Node, loaded at first use: most claims need no decomposition, and every command
 * starts faster without it.
 */
import { createRequire } from 'node:module';

let loaded: typeof import('ml-matrix') | null = null;
export const mlMatrix = (): typeof import('ml-matrix') =>
  (loaded ??= createRequire(import.meta.url)('ml-matrix') as typeof import('ml-matrix'));
