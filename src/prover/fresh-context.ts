/** A search at its beginning: nothing is known, and every strategy may be tried. */
import type { Deadline } from './agenda/effort.ts';
import { proveEqual } from './equality/equality.ts';
import { emptyContext, type Context } from './known/context.ts';
import { Search } from './known/search-state.ts';
import type { Strategy } from './known/strategy.ts';
import { strategies as all } from './registry.ts';
import { proveFormula } from './search.ts';

export const freshContext = (deadline: Deadline, strategies: readonly Strategy[] = all): Context =>
  emptyContext(deadline, proveEqual, new Search(strategies, proveFormula));
