/** `check --watch`: a session of edits, with a reader of the live report. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hasBrowser, launch } from '../report/html/browser.ts';
import { elenchus, mainFile, scratch } from './command.ts';

const block = (name: string, claim: string): string =>
  `\`\`\`claim ${name} expect=proved\n${claim}\n\`\`\`\n\n`;
const trace = block('trace', 'A: m×n; B: n×m |- tr(A B) = tr(B A)');
const wrong = block('wrong', 'A: n×n |- tr(A) = det(A)');

/**
 * The text at a path of the server, up to a number of events; with the host that the reader names.
 */
const read = (address: string, path: string, host: string, events = Infinity): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), { headers: { host } }, (response) => {
      let text = `${response.statusCode} `;
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.split('data:').length > events) {
          resolve(text);
          asked.destroy();
        }
      });
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject).end();
  });

/** The live report in a browser, with what its console says. */
async function openPage(address: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await launch()).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(address);
  return { page, complaints };
}

test('checks again what a change touches, and shows it in the report', async () => {
  const cwd = await scratch();
  const file = join(cwd, 'n.md');
  await writeFile(file, trace + wrong);
  const child = spawn(process.execPath, [mainFile, 'check', '--watch', 'n.md'], { cwd });
  let out = '';
  let heard = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = async (text: string): Promise<void> => {
    while (!out.includes(text)) await new Promise<void>((resolve) => (heard = resolve));
  };
  await until('Ctrl-C ends');
  expect(out).toContain('n/wrong');
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0] ?? '';
  const host = new URL(address).host;
  const page = await read(address, '/', host);
  expect(page).toMatch(/^200 <!doctype html>[^]*id="n\/wrong" class="claim" data-status="refuted"/);
  expect(page).toContain('new EventSource');
  expect(await read(address, '/', 'elsewhere.example')).toMatch(/^403/);
  expect(await read(address, '/etc/passwd', host)).toMatch(/^404/);
  const changed = read(address, '/changes', host, 1);
  const shown = hasBrowser ? await openPage(address) : null;
  await writeFile(file, trace + block('wrong', "A: n×n |- tr(A) = tr(A')"));
  await until('1 claim examined, 1 unchanged');
  expect(await changed).toContain('data: changed');
  await until('2 claims: 2 proved; all as declared');
  expect(await read(address, '/', host)).toContain(
    'id="n/wrong" class="claim" data-status="proved"',
  );
  if (shown !== null) {
    // a browser, whose policy forbids other scripts, has loaded the page again by itself
    await shown.page.waitForSelector('[id="n/wrong"][data-status="proved"]', { timeout: 60_000 });
    expect(shown.complaints).toEqual([]);
    await shown.page.context().browser()?.close();
  }
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('takes no option that belongs to a single run', async () => {
  const done = await elenchus(['check', '--watch', '--json', '--write', 'n.md']);
  expect(done.code).toBe(2);
  expect(done.out + done.err).toContain('--watch and --json, --write do not go together');
});
