/** Tests how the search ends where goals nest: circles through side conditions, and too many goals. */
import { describe, expect, test } from 'vitest';
import { less, write, type Formula } from '../../src/kernel/formula.ts';
import { number } from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { within } from '../../src/prover/agenda/effort.ts';
import { orderBy, summand } from '../../src/prover/derived/labelled.ts';
import { freshContext } from '../../src/prover/fresh-context.ts';
import { nought } from '../../src/prover/graphs/small-terms.ts';
import type { Attempt, Strategy } from '../../src/prover/known/strategy.ts';

const places = Array.from({ length: 61 }, (_, k) => number(ratio(BigInt(k))));
/** 0 <= k. */
const goalAt = (k: number): Formula => less(nought(), places[k]!, false);
const proofAt = (k: number): Theorem =>
  orderBy(nought(), places[k]!, false, [summand([], ratio(BigInt(k)))]);
const placeOf = (goal: Formula): number =>
  places.findIndex((_, k) => write(goalAt(k)) === write(goal));

const named = (prove: Strategy['prove']): Strategy => ({
  name: 'toy',
  summary: '',
  kinds: ['less'],
  promise: () => 0.5,
  prove,
});

describe('goals that nest', () => {
  test('in a circle through side conditions end after one round', () => {
    let begun = 0;
    const circular = named((goal, known) => {
      begun += 1;
      return known.search.prove(goal, known);
    });
    const known = freshContext(within(100), [circular]);
    expect(known.search.prove(goalAt(1), known)).toBeNull();
    // once as the claim, once as a condition
    expect(begun).toBe(2);
  });

  test('in a circle of two end too, whichever of them asks on the spot', () => {
    const next = (goal: Formula): Formula => goalAt(3 - placeOf(goal));
    const onTheSpot = named((goal, known) =>
      known.search.prove(next(goal), known) ? proofAt(placeOf(goal)) : null,
    );
    const asked = named(function* asks(goal, known): Attempt {
      return (yield { goal: next(goal), known }) && proofAt(placeOf(goal));
    });
    for (const used of [[onTheSpot], [asked], [onTheSpot, { ...asked, name: 'other' }]]) {
      const known = freshContext(within(100), used);
      expect(known.search.prove(goalAt(1), known)).toBeNull();
    }
  });

  test.each(['asked for', 'on the spot'])(
    'beyond the limit fail there, and are tried again from nearby: %s',
    (how) => {
      const last = 60;
      const prove = (goal: Formula): Theorem => proofAt(placeOf(goal));
      const chain = named((goal, known) => {
        const k = placeOf(goal);
        if (k === last) return prove(goal);
        if (how === 'on the spot')
          return known.search.prove(goalAt(k + 1), known) ? prove(goal) : null;
        return (function* asks(): Attempt {
          return (yield { goal: goalAt(k + 1), known }) && prove(goal);
        })();
      });
      const known = freshContext(within(1000), [chain]);
      expect(known.search.prove(goalAt(1), known)).toBeNull();
      expect(known.search.prove(goalAt(last - 30), known)).toBeNull();
      expect(known.search.prove(goalAt(last - 10), known)?.conclusion).toEqual(goalAt(last - 10));
      // what is proved by then is at hand
      expect(known.search.prove(goalAt(last - 20), known)).not.toBeNull();
      expect(known.search.prove(goalAt(last - 30), known)).not.toBeNull();
    },
  );
});
