/** Reads the command line: the command, its operands, and its options with their values. */
import { parseArgs } from 'node:util';
import { readTargets, type Target } from '../ci/targets.ts';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';
import { isOption, optionNames, parseable, takesValue, type OptionName } from './option-table.ts';

export interface Options {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly why: boolean;
  /** Whether `report` asks which hypotheses are needed. */
  readonly hypotheses: boolean;
  readonly save: boolean;
  readonly merge: boolean;
  /** Prints the whole proof of what is proved. */
  readonly explain: boolean;
  /** `check` writes the verdicts under the claims of a note. */
  readonly write: boolean;
  /** `check` goes on as files change. */
  readonly watch: boolean;
  /** `cite` compares, and writes nothing. */
  readonly check: boolean;
  /** The long form of an experiment. */
  readonly long: boolean;
  /** Replaces a file that elenchus did not write. */
  readonly force: boolean;
  /** Forms in which the answer to a question is printed. */
  readonly latex: boolean;
  /** Exported claims are tests for pytest. */
  readonly pytest: boolean;
  readonly numpy: boolean;
  readonly jax: boolean;
  readonly torch: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly seed: number;
  /** Seconds for the search of one claim; null where none was given. */
  readonly time: number | null;
  /** Number of threads; null where none was given. */
  readonly jobs: number | null;
  /** The part of a hunt that is this run's, its index from 0; null for the whole. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  /** Reports for continuous integration that `check` writes; none where none was asked for. */
  readonly reporter: readonly Target[];
  /** File that `report` writes; null where none was given. */
  readonly out: string | null;
  /** Address of a playground that `report` links to; null where none was given. */
  readonly playground: string | null;
  /** File for the derivation of the claim that `try` proves; null where none was given. */
  readonly proof: string | null;
  /** File for the points of the search; null where none was given. */
  readonly trace: string | null;
  /** Address of Redis; null where none was given. */
  readonly redis: string | null;
  /** A campaign runs on this machine alone. */
  readonly local: boolean;
  /** Where the page of a campaign is served: an address, `off`, or null for the usual one. */
  readonly listen: { readonly host: string; readonly port: number } | 'off' | null;
  /** Seconds after which a silent worker loses its slice; null where none was given. */
  readonly lease: number | null;
  /** A worker ends once there is nothing to do. */
  readonly drain: boolean;
  /** File that a worker appends its log to; null where none was given. */
  readonly log: string | null;
  /**
   * Directory for the derivations of the claims that `check` finds proved; null where none was
   * given.
   */
  readonly proofs: string | null;
}

export interface CommandLine {
  /** The first word; null where there is none. */
  readonly command: string | null;
  readonly operands: readonly string[];
  readonly options: Options;
  /** The options that were typed. */
  readonly given: readonly OptionName[];
}

const defaultSeed = 1;
const longest = 7 * 24 * 3600;

/** Reads the command line. Throws `Misuse`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...args],
    options: parseable,
    allowPositionals: true,
    strict: false,
    why: false,
    hypotheses: false,
    tokens: true,
  });
  const operands: string[] = [];
  const given = new Map<OptionName, string | undefined>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (!isOption(token.name)) throw unknownOption(token.rawName);
    if (!takesValue(token.name) && token.value !== undefined)
      throw new Misuse(`${token.rawName} takes no value`);
    given.set(token.name, token.value);
  }
  const [command = null, ...rest] = operands;
  return { command, operands: rest, options: optionsOf(given), given: [...given.keys()] };
}

function optionsOf(given: ReadonlyMap<OptionName, string | undefined>): Options {
  const valued = <T>(name: OptionName, parse: (text: string | undefined) => T): T | null =>
    given.has(name) ? parse(given.get(name)) : null;
  return {
    json: given.has('json'),
    quiet: given.has('quiet'),
    strict: given.has('strict'),
    why: given.has('why'),
    hypotheses: given.has('hypotheses'),
    save: given.has('save'),
    merge: given.has('merge'),
    explain: given.has('explain'),
    long: given.has('long'),
    watch: given.has('watch'),
    write: given.has('write'),
    check: given.has('check'),
    force: given.has('force'),
    latex: given.has('latex'),
    pytest: given.has('pytest'),
    numpy: given.has('numpy'),
    jax: given.has('jax'),
    torch: given.has('torch'),
    local: given.has('local'),
    drain: given.has('drain'),
    help: given.has('help'),
    version: given.has('version'),
    seed: valued('seed', parseSeed) ?? defaultSeed,
    time: valued('time', parseTime),
    jobs: valued('jobs', parseJobs),
    shard: valued('shard', parseShard),
    reporter: valued('reporter', parseReporter) ?? [],
    out: valued('out', (text) => parseTarget('--out', text, 'report.html')),
    playground: valued('playground', parseAddress),
    redis: valued('redis', parseRedis),
    listen: valued('listen', parseListen),
    lease: valued('lease', (text) => parseTime(text, '--lease')),
    log: valued('log', (text) => parseTarget('--log', text, 'worker.jsonl')),
    proof: valued('proof', (text) => parseTarget('--proof', text, 'proof.json')),
    trace: valued('trace', (text) => parseTarget('--trace', text, 'trace.jsonl')),
    proofs: valued('proofs', (text) => parseTarget('--proofs', text, 'derivations')),
  };
}

/** True where --json is among the options, also on a command line that is otherwise wrong. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes('--json');
}

function unknownOption(raw: string): Misuse {
  if (!raw.startsWith('--'))
    return new Misuse(
      `unknown option ${raw}; write -- before a claim that begins with a minus: elenchus try -- "-A …"`,
    );
  const near = nearest(
    raw,
    optionNames.map((name) => `--${name}`),
  );
  return new Misuse(
    `unknown option ${raw}; ` +
      `${near === null ? 'elenchus --help lists the commands and their options' : `did you mean ${near}?`}`,
  );
}

/** Seconds from `500ms`, `2s`, `1m` or a plain number of seconds. Throws `Misuse`. */
export function parseTime(text: string | undefined, name = '--time'): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text ?? '');
  if (match === null)
    throw new Misuse(
      `${name} ${text === undefined ? 'needs a value' : `'${text}' is not a valid time`}: ` +
        'write 500ms, 2s, 1m or a number of seconds',
    );
  const seconds = Number(match[1]) * ({ ms: 0.001, s: 1, m: 60 }[match[2] ?? 's'] ?? 1);
  if (seconds <= 0 || seconds > longest)
    throw new Misuse(`${name} ${text} is out of range: more than 0 and at most a week`);
  return seconds;
}

