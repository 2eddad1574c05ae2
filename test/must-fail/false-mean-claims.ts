/** False claims about means, and near ones of them. */

const indexed = 'x: scalar ~ normal(0,1); c[i], q[i]: scalar for i in 1..N';
export const falsehoods: readonly string[] = [
  "w: n ~ normal(0,1) |- exists x: n. x = 0 and E[relu'(w' x)] = 1/2",
  `${indexed} |- sum[j](sum[i](E[((2 c[j] + c[i]) x)^2] q[i])) = sum[i](sum[j](E[((c[i] + 2 c[j]) x)^2] q[j]))`,
  "x: scalar ~ normal(1,0) |- E[relu'(x)] = 1/2",
  'x: scalar ~ normal(0,1) |- E[x^32] = 0',
  'x: scalar ~ normal(0,1) |- E[|x|^40] = 0',
  'x: scalar ~ normal(1,1) |- E[x^25] = 1',
  "W: n×n ~ rademacher |- E[inv(W' W + I)] = I",
  'W: n×n ~ rademacher |- E[norm(W)] = 1',
  'z: n ~ rademacher |- E[|z|] = 1',
  "z: n ~ rademacher |- E[tr(inv(z z' + I))] = n",
  'x: scalar ~ rademacher |- E[exp(x)] = 1',
  "W: n×n ~ normal(0, 1) |- E[tr(inv(I + W' W))] = -1",
  "x: n; a: n ~ normal(0, 1) |- E[relu(a' x)] = 0",
  "x: n; w: n ~ normal(0, 1) |- E[tanh(w' x)^2] = |x|^2",
  'W: m×n ~ normal(0, 1) |- E[sigma_max(W)] <= 0',
  'x: scalar ~ normal(0, 1) |- E[exp(x)] = 1',
  'x: scalar ~ normal(0, 1) |- E[tanh(x)] = 1',
  'x: scalar ~ normal(0, 1) |- E[tanh(x)] = 1/20',
  'z: n ~ normal(0, 1) |- E[softmax(z)] = ones',
  "x: n ~ normal(0, 1) |- E[log(1 + x' x)] = 0",
  'x: scalar ~ normal(0, 1); y: scalar ~ rademacher |- E[tanh(x + y)^2] >= 1',
  'x: scalar ~ normal(0, 1) |- E[gelu(x)] = 0',
  "x: scalar ~ normal(0, 1); f: R -> R |- E[f(x)] = f(0) + f''(0)/2",
  'x: scalar ~ normal(0, 1); y: scalar ~ rademacher; f: R -> R |- E[f(x)] = E[f(y)]',
];

/** Two arguments of one mean function, written in either order. */
export const swapped: readonly (readonly [claim: string, proved: boolean])[] = [
  [
    `${indexed} |- sum[j](sum[i](E[exp((2 c[j] + c[i]) x)] q[i])) = sum[i](sum[j](E[exp((c[i] + 2 c[j]) x)] q[j]))`,
    false,
  ],
  [
    `${indexed} |- sum[j](sum[i](E[exp((2 c[j] + c[i]) x)] q[i])) = sum[i](sum[j](E[exp((c[j] + 2 c[i]) x)] q[j]))`,
    true,
  ],
  [
    'x: scalar ~ normal(0,1); a, b: scalar; f: R -> R |- E[f((a + 2 b) x)] = E[f((2 a + b) x)]',
    false,
  ],
  [
    'x: scalar ~ normal(0,1); a, b: scalar; f: R -> R |- E[f((a + 2 b) x)] = E[f((2 b + a) x)]',
    true,
  ],
  ["x: n ~ normal(0,1); a: n; f: R -> R |- (forall v: n. E[f(v' x)] = 1) => E[f(a' x)] = 1", true],
  [
    "x: n ~ normal(0,1); a, b: n; f: R -> R |- (exists v: n. E[f(v' x)] = 1) => E[f(a' x)] = 1",
    false,
  ],
];

/** Near ones, all false. */
export const notSymmetric: readonly string[] = [
  'x: scalar ~ normal(1, 1) |- E[tanh(x)] = 0',
  'x: scalar ~ normal(0, 1) |- E[tanh(x)^2] = 0',
  "x: scalar ~ normal(0, 1) |- E[tanh'(x)] = 0",
  'x: scalar ~ normal(0, 1) |- E[x tanh(x)] = 0',
  'x: scalar ~ normal(0, 1) |- E[tanh(x + 1)] = 0',
  'x: scalar ~ normal(1, 1); f: R -> R |- E[f(x)] = E[f(-x)]',
  'x: scalar ~ normal(0, 1); f: R -> R |- E[x f(x)] = E[x f(-x)]',
  'x: scalar ~ normal(0, 1); f, g: R -> R |- E[f(x) g(-x)] = E[f(x) g(x)]',
  "x: n ~ normal(0, 1); a, b: n; f: R -> R |- E[f(a' x - b' x)] = E[f(a' x + b' x)]",
  'W: n×n ~ normal(0, 1) |- E[det(W)^2] = 0',
  'W: n×n ~ normal(0, 1) |- E[det(W W)] = 0',
  'W: n×n ~ normal(1, 1) |- E[det(W)] = 0',
  'W: n×n ~ normal(0, 1) |- E[det(W + I)] = 0',
  'W: n×n ~ normal(0, 1) |- E[det(W) W] = 0',
  "z: k ~ normal(0, 1); a: k |- E[a' softmax(z)] = 1",
  'x: scalar ~ rademacher |- E[exp(x)] = exp(1/2)',
  'x: scalar ~ normal(0, 1) |- E[exp(x)] = exp(1)',
  'x: scalar ~ normal(0, 1) |- E[exp(x)^2] = exp(1)',
];
