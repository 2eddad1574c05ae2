/** Tests of the library: `claim`, `prove`, `refute`, `replay`. */
import { rechecked } from '../second-checker/documents.ts';
import { describe, expect, test } from 'vitest';
import {
  claim,
  claimText,
  ClaimError,
  DerivationError,
  examine,
  IllTyped,
  needs,
  prove,
  RecordError,
  refute,
  replay,
  verdictJson,
  verdictText,
  why,
  witnessText,
} from 'elenchus';

/** Modules are compiled while the first tests run. */
const slow = 60_000;

const cancellation =
  "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q";
const commute = 'A, B: n×n |- A B = B A';

describe('why', () => {
  test(
    'says what was tried on an open claim, and that there is a proof of a proved one',
    async () => {
      const open = await why('A, B: n×n psd |- tr(A B A B A B) <= tr(A^3 B^3)', { time: 0.3 });
      expect(open.stop).not.toBe('proved');
      expect(open.reason).not.toBe('');
      expect(open.tried.length).toBeGreaterThan(0);
      expect((await why('A: n×n |- A = A')).stop).toBe('proved');
      await expect(why('A: n×n |- B = A')).rejects.toThrow(IllTyped);
    },
    slow,
  );
});

describe('claim', () => {
  test('reads a claim and says in the thrown error where it has no meaning, and what would mend it', () => {
    expect(claimText(claim('A: m×n; B: n×m |- tr(A B) = tr(B A)'))).toBe(
      'A: m x n; B: n x m |- tr(A B) = tr(B A)',
    );
    const error = (() => {
      try {
        return claim('A: m×n\nB: n×m |- tr(A A) = tr(B A)');
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(IllTyped);
    expect(error).toBeInstanceOf(ClaimError);
    expect(error).toMatchObject({
      name: 'IllTyped',
      place: { line: 2, column: 14 },
      suggestion: expect.stringContaining('|-'),
      reason: expect.not.stringContaining('\n'),
    });
    expect((error as Error).message).toMatch(/^ill-typed claim\n\n[^]*\^\^/);
  });
});

describe('prove', () => {
  test(
    'answers with the hypotheses used, and a document that the second checker accepts',
    async () => {
      const proof = await prove(cancellation);
      expect(proof?.assumed).toEqual(['W invertible']);
      expect(proof?.axioms).toEqual([]);
      expect(proof?.derivation.length).toBeGreaterThan(0);
      expect(rechecked(JSON.parse(proof?.document() ?? 'null'))).toMatchObject({
        accepted: true,
        trusted: [],
      });
    },
    slow,
  );
  test('a derivation may use what was proved before, and nothing else', async () => {
    const text = 'A, B: n×n |- tr(A B) = tr(B A)';
    const lemma = await prove(text);
    const proof = 'tr(A B) = tr(B A)  by cyclic';
    if (lemma === null) throw new Error('the lemma was not proved');
    expect(await prove(text, { proof, uses: { cyclic: lemma } })).not.toBeNull();
    await expect(prove(text, { proof, uses: { cyclic: { ...lemma } } })).rejects.toThrow(
      /uses\.cyclic is not a proof/,
    );
  });
  test('null for an unproved claim; throws with the place for a derivation that does not follow', async () => {
    expect(await prove(commute, { patience: 0.3 })).toBeNull();
    await expect(prove(commute, { proof: 'A B = B A  by ring' })).rejects.toThrow(DerivationError);
    await expect(prove(commute, { proof: 'A B = B A  by ring' })).rejects.toThrow(
      /A B = B A {2}by ring\n/,
    );
    await expect(prove("A: m×n |- A = A'")).rejects.toThrow(IllTyped);
  });
  test('hypotheses that contradict each other prove nothing', async () => {
    expect(await prove('x: scalar; x > 0; x < 0 |- x = 7')).toBeNull();
  });
});

describe('refute and replay', () => {
  test('a counterexample is a record that is checked again from its text alone', async () => {
    const { counterexample, trials } = await refute(commute);
    if (counterexample === null) throw new Error('nothing was found');
    expect(counterexample.dims).toEqual({ n: 2 });
    expect(trials.run).toBeGreaterThan(0);
    expect(Object.keys(counterexample.values)).toEqual(['A', 'B']);
    expect((await replay(witnessText(counterexample))).verdict.verdict).toBe('refuted');
    const touched = {
      ...counterexample,
      values: { ...counterexample.values, B: counterexample.values['A'] ?? null },
    };
    const { verdict } = await replay(touched);
    expect(verdict).toMatchObject({ verdict: 'gave-up', counterexample: null });
    await expect(replay('{"claim": 1')).rejects.toThrow(RecordError);
  });
  test('what survives says where it was tried and where not', async () => {
    const attack = await refute('A: n×n invertible |- A inv(A) = I', { trials: 60 });
    expect(attack).toMatchObject({ counterexample: null, reason: null, trials: { run: 60 } });
    expect(Object.values(attack.coverage).some((count) => count > 0)).toBe(true);
    expect(attack.never.every((kind) => attack.coverage[kind] === 0)).toBe(true);
  });
  test('the same seed draws the same counterexample', async () => {
    const [a, b] = await Promise.all([
      refute(commute, { seed: 7, trials: 300 }),
      refute(commute, { seed: 7, trials: 300 }),
    ]);
    expect(a).toEqual(b);
  });
});

describe('examine and needs', () => {
  test('a verdict as text and as JSON', async () => {
    const verdict = await examine(commute);
    expect(await verdictText(verdict)).toMatch(/^refuted[^]*A B = B A[^]*differ by/);
    expect((await verdictText(verdict)).split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(JSON.parse(JSON.stringify(verdictJson(verdict)))).toMatchObject({
      verdict: 'refuted',
      counterexample: { dims: { n: 2 }, exact: true },
    });
    expect((await examine('W: m×n; h: n |- W h = h')).verdict).toBe('ill-typed');
  });
  test(
    'which hypotheses are needed, each with a counterexample to the claim without it',
    async () => {
      const { hypotheses, strongest } = await needs(cancellation, { trials: 400 });
      expect(hypotheses.map(({ hypothesis, verdict }) => [hypothesis, verdict])).toEqual([
        ['W invertible', 'needed'],
        ['Q symmetric', 'not needed'],
        ['c positive', 'not needed'],
      ]);
      const witness = hypotheses[0]?.counterexample ?? null;
      expect(witness === null ? null : (await replay(witness)).verdict.verdict).toBe('refuted');
      expect(strongest).toContain('Q: n x n;');
    },
    slow,
  );
});
