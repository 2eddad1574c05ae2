/**
 * Every step of the written derivations is damaged in every way known here; none that says
 * something false is accepted.
 */
import { describe, expect, test } from 'vitest';
import {
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
import { provedEntries } from '../../second-checker/documents.ts';
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
/** Milliseconds' worth of work for a step of a mutant. */
const patience = 100;

/**
 * The number of mutants of each step, spread over all of them: in a long derivation each is checked
 * in its context.
 */
const some = (mutants: readonly Mutant[], most: number, at: number): Mutant[] =>
  mutants.length <= most
    ? [...mutants]
    : Array.from(
        { length: most },
        (_, k) =>
          mutants[(Math.floor((k * mutants.length) / most) + at) % mutants.length] as Mutant,
      );

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
    checkProof(claim, proof, lemmas, patience);
  } catch (error) {
    if (error instanceof ProofError || error instanceof NotLowerable) return 'rejected';
    throw error;
  }
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

/** Declares the tests of one derivation in `shares`, beginning with the one at `from`. */
export function damagedDerivations(from: number, shares: number): void {
  const tally = { steps: 0, rejected: 0, valid: 0 };

  describe.each(derivations.filter((_, i) => i % shares === from))('$id', ({ claim, proof }) => {
    const parsed = parseProof(proof, parseClaim(claim));
    const steps = mutated(parseClaim(claim), parsed);
    const own = { steps: 0, rejected: 0 };

    test('is accepted unchanged, and written out again', () => {
      checkProof(parseClaim(claim), proof, lemmas);
      checkProof(parseClaim(claim), proofText(parsed), lemmas);
    }, 180_000);

    test.each(steps)(
      '$step',
      ({ mutants }) => {
        const fates = some(
          mutants,
          steps.length > 6 ? 2 : steps.length > 2 ? 6 : 40,
          own.steps,
        ).map((m) => fateOf(claim, proof, m));
        const rejected = fates.filter((f) => f === 'rejected').length;
        own.steps += 1;
        own.rejected += rejected;
        tally.valid += fates.filter((f) => f === 'still valid').length;
      },
      60_000,
    );

    test('mutants of it are rejected', () => {
      tally.steps += own.steps;
      tally.rejected += own.rejected;
      expect(own.rejected).toBeGreaterThan(0);
    });
  });

  test('every step was reached, and most of its mutants rejected', () => {
    expect(tally.steps).toBeGreaterThanOrEqual(12);
    expect(tally.rejected).toBeGreaterThan(1.5 * tally.steps);
  });
}
