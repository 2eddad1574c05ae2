/** Runs a tape at a point: its outputs, and the gradient of one of them. */
import { spend } from '../../numbers/counted-work.ts';
import { scalarFunctions } from '../../numbers/field.ts';
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
  private readonly registers: Float64Array;
  private readonly slope: Float64Array;
  private readonly work: number;
  /** About how many units of work the same takes in exact arithmetic, at small numbers. */
  readonly exactWork: number;
  private readonly scratch: Float64Array;
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
      if (tape.steps[i] === code.spectrum) {
        let used = false;
        for (let k = 0; k < b; k++) used ||= live[to + k] === 1;
        if (!used) continue;
        for (let k = 0; k < b * b; k++) live[tape.entries[a + k] as number] = 1;
        work += b * b * b * spectrumWork;
        exactWork += exactSpectrum;
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
    this.scratch = new Float64Array(side * side);
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

  /** The gradient of an output at the point of the last run. */
  gradient(of: Register, into: Float64Array): void {
    spend(2 * this.work);
    const { registers: r, slope: d, steps, left, right, target, inputs } = this;
    d.fill(0);
    d[of] = 1;
    for (let i = steps.length - 1; i >= 0; i--) {
      const [a, b, to] = [left[i] as number, right[i] as number, target[i] as number];
      const which = steps[i] as number;
      if (which === code.spectrum) {
        this.backwards(a, b, to);
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
