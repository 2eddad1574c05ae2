/** Reads every claim under the given paths, from TypeScript files and Markdown notes. */
import type { AbsentLemma } from './absent-lemma.ts';
import { showPlace } from './file-place.ts';
import type { ClaimEntry, Problem } from './claim-entry.ts';
import type { ExperimentEntry } from './experiment-entry.ts';
import { findFiles } from './find-files.ts';
import { lemmasAround } from './lemmas-around.ts';
import { inOrder } from './order.ts';
import { readMarkdown } from './read-markdown.ts';
import { readTex } from './read-tex.ts';
import { readText } from './read-text.ts';
import type { TypescriptReader } from './typescript-reader.ts';
import { moduleLoader, readTypescript } from './read-typescript.ts';
import type { ModuleLoader } from './read-typescript.ts';

/** Claims in the order in which they are checked, and what could not be read. */
export interface Catalogue {
  readonly files: readonly string[];
  readonly entries: readonly ClaimEntry[];
  /** The same and the lemmas of other files that they rest on, in an order to prove them in. */
  readonly all: readonly ClaimEntry[];
  /** Lemmas that are cited and were not found. */
  readonly absent: readonly AbsentLemma[];
  readonly experiments: readonly ExperimentEntry[];
  readonly problems: readonly Problem[];
}

export const emptyCatalogue: Catalogue = {
  files: [],
  entries: [],
  all: [],
  absent: [],
  experiments: [],
  problems: [],
};

/** Executes .ts files in this process; `elenchus` is what they import by that name. */
export function readHere(elenchus: object): TypescriptReader {
  let load: Promise<ModuleLoader> | null = null;
  return async (file, text) => readTypescript(file, text, await (load ??= moduleLoader(elenchus)));
}

/**
 * Reads every claim under the paths. A file that cannot be read, or throws, is a problem; the
 * others go on.
 */
export async function readCatalogue(
  paths: readonly string[],
  typescript: TypescriptReader,
): Promise<Catalogue> {
  const { files, problems: missing } = await findFiles(paths);
  const problems: Problem[] = [...missing];
  const entries = new Map<string, ClaimEntry>();
  const experiments = new Map<string, ExperimentEntry>();
  for (const file of files) {
    const found = await readText(file);
    if ('message' in found) {
      problems.push(found);
      continue;
    }
    const { text } = found;
    const prose = /\.q?md$/i.test(file) ? readMarkdown : /\.tex$/i.test(file) ? readTex : null;
    const read = prose ? { ...prose(file, text), experiments: [] } : await typescript(file, text);
    problems.push(...read.problems);
    const isNew = ({ id, place }: ClaimEntry | ExperimentEntry): boolean => {
      const before = entries.get(id) ?? experiments.get(id);
      if (before !== undefined)
        problems.push({
          message: `'${id}' is declared already at ${showPlace(before.place)}`,
          place,
        });
      return before === undefined;
    };
    for (const entry of read.entries) if (isNew(entry)) entries.set(entry.id, entry);
    for (const one of read.experiments) if (isNew(one)) experiments.set(one.id, one);
  }
  const own = [...entries.values()];
  const around = await lemmasAround(own, files, typescript);
  const { ordered, problems: circles } = inOrder([...own, ...around.entries], around.absent);
  return {
    files,
    entries: ordered.filter((entry) => entries.get(entry.id) === entry),
    all: ordered,
    absent: around.absent,
    experiments: [...experiments.values()],
    problems: [...problems, ...circles],
  };
}
