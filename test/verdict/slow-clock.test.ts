// On a machine so slow that ten seconds pass between two looks at the clock, every claim has the
// same verdict.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { examine } from '../../src/verdict/examine.ts';

const claims = [
  'A: m×n; B: n×m |- tr(A B) = tr(B A)',
  'A, B: n×n |- A B = B A',
  "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  'A, B: n×n invertible |- inv(A B) = inv(A) inv(B)',
  'x: scalar nonzero |- tanh(-x) != -tanh(x)',
  'a: scalar nonzero |- exp(a) exp(-a) < 1',
  'A: n×n; tr(A) = 1; tr(A) = 2 |- A = 0',
  "A: n×n symmetric; x: n |- x' A x <= |x|^2",
  'x: scalar |- sqrt(x^2 + 2 x + 3) >= 1',
  'A: 3000×3000 |- tr(A A) = tr(A)^2',
];

afterEach(() => void vi.restoreAllMocks());

describe('a slow clock changes nothing', () => {
  it.each(claims)('%s', async (claim) => {
    const options = { time: 0.1, seed: 1, patience: 100 };
    const { seconds: _, ...quick } = await examine(claim, options);
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 10_000));
    const { seconds: __, ...slow } = await examine(claim, options);
    const plain = ({ proof, ...rest }: Omit<Awaited<ReturnType<typeof examine>>, 'seconds'>) => ({
      ...rest,
      steps: proof?.derivation,
    });
    expect(plain(slow)).toEqual(plain(quick));
  });

  const nested = Array.from({ length: 20 }).reduce((text: string) => `kron(A, ${text})`, 'A');
  it.each(['A: 3000×3000 |- tr(A A) = tr(A)^2', `A: 2×2 |- ${nested} = 0`])(
    'says what was too large: %s',
    async (claim) => {
      const { verdict, message } = await examine(claim, { time: 0.05, seed: 1, patience: 100 });
      expect(verdict).toBe('gave-up');
      expect(message).toMatch(/too large/);
    },
  );
});
