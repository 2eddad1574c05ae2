import { defineConfig } from 'rolldown';

const usual = { platform: 'node', external: /^[^./]/ };

/** What examines claims is a file of its own, for the command, its threads and its pools. */
const examiningCode = {
  name: 'examining-code',
  resolveId: (id, importer) =>
    importer && id.endsWith('/examining-code.js')
      ? { id: './examining-code.js', external: true }
      : null,
};

/**
 * The command as a few files instead of some hundred, which halves its start. Packages stay outside; the threads'
 * files keep their names, since they are started by name.
 */
export default defineConfig([
  {
    ...usual,
    input: {
      ...Object.fromEntries(
        ['main', 'examiner-worker', 'pool-worker', 'catalogue-host', 'warm-up'].map((name) => [
          name,
          `dist/src/cli/${name}.js`,
        ]),
      ),
      'examining-code': 'dist/src/cli/cached-examining-code.js',
      recheck: 'dist/src/second-checker/main.js',
    },
    plugins: [examiningCode],
    output: {
      dir: 'dist/bin',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      // each file of a start takes half a millisecond: what `try` needs is one
      codeSplitting: {
        groups: [
          { name: 'try', test: /dist\/src\/cli\/try\.js$/, includeDependenciesRecursively: true },
        ],
      },
    },
  },
  {
    ...usual,
    input: 'dist/src/cli/examining-code.js',
    output: {
      file: 'dist/bin/examining-code.cjs',
      format: 'cjs',
      codeSplitting: false,
      dynamicImportInCjs: false,
      minify: { mangle: false, compress: false },
    },
  },
]);
