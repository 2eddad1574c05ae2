/** Published questions about matrices that have a positive answer which the kernel proves. */
import { family, lemma } from 'elenchus';

const list =
  'A. Townsend, Open Problems in Numerical Linear Algebra, GitHub ajt60gaibb/OpenProblemsInNLA, 2026';

export default family('frontier', [
  lemma('volume-sampling-decreases', {
    claim: `a, b, c: scalar positive
      |- 2 (a b + a c + b c)/(a + b + c) <= (a + b + c)
        and 3 a b c/(a b + a c + b c) <= 2 (a b + a c + b c)/(a + b + c)`,
    source: `${list}, RA-07`,
    note: 'The ratios (j + 1) e[j+1]/e[j] of elementary symmetric functions decrease, at n = 3.',
  }),
  lemma('distance-to-a-smaller-matrix', {
    claim: `A, B: n×n psd; A >>= B |- normF(A - B)^2 <= normF(A)^2 - normF(B)^2`,
    proof: `
      have a: 0 <= tr(B (A - B))     by trace of a product of psd matrices with A := B, B := A - B
      have e: normF(A)^2 - normF(B)^2 - normF(A - B)^2 = 2 tr(B (A - B))   by hypothesis
      normF(A - B)^2 <= normF(A)^2 - normF(B)^2   by order`,
    source: `${list}, RA-09`,
  }),
  lemma('geometric-mean-in-the-middle', {
    claim: `C, X: n×n pd |- norm(C X C^2 X C) <= norm(C^3 X^2 C)`,
    source: `${list}, MI-23`,
    note: 'The instance r = s = 1, p = 2, t = 1/2 for the largest eigenvalue: A = C^2 and B = C X^2 C. Refuted at t = 1/8.',
  }),
  lemma('norm-of-products-of-squares', {
    claim: `A, B: n×n psd |- norm(A B)^2 <= norm(A^2 B^2)`,
    source: 'R. Bhatia: Matrix Analysis, theorem IX.2.1, of H. O. Cordes',
    note: 'The exponent 1/2, for the squares.',
  }),
  lemma('norm-of-products-of-roots', {
    claim: `A, B: n×n psd |- norm(A^(1/2) B^(1/2))^2 <= norm(A B)`,
    source: 'R. Bhatia: Matrix Analysis, theorem IX.2.1, of H. O. Cordes',
    note: 'The exponent 1/2.',
  }),
  lemma('determinants-of-two-products', {
    claim: `N, Q: n×n; det(I + N Q) = det(I + Q Q') |- det(I + Q Q') <= det(I + N N')`,
    proof: `
      have c: det(I + N Q) det(I + N Q) <= det(I + N N') det(I + Q' Q)   by Cauchy and Binet, determinants of products with A := I + N - N, B := N, C := I + N - N, D := Q
      have s: det(I + Q' Q) = det(I + Q Q')   by Sylvester with A := Q', B := Q
      have y: det(I + N Q) det(I + N Q) <= det(I + N N') det(I + Q Q')   by hypothesis
      have u: det(I + N Q) det(I + N Q) = det(I + Q Q') det(I + Q Q')   by hypothesis
      have v: det(I + Q Q')^2 <= det(I + N N') det(I + Q Q')   by order
      det(I + Q Q') <= det(I + N N')   by hypothesis`,
    source: 'The inequality of Cauchy and Schwarz for the determinants of Cauchy and Binet',
  }),
  lemma('determinants-with-fourth-powers', {
    claim: `R: n×n pd; B: n×n symmetric |- det(R^2 + R^4 B^2) <= det(R^2 + B R^4 B)`,
    proof: `
      have i: R is invertible   by hypothesis
      take N: n×n such that N = inv(R) B R R   by definition
      take Q: n×n such that Q = B R   by definition
      have f: R N = B R R   by hypothesis
      have k: N' R = R R B   by hypothesis
      have z: R (I + N N') R = R^2 + B R^4 B   by hypothesis
      have b: Q Q' = B R R B   by hypothesis
      have b2: det(I + Q Q') = det(I + B R R B)   by hypothesis
      have m: N Q = inv(R) B R R B R   by hypothesis
      have t: det(I + N Q) = det(I + inv(R) B R R B R)   by hypothesis
      have u: det(I + inv(R) B R R B R) = det(I + B R R B R inv(R))   by Sylvester with A := inv(R), B := B R R B R
      have v: det(I + B R R B R inv(R)) = det(I + B R R B)   by hypothesis
      have g: det(I + N Q) = det(I + B R R B)   by hypothesis
      have g2: det(I + N Q) = det(I + Q Q')   by hypothesis
      have x: det(I + Q Q') <= det(I + N N')   by frontier/determinants-of-two-products with N := N, Q := Q
      have x2: det(I + B R R B) <= det(I + N N')   by hypothesis
      have l: det(R^2 (I + R^2 B B)) = det(R^2) det(I + R^2 B B)   by det of a product with A := R R, B := I + R R B B
      have s: det(I + R R B B) = det(I + B R R B)   by Sylvester with A := R R B, B := B
      have n: det(R (I + N N') R) = det(R (I + N N')) det(R)   by det of a product with A := R (I + N N'), B := R
      have o: det(R (I + N N')) = det(R) det(I + N N')   by det of a product with A := R, B := I + N N'
      have j: det(R R) = det(R) det(R)   by det of a product with A := R, B := R
      have e: det(R (I + N N') R) = det(R^2 + B R^4 B)   by hypothesis
      have d: 0 <= det(R) det(R)   by order
      have h: det(R) det(R) det(I + B R R B) <= det(R) det(R) det(I + N N')   by hypothesis
      det(R^2 + R^4 B^2) = det(R) det(R) det(I + B R R B)   by hypothesis
        <= det(R) det(R) det(I + N N')   by hypothesis
        = det(R^2 + B R^4 B)   by hypothesis`,
    source: `${list}, MI-28`,
    note: 'determinants-with-modulus for A = R^2.',
  }),
  lemma('determinants-with-modulus', {
    claim: `A: n×n pd; B: n×n symmetric |- det(A + B A^2 B) >= det(A + A^2 B^2)`,
    proof: `
      have p: sqrtm(A) is pd   by root of a pd matrix with A := A
      have r: sqrtm(A) sqrtm(A) = A   by root of a psd matrix with A := A
      have c: det(sqrtm(A)^2 + sqrtm(A)^4 B^2) <= det(sqrtm(A)^2 + B sqrtm(A)^4 B)   by frontier/determinants-with-fourth-powers with R := sqrtm(A), B := B
      have l: det(sqrtm(A)^2 + sqrtm(A)^4 B^2) = det(A + A^2 B^2)   by hypothesis
      have m: det(sqrtm(A)^2 + B sqrtm(A)^4 B) = det(A + B A^2 B)   by hypothesis
      det(A + A^2 B^2) <= det(A + B A^2 B)   by hypothesis`,
    source: `${list}, MI-28`,
    note: 'The instance k = 1, p = 2, for every symmetric B.',
  }),
  lemma('determinants-of-squares', {
    claim: `A: n×n pd; B: n×n symmetric |- det(A^2 + B A^2 B) >= det(A^2 + A B^2 A)`,
    proof: `
      take N: n×n such that N = inv(A) B A   by definition
      have i: A inv(A) = I   by hypothesis
      have f: A N = B A   by hypothesis
      have f2: N' A = A B   by hypothesis
      have z: A (I + N N') A = A^2 + B A^2 B   by hypothesis
      have c: det(I + N N) det(I + N N) <= det(I + N N') det(I + N' N)   by Cauchy and Binet, determinants of products with A := I + N - N, B := N, C := I + N - N, D := N
      have s: det(I + N' N) = det(I + N N')   by Sylvester with A := N', B := N
      have m: N N = inv(A) B B A   by hypothesis
      have t: det(I + N N) = det(I + inv(A) B B A)   by hypothesis
      have u: det(I + inv(A) B B A) = det(I + B B A inv(A))   by Sylvester with A := inv(A), B := B B A
      have v: det(I + B B A inv(A)) = det(I + B B)   by hypothesis
      have g: det(I + N N) = det(I + B B)   by hypothesis
      have q: I + N N' is psd   by hypothesis
      have w: 0 <= det(I + N N')   by det of a definite matrix with A := I + N N'
      have y: det(I + N N)^2 <= det(I + N N')^2   by hypothesis
      have x: det(I + N N) <= det(I + N N')   by hypothesis
      have l: det(A (I + B B) A) = det(A (I + B B)) det(A)   by det of a product with A := A (I + B B), B := A
      have k: det(A (I + B B)) = det(A) det(I + B B)   by det of a product with A := A, B := I + B B
      have n: det(A (I + N N') A) = det(A (I + N N')) det(A)   by det of a product with A := A (I + N N'), B := A
      have o: det(A (I + N N')) = det(A) det(I + N N')   by det of a product with A := A, B := I + N N'
      have b: det(A (I + N N') A) = det(A^2 + B A^2 B)   by hypothesis
      have p: 0 <= det(A) det(A)   by order
      have h: det(A) det(A) det(I + B B) <= det(A) det(A) det(I + N N')   by hypothesis
      det(A^2 + A B^2 A) = det(A) det(A) det(I + B B)   by hypothesis
        <= det(A) det(A) det(I + N N')   by hypothesis
        = det(A^2 + B A^2 B)   by hypothesis`,
    source: `${list}, MI-29`,
    note: 'The instance k = 2, p = 2, for every symmetric B.',
  }),
]);
