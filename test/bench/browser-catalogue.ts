/**
 * Every claim of the catalogue in headless Chromium, in the playground's own worker, and on Node:
 * `jiti test/bench/browser-catalogue.ts` prints the counts, and each verdict that differs.
 */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Family } from '../../src/catalogue/entry.ts';
import { answerAsk } from '../../src/playground/answer-ask.ts';
import type { Reply } from '../../src/playground/messages.ts';
import { launch } from '../report/html/browser.ts';
import { buildPlayground } from '../tools/playground/build.ts';

const root = join(import.meta.dirname, '../..');

interface Member {
  readonly id: string;
  readonly claim: string;
  readonly proof: string | null;
  readonly expect: string;
}

async function members(): Promise<Member[]> {
  const found: Member[] = [];
  for (const folder of ['proofs', 'properties'])
    for (const file of readdirSync(join(root, folder)).filter((name) =>
      /^[a-z-]+\.ts$/.test(name),
    )) {
      const { default: family } = (await import(join(root, folder, file))) as { default: Family };
      for (const { name, claim, proof, expect } of family.members)
        found.push({
          id: `${basename(file, '.ts')}/${name}`,
          claim,
          proof,
          expect: String(expect),
        });
    }
  return found;
}

/** `family/name` in one note of all families. */
const nameIn = (id: string): string => id.replace('/', '-');

/** The whole catalogue as one note: a proof may use a lemma of another family. */
function noteOf(all: readonly Member[]): string {
  const ids = new Set(all.map(({ id }) => id));
  const renamed = (proof: string): string =>
    proof.replaceAll(/[a-z0-9-]+\/[a-z0-9-]+/g, (id) => (ids.has(id) ? `all/${nameIn(id)}` : id));
  return all
    .map(({ id, claim, proof, expect }) => {
      const written =
        proof === null ? '' : `\`\`\`proof ${nameIn(id)}\n${renamed(proof)}\n\`\`\`\n\n`;
      return `\`\`\`claim ${nameIn(id)} expect=${expect}\n${claim}\n\`\`\`\n\n${written}`;
    })
    .join('');
}

/** Verdicts by id, as the page shows them. */
function verdictsIn(reply: Reply): Map<string, string> {
  if (reply.kind !== 'note') throw new Error(JSON.stringify(reply));
  const rows = reply.markup.matchAll(/<li>[^]*?class="badge ([a-z-]+)[^]*?<a [^>]*>([^<]+)<\/a>/g);
  return new Map([...rows].map(([, verdict = '', id = '']) => [id.trim(), verdict]));
}

const inPage = (page: Page, name: string, text: string): Promise<Reply> =>
  page.evaluate(
    `new Promise((resolve) => {
      const code = document.getElementById('engine').textContent;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      worker.onmessage = ({ data }) => data.kind === 'note' || data.kind === 'failed' ? (worker.terminate(), resolve(data)) : undefined;
      worker.postMessage(${JSON.stringify({ kind: 'note', id: 1, name, text })});
    })`,
  );

const directory = await mkdtemp(join(tmpdir(), 'elenchus-browser-catalogue-'));
await writeFile(join(directory, 'index.html'), await buildPlayground());
const browser = await launch();
const page = await browser.newPage();
const requests: string[] = [];
page.on('request', (request) => requests.push(request.url()));
await page.goto(`${pathToFileURL(join(directory, 'index.html')).href}#claim=%7C-%201%20%3D%201`);

const all = await members();
const text = noteOf(all);
const there = verdictsIn(await inPage(page, 'all.md', text));
const ask = { kind: 'note', id: 1, name: 'all.md', text } as const;
const here = verdictsIn(await answerAsk(ask, new AbortController().signal, () => undefined));
const counts = { claims: all.length, equal: 0, declared: 0 };
for (const { id, expect } of all) {
  const [inBrowser, onNode] = [there, here].map((found) => found.get(`all/${nameIn(id)}`));
  if (inBrowser !== undefined && inBrowser === onNode) counts.equal += 1;
  else process.stdout.write(`${id}: ${inBrowser} in the browser, ${onNode} on Node\n`);
  if (inBrowser === expect) counts.declared += 1;
  else process.stdout.write(`${id}: declared ${expect}, ${inBrowser} in the browser\n`);
}
process.stdout.write(
  `${counts.claims} claims: ${counts.equal} as on Node, ${counts.declared} as declared; ` +
    `${requests.filter((url) => !/^(file|blob):/.test(url)).length} requests left the page\n`,
);
await browser.close();
await rm(directory, { recursive: true, force: true });
process.exitCode = counts.equal === counts.claims ? 0 : 1;
