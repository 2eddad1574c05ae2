/** Claims about complex matrices: what they are read as, and what is refused. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import {
  asWritten,
  claimHash,
  claimLatex,
  claimText,
  formulaText,
  parseClaim,
  writtenOf,
  type Expr,
  type Formula,
} from '../../src/language/index.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { into, point } from '../evaluate/points.ts';
import { timesC, type Complex, type ComplexMatrix } from './complex-numbers.ts';

const A = 'A, B: n×n complex; x, y: n complex; z: complex; c: scalar; M: n×n |- ';

test.each([
  "A, B: n×n complex |- (A B)' = B' A'",
  'A: n×n complex hermitian unitary; A is hermitian |- A^2 = I',
  "q[i]: m complex for i in 1..N |- sum[i](q[i] q[i]') >>= 0",
  'z: complex; w: scalar complex nonzero |- re(i z/w) = im(z) or z != w',
  '|- forall U: n×n complex unitary, c: scalar. U c = c U',
  'A: n×n complex psd |- lambda[1](A) >= 0',
])('%s is printed as it is read', (text) => {
  const claim = parseClaim(text);
  const printed = claimText(claim);
  const again = parseClaim(printed);
  expect(claimText(again)).toBe(printed);
  expect(claimHash(again)).toBe(claimHash(claim));
  expect(formulaText(again.conclusion)).toBe(formulaText(claim.conclusion));
});

test('a complex claim and its real namesake are two claims', () => {
  const [complex, real] = ['A: n×n complex |- A = 0', 'A: n×n |- A = 0'].map(parseClaim);
  expect(claimHash(complex!)).not.toBe(claimHash(real!));
  expect(writtenOf(real!)).toBeNull();
});

test('a claim with another hypothesis is printed in the parts that it is about', () => {
  const claim = parseClaim('A: n×n complex |- A = 0');
  expect(claimText({ ...claim, hypotheses: [] })).toBe(
    'A_re: n x n; A_im: n x n |- A_re = 0 and A_im = 0',
  );
});

test('what is typeset is the claim as written', () => {
  expect(claimLatex(parseClaim("A: m×n complex; H: n×n complex hermitian |- A' A = H"))).toContain(
    'A^{\\ast} A = H',
  );
  expect(claimLatex(parseClaim('z: complex |- z = 0'))).toContain('\\mathbb{C}');
});

test.each([
  ["A' = B", "A_re' = B_re and -A_im' = B_im"],
  ['z >= 0', 'z_im = 0 and z_re >= 0'],
  ['tr(A) = 0', 'tr(A_re) = 0 and tr(A_im) = 0'],
  ['re(z) <= |z|', 'z_re <= sqrt(z_re^2 + z_im^2)'],
  ['|x|^2 = 1', "x_re' x_re + x_im' x_im = 1"],
  ['norm(A) = 1', 'norm([A_re, -A_im; A_im, A_re]) = 1'],
  ['A >>= B', '[A_re, -A_im; A_im, A_re] >>= [B_re, -B_im; B_im, B_re]'],
  ['A is hermitian', 'A_re is symmetric and A_im is antisymmetric'],
  ['M is symmetric', 'M is symmetric'],
  ["M' = M", "M' = M"],
  ['z != c', 'z_re != c or z_im != 0'],
])('%s', (conclusion, wanted) => {
  expect(formulaText(parseClaim(A + conclusion).conclusion)).toBe(wanted);
});

describe('what is refused', () => {
  test.each([
    ['A^T = A', /two meanings/],
    ['A.T @ B = A', /two meanings/],
    ['A† = A', /2 ways/],
    ['dot(x, y) = 0', /dot of a complex/],
    ['⟨x, y⟩ = 0', /dot of a complex/],
    ['np.einsum("ij,jk->ik", A, B) = A', /two meanings/],
    ['A is symmetric', /symmetric of what is complex/],
    ['A is orthogonal', /orthogonal of what is complex/],
    ['det(A) = 0', /det of a complex argument/],
    ['sqrt(z) = 0', /sqrt of a complex argument/],
    ['exp(z) = 0', /exp of a complex argument/],
    ['grad[x](|x|^2) = x', /by a complex variable/],
    ['relu(x) = x', /relu of a complex argument/],
    ['z^(1/2) = z', /complex/],
    ['forall A_re: n×n. A = A_re', /name of a part/],
  ])('%s', (conclusion, message) => {
    expect(() => parseClaim(A + conclusion)).toThrow(message);
  });

  test.each([
    ['A: n×n complex symmetric |- A = 0', /symmetric of what is complex/],
    ['A: n×n complex antisymmetric |- A = 0', /antisymmetric of what is complex/],
    ['x: n complex ~ normal(0, 1) |- E[x] = 0', /without a law/],
    ['A: n×n complex; A_im: scalar |- A = 0', /name of a part/],
    ['A: n×n |- im(A) = 0', /nothing here is complex/],
    ['A: n×n |- conj(A) = A', /nothing here is complex/],
  ])('%s', (text, message) => {
    expect(() => parseClaim(text)).toThrow(message);
  });

  test('re, im and conj are names like others', () => {
    expect(claimText(parseClaim('re, im: scalar |- re im = im re'))).toContain('re im');
  });
});

/** Of the expression as it was written, by complex arithmetic. */
const written = (e: Expr, values: Readonly<Record<string, ComplexMatrix>>): ComplexMatrix => {
  if (e.kind === 'number') return [[[Number(e.value), 0]]];
  if (e.kind === 'variable') return e.imaginary ? [[[0, 1]]] : values[e.name]!;
  if (e.kind !== 'operator') throw new Error(e.kind);
  const [a = [], b = []] = e.args.map((arg) => written(arg, values));
  const each = (f: (z: Complex, at: readonly [number, number]) => Complex): ComplexMatrix =>
    a.map((row, i) => row.map((z, j) => f(z, [i, j])));
  const flipped = (m: ComplexMatrix): ComplexMatrix => m[0]!.map((_, j) => m.map((row) => row[j]!));
  switch (e.operator) {
    case 'add':
      return each(([p, q], [i, j]) => [p + b[i]![j]![0], q + b[i]![j]![1]]);
    case 'sub':
      return each(([p, q], [i, j]) => [p - b[i]![j]![0], q - b[i]![j]![1]]);
    case 'neg':
      return each(([p, q]) => [-p, -q]);
    case 'conj':
      return each(([p, q]) => [p, -q]);
    case 're':
      return each(([p]) => [p, 0]);
    case 'im':
      return each(([, q]) => [q, 0]);
    case 'adjoint':
      return flipped(each(([p, q]) => [p, -q]));
    case 'hadamard':
      return each((z, [i, j]) => timesC(z, b[i]![j]!));
    case 'div': {
      const [p, q] = b[0]![0]!;
      const size = p * p + q * q;
      return each((z) => timesC(z, [p / size, -q / size]));
    }
    case 'pow':
      return product(a, a);
    case 'tr':
      return [[a.reduce<Complex>((s, row, i) => [s[0] + row[i]![0], s[1] + row[i]![1]], [0, 0])]];
    case 'mul':
      if (a.length === 1 && a[0]!.length === 1)
        return b.map((row) => row.map((z) => timesC(a[0]![0]!, z)));
      return product(a, b);
    default:
      throw new Error(e.operator);
  }
};

