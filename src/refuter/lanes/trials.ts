/** Judges the trials of a block: met, unmet, undefined or suspicious. */
import type { Claim, Declaration } from '../../language/ast.ts';
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { spend } from '../../numbers/counted-work.ts';
import type { Q } from '../../numbers/rational.ts';
import { tensor } from '../../numbers/tensor.ts';
import { valuesOf, zeroOrOne, type DrawStyle, type Words } from './draws.ts';
import { emit, type Program } from './emit.ts';
import { fromFloat } from './exact.ts';
import { entriesOf, type Node } from './graph.ts';
import { recordBytes, steps } from './record-layout.ts';
import { lower } from './lower.ts';
import type { Chosen, Judged, Lowered, Truth } from './lowered.ts';
import { Machine } from './machine.ts';
import { outsideSteps } from './outside.ts';
import { exactUnit } from './stand-ins.ts';
import { writeTable } from './tables.ts';

/** What floating point says of one trial; only a suspicious one is worth an exact look. */
export const [passesCode, unmetCode, undefinedCode, suspiciousCode] = [0, 1, 2, 3] as const;

/**
 * How near two sides must be to count as equal, and how far as different, relative to their size if
 * that is over 1.
 */
const near = 1e-9;
const far = 1e-6;

// truth values: 1 and -1 clear, 0 too near to tell, 2 where something is undefined
const undefinedHere = 2;
/** Does the left side decide, so that the right side needs no value? */
const excuses = (how: 'and' | 'or' | 'implies' | 'iff', a: number): boolean =>
  how === 'or' ? a > 0 : how !== 'iff' && a < 0;
const joined = (how: 'and' | 'or' | 'implies' | 'iff', a: number, b: number): number => {
  if (a === undefinedHere || (b === undefinedHere && !excuses(how, a))) return undefinedHere;
  if (b === undefinedHere) return how === 'and' ? -1 : 1;
  switch (how) {
    case 'and':
      return a < b ? a : b;
    case 'or':
      return a > b ? a : b;
    case 'implies':
      return -a > b ? -a : b;
    case 'iff':
      return a * b;
  }
};

/** Work of one step on one lane. */
const laneWork = 1 / 1000;
const recordWords = recordBytes / 4;

let machine: Machine | null = null;
let loaded: Program | null = null;

/**
 * A claim at one size, ready to run all its lanes at once, again and again, without allocating
 * anything.
 */
export class LaneTrials {
  readonly lowered: Lowered;
  readonly program: Program;
  private readonly claim: Claim;
  private readonly dims: ReadonlyMap<string, number>;
  private readonly chosen: ReadonlyMap<string, Chosen>;
  private readonly places = new Map<Node, number>();
  private readonly verdicts: Int8Array;
  private readonly codes: Uint8Array;

  /** Throws `Unlaned` where the claim is not for the machine. */
  constructor(
    claim: Claim,
    dims: ReadonlyMap<string, number>,
    chosen: ReadonlyMap<string, Chosen>,
    mostLanes = 64,
  ) {
    this.claim = claim;
    this.dims = dims;
    this.chosen = chosen;
    this.lowered = lower(claim, dims, chosen);
    const { graph, raw, values, judged } = this.lowered;
    this.program = emit(
      graph.nodes,
      [...raw.map((r) => r.node), ...values.values()],
      judged,
      mostLanes,
    );
    for (const { into } of judged)
      for (const node of into) this.places.set(node, this.program.place(node));
    this.verdicts = new Int8Array(judged.length * this.lanes);
    this.codes = new Uint8Array(this.lanes);
  }

  get lanes(): number {
    return this.program.lanes;
  }
  /** The machine's memory with this program in it; all numbers drawn for another one are gone. */
  memory(): Float64Array {
    machine ??= new Machine(outsideSteps, steps.outside);
    const { program } = this;
    if (loaded !== program) {
      machine.reserve(program.bytes);
      machine.write(program.records, program.from);
      for (const { node, at } of program.tables)
        writeTable(machine.numbers, node, at, program.lanes);
      loaded = program;
    }
    return machine.numbers;
  }
  place(node: Node): number {
    const known = this.places.get(node);
    if (known !== undefined) return known;
    const at = this.program.place(node);
    this.places.set(node, at);
    return at;
  }

  /** Draws all numbers of all lanes. */
  draw(words: Words, style: DrawStyle): void {
    const memory = this.memory();
    for (const { name, node, declaration } of this.lowered.raw) {
      const length = entriesOf(node) * this.lanes;
      const at = this.place(node);
      const has = (a: string): boolean => declaration?.attributes.some((x) => x === a) === true;
      words.fill(
        memory,
        at,
        length,
        name.startsWith(' off ')
          ? zeroOrOne
          : valuesOf(
              style,
              has('positive') ? 'positive' : has('nonnegative') ? 'nonnegative' : 'any',
            ),
      );
      if (declaration !== null) this.shape(memory, at, node, declaration);
    }
  }
  private shape(memory: Float64Array, at: number, node: Node, { attributes }: Declaration): void {
    const { lanes } = this;
    const n = node.cols;
    for (const a of attributes) {
      if (a === 'symmetric' || a === 'antisymmetric' || a === 'diagonal') {
        for (let i = 0; i < node.rows; i++) {
          for (let j = 0; j < i; j++) {
            const [low, high] = [at + (i * n + j) * lanes, at + (j * n + i) * lanes];
            for (let lane = 0; lane < lanes; lane++) {
              const x = memory[high + lane] as number;
              if (a === 'diagonal') memory[high + lane] = memory[low + lane] = 0;
              else memory[low + lane] = a === 'symmetric' ? x : -x;
            }
          }
          if (a === 'antisymmetric')
            memory.fill(0, at + i * (n + 1) * lanes, at + i * (n + 1) * lanes + lanes);
        }
      }
      if (a === 'nonzero')
        for (let lane = 0; lane < lanes; lane++) if (memory[at + lane] === 0) memory[at + lane] = 1;
    }
  }

