/**
 * New results on when the feature ansatz holds: what chance gives, why the power one half, and how
 * near a tight frame is.
 */
import { family, lemma } from 'elenchus';

const source = 'new here';

export default family('results', [
  lemma('null-overlap', {
    claim: `W: m×n ~ normal(0, 1); Q: m×m
      |- E[tr(W' W W' Q W)] = n (m + n + 1) tr(Q)`,
    source,
    note: "What chance gives for the inner product of W'W and M = W'QW: Q does not depend on W. Weights of variance s multiply it by s^2.",
    settles: ['N1', 'A24', 'A32'],
  }),
  lemma('null-size-of-m', {
    claim: `W: m×n ~ normal(0, 1); Q: m×m symmetric
      |- E[normF(W' Q W)^2] = n (n + 1) tr(Q^2) + n tr(Q)^2`,
    source,
    settles: ['N1'],
  }),
  lemma('null-size-of-gram', {
    claim: `W: m×n ~ normal(0, 1) |- E[normF(W' W)^2] = m n (m + n + 1)`,
    source,
    settles: ['N1'],
  }),
  lemma('null-cosine', {
    claim: `t, q, i: scalar positive; m, n: scalar positive; t^2 = i m q
      |- (n (m + n + 1) t)^2 / (m n (m + n + 1) (n (n + 1) q + n t^2)) = (m + n + 1) / (m + (n + 1)/i)`,
    source,
    note: 'The squared cosine that chance gives, the three means put together: t = tr(Q), q = tr(Q^2), i = (tr Q)^2/(m tr(Q^2)) the isotropy. A ratio of means, which is not the mean of the ratio.',
    settles: ['N1'],
  }),
  lemma('random-readout-is-isotropic', {
    claim: `V: k×m ~ normal(0, s/k); s: scalar |- E[V' V] = s I`,
    source: 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881',
    note: 'With a random readout the pre-activation gradients are isotropic in the mean, whatever W is: a generic condition.',
    settles: ['A24', 'A32'],
  }),
  lemma('gated-readout', {
    claim: `a: m ~ normal(0, s); s: scalar; d: m |- E[(a .* d) (a .* d)'] = s diag(d .* d)`,
    source: 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881',
    note: "d holds the gates φ'(W h): off the diagonal nothing is left in the mean.",
    settles: ['A32'],
  }),
  lemma('half-power-from-stationarity', {
    claim: `W: m×n; G: m×N; H: n×N; u: N; a, b: scalar
      W = b G H'; H' H = a I + u ones' + ones u'; G ones = 0
      |- (W' W)^2 = a b^2 W' G G' W`,
    proof: `
      have z: ones' G' = 0                                    by hypothesis
      have k: G H' H G' = a G G' + G u ones' G' + G ones u' G'   by hypothesis
      have l: G H' H G' = a G G'                              by hypothesis k, z
      have p: W W' = b^2 G H' H G'                            by hypothesis
      have q: W W' = a b^2 G G'                               by hypothesis p, l
      (W' W)^2 = a b^2 W' G G' W                              by hypothesis q`,
    source,
    note: "Stationarity with weight decay says W = b G H', G the loss gradients by pre-activations, H the inputs of the layer as columns; G ones = 0 is stationarity by a bias without decay. Where all inputs are at the same distance from each other, 2a its square, the ansatz holds with the power one half, for the AGOP of the loss.",
    settles: ['N2', 'A2 in part', 'A27', 'A32'],
  }),
  lemma('equidistant-inputs', {
    claim: `H: n×N; u: N; a: scalar positive; H' H = a I + u ones' + ones u' |- N <= n + 1`,
    proof: `
      take v: N such that v = 1/2 (u + ones)                  by definition
      take w: N such that w = 1/2 (u - ones)                  by definition
      have f: H' H + 2 w w' = a I + 2 v v'                    by hypothesis
      have r: rank(a I + 2 v v') = N                          by order
      have s: rank(H' H + 2 w w') <= rank(H' H) + rank(2 w w')   by order
      have t: rank(H' H) <= n                                 by order
      have y: rank(2 w w') <= 1                               by order
      have z: rank(H' H + 2 w w') = rank(a I + 2 v v')        by hypothesis f
      N <= n + 1                                              by order`,
    source,
    note: 'How much half-power-from-stationarity asks of the inputs: no more data than dimensions, plus one.',
    settles: ['N2'],
  }),
  lemma('half-power-bound', {
    claim: `W: m×n; G: m×N; H: n×N; a, b: scalar
      W = b G H'; H' H <<= a I
      |- W W' <<= a b^2 G G'`,
    source,
    note: 'For inputs of any kind the half-power law holds as an inequality.',
    settles: ['N2'],
  }),
  lemma('rank-of-stationary-weights', {
    claim: `W: m×n; G: m×N; H: n×N; b: scalar; W = b G H' |- rank(W) <= rank(G)`,
    source,
    settles: ['N2'],
  }),
  lemma('order-form', {
    claim: `W: m×n; Q: m×m; a, b: scalar; a I <<= Q; Q <<= b I
      |- a W' W <<= W' Q W and W' Q W <<= b W' W`,
    source,
    note: 'The approximate form of the equivalence: no conditioning of W enters.',
    settles: ['N3', 'A7'],
  }),
  lemma('order-form-below', {
    claim: `W: m×n onto; Q: m×m symmetric; a: scalar; a W' W <<= W' Q W |- a I <<= Q`,
    proof: `
      take R: n×m such that W R = I                           by hypothesis
      have p: W' Q W - a W' W is psd                          by hypothesis
      have h: R' (W' Q W - a W' W) R is psd                   by order/congruence with M := W' Q W - a W' W, C := R
      have e: R' (W' Q W - a W' W) R = Q - a I                by hypothesis
      have f: Q - a I is psd                                  by hypothesis`,
    source,
    settles: ['N3', 'A7'],
  }),
  lemma('order-form-above', {
    claim: `W: m×n onto; Q: m×m symmetric; b: scalar; W' Q W <<= b W' W |- Q <<= b I`,
    proof: `
      take R: n×m such that W R = I                           by hypothesis
      have p: b W' W - W' Q W is psd                          by hypothesis
      have h: R' (b W' W - W' Q W) R is psd                   by order/congruence with M := b W' W - W' Q W, C := R
      have e: R' (b W' W - W' Q W) R = b I - Q                by hypothesis
      have f: b I - Q is psd                                  by hypothesis`,
    source,
    settles: ['N3', 'A7'],
  }),
  lemma('tight-frame-norm', {
    claim: `Y: m×N; c: scalar; Y Y' = c I |- norm(Y) = sqrt(c)`,
    source,
    note: 'A step of the distance from below.',
  }),
  lemma('distance-from-below', {
    claim: `X, Y: m×N; c: scalar positive; Y Y' = c I
      |- norm(X X' - c I) <= (norm(X) + sqrt(c)) normF(X - Y)`,
    proof: `
      have e: X X' - c I = X (X - Y)' + (X - Y) Y'            by hypothesis
      have a: norm(X (X - Y)' + (X - Y) Y') <= norm(X (X - Y)') + norm((X - Y) Y')   by norm of a sum with A := X (X - Y)', B := (X - Y) Y'
      have b: norm(X (X - Y)') <= norm(X) norm((X - Y)')      by norm of a product with A := X, B := (X - Y)'
      have d: norm((X - Y) Y') <= norm(X - Y) norm(Y')        by norm of a product with A := X - Y, B := Y'
      have f: norm((X - Y)') = norm(X - Y)                    by norm of the transpose with A := X - Y
      have g: norm(Y') = norm(Y)                              by norm of the transpose with A := Y
      have h: norm(Y) = sqrt(c)                               by results/tight-frame-norm with Y := Y, c := c
      have i: norm(X - Y) <= normF(X - Y)                     by order
      have j: 0 <= norm(X) + sqrt(c)                          by order
      have k: 0 <= (norm(X) + sqrt(c)) (normF(X - Y) - norm(X - Y))   by order/product with p := norm(X) + sqrt(c), q := normF(X - Y) - norm(X - Y)
      have l: norm(X (X - Y)') <= norm(X) norm(X - Y)         by hypothesis
      have n: norm(Y') = sqrt(c)                              by hypothesis g, h
      have q: norm(X - Y) norm(Y') = norm(X - Y) sqrt(c)      by hypothesis n
      have m: norm((X - Y) Y') <= norm(X - Y) sqrt(c)         by order
      have o: norm(X X' - c I) = norm(X (X - Y)' + (X - Y) Y')   by hypothesis e
      norm(X X' - c I) <= (norm(X) + sqrt(c)) normF(X - Y)    by order`,
    source,
    note: 'The lower half of the sharp bound: no tight frame Y is nearer to X than this. norm(X) is σ_max(X).',
    settles: ['N4', 'A23'],
  }),
  lemma('weighted-size', {
    claim: `A: m×n; B: m×m; s: scalar nonnegative; s I <<= B |- s^2 tr(A' A) <= tr(A' B B A)`,
    source,
    note: 'A step of the distance from above.',
  }),
  lemma('distance-from-above', {
    claim: `S: m×m psd; R, X: m×N; r: scalar positive; s: scalar nonnegative
      X = S R; R R' = I; s I <<= S
      |- (r + s)^2 normF(X - r R)^2 <= normF(X X' - r^2 I)^2`,
    proof: `
      have b: (r + s) I <<= S + r I                           by hypothesis
      have n: 0 <= r + s                                      by order
      have t: (r + s)^2 tr((S - r I)' (S - r I)) <= tr((S - r I)' (S + r I) (S + r I) (S - r I))   by results/weighted-size with A := S - r I, B := S + r I, s := r + s
      have g: X X' = S S                                      by hypothesis
      have h: X X' - r^2 I = S S - r^2 I                      by hypothesis g
      have i: (S S - r^2 I)' = S S - r^2 I                    by hypothesis
      have j: tr((X X' - r^2 I) (X X' - r^2 I)') = tr((S S - r^2 I) (S S - r^2 I)')   by hypothesis h
      have k: tr((X X' - r^2 I) (X X' - r^2 I)') = tr((S S - r^2 I) (S S - r^2 I))    by hypothesis j, i
      have e: tr((S - r I)' (S + r I) (S + r I) (S - r I)) = tr((S S - r^2 I) (S S - r^2 I))   by hypothesis
      have f: normF(X - r R)^2 = tr((S - r I)' (S - r I))     by hypothesis
      have o: (r + s)^2 normF(X - r R)^2 = (r + s)^2 tr((S - r I)' (S - r I))   by hypothesis f
      have l: normF(X X' - r^2 I)^2 = tr((X X' - r^2 I) (X X' - r^2 I)')   by ring
      (r + s)^2 normF(X - r R)^2 <= normF(X X' - r^2 I)^2     by order`,
    source,
    note: 'The upper half: r = √c, R the polar factor of X, S its positive part, s its smallest singular value. r R is a tight frame.',
    settles: ['N4', 'A23'],
  }),
  lemma('polar-trace', {
    claim: `S: m×m psd; R, T: m×N; R R' = I; T T' = I |- tr(T' S R) <= tr(S)`,
    source,
    note: 'A step of the next.',
  }),
  lemma('polar-factor-is-nearest', {
    claim: `S: m×m psd; R, Y: m×N; r: scalar positive; R R' = I; Y Y' = r^2 I
      |- normF(S R - r R)^2 <= normF(S R - Y)^2`,
    proof: `
      take T: m×N such that T = 1/r Y                         by definition
      have t: T T' = I                                        by order
      have y: Y = r T                                         by order
      have a: tr(T' S R) <= tr(S)                             by results/polar-trace with S := S, R := R, T := T
      have p: 0 <= r (tr(S) - tr(T' S R))                     by order/product with p := r, q := tr(S) - tr(T' S R)
      have e: normF(S R - r R)^2 = tr(S S) - 2 r tr(S) + r^2 m   by hypothesis
      have f: normF(S R - Y)^2 = tr(S S) - 2 r tr(T' S R) + r^2 m   by hypothesis
      normF(S R - r R)^2 <= normF(S R - Y)^2                  by order`,
    source,
    note: 'Of all tight frames of the constant c = r^2 the one that r times the polar factor gives is nearest.',
    settles: ['N4', 'A23'],
  }),
  lemma('stretched-twice', {
    claim: `W: n×n; A: n×n |- sigma_min(W)^2 normF(A) <= normF(W' A W)`,
    source,
    note: 'A step of the distance from the ansatz.',
  }),
  lemma('stretched-by-a-gram', {
    claim: `W: m×n; A: m×m; s: scalar nonnegative; s I <<= W W' |- s^2 normF(A)^2 <= normF(W' A W)^2`,
    proof: `
      have m: W W' - s I is psd                               by hypothesis
      have p: A (W W' - s I) A' is psd                        by order/congruence with M := W W' - s I, C := A'
      have t: 0 <= tr(A (W W' - s I) A')                      by order
      have q: (A W)' (W W' - s I) (A W) is psd                by order/congruence with M := W W' - s I, C := A W
      have u: 0 <= tr((A W)' (W W' - s I) (A W))              by order
      have v: 0 <= s tr(A (W W' - s I) A')                    by order/product with p := s, q := tr(A (W W' - s I) A')
      have e: normF(W' A W)^2 - s^2 normF(A)^2 = tr((A W)' (W W' - s I) (A W)) + s tr(A (W W' - s I) A')   by ring
      s^2 normF(A)^2 <= normF(W' A W)^2                       by order`,
    source,
    note: 'W may be wide: s is the square of the smallest singular value of an onto W.',
  }),
  lemma('distance-from-the-ansatz', {
    claim: `W: m×m; X: m×N; c: scalar positive; N >= m
      |- exists Y: m×N. Y Y' = c I and sigma_min(W)^2 (sqrt(c) normF(X - Y)) <= normF(W' X X' W - c W' W)`,
    proof: `
      have n: exists Y: m×N. Y Y' = c I and normF(X - Y) <= normF(X X' - c I) / sqrt(c)   by dnfa/nearest-tight-frame with X := X, c := c
      take Y: m×N such that Y Y' = c I and normF(X - Y) <= normF(X X' - c I) / sqrt(c)   by hypothesis n
      have e: W' (X X' - c I) W = W' X X' W - c W' W          by ring
      have a: sigma_min(W)^2 normF(X X' - c I) <= normF(W' (X X' - c I) W)   by results/stretched-twice with W := W, A := X X' - c I
      have p: 0 < sqrt(c)                                     by order
      have q: 0 <= sqrt(c) (normF(X X' - c I) / sqrt(c) - normF(X - Y))   by order/product with p := sqrt(c), q := normF(X X' - c I) / sqrt(c) - normF(X - Y)
      have r: sqrt(c) (normF(X X' - c I) / sqrt(c) - normF(X - Y)) = normF(X X' - c I) - sqrt(c) normF(X - Y)   by cancellation
      have s: 0 <= sigma_min(W)^2                             by order
      have t: 0 <= sigma_min(W)^2 (normF(X X' - c I) - sqrt(c) normF(X - Y))   by order/product with p := sigma_min(W)^2, q := normF(X X' - c I) - sqrt(c) normF(X - Y)
      have u: normF(W' (X X' - c I) W) = normF(W' X X' W - c W' W)   by hypothesis e
      Y Y' = c I                                              by hypothesis
      sigma_min(W)^2 (sqrt(c) normF(X - Y)) <= normF(W' X X' W - c W' W)   by order`,
    source,
    note: 'An approximate ansatz puts the gradients near a tight frame. X has the gradients as columns.',
    settles: ['N5', 'A23', 'A7'],
  }),
  lemma('unbalanced', {
    claim: `V: k×m; W: m×n |- (V W)' V W - (W' W)^2 = W' (V' V - W W') W`,
    source,
    note: 'What two layers lack to the half-power law is their imbalance, seen through W.',
    settles: ['N6 in part'],
  }),
  lemma('unbalanced-bound', {
    claim: `V: k×m; W: m×n; e: scalar; -e I <<= V' V - W W'; V' V - W W' <<= e I
      |- -e W' W <<= (V W)' V W - (W' W)^2 and (V W)' V W - (W' W)^2 <<= e W' W`,
    source,
    settles: ['N6 in part'],
  }),
  lemma('decay-of-imbalance', {
    claim: `V, G: k×m; W, F: m×n; lam: scalar; V' G = F W'
      |- (-G - lam V)' V + V' (-G - lam V) - (-F - lam W) W' - W (-F - lam W)' = -2 lam (V' V - W W')`,
    source,
    note: "The derivative of V'V - WW' along the gradient flow with decay lam: G and F are the gradients by V and W, which balance-conserved ties together. What follows at every later time is imbalance-decays.",
    settles: ['N6 in part', 'A27'],
  }),
  lemma('decay-of-imbalance-by-steps', {
    claim: `V, G: k×m; W, F: m×n; eta, lam: scalar; V' G = F W'
      |- (V - eta (G + lam V))' (V - eta (G + lam V)) - (W - eta (F + lam W)) (W - eta (F + lam W))'
         = (1 - eta lam)^2 (V' V - W W') + eta^2 (G' G - F F')`,
    source,
    note: 'One step of gradient descent with decay, exactly.',
    settles: ['N6 in part'],
  }),
  lemma('exponential-decay', {
    claim: `D: R -> R; t, lam: scalar; D'(t) = -2 lam D(t) |- grad[t](exp(2 lam t) D(t)) = 0`,
    source,
    note: 'The integrating factor: an entry of the imbalance times exp(2 lam t) is at rest.',
    settles: ['N6 in part'],
  }),
  lemma('imbalance-decays', {
    claim: `v, y, g, h: R -> R^k; w, z, f, e: R -> R^n; p, E: R -> R; lam: scalar
      forall t: scalar. jac[t](v(t)) = -g(t) - lam v(t)
      forall t: scalar. jac[t](y(t)) = -h(t) - lam y(t)
      forall t: scalar. jac[t](w(t)) = -f(t) - lam w(t)
      forall t: scalar. jac[t](z(t)) = -e(t) - lam z(t)
      forall t: scalar. g(t)' y(t) = f(t)' z(t)
      forall t: scalar. v(t)' h(t) = w(t)' e(t)
      forall t: scalar. p'(t) = 2 lam p(t)
      forall t: scalar. E(t) = p(t) (v(t)' y(t) - w(t)' z(t))
      |- forall t: scalar. E(t) = E(0)`,
    source,
    note: "Gradient flow with decay lam, at any time: v and y are two columns of V, w and z the two rows of W that they follow, g, h, f, e the gradients of the loss by these, tied together by balance-conserved. p grows as exp(2 lam t) does, which obeys its equation. So each entry of V'V - WW' times exp(2 lam t) stays what it was: the imbalance falls as exp(-2 lam t), for every loss and everything before and behind the two layers.",
    settles: ['N6', 'A27'],
  }),
  lemma('relu-balance', {
    claim: `a: m; W: m×n; x[i]: n for i in 1..N; gamma: scalar
      a .* a = diag(W W'); forall j in 1..m. mean[i](relu'(W x[i])[j]) = gamma
      |- diag(mean[i]((a .* relu'(W x[i])) (a .* relu'(W x[i]))')) = gamma diag(W W')`,
    source,
    note: "A balanced ReLU net whose units are active equally often: the diagonal of Q follows that of WW'. So ReLU does give something.",
    settles: ['N7', 'A20'],
  }),
  lemma('half-power-compression', {
    claim: `W: m×n; Q: m×m; c: scalar
      |- (W' W)^2 = c^2 W' Q W <=> W W' = c^2 W pinv(W) Q W pinv(W)`,
    source,
    note: 'The half-power law for every W, onto or not.',
    settles: ['N8', 'A21', 'A27'],
  }),
  lemma('top-vector-family', {
    claim: `e: scalar positive; A, B: 2×2; A = [1, 0; 0, -1]; B = [0, 0; 0, e]
      |- A [1; 0] = [1; 0] and A [0; 1] = -[0; 1] and B [1; 0] = 0 and B [0; 1] = e [0; 1]`,
    source,
    note: 'The top vectors are orthogonal, so the squared sine is 1; the squared gap of A is 4. That e is the largest eigenvalue of B needs e positive.',
    settles: ['N9 in part'],
  }),
  lemma('top-vector-family-distance', {
    claim: `e: scalar positive |- norm([0, 0; 0, e] - [1, 0; 0, -1]) <= 1 + e`,
    source,
    note: 'The distance of B from A is at most 1 + e, so 4 <= K (1 + e)^2 for every K that serves as the factor.',
    settles: ['N9 in part'],
  }),
  lemma('top-vector-factor-is-sharp', {
    claim: `K: scalar; 1 <= K; K < 4 |- exists e: scalar. e > 0 and K (1 + e)^2 < 4`,
    proof: `
      take e: scalar such that e = (4 - K)/20                 by definition
      have b: 0 <= e and e <= 3/20                            by order
      have c: 0 <= e (3/20 - e)                               by order/product with p := e, q := 3/20 - e
      have d: 0 <= K (1 + 43/20 e - (1 + e)^2)                by order/product with p := K, q := 1 + 43/20 e - (1 + e)^2
      have f: 0 <= (4 - K) e                                  by order/product with p := 4 - K, q := e
      e > 0                                                   by order
      K (1 + e)^2 < 4                                         by order`,
    source,
    note: 'So no factor below 4 serves for all of the family.',
    settles: ['N9 in part'],
  }),
  lemma('top-vector-pair-distance', {
    claim: `v, w: n unit; e: scalar positive |- norm(e w w' - (v v' - (I - v v'))) <= 1 + e`,
    proof: `
      have f: norm(e w w') <= e                               by order
      have g: norm(I - 2 v v') <= 1                           by order
      norm(e w w' - (v v' - (I - v v'))) = norm(e w w' + (I - 2 v v'))   by ring
                                        <= norm(e w w') + norm(I - 2 v v')   by order
                                        <= 1 + e              by order`,
    source,
    note: 'The same family in every dimension: A is 1 on v and -1 on every vector orthogonal to v.',
    settles: ['N9 in part'],
  }),
  lemma('top-vector-bound-is-sharp', {
    claim: `K: scalar; 1 <= K; K < 4; v, w: n unit; v' w = 0; A: n×n; A = v v' - (I - v v')
      |- A v = v and (forall z: n. v' z = 0 => A z = -z)
        and (exists e: scalar. e > 0 and e w w' <<= e I
          and K norm(e w w' - A)^2 < (1 - (-1))^2 (1 - (w' v)^2))`,
    proof: `
      have b: w w' <<= I                                      by order
      have x: exists e: scalar. e > 0 and K (1 + e)^2 < 4     by results/top-vector-factor-is-sharp
      take e: scalar such that e > 0 and K (1 + e)^2 < 4      by hypothesis x
      have c: e w w' <<= e I                                  by order
      have d: norm(e w w' - (v v' - (I - v v'))) <= 1 + e     by results/top-vector-pair-distance
      have f: norm(e w w' - (v v' - (I - v v')))^2 <= (1 + e)^2          by order
      have g: K norm(e w w' - (v v' - (I - v v')))^2 <= K (1 + e)^2      by order
      K norm(e w w' - A)^2 = K norm(e w w' - (v v' - (I - v v')))^2      by hypothesis
                           < 4                                by order
                           = 4 (1 - (w' v)^2)                 by hypothesis`,
    source,
    note: "With B = e w w', whose top vector is w, the bound fails with every factor K below 4 in place of 4. The eigenvalues of A are 1 and -1, so the squared gap is 4.",
    settles: ['N9'],
  }),
]);
