/** Compares the evaluator with the kernel term of each expression. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { drawValue } from '../../src/judge/drawn-values.ts';
import { field } from '../../src/judge/modular.ts';
import { termValue } from '../../src/judge/value.ts';
import { parseClaim, type Claim, type Expr } from '../../src/language/index.ts';
import { Undefined } from '../../src/numbers/field.ts';
import { random } from '../../src/numbers/random.ts';
import { lower } from '../../src/prover/lowering/lower.ts';
import { scopeOf } from '../../src/prover/lowering/scope.ts';
import { trueValues } from './true-values.ts';

const declarations = [
  'A, B: m×n',
  'C: n×k',
  'S, T: n×n',
  'x, y: n',
  'z: m',
  'w: k',
  'a, b: scalar',
  'f: R^n -> R',
  'g: R^m -> R',
  'F: R^n -> R^m',
  'G: R^m -> R^k',
  'h: R -> R',
  'u: R^n × R^m -> R',
  'U: R^n × R^m -> R^k',
  'phi: activation',
  'q[i]: n for i in 1..N',
  'Q[i]: n×n for i in 1..N',
  'r[i]: R^n -> R for i in 1..N',
  'c[i]: scalar for i in 1..N',
].join('; ');

const sizeSets = [
  { m: 2, n: 3, k: 4, N: 2 },
  { m: 3, n: 2, k: 1, N: 3 },
  { m: 1, n: 4, k: 2, N: 2 },
];

function sides(claim: Claim): readonly [Expr, Expr] {
  if (claim.conclusion.kind !== 'relation') throw new Error('no relation');
  return [claim.conclusion.left, claim.conclusion.right];
}

/**
 * Both readings at random points, entry by entry the same: `text` in the kernel, `meant` by the
 * evaluator.
 */
function compare(text: string, meant = text): void {
  const claim = parseClaim(`${declarations} |- ${text} = ${meant}`);
  agree(claim, ...sides(claim), text);
}

function agree(claim: Claim, lowered: Expr, expr: Expr, text: string): void {
  const term = lower(lowered, scopeOf(claim));
  for (const [k, sizes] of sizeSets.entries()) {
    const dims = new Map(Object.entries(sizes));
    const generator = random(17 + k);
    const at = {
      dims,
      values: new Map(claim.declarations.map((d) => [d.name, drawValue(generator, d, dims)])),
    };
    let told: readonly number[];
    try {
      told = evaluate(expr, field, at).data;
    } catch (error) {
      if (error instanceof Undefined) continue;
      throw error;
    }
    expect(
      [...termValue(term, trueValues(at)).data],
      `${text} at ${JSON.stringify(sizes)}`,
    ).toEqual(told);
  }
}

