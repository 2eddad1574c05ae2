/**
 * Studies of trained networks: where the feature ansatz holds, against which null. Findings were
 * declared before the long runs.
 */
import {
  above,
  below,
  digitsAttention,
  digitsConvolution,
  digitsDense,
  experiment,
  family,
  inForm,
  named,
  ordered,
  scaleAndDecay,
  shapeAndSteps,
  within,
} from 'elenchus';
import type { Finding } from 'elenchus';

const source = 'arXiv 2212.13881, and the note on it';
const howToRead =
  'Likeness is the cosine with Frobenius norms. "Q rotated" is the mean over 20 random rotations of Q, which keeps its spectrum and loses its alignment with W; "chance" is the closed form of results/null-cosine at the isotropy of Q; "untrained" is the same network before; "over" is a difference paired by map. PQP is Q on the range of W. Tightness is tr(W\'W)² over |W\'W|² and the smaller size of W. Restlessness is |g + λW| over |g| + λ|W|, g the gradient of the whole loss: 0 at rest. Networks of one replicate are averaged first, and replicates are counted.';

/** The long form alone can tell. */
const long = (name: string, sentence: string, finding: Finding): Finding =>
  inForm('long', named(name, sentence, finding));
const one = "cos(W'W, M)";
const excess = `${one} over Q rotated`;

const variants = [
  'depth 2',
  'depth 4',
  'depth 5',
  'width 16',
  'width 64',
  'width 128',
  'steps 500',
  'steps 6000',
  'rate 0.05',
  'tanh',
];

