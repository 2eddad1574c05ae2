/**
 * How long the playground takes from opening a link to the verdict on its claim, in headless
 * Chromium: `jiti test/bench/playground-open.ts` prints the median and the worst, with the load.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { linkHash } from '../../src/playground/page/link.ts';
import { launch } from '../report/html/browser.ts';
import { buildPlayground } from '../tools/playground/build.ts';

const claims = ['A: m×n; B: n×m |- tr(A B) = tr(B A)', 'A, B: n×n |- A B = B A'];
const openings = 10;

const directory = await mkdtemp(join(tmpdir(), 'elenchus-open-'));
const file = join(directory, 'index.html');
await writeFile(file, await buildPlayground());
const browser = await launch();
for (const claim of claims) {
  const times: number[] = [];
  for (let i = 0; i < openings; i++) {
    // nothing of the page before is kept
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(`new MutationObserver(() => {
      if (document.querySelector('#result .verdict')) globalThis.shown ??= performance.now();
    }).observe(document, { childList: true, subtree: true })`);
    await page.goto(pathToFileURL(file).href + linkHash(claim));
    await page.waitForSelector('#result .verdict', { timeout: 60_000 });
    times.push(await page.evaluate<number>('globalThis.shown'));
    await context.close();
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [median = 0, worst = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
  process.stdout.write(
    `${claim}: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms; load ${loadavg()[0]?.toFixed(1)}\n`,
  );
}
await browser.close();
await rm(directory, { recursive: true, force: true });
