/**
 * Global setup of the command tests: builds the command, unless it is built from the present
 * sources.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default function build(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, ['test/tools/build-if-stale.mjs'], {
    cwd: root,
    stdio: 'inherit',
  });
}
