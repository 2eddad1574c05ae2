/** The memory and the function that run a compiled screening program. */
import { machineModule } from './kernels.ts';
import { fieldAt, recordBytes, type FieldName } from './record-layout.ts';
import { instantiate, newMemory, pageBytes } from './wasm.ts';

/** What JavaScript does at a step: lane by lane, on the numbers themselves. */
export type Outside = (memory: Float64Array, record: RecordView) => void;

/** A record's whole numbers; addresses and strides in float64, not in bytes. */
export interface RecordView {
  readonly lanes: number;
  /** The value in the record; for addresses and strides use `at`. */
  field(name: FieldName): number;
  /** An address or a stride, in float64. */
  at(name: FieldName): number;
  /** Takes a step of the kernels, given by the whole numbers of its record. */
  step(record: Int32Array): void;
}

/**
 * The memory that programs run in, and the one function that runs them. One program is in it at a
 * time.
 */
export class Machine {
  private readonly memory = newMemory(16);
  private readonly code: (from: number, end: number, laneBytes: number) => void;
  private readonly outside: readonly Outside[];
  private readonly firstOutside: number;
  private laneCount = 0;
  /** The memory as float64: taken anew after each `reserve`. */
  numbers = new Float64Array(this.memory.buffer);
  private words = new Int32Array(this.memory.buffer);

  constructor(outside: readonly Outside[], firstOutside: number) {
    this.outside = outside;
    this.firstOutside = firstOutside;
    this.code = instantiate(machineModule(), this.memory, (record) => this.apply(record));
  }

  /** Makes room for the given number of bytes. */
  reserve(bytes: number): void {
    const missing = bytes - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    this.memory.grow(Math.ceil(missing / pageBytes));
    this.numbers = new Float64Array(this.memory.buffer);
    this.words = new Int32Array(this.memory.buffer);
  }

  /** Writes records to an address in bytes. */
  write(records: Int32Array, at: number): void {
    this.words.set(records, at / 4);
  }

  run(from: number, end: number, lanes: number): void {
    this.laneCount = lanes;
    if (end > from) this.code(from, end, lanes * 8);
  }

  private readonly step = (record: Int32Array): void => {
    this.words.set(record);
    this.code(0, recordBytes, this.laneCount * 8);
  };

  private apply(record: number): void {
    const { words, laneCount } = this;
    const field = (name: FieldName): number => words[(record + fieldAt(name)) / 4] as number;
    const step = this.outside[field('step') - this.firstOutside];
    if (step === undefined) throw new Error(`the machine has no step ${field('step')}`);
    step(this.numbers, { lanes: laneCount, field, at: (name) => field(name) / 8, step: this.step });
  }
}
