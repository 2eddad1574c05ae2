/** Straight-line programs that evaluate expressions on whole numbers in float64. */
import type { Expr } from '../../language/ast.ts';
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { spend } from '../../numbers/counted-work.ts';
import { compileExpr } from '../../evaluate/compile.ts';
import { scopeOf, type Code } from '../../evaluate/scope.ts';
import { namesIn } from '../../evaluate/names.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import { tensor } from '../../numbers/tensor.ts';
import {
  abs,
  add,
  div,
  mul,
  Recorder,
  relu,
  sub,
  unrecordable,
  type Register,
} from './recorder.ts';

/** Products and sums of whole numbers up to this size are exact in float64. */
const exactBelow = 2 ** 52;

/** Straight-line code for the expressions at one size of all dimensions. */
interface Program {
  readonly operations: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly target: Int32Array;
  readonly registers: Float64Array;
  /** First register of each name's entries, members of a family one behind the other. */
  readonly inputs: readonly {
    readonly name: string;
    readonly first: Register;
    readonly count: number;
  }[];
  readonly outputs: readonly Int32Array[];
}

const symbolic = (value: Value<Q>, recorder: Recorder): Value<Register> | null => {
  if (value.kind === 'tensor')
    return {
      kind: 'tensor',
      tensor: tensor(
        value.tensor.shape,
        value.tensor.data.map(() => recorder.input()),
      ),
    };
  if (value.kind !== 'family') return null;
  const members = value.members.map((m) => symbolic(m, recorder));
  return members.some((m) => m === null)
    ? null
    : { kind: 'family', members: members as Value<Register>[] };
};

const record = (
  codes: readonly Code[],
  names: ReadonlySet<string>,
  at: Assignment<Q>,
): Program | null => {
  const recorder = new Recorder();
  const values = new Map<string, Value<Register>>();
  const inputs: { name: string; first: Register; count: number }[] = [];
  for (const name of names) {
    const value = at.values.get(name);
    const first = recorder.constants.length;
    const made = value === undefined ? null : symbolic(value, recorder);
    if (made === null) return null;
    values.set(name, made);
    inputs.push({ name, first, count: recorder.constants.length - first });
  }
  try {
    const scope = scopeOf(recorder, { dims: at.dims, values });
    const outputs = codes.map((code) => Int32Array.from(code(scope).data));
    return {
      operations: Uint8Array.from(recorder.operations),
      left: Int32Array.from(recorder.left),
      right: Int32Array.from(recorder.right),
      target: Int32Array.from(recorder.target),
      registers: Float64Array.from(recorder.constants, (c) => c ?? 0),
      inputs,
      outputs,
    };
  } catch (error) {
    if (unrecordable(error)) return null;
    throw error;
  }
};

/** Writes the entries of a value from a register on; false where one is not a whole number. */
const load = (value: Value<Q>, registers: Float64Array, first: number): number => {
  if (value.kind === 'family') {
    let next = first;
    for (const m of value.members) {
      next = load(m, registers, next);
      if (next < 0) return -1;
    }
    return next;
  }
  if (value.kind !== 'tensor') return -1;
  const { data } = value.tensor;
  for (let i = 0; i < data.length; i++) {
    const x = data[i];
    if (typeof x !== 'number' || x > exactBelow || x < -exactBelow) return -1;
    registers[first + i] = x;
  }
  return first + data.length;
};

/** Runs the steps; false as soon as a result is not a whole number or too large to be exact. */
const run = ({ operations, left, right, target, registers: r }: Program): boolean => {
  spend(operations.length / 512);
  for (let i = 0; i < operations.length; i++) {
    const a = r[left[i] as number] as number;
    const b = r[right[i] as number] as number;
    let x: number;
    switch (operations[i]) {
      case add:
        x = a + b;
        break;
      case sub:
        x = a - b;
        break;
      case mul:
        x = a * b;
        break;
      case div:
        if (b === 0 || a % b !== 0) return false;
        x = a / b;
        break;
      case relu:
        x = a > 0 ? a : 0;
        break;
      case abs:
        x = a < 0 ? -a : a;
        break;
      default:
        return false;
    }
    if (x > exactBelow || x < -exactBelow) return false;
    r[target[i] as number] = x;
  }
  return true;
};

