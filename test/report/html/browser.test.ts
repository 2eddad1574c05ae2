/** Tests of the HTML report in a browser. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  executable,
  hasBrowser,
  launch,
  mustHaveBrowser,
  openPage,
  type Opened,
} from './browser.ts';
import { factsPage, fixturePage } from './fixture.ts';

/** Evaluates a text in the page; what the DOM is called is known there alone. */
const inPage = <T>(page: Page, script: string): Promise<T> => page.evaluate(script);
const focused = (page: Page): Promise<string> => inPage(page, 'document.activeElement.id');
const styleOfBody = (page: Page, property: string): Promise<string> =>
  inPage(page, `getComputedStyle(document.body).${property}`);
/** Pixels by which the page scrolls sideways. */
const sideways = (page: Page): Promise<number> =>
  inPage(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What sticks out of the page and cannot be scrolled to in a box of its own. */
const stickingOut = `[...document.querySelectorAll('main *')].filter((e) => {
  const clips = (p) => p !== null && (/auto|hidden|scroll/.test(getComputedStyle(p).overflowX) || clips(p.parentElement));
  const box = e.getBoundingClientRect();
  return box.width > 1 && box.right > innerWidth + 1 && !clips(e.parentElement);
}).map((e) => e.outerHTML.slice(0, 80))`;

/** The claim that the focus is in, and whether the focus can be seen. */
const atFocus = `(() => {
  const at = document.activeElement;
  const rect = at.querySelector(':scope > rect');
  const seen = at === document.body || getComputedStyle(at).outlineStyle !== 'none' || (rect !== null && getComputedStyle(rect).strokeWidth === '3px');
  return { claim: at.closest('.claim')?.id ?? null, seen };
})()`;

test('there is a browser to look at the page', () => {
  if (!hasBrowser)
    console.error(
      `the page is not tested in a browser: there is no ${executable}; install chromium, or name one in ELENCHUS_BROWSER`,
    );
  expect(hasBrowser || !mustHaveBrowser).toBe(true);
});

describe.runIf(hasBrowser)('in a browser', () => {
  let browser: Browser;
  let directory: string;
  let url: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'elenchus-page-'));
    await writeFile(join(directory, 'report.html'), await fixturePage());
    url = pathToFileURL(join(directory, 'report.html')).href;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const open = (options: BrowserContextOptions = {}, hash = ''): Promise<Opened> =>
    openPage(browser, url + hash, options);
  const shown = (page: Page): Promise<string[]> =>
    inPage(
      page,
      `[...document.querySelectorAll('.claim')].filter((c) => c.checkVisibility()).map((c) => c.id)`,
    );

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
    ['light', 320],
    ['dark', 768],
  ] as const)(
    '%s, %d wide: nothing complained of, nothing asked for, nothing sticks out',
    async (colorScheme, width) => {
      const { page, complaints, requests } = await open({
        colorScheme,
        viewport: { width, height: 844 },
      });
      await inPage(page, `document.querySelectorAll('details').forEach((d) => { d.open = true; })`);
      expect(await sideways(page)).toBe(0);
      expect(await inPage(page, stickingOut)).toEqual([]);
      expect(await styleOfBody(page, 'backgroundColor')).toBe(
        colorScheme === 'dark' ? 'rgb(21, 23, 27)' : 'rgb(252, 252, 250)',
      );
      expect(complaints).toEqual([]);
      expect(requests).toEqual([url]);
    },
  );

  test('the statement of no fact makes a narrow page scroll sideways', async () => {
    const file = join(directory, 'facts.html');
    await writeFile(file, await factsPage());
    const page = await browser.newPage({ viewport: { width: 320, height: 844 } });
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('.texts dd math').count()).toBeGreaterThan(100);
    const spoken = (fact: string): Promise<string[]> =>
      inPage(
        page,
        `[...document.querySelectorAll('#fact-${fact} + dd math')].map((m) => m.getAttribute('alttext'))`,
      );
    expect(await spoken('a-pd-matrix-is-psd')).toEqual(['A is psd', 'A is pd']);
    // a conjunction breaks at each of its parts
    expect((await spoken('moore-and-penrose')).length).toBeGreaterThanOrEqual(8);
    expect(await sideways(page)).toBe(0);
    expect(await inPage(page, stickingOut)).toEqual([]);
  });

  test('search and filters leave what fits, and say how many', async () => {
    const { page } = await open();
    const all = await shown(page);
    expect(all).toHaveLength(8);
    await page.fill('#query', 'cancellation refuted');
    expect(await shown(page)).toEqual(['demo/cancellation-bare']);
    expect(await page.textContent('#count')).toBe('1 of 8 claims');
    expect(await page.getAttribute('#count', 'aria-live')).toBe('polite');
    await page.fill('#query', '');
    await page.uncheck('input[value=ill-typed]');
    expect(await shown(page)).toEqual([
      'demo/cancellation',
      'demo/cancellation-bare',
      'demo/trace',
      'demo/trace-of-three',
      'other/minimum',
      'other/spectral',
    ]);
    await page.selectOption('#family', 'other');
    expect(await shown(page)).toEqual(['other/minimum', 'other/spectral']);
    expect(await page.locator('.family:visible').count()).toBe(1);
    await page.fill('#query', 'no such claim');
    expect(await page.textContent('#count')).toBe('0 of 8 claims');
  });

  test('Enter goes to the first claim that fits; a link to a hidden one shows it', async () => {
    const { page } = await open();
    await page.fill('#query', 'minimum');
    await page.press('#query', 'Enter');
    await expect.poll(() => focused(page)).toBe('other/minimum');
    await inPage(page, `location.hash = 'demo/trace'`);
    await expect.poll(() => focused(page)).toBe('demo/trace');
    expect(await shown(page)).toHaveLength(8);
  });

  test('a link to a claim arrives at it', async () => {
    const { page } = await open({}, '#other/spectral');
    await expect.poll(() => focused(page)).toBe('other/spectral');
    await expect
      .poll(() =>
        inPage<number>(
          page,
          `document.getElementById('other/spectral').getBoundingClientRect().top`,
        ),
      )
      .toBeLessThan(900);
    const { complaints } = await open({}, '#%E0%A4%A');
    expect(complaints).toEqual([]);
  });

  test('the keyboard reaches every claim, and shows where it is', async () => {
    const { page } = await open();
    const reached = new Set<string>();
    await page.keyboard.press('Tab');
    expect(await inPage(page, 'document.activeElement.className')).toBe('skip');
    for (let i = 0; i < 200; i++) {
      const { claim, seen } = await inPage<{ claim: string | null; seen: boolean }>(page, atFocus);
      expect(seen).toBe(true);
      if (claim !== null) reached.add(claim);
      if (reached.size === 8) break;
      await page.keyboard.press('Tab');
    }
    expect(reached.size).toBe(8);
  });

  test('without a script everything is there to be read', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('.claim:visible').count()).toBe(8);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('.index a').first().isVisible()).toBe(true);
    await page.locator('.coverage summary').first().click();
    expect(await page.locator('.plot').first().isVisible()).toBe(true);
  });

  test('landmarks and names for a screen reader', async () => {
    const { page } = await open();
    for (const role of ['banner', 'navigation', 'main', 'contentinfo', 'search'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBe(8);
    expect(
      await page.getByRole('article', { name: 'demo/cancellation', exact: true }).count(),
    ).toBe(1);
    expect(await page.locator('svg.graph.wide a[aria-label="demo/trace, proved"]').count()).toBe(1);
    expect(await page.locator('svg:not([aria-hidden]):not(:has(> title + desc))').count()).toBe(0);
    expect(await page.locator('math:not([aria-label])').count()).toBe(0);
    expect(await page.locator('th:not([scope])').count()).toBe(0);
    expect(
      await inPage(
        page,
        `[...document.querySelectorAll('input, select')].filter((i) => i.labels.length === 0).length`,
      ),
    ).toBe(0);
  });

  test('on paper there are no filters, and the ground is white', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await styleOfBody(page, 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await styleOfBody(page, 'color')).toBe('rgb(28, 30, 34)');
  });
});
