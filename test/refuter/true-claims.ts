/** True claims of the catalogue and true ones that tempt: none may ever be refuted. */
export const trueClaims: readonly { readonly id: string; readonly text: string }[] = [
  { id: 'trace', text: 'A: m×n; B: n×m |- tr(A B) = tr(B A)' },
  { id: 'inverse-of-product', text: 'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)' },
  {
    id: 'chain-rule',
    text: "W: m×n; h: n; g: R^m -> R^k; phi: activation |- jac[h](g(phi(W h))) = jac(g)(phi(W h)) diag(phi'(W h)) W",
  },
  {
    id: 'preactivation-chain-rule',
    text: "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)",
  },
  {
    id: 'agop-factorises',
    text: "W: m×n; h[i]: n for i in 1..N; p: R^m -> R |- mean[i](grad[h[i]](p(W h[i])) grad[h[i]](p(W h[i]))') = W' mean[i](grad(p)(W h[i]) grad(p)(W h[i])') W",
  },
  {
    id: 'cancellation',
    text: "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  },
  {
    id: 'cancellation-onto',
    text: "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  },
  { id: 'weights-unpinned', text: "V: m×n; Q: m×m; c: scalar; I = c Q |- V' V = c V' Q V" },
  {
    id: 'half-power-cancellation',
    text: "W: m×n onto; Q: m×m symmetric; c: scalar positive |- (W' W)^2 = c^2 W' Q W <=> W W' = c^2 Q",
  },
  {
    id: 'ansatz-commutes',
    text: "W: m×n; M: n×n symmetric; c: scalar positive; W' W = c M |- W' W M = M W' W",
  },
  {
    id: 'tight-frame',
    text: "q[i]: m for i in 1..N; c: scalar |- (forall v: m. sum[i]((q[i]' v)^2) = c v' v) <=> sum[i](q[i] q[i]') = c I",
  },
  {
    id: 'gradient',
    text: "F: R^N -> R^k; l: R^k -> R; theta: N |- grad[theta](l(F(theta))) = jac(F)(theta)' grad(l)(F(theta))",
  },
  {
    id: 'interpolation-form',
    text: "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  },
  {
    id: 'critical-and-onto',
    text: 'F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0; jac(F)(theta) is onto |- grad(l)(F(theta)) = 0',
  },
  { id: 'rank-positive-definite', text: "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)" },
  { id: 'gram-kernel', text: "J: k×n |- ker(J' J) = ker(J) and rank(J' J) = rank(J)" },
  {
    id: 'flat-directions',
    text: 'F: R^N -> R^k; l: R^k -> R; theta, v: N; grad(l)(F(theta)) = 0; jac(F)(theta) v = 0 |- hess[theta](l(F(theta))) v = 0',
  },
  { id: 'onto-gram', text: "J: k×N |- J is onto <=> J J' is invertible" },
  { id: 'too-many-outputs', text: 'J: k×N; k > N |- not (J is onto)' },
  {
    id: 'behaviour-implies-loss',
    text: 'F: R^N -> R^k; l: R^k -> R; a, b: N; F(a) = F(b) |- l(F(a)) = l(F(b))',
  },
  { id: 'determinant', text: 'A, B: n×n |- det(A B) = det(A) det(B)' },
  { id: 'tanh-addition', text: 'x: scalar |- tanh(2 x) (1 + tanh(x)^2) = 2 tanh(x)' },
  { id: 'triangle', text: 'x, y: n |- |x + y| <= |x| + |y|' },
  { id: 'tiny-trace', text: "A: m×n |- tr(A' A) >= 0" },
];
