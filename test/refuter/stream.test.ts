/** Tests of the stream of points and its shards. */
import { describe, expect, it } from 'vitest';
import { claimHash, parseClaim } from '../../src/language/index.ts';
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import type { Rational } from '../../src/numbers/field.ts';
import { mergeResults } from '../../src/refuter/merge.ts';
import { prepare } from '../../src/refuter/prepared.ts';
import type { CoveredResult } from '../../src/refuter/covered-result.ts';
import { searchSync, startSearch } from '../../src/refuter/search.ts';
import { nextOf, streamOf } from '../../src/refuter/stream.ts';

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, x: unknown) =>
      typeof x === 'bigint' ? `${x}n` : x instanceof Map ? [...x] : x,
    ),
  );
const timeless = (r: CoveredResult): unknown => plain({ ...r, seconds: 0 });

const survivor = "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q";
const rare = "x: 3; A: 3×3; tr(A) = 11; det(A) = 6 |- x' A x >= -20";
const end = 600;

describe('the stream of points', () => {
  it('gives the same point at a position, asked in whatever order', () => {
    const claim = parseClaim(survivor);
    const [one, other] = [streamOf(prepare(claim), 3), streamOf(prepare(claim), 3)];
    const positions = Array.from({ length: 120 }, (_, i) => i * 7);
    const forwards = positions.map((k) => plain(one.at(k).point));
    const backwards = positions
      .toReversed()
      .map((k) => plain(other.at(k).point))
      .toReversed();
    expect(forwards).toEqual(backwards);
    expect(plain(streamOf(prepare(claim), 4).at(833).point)).not.toEqual(
      plain(streamOf(prepare(claim), 3).at(833).point),
    );
  });

  it('is shared between shards without gap or overlap', () => {
    const positions = (index: number): number[] => {
      const list: number[] = [];
      for (let k = nextOf({ index, count: 3 }, 0); k < 2000; k = nextOf({ index, count: 3 }, k + 1))
        list.push(k);
      return list;
    };
    const all = [0, 1, 2].flatMap(positions);
    expect(all).toHaveLength(2000);
    expect(new Set(all).size).toBe(2000);
  });

  it('shards together count what one run counts', () => {
    const claim = parseClaim(survivor);
    const whole = searchSync(claim, { time: 60_000, seed: 5, to: end });
    const parts = [0, 1, 2].map((index) =>
      searchSync(claim, { time: 60_000, seed: 5, to: end, shard: { index, count: 3 } }),
    );
    const merged = mergeResults(parts);
    expect(merged.counts).toEqual(whole.counts);
    expect(merged.verdict).toBe('survived');
    expect(merged.next).toBe(whole.next);
  });

  it('goes on where an interrupted run stopped', () => {
    const claim = parseClaim(survivor);
    const whole = searchSync(claim, { time: 60_000, seed: 6, to: 300 });
    const first = searchSync(claim, { time: 60_000, seed: 6, to: 130 });
    const second = searchSync(claim, { time: 60_000, seed: 6, from: first.next, to: 300 });
    expect(mergeResults([first, second]).counts).toEqual(whole.counts);
  });

  it('a witness does not depend on where the run started', () => {
    const claim = parseClaim(rare);
    const whole = searchSync(claim, { time: 60_000, seed: 2, to: 4000 });
    expect(whole.verdict).toBe('refuted');
    const late = searchSync(claim, {
      time: 60_000,
      seed: 2,
      from: whole.position ?? 0,
      to: (whole.position ?? 0) + 1,
    });
    expect(
      timeless({ ...late, trials: whole.trials, counts: whole.counts, coverage: whole.coverage }),
    ).toEqual(timeless(whole));
  });
});

describe('filed witnesses', () => {
  const number = (n: bigint): Rational => ({ num: n, den: 1n });
  const filed: Assignment<Rational> = {
    dims: new Map([['n', 2]]),
    values: new Map([
      ['x', { kind: 'tensor', tensor: { shape: [2], data: [number(7919n), number(104729n)] } }],
    ]),
  };
  it('are tried first, made small, and need not be found again', () => {
    const other = parseClaim('x: n |- dot(x, ones) < 112648');
    expect(searchSync(other, { time: 60_000, seed: 1, trials: 1 }).verdict).toBe('survived');
    const found = searchSync(other, { time: 60_000, seed: 1, trials: 1, filed: [filed] });
    expect(found.verdict).toBe('refuted');
    expect(found.position).toBeNull();
  });
  it('are left out where names or shapes do not fit', () => {
    const result = searchSync(parseClaim("A: n×n |- tr(A) = tr(A')"), {
      time: 60_000,
      seed: 1,
      to: 10,
      filed: [filed],
    });
    expect(result.trials.run).toBe(10);
  });
  it('of the statement itself are certified again, as they are', async () => {
    const claim = parseClaim('x: n |- dot(x, ones) < 112648');
    const search = startSearch(claim, { seed: 1 });
    await search.revisit([{ at: filed, of: claimHash(claim) }], { time: 1000 });
    const { counterexample, trials, position } = search.result();
    expect(counterexample?.at).toEqual(filed);
    expect({ trials, position }).toEqual({
      trials: { run: 1, met: 1, undecided: 0 },
      position: null,
    });
  });
  it('of other statements are tried after them, and no point of the stream', async () => {
    const claim = parseClaim('x: n |- dot(x, ones) < 112648');
    const small = new Map<string, Value<Rational>>([
      ['x', { kind: 'tensor', tensor: { shape: [2], data: [number(1n), number(1n)] } }],
    ]);
    const search = startSearch(claim, { seed: 1 });
    const own = { at: { ...filed, values: small }, of: claimHash(claim) };
    await search.revisit([{ at: own.at, of: 'another' }, own], { time: 1000 });
    expect(search.result()).toMatchObject({ verdict: 'survived', trials: { run: 1 }, next: 0 });
    await search.revisit([{ at: filed, of: 'another' }], { time: 1000 });
    expect(search.result()).toMatchObject({ verdict: 'refuted', position: null });
  });
});
