/** A browser for the tests of the page, where there is one. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export const executable = process.env['ELENCHUS_BROWSER'] ?? '/usr/bin/chromium';
export const hasBrowser = existsSync(executable);
/** Where every test must run, a missing browser is a failure. */
export const mustHaveBrowser =
  process.env['CI'] !== undefined || process.env['ELENCHUS_TEST_RESULTS'] !== undefined;

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable, args: flags });

/** A page that was opened, with what it complained of and what it asked for. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const viewport = { width: 1280, height: 900 };
  const page = await (await browser.newContext({ viewport, ...options })).newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests };
}
