/** Reads files of claims for a command; the code in .ts files runs in a process of its own. */
import { readCatalogue, type Catalogue } from '../catalogue/read-catalogue.ts';
import { harmless } from '../report/width.ts';
import { Misuse } from './misuse.ts';
import { catalogueProcess, usualPatience, type CatalogueProcess } from './catalogue-process.ts';
import type { Output } from './output.ts';
import { endClaimsWith, readingTime as bound } from './reading-bounds.ts';
import { secondsLeft } from './shared-clock.ts';

let running: CatalogueProcess | null = null;
/** Seconds for a file however little of a user's time is left. */
const least = 0.1;

const patience = (): number => {
  if (bound.time === null) return usualPatience;
  return bound.isWhole ? Math.max(least, secondsLeft(bound.time)) : bound.time;
};

/**
 * The claims under the paths. The process stays up for what experiments are asked later. Where one
 * claim is looked for, a user's time bounds all files together.
 */
export function readClaims(
  paths: readonly string[],
  output: Output,
  isWhole = false,
): Promise<Catalogue> {
  bound.isWhole = isWhole;
  running ??= catalogueProcess((text) => output.warn(harmless(text)), patience);
  endClaimsWith(() => {
    running?.close();
    running = null;
  });
  return readCatalogue(paths, running.read);
}

/** The claims under the paths. Throws `Misuse` where there are none. */
export async function someClaims(paths: readonly string[], output: Output): Promise<Catalogue> {
  const catalogue = await readClaims(paths, output);
  const { entries, experiments, problems } = catalogue;
  if (entries.length === 0 && experiments.length === 0 && problems.length === 0)
    throw new Misuse(
      `no claims under ${paths.join(', ')}: a .ts file exports family(…), a .md file has ` +
        'blocks that begin with ```claim name expect=proved, a .tex file comments as % ' +
        'claim name expect=proved: …',
    );
  return catalogue;
}
