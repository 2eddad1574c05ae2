/** Tests of the order of attributes and of `needs`. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { weaker } from '../../src/necessity/attribute-order.ts';
import { needs, type NeedsReport } from '../../src/necessity/needs.ts';
import { hypothesesOf } from '../../src/necessity/variants.ts';
import { certify } from '../../src/refuter/certify.ts';

const options = { seed: 1, trials: 800, time: 20_000 };
const report = async (text: string): Promise<NeedsReport> => needs(parseClaim(text), options);
const verdicts = (r: NeedsReport): Record<string, string> =>
  Object.fromEntries(r.rows.map((row) => [row.hypothesis, row.verdict]));

describe('the bounds of a table', () => {
  const claim = parseClaim('A, B: n×n invertible |- det(A B) != 0');
  const names = hypothesesOf(claim).map(({ text }) => text);
  it('leaves out what is open once the time is over', async () => {
    const { rows, untried } = await needs(claim, { ...options, late: () => true });
    expect([rows, untried]).toEqual([[], names]);
  });
  it('tries no further hypothesis once its work is done, and says which', async () => {
    const { rows, untried } = await needs(claim, { ...options, within: 1e-6 });
    expect(rows.map(({ hypothesis }) => hypothesis)).toEqual(names.slice(0, 1));
    expect(untried).toEqual(names.slice(1));
  });
  it('leaves out nothing without them', async () => {
    expect((await needs(claim, options)).untried).toEqual([]);
  });
});

describe('the lattice', () => {
  it('goes from strong to nothing, weakest first', () => {
    expect(weaker('pd')).toEqual(['symmetric', 'psd', 'onto', 'one-to-one', 'invertible']);
    expect(weaker('invertible')).toEqual(['onto', 'one-to-one']);
    expect(weaker('positive')).toEqual(['nonnegative', 'nonzero']);
    expect(weaker('onto')).toEqual([]);
  });
  it('leaves out attributes that follow from the shape or the other attributes', () => {
    const tried = (text: string): (string | null)[][] =>
      hypothesesOf(parseClaim(text)).map((h) => h.variants.map((v) => v.instead));
    expect(tried('A: n×n pd |- A = A')).toEqual([[null, 'A symmetric', 'A psd', 'A invertible']]);
    expect(tried('c: scalar positive |- c = c')).toEqual([[null, 'c nonnegative', 'c nonzero']]);
    expect(tried('A: n×n symmetric invertible |- A = A')).toEqual([[null], [null]]);
    expect(tried('A: n×n; x: scalar; x < 3; A is pd |- A = A')).toEqual([
      [null, 'x <= 3'],
      [null, 'A is symmetric', 'A is psd', 'A is onto', 'A is one-to-one', 'A is invertible'],
    ]);
  });
});

describe('needs', () => {
  it('shows what cancellation needs, and offers the theorem without the rest', async () => {
    const r = await report(
      "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
    );
    expect(verdicts(r)).toEqual({
      'W onto': 'needed',
      'Q symmetric': 'not needed',
      'c positive': 'not needed',
    });
    expect(r.strongest).toBe("W: m x n onto; Q: m x m; c: scalar |- W' W = c W' Q W <=> I = c Q");
    for (const row of r.rows) {
      if (row.counterexample === null) continue;
      expect(typeof certify(parseClaim(row.steps[0]?.claim ?? ''), row.counterexample.at)).toBe(
        'object',
      );
    }
  });
  it('weakens where dropping is too much', async () => {
    const r = await report('A: n×n; c: scalar positive |- c A >>= 0 or c >= 0');
    expect(r.rows[0]?.verdict).toBe('needed');
    expect(r.rows[0]?.steps.map((s) => [s.instead, s.verdict]).slice(0, 2)).toEqual([
      [null, 'refuted'],
      ['c nonnegative', expect.stringMatching(/proved|undecided/)],
    ]);
  });
  it('drops stated hypotheses', async () => {
    const r = await report(
      "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
    );
    expect(verdicts(r)).toEqual({ 'grad(l)(F(theta)) = 0': 'needed' });
  });
  it('says where a hypothesis is implied by what the claim says at all', async () => {
    const r = await report('A, B: n×n invertible |- inv(A B) = inv(B) inv(A)');
    expect(verdicts(r)).toEqual({ 'A invertible': 'implied', 'B invertible': 'implied' });
  });
  it('says undecided, and how far it survived, where it neither proves nor refutes', async () => {
    const r = await report('x, y: scalar nonnegative |- x^4 y^2 + x^2 y^4 + 1 >= 3 x^2 y^2');
    expect(verdicts(r)).toEqual({ 'x nonnegative': 'undecided', 'y nonnegative': 'undecided' });
    expect(r.rows[0]?.steps[0]?.reason).toMatch(/survived \d+ trials/);
    expect(r.strongest).toBeNull();
  });
  it('answers the same twice, and nothing where there is nothing to drop', async () => {
    const strip = (r: NeedsReport): string =>
      JSON.stringify({ ...r, seconds: 0 }, (key, x: unknown) =>
        key === 'proof'
          ? x !== null
          : typeof x === 'bigint'
            ? `${x}`
            : x instanceof Map
              ? [...x]
              : x,
      );
    const text = "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)";
    expect(strip(await report(text))).toBe(strip(await report(text)));
    expect((await report('A, B: n×n |- tr(A B) = tr(B A)')).rows).toEqual([]);
  });
  it('stops when interrupted', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(
      (await needs(parseClaim('A: n×n pd |- tr(A) > 0'), { ...options, signal: stop.signal })).rows,
    ).toEqual([]);
  });
});
