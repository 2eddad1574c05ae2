/**
 * `npm run site`: writes the documentation to dist/site, a folder for any static host. Every
 * example is run, and the build fails where one says another verdict, or a link leads nowhere.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'rolldown';
import { forBrowsers } from '../../../rolldown.browser.js';
import { writePlayground } from '../playground/build.ts';
import { withOutputs } from './examples.ts';
import { pageHtml, style } from './layout.ts';
import { sitePages, type Page } from './pages.ts';
import { checkAnchors, rendered, type Rendered } from './render.ts';
import type { Entry } from './search-entry.ts';

const root = join(import.meta.dirname, '../../..');
const main = join(root, 'dist/bin/main.js');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

const entriesOf = (pages: ReadonlyMap<Page, Rendered>): Entry[] =>
  [...pages]
    .flatMap(([page, { sections }]) =>
      sections.map(({ heading, id, text }) => ({
        page: page.title,
        heading,
        text: text.replaceAll(/\s+/g, ' ').slice(0, 2000),
        href: id === '' ? page.file : `${page.file}#${id}`,
      })),
    )
    .map((entry, id) => ({ id, ...entry }));

async function searchScript(): Promise<string> {
  const { output } = await build({
    ...forBrowsers,
    cwd: root,
    input: 'test/tools/site/page/search.ts',
    write: false,
    logLevel: 'warn',
    output: { format: 'iife', codeSplitting: false, minify: true },
  });
  return output[0].code;
}

/** What takes long, and is left out where only the pages are wanted. */
export interface Parts {
  readonly examples: boolean;
  readonly report: boolean;
}

/** Writes the site to a folder, which is put in the place of the one before when it is whole. */
export async function writeSite(folder: string, parts: Parts): Promise<readonly Page[]> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const pages = sitePages(root);
  const files = new Map(pages.map((p) => [p.source, p.file]));
  let count = 0;
  const all = new Map<Page, Rendered>();
  for (const page of pages) {
    const ran = parts.examples
      ? await withOutputs(page.markdown, main)
      : { markdown: page.markdown, count: 0 };
    count += ran.count;
    all.set(page, await rendered({ ...page, markdown: ran.markdown }, files));
  }
  checkAnchors(new Map([...all].map(([page, r]) => [page.file, r])));
  for (const [page, r] of all) {
    writeFileSync(join(fresh, page.file), pageHtml(page, r, pages, version));
    for (const picture of r.pictures)
      copyFileSync(join(root, picture), join(fresh, basename(picture)));
  }
  const index = JSON.stringify(entriesOf(all)).replaceAll('<', '\\u003c');
  writeFileSync(join(fresh, 'search-index.js'), `globalThis.elenchusPages=${index};\n`);
  writeFileSync(join(fresh, 'search.js'), await searchScript());
  writeFileSync(join(fresh, 'style.css'), style);
  await writePlayground(join(fresh, 'playground/index.html'));
  if (parts.report)
    execFileSync(
      process.execPath,
      [main, 'report', '--quiet', '--out', join(fresh, 'report.html')],
      { cwd: root, stdio: 'inherit' },
    );
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  process.stdout.write(`${folder}: ${pages.length} pages, ${count} examples run\n`);
  return pages;
}

if (process.argv[1] === import.meta.filename)
  await writeSite(join(root, 'dist/site'), { examples: true, report: true });
