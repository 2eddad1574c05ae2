/** False claims with terms that have no value somewhere. */

/** A guard excuses what stands to the right of it: each is false where it excuses more. */
export const afterGuards: readonly string[] = [
  '|- forall x: scalar. (x != 0 => x (1/x) = 1) and x^2 > 0',
  '|- forall x: scalar. (x > 0 => exp(log(x)) = x) and x >= 0',
  'A: n×n |- forall B: n×n. (B is invertible => B inv(B) = I) and B is invertible',
  '|- forall x: scalar. (x = 0 or x (1/x) = 1) and x != 0',
  '|- forall x: scalar. (not (x = 0 and x = 1)) and (x >= 0 => sqrt(x)^2 = x) and x >= 0',
  'x: scalar |- (x > 0 => log(exp(x)) = x) and x > 0',
  '|- forall x: scalar. (x != 0 and 1/x = 1/x) or x = 1',
  'A: n×n |- (det(A) != 0 => A inv(A) = I) and det(A) != 0',
];

/** A condition stands at the innermost quantifier that binds one of its variables. */
export const atQuantifiers: readonly string[] = [
  '|- exists x: scalar. x = -1 and (forall y: scalar. y = sqrt(x))',
  '|- exists x: scalar. x = -1 and (forall y: scalar. y > log(x))',
  '|- exists A: n×n. A = 0 and (forall v: n. inv(A) v = v)',
  '|- exists x: scalar. x = 0 and (forall y: scalar. y / x = y)',
  '|- forall x: scalar. exists y: scalar. y = 1/x and x y = 0',
  '|- exists x: scalar. x = 3 and sum[i in 1..3](1/(x - i)) = sum[i in 1..2](1/(x - i))',
  "|- exists x: scalar. relu'(x) x = 0 and relu'(-x) x = 0",
  '|- exists x: scalar. x (1/x) = 0',
];

/** The same, where the search does not decide the quantifier. */
export const atQuantifiersOpen: readonly string[] = [
  '|- exists x: scalar. grad[x](sqrt(x^2)) = 0',
  '|- exists x: scalar. x = 0 and grad[x](|x|) x = 0',
  '|- exists x: n. x = 0 and grad[x](norm(x)) = grad[x](norm(x))',
  "|- exists x: n. x = 0 and relu'(x) = relu'(x)",
  '|- exists A: m×n. A = 0 and grad[A](norm(A)) = grad[A](norm(A))',
  '|- exists A: m×n. A = 0 and grad[A](nuclear(A)) = grad[A](nuclear(A))',
  '|- exists A: n×n. A = 0 and grad[A](sigma_min(A)) = grad[A](sigma_min(A))',
];