  run(): void {
    this.memory();
    spend((this.program.records.length / recordWords) * this.lanes * laneWork);
    machine?.run(this.program.from, this.program.end, this.lanes);
    this.told = false;
  }
  /** Has what only points are read from been computed since the last run? */
  private told = false;

  /**
   * What floating point says of every lane, as one of these codes; overwritten by the
   * next run.
   */
  judge(): Uint8Array {
    const { lowered, verdicts, codes, lanes } = this;
    let n = 0;
    /** Writes the verdicts of a formula into a row of its own and answers the row's number. */
    const write = (f: Truth): number => {
      if (f.kind === 'judged') {
        const row = n++;
        this.judged(f.judged, row * lanes);
        return row;
      }
      if (f.kind === 'not') {
        const row = write(f.body);
        for (let i = row * lanes; i < (row + 1) * lanes; i++)
          if (verdicts[i] !== undefinedHere) verdicts[i] = -(verdicts[i] as number);
        return row;
      }
      const row = write(f.left);
      const [to, from] = [row * lanes, write(f.right) * lanes];
      for (let i = 0; i < lanes; i++)
        verdicts[to + i] = joined(f.kind, verdicts[to + i] as number, verdicts[from + i] as number);
      return row;
    };
    const hypotheses = lowered.hypotheses.map(write);
    const conclusion = write(lowered.conclusion) * lanes;
    for (let i = 0; i < lanes; i++) {
      let met = 1;
      for (const row of hypotheses) {
        const truth = verdicts[row * lanes + i] as number;
        if (truth === undefinedHere) met = undefinedHere;
        else if (met !== undefinedHere && truth < met) met = truth;
      }
      const truth = verdicts[conclusion + i] as number;
      codes[i] =
        met === undefinedHere || truth === undefinedHere
          ? undefinedCode
          : met === -1
            ? unmetCode
            : truth !== 1
              ? suspiciousCode
              : met === 1
                ? passesCode
                : unmetCode;
    }
    return codes;
  }
  private judged({ relation, into }: Judged, to: number): void {
    const memory = this.memory();
    const { lanes, verdicts } = this;
    const [gapAt, sizeAt, excessAt] = into.map((node) => this.places.get(node) as number) as [
      number,
      number,
      number,
    ];
    for (let i = 0; i < lanes; i++) {
      const gap = memory[gapAt + i] as number;
      const size = Math.max(1, memory[sizeAt + i] as number);
      // whatever is not below infinity is infinite or no number
      if (!(gap < Infinity) || !(size < Infinity)) {
        verdicts[to + i] = undefinedHere;
        continue;
      }
      const by = relation === '=' ? gap : (memory[excessAt + i] as number);
      verdicts[to + i] =
        relation === '<'
          ? by < -near * size
            ? 1
            : by >= far * size
              ? -1
              : 0
          : by <= near * size
            ? 1
            : by >= far * size
              ? -1
              : 0;
    }
  }

  /** The point of a lane, exactly; null where it has no exact form. */
  point(lane: number): Assignment<Q> | null {
    const memory = this.memory();
    if (!this.told) machine?.run(this.program.end, this.program.last, this.lanes);
    this.told = true;
    const numbers = (node: Node): number[] =>
      Array.from(
        { length: entriesOf(node) },
        (_, i) => memory[this.place(node) + i * this.lanes + lane] as number,
      );
    const values = new Map<string, Value<Q>>();
    for (const d of this.claim.declarations) {
      const chosen = this.chosen.get(d.name);
      if (chosen?.kind === 'unit') {
        values.set(d.name, { kind: 'activation', activation: exactUnit(chosen.fn) });
        continue;
      }
      const node =
        this.lowered.values.get(d.name) ?? this.lowered.raw.find((r) => r.name === d.name)?.node;
      if (node === undefined) return null;
      const data = numbers(node);
      if (!data.every(Number.isFinite)) return null;
      if (chosen?.kind === 'function') {
        const map = chosen.map.exact(data);
        if (map === null) return null;
        values.set(d.name, { kind: 'function', map });
      } else if (d.type.kind === 'tensor') {
        const shape = d.type.shape.map((dim) =>
          /^\d+$/.test(dim) ? Number(dim) : (this.dims.get(dim) ?? 1),
        );
        values.set(d.name, { kind: 'tensor', tensor: tensor(shape, data.map(fromFloat)) });
      }
    }
    return { dims: this.dims, values };
  }
}