const product = (a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix =>
  a.map((row) =>
    b[0]!.map((_, j) =>
      row.reduce<Complex>(
        (s, z, k) => {
          const [p, q] = timesC(z, b[k]![j]!);
          return [s[0] + p, s[1] + q];
        },
        [0, 0],
      ),
    ),
  );

const values: Readonly<Record<string, ComplexMatrix>> = {
  A: [
    [
      [1, 2],
      [-3, 1],
    ],
    [
      [0, 5],
      [2, -2],
    ],
  ],
  B: [
    [
      [4, -1],
      [1, 1],
    ],
    [
      [-2, 3],
      [0, 7],
    ],
  ],
  x: [[[1, 3]], [[-2, 1]]],
  y: [[[5, -4]], [[2, 6]]],
  z: [[[3, -2]]],
  w: [[[-1, 4]]],
};

/** The two sides of a formula that says that both parts are equal. */
const sides = (f: Formula): readonly Expr[] =>
  f.kind === 'and' ? [...sides(f.left), ...sides(f.right)] : f.kind === 'relation' ? [f.left] : [];

const parts = Object.fromEntries(
  Object.entries(values).flatMap(([name, m]) =>
    (['re', 'im'] as const).map((part, k) => {
      const plain = m.map((row) => row.map((entry) => entry[k]!));
      const flat = plain[0]!.length === 1 ? plain.map((row) => row[0]!) : plain;
      return [`${name}_${part}`, m.length === 1 ? plain[0]![0]! : flat];
    }),
  ),
);

test.each([
  'A B - B A',
  "(A B)' x",
  "conj(A)' B conj(B)",
  "x' A y z",
  "z w' (x' y)",
  'i A + 2 i B',
  'tr(A B A)',
  "tr((z A - B)' (i B))",
  'A .* conj(B)',
  'z/w + w/z',
  '(z A)/w',
  '(z + i)^2',
  '(A - i B)^2',
  "x y' - conj(y) x'",
  're(A B) + i im(B A)',
  "-(-x)' (-A) y",
])('the parts of %s are those of complex arithmetic', (text) => {
  const head = 'A, B: n×n complex; x, y: n complex; z, w: complex |- ';
  const claim = parseClaim(`${head}${text} = 0`);
  const said = asWritten(claim).conclusion;
  if (said.kind !== 'relation') throw new Error(said.kind);
  const wanted = written(said.left, values).flat();
  const [re, im] = sides(claim.conclusion).map((e) =>
    Array.from(evaluate(e, float64, into(float64, point({ n: 2 }, parts))).data),
  );
  wanted.forEach(([p, q], k) => {
    expect(re![k]).toBeCloseTo(p, 9);
    expect(im![k]).toBeCloseTo(q, 9);
  });
});
