/** Lemmas on the Loewner order, norms and traces, which other families use. */
import { family, lemma } from 'elenchus';

const folklore = 'Horn and Johnson, Matrix Analysis';

/** Order, norms and traces: what the claims about perturbations rest on. */
export default family('order', [
  lemma('congruence', {
    claim: `M: n×n psd; C: n×m
      |- C' M C is psd`,
    source: folklore,
  }),
  lemma('trace', {
    claim: `A, B: n×n; A >>= B
      |- tr(A) >= tr(B)`,
    proof: `
      tr(A) >= tr(B)                                          by order`,
    source: folklore,
  }),
  lemma('product', {
    claim: `p, q: scalar; 0 <= p; 0 <= q
      |- 0 <= p q`,
    proof: `
      0 <= p q                                                by order`,
    source: folklore,
  }),
  lemma('square', {
    claim: `p, q: scalar; 0 <= p; p <= q
      |- p^2 <= q^2`,
    proof: `
      p^2 <= q^2                                              by order`,
    source: folklore,
  }),
  lemma('cancel', {
    claim: `g, s, e: scalar; g^2 s^2 <= 4 e^2 s
      |- g^2 s <= 4 e^2`,
    proof: `
      g^2 s <= 4 e^2                                          by order`,
    source: 'a step of perturbation bounds: a factor s is cancelled, also where it is 0',
  }),
  lemma('form-trace', {
    claim: `A: n×n; W: n×k; V: n×j; s: scalar
      V' W = 0; forall w: n. V' w = 0 => w' A w <= s w' w
      |- tr(W' A W) <= s tr(W' W)`,
    proof: `
      have h: forall x: k. (W x)' A (W x) <= s (W x)' (W x)   by hypothesis`,
    source: folklore,
    note: 'Applied to the columns of W, and summed.',
  }),
  lemma('frame', {
    claim: `A: n×n; V: n×k; V' V = I
      |- tr(V' A V) <= k norm(A)`,
    proof: `
      have h: forall x: k. (V x)' A (V x) <= norm(A) x' x     by order`,
    source: folklore,
  }),
  lemma('ky-fan', {
    claim: `A: n×n symmetric; V, U: n×k; D: k×k; s: scalar
      V' V = I; U' U = I; A V = V D; D >>= s I; forall w: n. V' w = 0 => w' A w <= s w' w
      |- tr(U' A U) <= tr(V' A V)`,
    proof: `
      have d: D = D'                                          by hypothesis
      have o: V' (U - V V' U) = 0                             by hypothesis
      have a: tr((U - V V' U)' A (U - V V' U)) <= s tr((U - V V' U)' (U - V V' U))   by order/form-trace with A := A, W := U - V V' U, V := V, s := s
      have b: (V - U U' V) (D - s I) (V - U U' V)' is psd     by order/congruence with M := D - s I, C := (V - U U' V)'
      have t: 0 <= tr((V - U U' V) (D - s I) (V - U U' V)')   by order
      have e: tr((U - V V' U)' A (U - V V' U)) = tr(U' A U) - tr(U' V D V' U)   by hypothesis
      have f: s tr((U - V V' U)' (U - V V' U)) = s k - s tr(U' V V' U)          by hypothesis
      have g: tr((V - U U' V) (D - s I) (V - U U' V)') = tr(D) - tr(U' V D V' U) - s k + s tr(U' V V' U)   by hypothesis
      have i: tr(V' A V) = tr(D)                              by hypothesis`,
    source: 'Fan, On a theorem of Weyl concerning eigenvalues of linear transformations I, 1949',
    note: 'The columns of V span an invariant space of the k largest eigenvalues: s separates them from the rest, no gap is asked for.',
  }),
  lemma('projected', {
    claim: `V, U: n×k; V' V = I; U' U = I
      |- forall x: n. |V V' x - U U' x|^2 <= |x|^2`,
    proof: `
      let x: n
      have a: 0 <= |x - V V' x - U U' x|^2                    by order
      have e: |x - V V' x - U U' x|^2 = |x|^2 - |V V' x - U U' x|^2   by hypothesis`,
    source: folklore,
  }),
  lemma('projectors', {
    claim: `V, U: n×k; V' V = I; U' U = I
      |- norm(V V' - U U') <= 1`,
    proof: `
      have h: forall x: n. |V V' x - U U' x|^2 <= |x|^2       by order/projected with V := V, U := U
      norm(V V' - U U') <= 1                                  by the norm is least with s := 1, A := V V' - U U'`,
    source: folklore,
  }),
  lemma('root-quotient', {
    claim: `a, b: scalar; c: scalar positive; c a <= b
      |- sqrt(a) <= sqrt(b) / sqrt(c)`,
    proof: `
      have p: 0 < sqrt(c)                                     by order
      have q: 0 < 1/sqrt(c)                                   by order
      have r: 0 <= sqrt(b)                                    by order
      have s: 0 <= sqrt(b) (1/sqrt(c))                        by order/product with p := sqrt(b), q := 1/sqrt(c)
      have e: (sqrt(b) / sqrt(c))^2 = b / c                   by order
      have f: 0 < 1/c                                         by order
      have g: 0 <= (1/c) (b - c a)                            by order/product with p := 1/c, q := b - c a
      have h: (1/c) (b - c a) = b / c - a                     by cancellation
      have i: a <= b / c                                      by order
      sqrt(a)^2 <= (sqrt(b) / sqrt(c))^2                      by order`,
    source: folklore,
  }),
  lemma('frame-gap', {
    claim: `S: m×m psd; r: scalar nonnegative
      |- r^2 tr((S - r I) (S - r I)) <= tr((S S - r^2 I) (S S - r^2 I))`,
    proof: `
      have p: (S - r I)' S (S - r I) is psd                   by order/congruence with M := S, C := S - r I
      have t: 0 <= tr((S - r I)' S (S - r I))                 by order
      have q: 0 <= r tr((S - r I)' S (S - r I))               by order/product with p := r, q := tr((S - r I)' S (S - r I))
      have s: 0 <= tr((S (S - r I)) (S (S - r I))')           by ring
      have e: tr((S S - r^2 I) (S S - r^2 I)) - r^2 tr((S - r I) (S - r I)) = 2 (r tr((S - r I)' S (S - r I))) + tr((S (S - r I)) (S (S - r I))')   by hypothesis`,
    source: 'for each eigenvalue s of S: r (s - r) is at most s^2 - r^2 in size',
  }),
  lemma('trace-of-the-projector', {
    claim: `S: d×k |- tr(S pinv(S)) = rank(S)`,
    proof: `
      have p: S pinv(S) S = S and S pinv(S) S pinv(S) = S pinv(S)   by cancellation
      have t: rank(S pinv(S)) = tr(S pinv(S))                 by rank of a projector with A := S pinv(S)
      have u: rank(S pinv(S)) <= rank(S)                      by rank of a product with A := S, B := pinv(S)
      have v: rank(S pinv(S) S) <= rank(S pinv(S))            by rank of a product with A := S pinv(S), B := S
      have w: rank(S pinv(S) S) = rank(S)                     by hypothesis
      tr(S pinv(S)) = rank(S)                                 by order`,
    source: folklore,
  }),
]);
