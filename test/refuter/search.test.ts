/** Tests of the search as a whole: bounds, counts, reasons. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { spent, unitsPerMillisecond } from '../../src/numbers/counted-work.ts';
import { search, searchSync, startSearch } from '../../src/refuter/search.ts';

const text = (value: unknown): string =>
  JSON.stringify(value, (_, x: unknown) =>
    typeof x === 'bigint' ? `${x}n` : x instanceof Map ? [...x] : x,
  );

describe('the search', () => {
  it('gives up where hypotheses contradict each other, and names the one that failed', () => {
    const result = searchSync(parseClaim('x: n; x = 0; |x| > 1 |- x = ones'), {
      time: 2000,
      seed: 1,
      trials: 1500,
    });
    expect(result.verdict).toBe('gave-up');
    expect(result.trials.met).toBe(0);
    expect(result.reason).toMatch(/never met/);
    expect(result.reason).toMatch(/\|x\| > 1|x = 0/);
    expect(result.reason).toMatch(/contradict/);
  });
  it('gives up where sizes contradict each other', () => {
    const result = searchSync(parseClaim('W: m×n onto; m > n |- W = 0'), { time: 2000, seed: 1 });
    expect(result.verdict).toBe('gave-up');
    expect(result.reason).toMatch(/sizes/);
  });
  it('gives up where attributes contradict each other', () => {
    const result = searchSync(parseClaim('A: 3×3 antisymmetric invertible |- A = 0'), {
      time: 2000,
      seed: 1,
      trials: 50,
    });
    expect(result.verdict).toBe('gave-up');
    expect(result.reason).toMatch(/A/);
  });
  it('gives up where what looks violated cannot be certified', () => {
    const result = searchSync(
      parseClaim('x: scalar; sqrt(5 + 2 sqrt(6)) x = (sqrt(2) + sqrt(3)) x; x > 0 |- x < 0'),
      { time: 2000, seed: 1, trials: 200 },
    );
    expect(result.verdict).toBe('gave-up');
    expect(result.reason).toMatch(/irrational/);
  });
  it('gives up where nothing is defined', () => {
    const result = searchSync(parseClaim('A: n×n; A = 0 |- inv(A) = A'), {
      time: 2000,
      seed: 1,
      trials: 400,
    });
    expect(result.verdict).toBe('gave-up');
  });
  it('depends on the seed alone once the number of trials is fixed', async () => {
    const claim = parseClaim("W: n×n invertible; M: n×n pd; W' W M = M W' W; n >= 3 |- W' W ~~ M");
    const strip = (r: Awaited<ReturnType<typeof search>>): string => text({ ...r, seconds: 0 });
    const options = { time: 20_000, seed: 11, trials: 800 };
    expect(strip(await search(claim, options))).toBe(strip(searchSync(claim, options)));
    const survivor = parseClaim('A, B: n×n |- tr(A B) = tr(B A)');
    expect(strip(searchSync(survivor, options))).toBe(strip(searchSync(survivor, options)));
    expect(searchSync(survivor, options).trials).toEqual({ run: 800, met: 800, undecided: 0 });
  });
  it('stops at once when interrupted and answers with what it has', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    let calls = 0;
    const result = await search(parseClaim('A, B: n×n |- tr(A B) = tr(B A)'), {
      time: 20_000,
      seed: 1,
      signal: stop.signal,
      onProgress: () => calls++,
    });
    expect(result.seconds).toBeLessThan(2);
    expect(result.verdict).toBe('survived');
    expect(calls).toBeGreaterThan(0);
  });
  it('keeps to its work, but for the last point', () => {
    const before = spent();
    searchSync(parseClaim("A: n×n invertible |- inv(A') = inv(A)'"), { time: 30, seed: 1 });
    const milliseconds = (spent() - before) / unitsPerMillisecond;
    expect(milliseconds).toBeGreaterThan(29);
    expect(milliseconds).toBeLessThan(130);
  });
  it('goes on from where it stopped, and comes to what one run comes to', () => {
    const claim = parseClaim('A, B: n×n; det(A) = 2 |- det(A B) = 2 det(B)');
    const whole = searchSync(claim, { time: 60_000, seed: 1, to: 600 });
    const parts = startSearch(claim, { seed: 1, to: 600 });
    for (let trials = 7; parts.result(false).next < 600; trials += 23)
      parts.advance({ time: 60_000, trials });
    const { seconds: _, ...found } = parts.result();
    const { seconds: __, ...expected } = whole;
    expect(found).toEqual(expected);
  });
  it('ends the same on a slow clock', () => {
    const claim = parseClaim("A: n×n |- tr(A^2) = tr(A' A)");
    let now = 0;
    const slow = startSearch(claim, { seed: 1 });
    // a clock on which every look takes ten seconds ends nothing that nobody bounded
    slow.advance({ time: 100, late: () => (now += 10_000) < 0 });
    expect(slow.result().counterexample).toEqual(
      searchSync(claim, { time: 100, seed: 1 }).counterexample,
    );
    expect(slow.result().verdict).toBe('refuted');
  });
  it('stops at once where the time of a user is over', () => {
    const stopped = startSearch(parseClaim("A: n×n |- tr(A) = tr(A')"), { seed: 1 });
    stopped.advance({ time: 1000, late: () => true });
    expect(stopped.result().trials.run).toBe(0);
  });
  it('gives up on a point that is too large, and says so', () => {
    const found = searchSync(parseClaim('A: 900×900 |- det(A) = det(A A)'), { time: 20, seed: 1 });
    expect(found.verdict).toBe('gave-up');
    expect(found.reason).toMatch(/too large/);
  });
  it('says what it covered', () => {
    const { coverage } = searchSync(parseClaim("J: k×n |- rank(J' J) = rank(J)"), {
      time: 3000,
      seed: 1,
      trials: 2500,
    });
    for (const c of [
      'matrix: 1×1',
      'matrix: square',
      'matrix: wide',
      'matrix: tall',
      'matrix: zero',
      'matrix: rank deficient',
      'matrix: full rank',
      'sizes: over 4',
    ]) {
      expect(coverage[c] ?? 0, c).toBeGreaterThan(0);
    }
  });
});
