/** The language server, driven through a session of edits by a JSON-RPC client. */
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node.js';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { mainFile, scratch } from './command.ts';

const child = spawn(process.execPath, [mainFile, 'lsp', '--stdio']);
const client: MessageConnection = createMessageConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
const heard: PublishDiagnosticsParams[] = [];
let listener: (() => void) | null = null;

/** Waits until the diagnostics of this version of the document are as wanted. */
async function until(
  uri: string,
  version: number,
  wanted: (all: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  for (;;) {
    const last = heard.findLast((one) => one.uri === uri);
    if (last?.version === version && wanted(last.diagnostics)) return last.diagnostics;
    await new Promise<void>((resolve) => (listener = resolve));
  }
}

const codes = (all: readonly Diagnostic[]): unknown[] => all.map(({ code }) => code);
const open = (uri: string, text: string): Promise<void> =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });

beforeAll(async () => {
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    heard.push(params);
    listener?.();
  });
  client.listen();
  const { capabilities } = await client.sendRequest<{ capabilities: object }>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { applyEdit: true } },
  });
  expect(capabilities).toMatchObject({ hoverProvider: true, textDocumentSync: 2 });
  await client.sendNotification('initialized', {});
});
test('it ends with its input', async () => {
  const alone = spawn(process.execPath, [mainFile, 'lsp']);
  alone.stdin.end();
  const code = await new Promise((resolve) => alone.on('exit', resolve));
  expect(code).toBe(0);
});

afterAll(async () => {
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  client.dispose();
});

const note = `# Notes

\`\`\`claim cyclic expect=proved
A: m×n; B: n×m
|- tr(A B) = tr(B A)
\`\`\`

\`\`\`claim wrong
A: m×n; x: m
|- A x = 0
\`\`\`

\`\`\`claim commute expect=proved
A, B: n×n |- A B = B A
\`\`\`
`;

describe('a note', () => {
  const uri = 'file:///notes/n.md';
  test('has its verdicts as diagnostics, at their places', async () => {
    await open(uri, note);
    const all = await until(uri, 1, (now) => now.length === 3);
    expect(codes(all)).toEqual(['proved', 'ill-typed', 'refuted']);
    expect(all.map(({ severity }) => severity)).toEqual([4, 1, 1]);
    expect(all[0]?.range.start.line).toBe(2);
    expect(all[1]?.range.start).toEqual({ line: 9, character: expect.any(Number) });
    expect(all[2]?.message).toContain('declared proved, refuted');
  });

  test('an edit is examined, and the rest stays known', async () => {
    const began = performance.now();
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 4, character: 10 }, end: { line: 4, character: 10 } },
          text: ' + 0',
        },
      ],
    });
    const first = await until(uri, 2, (now) => now.length >= 2);
    expect(codes(first)).toContain('refuted');
    await until(uri, 2, (now) => now.length === 3);
    process.stderr.write(`an edit was answered in ${Math.round(performance.now() - began)} ms\n`);
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: note }],
    });
    expect(codes(await until(uri, 3, (now) => now.length === 3))).toContain('proved');
  });

  test('hover shows the verdict and the statement', async () => {
    const hover = await client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 13, character: 3 },
    });
    expect(hover.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringMatching(/^\*\*refuted\*\*[^]*A ∈ ℝⁿˣⁿ; B ∈ ℝⁿˣⁿ ⊢ A B = B A[^]*n = 2/),
    });
  });

  test('completion offers declared names and operators, and nothing between the claims', async () => {
    const at = (line: number): Promise<CompletionItem[]> =>
      client.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line, character: 2 },
      });
    const labels = (await at(4)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['A', 'B', 'tr', 'logdet', 'relu', 'symmetric']));
    expect(await at(0)).toEqual([]);
  });

  test('quick fixes write the mended claim', async () => {
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 9, character: 3 }, end: { line: 9, character: 3 } },
      context: { diagnostics: [] },
    });
    const [edit] = actions[0]?.edit?.changes?.[uri] ?? [];
    expect(edit?.newText).toContain("A' x = 0");
    expect(edit?.range.start).toEqual({ line: 8, character: 0 });
  });
});

