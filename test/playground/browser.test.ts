/**
 * The playground in headless Chromium, from a file: verdicts, links, stopping, hostile links,
 * sizes.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import dnfaProofs from '../../proofs/dnfa.ts';
import hessianProofs from '../../proofs/hessian.ts';
import dnfa from '../../properties/dnfa.ts';
import hessian from '../../properties/hessian.ts';
import pdlt from '../../properties/pdlt.ts';
import type { Family } from '../../src/catalogue/entry.ts';
import { gallery } from '../../src/playground/gallery.ts';
import { linkHash } from '../../src/playground/page/link.ts';
import { examine } from '../../src/verdict/examine.ts';
import { hasBrowser, launch, openPage, type Opened } from '../report/html/browser.ts';
import { buildClaimElement, buildPlayground } from '../tools/playground/build.ts';

const wait = { timeout: 60_000 };
/** Claims of the catalogue that are settled soon, false ones and true ones. */
const soon = (family: Family): string[] =>
  family.members
    .filter((m) => m.proof === null && (m.expect === 'refuted' || m.expect === 'proved'))
    .map((m) => m.claim)
    .slice(0, 3);
const catalogued = [dnfa, hessian, pdlt, dnfaProofs, hessianProofs].flatMap(soon);

/** True, and beyond the prover. */
const unsettled = gallery.find((g) => g.verdict === 'survived')?.claim ?? '';
const status = (page: Page): Promise<string | null> => page.textContent('#status');

