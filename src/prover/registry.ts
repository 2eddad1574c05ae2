/** All strategies of the search. To add one: a file that declares it, and its line here. */
import type { Strategy } from './known/strategy.ts';
import { atCoordinates, sumOfEntries } from './order/entries.ts';
import { byRelu } from './order/by-relu.ts';
import { psdTheorems } from './order/psd-theorems.ts';
import { definiteForms } from './order/definite-forms.ts';
import { invitedFacts } from './order/invited-facts.ts';
import { jensen } from './order/jensen.ts';
import { operatorBounds } from './order/operator-bounds.ts';
import { psdProducts } from './order/psd-products.ts';
import { spectralNorms } from './order/spectral-norms.ts';
import { squaredSides } from './order/squared-sides.ts';

export const strategies: readonly Strategy[] = [
  byRelu,
  atCoordinates,
  spectralNorms,
  definiteForms,
  psdProducts,
  squaredSides,
  operatorBounds,
  sumOfEntries,
  invitedFacts,
  psdTheorems,
  jensen,
];
