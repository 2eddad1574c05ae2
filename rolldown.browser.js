/**
 * What every build for browsers shares: `x.browser` takes the place of `x.node`, and what only `thorough` asks for
 * stays outside.
 */
const twins = {
  name: 'twins',
  resolveId(source, importer) {
    if (!/\.node\.[jt]s$/.test(source)) return null;
    return this.resolve(source.replace(/\.node\.([jt]s)$/, '.browser.$1'), importer);
  },
};

export const forBrowsers = { platform: 'browser', external: ['nerdamer'], plugins: [twins] };
