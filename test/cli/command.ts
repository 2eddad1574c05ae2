/** Runs the built command in a directory, for the command tests. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const mainFile = join(root, 'dist/bin/main.js');
/** Before it was bundled: one file a module, so that tests can put another in its place. */
const unbundled = join(root, 'dist/src/cli/main.js');
export const fixture = (name: string): string => new URL(`fixtures/${name}`, import.meta.url).href;

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Settings {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Modules that node loads before the command. */
  readonly imports?: readonly string[];
  /** What to do with the running process. */
  readonly meanwhile?: (child: ChildProcess) => void;
  /** Run as a user who is not root. */
  readonly humble?: boolean;
  /** A shell's words before the command, as `ulimit -f 0;`. */
  readonly shell?: string;
}

/** Runs the built command as a child process. */
export function elenchus(args: readonly string[], settings: Settings = {}): Promise<Outcome> {
  const {
    input = '',
    env = {},
    cwd = root,
    imports = [],
    meanwhile,
    humble = false,
    shell,
  } = settings;
  const words = [
    ...imports.flatMap((url) => ['--import', url]),
    imports.length === 0 ? mainFile : unbundled,
    ...args,
  ];
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(NO_COLOR|FORCE_COLOR|VITEST.*|NODE_OPTIONS)$/.test(name),
    ),
  );
  const asNobody = humble && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const [command, argv] =
    shell === undefined
      ? [process.execPath, words]
      : ['bash', ['-c', `${shell} exec "$0" "$@"`, process.execPath, ...words]];
  const child = spawn(command, argv, { cwd, env: { ...clean, ...env }, ...asNobody });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A command that does not read its input closes it early.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  meanwhile?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
}

/** A directory for one test. */
export async function scratch(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'elenchus-cli-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
