import { defineConfig } from 'rolldown';

/** `ml-matrix.node` and its twin for browsers stay files of their own, between which package.json chooses. */
const twins = {
  name: 'twins',
  resolveId: (source, importer) =>
    importer !== undefined && source.endsWith('/ml-matrix.node.js')
      ? { id: '#ml-matrix', external: true }
      : null,
};

/**
 * The command and the library as a few files instead of some hundred, which halves its start. Packages stay outside, but for
 * the hash, which every start needs; the threads' files keep their names, since they are started by name.
 */
const command = defineConfig({
  platform: 'node',
  external: /^(?!@noble\/)[^./]/,
  input: {
    ...Object.fromEntries(
      ['main', 'examiner-worker', 'pool-worker', 'catalogue-host'].map((name) => [
        name,
        `dist/src/cli/${name}.js`,
      ]),
    ),
    index: 'dist/src/index.js',
    engine: 'dist/src/engine.js',
    arbitraries: 'dist/src/arbitraries/index.js',
    vitest: 'dist/src/vitest/index.js',
    remark: 'dist/src/documents/remark.js',
    myst: 'dist/src/documents/myst.js',
    pandoc: 'dist/src/documents/pandoc-main.js',
    'ml-matrix.node': 'dist/src/numbers/ml-matrix.node.js',
    'ml-matrix.browser': 'dist/src/numbers/ml-matrix.browser.js',
  },
  plugins: [twins],
  // a thread waits for what another entry has at once: the groups below decide what is one file
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: 'dist/bin',
    format: 'esm',
    // MyST takes no plugin of another ending
    entryFileNames: ({ name }) => (name === 'myst' ? 'myst.mjs' : '[name].js'),
    chunkFileNames: '[name]-[hash].js',
    minify: true,
    // each file of a start takes half a millisecond: what belongs together is one
    codeSplitting: {
      groups: [
        {
          name: 'examine',
          test: /dist\/src\/verdict\/(examine|disagreement)\.js$/,
          includeDependenciesRecursively: true,
          priority: 3,
        },
        {
          // all that the engine adds to it, for browsers
          name: 'engine',
          test: /dist\/src\/(engine|numbers\/random)\.js$/,
          includeDependenciesRecursively: true,
          priority: 2.5,
        },
        {
          name: 'try',
          test: /dist\/src\/cli\/(try|program)\.js$/,
          includeDependenciesRecursively: true,
          priority: 2,
        },
        {
          name: 'prove',
          test: /dist\/src\/verdict\/(accept|derive)\.js$/,
          includeDependenciesRecursively: true,
          priority: 1,
        },
      ],
    },
  },
});

/** The second checker is one file that people can read: it keeps its names and its lines. */
const recheck = defineConfig({
  platform: 'node',
  external: /^(?!@noble\/)[^./]/,
  input: 'dist/src/second-checker/main.js',
  output: { file: 'dist/bin/recheck.js', format: 'esm', codeSplitting: false },
});

export default [command, recheck];
