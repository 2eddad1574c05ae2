/**
 * Lemmas of papers, notes and formalisations of 2022 to 2026, in the words of the language, each
 * with the place where it was read and the length of the proof there.
 */
export interface RecentLemma {
  readonly name: string;
  readonly source: string;
  readonly claim: string;
  /** The length of the proof in the source. */
  readonly theirs: string;
  readonly expect: 'proved' | 'open';
  /** Where the statement deviates from the source. */
  readonly note?: string;
}

const posts = 'https://github.com/leloykun/leloykun.github.io, content/ponder';
const gated = `F. L. Cesista, Sensitivity and Sharpness of Gated Linear Attention Mechanisms, 2026, theorem 1; ${posts}/lipschitz-gated-linear-attn`;
const batch = `F. L. Cesista, Critical Batch Size for Steepest Descent Under Arbitrary Norms, 2025; ${posts}/steepest-descent-crit-bz`;
const simplicial = `F. L. Cesista, Sensitivity and Sharpness of n-Simplicial Attention, 2025; ${posts}/lipschitz-n-simplical-transformer`;
const lora = `F. L. Cesista, LoRA-Muon-OGD, 2026; ${posts}/lora-muon-ogd`;
const torch = 'TorchLean, 2026; https://github.com/lean-dojo/TorchLean, NN/MLTheory/Optimization';
const uniform =
  'Softmax is 1/2-Lipschitz: a tight bound across all norms, 2025; https://arxiv.org/html/2510.23012v1, abstract';
const blog =
  'Minimal sharpness at stable learning rates, 2026; https://dimension-one.github.io/blog/2026-06-15-minimum-sharpness-stable-learning-rates-eos/';

