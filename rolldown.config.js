import { defineConfig } from 'rolldown';

/**
 * The command as a few files instead of some hundred, which halves its start. Packages stay outside; the threads'
 * files keep their names, since they are started by name.
 */
export default defineConfig({
  platform: 'node',
  external: /^[^./]/,
  input: {
    ...Object.fromEntries(
      ['main', 'examiner-worker', 'pool-worker', 'catalogue-host'].map((name) => [
        name,
        `dist/src/cli/${name}.js`,
      ]),
    ),
    recheck: 'dist/src/second-checker/main.js',
  },
  output: {
    dir: 'dist/bin',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: { mangle: false, compress: false },
    // each file of a start takes half a millisecond: what belongs together is one
    codeSplitting: {
      groups: [
        {
          name: 'examine',
          test: /dist\/src\/verdict\/examine\.js$/,
          includeDependenciesRecursively: true,
          priority: 3,
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
