import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';
import { native, nativeModules } from './test/native-modules.ts';

const alias = { elenchus: fileURLToPath(new URL('./src/index.ts', import.meta.url)) };
const plugins = [nativeModules()];
const server = { deps: { external: [native] } };
const results = process.env['ELENCHUS_TEST_RESULTS'];

export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongestFirst },
    // A file for programs, next to the output for people.
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    projects: [
      {
        // Files of one worker share what they import: compiled once, and warm for the next.
        resolve: { alias },
        plugins,
        test: {
          name: 'rooms',
          server,
          isolate: false,
          maxWorkers: '100%',
          setupFiles: ['test/draws.ts'],
          sequence: { groupOrder: 1 },
          // far above what any test takes: a busy machine fails none
          testTimeout: 300_000,
          hookTimeout: 300_000,
          include: ['test/**/*.test.ts', 'properties/**/*.test.ts', 'proofs/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/cluster/**'],
        },
      },
      {
        // These run the built command as a child process.
        resolve: { alias },
        plugins,
        test: {
          name: 'command',
          server,
          // more of them than processors: they wait half of the time, for clocks and networks
          maxWorkers: availableParallelism() + 2,
          sequence: { groupOrder: 0 },
          include: ['test/cli/**/*.test.ts', 'test/cluster/**/*.test.ts'],
          globalSetup: ['test/cli/build.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
