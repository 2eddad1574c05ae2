/**
 * The eight properties that are measured against other tools, as claims: the true ones and their
 * false neighbours.
 */
export interface Property {
  /** As the scripts of the other tools name it. */
  readonly id: string;
  readonly says: string;
  readonly claim: string;
}

/** Claims that are true: trials per second, and the time of a proof. */
export const true8: readonly Property[] = [
  {
    id: 'p1',
    says: 'chain rule through a network',
    claim: "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)",
  },
  {
    id: 'p2',
    says: 'cancellation',
    claim: "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  },
  {
    id: 'p3',
    says: 'full form of the Hessian',
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; y: k; y = grad(l)(F(theta))
      |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta) + hess[theta](y' F(theta))`,
  },
  { id: 'p6', says: "rank of J' H J", claim: "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)" },
  {
    id: 'p7',
    says: 'top eigenvector under a perturbation',
    claim: `A, B: n×n symmetric; n >= 2; u, v: n; u' u = 1; v' v = 1; A v = lambda[1](A) v; B u = lambda[1](B) u
      |- (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2) <= 4 norm(B - A)^2`,
  },
  {
    id: 'p8',
    says: 'fourth moment of a layer',
    claim: 'W: m×n ~ normal(0, 1/n); x: n |- E[(|W x|^2)^2] = (1 + 2/m) (m/n)^2 (|x|^2)^2',
  },
];

/** Claims that are false: the time to a certified counterexample, made small. */
export const false4: readonly Property[] = [
  {
    id: 'p2_singular',
    says: 'cancellation, W singular',
    claim: "W: n×n; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  },
  {
    id: 'p4',
    says: "J' H J at every local minimum",
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd
      |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)`,
  },
  {
    id: 'p5',
    says: "a multiple of J' J at every interpolation",
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0; hess(l)(F(theta)) is pd
      |- hess[theta](l(F(theta))) ~~ jac(F)(theta)' jac(F)(theta)`,
  },
  {
    id: 'p7_false',
    says: 'top eigenvector without a gap',
    claim: `A, B: n×n symmetric; u, v: n nonzero; A v = lambda[1](A) v; B u = lambda[1](B) u; norm(A - B) <= 1/100
      |- (u' u) (v' v) <= 2 (u' v)^2 + 1/10 (u' u) (v' v)`,
  },
];