/** A whole number below 2^31. Throws `Misuse`. */
export function parseSeed(text: string | undefined): number {
  const seed = /^\d{1,10}$/.test(text ?? '') ? Number(text) : NaN;
  if (!(seed < 2 ** 31))
    throw new Misuse(
      `--seed ${text === undefined ? 'needs a value' : `'${text}' is not a valid seed`}: ` +
        `write a whole number from 0 to ${2 ** 31 - 1}`,
    );
  return seed;
}

/** A number of threads. Throws `Misuse`. */
function parseJobs(text: string | undefined): number {
  const jobs = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 0;
  if (jobs < 1 || jobs > 256)
    throw new Misuse(
      '--jobs ' +
        `${text === undefined ? 'needs a value' : `'${text}' is not a valid number of threads`}: ` +
        'write a whole number from 1 to 256',
    );
  return jobs;
}

/** Reporters, each with its file. Throws `Misuse`. */
function parseReporter(text: string | undefined): readonly Target[] {
  const targets = readTargets(text ?? '');
  if (typeof targets === 'string') throw new Misuse(`--reporter: ${targets}`);
  return targets;
}

/** A place that is written to. Throws `Misuse`. */
function parseTarget(name: string, text: string | undefined, example: string): string {
  if (text === undefined || text === '' || text.startsWith('-'))
    throw new Misuse(`${name} needs a file or directory to write to: ${name} ${example}`);
  return text;
}

/** `2/5`: the second of five parts. Throws `Misuse`. */
function parseShard(text: string | undefined): { index: number; count: number } {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text ?? '');
  const [index, count] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  if (index < 1 || index > count)
    throw new Misuse(
      `--shard ${text === undefined ? 'needs a value' : `'${text}' is not a valid shard`}: ` +
        'write i/n, as 2/5 for the second of five',
    );
  return { index: index - 1, count };
}

/** An address of Redis; whether somebody answers there shows later. Throws `Misuse`. */
function parseRedis(text: string | undefined): string {
  if (text === undefined || !/^rediss?:\/\/./.test(text))
    throw new Misuse(
      `--redis ${text === undefined ? 'needs a value' : 'is not an address of Redis'}: write ` +
        'redis://127.0.0.1:6379, or rediss://user:password@host:6380 for TLS',
    );
  return text;
}

/** `7327`, `0.0.0.0:7327`, `[::1]:0` or `off`. Throws `Misuse`. */
function parseListen(
  text: string | undefined,
): { readonly host: string; readonly port: number } | 'off' {
  if (text === 'off') return 'off';
  const match = /^(?:(.+):)?(\d{1,5})$/.exec(text ?? '');
  const port = Number(match?.[2] ?? Number.NaN);
  if (match === null || port > 65_535)
    throw new Misuse(
      `--listen ${text === undefined ? 'needs a value' : `'${text}' is not an address`}: ` +
        'write a port, as 7327, or host:port, as 0.0.0.0:7327, or off',
    );
  return { host: (match[1] ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1'), port };
}

/** An address of a page without a fragment; scripts are refused. */
function parseAddress(given: string | undefined): string {
  const text = given ?? '';
  if (!/^(?:https?:\/\/|\.{0,2}\/)?[\w.~%/:@-]+$/.test(text) || /^\w+:(?!\/\/)/.test(text))
    throw new Misuse(
      `--playground '${text}' is not an address: write https://… or a path such as playground/index.html`,
    );
  return text;
}
