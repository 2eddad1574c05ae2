/** Tests that the judge accepts what was proved, step by step. */
import { describe, expect, it } from 'vitest';
import { judgeClaim, judgeTheorem } from '../../src/judge/index.ts';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { assume, linear, type Theorem } from '../../src/kernel/theorem.ts';
import { equal } from '../../src/kernel/formula.ts';
import { variable } from '../../src/kernel/graph.ts';
import { Disagreement } from '../../src/verdict/disagreement.ts';

const cancellation =
  "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q";

const proved = [
  cancellation,
  'A: m×n; B: n×m |- tr(A B) = tr(B A)',
  'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
  "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = W' grad(p)(W h)",
  "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
  "c: scalar; q[i]: m for i in 1..N |- (forall v: m. sum[i]((q[i]' v)^2) = c v' v) <=> sum[i](q[i] q[i]') = c I",
  "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
  "A: n×n symmetric invertible |- inv(A)' = inv(A)",
  "A: n×n antisymmetric; x: n |- x' A x = 0",
];

describe('a theorem', () => {
  it.each(proved)('stands before the judge: %s', (text) => {
    const theorem = prove(parseClaim(text), { time: 5000 })?.theorem as Theorem;
    const { steps, decisive } = judgeTheorem(theorem, { seed: 1 });
    expect(steps).toBeGreaterThan(0);
    expect(decisive).toBeGreaterThan(0);
    expect(judgeTheorem(theorem, { seed: 1 })).toEqual({ steps, decisive });
  });

  it('is judged premises and all, however deep', () => {
    const names = Array.from({ length: 200 }, (_, i) => variable(`a${i}`, []));
    const first = names[0] as (typeof names)[number];
    let theorem = linear(first, first, [], []);
    for (let i = 1; i < 200; i++) {
      const [before, after] = [names[i - 1], names[i]] as [
        (typeof names)[number],
        (typeof names)[number],
      ];
      const box = variable('□', []);
      const step = assume(equal(before, after));
      theorem = linear(
        first,
        after,
        [
          { equation: theorem, context: box },
          { equation: step, context: box },
        ],
        [],
      );
    }
    expect(judgeTheorem(theorem, { seed: 1 })).toEqual({ steps: 200, decisive: 200 });
  });

  it('that a broken kernel would make is a disagreement', () => {
    const [a, b] = [variable('a', ['n']), variable('b', ['n'])];
    // the judge reads a theorem's public parts only, so a kernel that errs can be imitated
    const wrong = {
      hypotheses: [],
      conclusion: equal(a, b),
      axioms: [],
      derivation: { rule: 'ring', from: [], uses: [] },
    } as unknown as Theorem;
    const deep = {
      hypotheses: [],
      conclusion: equal(a, a),
      axioms: [],
      derivation: { rule: 'weak', from: [wrong] },
    } as unknown as Theorem;
    expect(() => judgeTheorem(wrong, { seed: 1 })).toThrow(Disagreement);
    expect(() => judgeTheorem(deep, { seed: 2 })).toThrow(/ring.*at n = |exact judge.*at n = /s);
  });
});

describe('a claim by its own text', () => {
  it.each([
    'A: m×n; B: n×m |- tr(A B) = tr(B A)',
    'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
    "W: m×n; h: n; phi: activation |- jac[h](phi(W h)) = diag(phi'(W h)) W",
    "J: k×n; H: k×k pd |- rank(J' H J) = rank(J)",
    "Q: n×n orthogonal; x: n |- x' Q' Q x = x' x and Q Q' = I",
    'P: n×n projector |- P P P = P',
    'W: m×n; W is onto |- W pinv(W) = I',
    "x: n unit |- tr(x x') = 1",
    'A: 2×2 |- A A - tr(A) A + det(A) I = 0',
    'a, b: scalar; a != 0; m <= n; A: m×n onto |- rank(a A) = m',
    "q[i]: m for i in 1..N |- forall i in 1..N. q[i]' q[i] = tr(q[i] q[i]')",
  ])('holds: %s', (text) => expect(judgeClaim(parseClaim(text), { seed: 1 })).toBe('holds'));

  it.each([
    'A, B: n×n |- A B = B A',
    'A, B: n×n invertible |- inv(A B) = inv(A) inv(B)',
    "W: m×n; h: n; p: R^m -> R |- grad[h](p(W h)) = 2 W' grad(p)(W h)",
    "F: R^N -> R^k; l: R^k -> R; theta: N |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
    "P: n×n projector |- P' = P",
    'W: m×n |- pinv(W) W = I',
    'A: n×n |- A A - tr(A) A + det(A) I = 0',
    'Q: n×n orthogonal |- det(Q) = 1',
    'S: n×n symmetric; D: n×n diagonal |- S D = D S',
    'A: n×n antisymmetric |- A A = 0',
    "x: n unit |- x x' = I",
  ])('fails: %s', (text) =>
    expect([1, 2, 3].map((seed) => judgeClaim(parseClaim(text), { seed }))).toContain('fails'),
  );

  it.each([
    'A: n×n |- tr(A)^2 >= 0',
    "A: n×n; A' = A |- A = A'",
    'x: n |- |x| = |x|',
    'a: scalar; a > 0 |- a = a',
    'A: n×n symmetric orthogonal |- A A = I',
    'A: m×n; B: m×n |- A = B => B = A',
  ])('says nothing of: %s', (text) =>
    expect(judgeClaim(parseClaim(text), { seed: 1 })).toBe('not applicable'),
  );
});
