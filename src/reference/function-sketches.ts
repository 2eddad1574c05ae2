/** Why the facts about named functions at related arguments hold. */
import type { Sketches } from './sketch.ts';

const lipschitz = (name: string, slope: string, more: string): string =>
  `Between u and v, ${name} changes by at most ${slope} |u − v|: its slopes are at most
    ${slope} in absolute value${more}. Square this for each entry, and add up.`;

export const functionSketches: Sketches = {
  'tanh of the negative': {
    sketch: 'tanh(z) = (exp(z) − exp(−z))/(exp(z) + exp(−z)): −z swaps the two summands.',
  },
  'erf of the negative': {
    sketch:
      'erf(z) is a constant times the integral of exp(−t²) from 0 to z, and exp(−t²) is even.',
  },
  'relu of the negative': {
    sketch: 'max(z, 0) − max(−z, 0) is z for z ≥ 0, and −(−z) = z for z < 0.',
  },
  'softplus of the negative': {
    sketch: `log(1 + exp(z)) − log(1 + exp(−z)) = log(exp(z)) = z, since 1 + exp(z) = exp(z) (1 +
        exp(−z)).`,
  },
  'gelu of the negative': {
    sketch: `gelu(z) = z Φ(z) and Φ(−z) = 1 − Φ(z), with Φ the distribution function of the standard
        normal law. So gelu(z) − gelu(−z) = z Φ(z) + z (1 − Φ(z)) = z.`,
  },
  'relu of a multiple': { sketch: 'For s ≥ 0, max(s z, 0) = s max(z, 0).' },
  'leakyrelu of a multiple': {
    sketch: `For s > 0, s z has the sign of z, and on each side of 0 leakyrelu is linear. For s = 0
        both sides are 0.`,
  },
  'sigmoid of the negative': {
    sketch: `1/(1 + exp(−z)) + 1/(1 + exp(z)): the second is exp(−z)/(exp(−z) + 1), and both add up
        to 1.`,
  },
  'sigmoid by exp': {
    says: 'sigmoid(u) .* (1 + exp(−u)) = 1 at each entry',
    sketch: 'sigmoid(z) = 1/(1 + exp(−z)), and 1 + exp(−z) is positive.',
  },
  'softplus by exp': {
    says: 'exp(softplus(u)) = 1 + exp(u) at each entry',
    sketch: 'softplus(z) = log(1 + exp(z)), and exp undoes the logarithm of a positive number.',
  },
  'tanh by sigmoid': {
    says: 'tanh(u) = 2 sigmoid(2 u) − 1 at each entry',
    sketch: `2/(1 + exp(−2z)) − 1 = (1 − exp(−2z))/(1 + exp(−2z)); multiply numerator and denominator
        by exp(z).`,
  },
  'relu at both signs': { sketch: 'One of max(z, 0) and max(−z, 0) is 0.' },
  'abs by relu': { sketch: 'For z ≥ 0 the summands are z and 0, otherwise 0 and −z.' },
  'relu of relu': {
    sketch: 'relu(z) is not negative, and relu keeps numbers that are not negative.',
  },
  'relu lies above': { sketch: 'relu(z) is the larger of z and 0.' },
  'abs of the negative': { sketch: 'z and −z have the same distance from 0.' },
  'abs of a product': {
    sketch: 'The sign of a product is the product of the signs; distances from 0 multiply.',
  },
  'relu of what is not negative': { sketch: 'max(s, 0) = s for s ≥ 0.' },
  'relu of what is not positive': { sketch: 'max(s, 0) = 0 for s ≤ 0.' },
  'abs of what is not negative': { sketch: '|s| = max(s, −s) = s for s ≥ 0.' },
  'exp of a sum': {
    says: 'exp(u + v) = exp(u) .* exp(v) at each entry',
    sketch: `By the binomial theorem (s + t)ᵏ/k! = Σ (sⁱ/i!)(tʲ/j!) over i + j = k. Summing over k is
        the product of the two series, which converge absolutely.`,
  },
  'exp of equal entries': {
    says: 'exp(s 1) = exp(s) 1, with 1 the vector or matrix of ones',
    sketch: 'exp is applied to each entry, and each entry is s.',
  },
  'exp of zero': { sketch: 'In the series Σ zᵏ/k! only the summand k = 0 is left.' },
  'a sum of exponentials': {
    sketch: 'Each summand is positive, and there is at least one, since n ≥ 1.',
  },
  'exp of a logarithm': {
    sketch:
      'log is the inverse function of exp, which maps the real line onto the positive numbers.',
  },
  'logarithm of exp': {
    sketch: 'exp is strictly increasing, so each number s is the only solution of exp(x) = exp(s).',
  },
  'logarithm of a product': {
    sketch:
      'exp(log(s) + log(t)) = s t; exp is one-to-one, so log(s) + log(t) is the logarithm of s t.',
  },
  'logarithm of one': { sketch: 'exp(0) = 1.' },
  'logarithm of a reciprocal': { sketch: 'exp(−log(s)) = 1/exp(log(s)) = 1/s.' },
  'softmax of a shift': {
    sketch:
      'exp(uᵢ + t) = exp(t) exp(uᵢ): the factor exp(t) cancels between numerator and denominator.',
  },
  'softmax has a covariance': {
    sketch: `Let p = softmax(x), with entries that are positive and add up to 1. Then v'(diag(p) − p
        p')v = Σ pᵢ vᵢ² − (Σ pᵢ vᵢ)² is the variance of v under p, which is not negative.`,
  },
  'log-sum-exp of a shift': {
    sketch:
      'Σ exp(uᵢ + t) = exp(t) Σ exp(uᵢ). The logarithm of a product is the sum of the logarithms.',
  },
  'root of a product': {
    sketch: `√s √t is not negative, and its square is s t. A number that is not negative has one such
        root.`,
  },
  'root of a square': { sketch: '|s| is not negative, and its square is s².' },
  'relu is Lipschitz': {
    says: 'normF(relu(A) − relu(B)) ≤ normF(A − B)',
    sketch: lipschitz('relu', '1', ', and it is continuous at its kink'),
  },
  'leakyrelu is Lipschitz': {
    says: 'normF(leakyrelu(A) − leakyrelu(B)) ≤ normF(A − B)',
    sketch: lipschitz('leakyrelu', '1', ', and it is continuous at its kink'),
  },
  'abs is Lipschitz': {
    says: 'normF(abs(A) − abs(B)) ≤ normF(A − B)',
    sketch:
      'By the triangle inequality ||a| − |b|| ≤ |a − b|. Square this for each entry, and add up.',
  },
  'tanh is Lipschitz': {
    says: 'normF(tanh(A) − tanh(B)) ≤ normF(A − B)',
    sketch: lipschitz('tanh', '1', ", for tanh' = 1 − tanh²"),
  },
  'softplus is Lipschitz': {
    says: 'normF(softplus(A) − softplus(B)) ≤ normF(A − B)',
    sketch: lipschitz('softplus', '1', ", for softplus' = sigmoid lies between 0 and 1"),
  },
  'sigmoid is Lipschitz': {
    says: 'normF(sigmoid(A) − sigmoid(B)) ≤ normF(A − B)/4',
    sketch: lipschitz('sigmoid', '1/4', ", for sigmoid' = s (1 − s) with s between 0 and 1"),
  },
  'relu shrinks': {
    says: 'normF(relu(A)) ≤ normF(A)',
    sketch: '|relu(z)| is |z| or 0. Square this for each entry, and add up.',
  },
  'leakyrelu shrinks': {
    says: 'normF(leakyrelu(A)) ≤ normF(A)',
    sketch:
      '|leakyrelu(z)| is |z| for z ≥ 0 and a fixed fraction of |z| below 0. Square, and add up.',
  },
  'abs shrinks': {
    says: 'normF(abs(A)) ≤ normF(A)',
    sketch: '||z|| = |z|: the two sides are equal.',
  },
  'tanh shrinks': {
    says: 'normF(tanh(A)) ≤ normF(A)',
    sketch: `tanh(0) = 0 and 0 ≤ tanh' ≤ 1, so |tanh(z)| ≤ |z| by the mean value theorem. Square, and
        add up.`,
  },
  'gelu shrinks': {
    says: 'normF(gelu(A)) ≤ normF(A)',
    sketch: 'gelu(z) = z Φ(z) with Φ between 0 and 1, so |gelu(z)| ≤ |z|. Square, and add up.',
  },
  'silu shrinks': {
    says: 'normF(silu(A)) ≤ normF(A)',
    sketch: `silu(z) = z sigmoid(z) with sigmoid between 0 and 1, so |silu(z)| ≤ |z|. Square, and add
        up.`,
  },
  'softmax is at most 1 long': {
    sketch: 'The entries pᵢ are positive and add up to 1. So Σ pᵢ² ≤ (Σ pᵢ)² = 1.',
  },
  'exp is increasing': {
    sketch: "exp' = exp is positive; apply the mean value theorem between s and t.",
  },
  'tanh is increasing': {
    sketch: "tanh' = 1 − tanh² is positive, for −1 < tanh < 1; apply the mean value theorem.",
  },
  'sigmoid is increasing': {
    sketch: "sigmoid' = s (1 − s) with 0 < s < 1 is positive; apply the mean value theorem.",
  },
  'softplus is increasing': {
    sketch: "softplus' = sigmoid is positive; apply the mean value theorem.",
  },
  'erf is increasing': {
    sketch: "erf'(z) is a positive multiple of exp(−z²); apply the mean value theorem.",
  },
  'leakyrelu is increasing': {
    sketch: 'It is linear with a positive slope on each side of 0, and continuous there.',
  },
  'relu does not fall': { sketch: 'If s ≤ t then max(s, 0) ≤ max(t, 0).' },
  'logarithm is increasing': {
    sketch: "log'(s) = 1/s is positive for s > 0; apply the mean value theorem between s and t.",
  },
  'tanh lies between': {
    sketch: '|exp(z) − exp(−z)| < exp(z) + exp(−z), since both exponentials are positive.',
  },
  'sigmoid lies below one': { sketch: '1 + exp(−z) > 1, so its reciprocal is below 1.' },
};
