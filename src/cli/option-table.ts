/** Every option of the command line: its value, if it takes one, and its line of help. */

interface OptionEntry {
  /** The placeholder of its value in the help; null for a switch. */
  readonly value: string | null;
  readonly short?: string;
  /** Lines of at most 60 columns. */
  readonly help: readonly string[];
}

const table = {
  save: { value: null, help: ['files a counterexample under properties/witnesses/'] },
  proof: {
    value: 'FILE',
    help: ['writes the derivation of a proved claim, for elenchus-recheck'],
  },
  proofs: {
    value: 'DIR',
    help: ['writes the derivation of each proved claim to DIR,', 'for elenchus-recheck DIR'],
  },
  trace: {
    value: 'FILE',
    help: ['writes every point that was tried, as JSON lines in the', 'format of Hypothesis'],
  },
  explain: { value: null, help: ['prints the whole proof of a proved claim'] },
  write: { value: null, help: ['writes the verdicts under the claims of the .md files'] },
  reporter: {
    value: 'LIST',
    help: [
      'github, junit, sarif or markdown in place of the text;',
      'several as github,sarif:elenchus.sarif',
    ],
  },
  watch: {
    value: null,
    help: ['checks again what a change of a file touches, until Ctrl-C,', 'with a live report'],
  },
  check: {
    value: null,
    help: ['writes nothing; exit code 1 and a list where a citation', 'no longer holds'],
  },
  merge: { value: null, help: ['merges the records of all shards of a hunt or an experiment'] },
  shard: { value: 'i/n', help: ['the i-th of n parts: of the points, or of the units'] },
  redis: {
    value: 'URL',
    help: [
      'redis://host:6379, or rediss://user:password@host:6380',
      'for TLS; also in ELENCHUS_REDIS',
    ],
  },
  local: { value: null, help: ['on this machine, also where ELENCHUS_REDIS is set'] },
  listen: {
    value: 'ADDRESS',
    help: ['where the page is served: a port, host:port, or off', '(127.0.0.1:7327)'],
  },
  lease: {
    value: 'T',
    help: ['a silent worker loses its slice after this time (30s)'],
  },
  drain: { value: null, help: ['ends once no campaign has slices left'] },
  log: { value: 'FILE', help: ['appends what happens, one JSON document a line'] },
  long: { value: null, help: ['the long form, on all cores; it can be resumed'] },
  out: { value: 'FILE', help: ['the file to write'] },
  playground: { value: 'URL', help: ['claims link to the playground at this address'] },
  hypotheses: { value: null, help: ['which hypotheses each proved claim needs'] },
  pytest: { value: null, help: ['functions are tests for pytest'] },
  latex: { value: null, help: ['prints the answer to a question as LaTeX'] },
  numpy: { value: null, help: ['code for NumPy: of an answer, or of exported claims'] },
  jax: { value: null, help: ['the same for JAX'] },
  torch: { value: null, help: ['the same for PyTorch'] },
  stdio: { value: null, help: ['standard input and output, as without it'] },
  force: { value: null, help: ['replaces a file that elenchus did not write'] },
  jobs: { value: 'N', help: ['number of threads (one for each core)'] },
  why: {
    value: null,
    help: [
      'for a claim that is neither proved nor refuted: what was',
      'tried, why it stopped, and what it would follow from',
    ],
  },
  strict: { value: null, help: ['a claim must state all that it needs to be defined'] },
  seed: { value: 'N', help: ['seed of the search (1)'] },
  time: { value: 'T', help: ['time for one claim: 500ms, 2s, 1m'] },
  json: { value: null, help: ['one JSON document on standard output, nothing else'] },
  quiet: { value: null, help: ['no progress; only the verdict'] },
  help: { value: null, short: 'h', help: ['this text'] },
  version: { value: null, short: 'V', help: ['the version'] },
} as const satisfies Readonly<Record<string, OptionEntry>>;

export type OptionName = keyof typeof table;

const entries: ReadonlyMap<string, OptionEntry> = new Map(Object.entries(table));

/** Options that every command takes. */
export const everywhere: readonly OptionName[] = ['seed', 'time', 'json', 'quiet', 'help'];

export const optionNames = [...entries.keys()] as readonly OptionName[];
export const isOption = (name: string): name is OptionName => entries.has(name);
export const takesValue = (name: OptionName): boolean => entries.get(name)?.value !== null;

/** The lines of help of one option. */
export function optionHelp(name: OptionName): string[] {
  const { value, help } = entries.get(name) as OptionEntry;
  const [first, ...more] = help;
  const flag = `--${name}${value === null ? '' : ` ${value}`}`;
  return [`  ${flag.padEnd(15)} ${first}`, ...more.map((line) => `  ${' '.repeat(15)} ${line}`)];
}

/** For `parseArgs` of Node. */
export const parseable = Object.fromEntries(
  [...entries].map(([name, { value, short }]) => [
    name,
    {
      type: value === null ? ('boolean' as const) : ('string' as const),
      ...(short === undefined ? {} : { short }),
    },
  ]),
);
