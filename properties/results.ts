/** False neighbours of the new results: each hypothesis and constant is where it must be. */
import { family, property } from 'elenchus';

const source = 'new here';

export default family('results', [
  property('null-without-the-fourth-moment', {
    claim: `W: m×n ~ normal(0, 1); Q: m×m symmetric; Q is pd
      |- E[tr(W' W W' Q W)] = n (m + n) tr(Q)`,
    expect: 'refuted',
    source,
    note: 'null-overlap without its 1.',
    settles: ['N1'],
    nondegenerate: 'Q is pd',
  }),
  property('half-power-off-stationarity', {
    claim: `W: m×n; G: m×N; H: n×N; a, b: scalar positive; W = b G H'; W != 0
      |- (W' W)^2 = a b^2 W' G G' W`,
    expect: 'refuted',
    source,
    note: 'Stationarity alone does not do it: the inputs must be orthonormal up to a common part.',
    settles: ['N2'],
    nondegenerate: ['W != 0', 'G != 0'],
  }),
  property('half-power-without-a-bias', {
    claim: `W: m×n; G: m×N; H: n×N; a, b, s: scalar positive; W = b G H'; H' H = a I + s ones ones'; W != 0
      |- (W' W)^2 = a b^2 W' G G' W`,
    expect: 'refuted',
    source,
    note: 'Without G ones = 0 the common part of the inputs spoils it.',
    settles: ['N2'],
    nondegenerate: ['W != 0', 's > 0'],
  }),
  property('half-power-bound-as-equality', {
    claim: `W: m×n; G: m×N; H: n×N; a, b: scalar positive; W = b G H'; H' H <<= a I; W != 0
      |- W W' = a b^2 G G'`,
    expect: 'refuted',
    source,
    settles: ['N2'],
    nondegenerate: 'W != 0',
  }),
  property('rank-of-stationary-weights-is-that-of-g', {
    claim: `W: m×n; G: m×N; H: n×N; b: scalar positive; W = b G H'; W != 0 |- rank(W) = rank(G)`,
    expect: 'refuted',
    source,
    settles: ['N2'],
    nondegenerate: 'W != 0',
  }),
  property('order-form-of-any-weights', {
    claim: `W: m×n; Q: m×m symmetric; a: scalar positive; W != 0; a W' W <<= W' Q W |- a I <<= Q`,
    expect: 'refuted',
    source,
    note: 'W must be onto.',
    settles: ['N3'],
    nondegenerate: 'W != 0',
  }),
  property('relu-balance-unequal-activity', {
    claim: `a: m; W: m×n; x[i]: n for i in 1..N; gamma: scalar positive; a .* a = diag(W W'); W != 0
      |- diag(mean[i]((a .* relu'(W x[i])) (a .* relu'(W x[i]))')) = gamma diag(W W')`,
    expect: 'refuted',
    source,
    note: 'Without equal activity of the units.',
    settles: ['N7'],
    nondegenerate: 'W != 0',
  }),
  property('relu-balance-off-the-diagonal', {
    claim: `a: m; W: m×n; x[i]: n for i in 1..N; gamma: scalar positive; a .* a = diag(W W'); W != 0
      forall j in 1..m. mean[i](relu'(W x[i])[j]) = gamma
      |- mean[i]((a .* relu'(W x[i])) (a .* relu'(W x[i]))') = gamma W W'`,
    expect: 'refuted',
    source,
    note: 'It is the diagonal that follows, and not the matrix.',
    settles: ['N7'],
    nondegenerate: 'W != 0',
  }),
  property('half-power-compression-uncompressed', {
    claim: `W: m×n; Q: m×m symmetric; c: scalar positive; W != 0; (W' W)^2 = c^2 W' Q W |- W W' = c^2 Q`,
    expect: 'refuted',
    source,
    note: 'Q itself is pinned where W is onto: half-power-cancellation.',
    settles: ['N8'],
    nondegenerate: 'W != 0',
  }),
  property('unbalanced-as-balanced', {
    claim: `V: k×m; W: m×n; V != 0; W != 0 |- (V W)' V W = (W' W)^2`,
    expect: 'refuted',
    source,
    settles: ['N6 in part'],
    nondegenerate: ['V != 0', 'W != 0'],
  }),
  property('imbalance-of-steps-without-second-order', {
    claim: `V, G: k×m; W, F: m×n; eta, lam: scalar positive; V' G = F W'; V != 0; W != 0; eta lam < 1
      |- (V - eta (G + lam V))' (V - eta (G + lam V)) - (W - eta (F + lam W)) (W - eta (F + lam W))'
         = (1 - eta lam)^2 (V' V - W W')`,
    expect: 'refuted',
    source,
    note: 'What flow does exactly, steps of gradient descent do up to a term of second order in their size: decay-of-imbalance-by-steps.',
    settles: ['N6'],
    nondegenerate: ['V != 0', 'W != 0', 'eta > 0', 'lam > 0'],
  }),
]);
