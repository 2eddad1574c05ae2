/** False claims that stand near true ones, each with what an examination has to answer. */

export type Row = readonly [name: string, claim: string, verdict: 'refuted' | 'not proved'];

const refuted = (name: string, claim: string): Row => [name, claim, 'refuted'];
const open = (name: string, claim: string): Row => [name, claim, 'not proved'];

const matrices: readonly Row[] = [
  refuted('a product does not commute', 'A, B: n×n |- A B = B A'),
  refuted('a transpose keeps no order', "A, B: n×n |- (A B)' = A' B'"),
  refuted('an inverse keeps no order', 'A, B: n×n invertible |- inv(A B) = inv(A) inv(B)'),
  refuted('the inverse of the transpose', "A: n×n invertible; B: n×m |- inv(A) B = inv(A') B"),
  refuted(
    'an inverse of the transpose under a trace of a product',
    "A: n×n invertible; B: n×n |- tr(inv(A) B) = tr(inv(A') B)",
  ),
  refuted('a determinant is not a trace', 'A: n×n |- det(A) = tr(A)'),
  refuted('a determinant is not additive', 'A, B: n×n |- det(A + B) = det(A) + det(B)'),
  refuted('a scalar leaves a determinant to a power', 'A: n×n; c: scalar |- det(c A) = c det(A)'),
  refuted(
    'a trace of three factors does not transpose two',
    'A, B, C: n×n |- tr(A B C) = tr(A C B)',
  ),
  refuted('a trace is not multiplicative', 'A, B: n×n |- tr(A B) = tr(A) tr(B)'),
  refuted('a binomial square needs AB = BA', 'A, B: n×n |- (A + B)^2 = A^2 + 2 A B + B^2'),
  refuted('a difference of squares needs AB = BA', 'A, B: n×n |- (A + B) (A - B) = A^2 - B^2'),
  refuted('a power of a product', 'A, B: n×n |- (A B)^2 = A^2 B^2'),
  refuted(
    'Cayley-Hamilton of degree 2 for n×n',
    'A: n×n |- A^2 - tr(A) A + 1/2 (tr(A)^2 - tr(A^2)) I = 0',
  ),
  refuted(
    'Cayley-Hamilton of degree 2 with the determinant for n×n',
    'A: n×n |- A^2 - tr(A) A + det(A) I = 0',
  ),
  refuted(
    'Cayley-Hamilton of degree 3 for n×n',
    'A: n×n |- A^3 - tr(A) A^2 + 1/2 (tr(A)^2 - tr(A^2)) A - 1/6 (tr(A)^3 - 3 tr(A) tr(A^2) + 2 tr(A^3)) I = 0',
  ),
  refuted(
    'Cayley-Hamilton of degree 2 for n >= 2 symmetric',
    'A: n×n symmetric; n >= 2 |- A^2 - tr(A) A + det(A) I = 0',
  ),
  refuted('a 2×2 commutator identity for n×n', 'A, B, C: n×n |- (A B - B A)^2 C = C (A B - B A)^2'),
  refuted(
    'the standard identity of degree 3 for n×n',
    'A, B, C: n×n |- A B C - A C B + B C A - B A C + C A B - C B A = 0',
  ),
  refuted(
    'an antisymmetric matrix squared is not symmetric negative of itself',
    'K: n×n antisymmetric |- K K = -K',
  ),
  refuted('an odd power of an antisymmetric matrix', "K: n×n antisymmetric |- K^3 = (K^3)'"),
  refuted('a product of symmetric matrices is symmetric', "A, B: n×n symmetric |- (A B)' = A B"),
  refuted('a product of positive definite matrices is', 'A, B: n×n pd |- A B is pd'),
  refuted('rows of an orthonormal basis of columns', "W: m×n; W' W = I |- W W' = I"),
  refuted('a projector is orthogonal to itself', "P: n×n projector |- P' = P"),
  refuted(
    'cancellation of a factor that is not one-to-one',
    'A: m×n; B, C: n×k; A B = A C |- B = C',
  ),
  refuted(
    'cancellation of an onto factor on the left',
    'A: m×n onto; B, C: n×k; A B = A C |- B = C',
  ),
  refuted(
    'cancellation of a one-to-one factor on the right',
    'A: n×k one-to-one; B, C: m×n; B A = C A |- B = C',
  ),
  refuted('no zero divisors', 'A, B: n×n; A B = 0 |- A = 0 or B = 0'),
  refuted('nilpotent means zero', 'A: n×n; A^2 = 0 |- A = 0'),
  refuted('a square root is unique', 'A, B: n×n; A^2 = B^2 |- A = B'),
  refuted('a quadratic form knows the matrix', "A, B: n×n; forall v: n. v' A v = v' B v |- A = B"),
  refuted('a left inverse is a right inverse', 'A: m×n; B: n×m; B A = I |- A B = I'),
  refuted('a half inverse', 'A: n×n invertible |- inv(2 A) = 2 inv(A)'),
  refuted(
    'an inverse of a sum',
    'A, B: n×n invertible; A + B is invertible |- inv(A + B) = inv(A) + inv(B)',
  ),
  refuted(
    'Woodbury with the sign dropped',
    "A: n×n invertible; u, v: n; 1 + v' inv(A) u != 0 |- inv(A + u v') = inv(A) + inv(A) u v' inv(A) / (1 + v' inv(A) u)",
  ),
  refuted(
    'Woodbury with the one dropped',
    "A: n×n invertible; u, v: n; v' inv(A) u != 0; A + u v' is invertible |- inv(A + u v') = inv(A) - inv(A) u v' inv(A) / (v' inv(A) u)",
  ),
  refuted('the pseudo-inverse reverses products', 'A: m×n; B: n×k |- pinv(A B) = pinv(B) pinv(A)'),
];

