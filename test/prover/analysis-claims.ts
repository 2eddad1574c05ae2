/** True claims of analysis: functions of one number, convexity, entropy, descent. */
export const analysisClaims: readonly string[] = [
  'x: scalar nonnegative |- x - x^3/6 <= sin(x)',
  'x: scalar |- 1 - x^2/2 <= cos(x)',
  'x: scalar nonnegative |- x - x^3/3 <= tanh(x)',
  'x, y: scalar |- softplus(y) >= softplus(x) + sigmoid(x) (y - x)',
  'x: scalar; 0 <= x; x < 1 |- -log(1 - x) >= x + x^2/2',
  'x: scalar |- gelu(x) <= relu(x)',
  'x: scalar |- -3/10 <= silu(x)',
  'x: scalar |- softplus(x) <= relu(x) + log(2)',
  'x[i]: scalar for i in 1..N |- softplus(mean[i](x[i])) <= mean[i](softplus(x[i]))',
  'x, y: n |- norm1(x + y) <= norm1(x) + norm1(y)',
  'p, q: n positive; sum(p) = 1; sum(q) = 1 |- sum(p .* log(p ./ q)) >= 0',
  "z: n; y: n nonnegative; sum(y) = 1 |- y' z <= log(sum(exp(z)))",
  "p: n positive; sum(p) = 1 |- 0 <= -p' log(p)",
  'z: n |- norm(jac[z](softmax(z))) <= 1/2',
  'z: n |- hess[z](log(sum(exp(z)))) <<= I',
  'f: R^n -> R; x: n; L, eta: scalar positive; eta <= 1/L; forall u: n. hess(f)(u) <<= L I |- f(x - eta grad(f)(x)) <= f(x) - eta/2 |grad(f)(x)|^2',
];
