/**
 * The kernel's boundary, attacked at every place of every exported function: a value that is not a
 * string, bigint, number or boolean by its type is refused; an object that changes its mind is read
 * once.
 */
import { describe, expect, test } from 'vitest';
import { samples } from './boundary-samples.ts';
import { answer, attacked, callables, rooms } from './boundary-tools.ts';
import { scalar } from './tools.ts';

/** Exports that no attack of the table is made on, and why none is needed. */
const spared: readonly (readonly [RegExp, why: string])[] = [
  [/^entry /, 'what reads values from outside: each is attacked through those that call it'],
  [/^(facts|citations)\//, 'statements of terms alone, built with what graph and formula export'],
  [
    /^rules\/[\w-]+ \w+Rules$|^sequent takeMake$/,
    'takes the power to make theorems, which is gone',
  ],
  [/^rules\/tools /, 'reads theorems; makes none'],
  [/^(theorem|sequent) Theorem$/, 'the class, attacked in forged.test.ts'],
  [/^theorem (freshName|atMost|indexTerm|residue|orderResidue)$/, 'exported by a rule’s file too'],
  [/^occurrence occursIn$/, 'answers about the head of a sealed term; makes nothing'],
  [/^write /, 'a text alone; rules write sealed terms, and labels need no trust'],
  [/^(refuse|brand) |^seal (fail|KernelError)$/, 'refusals and marks'],
  [/^seal (tell|slotDims|same)$/, 'said once at loading, or a list of dimensions alone'],
  [/^powers (noPowers|addPower)$/, 'changes an object of the caller alone'],
  [/^ratio (plus|times|negative|isZero|ratioText|power)$/, 'arithmetic; terms take copies'],
  [/^mean-symbols /, 'texts alone'],
  [/^mean-definitions /, 'called by the kernel alone, with terms that it made'],
  [/^random-variable (cumulant|meanPiece)$/, 'parts of a law that was read: terms, and no theorem'],
  [/^rules\/means lawExists$/, 'a statement of a law, and no theorem'],
  [
    /^(by-parts|expectation|integrable|layer-means|connected-part|closed-means|mean-names|smoothed|sign-flips) /,
    'means: terms, and no theorem',
  ],
];

const isPlain = (x: object): boolean =>
  Array.isArray(x) ||
  x instanceof Map ||
  (!Object.isFrozen(x) && Object.getPrototypeOf(x) === Object.prototype);
interface Place {
  readonly path: string;
  readonly value: unknown;
  /** The arguments with another value here. */
  readonly put: (value: unknown) => unknown;
}
/** Every place in a value that an attacker makes: the inside of a kernel object is not one. */
function placesOf(x: unknown, path: string, put: (value: unknown) => unknown): Place[] {
  const here: Place = { path, value: x, put };
  if (typeof x !== 'object' || x === null || !isPlain(x) || x instanceof Map) return [here];
  const inside = Object.entries(x).flatMap(([key, value]) =>
    placesOf(value, `${path}.${key}`, (other) =>
      put(
        Array.isArray(x)
          ? x.map((v: unknown, i) => (String(i) === key ? other : v))
          : { ...x, [key]: other },
      ),
    ),
  );
  return [here, ...inside];
}
const placesIn = (args: readonly unknown[]): Place[] => placesOf(args, '', (x) => x).slice(1);

/** Things that pass for a primitive where nobody asks for its type. */
function disguises(value: unknown): unknown[] {
  const say = (k: number): unknown => (k === 0 ? value : 1);
  const changing = (): (() => unknown) => {
    let k = 0;
    return () => say(k++);
  };
  class Text extends String {
    override toString(): string {
      return String(value);
    }
  }
  return [
    Object(value),
    new Text(String(value)),
    { toString: changing(), valueOf: changing() },
    { [Symbol.toPrimitive]: changing() },
    new Proxy(Object(value) as object, {}),
    [value],
    Symbol('x'),
    () => value,
  ];
}
const isPrimitive = (x: unknown): boolean => typeof x !== 'object' && typeof x !== 'function';

/** Another value of the same type. */
const other = (x: unknown): unknown =>
  typeof x === 'string'
    ? `${x}2`
    : typeof x === 'number'
      ? x + 1
      : typeof x === 'bigint'
        ? -x
        : typeof x === 'boolean'
          ? !x
          : Array.isArray(x)
            ? x.slice(1)
            : scalar('elsewhere');

/** The object, with a property that answers truly a number of times and then otherwise. */
const fickle = (x: object, key: string, delay: number, by: 'getter' | 'proxy'): object => {
  const truth = (x as Record<string, unknown>)[key];
  let reads = 0;
  const read = (): unknown => (reads++ < delay ? truth : other(truth));
  if (by === 'proxy')
    return new Proxy(Array.isArray(x) ? [...(x as unknown[])] : { ...x }, {
      get: (t, k) => (k === key ? read() : (Reflect.get(t, k) as unknown)),
    });
  const copy: object = Array.isArray(x) ? [...(x as unknown[])] : { ...x };
  return Object.defineProperty(copy, key, { enumerable: true, get: read });
};
/** Lists whose own methods lie, and whose length changes. */
const lists = (x: readonly unknown[], delay: number): unknown[] => {
  let asked = 0;
  const turn = (): readonly unknown[] => (asked++ < delay ? x : x.slice(1));
  return [
    Object.assign([...x], { map: () => [], flatMap: () => [], every: () => true, slice: () => [] }),
    Object.assign([...x], { [Symbol.iterator]: () => turn().values() }),
    new Proxy([...x], {
      get: (t, k) => (k === 'length' ? turn().length : (Reflect.get(t, k) as unknown)),
    }),
  ];
};

test('every exported function is attacked, or listed with a reason', () => {
  const unattacked = callables
    .map(({ key }) => key)
    .filter((key) => !(key in samples) && !spared.some(([pattern]) => pattern.test(key)));
  expect(unattacked).toEqual([]);
  const gone = Object.keys(samples).filter((key) => !callables.some((c) => c.key === key));
  expect(gone).toEqual([]);
});

test('what is exported besides functions cannot be changed', () => {
  const open: string[] = [];
  const look = (x: unknown, path: string): void => {
    if (typeof x !== 'object' || x === null) return;
    if (x instanceof Map || x instanceof Set || !Object.isFrozen(x)) open.push(path);
    for (const [key, value] of Object.entries(x)) look(value, `${path}.${key}`);
  };
  for (const { room, exports } of rooms)
    for (const [name, value] of Object.entries(exports)) look(value, `${room} ${name}`);
  expect(open).toEqual([]);
});

describe.each(attacked)('$key', ({ key, call }) => {
  const sample = samples[key] as () => readonly unknown[];
  const truth = answer(call, sample());

  test('answers an honest call', () => expect(truth).not.toBeNull());

  test('takes only primitives for primitives', () => {
    for (const { path, value, put } of placesIn(sample())) {
      if (!isPrimitive(value)) continue;
      disguises(value).forEach((disguise, k) => {
        const result = answer(call, put(disguise) as unknown[]);
        // a question about a name may be answered: nothing is known of an object
        if (
          result !== null &&
          !/^boolean false|^undefined|^object null|^function|^\[\]$/.test(result)
        )
          expect(result, `${path}, disguise ${k}`).toBe(truth);
      });
    }
  });

  test('takes nothing for its own that it did not make', () => {
    for (const { path, value, put } of placesIn(sample())) {
      if (typeof value !== 'object' || value === null || isPlain(value)) continue;
      const copies = [
        new Proxy(value, {}),
        { ...value },
        Object.freeze({ ...value }),
        Object.create(value) as object,
      ];
      for (const copy of copies) {
        const result = answer(call, put(copy) as unknown[]);
        if (result !== null && result !== 'boolean false') expect(result, path).toBe(truth);
      }
    }
  });

  test('reads what changes its mind once', () => {
    for (const { path, value, put } of placesIn(sample())) {
      if (typeof value !== 'object' || value === null || value instanceof Map || !isPlain(value))
        continue;
      for (const property of Object.keys(value)) {
        const changed = Array.isArray(value)
          ? value.map((v: unknown, i) => (String(i) === property ? other(v) : v))
          : { ...value, [property]: other((value as Record<string, unknown>)[property]) };
        const allowed = [null, truth, answer(call, put(changed) as unknown[])];
        for (const by of ['getter', 'proxy'] as const)
          for (let delay = 0; delay < 8; delay++) {
            const liar = fickle(value, property, delay, by);
            expect(allowed, `${path}.${property}, ${by}, ${delay}`).toContain(
              answer(call, put(liar) as unknown[]),
            );
          }
      }
      if (!Array.isArray(value)) continue;
      const shorter = [value.slice(1), value.slice(0, -1)];
      const allowed = [null, truth, ...shorter.map((x) => answer(call, put(x) as unknown[]))];
      for (let delay = 0; delay < 8; delay++)
        for (const liar of lists(value, delay))
          expect(allowed, `${path}, ${delay}`).toContain(answer(call, put(liar) as unknown[]));
    }
  });
});
