/** False claims about networks of finite width, and experiments on them. */
import {
  above,
  below,
  criticalInitialisations,
  exactly,
  experiment,
  family,
  fourPoint,
  inForm,
  ntkFluctuation,
  ordered,
  property,
  trainedPrediction,
  within,
} from 'elenchus';

const book = 'Roberts, Yaida, Hanin: The Principles of Deep Learning Theory, arXiv 2106.10165';

/** Networks of finite width: false claims, and measurements. */
export default family('pdlt', [
  property('truncated-exact', {
    claim: `U: n×n ~ normal(0, 2/n); V: n×n ~ normal(0, 2/n); x: n
      |- E[|relu(V relu(U x))|^4] = (1 + 2 (5/n)) |x|^4`,
    expect: 'refuted',
    source: book,
    note: 'The first order in depth over width is not an exact formula: two ReLU layers of width 5 give 4 against 3; the smallest witness has width 1.',
    settles: ['D18'],
  }),
  property('infinite-width-learns-nothing', {
    claim: `U: n×d; v: n; x: d; eta: scalar; l: R -> R
      |- (U - eta n grad[U](l(v' U x/n))) x = U x`,
    expect: 'refuted',
    source: book,
    note: 'That no parametrisation moves the features: the maximal update does, by an amount in which no width is left (maximal-update).',
    settles: ['A34 in part', 'D10'],
  }),
  property('one-step-solution-nonlinear', {
    claim: `F: R^N -> R^k; theta: N; y: k; jac(F)(theta) is onto
      |- F(theta + jac(F)(theta)' inv(jac(F)(theta) jac(F)(theta)') (y - F(theta))) = y`,
    expect: 'refuted',
    source: book,
    note: 'One step interpolates where the model is linear in its parameters, and not elsewhere.',
    settles: ['D5'],
  }),
  experiment('four-point-recursion', {
    statement: `At leading order in 1/width the connected four-point function V/n of two units of a layer obeys V' = C_W²(⟨σ⁴⟩ − ⟨σ²⟩²) + χ∥² V, with V = 0 at the first layer.`,
    settles: ['D16'],
    source: `${book}, chapter 4`,
    note: 'At layer 2 the leading order is exact. Behind it a width n leaves a remainder of order 1/n, which two widths together remove.',
    ...fourPoint,
    findings: [
      within('relu, width 64, layer 2: V', 4, 6),
      within('tanh, width 64, layer 2: V', 0.085, 0.11),
      within('tanh off criticality, width to infinity: V / recursion', 0.7, 1.3),
      ...['relu', 'tanh', 'tanh off criticality'].map((name) =>
        inForm('long', within(`${name}, width to infinity: V / recursion`, 0.85, 1.15)),
      ),
    ],
  }),
  experiment('ntk-fluctuation', {
    statement: `The relative variance of the neural tangent kernel of a relu network at C_W = 2 grows with the depth L at a fixed width n and falls with the width at a fixed depth: 1 + Var/mean² is about exp(c L/n), with c from 3 to 4.`,
    settles: ['D22'],
    source: `${book}, chapter 8; for linear networks it is a theorem`,
    note: 'One input, weights without biases, each layer as wide as the input.',
    ...ntkFluctuation,
    findings: [
      ordered('depth 2, width 16: Var / mean²', 'depth 4, width 16: Var / mean²'),
      ordered('depth 4, width 16: Var / mean²', 'depth 8, width 16: Var / mean²'),
      ordered('depth 4, width 32: Var / mean²', 'depth 4, width 16: Var / mean²'),
      ...['depth 4, width 32', 'depth 4, width 16', 'depth 8, width 32', 'depth 16, width 64'].map(
        (size) => inForm('long', within(`${size}: log(1 + it) n/L`, 2.5, 5)),
      ),
    ],
  }),
  experiment('trained-prediction', {
    statement: `In two-layer linear networks that are trained on one datum and stopped half-way, the prediction corrected at order 1/width is closer to the ensemble mean than the infinite-width one.`,
    source: `${book}, chapter ∞`,
    note: 'A model in which the correction has a closed form, and vanishes at the end of training. Networks with activations and several data are not covered: their correction needs the differential of the tangent kernel.',
    ...trainedPrediction,
    findings: [
      above('width 8: nearer to the corrected by', 0.01),
      above('width 16: nearer to the corrected by', 0.005),
      above('width 32: nearer to the corrected by', 0.002),
      within('width 16: mean less corrected', -0.006, 0.006),
    ],
  }),
  experiment('critical-initialisations', {
    statement:
      'These (C_b, C_W) solve χ∥ = χ⊥ = 1: linear (0, 1), ReLU (0, 2), tanh (0, 1), GELU (0.17292239, 1.98305826), SWISH (0.55514317, 1.98800468).',
    settles: ['D14'],
    source: `${book}, chapter 5; the remainder of the trapezoidal rule: Trefethen and Weideman, SIAM Review 56 (2014), theorem 5.1`,
    note: 'χ⊥ = C_W⟨σ\'²⟩ and χ∥ = C_W⟨σ²(z² − K)⟩/2K² at a fixed point K = C_b + C_W⟨σ²⟩. Linear and ReLU exactly, at every K; tanh in the limit K → 0, by bounds that are 1 there; GELU and SWISH at the K where the two agree, for which interval arithmetic proves a sign change, between 2 and 5 and between 10 and 20: every digit of the rows "to … places" is certain. "K left" counts the stretches of K that a pair is not excluded on. That K is the only one is not shown. A tenth of SWISH\'s C_b, which one published code has, is excluded: a cover of all K leaves none at which the three equations hold together, and its fixed point between 1/16 and 1 is far from criticality.',
    ...criticalInitialisations({ wrongSwish: { cb: '0.055514317', cw: '1.98800468' } }),
    findings: [
      exactly('linear: C_b', '0'),
      exactly('linear: C_W', '1'),
      exactly('linear: χ∥', '1'),
      exactly('ReLU: C_b', '0'),
      exactly('ReLU: C_W', '2'),
      exactly('ReLU: χ∥', '1'),
      exactly('tanh at K = 1/1000: χ∥ at least', '249/250'),
      exactly('tanh at K = 1/1000: χ⊥ at least', '499/500'),
      exactly('GELU: C_b to 8 places', '0.17292239'),
      exactly('GELU: C_W to 8 places', '1.98305826'),
      exactly('GELU: K to 8 places', '3.56155281'),
      below('GELU: width of the bracket of C_b', 1e-9),
      exactly('SWISH: C_b to 8 places', '0.55514317'),
      exactly('SWISH: C_W to 8 places', '1.98800468'),
      exactly('SWISH: K to 8 places', '14.32017362'),
      below('SWISH: width of the bracket of C_b', 1e-9),
      exactly('SWISH with C_b = 0.055514317: K left', '0'),
      below('SWISH with C_b = 0.055514317: χ∥', 0.58),
      below('SWISH with C_b = 0.055514317: χ⊥', 0.56),
      inForm('long', exactly('GELU: C_b to 24 places', '0.172922390756067351749853')),
      inForm('long', exactly('SWISH: C_b to 24 places', '0.555143170721530396201231')),
    ],
  }),
]);
