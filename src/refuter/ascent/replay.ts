/** Runs a tape at a point: its outputs, and the gradient of one of them. */
import { spend } from '../../numbers/counted-work.ts';
import { scalarFunctions, type RealFunction } from '../../numbers/field.ts';
import { Calculus } from './calculus.ts';
import { diagonalise } from './jacobi.ts';
import { code, firstFunction, type Register, type Tape } from './tape.ts';
import { slopes, values as functions } from './unary.ts';

/** Units of work of a run, apart from its steps. */
const runWork = 1 / 12;
/** Units of work of one step. */
const stepWork = 1 / 900;
/** Units of work of a decomposition, times the cube of its side. */
const spectrumWork = 1 / 60;

/**
 * Units of work of an exact decomposition, and of an exact step on numbers too long for a machine
 * word.
 */
const [exactSpectrum, longStep] = [25, 1];
/** Units of work of an exact function of a matrix: roots and powers are enclosed in brackets. */
const exactCalculus = 400;
/** Numbers of such a degree are too long for a machine word. */
const longDegree = 14;

/** A tape made ready to be run many times. */
export class Replay {
  private readonly steps: Uint8Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly target: Int32Array;
  private readonly entries: Int32Array;
  private readonly inputs: Int32Array;
  private readonly taken: Tape['functions'];
  private readonly calculus: Calculus;
  private readonly registers: Float64Array;
  private readonly slope: Float64Array;
  private readonly work: number;
  /** About how many units of work the same takes in exact arithmetic, at small numbers. */
  readonly exactWork: number;
  private readonly scratch: Float64Array;
  private readonly result: Float64Array;
  private readonly pulled: Float64Array;
  private readonly vectors: Float64Array;
  private readonly spectra: Float64Array;

  constructor(tape: Tape, inputs: readonly Register[], outputs: readonly Register[]) {
    const live = new Uint8Array(tape.values.length);
    for (const o of outputs) live[o] = 1;
    const kept: number[] = [];
    let [work, side, exactWork] = [runWork, 1, 4];
    for (let i = tape.steps.length - 1; i >= 0; i--) {
      const to = tape.target[i] as number;
      const [a, b] = [tape.left[i] as number, tape.right[i] as number];
      const which = tape.steps[i];
      if (which === code.spectrum || which === code.calculus) {
        const width = which === code.spectrum ? b : b * b;
        if (!live.subarray(to, to + width).includes(1)) continue;
        const from = which === code.spectrum ? a : (tape.functions[a]?.from ?? 0);
        for (let k = 0; k < b * b; k++) live[tape.entries[from + k] as number] = 1;
        work += b * b * b * spectrumWork;
        exactWork += which === code.spectrum ? exactSpectrum : exactCalculus;
        side = Math.max(side, b);
      } else {
        if (live[to] !== 1) continue;
        live[a] = live[b] = 1;
        work += stepWork;
        exactWork += (tape.degrees[to] as number) > longDegree ? longStep : stepWork;
      }
      kept.push(i);
    }
    kept.reverse();
    this.steps = Uint8Array.from(kept, (i) => tape.steps[i] as number);
    this.left = Int32Array.from(kept, (i) => tape.left[i] as number);
    this.right = Int32Array.from(kept, (i) => tape.right[i] as number);
    this.target = Int32Array.from(kept, (i) => tape.target[i] as number);
    this.entries = Int32Array.from(tape.entries);
    this.inputs = Int32Array.from(inputs);
    this.registers = Float64Array.from(tape.values);
    this.slope = new Float64Array(tape.values.length);
    this.work = work;
    this.exactWork = exactWork;
    this.taken = tape.functions;
    this.calculus = new Calculus(side);
    this.scratch = new Float64Array(side * side);
    this.result = new Float64Array(side * side);
    this.pulled = new Float64Array(side * side);
    this.vectors = new Float64Array(side * side);
    this.spectra = new Float64Array(side);
  }

  /** How many steps there are. */
  get length(): number {
    return this.steps.length;
  }

  /** The number in a register after a run. */
  value(r: Register): number {
    return this.registers[r] as number;
  }

