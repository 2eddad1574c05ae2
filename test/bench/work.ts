/** What ten claims cost, counted and not timed: the same on every machine. */
import { vi } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { prove } from '../../src/prover/prove.ts';
import { searchSync } from '../../src/refuter/index.ts';

export type Work = Readonly<Record<string, number>>;

/** Counts the calls of methods while something runs. */
function counting(run: () => void, watched: readonly (readonly [object, string])[]): number[] {
  const spies = watched.map(([target, method]) =>
    vi.spyOn(target as Record<string, () => unknown>, method),
  );
  try {
    run();
    return spies.map((s) => s.mock.calls.length);
  } finally {
    for (const s of spies) s.mockRestore();
  }
}

/**
 * Trials to the first violation, and exact sums and products up to it and up to the smallest
 * witness.
 */
export function refuting(text: string): Work {
  const claim = parseClaim(text);
  const once = (shrinking: boolean): Work => {
    let trials = 0;
    const counts = counting(() => {
      const found = searchSync(claim, {
        time: 600_000,
        seed: 1,
        to: 4000,
        widest: false,
        shrinking,
      });
      if (found.verdict !== 'refuted') throw new Error(`not refuted: ${text}`);
      trials = found.trials.run;
    }, [
      [rationals, 'add'],
      [rationals, 'mul'],
    ]);
    return { trials, operations: counts.reduce((a, b) => a + b, 0) };
  };
  // what is compiled or remembered for a claim the first time is not counted
  once(true);
  const [first, small] = [once(false), once(true)];
  return {
    trials: first.trials ?? 0,
    first: first.operations ?? 0,
    smallest: small.operations ?? 0,
  };
}

/** Objects that the kernel and the prover seal on the way to a proof: terms, formulas, theorems. */
export function proving(text: string): Work {
  const claim = parseClaim(text);
  const once = (): number =>
    counting(() => {
      if (prove(claim, { time: 600_000 }) === null) throw new Error(`not proved: ${text}`);
    }, [[Object, 'freeze']])[0] ?? 0;
  once();
  return { sealed: once() };
}
