/** Why the facts about slopes, bounds, coordinates and segments hold. */
import type { Sketches } from './sketch.ts';

const convex = (name: string, why: string): string =>
  `${name} is convex, ${why}. A convex function lies above each of its tangents, and above
    each line at a kink whose slope lies between the slopes on both sides.`;

export const calculusSketches: Sketches = {
  'exp is above its tangent': {
    sketch: `f(s) = exp(s) − 1 − s has f(0) = 0 and f'(s) = exp(s) − 1, which has the sign of s. So f
        falls up to 0 and rises after it.`,
  },
  'entries at a coordinate': {
    says: 'Σᵢ eᵢ φ(u)ᵢ = φ(Σᵢ eᵢ uᵢ) for a coordinate vector e and a function φ of entries',
    sketch:
      'Exactly one entry of e is 1, the others are 0: both sides are φ of that one entry of u.',
  },
  'entries at a coordinate of the second axis': {
    says: 'Σⱼ eⱼ φ(A)ᵢⱼ = φ(Σⱼ eⱼ Aᵢⱼ) for a coordinate vector e and a function φ of entries',
    sketch: 'Exactly one entry of e is 1, the others are 0: both sides are φ of one column of A.',
  },
  'slope of abs': {
    says: "abs'(u) .* abs(u) = u, with abs'(0) = 0",
    sketch: `abs'(z) is the sign of z, and sign times distance from 0 is the number; at 0 both sides
        are 0.`,
  },
  'sign of a nonzero number': {
    sketch: `The sign of s ≠ 0 is 1 or −1, so its square is 1; sign(s)/|s| = 1/s, as |s| = sign(s) s,
        and |s| > 0.`,
  },
  'abs of abs': { sketch: '|z| is not negative, and abs keeps numbers that are not negative.' },
  'root of squares': { sketch: '|z| is not negative, and its square is z².' },
  'slope of relu by sign': {
    says: "2 relu'(u) = abs'(u) + abs'(u)², with relu'(0) = abs'(0) = 0",
    sketch: 'For z > 0 both sides are 2, for z < 0 they are 0 = −1 + 1, and for z = 0 they are 0.',
  },
  'slope of erf': {
    says: "erf'(u) = erf'(0) exp(−u²) at each entry",
    sketch: `erf(z) is 2/√π times the integral of exp(−t²) from 0 to z. So erf'(z) = 2/√π exp(−z²),
        and erf'(0) = 2/√π.`,
  },
  'gelu by erf': {
    says: 'gelu(u) = u (1 + erf(u/√2))/2 at each entry',
    sketch: `gelu(z) = z Φ(z). Substituting t = x/√2 in the integral of the normal density gives Φ(z)
        = (1 + erf(z/√2))/2.`,
  },
  'slope of gelu by erf': {
    says: "gelu'(u) = (1 + erf(u/√2))/2 + u erf'(0) exp(−u²/2)/(2√2) at each entry",
    sketch: `Differentiate gelu(z) = z (1 + erf(z/√2))/2 by the rule for products, with erf'(z) =
        erf'(0) exp(−z²).`,
  },
  'softmax varies by at most a half': {
    sketch: `v'(diag(p) − p p')v is the variance of v under p = softmax(x). By Popoviciu it is at
        most (max v − min v)²/4. And (max v − min v)² ≤ 2 |v|².`,
  },
  'softmax is Lipschitz': {
    says: '|softmax(x) − softmax(y)| ≤ |x − y|/2',
    sketch: `The Jacobian diag(p) − p p' is symmetric with eigenvalues between 0 and 1/2, so its norm
        is at most 1/2. Integrate it along the segment from y to x.`,
  },
  'log-sum-exp lies above its tangents': {
    sketch: `The gradient of log Σ exp(xᵢ) is softmax(x), and its Hessian diag(p) − p p' is psd. So
        it is convex, and lies above its tangents.`,
  },
  'slope of gelu': {
    sketch: `gelu'(z) = Φ(z) + z φ(z) and gelu''(z) = (2 − z²) φ(z). So gelu' is extreme at ±√2,
        where it is 1.1289… and −0.1289…, and it tends to 0 and 1 far out.`,
  },
  'slope of silu': {
    sketch: `silu'(z) = s + z s (1 − s) with s = sigmoid(z). It is largest at 2.399…, where it is
        1.0998…. And silu'(z) + silu'(−z) = 1 gives the lower bound.`,
  },
  'exp and its Taylor polynomials': {
    says: `T(s) = 1 + s + … + sᵏ/k!, k a number up to 8: T(s) ≤ exp(s) for all s if k is odd; if k is
      even, T(s) ≤ exp(s) for s ≥ 0 and exp(s) ≤ T(s) for s ≤ 0`,
    sketch: `By Taylor, exp(s) − T(s) = exp(ξ) sᵏ⁺¹/(k + 1)! for some ξ between 0 and s. This has the
        sign of sᵏ⁺¹.`,
  },
  'sin lies between': { sketch: 'sin² + cos² = 1, and cos² is not negative.' },
  'cos lies between': { sketch: 'sin² + cos² = 1, and sin² is not negative.' },
  'erf lies between': {
    sketch: `erf is strictly increasing and odd, and tends to 1: the integral of exp(−t²) over all t
        ≥ 0 is √π/2.`,
  },
  'silu lies between': {
    sketch: `silu(z) = z sigmoid(z) with 0 < sigmoid < 1: it is below z for z > 0, and negative for z
        < 0. Its least value, at −1.278…, is −0.2784….`,
  },
  'gelu lies between': {
    sketch: `gelu(z) = z Φ(z) with 0 < Φ < 1: it is below z for z > 0, and negative for z < 0. Its
        least value, at −0.751…, is −0.1699….`,
  },
  'softplus next to relu': {
    sketch: 'softplus(z) = relu(z) + log(1 + exp(−|z|)), and 0 < log(1 + exp(−|z|)) ≤ log(2).',
  },
  'sin at zero': { sketch: 'Each summand of the series of sin has a positive power of z.' },
  'cos at zero': { sketch: 'In the series of cos only the summand 1 has no power of z.' },
  'softplus at zero': { sketch: 'softplus(0) = log(1 + exp(0)) = log(2).' },
  'sin of the negative': { sketch: 'The series of sin has odd powers only.' },
  'cos of the negative': { sketch: 'The series of cos has even powers only.' },
  'an entry below the log-sum-exp': {
    says: 'x[i] ≤ log(sum(exp(x))) for each i',
    sketch: `exp(xᵢ) is one of the positive summands, so it is at most their sum. The logarithm keeps
        the order.`,
  },
  'an entry below the sum': {
    says: 'if no x[i] is negative: x[i] ≤ sum(x) for each i',
    sketch: 'The other summands are not negative.',
  },
  'an entry below the largest entry': {
    says: 'x[i] ≤ max(x) for each i',
    sketch: 'max(x) is the largest of the finitely many entries, so no entry is larger.',
  },
  'the largest entry is an entry': {
    says: 'x[i] = max(x) for some i',
    sketch: 'A vector has at least one entry and finitely many, so one of them is the largest.',
  },
  'softplus lies above its tangents': {
    sketch: convex('softplus', "for softplus'' = s (1 − s) with s = sigmoid between 0 and 1"),
  },
  'relu lies above its tangents': {
    sketch: convex('relu', 'as the larger of two linear functions; its slope at 0 is put to 0'),
  },
  'abs lies above its tangents': {
    sketch: convex('abs', 'as the larger of z and −z; its slope at 0 is put to 0'),
  },
  'mean value along a segment': {
    says: `f continuous, differentiable up to kinks, c a number: if c ≤ ∇f(u)·(y − x) for all u, then
      f(x) + c ≤ f(y); the same with ≥`,
    sketch: `g(t) = f(x + t (y − x)) is continuous on [0, 1] with slope at least c between its kinks.
        By the mean value theorem on each piece, g(1) − g(0) ≥ c.`,
  },
  'a function that rises between two numbers': {
    says: "if 0 ≤ f'(u) wherever x < u < y, then x ≤ y gives f(x) ≤ f(y); the same with <",
    sketch: `By the mean value theorem f(y) − f(x) = f'(u)(y − x) for some u between x and y; for x =
        y both values are equal.`,
  },
  'mean value theorem': {
    says: 'f(y) = f(x) + ∇f(u)·(y − x) for some u on the segment from x to y, f smooth',
    sketch: `Apply the theorem of one variable to g(t) = f(x + t (y − x)): g(1) − g(0) = g′(t) for
        some t in (0, 1). By the chain rule g′(t) = ∇f(u)·(y − x) at u = x + t (y − x).`,
  },
  'the slope at an extremum': {
    says: 'if f(x) ≤ f(u) for all u, or f(u) ≤ f(x) for all u, then ∇f(x) = 0, f smooth',
    sketch: `For each direction d, g(t) = f(x + t d) has an extremum at t = 0. Its difference
        quotients have opposite signs on both sides of 0, so g′(0) = ∇f(x)·d = 0.`,
  },
  'the second derivatives at an extremum': {
    says: `if f(x) ≤ f(u) for all u, then ∇²f(x) is psd; if f(u) ≤ f(x) for all u, then −∇²f(x) is
      psd, f smooth`,
    sketch: `The gradient vanishes at x. By Taylor f(x + t d) − f(x) = t²/2 d·∇²f(x)d + o(t²), and
        the left side is not negative; divide by t² and let t tend to 0.`,
  },
  'Taylor along a segment': {
    says: `d = y − x, c a number: if c ≤ d·∇²f(u)d for all u, then f(x) + ∇f(x)·d + c/2 ≤ f(y); the
      same with ≥; f smooth`,
    sketch: `By Taylor with remainder f(y) = f(x) + ∇f(x)·d + d·∇²f(u)d/2 for some u on the segment.
        Put in the bound c.`,
  },
};