/** The number of entries of a value; -1 if it does not have entries. */
const loadExactly = (value: Value<Q>, registers: Q[], first: number): number => {
  if (value.kind === 'family')
    return value.members.reduce(
      (next, m) => (next < 0 ? next : loadExactly(m, registers, next)),
      first,
    );
  if (value.kind !== 'tensor') return -1;
  value.tensor.data.forEach((x, i) => {
    registers[first + i] = x;
  });
  return first + value.tensor.data.length;
};

/**
 * The same steps over the rationals: slower, but without the detours of the general way. False at a
 * division by zero.
 */
const runExactly = ({ operations, left, right, target }: Program, r: Q[]): boolean => {
  for (let i = 0; i < operations.length; i++) {
    const a = r[left[i] as number] as Q;
    const b = r[right[i] as number] as Q;
    const to = target[i] as number;
    switch (operations[i]) {
      case add:
        r[to] = rationals.add(a, b);
        break;
      case sub:
        r[to] = rationals.sub(a, b);
        break;
      case mul:
        r[to] = rationals.mul(a, b);
        break;
      case div:
        if (b === 0) return false;
        r[to] = rationals.div(a, b);
        break;
      case relu:
        r[to] = rationals.sign(a) === 1 ? a : 0;
        break;
      case abs:
        r[to] = rationals.sign(a) === -1 ? rationals.neg(a) : a;
        break;
      default:
        return false;
    }
  }
  return true;
};

/** Programs are made for a size that occurs for the third time, up to a number of sizes. */
const worthwhile = 3;
const mostPrograms = 160;

/** Expressions whose values at whole numbers are wanted many times. */
export class Fast {
  private readonly exprs: readonly Expr[];
  private codes: readonly Code[] | null = null;
  private readonly names: ReadonlySet<string>;
  private readonly programs = new Map<string, Program | null | number>();

  constructor(exprs: readonly Expr[]) {
    this.exprs = exprs;
    const names = new Set<string>();
    for (const e of exprs) namesIn(e, names);
    this.names = names;
  }

  private programFor(at: Assignment<Q>): Program | null {
    let key = '';
    for (const n of at.dims.values()) key += `${n},`;
    const known = this.programs.get(key);
    if (known !== undefined && typeof known !== 'number') return known;
    const times = (known ?? 0) + 1;
    if (times < worthwhile || this.programs.size >= mostPrograms) {
      this.programs.set(key, times);
      return null;
    }
    this.codes ??= this.exprs.map(compileExpr);
    const made = record(this.codes, this.names, at);
    this.programs.set(key, made);
    return made;
  }

  /**
   * The exact values of the expressions, each a list of rationals; null where they are not to be
   * had this way.
   */
  rational(at: Assignment<Q>): readonly (readonly Q[])[] | null {
    const program = this.programFor(at);
    if (program === null) return null;
    const registers: Q[] = Array.from(program.registers);
    for (const { name, first, count } of program.inputs) {
      const value = at.values.get(name);
      if (value === undefined || loadExactly(value, registers, first) !== first + count)
        return null;
    }
    return runExactly(program, registers)
      ? program.outputs.map((slots) => Array.from(slots, (slot) => registers[slot] ?? 0))
      : null;
  }

  /**
   * The exact values of the expressions, each a list of whole numbers; null where they are not to
   * be had this way.
   */
  values(at: Assignment<Q>): readonly Float64Array[] | null {
    const program = this.programFor(at);
    if (program === null) return null;
    for (const { name, first, count } of program.inputs) {
      const value = at.values.get(name);
      if (value === undefined || load(value, program.registers, first) !== first + count)
        return null;
    }
    if (!run(program)) return null;
    return program.outputs.map((slots) => {
      const out = new Float64Array(slots.length);
      for (let i = 0; i < slots.length; i++)
        out[i] = program.registers[slots[i] as number] as number;
      return out;
    });
  }
}
