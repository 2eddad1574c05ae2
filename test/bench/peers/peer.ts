/**
 * Runs a script of another tool in a process of its own, on one core, and reads the lines of JSON
 * that it prints.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SizesLine } from './networks.ts';

/** What a script says about one property. */
export interface PeerLine {
  readonly variant: string;
  readonly property: string;
  readonly verdict: string;
  readonly trials: number;
  readonly seconds: number;
  /** Seconds of processor time: what a busy machine leaves alone. */
  readonly cpu_s: number;
  /** Seconds to the first counterexample, and to the shrunk one. */
  readonly first_s?: number;
  readonly shrunk_s?: number;
}

const isLine = (x: unknown): x is PeerLine =>
  typeof x === 'object' && x !== null && 'property' in x && 'trials' in x;

const oneCore = {
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  PYTHONWARNINGS: 'ignore',
  PYTHONDONTWRITEBYTECODE: '1',
};

/** Throws where the script cannot be run at all. */
export const runPeer = (
  python: string,
  folder: string,
  script: string,
  args: readonly string[],
): PeerLine[] => linesOf(python, folder, script, args).filter(isLine);

/**
 * The sizes that Hypothesis draws for a property, by a script of ours that asks the strategies in
 * the folder.
 */
export const sizesDrawn = (python: string, folder: string, id: string): SizesLine[] =>
  linesOf(
    python,
    folder,
    join(
      import.meta.dirname,
      existsSync(join(import.meta.dirname, 'sizes.py')) ? '' : '../../test/bench/peers',
      'sizes.py',
    ),
    ['--peers', folder, '--only', id],
  ).filter(isSizes);

const isSizes = (x: unknown): x is SizesLine =>
  typeof x === 'object' && x !== null && 'widths' in x && 'units' in x && 'data' in x;

function linesOf(
  python: string,
  folder: string,
  script: string,
  args: readonly string[],
): unknown[] {
  const { stdout, stderr, status, error } = spawnSync(python, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...oneCore },
    maxBuffer: 1 << 28,
  });
  if (error !== undefined)
    throw new Error(`${python} cannot be run: ${error.message}; name another with --python`);
  if (status !== 0)
    throw new Error(
      `${script} ended with ${status}: ${stderr.trim().split('\n').at(-1) ?? ''}; are its packages installed?`,
    );
  return stdout
    .split('\n')
    .filter((l) => l.startsWith('{'))
    .map((l): unknown => JSON.parse(l));
}
