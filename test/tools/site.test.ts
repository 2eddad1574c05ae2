/** The documentation site: its pages in a browser, its links, its search, its examples. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launch, openPage, type Opened } from '../report/html/browser.ts';
import { WrongExample, withOutputs } from './site/examples.ts';
import { checkAnchors, claimsIn, DeadLink, rendered } from './site/render.ts';
import type { Page } from './site/pages.ts';
import { writeSite } from './site/write.ts';

const page = (markdown: string): Page => ({
  source: 'docs/a.md',
  file: 'a.html',
  group: 'Start',
  title: 'A',
  markdown,
});
const files = new Map([
  ['docs/a.md', 'a.html'],
  ['README.md', 'index.html'],
]);
const htmlOf = async (markdown: string): Promise<string> =>
  (await rendered(page(markdown), files)).html;

describe('a page', () => {
  test('links to the pages of the site, and names other files', async () => {
    const html = await htmlOf('[up](../README.md#set-up), [code](../src/index.ts)');
    expect(html).toContain('<a href="index.html#set-up">up</a>');
    expect(html).toContain(', code<');
  });
  test('escapes HTML, and keeps line breaks of tables', async () => {
    expect(await htmlOf('<script>alert(1)</script>\n\n| a |\n|---|\n| b<br>c |')).not.toContain(
      'script',
    );
    expect(await htmlOf('| a |\n|---|\n| b<br>c |')).toMatch(/b<br>\s*c/);
  });
  test('sets formulas as MathML', async () =>
    expect(await htmlOf('$W^\\top W$')).toContain('<math'));
  test('with a dead link is refused', async () => {
    const all = new Map([['a.html', await rendered(page('# A\n\n[b](#b)'), files)]]);
    expect(() => checkAnchors(all)).toThrow(DeadLink);
    const good = new Map([['a.html', await rendered(page('# A\n\n## B\n\n[b](#b)'), files)]]);
    expect(() => checkAnchors(good)).not.toThrow();
  });
});

describe('a block of code', () => {
  test.each([
    ['$ elenchus try "x: n |- x = x" --quiet\nproved', 'sh', ['x: n |- x = x']],
    ['x: n |- x = x\n', '', ['x: n |- x = x']],
    ['$ elenchus check', 'sh', []],
    ['const a = "x |- y";', 'ts', []],
  ])('%j opens its claims', (code, language, claims) =>
    expect(claimsIn(code, language)).toEqual(claims),
  );
});

describe('an example', () => {
  const main = '/dev/null';
  test('shows what the command prints now', async () => {
    const { markdown, count } = await withOutputs(
      'a\n```sh\n$ echo proved again\nproved …\n```\nb',
      main,
    );
    expect(count).toBe(1);
    expect(markdown).toBe('a\n```sh\n$ echo proved again\nproved again\n```\nb');
  });
  test('that says another verdict than the program stops the build', async () =>
    expect(withOutputs('```sh\n$ echo refuted\nproved\n```\n', main)).rejects.toThrow(
      WrongExample,
    ));
});

describe.runIf(hasBrowser)('the site in a browser', () => {
  let browser: Browser;
  let folder: string;
  let pages: readonly Page[];
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'elenchus-site-test-')), 'site');
    pages = await writeSite(folder, { examples: false, report: false });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(join(folder, '..'), { recursive: true, force: true });
  });
  const open = (file: string): Promise<Opened> =>
    openPage(browser, pathToFileURL(join(folder, file)).href);

  test('no page complains, asks for anything outside, or scrolls sideways', async () => {
    const { page: tab, complaints, requests } = await open('index.html');
    // of the pages of one kind, the longest
    const wanted = pages.filter(
      (p) =>
        p.parent === undefined ||
        pages.every((q) => q.parent !== p.parent || q.markdown.length <= p.markdown.length),
    );
    expect(wanted.length).toBeGreaterThan(25);
    for (const { file } of wanted) {
      await tab.goto(pathToFileURL(join(folder, file)).href);
      for (const width of [320, 1280]) {
        await tab.setViewportSize({ width, height: 900 });
        const wide = await tab.evaluate('document.documentElement.scrollWidth');
        expect.soft(wide, `${file} at ${width}`).toBeLessThanOrEqual(width);
      }
      expect.soft(complaints, file).toEqual([]);
    }
    expect(requests.filter((r) => !r.startsWith('file:'))).toEqual([]);
  });
  test('the search finds a heading, and leads to it', async () => {
    const { page: tab } = await open('index.html');
    await tab.fill('#words', 'definedness');
    await tab.waitForSelector('#found a');
    const href = await tab.getAttribute('#found a', 'href');
    await tab.click('#found a');
    expect(tab.url()).toContain(href);
    await tab.fill('#words', 'qqqqqqqq');
    await tab.waitForSelector('#found li');
    expect(await tab.textContent('#found')).toBe('No page has these words.');
  });
  test('an example opens in the playground, which settles it', async () => {
    const { page: tab } = await open('guide.html');
    await tab.click('.open');
    await tab.waitForSelector('#result:not(.old) .verdict', { timeout: 60_000 });
    expect(await tab.textContent('#result .verdict')).toContain('proved');
  });
  test('every page stands in the menu of every page; the list of facts links to each', async () => {
    for (const { file } of pages) {
      const html = await readFile(join(folder, file), 'utf8');
      for (const other of pages.filter((p) => p.parent === undefined))
        expect(html).toContain(`href="${other.file}"`);
    }
    for (const { file, parent } of pages)
      if (parent !== undefined)
        expect(await readFile(join(folder, parent), 'utf8')).toContain(`href="${file}"`);
  });
});
