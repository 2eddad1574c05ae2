/**
 * `npm run fuzz -- --claims 20000 --seed 1`: random claims against an evaluator that shares no code
 * with the program.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    time: { type: 'string', default: '0.02' },
    patience: { type: 'string', default: '40' },
    points: { type: 'string', default: '30' },
  },
});

const outcome = await fuzz(
  Number(values.claims),
  Number(values.seed),
  {
    time: Number(values.time),
    patience: Number(values.patience),
    points: Number(values.points),
  },
  console.log,
);
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
