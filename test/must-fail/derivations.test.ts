/** Every step of every written derivation is damaged in every way known here; none that says something false is accepted. */
import { describe, expect, test } from 'vitest';
import dnfa from '../../proofs/dnfa.ts';
import hessian from '../../proofs/hessian.ts';
import submersion from '../../proofs/submersion.ts';
import { ClaimError, claimText, parseClaim, parseProof, type Proof } from '../../src/language/index.ts';
import { checkProof, NotLowerable, ProofError } from '../../src/prover/index.ts';
import { searchSync } from '../../src/refuter/index.ts';
import { mutated, statements, type Mutant } from './derivations/mutants.ts';
import { proofText } from './derivations/proof-text.ts';

const derivations = [dnfa, hessian, submersion].flatMap((f) => f.members.flatMap((m) => (m.proof === null ? [] : [{ id: `${f.name}/${m.name}`, claim: m.claim, proof: m.proof }])));

const trials = 40;

type Fate = 'ill-typed' | 'rejected' | 'still valid';

/** What became of a mutant; throws where a step that is false was accepted. */
const fateOf = (text: string, derivation: string, mutant: Mutant): Fate => {
  const claim = parseClaim(text);
  const source = proofText(mutant.proof);
  let proof: Proof;
  try {
    proof = parseProof(source, claim);
  } catch (error) {
    if (error instanceof ClaimError) return 'ill-typed';
    throw error;
  }
  try {
    checkProof(claim, proof);
  } catch (error) {
    if (error instanceof ProofError || error instanceof NotLowerable) return 'rejected';
    throw error;
  }
  const before = new Set(statements(claim, parseProof(derivation, claim)).map(claimText));
  // what stood there before was not damaged
  for (const statement of statements(claim, proof).filter((x) => !before.has(claimText(x)))) {
    const found = searchSync(statement, { time: 5000, seed: 1, trials });
    expect(found.verdict, `accepted after "${mutant.what}", though false: ${claimText(statement)}\n${source}`).not.toBe('refuted');
  }
  return 'still valid';
};

const tally = { steps: 0, rejected: 0, valid: 0 };

describe.each(derivations)('$id', ({ claim, proof }) => {
  const parsed = parseProof(proof, parseClaim(claim));

  test('is accepted as it stands, and written out again', () => {
    checkProof(parseClaim(claim), proof);
    checkProof(parseClaim(claim), proofText(parsed));
  });

  test.each(mutated(parseClaim(claim), parsed))('$step', ({ mutants }) => {
    const fates = mutants.map((m) => fateOf(claim, proof, m));
    const rejected = fates.filter((f) => f === 'rejected').length;
    tally.steps += 1;
    tally.rejected += rejected;
    tally.valid += fates.filter((f) => f === 'still valid').length;
    expect(rejected).toBeGreaterThanOrEqual(3);
  }, 60_000);
});

test('every step was reached, and most of its mutants rejected', () => {
  expect(tally.steps).toBeGreaterThanOrEqual(24);
  expect(tally.rejected).toBeGreaterThan(3 * tally.steps);
});
