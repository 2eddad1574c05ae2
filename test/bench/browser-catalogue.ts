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

interface Note {
  readonly name: string;
  readonly text: string;
  readonly expected: ReadonlyMap<string, string>;
}

/** The claims of a family as a note, each with its written proof. */
function noteOf(file: string, { members }: Family): Note {
  const expected = new Map<string, string>();
  const stem = basename(file, '.ts');
  const blocks = members.map(({ name, claim, proof, expect }) => {
    expected.set(`${stem}/${name}`, String(expect));
    const written = proof === null ? '' : `\`\`\`proof ${name}\n${proof}\n\`\`\`\n\n`;
    return `\`\`\`claim ${name} expect=${expect}\n${claim}\n\`\`\`\n\n${written}`;
  });
  return { name: `${stem}.md`, text: blocks.join(''), expected };
}

async function notes(): Promise<Note[]> {
  const found: Note[] = [];
  for (const folder of ['proofs', 'properties'])
    for (const file of readdirSync(join(root, folder)).filter((name) =>
      /^[a-z-]+\.ts$/.test(name),
    )) {
      const loaded = (await import(join(root, folder, file))) as { default: Family };
      found.push(noteOf(file, loaded.default));
    }
  return found.filter(({ expected }) => expected.size > 0);
}

/** Verdicts by id, as the page shows them. */
function verdictsIn(reply: Reply): Map<string, string> {
  if (reply.kind !== 'note') throw new Error(JSON.stringify(reply));
  const rows = reply.markup.matchAll(/<li>[^]*?class="badge ([a-z-]+)[^]*?<a [^>]*>([^<]+)<\/a>/g);
  return new Map([...rows].map(([, verdict = '', id = '']) => [id.trim(), verdict]));
}

const inPage = (page: Page, { name, text }: Note): Promise<Reply> =>
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

const counts = { claims: 0, equal: 0, declared: 0 };
for (const note of await notes()) {
  const there = verdictsIn(await inPage(page, note));
  const ask = { kind: 'note', id: 1, name: note.name, text: note.text } as const;
  const here = verdictsIn(await answerAsk(ask, new AbortController().signal, () => undefined));
  for (const [id, expected] of note.expected) {
    const [inBrowser, onNode] = [there.get(id), here.get(id)];
    counts.claims += 1;
    if (inBrowser !== undefined && inBrowser === onNode) counts.equal += 1;
    else process.stdout.write(`${id}: ${inBrowser} in the browser, ${onNode} on Node\n`);
    if (inBrowser === expected) counts.declared += 1;
    else process.stdout.write(`${id}: declared ${expected}, ${inBrowser} in the browser\n`);
  }
  process.stdout.write(`${note.name}: ${note.expected.size}\n`);
}
process.stdout.write(
  `${counts.claims} claims: ${counts.equal} as on Node, ${counts.declared} as declared; ` +
    `${requests.filter((url) => !/^(file|blob):/.test(url)).length} requests left the page\n`,
);
await browser.close();
await rm(directory, { recursive: true, force: true });
process.exitCode = counts.equal === counts.claims ? 0 : 1;
