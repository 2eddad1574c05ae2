import { family, lemma } from 'elenchus';

const paper = 'Scherlis, Sachan, Jermyn, Benton, Shlegeris: Polysemanticity and Capacity in Neural Networks, arXiv 2210.01892';

/** The loss of the model of squares as a mean over inputs that are independent. */
export default family('capacity', [
  lemma('unmatched-index', {
    claim: `x, y, z, w: scalar ~ independent(0, v, t); v, t: scalar
      |- E[x y z w] = 0 and E[x y z^2] = 0 and E[x y^3] = 0`,
    source: paper,
    note: 'With mean 0, which the statement leaves out; see unmatched-index-any-mean.',
  }),
  lemma('quadratic-loss', {
    claim: `x: n ~ independent(0, v, t, q); v, t, q: scalar; A: n×n symmetric
      |- E[(x' A x)^2] = v^2 (tr(A)^2 + 2 normF(A)^2) + (q - 3 v^2) |diag(A)|^2`,
    source: paper,
    note: 'v is the variance and q the fourth moment of the inputs; the third moment plays no part.',
  }),
  lemma('squares-loss', {
    claim: `x: n ~ independent(0, v, t, q); v, t, q: scalar; a: n; W: d×n
      |- E[(x' (diag(a) - W' W) x)^2] = v^2 (tr(diag(a) - W' W)^2 + 2 normF(diag(a) - W' W)^2) + (q - 3 v^2) |a - diag(W' W)|^2`,
    source: paper,
    note: 'The loss of the model of squares: quadratic-loss at A = diag(a) - W\'W.',
  }),
]);
