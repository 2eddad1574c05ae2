/** Global setup of the command tests: builds the command once. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the command once before its tests; types are checked by `npm run typecheck`. */
export default function build(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
    { cwd: root, stdio: 'inherit' },
  );
  execFileSync(process.execPath, ['test/tools/ship-types.mjs'], { cwd: root, stdio: 'inherit' });
  execFileSync('npm', ['run', '--silent', 'bundle'], { cwd: root, stdio: 'inherit' });
}
