import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { elenchus: fileURLToPath(new URL('./src/index.ts', import.meta.url)) };
const results = process.env['ELENCHUS_TEST_RESULTS'];

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: '100%',
    // A file for programs, next to the output for people.
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    projects: [
      {
        // Files of one worker share what they import: compiled once, and warm for the next.
        resolve: { alias },
        test: {
          name: 'rooms',
          isolate: false,
          // far above what any test takes: a busy machine fails none
          testTimeout: 300_000,
          include: ['test/**/*.test.ts', 'properties/**/*.test.ts', 'proofs/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/cluster/**'],
        },
      },
      {
        // These run the built command as a child process.
        resolve: { alias },
        test: {
          name: 'command',
          include: ['test/cli/**/*.test.ts', 'test/cluster/**/*.test.ts'],
          globalSetup: ['test/cli/build.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