const ranks: readonly Row[] = [
  refuted('a rank of a product', 'A: m×n; B: n×k |- rank(A B) = rank(B)'),
  refuted('a rank of a sum', 'A, B: m×n |- rank(A + B) = rank(A) + rank(B)'),
  refuted('rank(J H J) needs H definite', "J: k×n; H: k×k symmetric |- rank(J' H J) = rank(J)"),
  refuted('the kernel of the outer gram', "J: n×n |- ker(J J') = ker(J)"),
  refuted('a kernel of a product', 'A: m×n; B: n×n |- ker(A B) = ker(B)'),
  refuted('a gram is invertible', "J: k×N |- J J' is invertible"),
  refuted('one-to-one for onto', 'J: k×N |- J is onto <=> rank(J) = N'),
  refuted('full rank gives the wrong gram', "J: k×N onto |- J' J is invertible"),
  refuted('a square matrix of equal trace and rank', 'P: n×n symmetric |- rank(P) = tr(P)'),
];

const calculus: readonly Row[] = [
  refuted(
    'the transpose moved in the chain rule',
    'W: n×n; h: n; p: R^n -> R |- grad[h](p(W h)) = W grad(p)(W h)',
  ),
  refuted(
    'the weights dropped in the chain rule',
    'W: n×n; h: n; p: R^n -> R |- grad[h](p(W h)) = grad(p)(W h)',
  ),
  refuted(
    'the wrong point in the chain rule',
    "W: n×n; h: n; p: R^n -> R |- grad[h](p(W h)) = W' grad(p)(h)",
  ),
  refuted(
    'the activation at the wrong point',
    "W: n×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(h)) W",
  ),
  refuted(
    'the activation on the wrong side',
    "W: n×n; h: n; phi: activation |- jac[h](phi(W h)) = W diag(phi'(W h))",
  ),
  refuted(
    'a second derivative for a first',
    "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi''(W h)) W",
  ),
  refuted(
    'a gradient of a quadratic form without symmetry',
    "A: n×n; x: n |- grad[x](x' A x) = 2 A x",
  ),
  refuted('a coefficient of a quadratic form', "A: n×n symmetric; x: n |- grad[x](x' A x) = A x"),
  refuted(
    'a gradient of a trace of an inverse',
    'A: n×n invertible |- grad[A](tr(inv(A))) = -inv(A) inv(A)',
  ),
  refuted(
    'a weight gradient transposed',
    "W: n×n; h: n; p: R^n -> R |- grad[W](p(W h)) = h grad(p)(W h)'",
  ),
  refuted(
    'Gauss-Newton is the Hessian',
    "F: R^N -> R^k; l: R^k -> R; theta: N |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  ),
  refuted(
    'interpolation at another point',
    "F: R^N -> R^k; l: R^k -> R; theta, t: N; grad(l)(F(t)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  ),
  refuted(
    'an index shifted in the outer product',
    "W: m×n; h[i]: n for i in 1..N; p: R^m -> R |- mean[i](grad[h[i]](p(W h[i])) grad[h[i]](p(W h[i]))') = W' grad(p)(W h[1]) grad(p)(W h[1])' W",
  ),
  refuted(
    'a mean of products is not a product of means',
    'a[i]: scalar for i in 1..N; b[i]: scalar for i in 1..N |- mean[i](a[i] b[i]) = mean[i](a[i]) mean[i](b[i])',
  ),
  refuted('a sum for a mean', "q[i]: m for i in 1..N |- mean[i](q[i] q[i]') = sum[i](q[i] q[i]')"),
  refuted(
    'a critical point need not interpolate',
    'F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0 |- grad(l)(F(theta)) = 0',
  ),
  refuted(
    'flat directions off interpolation',
    'F: R^N -> R^k; l: R^k -> R; theta, v: N; jac(F)(theta) v = 0 |- hess[theta](l(F(theta))) v = 0',
  ),
  refuted(
    'a mixed Hessian of a product',
    'f: R^n -> R; g: R^n -> R; x: n |- hess[x](f(x) g(x)) = g(x) hess(f)(x) + f(x) hess(g)(x)',
  ),
  refuted(
    'the product rule with one term',
    'f: R^n -> R; g: R^n -> R; x: n |- grad[x](f(x) g(x)) = g(x) grad(f)(x)',
  ),
  refuted(
    'a derivative of a composition without its inner part',
    "f: R -> R; g: R -> R; x: scalar |- grad[x](f(g(x))) = f'(g(x))",
  ),
  refuted(
    'equal values do not mean equal slopes',
    'f: R^n -> R; g: R^n -> R; x: n; f(x) = g(x) |- grad(f)(x) = grad(g)(x)',
  ),
];

const ansatz: readonly Row[] = [
  refuted(
    'cancellation with the transpose moved',
    "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W Q W' <=> I = c Q",
  ),
  refuted(
    'cancellation with the scalar squared',
    "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c^2 W' Q W <=> I = c Q",
  ),
  refuted(
    'cancellation with W on one side',
    "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c Q W <=> I = c Q",
  ),
  refuted(
    'half power with the power dropped',
    "W: m×n onto; Q: m×m symmetric; c: scalar positive |- (W' W)^2 = c^2 W' Q W <=> W W' = c Q",
  ),
  refuted(
    'half power without a hypothesis',
    "W: m×n; Q: m×m symmetric; c: scalar positive |- (W' W)^2 = c^2 W' Q W <=> W W' = c^2 Q",
  ),
  refuted('the ansatz for the transposed gram', "W: n×n; M: n×n; W' W ~~ M |- W W' M = M W W'"),
  refuted(
    'the ansatz holds for all that commutes',
    "W: n×n; M: n×n symmetric; W' W M = M W' W |- W' W ~~ M",
  ),
  refuted(
    'a tight frame of another scale',
    "q[i]: m for i in 1..N; X: m×N; c: scalar; X X' = sum[i](q[i] q[i]') |- mean[i](q[i] q[i]') = c I <=> X X' = c I",
  ),
  open('a frame that is never there', "q: m; c: scalar nonzero; q q' = c I |- m > 1"),
];

export const nearTrue = [
  ['matrices', matrices],
  ['ranks and kernels', ranks],
  ['derivatives', calculus],
  ['the ansatz', ansatz],
] as const;