const cases: Readonly<Record<string, readonly string[]>> = {
  'sums and products': [
    'A + 2 B',
    'A - B/3',
    '-A',
    'A C',
    "A' A",
    'A x',
    "x' A'",
    "x' S x",
    "x y'",
    'a A',
    'A .* B',
    'x .* y',
    'dot(x, y)',
    'a b - 1/2',
    'A S C w',
    "z' A x",
    "A (x y') C",
    'n A',
    'A/m',
    'n^2 a/m',
  ],
  'traces, diagonals, transposes': [
    'tr(S T)',
    "tr(A' B)",
    'diag(x)',
    'diag(S)',
    'diag(x) S diag(y)',
    "diag(S T')",
    "(A C)'",
    "A''",
    'tr(S) S',
    'tr(diag(x))',
    "tr(x x')",
    'tr(a)',
  ],
  'powers and inverses': [
    'S^3',
    'S^2 T',
    'a^4',
    'inv(S)',
    'inv(S T)',
    "inv(S') x",
    'S^-2',
    'a^-3',
    'x/a',
    'S/(a + b)',
    "x/(x' x)",
    "inv(A' A + S)",
    'det(S T)',
    'rank(A)',
    "rank(x y')",
  ],
  'sums over families': [
    "sum[i](q[i] q[i]')",
    'mean[i](c[i] q[i])',
    'sum[i](Q[i] q[i])',
    "sum[i](sum[j](q[i]' q[j]))",
    'q[1] - 2 q[2]',
    'sum[i](r[i](x))',
    'sum[i](r[i](q[i]))',
    'mean[i](c[i])^2',
    'sum[i](c[i] phi(q[i]))',
    'r[2](q[1])',
    "sum[i](q[i]' Q[i] q[i])",
    'sum[i](grad(r[i])(S q[i]))',
    'sum[i](Q[i] q[2])',
  ],
  'functions and activations': [
    'f(x)',
    'F(x)',
    'G(F(x))',
    'f(S x)',
    'h(f(x))',
    "h'(f(x))",
    "h''(a)",
    'phi(x)',
    "phi'(x)",
    "phi''(S x)",
    'phi(A)',
    "phi'(A) .* B",
    'phi(a)',
    'diag(phi(x))',
    'u(x, z)',
    'U(x, F(x))',
    'grad(f)(S x)',
    'jac(F)(x + y)',
    'hess(f)(x)',
    'square(x)',
    "square'(x)",
    'identity(A)',
    'jac(G)(F(x)) jac(F)(x)',
    'phi(phi(A))',
    'phi(A x)',
  ],
  'derivatives by a variable': [
    'grad[x](f(x))',
    'grad[x](f(S x))',
    "grad[x](x' S x)",
    "grad[A](tr(A C w z'))",
    'grad[A](g(A x))',
    'grad[S](tr(S T S))',
    'jac[x](F(S x))',
    'jac[x](S x)',
    'jac[x](phi(A x))',
    'hess[x](f(S x))',
    "hess[x](x' S x)",
    'hess[x](h(f(x)))',
    'grad[x](g(F(x)))',
    'hess[x](g(F(x)))',
    'jac[x](x/a)',
    'grad[a](a^3 b)',
    'grad[a](f(a x))',
    'grad[S](tr(inv(S) T))',
    'jac[y](inv(S) y)',
    "grad[x](1/(x' S x))",
    'grad[x](u(x, z))',
    'grad[x](u(x, F(x)))',
    'hess[x](u(x, A x))',
    'jac[z](U(x, z))',
    'jac[x](U(S x, F(x)))',
    "grad[A](tr(phi(A) B'))",
    "jac[x](phi'(x) .* y)",
    "jac[x](x x' y)",
    'grad[a](h(a)^2)',
    'jac[x](G(phi(A x)))',
    'jac[x](grad[y](f(S x + y)))',
    "grad[S](y' S^-1 y)",
    'jac[x](square(x))',
    'hess[a](h(a))',
    "hess[x](sum[i](h(q[i]' x)))",
  ],
  'derivatives by a member of a family': [
    'grad[q[1]](sum[i](f(q[i])))',
    "grad[q[2]](sum[i](q[i]' S q[i]))",
    'hess[q[1]](sum[i](f(S q[i])))',
    'grad[Q[1]](sum[i](tr(Q[i] Q[i])))',
    'grad[c[2]](sum[i](c[i]^3))',
    'sum[i](grad[q[i]](f(q[i])))',
    'sum[j](grad[q[j]](sum[i](f(q[i])^2)))',
    "jac[q[1]](q[1] (x' q[2]))",
  ],
};