export default family('trained', [
  experiment('scale-and-decay', {
    statement:
      "How alike W'W and M = W'QW become depends on the scale of the initial weights and on weight decay: from He's scale and without decay no more than a rotated Q gives, from small weights or with strong decay much more.",
    source,
    note: `${howToRead} 200 cells: five scales, no decay and three, plain descent and Adam, a teacher and the iris flowers with squared error and cross-entropy on the same data; depth 3, width 32, 20 replicates, 4000 networks.`,
    settles: ['A2', 'A14', 'A32', 'A41'],
    ...scaleAndDecay,
    findings: [
      below('diverged', 0.01),
      below('all: training loss left', 0.9),
      inForm('short', within('all: untrained less chance', -0.06, 0.06)),
      long(
        'small-start-aligns',
        'From weights of a tenth of the scale of He and others, without decay, the likeness exceeds that of a rotated Q',
        above(`scale 0.1, decay none: ${excess}`, 0.15),
      ),
      long(
        'he-start-does-not',
        'From the scale of He and others, without decay, it does not',
        within(`scale 1, decay none: ${excess}`, -0.1, 0.1),
      ),
      long(
        'half-start-is-between',
        'The likeness is larger from a quarter of that scale',
        ordered(`scale 1, decay none: ${one}`, `scale 0.25, decay none: ${one}`),
      ),
      long(
        'tenth-start-is-more',
        'and larger still from a tenth',
        ordered(`scale 0.25, decay none: ${one}`, `scale 0.1, decay none: ${one}`),
      ),
      long(
        'strong-decay-aligns',
        'Strong decay does it from the scale of He and others too',
        above(`scale 1, decay strong: ${excess}`, 0.1),
      ),
      long(
        'weak-decay-does-not',
        'Weak decay does not',
        within(`scale 1, decay weak: ${excess}`, -0.1, 0.1),
      ),
      long(
        'first-layer-below-its-null',
        'At that scale and without decay the first layer is below its rotated null',
        below(`layer 1, scale 1, decay none: ${excess}`, 0),
      ),
      long(
        'second-layer-above-the-first',
        'and the second layer is above the first in this, so that pooling hides both',
        ordered(
          `layer 1, scale 1, decay none: ${excess}`,
          `layer 2, scale 1, decay none: ${excess}`,
        ),
      ),
      long(
        'chance-predicts-untrained',
        'The closed form predicts the cosine of untrained networks',
        within('all: untrained less chance', -0.03, 0.03),
      ),
      long(
        'not-isotropic',
        'Q is far from isotropic, on the range of W too',
        below('all: isotropy of PQP', 0.3),
      ),
      long(
        'not-tight',
        'W is far from a multiple of a tight frame',
        below("all: tightness of W'W", 0.6),
      ),
      long(
        'decay-balances',
        'Decay balances neighbouring layers',
        ordered('scale 1, decay strong: imbalance', 'scale 1, decay none: imbalance'),
      ),
      long(
        'strong-decay-rests',
        'Plain descent with strong decay comes to rest',
        below('sgd, scale 1, decay strong: restlessness', 0.3),
      ),
      long(
        'loss-beats-outputs',
        'There the gradients of the loss fit the power one half better than those of the outputs',
        above('sgd, scale 1, decay strong: loss over outputs, power ½', 0),
      ),
      long(
        'half-beats-one',
        'and the power one half fits better than one',
        above('sgd, scale 1, decay strong: gain of the power ½', 0),
      ),
      ...(['squared-error', 'cross-entropy'] as const).map((loss) =>
        long(
          `classes-align-under-${loss}`,
          `The loss does not decide it: classes under ${loss} align from a small start`,
          above(`classes, ${loss}, scale 0.1, decay none: ${excess}`, 0.1),
        ),
      ),
    ],
  }),
  experiment('shape-and-steps', {
    statement:
      'What scale and decay do they do at other depths, widths, rates and activations, and more so after more steps.',
    source,
    note: `${howToRead} Ten variants, one factor at a time, on two tasks at two scales, without decay and with strong decay, plain descent; 20 replicates, 1600 networks.`,
    settles: ['A41'],
    ...shapeAndSteps,
    findings: [
      below('diverged', 0.05),
      inForm('short', below('depth 2: training loss left', 1)),
      ...variants.map((variant) =>
        long(
          `${variant.replaceAll(/[ .]/g, '-')}-aligns`,
          `${variant}: a small start with strong decay aligns`,
          above(`${variant}, scale 0.1, decay 0.02: ${excess}`, 0.1),
        ),
      ),
      ...['width 16', 'width 64', 'width 128'].map((variant) =>
        long(
          `${variant.replace(' ', '-')}-he-start-does-not`,
          `${variant}: the scale of He and others without decay does not`,
          within(`${variant}, scale 1, decay 0: ${excess}`, -0.15, 0.15),
        ),
      ),
      long(
        'more-steps-align-more',
        'With decay, more steps give more likeness',
        ordered(
          `steps 500, scale 1, decay 0.02: ${one}`,
          `steps 6000, scale 1, decay 0.02: ${one}`,
        ),
      ),
      long(
        'more-steps-rest-more',
        'and more rest',
        ordered(
          'steps 6000, scale 1, decay 0.02: restlessness',
          'steps 500, scale 1, decay 0.02: restlessness',
        ),
      ),
    ],
  }),
  experiment('digits-dense', {
    statement: 'On handwritten digits of 14 × 14 pixels a fully connected network shows the same.',
    source,
    note: `${howToRead} MNIST as the package mnist ships it; 1000 images to train on, 500 held back; widths 64, depth 3, plain descent; 24 cells, 20 replicates, 480 networks.`,
    settles: ['A41'],
    ...digitsDense,
    findings: [
      below('diverged', 0.05),
      inForm('short', below('all: training loss left', 1)),
      long(
        'digits-small-start-aligns',
        'Digits: a small start without decay aligns',
        above(`scale 0.1, decay 0: ${excess}`, 0.05),
      ),
      long(
        'digits-he-start-does-not',
        'Digits: the scale of He and others without decay does not',
        within(`scale 1, decay 0: ${excess}`, -0.1, 0.1),
      ),
      long(
        'digits-decay-aligns',
        'Digits: strong decay aligns from that scale too',
        above(`scale 1, decay 0.03: ${excess}`, 0.1),
      ),
    ],
  }),
  experiment('digits-convolution', {
    statement:
      'A convolution, which is a Toeplitz matrix with shared entries, shows it for its filters and patches.',
    source: 'Beaglehole, Radhakrishnan, Pandit, Belkin, arXiv 2309.00570, for convolutions',
    note: `${howToRead} 16 filters of 4 × 4 pixels two apart, then 32 units; W is the filter bank, the mean is over data and places; 8 cells, 20 replicates, 160 networks.`,
    settles: ['A41'],
    ...digitsConvolution,
    findings: [
      below('diverged', 0.05),
      inForm('short', below('all: training loss left', 1)),
      long(
        'filters-align',
        'Filters: a small start with strong decay aligns',
        above(`filters, scale 0.25, decay 0.03: ${excess}`, 0.02),
      ),
      long(
        'convolution-decay-aligns',
        'Convolution: strong decay aligns',
        above(`scale 1, decay 0.03: ${excess}`, 0.05),
      ),
    ],
  }),
  experiment('digits-attention', {
    statement: 'One head of self-attention shows it for queries, keys and values.',
    source,
    note: `${howToRead} The 14 rows of an image are tokens; queries, keys and values have 16 dimensions, then 32 units; each map's gradient is that by its own outputs; 8 cells, 20 replicates, 160 networks.`,
    settles: ['A41'],
    ...digitsAttention,
    findings: [
      below('diverged', 0.05),
      inForm('short', below('all: training loss left', 1)),
      ...['queries', 'keys', 'values'].map((map) =>
        long(
          `${map}-align`,
          `Attention, ${map}: a small start with strong decay aligns`,
          above(`${map}, scale 0.25, decay 0.03: ${excess}`, 0),
        ),
      ),
    ],
  }),
]);
