/**
 * What the attacks on the kernel's boundary share: every exported function, and its answer told by
 * types alone.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isSealed } from '../../src/kernel/seal.ts';
import { write } from '../../src/kernel/formula.ts';
import { Theorem } from '../../src/kernel/theorem.ts';
import { samples } from './boundary-samples.ts';

export type Callable = (...args: readonly unknown[]) => unknown;
export const root = join(import.meta.dirname, '../../src/kernel');
export const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.ts'),
);
export const rooms = await Promise.all(
  files.map(async (f) => ({
    room: f.replace(/\.ts$/, ''),
    exports: (await import(join(root, f))) as Record<string, unknown>,
  })),
);

export const callables = rooms.flatMap(({ room, exports }) =>
  Object.entries(exports).flatMap(([name, value]) =>
    typeof value === 'function' ? [{ key: `${room} ${name}`, call: value as Callable }] : [],
  ),
);
export const attacked = callables.filter(({ key }) => key in samples);

/** A result as a text, by types alone: nothing in it may be an object of the attacker. */
export function told(x: unknown): string {
  if (x instanceof Theorem) return [x.conclusion, ...x.hypotheses].map(write).join(' | ');
  if (typeof x === 'bigint') return `${x}n`;
  if (typeof x === 'function') return 'function';
  if (typeof x !== 'object' || x === null) return `${typeof x} ${String(x)}`;
  if (x instanceof Map) return `Map ${told([...(x as Iterable<unknown>)])}`;
  if (Array.isArray(x)) return `[${x.map(told).join()}]`;
  expect([Object.prototype, null]).toContain(Object.getPrototypeOf(x));
  const sealed = isSealed(x as never) ? 'sealed ' : '';
  return `${sealed}{${Object.entries(x).map(([k, v]) => `${k}: ${told(v)}`)}}`;
}
/** What a call answers; null for a refusal. */
export function answer(call: Callable, args: readonly unknown[]): string | null {
  let result: unknown;
  try {
    result = call(...args);
  } catch {
    return null;
  }
  return told(result);
}
