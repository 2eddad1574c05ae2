/** The commands by name; each is loaded when it is wanted. */
import type { Command } from './command.ts';
import { command as tryCommand } from './try.ts';

type Load = () => Promise<Command>;

const loaders: ReadonlyMap<string, Load> = new Map<string, Load>([
  // the program's own file holds it
  ['try', async () => tryCommand],
  ['check', async () => (await import('./check.ts')).command],
  ['hunt', async () => (await import('./hunt.ts')).command],
  ['campaign', async () => (await import('./campaign.ts')).command],
  ['worker', async () => (await import('./worker.ts')).command],
  ['needs', async () => (await import('./needs.ts')).command],
  ['facts', async () => (await import('./facts.ts')).command],
  ['measure', async () => (await import('./measure.ts')).command],
  ['file', async () => (await import('./file.ts')).command],
  ['report', async () => (await import('./report.ts')).command],
  ['replay', async () => (await import('./replay.ts')).command],
  ['export', async () => (await import('./export.ts')).command],
  ['cite', async () => (await import('./cite.ts')).command],
  ['lsp', async () => (await import('./lsp.ts')).command],
  ['mcp', async () => (await import('./mcp.ts')).command],
  ['init', async () => (await import('./init.ts')).command],
]);

export const commandNames: readonly string[] = [...loaders.keys()];

/** The command of that name; null where there is none. */
export const loadCommand = async (name: string): Promise<Command | null> =>
  (await loaders.get(name)?.()) ?? null;

/** All of them, for the help. */
export const allCommands = (): Promise<Command[]> =>
  Promise.all([...loaders.values()].map((load) => load()));