describe('an expression means the same to the evaluator and to the kernel', () => {
  for (const [name, texts] of Object.entries(cases)) {
    it(name, () => texts.forEach((text) => compare(text)));
  }

  it('constants that take their shape from the context', () => {
    const all = [
      ['S + I', 'S'],
      ['x + ones', 'x'],
      ["ones' x", 'a'],
      ['S - tr(S) I', 'S'],
      ['inv(I + S)', 'S'],
      ['x - 0', 'x'],
      ['I', 'S'],
      ['ones', 'x'],
      ['diag(ones)', 'S'],
    ] as const;
    for (const [text, like] of all) {
      const claim = parseClaim(`${declarations} |- ${text} = ${like}`);
      const [left] = sides(claim);
      agree(claim, left, left, text);
    }
  });

  it('even powers of lengths, for which a prime field has no root', () => {
    for (const [text, meant] of [
      ['|x|^2', "x' x"],
      ['normF(A)^2', "tr(A' A)"],
      ['|x|^4', "(x' x)^2"],
      ['norm(S x)^2', "x' S' S x"],
      ['grad[x](|S x|^2)', "2 S' S x"],
      ['|x|^-2', "1/(x' x)"],
    ] as const)
      compare(text, meant);
  });

  it('tells a wrong reading', () => {
    for (const [text, meant] of [
      ["A' A", "B' B"],
      ['S T', 'T S'],
      ['S', "S'"],
      ['grad[x](f(S x))', 'S grad(f)(S x)'],
      ['hess[x](f(S x))', "S hess(f)(S x) S'"],
    ] as const) {
      expect(() => compare(text, meant), text).toThrow(/deeply equal/);
    }
  });

  it('random well-typed expressions', () => {
    fc.assert(
      fc.property(expression.vector, (text) => compare(text)),
      { numRuns: 60, seed: 5 },
    );
    fc.assert(
      fc.property(expression.scalar, (text) => compare(`grad[x](${text})`)),
      { numRuns: 30, seed: 6 },
    );
    fc.assert(
      fc.property(expression.matrix, (text) => compare(text)),
      { numRuns: 40, seed: 7 },
    );
  });
});

/** Expressions of shapes [], [n] and [n, n] out of one another. */
const expression = fc.letrec<{ scalar: string; vector: string; matrix: string }>((tie) => {
  const [s, v, m] = [tie('scalar'), tie('vector'), tie('matrix')];
  const made = (
    parts: readonly fc.Arbitrary<string>[],
    text: (...parts: readonly string[]) => string,
  ): fc.Arbitrary<string> => fc.tuple(...parts).map((p) => text(...p));
  const size = { depthSize: 'small', maxDepth: 4 } as const;
  return {
    scalar: fc.oneof(
      size,
      fc.constantFrom('a', 'b', '2', '1/3', 'n'),
      made([v, v], (p, q) => `dot(${p}, ${q})`),
      made([m], (p) => `tr(${p})`),
      made([v], (p) => `f(${p})`),
      made([s, s], (p, q) => `(${p} + ${q})`),
      made([s], (p) => `h(${p})`),
      made([v, m], (p, q) => `((${p})' (${q}) x)`),
    ),
    vector: fc.oneof(
      size,
      fc.constantFrom('x', 'y', 'q[1]', "A' z"),
      made([m, v], (p, q) => `(${p}) (${q})`),
      made([v, v], (p, q) => `(${p} - ${q})`),
      made([s, v], (p, q) => `(${p}) (${q})`),
      made([v], (p) => `phi(${p})`),
      made([v], (p) => `grad(f)(${p})`),
      made([v, v], (p, q) => `((${p}) .* (${q}))`),
      made([m], (p) => `diag(${p})`),
    ),
    matrix: fc.oneof(
      size,
      fc.constantFrom('S', 'T', 'Q[2]', "A' B"),
      made([m, m], (p, q) => `(${p}) (${q})`),
      made([m], (p) => `(${p})'`),
      made([v, v], (p, q) => `(${p}) (${q})'`),
      made([v], (p) => `diag(${p})`),
      made([m, m], (p, q) => `(${p} + ${q})`),
      made([v], (p) => `hess(f)(${p})`),
      made([m], (p) => `phi'(${p})`),
    ),
  };
});