export const recentLemmas: readonly RecentLemma[] = [
  {
    name: 'one step contracts',
    source: `${torch}/GDLinearConvergence.lean, step_norm_sq_le`,
    claim: `g: R^n -> R^n; x, y: n; mu, L, eta: scalar; eta >= 0; forall u: n. forall v: n. mu |u - v|^2 <= (u - v)' (g(u) - g(v)); forall u: n. forall v: n. |g(u) - g(v)| <= L |u - v| |- |(x - eta g(x)) - (y - eta g(y))|^2 <= (1 - 2 eta mu + eta^2 L^2) |x - y|^2`,
    theirs: '80 lines of Lean',
    expect: 'proved',
  },
  {
    name: 'one step towards a root',
    source: `${torch}/StronglyConvexGD.lean, step_dist_sq_le`,
    claim: `g: R^n -> R^n; x, s: n; mu, L, eta: scalar; eta >= 0; g(s) = 0; forall u: n. forall v: n. mu |u - v|^2 <= (u - v)' (g(u) - g(v)); forall u: n. forall v: n. |g(u) - g(v)| <= L |u - v| |- |x - eta g(x) - s|^2 <= (1 - 2 eta mu + eta^2 L^2) |x - s|^2`,
    theirs: '4 lines of Lean, after step_norm_sq_le',
    expect: 'proved',
  },
  {
    name: 'strongly convex, so strongly monotone',
    source: `${torch}/SmoothStrongConvexBridge.lean, strongMonotone_gradient_of_firstOrderStrongConvex`,
    claim: `f: R^n -> R; mu: scalar; x, y: n; forall u: n. forall v: n. f(v) >= f(u) + grad(f)(u)' (v - u) + mu/2 |v - u|^2 |- mu |x - y|^2 <= (x - y)' (grad(f)(x) - grad(f)(y))`,
    theirs: '60 lines of Lean',
    expect: 'proved',
  },
  {
    name: 'error after a step',
    source: `${torch}/StronglyConvexGD.lean, error_after_step`,
    claim: `x, t, r: scalar |- x - r (x - t) - t = (1 - r) (x - t)`,
    theirs: '2 lines of Lean',
    expect: 'proved',
  },
  {
    name: 'weight decay of plain descent',
    source: `${torch}/StronglyConvexGD.lean, stepL2_eq_decoupledWeightDecay`,
    claim: `x, g, r, l: scalar |- x - r (g + l x) = (1 - r l) x - r g`,
    theirs: '2 lines of Lean',
    expect: 'proved',
  },
  {
    name: 'the error shrinks',
    source: `${torch}/StronglyConvexGD.lean, error_abs_contract_real`,
    claim: `x, t, r: scalar; 0 < r; r < 2; x != t |- |x - r (x - t) - t| < |x - t|`,
    theirs: '20 lines of Lean',
    expect: 'open',
  },
  {
    name: 'sensitivity by the product rule',
    source: gated,
    claim: `S, D: m×n; q, u: n |- |D q + S u| <= norm(D) |q| + norm(S) |u|`,
    theirs: '1 line',
    expect: 'proved',
    note: 'Lengths in the place of root mean squares.',
  },
  {
    name: 'the input of the state',
    source: gated,
    claim: `v: m; k: n; c: scalar nonnegative |- norm(c v k') <= c |v| |k|`,
    theirs: '3 lines',
    expect: 'proved',
  },
  {
    name: 'the change of the transition',
    source: gated,
    claim: `u, k: n; c: scalar nonnegative |- norm(c (u k' + k u')) <= 2 c |u| |k|`,
    theirs: '4 lines',
    expect: 'proved',
  },
  {
    name: 'the state stays bounded',
    source: gated,
    claim: `S, A, B: n×n; a, b: scalar; 0 <= a; a < 1; norm(S) <= b/(1 - a); norm(A) <= a; norm(B) <= b |- norm(S A + B) <= b/(1 - a)`,
    theirs: '4 lines',
    expect: 'proved',
    note: 'One step of the recursion; the source sums a geometric series.',
  },
  {
    name: 'the transition does not stretch',
    source: gated,
    claim: `k: n; c: scalar; 0 <= c; c |k|^2 <= 2 |- norm(I - c k k') <= 1`,
    theirs: '5 lines',
    expect: 'open',
  },
  {
    name: 'error of the momentum',
    source: `${batch}, proposition 5`,
    claim: `M, G, H: n; b: scalar |- G - (b M + (1 - b) H) = b (G - M) + (1 - b) (G - H)`,
    theirs: '3 lines',
    expect: 'proved',
  },
  {
    name: 'Peter and Paul',
    source: `${batch}, proposition 5`,
    claim: `x, y: n; e: scalar positive |- |x + y|^2 <= (1 + e) |x|^2 + (1 + 1/e) |y|^2`,
    theirs: 'named only',
    expect: 'proved',
  },
  {
    name: 'a factor of the recursion',
    source: `${batch}, proposition 5`,
    claim: `b: scalar; 0 <= b; b <= 1 |- b^2 (3 - b)/2 <= (1 + b)/2`,
    theirs: 'stated only',
    expect: 'proved',
  },
  {
    name: 'squares are convex',
    source: `${batch}, corollary 6`,
    claim: `x, y: n; b: scalar; 0 <= b; b <= 1 |- |b x + (1 - b) y|^2 <= b |x|^2 + (1 - b) |y|^2`,
    theirs: 'named only',
    expect: 'proved',
  },
  {
    name: 'products entry by entry',
    source: `${simplicial}, proposition 5`,
    claim: `x, y: n |- |x .* y| <= |x| |y|`,
    theirs: '3 lines',
    expect: 'open',
    note: 'Lengths in the place of root mean squares.',
  },
  {
    name: 'spread around a weighted mean',
    source: `${simplicial}, proposition 8`,
    claim: `p[j]: scalar nonnegative for j in 1..N; x[j]: n for j in 1..N; sum[j](p[j]) = 1 |- sum[i](p[i] |x[i] - sum[j](p[j] x[j])|^2) <= sum[i](p[i] |x[i]|^2)`,
    theirs: 'named only',
    expect: 'proved',
    note: 'The source compares with the largest |x[i]|^2, which this implies.',
  },
  {
    name: 'the adjoint of a constraint',
    source: `${lora}, section 3`,
    claim: `U: m×k; V: n×k; X: m×n; L: k×k |- tr((U' X V)' L) = tr((U L V')' X)`,
    theirs: 'named only',
    expect: 'proved',
  },
  {
    name: 'gradients of the factors',
    source: `${lora}, section 2`,
    claim: `A: m×r; B: n×r; G: m×n |- grad[A](tr(G' A B')) = G B and grad[B](tr(G' A B')) = G' A`,
    theirs: 'stated only',
    expect: 'proved',
    note: 'For a loss that is linear in the product.',
  },
  {
    name: 'softmax is Lipschitz with 1/2',
    source: uniform,
    claim: `z, w: n |- |softmax(z) - softmax(w)| <= |z - w|/2`,
    theirs: 'not read',
    expect: 'proved',
    note: 'For the Euclidean norm alone; the source states all p-norms.',
  },
  {
    name: 'the Hessian at a minimiser',
    source: blog,
    claim: `x, y: scalar; x y = 1 |- [y^2, 1; 1, x^2] is psd and [y^2, 1; 1, x^2] [y; x] = (x^2 + y^2) [y; x] and [y^2, 1; 1, x^2] [x; -y] = 0`,
    theirs: '2 lines',
    expect: 'proved',
  },
  {
    name: 'the gradient of a linear neuron',
    source: blog,
    claim: `x, y: scalar |- grad[x]((1 - x y)^2/2) = y (x y - 1) and grad[y]((1 - x y)^2/2) = x (x y - 1)`,
    theirs: 'stated only',
    expect: 'proved',
  },
];
