/**
 * Every step of the written derivations is damaged, in turn in every way known here; none that says
 * something false is accepted.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Claim,
  ClaimError,
  claimText,
  parseClaim,
  parseProof,
  type Proof,
} from '../../../src/language/index.ts';
import {
  checkProof,
  NotLowerable,
  prove,
  ProofError,
  type Lemma,
} from '../../../src/prover/index.ts';
import { searchSync } from '../../../src/refuter/index.ts';
import { documentOfClaim, provedEntries, rechecked } from '../../second-checker/documents.ts';
import { mutated, statements, type Mutant } from './mutants.ts';
import { proofText } from './proof-text.ts';

const entries = await provedEntries();
const derivations = entries.flatMap(({ id, claim, proof }) =>
  proof === null ? [] : [{ id, claim, proof }],
);

/** What the derivations refer to by name, proved. */
const lemmas = new Map<string, Lemma>();
for (const { id, claim, proof } of entries) {
  if (!derivations.some((d) => new RegExp(`by ${id}(?![\\w-])`).test(d.proof))) continue;
  const parsed = parseClaim(claim);
  const proved = proof === null ? prove(parsed, { time: 8000 }) : checkProof(parsed, proof, lemmas);
  if (proved) lemmas.set(id, { claim: parsed, theorem: proved.theorem });
}

const trials = 40;

/** Whether a derivation is accepted with that many milliseconds' worth of work for a step. */
function isAccepted(claim: Claim, proof: string | Proof, patience: number): boolean {
  try {
    checkProof(claim, proof, lemmas, patience);
    return true;
  } catch (error) {
    if (error instanceof ProofError || error instanceof NotLowerable) return false;
    throw error;
  }
}

/** Twice what a step of the derivation itself takes: a mutant is not rejected for want of work. */
const patienceFor = (claim: Claim, proof: Proof): number =>
  2 * ([10, 20].find((enough) => isAccepted(claim, proof, enough)) ?? 50);

/** All mutants of a step, from one on, with far apart ones first where a number of them is taken. */
const spread = (mutants: readonly Mutant[], most: number, at: number): Mutant[] => {
  const stride = Math.max(1, Math.floor(mutants.length / most));
  const places = mutants.map((_, k) => k).toSorted((a, b) => (a % stride) - (b % stride) || a - b);
  return places.map((k) => mutants[(k + at) % mutants.length] as Mutant);
};

type Fate = 'ill-typed' | 'rejected' | 'still valid';

/** What became of a mutant; throws where a step that is false was accepted. */
const fateOf = (text: string, derivation: string, mutant: Mutant, patience: number): Fate => {
  const claim = parseClaim(text);
  const source = proofText(mutant.proof);
  let proof: Proof;
  try {
    proof = parseProof(source, claim);
  } catch (error) {
    if (error instanceof ClaimError) return 'ill-typed';
    throw error;
  }
  if (!isAccepted(claim, proof, patience)) return 'rejected';
  const before = new Set(statements(claim, parseProof(derivation, claim)).map(claimText));
  // what stood there before was not damaged
  for (const statement of statements(claim, proof).filter((x) => !before.has(claimText(x)))) {
    const found = searchSync(statement, { time: 5000, seed: 1, trials });
    expect(
      found.verdict,
      `accepted after "${mutant.what}", though false: ${claimText(statement)}\n${source}`,
    ).not.toBe('refuted');
  }
  return 'still valid';
};

const tally = { steps: 0, rejected: 0, valid: 0 };

describe.each(derivations)('$id', ({ claim, proof }) => {
  const parsed = parseProof(proof, parseClaim(claim));
  const steps = mutated(parseClaim(claim), parsed);
  const own = { steps: 0, rejected: 0 };
  let patience = 0;
  beforeAll(() => {
    patience = patienceFor(parseClaim(claim), parsed);
  });

  test('is accepted unchanged and written out again, by the second checker too', () => {
    checkProof(parseClaim(claim), proofText(parsed), lemmas);
    const { theorem } = checkProof(parseClaim(claim), proof, lemmas);
    const answer = rechecked(documentOfClaim(parseClaim(claim), theorem));
    expect(answer).toMatchObject({ accepted: true, trusted: [] });
  });

  test.each(steps)('$step', ({ mutants }) => {
    const most = steps.length > 6 ? 1 : steps.length > 2 ? 3 : 20;
    const fates: Fate[] = [];
    for (const mutant of spread(mutants, most, own.steps)) {
      const fate = fateOf(claim, proof, mutant, patience);
      if (fate !== 'ill-typed') fates.push(fate);
      if (fates.length === most) break;
    }
    own.steps += 1;
    own.rejected += fates.filter((f) => f === 'rejected').length;
    tally.valid += fates.filter((f) => f === 'still valid').length;
  });

  test('mutants of it are rejected', () => {
    tally.steps += own.steps;
    tally.rejected += own.rejected;
    expect(own.rejected).toBeGreaterThan(0);
  });
});

test('every step was reached, and most of its mutants rejected', () => {
  expect(tally.steps).toBeGreaterThanOrEqual(24);
  expect(tally.rejected).toBeGreaterThan(tally.steps);
});
