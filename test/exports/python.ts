/** Debian's Python, in which exported tests run; its missing packages are named. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const python = '/usr/bin/python3';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** JAX is not among Debian's packages: its exports run against a thin stand-in made of PyTorch. */
export const standIn = fileURLToPath(new URL('./stand-in', import.meta.url));

export function runPython(args: readonly string[], cwd: string, path = ''): Ran {
  const { status, stdout, stderr, error } = spawnSync(python, [...args], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONWARNINGS: 'ignore',
      PYTHONPATH: path,
    },
  });
  return { code: status, out: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

const has = (module: string): boolean => runPython(['-c', `import ${module}`], '/').code === 0;

/** The modules of this list that are there; each of the others is named on standard error. */
export const available = (modules: readonly string[]): readonly string[] =>
  modules.filter((module) => {
    const there = has(module);
    if (!there)
      process.stderr.write(`python3-${module} is not installed: nothing ran against it\n`);
    return there;
  });
