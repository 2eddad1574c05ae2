/** The fields of a step's record in memory. */

/** Steps of the machine. Those from `outside` on are done by JavaScript, lane by lane. */
export const steps = {
  matmul: 0,
  add: 1,
  sub: 2,
  mul: 3,
  div: 4,
  copy: 5,
  neg: 6,
  relu: 7,
  step: 8,
  abs: 9,
  sqrt: 10,
  /** The largest |a - b|, |a|, |b| and a - b so far: what relations are judged by. */
  gap: 11,
  size: 12,
  excess: 13,
  /** c + a b. */
  fused: 14,
  /** A number times a row transposed times the row, added to the upper half of a square. */
  update: 15,
  outside: 32,
} as const;

/** Whole numbers of a record, in this order; addresses and strides in bytes. */
export const fields = [
  'step',
  'count',
  'rows',
  'inner',
  'cols',
  'run',
  'c',
  'cCount',
  'cRow',
  'cCol',
  'a',
  'aCount',
  'aRow',
  'aCol',
  'b',
  'bCount',
  'bRow',
  'bCol',
  'aInner',
  'bInner',
  'accumulate',
  'narrower',
] as const;
export type FieldName = (typeof fields)[number];
export const recordBytes = fields.length * 4;
export const fieldAt = (name: FieldName): number => fields.indexOf(name) * 4;

/** Where records begin: before them is room for one that a step of JavaScript makes. */
export const firstRecord = 128;
