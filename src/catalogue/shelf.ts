/** Files in which a lemma may be declared: each is read when an id is looked up, and read once. */
import { noteName, readMarkdown } from './read-markdown.ts';
import { readTex } from './read-tex.ts';
import { readText, type FileText } from './read-text.ts';
import type { ClaimEntry, Problem } from './claim-entry.ts';
import type { TypescriptReader } from './typescript-reader.ts';

interface Known {
  readonly entries: readonly ClaimEntry[];
  readonly problems: readonly Problem[];
}

const isProgram = (file: string): boolean => /\.ts$/i.test(file);

/** A file in which a lemma may be declared. */
export interface ShelvedFile {
  readonly file: string;
  /** Whether it may be executed, for a program. */
  readonly executed: boolean;
}

/** The claims of files; a program that may not be executed gives no claims. */
export class Shelf {
  readonly files: readonly string[];
  readonly #executed: ReadonlySet<string>;
  readonly #typescript: TypescriptReader | null;
  readonly #read = new Map<string, Known>();
  readonly #texts = new Map<string, FileText | Problem>();

  constructor(files: readonly ShelvedFile[], typescript: TypescriptReader | null) {
    this.files = files.map(({ file }) => file);
    this.#executed = new Set(files.flatMap((one) => (one.executed ? [one.file] : [])));
    this.#typescript = typescript;
  }

  /** What declares the id: a note or a paper of that name, or else a program. */
  async find(id: string): Promise<readonly ClaimEntry[]> {
    const family = id.split('/')[0] as string;
    const likely: string[] = [];
    const others: string[] = [];
    for (const file of this.files) {
      if (!isProgram(file)) {
        if (noteName(file) === family) likely.push(file);
      } else if ((await this.#text(file)).includes(family)) likely.push(file);
      else others.push(file);
    }
    for (const group of [likely, others]) {
      const found: ClaimEntry[] = [];
      for (const file of group)
        found.push(...(await this.#known(file)).entries.filter((entry) => entry.id === id));
      if (found.length > 0) return found;
    }
    return [];
  }

  /** All ids that notes with a name like this and the programs declare. */
  async ids(isNear: (family: string) => boolean): Promise<readonly ClaimEntry[]> {
    const found: ClaimEntry[] = [];
    for (const file of this.files)
      if (isProgram(file) || isNear(noteName(file)))
        found.push(...(await this.#known(file)).entries);
    return found;
  }

  /** Programs that declare the id by its words, and are not executed here. */
  async unexecuted(id: string): Promise<readonly string[]> {
    const [family, name] = id.split('/') as [string, string];
    const quoted = (word: string): RegExp => new RegExp(`(['"\`])${word}\\1`);
    const found: string[] = [];
    for (const file of this.files.filter((one) => isProgram(one) && !this.#runs(one))) {
      const text = await this.#text(file);
      if (quoted(family).test(text) && quoted(name).test(text)) found.push(file);
    }
    return found;
  }

  /** What could not be read of the files that were looked at. */
  get problems(): readonly Problem[] {
    return [...this.#read.values()].flatMap(({ problems }) => problems);
  }

  #runs(file: string): boolean {
    return this.#typescript !== null && this.#executed.has(file);
  }

  /** Empty where it cannot be read. */
  async #text(file: string): Promise<string> {
    const read = await this.#textOrProblem(file);
    return 'message' in read ? '' : read.text;
  }

  async #textOrProblem(file: string): Promise<FileText | Problem> {
    const read = this.#texts.get(file) ?? (await readText(file));
    this.#texts.set(file, read);
    return read;
  }

  async #known(file: string): Promise<Known> {
    const before = this.#read.get(file);
    if (before !== undefined) return before;
    const known = await this.#reading(file);
    this.#read.set(file, known);
    return known;
  }

  async #reading(file: string): Promise<Known> {
    if (isProgram(file) && !this.#runs(file)) return { entries: [], problems: [] };
    const read = await this.#textOrProblem(file);
    if ('message' in read) return { entries: [], problems: [read] };
    if (/\.tex$/i.test(file)) return readTex(file, read.text);
    if (!isProgram(file)) return readMarkdown(file, read.text);
    return (this.#typescript as TypescriptReader)(file, read.text);
  }
}
