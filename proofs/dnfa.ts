/** Lemmas on the Deep Neural Feature Ansatz of arXiv 2212.13881. */
import { family, lemma } from 'elenchus';

const paper =
  'Radhakrishnan, Beaglehole, Pandit, Belkin: Mechanism of feature learning in deep fully connected networks, arXiv 2212.13881';
const note = 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881';

/**
 * The Deep Neural Feature Ansatz W'W = c M, M the average gradient outer product (AGOP), taken
 * apart.
 */
export default family('dnfa', [
  lemma('chain-rule', {
    claim: `W: m×n; h: n; phi: activation; g: R^m -> R^k
      |- jac[h](g(phi(W h))) = jac(g)(phi(W h)) diag(phi'(W h)) W`,
    source: note,
    settles: ['A15'],
  }),
  lemma('preactivation-chain-rule', {
    claim: `W: m×n; h: n; p: R^m -> R
      |- grad[h](p(W h)) = W' grad(p)(W h)`,
    source: note,
    note: 'The activation sits inside p, the rest of the network from the pre-activations on.',
  }),
  lemma('agop-factorises', {
    claim: `W: m×n; h[i]: n for i in 1..N; p: R^m -> R
      |- mean[i](grad[h[i]](p(W h[i])) grad[h[i]](p(W h[i]))')
         = W' mean[i](grad(p)(W h[i]) grad(p)(W h[i])') W`,
    source: paper,
    settles: ['A1 in part', 'A11', 'A19'],
  }),
  lemma('cancellation', {
    claim: `W: n×n invertible; Q: n×n; c: scalar
      |- W' W = c W' Q W <=> I = c Q`,
    proof: `
      =>  I = inv(W') (W' W) inv(W)           by ring
            = inv(W') (c W' Q W) inv(W)       by hypothesis
            = c Q                             by ring
      <=  W' W = W' (c Q) W                   by hypothesis
               = c W' Q W                     by ring`,
    source: note,
    note: 'The note assumes W invertible; full row rank is enough, see cancellation-onto. That Q is symmetric and c positive is not needed.',
    settles: ['A12'],
  }),
  lemma('cancellation-onto', {
    claim: `W: m×n onto; Q: m×m; c: scalar
      |- W' W = c W' Q W <=> I = c Q`,
    proof: `
      take R: n×m such that W R = I           by hypothesis
      =>  I = R' (W' W) R                     by hypothesis
            = R' (c W' Q W) R                 by hypothesis
            = c Q                             by hypothesis
      <=  W' W = W' (c Q) W                   by hypothesis
               = c W' Q W                     by ring`,
    source: note,
    settles: ['A12'],
  }),
  lemma('compression', {
    claim: `W: m×n; Q: m×m; c: scalar
      |- W' W = c W' Q W <=> W pinv(W) = c W pinv(W) Q W pinv(W)`,
    proof: `
      have p: W pinv(W) W = W and (W pinv(W))' = W pinv(W) and pinv(W)' W' = W pinv(W) and W' W pinv(W) = W'   by cancellation
      =>  W pinv(W) = pinv(W)' (W' W) pinv(W)           by hypothesis
                    = pinv(W)' (c W' Q W) pinv(W)       by hypothesis
                    = c W pinv(W) Q W pinv(W)           by hypothesis
      <=  W' W = W' (W pinv(W)) W                       by hypothesis
               = W' (c W pinv(W) Q W pinv(W)) W         by hypothesis
               = c W' Q W                               by hypothesis`,
    source: note,
    note: 'For every W: the ansatz says P = c P Q P of the projector P = W pinv(W) on the range of W.',
    settles: ['A21'],
  }),
  lemma('weights-unpinned', {
    claim: `Q: m×m; c: scalar; V: m×n; I = c Q
      |- V' V = c V' Q V`,
    proof: `
      V' V = V' (c Q) V                       by hypothesis
           = c V' Q V                         by ring`,
    source: note,
    note: 'So the ansatz with exponent 1 pins down nothing about the weights.',
    settles: ['A29 in part', 'A35 in part'],
  }),
  lemma('half-power-cancellation', {
    claim: `W: m×n onto; Q: m×m; c: scalar
      |- (W' W)^2 = c^2 W' Q W <=> W W' = c^2 Q`,
    proof: `
      take R: n×m such that W R = I           by hypothesis
      =>  W W' = R' (W' W)^2 R                by hypothesis
               = R' (c^2 W' Q W) R            by hypothesis
               = c^2 Q                        by hypothesis
      <=  (W' W)^2 = W' (W W') W              by ring
                   = W' (c^2 Q) W             by hypothesis
                   = c^2 W' Q W               by ring`,
    source: `${paper}, in the later form with the AGOP to the power 1/2`,
    note: 'This form does constrain W, through its left singular vectors.',
    settles: ['A27 in part'],
  }),
  lemma('power-cancellation', {
    claim: `W: m×n onto; Q: m×m; c: scalar
      |- (W' W)^k = c^k W' Q W <=> (W W')^(k-1) = c^k Q`,
    proof: `
      take R: n×m such that W R = I           by hypothesis
      have shifted: (W' W)^k = W' (W W')^(k-1) W     by induction on k
      =>  (W W')^(k-1) = R' W' (W W')^(k-1) W R      by hypothesis
                       = R' (W' W)^k R        by hypothesis shifted
                       = R' (c^k W' Q W) R    by hypothesis
                       = c^k Q                by hypothesis
      <=  (W' W)^k = W' (W W')^(k-1) W        by shifted
                   = W' (c^k Q) W             by hypothesis
                   = c^k W' Q W               by ring`,
    source: `${paper}, with the AGOP to the power 1/k`,
    note: 'k = 1 is cancellation-onto, k = 2 half-power-cancellation, k = L what a balanced linear net of depth L obeys at its first layer.',
  }),
  lemma('balanced-linear-power', {
    claim: `W[l]: d[l]×d[l-1] for l in 1..L
      forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]'
      |- prod[l=L..1](W[l])' prod[l=L..1](W[l]) = (W[1]' W[1])^L`,
    proof: `
      have along: forall l in 1..L. W[l] W[l]' prod[k=l..1](W[k]) = prod[k=l..1](W[k]) W[1]' W[1]   by induction on l
        base  W[1] W[1]' W[1] = W[1] W[1]' W[1]   by ring
        step  W[l+1] W[l+1]' W[l+1] prod[k=l..1](W[k])
              = W[l+1] W[l] W[l]' prod[k=l..1](W[k])   by hypothesis
              = W[l+1] prod[k=l..1](W[k]) W[1]' W[1]   by induction
      have forall l in 1..L. prod[k=l..1](W[k])' prod[k=l..1](W[k]) = (W[1]' W[1])^l   by induction on l
        step  prod[k=l+1..1](W[k])' prod[k=l+1..1](W[k])
              = prod[k=l..1](W[k])' W[l+1]' W[l+1] prod[k=l..1](W[k])   by ring
              = prod[k=l..1](W[k])' W[l] W[l]' prod[k=l..1](W[k])   by hypothesis
              = prod[k=l..1](W[k])' prod[k=l..1](W[k]) W[1]' W[1]   by along
              = W[1]' W[1] prod[k=l..1](W[k])' prod[k=l..1](W[k])   by along
              = W[1]' W[1] (W[1]' W[1])^l   by induction
              = (W[1]' W[1])^(l+1)   by ring
      prod[l=L..1](W[l])' prod[l=L..1](W[l]) = (W[1]' W[1])^L   by logic`,
    source: note,
    note: 'J = W[L] … W[1] is the Jacobian of the deep linear net: its average gradient outer product is the L-th power of the Gram matrix of the first layer.',
    settles: ['A33 in part'],
  }),
  lemma('balanced-two-layers', {
    claim: `V: k×m; W: m×n; V' V = W W' |- (V W)' V W = (W' W)^2`,
    source: note,
  }),
  lemma('balanced-three-layers', {
    claim: `U: j×k; V: k×m; W: m×n; U' U = V V'; V' V = W W' |- (U V W)' U V W = (W' W)^3`,
    source: note,
  }),
  lemma('balance-conserved', {
    claim: `V: k×m; W: m×n; x: n; p: R^k -> R
      |- V' grad[V](p(V W x)) = grad[W](p(V W x)) W'`,
    source: note,
    note: "For neighbouring layers V, W of any network p(V W x): along the gradient flow the derivatives of V' V and of W W' are equal.",
  }),
  lemma('balance-gradient-descent', {
    claim: `V, G: k×m; W, F: m×n; eta: scalar; V' G = F W'
      |- (V - eta G)' (V - eta G) - (W - eta F) (W - eta F)' = V' V - W W' + eta^2 (G' G - F F')`,
    source: note,
    note: 'One step of gradient descent of size eta; G and F are the gradients by V and W, which balance-conserved ties together.',
  }),
  lemma('balance-relu-diagonal', {
    claim: `V: k×m; W: m×n; x: n; p: R^k -> R
      |- diag(V' grad[V](p(V relu(W x)))) = diag(grad[W](p(V relu(W x))) W')`,
    source: note,
    note: "With ReLU between the layers the diagonal alone is conserved, unit by unit: relu'(z) z = relu(z).",
  }),
  lemma('left-singular', {
    claim: `W[l]: d[l]×d[l-1] for l in 1..L
      forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]'
      |- prod[l=L..2](W[l])' prod[l=L..2](W[l]) = (W[1] W[1]')^(L-1)`,
    proof: `
      have along: forall l in 1..L. W[l] W[l]' prod[k=l..2](W[k]) = prod[k=l..2](W[k]) W[1] W[1]'   by induction on l
      have forall l in 1..L. prod[k=l..2](W[k])' prod[k=l..2](W[k]) = (W[1] W[1]')^(l-1)   by induction on l
        step  prod[k=l+1..2](W[k])' prod[k=l+1..2](W[k])
              = prod[k=l..2](W[k])' W[l+1]' W[l+1] prod[k=l..2](W[k])   by ring
              = prod[k=l..2](W[k])' W[l] W[l]' prod[k=l..2](W[k])   by hypothesis
              = prod[k=l..2](W[k])' prod[k=l..2](W[k]) W[1] W[1]'   by along
              = W[1] W[1]' prod[k=l..2](W[k])' prod[k=l..2](W[k])   by along
              = W[1] W[1]' (W[1] W[1]')^(l-1)   by induction
              = (W[1] W[1]')^l   by ring
      prod[l=L..2](W[l])' prod[l=L..2](W[l]) = (W[1] W[1]')^(L-1)   by logic`,
    source: note,
    note: "The left singular vectors of a layer are those of the next layer's average gradient outer product.",
    settles: ['A27 in part'],
  }),
  lemma('stationary-with-decay', {
    claim: `W: m×n; h[i]: n for i in 1..N; p: R^m -> R; c: scalar nonzero
      mean[i](grad(p)(W h[i]) h[i]') + c W = 0
      |- W' W = -(1/c) mean[i](W' grad(p)(W h[i]) h[i]') and W W' = -(1/c) mean[i](W h[i] grad(p)(W h[i])')`,
    source: note,
    note: "c is the weight of the decay; W' grad(p)(W h) is the gradient of the loss by h, through W h alone.",
  }),
  lemma('loss-gradient', {
    claim: `f: R^n -> R; l: R -> R; x: n |- grad[x](l(f(x))) = l'(f(x)) grad(f)(x)`,
    source: note,
  }),
  lemma('loss-gradient-at-interpolation', {
    claim: `f: R^n -> R; l: R -> R; x[i]: n for i in 1..N; forall i in 1..N. l'(f(x[i])) = 0
      |- mean[i](grad[x[i]](l(f(x[i]))) grad[x[i]](l(f(x[i])))') = 0`,
    source: note,
  }),
  lemma('ansatz-commutes', {
    claim: `W: m×n; M: n×n; W' W ~~ M
      |- W' W M = M W' W`,
    source: note,
    settles: ['A4'],
  }),
  lemma('ansatz-shares-eigenvectors', {
    claim: `W: m×n; M: n×n; v: n; s, c: scalar; W' W = c M; M v = s v
      |- W' W v = c s v`,
    proof: `
      W' W v = c M v                          by hypothesis
             = c s v                          by hypothesis`,
    source: note,
    settles: ['A4'],
  }),
  lemma('right-singular-vectors', {
    claim: `U: m×m; S: m×n; V: n×n; W: m×n; M: n×n; c: scalar nonzero
      W = U S V'; U' U = I; V' V = I; W' W = c M
      |- M V = 1/c V S' S`,
    proof: `
      M V = 1/c (c M) V                       by ring
          = 1/c W' W V                        by hypothesis
          = 1/c (U S V')' (U S V') V          by hypothesis
          = 1/c V S' S                        by hypothesis`,
    source: note,
    note: 'With S diagonal this says that the right singular vectors of W are eigenvectors of M.',
    settles: ['A3'],
  }),
  lemma('tight-frame', {
    claim: `q[i]: m for i in 1..N; Q: m×m; X: m×N; c: scalar
      Q = mean[i](q[i] q[i]'); X X' = sum[i](q[i] q[i]')
      |- (Q = c I <=> (forall v: m. v' Q v = c v' v)) and (Q = c I <=> X X' = c N I)`,
    source: note,
    note: "Columns of X are the pre-activation gradients q_i; only X X' enters. The second form needs Q symmetric, which a mean of q q' is.",
    settles: ['A21 in part', 'A25', 'A26'],
  }),
  lemma('dead-unit', {
    claim: `W: m×n; h[i]: n for i in 1..N; e: m nonzero; phi: activation; g: R^m -> R
      forall i in 1..N. phi'(W h[i]) .* e = 0
      |- not (mean[i]((phi'(W h[i]) .* grad(g)(phi(W h[i]))) (phi'(W h[i]) .* grad(g)(phi(W h[i])))') is invertible)`,
    source: note,
    note: "With e a coordinate vector this is one unit whose φ' is 0 on all data.",
    settles: ['A31'],
  }),
  lemma('approximate-cancellation', {
    claim: `W: n×n invertible; Q: n×n; c: scalar
      |- norm(I - c Q) <= norm(W' W - c W' Q W) / sigma_min(W)^2`,
    proof: `
      have t: norm(inv(W)' (W' W - c W' Q W)) norm(inv(W)) <= norm(inv(W)') norm(W' W - c W' Q W) norm(inv(W))   by norm of a product with A := inv(W)', B := W' W - c W' Q W
      have e: I - c Q = inv(W)' (W' W - c W' Q W) inv(W)    by ring
      have p: norm(inv(W)) = 1/sigma_min(W)    by norm of the inverse with A := W
      norm(I - c Q) = norm(inv(W)' (W' W - c W' Q W) inv(W))   by hypothesis e
      <= norm(inv(W)' (W' W - c W' Q W)) norm(inv(W))   by norm of a product with A := inv(W)' (W' W - c W' Q W), B := inv(W)
      <= norm(inv(W)') norm(W' W - c W' Q W) norm(inv(W))   by hypothesis t
      = norm(W' W - c W' Q W) norm(inv(W))^2   by norm of the transpose with A := inv(W)
      = norm(W' W - c W' Q W) / sigma_min(W)^2   by cancellation`,
    source: note,
    note: 'The factor is attained for every W: approximate-cancellation-attained. The condition number enters, see approximate-without-conditioning.',
    settles: ['A7 in part'],
  }),
  lemma('approximate-cancellation-attained', {
    claim: `W, Q: n×n; c: scalar; z: n; |z|^2 = 1; |W' z|^2 = sigma_min(W)^2; I - c Q = z z'
      |- norm(I - c Q) = norm(W' W - c W' Q W) / sigma_min(W)^2`,
    proof: `
      have f: norm((W' z) (W' z)')^2 = sigma_min(W)^4   by norm of an outer product with A := W' z, B := W' z
      have g: norm((W' z) (W' z)') = sigma_min(W)^2   by f
      have a: norm(z z')^2 = 1    by norm of an outer product with A := z, B := z
      have e: W' W - c W' Q W = (W' z) (W' z)'    by hypothesis
      have b: norm(z z') = 1    by a
      norm(I - c Q) = norm(z z')    by hypothesis
      = sigma_min(W)^2 / sigma_min(W)^2   by hypothesis
      = norm((W' z) (W' z)') / sigma_min(W)^2   by hypothesis g
      = norm(W' W - c W' Q W) / sigma_min(W)^2   by hypothesis e`,
    source: note,
    note: "z is a left singular vector of the smallest singular value; I - c Q = z z' has norm 1, so both sides are 1.",
  }),
  lemma('top-vector-perturbation', {
    claim: `A, B: n×n symmetric; n >= 2; u, v: n; u' u = 1; v' v = 1; A v = lambda[1](A) v; B u = lambda[1](B) u
      |- (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2) <= 4 norm(B - A)^2`,
    proof: `
      have o: v' (u - (u' v) v) = 0   by hypothesis
      have l: lambda[2](A) dot(u - (u' v) v, u - (u' v) v) = lambda[2](A) (1 - (u' v)^2)   by hypothesis
      have m: (u - (u' v) v)' A (u - (u' v) v) = u' A u - (u' v)^2 lambda[1](A)   by hypothesis
      have p: (u - (u' v) v)' A (u - (u' v) v) <= lambda[2](A) dot(u - (u' v) v, u - (u' v) v)   by the second eigenvalue bounds with A := A, v := v, w := u - (u' v) v
      have g: v' A v = lambda[1](A)   by hypothesis
      have h: v' B v <= lambda[1](B)   by order
      have i: u' B u = lambda[1](B)   by hypothesis
      have k: (u - v)' (B - A) (u + v) = u' B u - u' A u - v' B v + v' A v   by hypothesis
      have j: (lambda[1](A) - lambda[2](A)) (1 - (u' v)^2) <= (u - v)' (B - A) (u + v)   by order
      have d: lambda[2](A) <= lambda[1](A)   by eigenvalues descend with k := 1, A := A
      have l0: dot(u - (u' v) v, u - (u' v) v) = 1 - (u' v)^2   by hypothesis
      have s0: 0 <= dot(u - (u' v) v, u - (u' v) v)   by ring
      have s: 0 <= 1 - (u' v)^2    by order
      have f: ((u - v)' (B - A) (u + v))^2 <= norm(B - A)^2 (dot(u - v, u - v) dot(u + v, u + v))   by the norm bounds a form with A := B - A, x := u - v, y := u + v
      have q: dot(u - v, u - v) dot(u + v, u + v) = 4 (1 - (u' v)^2)   by hypothesis
      have z: 0 <= (lambda[1](A) - lambda[2](A)) (1 - (u' v)^2)   by order/product with p := lambda[1](A) - lambda[2](A), q := 1 - (u' v)^2
      have t: ((lambda[1](A) - lambda[2](A)) (1 - (u' v)^2))^2 <= ((u - v)' (B - A) (u + v))^2   by order/square with p := (lambda[1](A) - lambda[2](A)) (1 - (u' v)^2), q := (u - v)' (B - A) (u + v)
      have w: norm(B - A)^2 (dot(u - v, u - v) dot(u + v, u + v)) = 4 norm(B - A)^2 (1 - (u' v)^2)   by hypothesis
      have r: (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2)^2 <= 4 norm(B - A)^2 (1 - (u' v)^2)   by order
      (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2) <= 4 norm(B - A)^2   by order/cancel with g := lambda[1](A) - lambda[2](A), s := 1 - (u' v)^2, e := norm(B - A)`,
    source:
      'Yu, Wang, Samworth, A useful variant of the Davis–Kahan theorem for statisticians, Biometrika 102, 2015',
    note: 'sin θ ≤ 2‖B − A‖/gap in squared form, without division by the gap; proved here from the variational principle, nothing is cited.',
  }),
  lemma('gapless-variance', {
    claim: `A: n×n symmetric; B: n×n; V, U: n×k; D: k×k; s: scalar; V' V = I; U' U = I; A V = V D; D >>= s I; forall w: n. V' w = 0 => w' A w <= s w' w

      |- tr(V' B V) >= tr(U' B U) - 2 k norm(A - B)`,
    proof: `
      have a: tr(U' A U) <= tr(V' A V)   by order/ky-fan with A := A, V := V, U := U, D := D, s := s
      have b: tr(V' (A - B) V) <= k norm(A - B)   by order/frame with A := A - B, V := V
      have c: tr(U' (B - A) U) <= k norm(B - A)   by order/frame with A := B - A, V := U
      have d: norm(B - A) = norm(A - B)   by norm of the negative with A := A - B
      have e: k norm(B - A) = k norm(A - B)   by hypothesis d`,
    source: 'Ky Fan 1949; note on the Deep Neural Feature Ansatz',
    note: 'Every frame U of k columns, so the k largest eigenvalues of B too; no gap needed.',
    settles: ['A9'],
  }),
  lemma('gapless-variance-nuclear', {
    claim: `A: n×n symmetric; B: n×n; V, U: n×k; D: k×k; s: scalar; V' V = I; U' U = I; A V = V D; D >>= s I; forall w: n. V' w = 0 => w' A w <= s w' w

      |- tr(V' B V) >= tr(U' B U) - nuclear(A - B)`,
    proof: `
      have a: tr(U' A U) <= tr(V' A V)   by order/ky-fan with A := A, V := V, U := U, D := D, s := s
      have p: norm(V V' - U U') <= 1   by order/projectors with V := V, U := U
      have b: tr((V V' - U U') (A - B)) <= norm(V V' - U U') nuclear(A - B)   by nuclear duality with A := V V' - U U', B := A - B
      have d: 0 <= nuclear(A - B)    by order
      have e: norm(V V' - U U') nuclear(A - B) <= nuclear(A - B)   by order`,
    source: 'Ky Fan 1949; von Neumann 1937; note on the Deep Neural Feature Ansatz',
    note: 'The nuclear norm in place of 2k‖A − B‖.',
  }),
  lemma('gapless-variance-top', {
    claim: `A, B: n×n symmetric; v: n unit; A v = lambda[1](A) v
      |- v' B v >= lambda[1](B) - 2 norm(A - B)`,
    proof: `
      take u: n such that u' u = 1 and B u = lambda[1](B) u    by an eigenvalue is attained with k := 1, A := B
      have i: u' B u = lambda[1](B)   by hypothesis
      have j: v' A v = lambda[1](A)   by hypothesis
      have a: u' A u <= lambda[1](A)    by order
      have b: v' (A - B) v <= norm(A - B)   by order
      have c: -(u' (A - B) u) <= norm(A - B)   by order`,
    source: note,
    note: 'One vector: against the largest eigenvalue of B itself.',
  }),
  lemma('gapless-greedy', {
    claim: `A, B: n×n; V: n×k; v: n unit; (forall w: n. V' w = 0 => w' A w <= (v' A v) (w' w)); u: n unit; V' u = 0
      |- u' B u <= v' B v + 2 norm(A - B)`,
    proof: `
      have a: u' A u <= v' A v    by hypothesis
      have b: v' (A - B) v <= norm(A - B)   by the norm bounds a quadratic form with A := A - B, v := v
      have c: -(u' (A - B) u) <= norm(A - B)   by the norm bounds a quadratic form with A := A - B, v := u`,
    source: note,
    note: 'V holds v_1 .. v_{j-1} as columns; v is the best for A among the unit vectors orthogonal to them.',
    settles: ['A9'],
  }),
  lemma('tight-frame-coisometry', {
    claim: `X: m×N; c: scalar positive
      |- X X' = c I <=> exists R: m×N. R R' = I and X = sqrt(c) R`,
    proof: `
      => take R: m×N such that R = sqrt(c)/c X    by definition
      R R' = (sqrt(c)/c X) (sqrt(c)/c X)'   by hypothesis
      = I   by order
      X = sqrt(c) R   by order
      <= take T: m×N such that T T' = I and X = sqrt(c) T    by hypothesis
      X X' = (sqrt(c) T) (sqrt(c) T)'   by hypothesis
      = c I    by order`,
    source: note,
    settles: ['A22'],
  }),
  lemma('too-few-gradients', {
    claim: `q[i]: m for i in 1..N; c: scalar nonzero; mean[i](q[i] q[i]') = c I
      |- m <= N`,
    source: note,
    note: 'Fewer than m gradients cannot be a tight frame.',
    settles: ['A31'],
  }),
  lemma('nearest-tight-frame', {
    claim: `X: m×N; c: scalar positive; N >= m
      |- exists Y: m×N. Y Y' = c I and normF(X - Y) <= normF(X X' - c I) / sqrt(c)`,
    proof: `
      take S: m×m such that exists R: m×N. S is psd and X = S R and R R' = I   by polar decomposition with A := X
      take R: m×N such that X = S R and R R' = I              by hypothesis
      have c: sqrt(c)^2 = c                                   by order
      take Y: m×N such that Y = sqrt(c) R                     by definition
      have y: Y Y' = c I                                      by hypothesis
      have d: tr((X - Y) (X - Y)') = tr((S - sqrt(c) I) (S - sqrt(c) I))   by hypothesis
      have g: X X' = S S                                      by hypothesis
      have h: X X' - c I = S S - sqrt(c)^2 I                  by hypothesis g, c
      have i: (S S - sqrt(c)^2 I)' = S S - sqrt(c)^2 I        by hypothesis
      have j: tr((X X' - c I) (X X' - c I)') = tr((S S - sqrt(c)^2 I) (S S - sqrt(c)^2 I)')   by hypothesis h
      have e: tr((X X' - c I) (X X' - c I)') = tr((S S - sqrt(c)^2 I) (S S - sqrt(c)^2 I))    by hypothesis j, i
      have p: 0 < sqrt(c)                                     by order
      have q: sqrt(c) != 0                                    by order
      have f: sqrt(c)^2 tr((S - sqrt(c) I) (S - sqrt(c) I)) <= tr((S S - sqrt(c)^2 I) (S S - sqrt(c)^2 I))   by order/frame-gap with S := S, r := sqrt(c)
      c tr((X - Y) (X - Y)') = c tr((S - sqrt(c) I) (S - sqrt(c) I))   by hypothesis d
      = sqrt(c)^2 tr((S - sqrt(c) I) (S - sqrt(c) I))         by hypothesis c
      <= tr((S S - sqrt(c)^2 I) (S S - sqrt(c)^2 I))          by f
      = tr((X X' - c I) (X X' - c I)')                        by hypothesis e
      have a: 0 <= tr((X - Y) (X - Y)')                       by ring
      have b: 0 <= tr((X X' - c I) (X X' - c I)')             by ring
      normF(X - Y) <= normF(X X' - c I) / sqrt(c)   by order/root-quotient with a := tr((X - Y) (X - Y)'), b := tr((X X' - c I) (X X' - c I)'), c := c`,
    source: note,
    note: 'Y is √c times the polar factor of X; N >= m is needed, for with fewer gradients there is no tight frame at all: no-tight-frame.',
    settles: ['A23'],
  }),
  lemma('no-tight-frame', {
    claim: `X: m×N; c: scalar nonzero; N < m
      |- not (exists Y: m×N. Y Y' = c I)`,
    proof: `
      suppose exists Y: m×N. Y Y' = c I
      take Y: m×N such that Y Y' = c I                        by hypothesis
      have e: Y (1/c Y') = I                                  by hypothesis
      have f: m <= N                                          by order`,
    source: note,
    note: 'X plays no part: it gives the sizes.',
  }),
]);
