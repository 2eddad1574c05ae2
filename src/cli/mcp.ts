/** `elenchus mcp`: a server for coding agents, over standard input and output. */
import { readFile } from 'node:fs/promises';
import type { McpWork } from '../mcp/work.ts';
import { version } from '../records/version.ts';
import type { Command } from './command.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { inTurn } from './in-turn.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Start } from './start.ts';
import { verdictAlone, type Task } from './task.ts';

export const command: Command = {
  name: 'mcp',
  usage: ['elenchus mcp'],
  summary: 'serves coding agents (Model Context Protocol)',
  about: `
Serves a coding agent over standard input and output, by the Model Context
Protocol. Tools: try, answer, why, needs, facts, replay. Resources: the language
reference. A prompt makes a model check a formula before it uses it.`,
  options: [],
  examples: ['claude mcp add elenchus -- npx elenchus mcp'],
  run: serve,
};

async function serve(
  operands: readonly string[],
  options: Options,
  _output: Output,
  start: Start,
): Promise<ExitCode> {
  if (operands.length > 0) throw new Misuse('mcp takes no arguments: elenchus mcp');
  const { serveAgents, StdioServerTransport } = await sdk();
  const transport = new StdioServerTransport();
  // the transport does not notice that its input ended
  process.stdin.on('end', () => void transport.close());
  await serveAgents(workOf(options, start), transport);
  return exitCode.good;
}

/** The SDK is optional; a command that is never used costs no disk. */
async function sdk() {
  try {
    const [{ serveAgents }, { StdioServerTransport }] = await Promise.all([
      import('../mcp/server.ts'),
      import('@modelcontextprotocol/sdk/server/stdio.js'),
    ]);
    return { serveAgents, StdioServerTransport };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Misuse(
      'mcp needs the package @modelcontextprotocol/sdk: npm install @modelcontextprotocol/sdk',
    );
  }
}

/** Seconds by the clock: clients of the protocol wait for a minute, and then have no answer. */
const longestWait = 50;

function workOf({ seed }: Options, start: Start): McpWork {
  const turn = inTurn();
  const taskOf = (text: string, time: number): Task => ({
    text,
    proof: null,
    lemmas: [],
    time,
    seed,
    strict: false,
    ...verdictAlone,
    wall: longestWait,
  });
  return {
    version: version(),
    async examine(text, { time, strict }) {
      const task = { ...taskOf(text, time), strict };
      const { verdict, answer } = await turn(async () =>
        (await start.single()).examine(task, () => {}),
      );
      return { verdict, answer: answer ?? null };
    },
    async why(text, time) {
      const task = { ...taskOf(text, time), why: true };
      const { verdict, why } = await turn(async () =>
        (await start.single()).examine(task, () => {}),
      );
      return { verdict, why: why ?? null };
    },
    needs: (text) =>
      turn(async () =>
        (await start.single()).needs(
          { text, seed, filed: [], within: 60, wall: longestWait },
          () => {},
        ),
      ),
    facts: async (words) =>
      (await import('../prover/statements.ts'))
        .statements(words)
        .map(({ name, statement, source, hypotheses, place }) => ({
          name,
          statement,
          source,
          hypotheses,
          place,
        })),
    page,
  };
}

const operatorTable = async (): Promise<string> =>
  (await import('../mcp/words.ts')).operatorTable();

/** The pages lie next to package.json, above both the sources and the build. */
async function page(name: string): Promise<string> {
  for (const up of ['../../docs', '../../../docs']) {
    const text = await readFile(new URL(`${up}/${name}.md`, import.meta.url), 'utf8').catch(
      () => null,
    );
    if (text !== null) return name === 'language' ? text + (await operatorTable()) : text;
  }
  throw new Misuse(`docs/${name}.md is not installed`);
}
