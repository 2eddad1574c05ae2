/** A small catalogue with a claim of every kind, examined once for all tests of a file. */
import type { ClaimEntry } from '../../../src/catalogue/claim-entry.ts';
import { parseClaim } from '../../../src/language/index.ts';
import { needs } from '../../../src/necessity/index.ts';
import { statements } from '../../../src/prover/statements.ts';
import { explain } from '../../../src/refuter/index.ts';
import { reportHtml } from '../../../src/report/html/page.ts';
import type { Reported, ReportInput } from '../../../src/report/html/reported.ts';
import { examine } from '../../../src/verdict/examine.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';

export const hostile = `"><script>alert('x')</script><img src=x onerror="alert(1)">' & \u202E`;

const texts: readonly (Pick<ClaimEntry, 'id' | 'claim'> & Partial<ClaimEntry>)[] = [
  { id: 'demo/trace', claim: 'A: m×n; B: n×m |- tr(A B) = tr(B A)', expect: 'proved' },
  {
    id: 'demo/trace-of-three',
    claim: 'A: m×n; B: n×k; C: k×m |- tr(A B C) = tr(C A B)',
    proof:
      'tr(A B C) = tr((A B) C) by ring\n         = tr(C (A B)) by demo/trace with A := A B, B := C\n         = tr(C A B) by ring',
    expect: 'proved',
  },
  {
    id: 'demo/cancellation',
    claim: "W: n×n invertible; Q: n×n; c: scalar |- W' W = c W' Q W <=> I = c Q",
    proof:
      "=>  I = inv(W') (W' W) inv(W) by ring\n      = inv(W') (c W' Q W) inv(W) by hypothesis\n      = c Q by ring\n<=  W' W = W' (c Q) W by hypothesis\n         = c W' Q W by ring",
    expect: 'proved',
    note: hostile,
  },
  {
    id: 'demo/cancellation-bare',
    claim: "W: m×n; Q: m×m; c: scalar |- W' W = c W' Q W <=> I = c Q",
    expect: 'refuted',
    source: hostile,
  },
  {
    id: 'other/minimum',
    claim:
      "F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
    expect: 'refuted',
  },
  {
    id: 'other/spectral',
    claim: 'A, B: n×n psd |- tr(A B A B A B) <= tr(A^3 B^3)',
    expect: 'survived',
  },
  { id: 'other/shapes', claim: 'A: m×n; B: m×n |- A B = B A', expect: 'ill-typed' },
  { id: 'other/markup', claim: hostile, expect: 'ill-typed' },
];

const entryOf = (one: (typeof texts)[number]): ClaimEntry => ({
  family: one.id.split('/')[0] as string,
  proof: null,
  expect: null,
  source: 'a test',
  note: null,
  uses: [],
  place: { file: 'demo.ts', line: 1, column: 1 },
  claimStart: null,
  ...one,
});

export const fixtureClaims = async (): Promise<Reported[]> => {
  const lemmas = new Map<string, Verdict>();
  const reported: Reported[] = [];
  for (const entry of texts.map(entryOf)) {
    const verdict = await examine(entry.claim, {
      time: 0.2,
      seed: 1,
      lemmas,
      ...(entry.proof === null ? {} : { proof: entry.proof }),
    });
    if (verdict.verdict === 'proved') lemmas.set(entry.id, verdict);
    const explanation =
      verdict.counterexample === null
        ? null
        : explain(parseClaim(verdict.claim), verdict.counterexample);
    const table =
      verdict.verdict === 'proved'
        ? await needs(parseClaim(verdict.claim), { seed: 1, trials: 200, time: 300, proving: 200 })
        : null;
    reported.push({ entry, verdict, explanation, needs: table });
  }
  return reported;
};

export const inputOf = (claims: readonly Reported[]): ReportInput => ({
  claims,
  experiments: [],
  problems: [{ message: hostile, place: { file: 'broken.ts', line: 2, column: 0 } }],
  version: '0.0.0',
  seed: 1,
  time: 1,
});

/** A page whose only derivation names every fact. */
export const factsPage = async (): Promise<string> => {
  const [text] = texts;
  if (text === undefined) throw new Error('the fixture has no claim');
  const entry = entryOf(text);
  const verdict = await examine(entry.claim, { time: 0.2, seed: 1, lemmas: new Map() });
  if (verdict.proof === null) throw new Error(`${entry.id} is not proved`);
  const derivation = statements().map(({ name }) => `tr(A B) = tr(B A)   by '${name}'`);
  const named = { ...verdict, proof: { ...verdict.proof, derivation } };
  return reportHtml(inputOf([{ entry, verdict: named, explanation: null, needs: null }]));
};

export const fixturePage = async (): Promise<string> => reportHtml(inputOf(await fixtureClaims()));
