/** The files of claims under the named paths. */
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './claim-entry.ts';

/** Directories read when none is named. */
export const defaultDirectories = ['proofs', 'properties'] as const;

/** By its name. */
export const isCatalogueFile = (name: string): boolean =>
  /\.(md|qmd|tex)$/i.test(name) || (name.endsWith('.ts') && !/\.(test|spec|d)\.ts$/.test(name));

/**
 * The .ts, .md and .tex files under the named paths, in order of name; a directory is read with all
 * below it, except node_modules, dist and hidden ones. What cannot be read is a problem, the rest
 * goes on.
 */
export async function findFiles(
  paths: readonly string[],
): Promise<{ files: string[]; problems: Problem[] }> {
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      const status = await stat(path);
      if (status.isDirectory()) files.push(...(await filesBelow(path, problems)));
      else if (isCatalogueFile(path)) files.push(path);
      else
        problems.push({
          message: 'not a file of claims: a name ending in .ts, .md, .qmd or .tex is wanted',
          place: { file: path, line: 0, column: 0 },
        });
    } catch (error) {
      problems.push({ message: readingProblem(error), place: { file: path, line: 0, column: 0 } });
    }
  }
  return { files: [...new Set(files)], problems };
}

/** Goes on after a folder that cannot be read; a link is followed, a folder is read once. */
async function filesBelow(
  directory: string,
  problems: Problem[],
  seen: Set<string> = new Set(),
): Promise<string[]> {
  const found: string[] = [];
  const problem = (file: string, error: unknown): void => {
    problems.push({ message: readingProblem(error), place: { file, line: 0, column: 0 } });
  };
  let names: string[];
  try {
    const real = await realpath(directory);
    if (seen.has(real)) return [];
    seen.add(real);
    names = await readdir(directory);
  } catch (error) {
    problem(directory, error);
    return [];
  }
  for (const name of names.toSorted()) {
    if (name.startsWith('.') || name === 'node_modules' || name === 'dist') continue;
    const path = join(directory, name);
    try {
      if ((await stat(path)).isDirectory()) found.push(...(await filesBelow(path, problems, seen)));
      else if (isCatalogueFile(name)) found.push(path);
    } catch (error) {
      problem(path, error);
    }
  }
  return found;
}

/** A system error in words. */
export function readingProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file or directory';
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
  if (code === 'EISDIR') return 'it is a directory';
  return error instanceof Error ? error.message : String(error);
}
