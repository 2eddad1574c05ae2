/** Builds the playground: one HTML file with its script and the engine in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { forBrowsers } from '../../../rolldown.browser.js';
import { playgroundHtml } from '../../../src/playground/page.ts';

const root = join(import.meta.dirname, '../../..');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** One file as a script that needs no module. */
async function bundled(entry: string): Promise<string> {
  const { output } = await build({
    ...forBrowsers,
    cwd: root,
    input: join('src/playground', entry),
    write: false,
    logLevel: 'warn',
    transform: { define: { ELENCHUS_VERSION: JSON.stringify(version) } },
    output: {
      format: 'iife',
      codeSplitting: false,
      minify: true,
      // licences stay
      comments: { legal: true, annotation: false, jsdoc: false },
    },
  });
  return output[0].code;
}

let playground: Promise<string> | undefined;

/** The page, built once however often it is asked for. */
export const buildPlayground = (): Promise<string> => (playground ??= buildPage());

async function buildPage(): Promise<string> {
  const [start, script, worker] = await Promise.all([
    bundled('page/start-engine.ts'),
    bundled('page/main.ts'),
    bundled('engine-worker.ts'),
  ]);
  return playgroundHtml({ start, script, worker, version });
}

/** The script of `<elenchus-claim>`. */
export const buildClaimElement = (): Promise<string> => bundled('page/claim-element.ts');

export async function writePlayground(file: string): Promise<void> {
  const page = await buildPlayground();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  writeFileSync(join(dirname(file), 'elenchus-claim.js'), await buildClaimElement());
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
  process.stdout.write(
    `${file}: ${kilobytes(Buffer.byteLength(page))}, ${kilobytes(gzipSync(page).length)} as gzip, ` +
      `${kilobytes(brotliCompressSync(page).length)} as brotli\n`,
  );
}
