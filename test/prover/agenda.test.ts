/** Tests of the prover's agenda: goals, cycles, limits. */
import { describe, expect, test } from 'vitest';
import { Agenda, type House, type Line, type Request } from '../../src/prover/agenda/agenda.ts';
import { Clock } from '../../src/prover/agenda/clock.ts';
import { spend, spent, unitsOf, within } from '../../src/prover/agenda/effort.ts';

/**
 * Goals are names; a proof is its goal with an exclamation mark; what is known is not looked at.
 */
type Toy = Line<string, null, string>;
interface ToyWay {
  readonly promise: number;
  readonly line: () => Toy;
  readonly reserve?: boolean;
}

/** A house with these ways to each goal, and what it was told. */
function toyHouse(ways: Readonly<Record<string, readonly ToyWay[]>>) {
  const remembered: (readonly [string, boolean])[] = [];
  const house: House<string, null, string> = {
    keyOf: ({ goal }) => goal,
    recall: () => undefined,
    waysTo: ({ goal }) =>
      (ways[goal] ?? []).map(({ promise, line, reserve = false }, i) => ({
        name: `${goal} ${i}`,
        promise,
        inReserve: reserve,
        begin: line,
      })),
    guard: (_request, _path, step) => step(),
    accepts: ({ goal }, proof) => proof === `${goal}!`,
    report: () => undefined,
    remember: (_request, key, proof) => void remembered.push([key, proof !== null]),
  };
  return { house, remembered };
}

const run = (
  ways: Readonly<Record<string, readonly ToyWay[]>>,
  goal: string,
  milliseconds = 10_000,
) => {
  const { house, remembered } = toyHouse(ways);
  const clock = new Clock(within(milliseconds));
  const certain = { isAside: false, isCertain: () => true };
  const request: Request<string, null> = { goal, known: null };
  return { ...new Agenda(house, clock).run(request, 0, certain), remembered };
};

/** Follows from all of these. */
const from =
  (goal: string, ...parts: readonly string[]) =>
  (): Toy =>
    (function* line() {
      for (const part of parts) if ((yield { goal: part, known: null }) === null) return null;
      return `${goal}!`;
    })();
/** Follows after the given units of work, unless the clock stops before. */
const costly = (goal: string, units: number, promise: number): ToyWay => ({
  promise,
  line: () =>
    (function* line() {
      yield* [];
      spend(units);
      return `${goal}!`;
    })(),
});

describe('the agenda', () => {
  test('proves from parts, and says so', () => {
    const ways = {
      a: [{ promise: 1, line: from('a', 'b', 'c') }],
      b: [{ promise: 1, line: from('b') }],
      c: [{ promise: 1, line: from('c') }],
    };
    expect(run(ways, 'a')).toMatchObject({ proof: 'a!', stop: 'proved' });
  });

  test('proves nothing from a circle, and remembers no failure inside it', () => {
    const ways = {
      a: [{ promise: 1, line: from('a', 'b') }],
      b: [{ promise: 1, line: from('b', 'c') }],
      c: [{ promise: 1, line: from('c', 'a') }],
    };
    const { proof, stop, remembered } = run(ways, 'a');
    expect([proof, stop]).toEqual([null, 'exhausted']);
    expect(remembered.filter(([, proved]) => proved)).toEqual([]);
    expect(remembered.map(([key]) => key)).not.toContain('c');
  });

  test('leaves a circle by another way', () => {
    const ways = {
      a: [
        { promise: 0.9, line: from('a', 'b') },
        { promise: 0.1, line: from('a', 'd') },
      ],
      b: [
        { promise: 0.9, line: from('b', 'a') },
        { promise: 0.1, line: from('b', 'd') },
      ],
      d: [{ promise: 1, line: from('d') }],
    };
    expect(run(ways, 'a').proof).toBe('a!');
  });

  test('a goal that many ask for is tried once', () => {
    let begun = 0;
    const hopeless = {
      promise: 1,
      line: (): Toy => {
        begun += 1;
        return from('x', 'nothing')();
      },
    };
    const ways = {
      a: [
        { promise: 0.5, line: from('a', 'x') },
        { promise: 0.4, line: from('a', 'x', 'y') },
      ],
      x: [hopeless],
    };
    expect(run(ways, 'a').stop).toBe('exhausted');
    expect(begun).toBe(1);
  });

  test('takes no proof of another goal', () => {
    expect(run({ a: [{ promise: 1, line: from('b') }] }, 'a')).toMatchObject({
      proof: null,
      stop: 'exhausted',
    });
  });

  test('a way of little promise does not starve behind one that asks without end', () => {
    const endless = (n: number): ToyWay => ({
      promise: 0.9,
      line: () =>
        (function* line() {
          spend(unitsOf(5));
          return yield { goal: `deep ${n + 1}`, known: null };
        })(),
    });
    const ways = new Proxy(
      { a: [endless(0), costly('a', 100, 0.05)] } as Record<string, readonly ToyWay[]>,
      { get: (known, key: string) => known[key] ?? [endless(Number(key.split(' ')[1]))] },
    );
    expect(run(ways, 'a', 2000).proof).toBe('a!');
  });

  test('stops when the work is used up, and says so', () => {
    const before = spent();
    const idle: ToyWay = {
      promise: 1,
      line: () =>
        (function* line() {
          spend(unitsOf(50));
          return yield { goal: `more ${spent()}`, known: null };
        })(),
    };
    const ways = new Proxy({} as Record<string, readonly ToyWay[]>, { get: () => [idle] });
    expect(run(ways, 'a', 1000).stop).toBe('out of work');
    expect(spent() - before).toBeLessThan(unitsOf(1200));
  });

  test('reserves wait until the others have ended', () => {
    const order: string[] = [];
    const noted = (name: string, promise: number, reserve: boolean): ToyWay => ({
      promise,
      reserve,
      line: () => {
        order.push(name);
        return from('a', 'nothing')();
      },
    });
    run({ a: [noted('cited', 0.9, true), noted('plain', 0.1, false)] }, 'a');
    expect(order).toEqual(['plain', 'cited']);
  });
});
