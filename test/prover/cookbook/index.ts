/** The chapters of The Matrix Cookbook that the table goes through, entry by entry. */
import { basics } from './basics.ts';
import { decompositions } from './decompositions.ts';
import { derivatives } from './derivatives.ts';
import { type Entry } from './entry.ts';
import { functions } from './functions.ts';
import { gaussians } from './gaussians.ts';
import { inverses } from './inverses.ts';
import { special } from './special.ts';
import { traces } from './traces.ts';

export interface Chapter {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export const chapters: readonly Chapter[] = [
  { title: '1 Basics', entries: basics },
  { title: '2 Derivatives', entries: [...derivatives, ...traces] },
  { title: '3 Inverses', entries: inverses },
  { title: '5 Solutions and decompositions', entries: decompositions },
  { title: '8 Gaussians', entries: gaussians },
  { title: '9 Special matrices', entries: special },
  { title: '10 Functions and operators', entries: functions },
];
