/** Claims as one line of Unicode. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { claimUnicode } from '../../src/language/unicode.ts';

test.each([
  ["A: m×n |- tr(A' A) >= 0", 'A ∈ ℝᵐˣⁿ ⊢ tr(Aᵀ A) ≥ 0'],
  ['A: n×n invertible; x: n |- inv(A) A x = x', 'A ∈ ℝⁿˣⁿ invertible; x ∈ ℝⁿ ⊢ A⁻¹ A x = x'],
  ['x: n |- grad[x](1/2 |x|^2) = x', 'x ∈ ℝⁿ ⊢ ∇ₓ (1/2 |x|²) = x'],
  ['a: scalar positive |- sqrt(a) / (a + 1) <= 1/2', 'a ∈ ℝ positive ⊢ √a/(a + 1) ≤ 1/2'],
  [
    'theta_1: n; q[i]: n for i in 1..N |- sum[i](q[i]) = theta_1',
    'θ₁ ∈ ℝⁿ; qᵢ ∈ ℝⁿ, i = 1, …, N ⊢ ∑ᵢ₌₁ᴺ qᵢ = θ₁',
  ],
  ['W: d_1×d_2 |- W = W', 'W ∈ ℝ^(d₁ × d₂) ⊢ W = W'],
  ['|- det([1, 2; 3, 4]) = -2 and 1 != 2', '⊢ det([1 2; 3 4]) = −2 ∧ 1 ≠ 2'],
])('%s', (claim, line) => expect(claimUnicode(parseClaim(claim))).toBe(line));
