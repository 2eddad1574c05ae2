/** What the post on finite width says of linear models, and is not so of others. */
import { family, property } from 'elenchus';

const source = 'post on The Principles of Deep Learning Theory, arXiv 2106.10165';

export default family('width', [
  property('end-depends-on-the-steps', {
    claim: `F: R^N -> R; theta: N; y, s, t: scalar; grad(F)(theta) != 0; s != 0; t != 0
      F(theta + s grad(F)(theta)) = y; F(theta + t grad(F)(theta)) = y
      |- s = t`,
    expect: 'refuted',
    source,
    note: 'Two lengths of a gradient step, neither 0, both end at interpolation, and at different weights: the model must be linear for end-does-not-depend-on-the-steps.',
    settles: ['D7'],
    nondegenerate: ['s != 0', 't != 0', 'grad(F)(theta) != 0'],
  }),
]);
