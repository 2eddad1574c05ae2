/** Tests that look for one planted fault after another: those that reach it, cheapest first. */
import { readFileSync } from 'node:fs';
import { replaceLoosely } from '../loose-text.ts';
import { collector, type CollectedTest } from './collected-tests.ts';
import { compiled, Modules, source } from './modules.ts';
import { marked, reachedSince } from './reach.ts';

/** A text of a file, replaced by another. */
export interface Planted {
  readonly name: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
}
/** A test, and which faults it reaches, by their numbers. */
export interface Course {
  readonly file: string;
  readonly index: number;
  readonly cost: number;
  readonly faults: readonly number[];
  /** Those that run while the file is read, or the tables of the tree that any test may read. */
  readonly early: readonly number[];
}

type Changed = { readonly path: string; readonly code: string };

async function changed({ name, path, from, to }: Planted): Promise<Changed> {
  const text = replaceLoosely(readFileSync(path, 'utf8'), from, to);
  if (text === null) throw new Error(`${name}: its text is not in ${path}`);
  return { path, code: await compiled(path, text) };
}

/** The files of the faults, with a mark in the function of each fault. */
async function withMarks(
  faults: readonly Planted[],
  numbers: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const offsets = new Map<string, Map<number, number>>();
  for (const number of numbers) {
    const fault = faults[number] as Planted;
    const [before, after] = [await source(fault.path), (await changed(fault)).code];
    if (before === after) throw new Error(`${fault.name} changes nothing`);
    let offset = 0;
    while (before[offset] === after[offset]) offset++;
    const known = offsets.get(fault.path) ?? new Map<number, number>();
    offsets.set(fault.path, known.set(number, offset));
  }
  const codes = new Map<string, string>();
  for (const [path, own] of offsets) codes.set(path, marked(await source(path), own));
  return codes;
}

/** The tests of files, each file evaluated when it is asked for, all with one change or none. */
class Loaded {
  readonly #collector = collector();
  readonly #modules: Modules;
  readonly #files = new Map<string, readonly CollectedTest[]>();

  constructor(codes: ReadonlyMap<string, string>) {
    this.#modules = new Modules(new Map([['vitest', this.#collector.vitest]]), codes);
  }

  /** Evaluates a file of the tree. */
  async load(path: string): Promise<void> {
    await this.#modules.load(path);
  }

  async testsOf(file: string): Promise<readonly CollectedTest[]> {
    const known = this.#files.get(file);
    if (known) return known;
    const before = this.#collector.tests.length;
    await this.#modules.load(file);
    const tests = this.#collector.tests.slice(before);
    this.#files.set(file, tests);
    return tests;
  }
}

/** Every test of the files, with those of the faults that it reaches. Throws where one fails. */
export async function survey(
  files: readonly string[],
  faults: readonly Planted[],
  numbers: readonly number[],
  step: () => void,
): Promise<Course[]> {
  const codes = await withMarks(faults, numbers);
  const loaded = new Loaded(codes);
  for (const path of codes.keys()) await loaded.load(path);
  const tables = reachedSince();
  const courses: Course[] = [];
  for (const file of files) {
    const tests = await loaded.testsOf(file);
    const early = [...new Set([...tables, ...reachedSince()])];
    for (const [index, test] of tests.entries()) {
      step();
      const start = process.cpuUsage().user;
      await test.run();
      const cost = process.cpuUsage().user - start;
      courses.push({ file, index, cost, faults: reachedSince(), early });
    }
  }
  return courses.toSorted((a, b) => a.cost - b.cost);
}

const alone = new Map<string, Promise<void>>();
/** Throws where a test fails alone with no fault in place: then it tells nothing about a fault. */
function passesAlone({ file, index }: Course): Promise<void> {
  const key = `${file} ${index}`;
  const run = async (): Promise<void> =>
    void (await (await new Loaded(new Map()).testsOf(file))[index]?.run());
  let known = alone.get(key);
  if (!known) alone.set(key, (known = run()));
  return known;
}

/** The first test that fails with the fault in place; null if there is none. */
export async function noticed(
  fault: Planted,
  number: number,
  courses: readonly Course[],
  step: () => void,
): Promise<string | null> {
  const { path, code } = await changed(fault);
  const loaded = new Loaded(new Map([[path, code]]));
  const near = courses.filter((c) => c.faults.includes(number));
  const far = courses.filter((c) => c.early.includes(number) && !c.faults.includes(number));
  for (const course of [...near, ...far]) {
    step();
    let name = course.file;
    try {
      const test = (await loaded.testsOf(course.file))[course.index];
      name = test?.name ?? name;
      await test?.run();
    } catch {
      await passesAlone(course);
      return name;
    }
  }
  return null;
}
