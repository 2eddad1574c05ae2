/** A told proof is a proof that is accepted again; with a line that does not follow it is not. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { narrate } from '../../src/narration/narrate.ts';
import { prove } from '../../src/prover/prove.ts';
import { checkProof } from '../../src/prover/written/check-proof.ts';
import { ProofError } from '../../src/prover/written/proof-error.ts';
import { readTold } from '../../src/prover/written/told.ts';

const told = (text: string): string[] => {
  const claim = parseClaim(text);
  const proof = prove(claim, { time: 4000 });
  if (proof === null) throw new Error('no proof is found');
  return [...narrate(claim, proof.theorem).lines];
};

describe('is accepted again', () => {
  test.each([
    'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
    "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
    "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
    "X: N×d; w: d; y: N |- grad[w](|X w - y|^2) = 2 X' (X w - y)",
    'W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- E[|W x|^2] = s m/n |x|^2',
    'n >= 1; W: m×n; x: n |- |W x| <= norm(W) |x|',
    "Q: m×m symmetric; c: scalar |- Q = c I <=> (forall v: m. v' Q v = c v' v)",
    "A: n×n psd; B: n×m |- B' A B is psd",
    // slopes of exp, log and softmax, of a function at a variable, of each member of a family
    "z, y: n; ones' y = 1 |- grad[z](log(sum(exp(z))) - y' z) = softmax(z) - y",
    "z: n |- jac[z](softmax(z)) = diag(softmax(z)) - softmax(z) softmax(z)'",
    "X: n×n pd |- grad[X](logdet(X)) = inv(X)'",
    "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
    "W: m×n; h[i]: n for i in 1..N; phi: activation; g: R^m -> R |- mean[i](grad[h[i]](g(phi(W h[i]))) grad[h[i]](g(phi(W h[i])))') = W' mean[i](diag(phi'(W h[i])) grad(g)(phi(W h[i])) grad(g)(phi(W h[i]))' diag(phi'(W h[i]))) W",
    // entry by entry, along layers, with an eigenvector, with an object of an object
    'q: k positive |- q ./ q = ones',
    'z: k |- exp(z) > 0',
    'A, B: n×n; A B = B A |- A^k B = B A^k',
    "W[l]: n×n orthogonal for l in 1..L |- prod[l=L..1](W[l])' prod[l=L..1](W[l]) = I",
    // layers of every width
    'W[l]: d[l]×d[l-1] for l in 1..L |- rank(prod[l=L..1](W[l])) <= d[1]',
    'A, B: m×n |- vec(A) = vec(B) <=> A = B',
    "A: m×n |- rank(A) <= 1 <=> (exists u: m. exists v: n. A = u v')",
    "S: n×n symmetric; x: n |- x' S x <= norm(S) x' x",
    'A: n×n |- (forall y: n. exists x: n. A x = y) <=> A is invertible',
    'A, B: n×n |- A B - B A != I',
    // a matrix that maps only 0 to 0
    'A: n×n pd |- A is invertible',
    'A: n×n; A^2 = 0 |- I + A is invertible',
    "G: m×N; a: scalar positive; a I <<= G G' |- G is onto",
    // what a block states is named after it; vectors at which something is used; facts by name
    "A, B: m×n; A' A = B' B |- norm(A) = norm(B)",
    'A: m×n |- (forall x: n. forall y: n. A x = A y => x = y) <=> A is one-to-one',
    "A: n×n pd; b, x: n |- x' A x - 2 b' x >= -b' inv(A) b",
    "v, w: n nonnegative |- v' w >= 0",
    'A: m×n |- pinv(pinv(A)) = A',
    "W: n×n; A: n×n |- sigma_min(W)^2 normF(A) <= normF(W' A W)",
    "A: m×n |- rank(A) = rank(A') and rank(A) = rank(A A') and rank(A) = rank(A' A)",
    'A, B: n×n; A ~~ B |- B ~~ A',
    'x: n |- sigmoid(x) = ones ./ (ones + exp(-x))',
    'x: n ~ normal(0, s); s: scalar positive; f: R^n -> R |- E[f(x) x] = s E[grad(f)(x)]',
  ])('%s', (claim) => {
    const { theorem, steps } = checkProof(parseClaim(claim), told(claim).join('\n'));
    expect(theorem.conclusion).toBeDefined();
    expect(steps).toBeGreaterThan(0);
  });
});

describe('is not accepted', () => {
  const claim = parseClaim('A, B: n×n invertible |- inv(A B) = inv(B) inv(A)');
  test('with a false line, which is named', () => {
    const text = 'A B inv(A B) = I   since A B is invertible\ninv(A B) = A B   by (1)';
    expect(() => checkProof(claim, text, new Map(), 500)).toThrow(/line 2: this does not follow/);
  });
  test('with a line that is not a statement', () => {
    expect(() => checkProof(claim, 'inv(A B) = nonsense   since A is invertible')).toThrow(
      ProofError,
    );
  });
  test.each([
    ['A, B: n×n |- A B = B A', 'A B = B A   by the hypothesis A = B'],
    ['x: scalar |- x >= 0', 'Suppose not, so x < 0.\n  This is a contradiction   by (1)'],
    ['x: scalar |- x = 0', 'Suppose x = 0.\n  x = 0   by the assumption x = 0'],
    ['x, y: n |- x = y', 'Let y be in R^n.\nx = x   since x = x'],
    ['A: n×n |- A is invertible', 'Take B: n×n such that A B = I   by the definition of onto'],
    ['A: n×n; x: n |- A x = 0', 'Let x be in R^n.\nSuppose x = 0.\n  A x = 0   by (1)'],
    ['x: scalar |- exists y: scalar. y^2 = x', 'Take y = x.\ny^2 = y^2   since y = x'],
    ['x: n |- x = 0', 'Let i be in 1..n.\n  x[i] = 0   by taking all entries'],
    [
      'x: n |- x >= 0',
      'Let i be in 1..n.\n  Suppose x[i] >= 0.\n    x[i] >= 0\nx >= 0   by taking all entries',
    ],
    [
      'A, B: n×n |- A^k B = B A^k',
      'By induction on i in 1..k: A^i B = B A^i.\nBase, i = 1:\nStep, from i to i+1:\n  Let i be in 1..k-1.\n    Suppose A^i B = B A^i.\n      A^(i+1) B = B A^(i+1)   by the induction',
    ],
    [
      'A: n×n |- A is invertible',
      'Let v be in R^n.\nSuppose A v = 0.\n  A v = 0\nA is invertible   since a square matrix that maps only 0 to 0 is invertible',
    ],
    [
      'A: n×n; v: n; A v = 0 => v = 0 |- A is invertible',
      'A is invertible   since a square matrix that maps only 0 to 0 is invertible',
    ],
    ['x: scalar |- x = 0', '(1) Suppose x = 0.\n  (2) x = 0\nx = 0   by (2)'],
    ['A: n×n |- A = 0', 'Let v be in R^n.\n(1) Suppose A v = 0.\n  (2) A v = 0\nA = 0   by (2)'],
    ["A: n×n; x: n |- x' A x >= 0", "x' A x >= 0   since A is psd, at the vector x"],
    ['x: n |- x = 0', 'x = 0   by taking all entries'],
    [
      'x: n |- sum(x) >= 0',
      'Let i be in 1..n.\n  Suppose x[i] >= 0.\n    (1) x[i] >= 0\nsum(x) >= 0   by (1) and summing over the standard basis',
    ],
    ['a, b: scalar; a >= 0 |- a b >= 0', 'a b >= 0   since a >= 0 and b >= 0'],
    ['A: m×n |- A pinv(A) = I', "A pinv(A) = I   by 'Moore and Penrose'"],
    [
      'A: n×n |- exists h: scalar. exists v: n. v != 0 and A v = h v',
      'Take h = 0.\nTake v = 0.\nA v = h v',
    ],
    [
      'A: n×n |- exists h: scalar. exists v: n. |v|^2 = 1 and A v = h v',
      'Take h: scalar and v: n such that |v|^2 = 1 and A v = h v   by the spectral theorem',
    ],
  ])('of a false claim: %s', (text, proof) => {
    expect(() => checkProof(parseClaim(text), proof, new Map(), 500)).toThrow(ProofError);
  });
});

test('its layout is its structure', () => {
  expect(readTold('Let v be in R^n.\n(1) Suppose v = 0.\n  A v = 0   by (1)\n      = 0')).toEqual([
    { line: 1, label: null, kind: 'let', name: 'v', declaration: 'v: n' },
    {
      line: 2,
      label: 1,
      kind: 'suppose',
      formula: 'v = 0',
      under: [
        {
          line: 3,
          label: null,
          kind: 'say',
          first: 'A v = 0',
          links: ['= 0'],
          why: { because: [], from: [1], acts: [], at: [] },
        },
      ],
    },
  ]);
});
