/** Large reports are made small, and their page puts everything back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packed } from '../../../src/report/html/pack.ts';
import { reportHtml } from '../../../src/report/html/page.ts';
import { hasBrowser, launch } from './browser.ts';
import { fixtureClaims } from './fixture.ts';

const claims = await fixtureClaims();
const many = Array.from({ length: 60 }, (_, i) =>
  claims.map((one) => ({ ...one, entry: { ...one.entry, id: `${one.entry.id}-${i}` } })),
).flat();
const page = (list: typeof claims): string =>
  reportHtml({
    claims: list,
    experiments: [],
    problems: [],
    version: '0',
    playground: null,
    seed: 1,
    time: 1,
  });

test('a small report stays as it is', () => expect(packed(page(claims))).toBe(page(claims)));

test('a large one keeps each formula once, and loses nothing', () => {
  const whole = page(many);
  const short = packed(whole);
  expect(whole.length).toBeGreaterThan(1_000_000);
  expect(short.length).toBeLessThan(0.6 * whole.length);
  const [, bytes = ''] = /id="packed">([^<]*)</.exec(short) ?? [];
  const { formulas, folds } = JSON.parse(
    inflateRawSync(Buffer.from(bytes, 'base64')).toString('utf8'),
  ) as { formulas: Record<string, string>; folds: string[] };
  const back = short
    .replace(/<script type="text\/plain"[^>]*>[^<]*<\/script>/, '')
    .replaceAll(
      /<m->(.*?)<\/m->/g,
      (_, text: string) => `<math alttext="${text}" aria-label="${text}">${formulas[text]}</math>`,
    )
    .replaceAll(
      /<details class="(\w+)" data-fold="(\d+)">(.*?)<\/details>/g,
      (_, name: string, fold: string, summary: string) =>
        `<details class="${name}">${summary}${folds[Number(fold)]}</details>`,
    );
  expect(back).toBe(whole.replaceAll(/ data-text="[^"]*"/g, ''));
});

test.runIf(hasBrowser)(
  'its page typesets the formulas, opens the folds, and searches',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'elenchus-pack-'));
    const browser = await launch();
    try {
      const file = join(folder, 'page.html');
      await writeFile(file, packed(page(many)));
      const tab = await browser.newPage({ viewport: { width: 320, height: 800 } });
      const complaints: string[] = [];
      tab.on('console', (message) => complaints.push(message.text()));
      tab.on('pageerror', (error) => complaints.push(error.message));
      await tab.goto(pathToFileURL(file).href);
      await tab.waitForSelector('.conclusion math');
      expect(await tab.locator('m-').count()).toBe(0);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(320);
      const fold = tab.locator('details.texts').first();
      await fold.locator('summary').click();
      expect(await fold.locator('pre').first().textContent()).toContain('|-');
      await tab.fill('#query', 'trace-of-three-7');
      expect(await tab.locator('.claim:not([hidden])').count()).toBe(1);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
