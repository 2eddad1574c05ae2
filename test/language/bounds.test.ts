/** Tests that parsing takes bounded work and throws only `ClaimError`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spent, unitsPerMillisecond } from '../../src/numbers/counted-work.ts';
import { ClaimError, formatError, parseClaim, parseProof } from '../../src/language/index.ts';

const claim = parseClaim('A: n×n; f: R^n -> R; x: n; q[i]: n for i in 1..N |- A = A');

/**
 * Reads a text both as claim and as proof; anything but a claim or a `ClaimError` is a defect.
 * Milliseconds' worth of work that was counted.
 */
const survive = (text: string): number => {
  const start = spent();
  for (const read of [() => parseClaim(text), () => parseProof(text, claim)]) {
    try {
      read();
    } catch (error) {
      if (!(error instanceof ClaimError)) throw error;
      const shown = formatError(text, error);
      for (const line of shown.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
      expect(error.span.start).toBeGreaterThanOrEqual(0);
      expect(error.span.end).toBeLessThanOrEqual(text.length);
    }
  }
  return (spent() - start) / unitsPerMillisecond;
};

describe('bounds', () => {
  const repeated: readonly (readonly [name: string, text: string])[] = [
    ['ten megabytes', 'x'.repeat(1e7)],
    ['ten megabytes of lines', '\n'.repeat(1e7)],
    ['ten thousand brackets', `|- ${'('.repeat(10_000)}1${')'.repeat(10_000)} = 1`],
    ['ten thousand bars', `|- ${'|'.repeat(10_000)}1`],
    ['ten thousand double bars', `|- ${'‖'.repeat(10_000)}`],
    ['a million operators', `|- 1${'+1'.repeat(1e6)} = 1`],
    ['many operators', `|- 1${' + 1'.repeat(9_000)} = 1`],
    ['many primes', `A: n×n |- A${"'".repeat(15_000)} = A`],
    ['many minus signs', `|- ${'- '.repeat(15_000)}1 = 1`],
    ['many negations', `|- ${'not '.repeat(15_000)}1 = 1`],
    ['many quantifiers', `|- ${'forall v: n. '.repeat(3_000)}1 = 1`],
    ['many implications', `|- 1 = 1${' => 1 = 1'.repeat(4_000)}`],
    ['many links', `|- 1${' = 1'.repeat(9_000)}`],
    ['many factors', `A: n×n |- ${'A '.repeat(15_000)} = A`],
    ['many powers', `|- 1${'^1'.repeat(9_000)} = 1`],
    ['many names', `${Array.from({ length: 5000 }, (_, i) => `v${i}`).join(', ')}: n |- 1 = 1`],
    ['many items', `${'1 = 1;'.repeat(4_000)} |- 1 = 1`],
    ['a long number', `|- ${'9'.repeat(50_000)} = 1`],
    ['a long exponent', `|- 2${'²'.repeat(50_000)} = 1`],
    ['a long name', `|- ${'q'.repeat(90_000)} = 1`],
    ['many sums', `x: n |- ${'sum[i](x[i]) + '.repeat(600)}1 = 1`],
    ['many sums over two indices', `x: n |- ${'sum[i, j](x[i] x[j]) + '.repeat(200)}1 = 1`],
    [
      'nested sums',
      `q[i]: n for i in 1..N |- ${Array.from({ length: 150 }, (_, i) => `sum[i${i}](`).join('')}q[i0]${')'.repeat(150)} = 0`,
    ],
  ];
  // far above what any of them takes, far below what going through all pairs would
  test.each(repeated)('%s are refused or read with bounded work', (_, text) => {
    expect(survive(text)).toBeLessThan(1500);
  });

  test('a claim with many variables of the wrong shape is answered with little work', () => {
    const names = Array.from({ length: 150 }, (_, i) => `a${i}`);
    expect(survive(`${names.join(', ')}: m×n |- ${names.join(' ')} = 0`)).toBeLessThan(300);
  });

  test.each([
    '',
    ' ',
    '\n',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '|-',
    '⊢',
    ';',
    '--',
    '-- only a note',
    ':',
    'A:',
    'A: ',
    '|- =',
    '|- ()',
    '[',
    '\u202e|- 1 = 1',
    '😀',
    "'",
  ])('%j is refused', (text) => {
    expect(() => parseClaim(text)).toThrow(ClaimError);
    survive(text);
  });
});

const words = [
  'A',
  'B',
  'x',
  'f',
  'q',
  'i',
  'n',
  'm',
  'N',
  '1',
  '2',
  '0',
  'I',
  'ones',
  'R',
  'T',
  'E',
  'tr',
  'inv',
  'grad',
  'jac',
  'hess',
  'sum',
  'ker',
  'lambda',
  'relu',
  'softmax',
  'forall',
  'exists',
  'and',
  'or',
  'not',
  'is',
  'in',
  'for',
  'scalar',
  'activation',
  'symmetric',
  'onto',
  'one-to-one',
  'by',
  'have',
  'let',
  'take',
  'such that',
  'suppose',
  'part',
  'with',
  ':=',
  '|-',
  '|',
  '‖',
  '(',
  ')',
  '[',
  ']',
  "'",
  '^',
  '+',
  '-',
  '*',
  '.*',
  '/',
  'kron',
  '=',
  '<=',
  '=>',
  '<=>',
  '>>=',
  '~~',
  '~',
  ':',
  ';',
  ',',
  '.',
  '..',
  '->',
  '×',
  '\n',
  '\n<=',
  '--',
  '²',
  'ᵀ',
  '\ud800',
];

const valid = [
  "W: m×n onto; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  "F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0\n |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)",
  "q[i]: m for i in 1..N; c: scalar |- (forall v: m. sum[i]((q[i]' v)^2) = c v' v) <=> sum[i](q[i] q[i]') = c I",
  'let v: n\nA x = A x by ring\n   = A x  by lemma/one with X := A A, y := x\n<= A x = A x by hypothesis h\ntake B: n×n such that A B = I by onto',
];

describe('only ClaimError is ever thrown', () => {
  test('random words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.constantFrom(' ', ''),
        (list, glue) => {
          expect(survive(`A: n×n; f: R^n -> R |- ${list.join(glue)}`)).toBeLessThan(200);
          survive(list.join(glue));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        survive(text);
        survive(`A: n×n |- ${text}`);
      }),
      { numRuns: 500 },
    );
  });

  test('valid texts with a stretch taken out, doubled or replaced', () => {
    const place = fc.nat({ max: 200 });
    fc.assert(
      fc.property(
        fc.constantFrom(...valid),
        place,
        place,
        fc.constantFrom('', '', ...words),
        fc.boolean(),
        (text, a, b, put, twice) => {
          const [from, to] = [Math.min(a, b) % text.length, Math.max(a, b) % text.length];
          survive(
            text.slice(0, from) +
              put +
              (twice ? text.slice(Math.max(0, from - 5), from) : '') +
              text.slice(from + (to - from > 6 ? 1 : to - from)),
          );
        },
      ),
      { numRuns: 600 },
    );
  }, 300_000);
});