describe.runIf(hasBrowser)('the playground in a browser', () => {
  let browser: Browser;
  let directory: string;
  let url: string;
  let html: string;
  beforeAll(async () => {
    html = await buildPlayground();
    directory = await mkdtemp(join(tmpdir(), 'elenchus-playground-'));
    await writeFile(join(directory, 'index.html'), html);
    url = pathToFileURL(join(directory, 'index.html')).href;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const open = (hash = '', options: BrowserContextOptions = {}): Promise<Opened> =>
    openPage(browser, url + hash, options);
  const verdictOf = async (page: Page): Promise<string | null> => {
    await page.waitForSelector('#result:not(.old) .verdict', wait);
    return page.textContent('#result .verdict');
  };

  test('is one file under 500 kB as browsers ask for it, and little more for old servers', async () => {
    expect(brotliCompressSync(html).length).toBeLessThan(440_000);
    expect(gzipSync(html).length).toBeLessThan(530_000);
    expect((await stat(join(directory, 'index.html'))).size).toBeLessThan(1_600_000);
  });

  test('the claims of the gallery have the verdicts that they have on Node; nothing is asked of a server', async () => {
    const { page, complaints, requests } = await open();
    for (const { claim, verdict } of gallery) {
      await page.evaluate('document.getElementById("result").replaceChildren()');
      await page.fill('#claim', claim);
      await page.click('#check');
      expect([claim, await verdictOf(page)]).toEqual([claim, verdict]);
    }
    expect(complaints).toEqual([]);
    expect(requests.filter((r) => !r.startsWith('blob:'))).toEqual([url]);
    expect(await page.locator('#history-list li a').count()).toBe(gallery.length);
    await page.reload();
    expect(await page.locator('#history-list li a').count()).toBe(gallery.length);
  });

  test('a link brings its claim, and the page makes the same link', async () => {
    const claim = "A: n×n\n|- A' = A -- 100 % #?&+";
    const { page } = await open(linkHash(claim));
    expect(await verdictOf(page)).toBe('refuted');
    expect(await page.inputValue('#claim')).toBe(claim);
    expect(await page.evaluate('location.hash')).toBe(linkHash(claim));
    await page.click('aside a:has-text("trace of a product")');
    await expect.poll(() => page.textContent('#result .verdict'), wait).toBe('proved');
  });

  test('a search can be stopped, asked why, and given more time', async () => {
    const { page } = await open(linkHash(unsettled));
    expect(await verdictOf(page)).toBe('survived');
    await page.click('#longer');
    await expect.poll(() => page.isEnabled('#stop'), wait).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.isDisabled('#stop'), wait).toBe(true);
    expect(await status(page)).toMatch(/survived|Stopped/);
    await page.click('#check');
    await expect.poll(() => page.isEnabled('#why'), wait).toBe(true);
    await page.click('#why');
    await page.waitForSelector('#more-result h3', wait);
    expect(await page.textContent('#more-result')).toContain('Why there is no proof');
  });

  test('claims of the catalogue have the verdicts that they have on Node', async () => {
    const { page } = await open(linkHash('|- 1 = 1'));
    await verdictOf(page);
    expect(catalogued.length).toBeGreaterThan(12);
    for (const claim of catalogued) {
      await page.evaluate('document.getElementById("result").replaceChildren()');
      await page.fill('#claim', claim);
      await page.click('#check');
      const { verdict } = await examine(claim, { time: 2, seed: 1 });
      expect([claim, await verdictOf(page)]).toEqual([claim, verdict]);
    }
  });

  test('<elenchus-claim> makes a claim of another page live, as text', async () => {
    await writeFile(join(directory, 'elenchus-claim.js'), await buildClaimElement());
    await writeFile(
      join(directory, 'other.html'),
      '<!doctype html><meta charset="utf-8"><script src="elenchus-claim.js"></script><elenchus-claim>x: n |- x = &lt;img src=x onerror=alert(1)&gt;</elenchus-claim><elenchus-claim>A, B: n×n |- A B = B A</elenchus-claim>',
    );
    const { page, complaints } = await open();
    await page.goto(pathToFileURL(join(directory, 'other.html')).href);
    expect(await page.locator('elenchus-claim code').count()).toBe(2);
    expect(await page.locator('img').count()).toBe(0);
    await page.locator('elenchus-claim button').nth(1).click();
    const frame = page.frameLocator('elenchus-claim iframe');
    await frame.locator('#result .verdict').waitFor(wait);
    expect(await frame.locator('#result .verdict').textContent()).toBe('refuted');
    expect(complaints).toEqual([]);
  });

  test('a note is checked on the page, and saved with its verdicts', async () => {
    const { page, complaints, requests } = await open(linkHash('|- 1 = 1'));
    await verdictOf(page);
    const fence = (name: string, claim: string): string =>
      `\`\`\`claim ${name}\n${claim}\n\`\`\`\n\n`;
    const buffer = Buffer.from(
      fence('trace', "A: n×n |- tr(A') = tr(A)") + fence('img', 'A, B: n×n |- A B = B A'),
    );
    await page.setInputFiles('#note-file', { name: 'n.md', mimeType: 'text/markdown', buffer });
    await expect.poll(() => page.textContent('#note-result'), wait).toContain('2 claims');
    expect(await page.locator('#note-result li .badge').allTextContents()).toEqual([
      'proved',
      'refuted',
    ]);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#save-note')]);
    expect(saved.suggestedFilename()).toBe('n.md');
    const lines = (await saved.createReadStream()).setEncoding('utf8');
    let text = '';
    for await (const part of lines) text += String(part);
    expect(text).toContain('> **refuted**, by an exact counterexample');
    await page.click('#note-result a:has-text("n/img")');
    await expect.poll(() => page.textContent('#result .verdict'), wait).toBe('refuted');
    // dropped: as the browser hands it over
    await page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File(['% claim t: x: n |- x = <img src=x onerror=alert(1)>\\n'], 'p.tex'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);
    await expect.poll(() => page.textContent('#note-result'), wait).toContain('p.tex: 1 claim');
    expect(await page.isHidden('#save-note')).toBe(true);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(requests.filter((r) => !r.startsWith('blob:'))).toHaveLength(1);
  });

  test('says what a claim needs', async () => {
    const { page } = await open(linkHash('A: n×n invertible |- det(A) != 0'));
    expect(await verdictOf(page)).toBe('proved');
    await page.click('#needs');
    await page.waitForSelector('#more-result table', wait);
    expect(await page.textContent('#more-result .need')).toBe('needed');
  });

  test.each([
    ['a script', '<script>alert(1)</script><img src=x onerror=alert(2)> |- 1 = 1'],
    ['a script behind a turnstile', 'x: n |- x = "><svg onload=alert(1)>'],
    ['an end of the element', '</textarea></pre><script>alert(3)</script>'],
    ['many brackets', `|- ${'('.repeat(15_000)}`],
    ['half a megabyte of brackets', '('.repeat(500_000)],
  ])('a hostile link does nothing: %s', async (_, claim) => {
    const { page, complaints, requests } = await open(linkHash(claim));
    await expect.poll(() => page.isDisabled('#stop'), wait).toBe(true);
    await expect.poll(() => status(page), wait).toMatch(/ill-typed|more than|nested/);
    expect(await page.locator('img, svg[onload], #result script').count()).toBe(0);
    await page.fill('#claim', '|- 1 + 1 = 2');
    await page.click('#check');
    await expect.poll(() => page.textContent('#result'), wait).toContain('proved');
    expect(complaints).toEqual([]);
    expect(requests.filter((r) => !r.startsWith('blob:'))).toHaveLength(1);
  });

  test('what is typed is read, coloured and completed, by keyboard alone', async () => {
    const { page, complaints } = await open();
    await verdictOf(page);
    await page.fill('#claim', '');
    await page.focus('#claim');
    await page.keyboard.type('A: n×n |- logd');
    await expect.poll(() => page.textContent('#words li')).toBe('logdet');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#claim')).toBe('A: n×n |- logdet');
    await page.keyboard.type('(A) = B');
    await expect.poll(() => page.textContent('#hint'), wait).toContain('B');
    expect(await page.locator('#ink .wrong').count()).toBeGreaterThan(0);
    expect(await page.textContent('#ink .word')).toBe('logdet');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.textContent('#result .verdict'), wait).toBe('ill-typed');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('check');
    expect(complaints).toEqual([]);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)(
    '%s, %d wide: nothing sticks out, everything has a name',
    async (colorScheme, width) => {
      const { page, complaints } = await open(
        linkHash(gallery.find((g) => g.title.startsWith('Gauss'))?.claim ?? ''),
        { colorScheme, viewport: { width, height: 844 } },
      );
      expect(await verdictOf(page)).toBe('proved');
      expect(
        await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBe(0);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        colorScheme === 'dark' ? 'rgb(21, 23, 27)' : 'rgb(252, 252, 250)',
      );
      expect(await page.getByRole('main').count()).toBe(1);
      expect(await page.getByRole('textbox', { name: 'Claim' }).count()).toBe(1);
      expect(await page.getAttribute('#status', 'role')).toBe('status');
      expect(complaints).toEqual([]);
    },
  );
});
