/**
 * Bytes of a WebAssembly module with one function and one imported memory: the few instructions
 * that the kernels use.
 */

/** Code of a function, as bytes. */
export type Code = readonly number[];

const unsigned = (value: number): number[] => {
  const out: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) return [...out, low];
    out.push(low | 0x80);
  }
};

const signed = (value: number): number[] => {
  const out: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0))
      return [...out, low];
    out.push(low | 0x80);
  }
};

const vector = (operation: number): number[] => [0xfd, ...unsigned(operation)];

/** The number of a local variable. */
export type Local = number;

export const get = (x: Local): Code => [0x20, ...unsigned(x)];
export const set = (x: Local, value: Code): Code => [...value, 0x21, ...unsigned(x)];
export const int = (value: number): Code => [0x41, ...signed(value)];
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
/** Adds to a local. */
export const advance = (x: Local, by: Code): Code => set(x, plus(get(x), by));
/** A whole number of 32 bits in memory, `offset` bytes behind an address. */
export const loadInt = (address: Code, offset: number): Code => [
  ...address,
  0x28,
  2,
  ...unsigned(offset),
];
/** Two float64 in memory. */
export const loadPair = (address: Code, offset: number): Code => [
  ...address,
  ...vector(0x00),
  3,
  ...unsigned(offset),
];
export const storePair = (address: Code, value: Code, offset: number): Code => [
  ...address,
  ...value,
  ...vector(0x0b),
  3,
  ...unsigned(offset),
];
/** The float64 at an address, twice. */
export const loadTwice = (address: Code, offset: number): Code => [
  ...address,
  ...vector(0x0a),
  3,
  ...unsigned(offset),
];
/** The same float64 twice. */
export const pair = (value: number): Code => [
  0x44,
  ...new Uint8Array(new Float64Array([value]).buffer),
  ...vector(0x14),
];

/** Operations on two pairs, or on one where `unary` names them. */
export const pairwise = {
  add: 0xf0,
  sub: 0xf1,
  mul: 0xf2,
  div: 0xf3,
  min: 0xf4,
  max: 0xf5,
} as const;
export const unary = { abs: 0xec, neg: 0xed, sqrt: 0xef } as const;
export const on2 = (operation: number, a: Code, b: Code): Code => [
  ...a,
  ...b,
  ...vector(operation),
];
export const on1 = (operation: number, a: Code): Code => [...a, ...vector(operation)];
/** All bits where a > b, else none. */
export const greater = (a: Code, b: Code): Code => on2(0x4a, a, b);
export const bitsAnd = (a: Code, b: Code): Code => on2(0x4e, a, b);

/** Runs the body while a counter counts down from a positive number to 0. */
export const countdown = (counter: Local, from: Code, body: Code): Code => [
  ...set(counter, from),
  0x03,
  0x40,
  ...body,
  ...advance(counter, int(-1)),
  ...get(counter),
  0x0d,
  0,
  0x0b,
];
/** Runs the body until an address has reached its end; at least once. */
export const until = (address: Local, end: Code, body: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...get(address),
  ...end,
  0x48,
  0x0d,
  0,
  0x0b,
];
export const when = (condition: Code, then: Code, otherwise: Code = []): Code => [
  ...condition,
  0x04,
  0x40,
  ...then,
  ...(otherwise.length > 0 ? [0x05, ...otherwise] : []),
  0x0b,
];
export const equals = (a: Code, b: Code): Code => [...a, ...b, 0x46];
export const isMore = (a: Code, b: Code): Code => [...a, ...b, 0x4a];
/** Calls an imported function that answers nothing. */
export const callOut = (fn: number, ...args: readonly Code[]): Code => [
  ...args.flat(),
  0x10,
  ...unsigned(fn),
];

const section = (id: number, content: Code): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
];
const text = (s: string): number[] => [s.length, ...s.split('').map((c) => c.charCodeAt(0))];

const i32 = 0x7f;
const v128 = 0x7b;

/**
 * A module that imports `env.memory` and `env.apply` (of one whole number) and exports `run` (of
 * `params` whole numbers), with further locals behind the parameters: first whole numbers, then
 * pairs.
 */
export const moduleOf = (
  params: number,
  ints: number,
  pairs: number,
  body: Code,
): Uint8Array<ArrayBuffer> => {
  const locals = [2, ...unsigned(ints), i32, ...unsigned(pairs), v128];
  const code = [...locals, ...body, 0x0b];
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, [
      2,
      0x60,
      1,
      i32,
      0,
      0x60,
      ...unsigned(params),
      ...Array.from({ length: params }, () => i32),
      0,
    ]),
    ...section(2, [
      2,
      ...text('env'),
      ...text('memory'),
      0x02,
      0x00,
      1,
      ...text('env'),
      ...text('apply'),
      0x00,
      0,
    ]),
    ...section(3, [1, 1]),
    ...section(7, [1, ...text('run'), 0x00, 1]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
};
