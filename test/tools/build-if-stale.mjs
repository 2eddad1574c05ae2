/** Builds the command unless the last build is of the same sources; `--stamp` only records that dist is built from them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = join(root, 'dist/sources.sha256');

/** Everything that the build reads. */
const inputs = [
  ...readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted(),
  ...[
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'rolldown.config.js',
    'test/tools/ship-types.mjs',
  ].map((name) => join(root, name)),
];

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of inputs) {
    const text = readFileSync(file);
    hash.update(`${file.slice(root.length)} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

/** Whether dist holds a build of these sources. */
const isFresh = () =>
  existsSync(stamp) &&
  ['bin/main.js', 'bin/recheck.js', 'src/cli/main.js', 'types/index.d.ts'].every((file) =>
    existsSync(join(root, 'dist', file)),
  ) &&
  readFileSync(stamp, 'utf8') === hashOfSources();

if (process.argv.includes('--stamp')) {
  writeFileSync(`${stamp}.new`, hashOfSources());
  renameSync(`${stamp}.new`, stamp);
} else if (!isFresh())
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
