/**
 * Checks the narration of each proved claim of the catalogue and of the tests as a written proof,
 * and prints how many are accepted and the lines at which the others fail. Run by `npm run
 * check-back`; `-- --every 20 --from 3` takes each twentieth claim from the third on, `--only TEXT`
 * those that contain a text, `--again FILE` those that fail in an earlier output; `--lines` prints the
 * narrations that fail.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { narrate } from '../../src/narration/narrate.ts';
import type { Claim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { checkProof } from '../../src/prover/written/check-proof.ts';
import { ProofError } from '../../src/prover/written/proof-error.ts';
import { claims } from '../second-checker/claims.ts';

export interface CheckedBack {
  readonly lines: readonly string[];
  /** Null where it is accepted; else what the check says. */
  readonly why: string | null;
}

/** Null where no proof is found, or one that rests on a cited theorem. */
export function checkedBack(claim: Claim, patience = 1000): CheckedBack | null {
  const proof = proofOf(claim);
  if (proof === null) return null;
  const { lines } = narrate(claim, proof.theorem);
  try {
    checkProof(claim, lines.join('\n'), new Map(), patience);
    return { lines, why: null };
  } catch (error) {
    if (error instanceof ProofError) return { lines, why: error.message };
    return { lines, why: `${(error as Error).name}: ${(error as Error).message}` };
  }
}

function proofOf(claim: Claim): ReturnType<typeof prove> {
  try {
    const proof = prove(claim, { time: 4000 });
    return proof === null || proof.axioms.length > 0 ? null : proof;
  } catch {
    return null;
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      every: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      only: { type: 'string', default: '' },
      again: { type: 'string' },
      patience: { type: 'string', default: '1000' },
      lines: { type: 'boolean', default: false },
    },
  });
  const [every, from] = [Number(values.every), Number(values.from)];
  const before = values.again === undefined ? null : readFileSync(values.again, 'utf8');
  const all = claims().filter(
    ({ text }, i) =>
      i % every === from &&
      text.includes(values.only) &&
      (before?.includes(`FAILS ${text}\n`) ?? true),
  );
  let [proved, accepted] = [0, 0];
  for (const { text, claim } of all) {
    const found = checkedBack(claim, Number(values.patience));
    if (found === null) continue;
    proved += 1;
    if (found.why === null) accepted += 1;
    else {
      console.log(`FAILS ${text}\n      ${found.why}`);
      if (values.lines) console.log(found.lines.map((line) => `    | ${line}`).join('\n'));
    }
  }
  console.log(`${all.length} claims, ${proved} proved, ${accepted} narrations accepted`);
}

if (process.argv[1]?.includes('check-back')) main();
