/** Claims that parse, with their normal form. */
import { describe, expect, test } from 'vitest';
import {
  claimHash,
  claimText,
  exprText,
  formulaText,
  parseClaim,
  parseFormula,
  type Expr,
} from '../../src/language/index.ts';
import { bare } from './bare.ts';

/** Each text with its normal form. */
const accepted: readonly (readonly [text: string, normal: string])[] = [
  ['A: m×n; B: n×m |- tr(A B) = tr(B A)', 'A: m x n; B: n x m |- tr(A B) = tr(B A)'],
  [
    'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
    'A: n x n invertible; B: n x n invertible |- inv(A B) = inv(B) inv(A)',
  ],
  [
    "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
    "W: m x n onto; Q: m x m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  ],
  [
    "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)",
    "W: m x n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)",
  ],
  [
    "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0\n  |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
    "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  ],
  [
    "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
    "W: m x n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
  ],
  [
    "c: scalar; q[i]: m for i in 1..N |- (forall v: m. sum[i]((q[i]' v)^2) = c v' v) <=> sum[i](q[i] q[i]') = c I",
    "c: scalar; q[i]: m for i in 1..N |- (forall v: m. sum[i]((q[i]' v)^2) = c v' v) <=> sum[i](q[i] q[i]') = c I",
  ],
  [
    "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
    "J: k x n; H: k x k pd |- rank(J' H J) = rank(J)",
  ],
  // aliases
  ['A, B: n×n |- A ∘ B = A ⊙ B', 'A: n x n; B: n x n |- A .* B = A .* B'],
  [
    'A: m×n; B: k×l |- A ⊗ B = A kron B = kron(A, B)',
    'A: m x n; B: k x l |- kron(A, B) = kron(A, B) and kron(A, B) = kron(A, B)',
  ],
  [
    'A: n x n psd; x: n |- A ⪰ 0 ∧ ‖A‖ ≥ 0 ∨ ¬ (x ≠ 0)',
    'A: n x n psd; x: n |- A >>= 0 and norm(A) >= 0 or not x != 0',
  ],
  [
    "A: n×n; x: n ⊢ ∀ y: n. x·y' = x y′ ⇔ A² = A·Aᵀ − A",
    "A: n x n; x: n |- forall y: n. x y' = x y' <=> A^2 = A A' - A",
  ],
  ['A: n×n; B: n×n ⊢ A ∝ B ⟹ B ⪯ A ⇒ A ⪰ B', 'A: n x n; B: n x n |- A ~~ B => B <<= A => A >>= B'],
  [
    "θ: n; φ: activation; x: n ⊢ φ′(θ) = φ″(x) ∧ θ ∈ ker(x x')",
    "theta: n; phi: activation; x: n |- phi'(theta) = phi''(x) and theta in ker(x x')",
  ],
  ['W₁: n×n; θ₂: n |- W₁ θ₂ = 0', 'W1: n x n; theta2: n |- W1 theta2 = 0'],
  ['|- ∃ c: scalar positive. c > 0', '|- exists c: scalar positive. c > 0'],
  // types
  ['|- 1 = 1', '|- 1 = 1'],
  ['v: n×1; w: 1×n; s: 1 |- w v = s', 'v: n; w: 1 x n; s: scalar |- w v = s'],
  ['T: m×n×k; U: 1×n×k |- T = T and U = U', 'T: m x n x k; U: n x k |- T = T and U = U'],
  ["f: R -> R; x: scalar |- f''(x) = f(x)", "f: R -> R; x: scalar |- f''(x) = f(x)"],
  [
    'f: R^P × R^d -> R; theta: P; x: d |- grad[theta](f(theta, x)) = 0',
    'f: R^P x R^d -> R; theta: P; x: d |- grad[theta](f(theta, x)) = 0',
  ],
  [
    'F[i]: R^n -> R for i in 1..N; u: n |- forall i in 1..N. grad(F[i])(u) = grad[u](F[i](u))',
    'F[i]: R^n -> R for i in 1..N; u: n |- forall i in 1..N. grad(F[i])(u) = grad[u](F[i](u))',
  ],
  ['A: 2×n onto; n >= 2 |- rank(A) = 2', 'A: 2 x n onto; n >= 2 |- rank(A) = 2'],
  ['A: m×n; m <= n; n != 3 |- rank(A) <= m', 'A: m x n; m <= n; n != 3 |- rank(A) <= m'],
  ['S: m×n diagonal |- S = S', 'S: m x n diagonal |- S = S'],
  ['E: n×n; x: n |- E x = E x', 'E: n x n; x: n |- E x = E x'],
  ['w, W: n |- w = W', 'w: n; W: n |- w = W'],
  ['A: x x n |- A = A', 'A: x x n |- A = A'],
  // expressions
  [
    's, m, n: scalar; x: k |- s m/n |x|^2 = 1',
    's: scalar; m: scalar; n: scalar; x: k |- s m / n |x|^2 = 1',
  ],
  ['A, B: n×n |- -A B = -(A B) = (-A) B', 'A: n x n; B: n x n |- -A B = -A B and -A B = (-A) B'],
  ['A: n×n |- A - (A - A) = A - A - A', 'A: n x n |- A - (A - A) = A - A - A'],
  ["A: n×n |- (A A)' = A'' and A'^2 = (A^2)'", "A: n x n |- (A A)' = (A')' and (A')^2 = (A^2)'"],
  ['A: n×n invertible |- A^-1 = inv(A)', 'A: n x n invertible |- inv(A) = inv(A)'],
  [
    'x: scalar positive |- x^(1/2) = sqrt(x) and 0.25 x = 2/8 x',
    'x: scalar positive |- x^(1/2) = sqrt(x) and 1/4 x = 1/4 x',
  ],
  ['x: scalar |- (2/3)^2 x - -x = x (1/3) * -2', 'x: scalar |- (2/3)^2 x - (-x) = x (1/3) (-2)'],
  ['x: scalar |- -(-x) = x and -(-1) = 1', 'x: scalar |- -(-x) = x and 1 = 1'],
  [
    "x, y: n |- |x| |y| >= |x' y| and ||x| |y|| >= | |x - y| - 1|",
    "x: n; y: n |- |x| |y| >= |x' y| and |(|x| |y|)| >= |(|x - y| - 1)|",
  ],
  ['|-x| = 1; x: scalar |- |-x| = 1', 'x: scalar; |-x| = 1 |- |-x| = 1'],
  ['x: scalar |- 1 + ( |- x| ) = 1 + |x|', 'x: scalar |- 1 + |-x| = 1 + |x|'],
  ['A: n×n; c: scalar |- 0 = A + 0 + c I', 'A: n x n; c: scalar |- 0 = A + 0 + c I'],
  ['A: n×n; v: n |- A 0 = 0 and 0 A = A - 0', 'A: n x n; v: n |- A 0 = 0 and 0 A = A - 0'],
  [
    "v: n; f: scalar |- ones' v = v' ones and f = f",
    "v: n; f: scalar |- ones' v = v' ones and f = f",
  ],
  [
    'A: n×n symmetric |- lambda[2](A) <= sigma_max(A) <= norm(A)',
    'A: n x n symmetric |- lambda[2](A) <= sigma_max(A) and sigma_max(A) <= norm(A)',
  ],
  [
    "x: n |- softmax(x) = relu(x) + relu'(x) and tanh(x) = x",
    "x: n |- softmax(x) = relu(x) + relu'(x) and tanh(x) = x",
  ],
  [
    'h[i]: n for i in 1..N; p: R^n -> R |- grad[h[1]](p(h[1])) = mean[i](grad[h[i]](p(h[i])))',
    'h[i]: n for i in 1..N; p: R^n -> R |- grad[h[1]](p(h[1])) = mean[i](grad[h[i]](p(h[i])))',
  ],
  [
    'q[i]: m for i in 1..N |- sum[i in 1..N](q[i]) = sum[i in 1..N](i q[1]) / N',
    'q[i]: m for i in 1..N |- sum[i](q[i]) = sum[i in 1..N](i q[1]) / N',
  ],
  [
    'q[i]: m for i in 1..4 |- sum[i in 1..3](q[i+1]) = q[2] + q[3] + q[4]',
    'q[i]: m for i in 1..4 |- sum[i in 1..3](q[i+1]) = q[2] + q[3] + q[4]',
  ],
  [
    "a[i], b[i]: n for i in 1..N |- sum[i](sum[j](a[i] b[j]')) = sum[i](a[i]) sum[j](b[j])'",
    "a[i]: n for i in 1..N; b[i]: n for i in 1..N |- sum[i](sum[j](a[i] b[j]')) = sum[i](a[i]) sum[j](b[j])'",
  ],
  // formulas
  ['A: m×n |- A is onto <=> rank(A) = m', 'A: m x n |- A is onto <=> rank(A) = m'],
  [
    "A: m×n |- A is one-to-one => (A' A) is invertible",
    "A: m x n |- A is one-to-one => A' A is invertible",
  ],
  [
    'A: n×n |- (A = 0 or A = I) and not A = 0 => A = I',
    'A: n x n |- (A = 0 or A = I) and not A = 0 => A = I',
  ],
  [
    'A: n×n |- (A = 0 => A = I) => A = I and (A = 0 and A = 0)',
    'A: n x n |- (A = 0 => A = I) => A = I and (A = 0 and A = 0)',
  ],
  [
    "|- forall u, v: m, A: m×m symmetric. u' A v = v' A u",
    "|- forall u: m, v: m, A: m x m symmetric. u' A v = v' A u",
  ],
  [
    'A: m×n |- forall v: n, i in 1..n. forall j in 1..n. i j |A v| >= 0',
    'A: m x n |- forall v: n. forall i in 1..n. forall j in 1..n. i j |A v| >= 0',
  ],
  [
    'A: m×n |- not (forall v: n. A v = 0) and (exists v: n. A v = 0)',
    'A: m x n |- not (forall v: n. A v = 0) and (exists v: n. A v = 0)',
  ],
  ["A: m×n |- ker(A' A) = ker(A)", "A: m x n |- ker(A' A) = ker(A)"],
  // layout
  [
    'A: m×n -- a matrix\nB: n×m\n\n;;\n|- tr(A B) -- the left\n = tr(B\n A)\n',
    'A: m x n; B: n x m |- tr(A B) = tr(B A)',
  ],
  ['A: n×n;\nA = \n  I\n⊢ A\n + A\n - I =\n I', 'A: n x n; A = I |- A + A - I = I'],
  ['q[i]: m\n for i in 1..N\n |- sum[i](q[i])\n = 0', 'q[i]: m for i in 1..N |- sum[i](q[i]) = 0'],
];

describe('accepted claims', () => {
  test.each(accepted)('%s', (text, normal) => {
    const claim = parseClaim(text);
    expect(claimText(claim)).toBe(normal);
    const again = parseClaim(normal);
    expect(claimText(again)).toBe(normal);
    expect(bare(again)).toEqual(bare(claim));
    expect(claimHash(again)).toBe(claimHash(claim));
  });
});

const side = (text: string): Expr => {
  const { conclusion } = parseClaim(text);
  if (conclusion.kind !== 'relation') throw new Error('a relation was expected');
  return conclusion.left;
};

describe('trees', () => {
  test('products and quotients are read from the left, powers and primes first', () => {
    expect(bare(side('a, b, c: scalar |- a b/c |a|^2 = 0'))).toMatchObject({
      operator: 'mul',
      args: [
        { operator: 'div', args: [{ operator: 'mul' }, { name: 'c' }] },
        { operator: 'pow', args: [{ operator: 'bars' }, { value: '2' }] },
      ],
    });
  });

  test('a name before a parenthesis is applied if it is a function and multiplied otherwise', () => {
    expect(bare(side('f: R -> R; x: scalar |- f(x) = 0'))).toMatchObject({
      kind: 'call',
      fn: 'f',
      builtin: false,
    });
    expect(bare(side('f: scalar; x: scalar |- f(x) = 0'))).toMatchObject({
      kind: 'operator',
      operator: 'mul',
    });
    const bound = parseFormula(
      '(forall f: R -> R. f(x) = 0) and g (x) = 0',
      parseClaim('g, x: scalar |- g = x'),
    );
    expect(bare(bound)).toMatchObject({
      left: { body: { left: { kind: 'call' } } },
      right: { left: { operator: 'mul' } },
    });
  });

  test('a prime behind a function is a derivative, behind all else a transpose', () => {
    expect(bare(side("phi: activation; x: n |- phi'(x)' = 0"))).toMatchObject({
      operator: 'transpose',
      shape: ['1', 'n'],
      args: [{ kind: 'call', order: 1 }],
    });
    expect(bare(side("A: n×n; x: n |- A' (x) = 0"))).toMatchObject({
      operator: 'mul',
      args: [{ operator: 'transpose' }, { name: 'x' }],
    });
  });

  test('shapes of derivatives', () => {
    const declared = 'W: m×n; x: n; s: scalar; p: R^m -> R; F: R^n -> R^k; g: R -> R^k; ';
    const shapes: readonly (readonly [string, readonly string[]])[] = [
      ['grad[W](p(W x))', ['m', 'n']],
      ['grad[s](p(s W x))', []],
      ['jac[x](F(x))', ['k', 'n']],
      ['jac[s](F(s x))', ['k']],
      ['hess[x](p(W x))', ['n', 'n']],
      ['jac(F)(x)', ['k', 'n']],
      ['grad(p)(W x)', ['m']],
      ['hess(p)(W x)', ['m', 'm']],
      ['jac(g)(s)', ['k']],
      ["x' x", []],
      ["x x'", ['n', 'n']],
      ['diag(x)', ['n', 'n']],
      ['pinv(W)', ['n', 'm']],
      ["W'", ['n', 'm']],
    ];
    for (const [text, shape] of shapes)
      expect([text, side(`${declared}|- ${text} = ${text}`).shape]).toEqual([text, shape]);
  });

  test('I, 0 and ones take their shape from the context', () => {
    const { conclusion } = parseClaim("A: m×n; x: m |- A 0 + A = I A and A' ones = 0 and x = 0");
    const found = JSON.stringify(bare(conclusion));
    expect(found).toContain('{"kind":"constant","which":"identity","shape":["m","m"]}');
    expect(found).toContain('{"kind":"constant","which":"ones","shape":["m"]}');
    expect(found).toContain('{"kind":"constant","which":"zero","shape":["n"]}');
    expect(found).toContain('{"kind":"number","value":"0","shape":[]}');
  });

  test('dimensions stand in order of appearance, literals left out', () => {
    expect(parseClaim('A: m×2; B: n×m; q[i]: k for i in 1..N |- forall v: z. v = v').dims).toEqual([
      'm',
      'n',
      'k',
      'N',
      'z',
    ]);
  });
});

describe('the hash', () => {
  test('does not depend on spacing, aliases, comments or the order of attributes', () => {
    const texts = [
      "A: n×n pd symmetric |- A' = A",
      'A : n x n symmetric pd -- note\n⊢ Aᵀ=A',
      "\n\nA:n×n  symmetric symmetric pd ; |-\n A'  =  A ",
    ];
    const hashes = new Set(texts.map((t) => claimHash(parseClaim(t))));
    expect(hashes.size).toBe(1);
    expect([...hashes][0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('depends on the statement', () => {
    const hashes = [
      "A: n×n |- A' = A",
      "A: n×n symmetric |- A' = A",
      "A: n×n |- A = A'",
      "B: n×n |- B' = B",
      "A: m×m |- A' = A",
    ].map((t) => claimHash(parseClaim(t)));
    expect(new Set(hashes).size).toBe(5);
  });
});

describe('parseFormula', () => {
  const claim = parseClaim('W: m×n; p: R^m -> R; x: n |- p(W x) = 0');
  test('reads under the claim and further declarations', () => {
    expect(formulaText(parseFormula('grad(p)(W x) = 0', claim))).toBe('grad(p)(W x) = 0');
    const v = parseClaim('v: m |- v = v').declarations;
    expect(formulaText(parseFormula("v' W x = 1;", claim, v))).toBe("v' W x = 1");
    expect(() => parseFormula('v = 0', claim)).toThrow(/v is not declared/);
    expect(() => parseFormula('forall v: q. v = v', claim)).toThrow(
      /q is not a dimension of the claim/,
    );
    expect(() => parseFormula('', claim)).toThrow(/expected an expression/);
  });
  test('exprText of a part reads back', () => {
    expect(exprText(side('W: m×n; x: n |- (W + W) (x - x) = 0'))).toBe('(W + W) (x - x)');
  });
});
