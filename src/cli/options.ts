import { parseArgs } from 'node:util';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';

export interface Options {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly save: boolean;
  readonly merge: boolean;
  /** `check` puts the verdicts under the claims of a note. */
  readonly write: boolean;
  /** `cite` compares, and writes nothing. */
  readonly check: boolean;
  /** The long form of an experiment. */
  readonly long: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly seed: number;
  /** Seconds for the search of one claim; null where none was given. */
  readonly time: number | null;
  /** Threads for `check` and `hunt`; null where none was given. */
  readonly jobs: number | null;
  /** The part of a hunt that is this run's, its index from 0; null where it is the whole. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  /** File that `report` writes; null where none was given. */
  readonly out: string | null;
  /** File for the derivation of the claim that `try` proves; null where none was given. */
  readonly proof: string | null;
  /** Directory for the derivations of what `check` finds proved; null where none was given. */
  readonly proofs: string | null;
}

export interface CommandLine {
  /** The first word; null where there is none. */
  readonly command: string | null;
  readonly operands: readonly string[];
  readonly options: Options;
}

const flags = {
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  strict: { type: 'boolean' },
  save: { type: 'boolean' },
  merge: { type: 'boolean' },
  long: { type: 'boolean' },
  write: { type: 'boolean' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  seed: { type: 'string' },
  time: { type: 'string' },
  jobs: { type: 'string' },
  shard: { type: 'string' },
  out: { type: 'string' },
  proof: { type: 'string' },
  proofs: { type: 'string' },
} as const;

export const defaultSeed = 1;
const longest = 7 * 24 * 3600;

/** Reads the command line. Throws `Misuse`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options: flags,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const on = new Set<string>();
  let seed = defaultSeed;
  let time: number | null = null;
  let jobs: number | null = null;
  let shard: Options['shard'] = null;
  let out: string | null = null;
  let proof: string | null = null;
  let proofs: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'seed') seed = parseSeed(token.value);
    else if (token.name === 'time') time = parseTime(token.value);
    else if (token.name === 'jobs') jobs = parseJobs(token.value);
    else if (token.name === 'shard') shard = parseShard(token.value);
    else if (token.name === 'out') out = parseFile(token.value);
    else if (token.name === 'proof') proof = parseTarget('--proof', token.value, 'proof.json');
    else if (token.name === 'proofs') proofs = parseTarget('--proofs', token.value, 'derivations');
    else if (!Object.hasOwn(flags, token.name)) throw unknownOption(token.rawName);
    else if (token.value !== undefined) throw new Misuse(`${token.rawName} takes no value`);
    else on.add(token.name);
  }
  const [command = null, ...rest] = operands;
  const options = {
    json: on.has('json'),
    quiet: on.has('quiet'),
    strict: on.has('strict'),
    save: on.has('save'),
    merge: on.has('merge'),
    long: on.has('long'),
    write: on.has('write'),
    check: on.has('check'),
    help: on.has('help'),
    version: on.has('version'),
    seed,
    time,
    jobs,
    shard,
    out,
    proof,
    proofs,
  };
  return { command, operands: rest, options };
}

/** True where --json stands among the options, also on a command line that is otherwise wrong. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes('--json');
}

function unknownOption(raw: string): Misuse {
  if (!raw.startsWith('--'))
    return new Misuse(
      `unknown option ${raw}; a claim that begins with a minus stands behind --, as in: elenchus try -- "-A …"`,
    );
  const near = nearest(
    raw,
    Object.keys(flags).map((name) => `--${name}`),
  );
  return new Misuse(
    `unknown option ${raw}${near === null ? '; elenchus --help lists them' : `; did you mean ${near}?`}`,
  );
}

/** Seconds from `500ms`, `2s`, `1m` or a plain number of seconds. Throws `Misuse`. */
export function parseTime(text: string | undefined): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text ?? '');
  if (match === null)
    throw new Misuse(
      `--time ${text === undefined ? 'needs a value' : `'${text}' is no time`}: write 500ms, 2s, 1m or a number of seconds`,
    );
  const seconds = Number(match[1]) * ({ ms: 0.001, s: 1, m: 60 }[match[2] ?? 's'] ?? 1);
  if (seconds <= 0 || seconds > longest)
    throw new Misuse(`--time ${text} is out of range: more than 0 and at most a week`);
  return seconds;
}

/** A whole number below 2^31. Throws `Misuse`. */
export function parseSeed(text: string | undefined): number {
  const seed = /^\d{1,10}$/.test(text ?? '') ? Number(text) : NaN;
  if (!(seed < 2 ** 31))
    throw new Misuse(
      `--seed ${text === undefined ? 'needs a value' : `'${text}' is no seed`}: write a whole number from 0 to ${2 ** 31 - 1}`,
    );
  return seed;
}

/** A number of threads. Throws `Misuse`. */
export function parseJobs(text: string | undefined): number {
  const jobs = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 0;
  if (jobs < 1 || jobs > 256)
    throw new Misuse(
      `--jobs ${text === undefined ? 'needs a value' : `'${text}' is no number of threads`}: write a whole number from 1 to 256`,
    );
  return jobs;
}

/** The name of a file to write. Throws `Misuse`. */
function parseFile(text: string | undefined): string {
  if (text === undefined || text === '')
    throw new Misuse('--out needs a file: elenchus report --out report.html');
  return text;
}

/** A place that is written to. Throws `Misuse`. */
function parseTarget(name: string, text: string | undefined, example: string): string {
  if (text === undefined || text === '' || text.startsWith('-'))
    throw new Misuse(`${name} needs a place to write to, as ${name} ${example}`);
  return text;
}

/** `2/5`: the second of five parts. Throws `Misuse`. */
export function parseShard(text: string | undefined): { index: number; count: number } {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text ?? '');
  const [index, count] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  if (index < 1 || index > count)
    throw new Misuse(
      `--shard ${text === undefined ? 'needs a value' : `'${text}' is no shard`}: write i/n, as 2/5 for the second of five`,
    );
  return { index: index - 1, count };
}
