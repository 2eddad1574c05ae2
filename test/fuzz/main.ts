/**
 * `npm run fuzz -- --claims 20000 --seed 1`: random claims against an evaluator that shares no code
 * with the program.
 */
import { parseArgs } from 'node:util';
import { fuzz, type Outcome } from './fuzz.ts';

const help = `npm run fuzz -- [--claims N] [--seed S] [--time T] [--patience P] [--points K]
Puts random claims to the program and to an evaluator that shares no code with it.
  --claims N    how many (1000)
  --seed S      of the claims (1)
  --time T      search for each, in seconds' worth of counted work (0.02)
  --patience P  prover for each, in milliseconds' worth of counted work (40)
  --points K    points at which what is proved is evaluated (30)
Prints each contradiction, each verdict that another wording loses, and how many of each verdict
there were. Exit 1 if there is a contradiction.
`;
const number = (standard: string): { type: 'string'; default: string } => ({
  type: 'string',
  default: standard,
});
const options = {
  claims: number('1000'),
  seed: number('1'),
  time: number('0.02'),
  patience: number('40'),
  points: number('30'),
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The options, or what is wrong with them in one line. */
function asked(): { readonly help: boolean; readonly of: (name: string) => number } | string {
  try {
    const { values } = parseArgs({ options });
    const read = new Map(
      Object.entries(values).map(([name, value]) => [name, Number(value)] as const),
    );
    const strange = [...read].find(([, value]) => !(value >= 0));
    if (strange) return `--${strange[0]} takes a number`;
    return { help: values.help, of: (name) => read.get(name) as number };
  } catch (error) {
    return (error as Error).message.split('. ')[0] as string;
  }
}

function show(outcome: Outcome): void {
  for (const [message, claim] of outcome.illTyped) console.log(`ILL-TYPED\t${claim}\t${message}`);
  console.log(
    JSON.stringify({
      claims: outcome.claims,
      verdicts: Object.fromEntries(outcome.verdicts),
      contradictions: outcome.contradictions.length,
      lost: outcome.lost.length,
    }),
  );
  process.exitCode = outcome.contradictions.length > 0 ? 1 : 0;
}

const wanted = asked();
if (typeof wanted === 'string') {
  console.error(`${wanted}; --help says what there is`);
  process.exitCode = 2;
} else if (wanted.help) console.log(help.trimEnd());
else {
  const budget = {
    time: wanted.of('time'),
    patience: wanted.of('patience'),
    points: wanted.of('points'),
  };
  show(await fuzz(wanted.of('claims'), wanted.of('seed'), budget, console.log));
}
