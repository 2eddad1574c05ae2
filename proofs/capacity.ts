/** Lemmas on capacity: the loss of the model of squares as a function of moments. */
import { family, lemma } from 'elenchus';

const paper =
  'Scherlis, Sachan, Jermyn, Benton, Shlegeris: Polysemanticity and Capacity in Neural Networks, arXiv 2210.01892';

/**
 * The loss of the model of squares as a mean over inputs that are independent, and how much
 * capacity there is to share.
 */
export default family('capacity', [
  lemma('unmatched-index', {
    claim: `x, y, z, w: scalar ~ independent(0, v, t); v, t: scalar
      |- E[x y z w] = 0 and E[x y z^2] = 0 and E[x y^3] = 0`,
    source: paper,
    note: 'With mean 0, which the statement leaves out; see unmatched-index-any-mean.',
    settles: ['C1 in part'],
  }),
  lemma('quadratic-loss', {
    claim: `x: n ~ independent(0, v, t, q); v, t, q: scalar; A: n×n symmetric
      |- E[(x' A x)^2] = v^2 (tr(A)^2 + 2 normF(A)^2) + (q - 3 v^2) |diag(A)|^2`,
    source: paper,
    note: 'v is the variance and q the fourth moment of the inputs; the third moment plays no part.',
    settles: ['C2 in part'],
  }),
  lemma('squares-loss', {
    claim: `x: n ~ independent(0, v, t, q); v, t, q: scalar; a: n; W: d×n
      |- E[(x' (diag(a) - W' W) x)^2] = v^2 (tr(diag(a) - W' W)^2 + 2 normF(diag(a) - W' W)^2) + (q - 3 v^2) |a - diag(W' W)|^2`,
    source: paper,
    note: "The loss of the model of squares: quadratic-loss at A = diag(a) - W'W.",
    settles: ['C3 in part'],
  }),
  lemma('range', {
    claim: `w[i]: d for i in 1..n; S: d×d; S = sum[i](w[i] w[i]')
      |- forall i in 1..n. S pinv(S) w[i] = w[i]`,
    proof: `
      take P: d×d such that P = I - S pinv(S)                 by definition
      have p: P S = 0                                         by cancellation
      have e: sum[i](|P w[i]|^2) = tr(P S P')                 by hypothesis
      have z: sum[i](|P w[i]|^2) = 0                          by hypothesis
      have v: forall i in 1..n. P w[i] = 0                    by squares
      have forall i in 1..n. S pinv(S) w[i] = w[i] - P w[i]   by hypothesis`,
    source: 'Horn and Johnson, Matrix Analysis',
    note: 'S pinv(S) is the projector on the span of the features.',
  }),
  lemma('capacity-bound', {
    claim: `w[i]: d for i in 1..n; W: d×n; W W' = sum[i](w[i] w[i]')
      |- sum[i](dot(w[i], w[i])^2 / sum[j](dot(w[i], w[j])^2)) <= rank(W) and rank(W) <= d`,
    proof: `
      have a: rank(W W') = rank(W)                            by kernels
      have b: tr(W W' pinv(W W')) = rank(W W')                by order/trace-of-the-projector with S := W W'
      have c: rank(W) <= d                                    by rank and shape with A := W
      have p: 0 <= sum[i](sum[k]((((dot(w[i], w[i]) / sum[j](dot(w[i], w[j])^2)) dot(w[i], w[k])) - dot(w[k], pinv(W W') w[i]))^2))   by ring
      have r: forall i in 1..n. W W' pinv(W W') w[i] = w[i]   by capacity/range with S := W W'
      have q: forall i in 1..n. (dot(w[i], w[i]) / sum[j](dot(w[i], w[j])^2)) sum[j](dot(w[i], w[j])^2) = dot(w[i], w[i])   by hypothesis
      have t: sum[i](sum[k](((dot(w[i], w[i]) / sum[j](dot(w[i], w[j])^2)) dot(w[i], w[k]))^2)) = sum[i](dot(w[i], w[i])^2 / sum[j](dot(w[i], w[j])^2))   by hypothesis
      have u: sum[i](sum[k](((dot(w[i], w[i]) / sum[j](dot(w[i], w[j])^2)) dot(w[i], w[k])) dot(w[k], pinv(W W') w[i]))) = sum[i](dot(w[i], w[i])^2 / sum[j](dot(w[i], w[j])^2))   by hypothesis
      have v: sum[i](sum[k](dot(w[k], pinv(W W') w[i])^2)) = tr(W W' pinv(W W'))   by hypothesis
      have e: sum[i](sum[k]((((dot(w[i], w[i]) / sum[j](dot(w[i], w[j])^2)) dot(w[i], w[k])) - dot(w[k], pinv(W W') w[i]))^2)) = tr(W W' pinv(W W')) - sum[i](dot(w[i], w[i])^2 / sum[j](dot(w[i], w[j])^2))   by hypothesis t, u, v`,
    source: paper,
    note: "W has the features w_i as its columns: W W' is all that enters. The capacity of a feature is defined where w_i is not 0. What is left over is a sum of squares, (C_i w_i'w_k/|w_i|^2 - w_k' pinv(W W') w_i)^2: Cauchy–Schwarz through the projector.",
  }),
  lemma('squares-of-a-diagonal', {
    claim: `x: n; A: n×n diagonal |- x' A x = sum[i in 1..n](A[i,i] x[i]^2)`,
    source: paper,
    note: 'Squares x_i^2 suffice for a diagonal A alone: see squares-for-products.',
    settles: ['C2'],
  }),
  lemma('covariance-loss', {
    claim: `x: n ~ normal(0, 1); a: n; W: d×n
      |- E[(x' (diag(a) - W' W) x)^2] - E[x' (diag(a) - W' W) x]^2 = 2 normF(diag(a) - W' W)^2`,
    source: paper,
    note: 'For Gaussian inputs of variance 1 the variance of the error is twice the squared difference of the two matrices; the loss adds the square of its mean.',
    settles: ['C3'],
  }),
]);
