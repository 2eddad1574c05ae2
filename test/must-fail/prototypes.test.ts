/**
 * What Object.prototype and Array.prototype were given does not matter to any exported function of
 * the kernel.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { samples } from './boundary-samples.ts';
import { answer, attacked, files, root, told } from './boundary-tools.ts';
import { scalar } from './tools.ts';

/** Names of properties that the kernel reads anywhere. */
const read = files.flatMap((f) =>
  [
    ...readFileSync(join(root, f), 'utf8').matchAll(
      /\.(\w+)\b(?!\()|\bown\(\w+, '(\w+)'\)|part\('(\w+)'\)/g,
    ),
  ].map((m) => (m[1] ?? m[2] ?? m[3]) as string),
);
// these make property descriptors: with one on Object.prototype nobody can define a property
const ofLanguage = new Set(['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'ts']);
const names = [...new Set([...read, 'n', 'm', 'z', 'i', '0', '1', '2', '3'])].filter(
  (name) => !ofLanguage.has(name) && !(name in Object.prototype) && !(name in []),
);

/** The results of calls with a property on a prototype; null for a refusal. */
function polluted(
  on: object,
  name: string,
  lie: PropertyDescriptor,
  calls: readonly (() => unknown)[],
): ({ readonly result: unknown } | null)[] {
  Object.defineProperty(on, name, lie);
  const results = calls.map((call) => {
    try {
      return { result: call() };
    } catch {
      return null;
    }
  });
  Reflect.deleteProperty(on, name);
  if (on === Array.prototype) Array.prototype.length = 0;
  return results;
}

describe('what prototypes were given does not matter', () => {
  const honest = attacked.map(({ key, call }) => {
    const args = (samples[key] as () => readonly unknown[])();
    return { key, run: () => call(...args), truth: answer(call, args) };
  });
  const calls = honest.map(({ run }) => run);
  const believed = (on: object, name: string, lie: PropertyDescriptor): string[] =>
    polluted(on, name, { configurable: true, ...lie }, calls).flatMap((found, i) => {
      const { key, truth } = honest[i] as (typeof honest)[number];
      return found === null || told(found.result) === truth ? [] : [`${key} with ${name}`];
    });
  const lies: readonly (readonly [string, unknown])[] = [
    ['a list', []],
    ['a number', 1],
    ['a coefficient', { num: -1n, den: 1n }],
    ['a term', scalar('elsewhere')],
    ['nothing', null],
  ];
  /**
   * What an object may leave out, so that a prototype could answer for it; and names of dimensions.
   */
  const absent = ['coefficient', 'powers', 'instead', 'drop', 'extra', 'uses', 'axioms', 'order'];
  const keys = [...absent, 'slots', 'args', 'n', 'm', '0', '1'];
  test.each(lies)(
    '%s on Object.prototype, where it could be missed',
    { timeout: 300_000 },
    (_, lie) =>
      expect(keys.flatMap((name) => believed(Object.prototype, name, { get: () => lie }))).toEqual(
        [],
      ),
  );
  test('a lie on Object.prototype, under every name that is read', { timeout: 300_000 }, () => {
    const found = names.flatMap((name, i) => {
      const [, lie] = lies[i % lies.length] as (typeof lies)[number];
      return believed(Object.prototype, name, { get: () => lie });
    });
    expect(found).toEqual([]);
  });
  test.each(lies)('%s on Array.prototype, at every small index', (_, lie) => {
    const descriptors: PropertyDescriptor[] = [
      { get: () => lie },
      { value: lie, writable: true },
      { value: lie },
    ];
    expect(
      ['0', '1', '2', '3', '4', '5'].flatMap((index) =>
        descriptors.flatMap((d) => believed(Array.prototype, index, d)),
      ),
    ).toEqual([]);
  });
});
