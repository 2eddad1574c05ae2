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

/**
 * In one file nothing is loaded later: an import of ours that is waited for becomes one at the start, so that modules
 * need no wrapper, which a browser would parse twice.
 */
const atOnce = {
  name: 'at-once',
  transform(code, id) {
    if (id.includes('node_modules')) return null;
    const heads = [];
    const body = code.replaceAll(/\bawait import\('(\.[^']+)'\)/g, (_, from) => {
      const name = `later${heads.length}`;
      heads.push(`import * as ${name} from '${from}';`);
      return name;
    });
    return heads.length === 0 ? null : { code: `${heads.join('\n')}\n${body}`, map: null };
  },
};

/** What a strategy does in a sentence stands in the reference alone; no page prints it. */
const withoutSummaries = {
  name: 'without-summaries',
  transform(code, id) {
    if (!/\/src\/prover\//.test(id)) return null;
    const text = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/.source;
    return {
      code: code.replaceAll(new RegExp(`^ *summary:\\s*(?:${text}),$`, 'gm'), ''),
      map: null,
    };
  },
};

export const forBrowsers = {
  platform: 'browser',
  external: ['nerdamer'],
  plugins: [twins, atOnce, withoutSummaries],
};
