/**
 * How long the language server takes from a keystroke to diagnostics, for claims that are settled
 * at once: `jiti test/bench/lsp-latency.ts` after a build. Prints the median and the worst of each.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

const main = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));

/** Two texts of each claim, between which an edit switches; both are settled at once. */
const edits: readonly (readonly [name: string, one: string, other: string])[] = [
  ['proved', 'A: m×n; B: n×m |- tr(A B) = tr(B A)', 'A: m×n; C: n×m |- tr(A C) = tr(C A)'],
  ['refuted', 'A, B: n×n |- A B = B A', 'A, C: n×n |- A C = C A'],
  ['ill-typed', 'W: m×n; h: m |- W h = 0', 'W: m×n; x: m |- W x = 0'],
  [
    'a gradient',
    "A: n×n; x: n |- grad[x](x' A x) = A x + A' x",
    "C: n×n; x: n |- grad[x](x' C x) = C x + C' x",
  ],
];

export interface Latency {
  readonly name: string;
  readonly median: number;
  readonly worst: number;
}

/** Milliseconds for `count` edits of each claim, after two that warm the server up. */
export async function latencies(count: number): Promise<Latency[]> {
  const child = spawn(process.execPath, [main, 'lsp', '--stdio']);
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let heard: (params: PublishDiagnosticsParams) => void = () => {};
  client.onNotification('textDocument/publishDiagnostics', (p: PublishDiagnosticsParams) =>
    heard(p),
  );
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  const settled = (uri: string, version: number): Promise<void> =>
    new Promise((resolve) => {
      heard = (p) => {
        if (p.uri === uri && p.version === version && p.diagnostics.length > 0) resolve();
      };
    });
  const found: Latency[] = [];
  for (const [name, one, other] of edits) {
    const uri = `file:///latency/${name.replaceAll(' ', '-')}.md`;
    const times: number[] = [];
    // each edit is a new text: a claim that was examined before keeps its verdict
    for (let version = 1; version <= count + 2; version++) {
      const claim = (version % 2 === 0 ? one : other).replaceAll(/\bn\b/g, `n${version}`);
      const text = `\`\`\`claim a\n${claim}\n\`\`\`\n`;
      const answer = settled(uri, version);
      const began = performance.now();
      if (version === 1)
        await client.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version, text },
        });
      else
        await client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
      await answer;
      if (version > 2) times.push(performance.now() - began);
    }
    const sorted = times.toSorted((a, b) => a - b);
    found.push({ name, median: sorted[sorted.length >> 1] ?? 0, worst: sorted.at(-1) ?? 0 });
  }
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  client.dispose();
  return found;
}

if (process.argv[1]?.endsWith('lsp-latency.ts'))
  for (const { name, median, worst } of await latencies(20))
    process.stdout.write(`${name}: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms\n`);
