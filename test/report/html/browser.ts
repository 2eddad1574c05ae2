/** A browser for the tests of the page, where there is one. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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
