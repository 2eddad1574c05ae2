/** Reads files of claims for a command; the code in .ts files runs in a process of its own. */
import { readCatalogue, type Catalogue } from '../catalogue/read-catalogue.ts';
import { harmless } from '../report/width.ts';
import { catalogueProcess, type CatalogueProcess } from './catalogue-process.ts';
import type { Output } from './output.ts';

let running: CatalogueProcess | null = null;

/** The claims under the paths. The process stays up for what experiments are asked later. */
export function readClaims(paths: readonly string[], output: Output): Promise<Catalogue> {
  running ??= catalogueProcess((text) => output.warn(harmless(text)));
  return readCatalogue(paths, running.read);
}

/** Ends the process, at the end of the command. */
export function closeClaims(): void {
  running?.close();
  running = null;
}