  /**
   * Runs the tape at a point. With `shake` each result is off by up to so much of itself, in a way
   * that depends on the sign of it: what comes out differently then is rounding.
   */
  run(point: Float64Array, shake = 0): void {
    spend(this.work);
    const { registers: r, steps, left, right, target, inputs } = this;
    for (let i = 0; i < inputs.length; i++) r[inputs[i] as number] = point[i] as number;
    for (let i = 0; i < steps.length; i++) {
      const [a, b, to] = [left[i] as number, right[i] as number, target[i] as number];
      switch (steps[i]) {
        case code.add:
          r[to] = (r[a] as number) + (r[b] as number);
          break;
        case code.sub:
          r[to] = (r[a] as number) - (r[b] as number);
          break;
        case code.mul:
          r[to] = (r[a] as number) * (r[b] as number);
          break;
        case code.div:
          r[to] = (r[a] as number) / (r[b] as number);
          break;
        case code.spectrum:
          this.decompose(a, b, null);
          for (let k = 0; k < b; k++) r[to + k] = this.spectra[k] as number;
          break;
        case code.calculus:
          this.applied(a, to, shake);
          break;
        default: {
          const fn = functions[(steps[i] as number) - firstFunction] as (x: number) => number;
          r[to] = fn(r[a] as number);
        }
      }
      if (shake === 0) continue;
      const by = ((Math.imul(i + Math.round(shake * 2 ** 46), 0x9e3779b1) >>> 16) & 255) / 128 - 1;
      r[to] = (r[to] as number) * (1 + shake * by);
    }
  }

  private decompose(first: number, n: number, vectors: Float64Array | null): void {
    const { entries, registers, scratch } = this;
    for (let k = 0; k < n * n; k++) scratch[k] = registers[entries[first + k] as number] as number;
    diagonalise(scratch, n, this.spectra, vectors);
  }

  private operand(which: number): { readonly f: RealFunction; readonly n: number } {
    const { registers: r, entries, scratch } = this;
    const { f, n, from } = this.taken[which] as Tape['functions'][number];
    for (let k = 0; k < n * n; k++) scratch[k] = r[entries[from + k] as number] as number;
    return { f, n };
  }

  /** A function of a matrix; each of its entries may be off by so much of the largest. */
  private applied(which: number, to: number, shake: number): void {
    const { registers: r, result } = this;
    const { f, n } = this.operand(which);
    this.calculus.value(f, this.scratch, n, result);
    let largest = 0;
    for (let k = 0; k < n * n; k++) largest = Math.max(largest, Math.abs(result[k] as number));
    for (let k = 0; k < n * n; k++)
      r[to + k] = (result[k] as number) + (k % 2 === 0 ? shake : -shake) * largest;
  }

  /** The gradient of an output at the point of the last run. */
  gradient(of: Register, into: Float64Array): void {
    spend(2 * this.work);
    const { registers: r, slope: d, steps, left, right, target, inputs } = this;
    d.fill(0);
    d[of] = 1;
    for (let i = steps.length - 1; i >= 0; i--) {
      const [a, b, to] = [left[i] as number, right[i] as number, target[i] as number];
      const which = steps[i] as number;
      if (which === code.spectrum || which === code.calculus) {
        if (which === code.spectrum) this.backwards(a, b, to);
        else this.pull(a, to);
        continue;
      }
      const s = d[to] as number;
      if (s === 0) continue;
      switch (which) {
        case code.add:
          d[a] = (d[a] as number) + s;
          d[b] = (d[b] as number) + s;
          break;
        case code.sub:
          d[a] = (d[a] as number) + s;
          d[b] = (d[b] as number) - s;
          break;
        case code.mul:
          d[a] = (d[a] as number) + s * (r[b] as number);
          d[b] = (d[b] as number) + s * (r[a] as number);
          break;
        case code.div: {
          const by = s / (r[b] as number);
          d[a] = (d[a] as number) + by;
          d[b] = (d[b] as number) - by * (r[to] as number);
          break;
        }
        default: {
          const fn = slopes[which - firstFunction] as (x: number, y: number) => number;
          d[a] = (d[a] as number) + s * fn(r[a] as number, r[to] as number);
        }
      }
    }
    for (let i = 0; i < inputs.length; i++) into[i] = d[inputs[i] as number] as number;
  }

  private pull(which: number, to: number): void {
    const { slope: d, entries, result, pulled } = this;
    const { f, n } = this.operand(which);
    let any = false;
    for (let k = 0; k < n * n; k++) {
      pulled[k] = d[to + k] as number;
      any ||= pulled[k] !== 0;
    }
    if (!any) return;
    this.calculus.slope(f, this.scratch, n, pulled, result);
    const { from } = this.taken[which] as Tape['functions'][number];
    for (let k = 0; k < n * n; k++) {
      const e = entries[from + k] as number;
      d[e] = (d[e] as number) + (result[k] as number);
    }
  }

  /** Of an eigenvalue with the vector v the slope is v v'. */
  private backwards(first: number, n: number, to: number): void {
    const { slope: d, vectors: v, entries } = this;
    let any = false;
    for (let k = 0; k < n; k++) any ||= d[to + k] !== 0;
    if (!any) return;
    this.decompose(first, n, v);
    for (let k = 0; k < n; k++) {
      const s = d[to + k] as number;
      if (s === 0) continue;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          const e = entries[first + i * n + j] as number;
          d[e] = (d[e] as number) + s * (v[i * n + k] as number) * (v[j * n + k] as number);
        }
    }
  }
}

if (functions.length !== scalarFunctions.length) throw new Error('a function without its value');
