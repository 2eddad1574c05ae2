/**
 * The implications between nine properties that do not hold: each has its witness among the filed
 * ones.
 */
import { family, property } from 'elenchus';
import { implications, source } from '../proofs/implications.ts';

export default family(
  'implications',
  implications.flatMap(({ name, from, to, claim, why }) =>
    why === null
      ? [
          property(name, {
            claim,
            expect: 'refuted',
            source,
            note: `${from.words}, and not ${to.words}`,
          }),
        ]
      : [],
  ),
);
