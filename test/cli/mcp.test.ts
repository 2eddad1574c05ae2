/**
 * The server for agents, driven by the client of the official SDK over standard input and output.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mainFile } from './command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const client = new Client({ name: 'a test', version: '1' });
beforeAll(async () => {
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [mainFile, 'mcp'] }),
  );
});
afterAll(() => client.close());

interface Answered {
  readonly structuredContent?: Readonly<Record<string, unknown>>;
  readonly content: readonly { readonly text: string }[];
  readonly isError?: boolean;
}
const call = async (name: string, args: Record<string, unknown>): Promise<Answered> =>
  (await client.callTool({ name, arguments: args })) as unknown as Answered;

test('lists its tools, each with a schema', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'try',
    'answer',
    'why',
    'needs',
    'facts',
    'replay',
  ]);
  for (const { inputSchema, outputSchema, description } of tools) {
    // the client checks every result of these tests by it
    expect(outputSchema?.required?.length).toBeGreaterThan(0);
    expect(inputSchema.required?.length).toBe(1);
    expect(description?.length).toBeLessThan(250);
  }
  expect(client.getInstructions()).toContain('elenchus://language');
});

test('try proves, refutes and mends, in small results', async () => {
  const proved = await call('try', { claim: 'A: m×n; B: n×m |- tr(A B) = tr(B A)' });
  expect(proved.structuredContent).toMatchObject({ verdict: 'proved', assumed: [] });
  expect(JSON.parse(proved.content[0]?.text ?? '')).toEqual(proved.structuredContent);
  expect(proved.content[0]?.text.length).toBeLessThan(400);
  const refuted = await call('try', { claim: 'a: scalar; 3 a = 1 |- a = 1', time: 1 });
  expect(refuted.structuredContent).toMatchObject({
    verdict: 'refuted',
    counterexample: { values: { a: '1/3' }, left: '1/3', right: '1' },
  });
  const wrong = await call('try', { claim: 'A: m×n; x: m |- A x = 0' });
  expect(wrong.structuredContent?.['verdict']).toBe('ill-typed');
  expect(wrong.structuredContent?.['message']).toContain('n');
});

test('requests at once are answered each with its own verdict', async () => {
  const all = await Promise.all(
    ["A: n×n |- tr(A') = tr(A)", 'A, B: n×n |- A B = B A'].map((claim) => call('try', { claim })),
  );
  expect(all.map((one) => one.structuredContent?.['verdict'])).toEqual(['proved', 'refuted']);
});

test('answer, needs and facts', async () => {
  const found = await call('answer', {
    question: 'X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ?',
  });
  expect(found.structuredContent).toMatchObject({ answer: "2 X' (X w - y)", verdict: 'proved' });
  const open = await call('answer', { question: 'A: n×n; B: m×m |- A + B = ?' });
  expect(open.structuredContent).toMatchObject({
    answer: null,
    verdict: 'ill-typed',
    claim: 'A: n×n; B: m×m |- A + B = ?',
  });
  const needs = await call('needs', { claim: 'A: n×n symmetric |- tr(A A) >= 0' });
  expect(needs.structuredContent?.['hypotheses']).toMatchObject([
    { hypothesis: expect.stringContaining('symmetric'), verdict: 'needed' },
  ]);
  const facts = await call('facts', { words: 'rank' });
  expect(facts.structuredContent).toMatchObject({ facts: { 0: { name: expect.any(String) } } });
});

test('why says what was tried, and what an open claim would follow from', async () => {
  const open = await call('why', {
    claim: 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)',
    time: 0.5,
  });
  expect(open.structuredContent).toMatchObject({
    verdict: 'survived',
    reason: expect.stringMatching(/\w/),
    tried: { 0: { strategy: expect.any(String), times: expect.any(Number) } },
    wouldFollowFrom: expect.any(Array),
  });
  const proved = await call('why', { claim: "A: n×n |- tr(A') = tr(A)" });
  expect(proved.structuredContent).toMatchObject({ verdict: 'proved' });
  expect(proved.structuredContent).not.toHaveProperty('reason');
});

test('replay checks a filed record again, and refuses any other file', async () => {
  const folder = join(root, 'properties/witnesses');
  const file = readdirSync(folder).find((name) => name.endsWith('.json')) as string;
  const record = readFileSync(join(folder, file), 'utf8');
  expect((await call('replay', { record })).structuredContent?.['verdict']).toBe('refuted');
  expect(await call('replay', { record: '{}' })).toMatchObject({ isError: true });
});

test('wrong use is an error that says what to give', async () => {
  const empty = await call('try', { claim: ' ' });
  expect(empty.isError).toBe(true);
  expect(empty.content[0]?.text).toContain("'claim' must be a text");
  expect((await call('try', { claim: '|- 1 = 1', time: 1e9 })).isError).toBe(true);
  expect((await call('answer', { question: '|- 1 = 1' })).isError).toBe(true);
  // nothing that was asked for is passed over
  for (const [args, words] of [
    [{ claim: '|- 1 = 1', strict: 'yes' }, "'strict' must be a boolean"],
    [{ claim: '|- 1 = 1', sure: true }, "no argument 'sure'"],
    [{ claim: '('.repeat(30_000) }, 'more than 20000 characters'],
  ] as const) {
    const refused = await call('try', args);
    expect(refused.isError).toBe(true);
    expect(refused.content[0]?.text).toContain(words);
  }
  await expect(call('prove', {})).rejects.toThrow('there are try, answer');
});

test('the language reference is a resource, and a prompt makes a model check a formula', async () => {
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toContain('elenchus://language');
  const { contents } = await client.readResource({ uri: 'elenchus://language' });
  expect(contents[0]).toMatchObject({
    text: expect.stringMatching(/^# The claim language[^]*\| `logdet` \| \w/),
  });
  await expect(client.readResource({ uri: 'elenchus://no' })).rejects.toThrow('no resource');
  const { messages } = await client.getPrompt({
    name: 'check-formula',
    arguments: { formula: 'tr(AB) = tr(BA)' },
  });
  expect(messages[0]?.content).toMatchObject({ text: expect.stringContaining('tr(AB) = tr(BA)') });
  await expect(client.getPrompt({ name: 'check-formula' })).rejects.toThrow("argument 'formula'");
});
