/** All strategies of the search. To add one: a file that declares it, and its line here. */
import type { Strategy } from './known/strategy.ts';
import { byRelu } from './order/by-relu.ts';
import { spectralNorms } from './order/spectral-norms.ts';

export const strategies: readonly Strategy[] = [byRelu, spectralNorms];
