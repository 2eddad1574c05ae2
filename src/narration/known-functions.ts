/** What functions with a name are, and what their slopes are, in a few words. */

/** By which a reader knows a value: `softmax(z) = exp(z)/sum(exp(z))`. */
const definitions: Readonly<Record<string, string>> = {
  softmax: 'softmax(z) = exp(z)/sum(exp(z))',
  sigmoid: 'sigmoid(t) = 1/(1 + exp(-t))',
  relu: 'relu(t) = max(t, 0)',
  tanh: 'tanh(t) = (exp(t) - exp(-t))/(exp(t) + exp(-t))',
  softplus: 'softplus(t) = log(1 + exp(t))',
  silu: 'silu(t) = t sigmoid(t)',
  exp: 'exp(s + t) = exp(s) exp(t)',
  sin: 'sin(t)^2 + cos(t)^2 = 1',
  cos: 'sin(t)^2 + cos(t)^2 = 1',
  abs: '|t|^2 = t^2',
};

const slopes: Readonly<Record<string, string>> = {
  exp: "exp' = exp",
  log: "log'(t) = 1/t",
  sqrt: "sqrt'(t) = 1/(2 sqrt(t))",
  tanh: "tanh' = 1 - tanh^2",
  sigmoid: "sigmoid' = sigmoid (1 - sigmoid)",
  softplus: "softplus' = sigmoid",
  sin: "sin' = cos",
  cos: "cos' = -sin",
  relu: "relu'(t) = 1 where t > 0 and 0 where t < 0",
  softmax: 'the quotient rule for softmax(z) = exp(z)/sum(exp(z))',
};

/** `by softmax(z) = …`; undefined of a function without a definition here. */
export const definitionOf = (name: string): string | undefined =>
  Object.hasOwn(definitions, name) ? definitions[name] : undefined;

/** A rule of calculus: the slope of a function with a name. */
export const slopeRule = (name: string): string | undefined => {
  const slope = Object.hasOwn(slopes, name) ? slopes[name] : undefined;
  if (slope === undefined) return undefined;
  return slope.startsWith('the ') ? slope : `the derivative of ${name}, ${slope}`;
};
