/** The tools of the server for agents: each with its schema, and a small structured result. */
import { RecordError } from '../records/parse-value.ts';
import { replay } from '../library/replay.ts';
import type { Json } from '../records/value-json.ts';
import { outputs, type OutputFields } from './output-fields.ts';
import { smallVerdict } from './small-verdict.ts';
import type { McpWork } from './work.ts';

export type Fields = { readonly [key: string]: Json };

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, { type: string; description: string }>>;
  readonly required: readonly string[];
  /** The fields of a result, which a client checks. */
  readonly output: OutputFields;
  run(input: Readonly<Record<string, unknown>>, work: McpWork): Promise<Fields>;
}

/** An argument that a tool cannot take; the message says what to give. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

const claimText = { type: 'string', description: 'declarations; hypotheses |- conclusion' };
const most = 12;
/** Characters of a claim: more is a mistake, and would fill the context of an agent. */
const longest = 20_000;

function text(input: Readonly<Record<string, unknown>>, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value.trim() === '')
    throw new BadArgument(`'${name}' must be a text that is not empty`);
  if (name !== 'record' && value.length > longest)
    throw new BadArgument(`'${name}' has more than ${longest} characters: shorten it`);
  return value;
}

/** What the tool does not know, or knows by another type: nothing that was asked for is passed over. */
function refuse(
  { name, properties, required }: Tool,
  input: Readonly<Record<string, unknown>>,
): void {
  for (const [key, value] of Object.entries(input)) {
    const type = properties[key]?.type;
    if (type === undefined)
      throw new BadArgument(
        `${name} has no argument '${key}'; it takes ${Object.keys(properties).join(', ')}`,
      );
    if (typeof value !== type) throw new BadArgument(`'${key}' must be a ${type}`);
  }
  for (const key of required) text(input, key);
}

/** Runs a tool on arguments that may be anything. Throws `BadArgument`. */
export function runTool(
  tool: Tool,
  input: Readonly<Record<string, unknown>>,
  work: McpWork,
): Promise<Fields> {
  refuse(tool, input);
  return tool.run(input, work);
}

/** Seconds' worth of work for a claim; an agent waits no longer than a minute. */
function seconds({ time }: Readonly<Record<string, unknown>>): number {
  if (time === undefined) return 2;
  if (typeof time !== 'number' || !(time > 0 && time <= 60))
    throw new BadArgument("'time' must be a number of seconds, more than 0 and at most 60");
  return time;
}

export const tools: readonly Tool[] = [
  {
    name: 'try',
    title: 'Prove or refute a claim',
    description:
      'Proves a claim about matrices or neural networks for every dimension, or refutes it ' +
      'by an exact counterexample. `survived` does not mean true.',
    properties: {
      claim: claimText,
      time: {
        type: 'number',
        description: "seconds' worth of work for the search, 2 unless given",
      },
      strict: { type: 'boolean', description: 'refuse a claim that is not defined everywhere' },
      derivation: { type: 'boolean', description: 'give the steps of the proof, too' },
    },
    required: ['claim'],
    output: outputs.try,
    async run(input, work) {
      const { verdict } = await work.examine(text(input, 'claim'), {
        time: seconds(input),
        strict: input['strict'] === true,
      });
      return smallVerdict(verdict, input['derivation'] === true);
    },
  },
  {
    name: 'answer',
    title: 'Find the other side',
    description:
      'Answers a claim that ends in `= ?`, as `X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ' +
      '?`, by the shortest form that is proved, with LaTeX and code.',
    properties: { question: { type: 'string', description: 'declarations |- expression = ?' } },
    required: ['question'],
    output: outputs.answer,
    async run(input, work) {
      const question = text(input, 'question');
      if (!/\?\s*\$?\s*$/.test(question))
        throw new BadArgument("'question' must end in `= ?`; use try for a claim");
      const { verdict, answer } = await work.examine(question, { time: 2, strict: false });
      return {
        answer: answer?.text ?? null,
        latex: answer?.latex ?? null,
        code: answer?.code ?? null,
        ...smallVerdict(verdict, false),
        ...(answer?.text == null ? { claim: question.trim() } : {}),
      };
    },
  },
  {
    name: 'why',
    title: 'Why a claim is open',
    description:
      'For a claim that is neither proved nor refuted: what the prover tried, why it ' +
      'stopped, and hypotheses from each of which the claim follows. May take half a minute.',
    properties: {
      claim: claimText,
      time: {
        type: 'number',
        description: "seconds' worth of work for the search, 2 unless given",
      },
    },
    required: ['claim'],
    output: outputs.why,
    async run(input, work) {
      const { verdict, why } = await work.why(text(input, 'claim'), seconds(input));
      if (why === null) return smallVerdict(verdict, false);
      const { reason, tried, wouldFollowFrom, proof, facts } = why;
      return {
        ...smallVerdict(verdict, false),
        reason,
        tried: tried.slice(0, most).map(({ strategy, times }) => ({ strategy, times })),
        wouldFollowFrom: [...wouldFollowFrom],
        proof,
        facts: facts.map((f) => ({ ...f })),
      };
    },
  },
  {
    name: 'needs',
    title: 'Which hypotheses are needed',
    description:
      'Drops and weakens each hypothesis of a claim: needed, not needed (with the stronger ' +
      'claim that is proved), implied or undecided. May take a minute.',
    properties: { claim: claimText },
    required: ['claim'],
    output: outputs.needs,
    async run(input, work) {
      const found = await work.needs(text(input, 'claim'));
      if ('verdict' in found) return smallVerdict(found, false);
      return {
        claim: found.claim,
        strongest: found.strongest,
        hypotheses: found.rows.map(({ hypothesis, verdict, stronger }) => ({
          hypothesis,
          verdict,
          stronger,
        })),
      };
    },
  },
  {
    name: 'facts',
    title: 'Facts and cited theorems',
    description: 'Lists facts of algebra and cited theorems whose name or statement has all words.',
    properties: { words: { type: 'string', description: 'as `rank product`' } },
    required: ['words'],
    output: outputs.facts,
    async run(input, work) {
      const words = text(input, 'words').trim().split(/\s+/);
      const found = await work.facts(words);
      return {
        facts: found.slice(0, most).map((one) => ({ ...one })),
        more: Math.max(0, found.length - most),
      };
    },
  },
  {
    name: 'replay',
    title: 'Check a counterexample again',
    description: 'Checks a filed counterexample exactly, from the JSON text of its record alone.',
    properties: { record: { type: 'string', description: 'the JSON text of the record' } },
    required: ['record'],
    output: outputs.replay,
    async run(input) {
      try {
        const { verdict, notes } = await replay(text(input, 'record'));
        return { ...smallVerdict(verdict, false), notes: [...notes] };
      } catch (error) {
        if (error instanceof RecordError) throw new BadArgument(error.message);
        throw error;
      }
    },
  },
];
