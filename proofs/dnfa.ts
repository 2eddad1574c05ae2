import { family, lemma } from 'elenchus';

const paper = 'Radhakrishnan, Beaglehole, Pandit, Belkin: Mechanism of feature learning in deep fully connected networks, arXiv 2212.13881';
const note = 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881';

/** The Deep Neural Feature Ansatz W'W = c M, M the average gradient outer product (AGOP), taken apart. */
export default family('dnfa', [
  lemma('chain-rule', {
    claim: `W: m×n; h: n; phi: activation; g: R^m -> R^k
      |- jac[h](g(phi(W h))) = jac(g)(phi(W h)) diag(phi'(W h)) W`,
    source: note,
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
  }),
  lemma('weights-unpinned', {
    claim: `Q: m×m; c: scalar; V: m×n; I = c Q
      |- V' V = c V' Q V`,
    proof: `
      V' V = V' (c Q) V                       by hypothesis
           = c V' Q V                         by ring`,
    source: note,
    note: 'So the ansatz with exponent 1 pins down nothing about the weights.',
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
  }),
  lemma('ansatz-commutes', {
    claim: `W: m×n; M: n×n; W' W ~~ M
      |- W' W M = M W' W`,
    source: note,
  }),
  lemma('ansatz-shares-eigenvectors', {
    claim: `W: m×n; M: n×n; v: n; s, c: scalar; W' W = c M; M v = s v
      |- W' W v = c s v`,
    proof: `
      W' W v = c M v                          by hypothesis
             = c s v                          by hypothesis`,
    source: note,
  }),
  lemma('tight-frame', {
    claim: `q[i]: m for i in 1..N; Q: m×m; X: m×N; c: scalar
      Q = mean[i](q[i] q[i]'); X X' = sum[i](q[i] q[i]')
      |- (Q = c I <=> (forall v: m. v' Q v = c v' v)) and (Q = c I <=> X X' = c N I)`,
    source: note,
    note: 'Columns of X are the pre-activation gradients q_i; only X X\' enters. The second form needs Q symmetric, which a mean of q q\' is.',
  }),
  lemma('dead-unit', {
    claim: `W: m×n; h[i]: n for i in 1..N; e: m nonzero; phi: activation; g: R^m -> R
      forall i in 1..N. phi'(W h[i]) .* e = 0
      |- not (mean[i]((phi'(W h[i]) .* grad(g)(phi(W h[i]))) (phi'(W h[i]) .* grad(g)(phi(W h[i])))') is invertible)`,
    source: note,
    note: 'With e a coordinate vector this is one unit whose φ\' is 0 on all data.',
  }),
]);