test('a proved claim is stated without what it does not need', async () => {
  const uri = 'file:///notes/needs.md';
  const fence = (claim: string): string => `\`\`\`claim a\n${claim}\n\`\`\`\n`;
  await open(uri, fence('W: n×n invertible; Q: n×n symmetric\n|- W Q = W => Q = I'));
  await until(uri, 1, (now) => now.length === 1);
  const actions = (line: number): Promise<CodeAction[]> =>
    client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      context: { diagnostics: [] },
    });
  const [drop] = await actions(1);
  expect(drop?.title).toBe('Drop the hypotheses that are not needed');
  const edit = new Promise((resolve) => {
    client.onRequest('workspace/applyEdit', (params: { edit: unknown }) => {
      resolve(params.edit);
      return { applied: true };
    });
  });
  await client.sendRequest('workspace/executeCommand', drop?.command);
  expect(await edit).toEqual({
    changes: {
      [uri]: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 2, character: 19 } },
          newText: 'W: n x n invertible; Q: n x n |- W Q = W => Q = I',
        },
      ],
    },
  });
  // a claim without hypotheses needs none
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: fence("A: n×n |- tr(A') = tr(A)") }],
  });
  await until(uri, 2, (now) => now.length === 1);
  expect(await actions(1)).toEqual([]);
});

test('a question is answered, and the answer can be written in its place', async () => {
  const uri = 'file:///notes/q.elenchus';
  const text = '-- a question\n\nX: n×d; y: n; w: d\n|- grad[w](|X w - y|^2) = ?\n';
  await open(uri, text);
  const [answered] = await until(uri, 1, (now) => now.length === 1);
  expect(answered?.message).toContain("= 2 X' (X w - y)");
  const [fix] = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
    context: { diagnostics: [] },
  });
  expect(fix?.edit?.changes?.[uri]).toEqual([
    {
      range: { start: { line: 3, character: 26 }, end: { line: 3, character: 27 } },
      newText: "2 X' (X w - y)",
    },
  ]);
});

test('go to a lemma of another file: a note, or a catalogue that is not run', async () => {
  const folder = await scratch();
  await writeFile(join(folder, 'other.md'), '# O\n\n```claim one\nA: n |- A = A\n```\n');
  await mkdir(join(folder, 'proofs'));
  await writeFile(
    join(folder, 'proofs/mine.ts'),
    "throw new Error('run');\nexport default family('mine', [\n  lemma('two', {}),\n]);\n",
  );
  const uri = pathToFileURL(join(folder, 'here.md')).href;
  await open(uri, 'other/one and mine/two and mine/none\n');
  const at = (character: number): Promise<Location | null> =>
    client.sendRequest('textDocument/definition', {
      textDocument: { uri },
      position: { line: 0, character },
    });
  expect(await at(3)).toMatchObject({
    uri: pathToFileURL(join(folder, 'other.md')).href,
    range: { start: { line: 2, character: 0 } },
  });
  expect(await at(17)).toMatchObject({
    uri: pathToFileURL(join(folder, 'proofs/mine.ts')).href,
    range: { start: { line: 2, character: 2 } },
  });
  expect(await at(30)).toBeNull();
});

test('stale work is cancelled: an edit during a long examination is answered', async () => {
  const uri = 'file:///notes/slow.md';
  const fence = (claim: string): string => `\`\`\`claim a\n${claim}\n\`\`\`\n`;
  await open(uri, fence('A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: fence("A: n×n |- tr(A') = tr(A)") }],
  });
  expect(codes(await until(uri, 2, (now) => now.length === 1))).toEqual(['proved']);
  expect(
    heard.filter((one) => one.uri === uri && codes(one.diagnostics).includes('survived')),
  ).toEqual([]);
});

test('a paper: claims in comments, and the definition of a lemma', async () => {
  const uri = 'file:///notes/p.tex';
  await open(uri, "% claim trace: A: n×n |- tr(A') = tr(A)\n\nSee \\ref{p/trace}.\n");
  expect(codes(await until(uri, 1, (now) => now.length === 1))).toEqual(['proved']);
  const found = await client.sendRequest<Location>('textDocument/definition', {
    textDocument: { uri },
    position: { line: 2, character: 12 },
  });
  expect(found).toMatchObject({ uri, range: { start: { line: 0 } } });
});
