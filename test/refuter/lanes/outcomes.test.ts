/** Tests of the outcome that screening gives a trial. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import { outcomeOf } from '../../../src/refuter/outcome.ts';
import { prepare } from '../../../src/refuter/prepared.ts';
import { Unlaned } from '../../../src/refuter/lanes/graph.ts';
import { Words } from '../../../src/refuter/lanes/draws.ts';
import {
  LaneTrials,
  passesCode,
  suspiciousCode,
  undefinedCode,
  unmetCode,
} from '../../../src/refuter/lanes/trials.ts';
import { net, ready } from './run.ts';

/** Of all lanes of a few runs: how many passed, and how many were suspicious. */
const tally = (
  text: string,
  dims: Readonly<Record<string, number>>,
  chosen = {},
): { passes: number; suspicious: number; all: number } => {
  const out = { passes: 0, suspicious: 0, all: 0 };
  for (const style of ['tiny', 'small', 'half', 'normal'] as const) {
    for (let seed = 1; seed <= 6; seed++) {
      const trials = ready(text, dims, chosen, style, seed);
      for (const code of trials.judge()) {
        out.all++;
        if (code === passesCode) out.passes++;
        if (code === suspiciousCode) out.suspicious++;
      }
    }
  }
  return out;
};

describe('what floating point says of a trial', () => {
  it.each([
    ['A: m×n; B: n×m |- tr(A B) = tr(B A)', { m: 3, n: 4 }],
    ['A, B: n×n invertible |- inv(A B) = inv(B) inv(A)', { n: 3 }],
    [
      "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
      { n: 3 },
    ],
    ["J: k×n; H: k×k pd |- rank(J' H J) = rank(J)", { k: 4, n: 3 }],
    ['x, y: n |- |x + y| <= |x| + |y|', { n: 3 }],
    ["A: n×n psd; x: n |- x' A x >= 0", { n: 3 }],
    ["x: n; x' x >= 1 |- |x| >= 1", { n: 2 }],
    [
      "A, B: n×n symmetric; n >= 2; u, v: n; u' u = 1; v' v = 1; A v = lambda[1](A) v; B u = lambda[1](B) u |- (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2) <= 4 norm(B - A)^2",
      { n: 4 },
    ],
    ['x: n; y: n; y = 2 x |- y - x = x', { n: 2 }],
    ["A: n×n antisymmetric; x: n |- (A x)' x = 0", { n: 4 }],
    ['A, B: n×n diagonal |- A B = B A', { n: 3 }],
  ] as [string, Record<string, number>][])(
    'finds nothing suspicious in what is true: %s',
    (text, dims) => {
      const { passes, suspicious, all } = tally(text, dims);
      expect(suspicious).toBe(0);
      expect(passes).toBeGreaterThan(all / 4);
    },
  );

  it.each([
    ['A, B: n×n |- A B = B A', { n: 2 }],
    ["W: n×n; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q", { n: 1 }],
    ["J: k×n; H: k×k symmetric |- rank(J' H J) = rank(J)", { k: 1, n: 2 }],
    ['x, y: n |- |x + y| < |x| + |y|', { n: 2 }],
    [
      "A, B: n×n symmetric; n >= 2; u, v: n; u' u = 1; v' v = 1; A v = lambda[1](A) v; B u = lambda[1](B) u |- 4 (lambda[1](A) - lambda[2](A))^2 (1 - (u' v)^2) <= norm(B - A)^2",
      { n: 2 },
    ],
    ['x: n; y: n; y = 2 x |- y = x', { n: 2 }],
    ['W: n×n; h: n; p: R^n -> R |- grad[h](p(W h)) = W grad(p)(W h)', { n: 3 }],
    ['A: n×n |- A <<= A + A', { n: 1 }],
  ] as [string, Record<string, number>][])(
    'finds something suspicious in what is false: %s',
    (text, dims) => {
      expect(
        tally(text, dims, text.includes('R^n') ? { p: net([3, 2, 1], ['tanh']) } : {}).suspicious,
      ).toBeGreaterThan(0);
    },
  );

  it('misses no violation that exact arithmetic sees', () => {
    for (const text of [
      'A, B: n×n; c: scalar; c A = B |- A B = B',
      'A, B: n×n |- A B = B A or tr(A) = 0',
      "A: n×n; x: n; x' A x > 0 |- tr(A) > 0",
      "A: n×n; x: n; not (A x = x) |- x' x <= 4 => A x != 2 x",
    ]) {
      const claim = parseClaim(text);
      const trials = new LaneTrials(claim, new Map([['n', 2]]), new Map(), 64);
      let seen = 0;
      for (let seed = 1; seed <= 6; seed++) {
        trials.draw(new Words(seed, 1), 'tiny');
        trials.run();
        const codes = trials.judge();
        for (let lane = 0; lane < trials.lanes; lane++) {
          const point = trials.point(lane);
          if (point === null) throw new Error('a point is wanted');
          const exact = prepare(claim).map(({ goal }) => outcomeOf(goal, point));
          // a tie in a strict hypothesis is suspicious too: exact arithmetic has the last word
          if (!exact.some((o) => o.kind === 'met' && o.violated)) continue;
          expect(codes[lane]).toBe(suspiciousCode);
          seen++;
        }
      }
      expect(seen, text).toBeGreaterThan(0);
    }
  });

  it('calls a point without a value undefined, and one that the hypotheses exclude unmet', () => {
    const inverse = ready('A: n×n |- A inv(A) = I', { n: 1 }, {}, 'tiny', 3);
    const zero = [...Array(inverse.lanes).keys()].filter(
      (lane) => inverse.memory()[inverse.place(inverse.lowered.raw[0]!.node) + lane] === 0,
    );
    expect(zero.length).toBeGreaterThan(0);
    const codes = inverse.judge();
    expect([...codes].map((c) => c === undefinedCode)).toEqual(
      [...codes].map((_, lane) => zero.includes(lane)),
    );
    expect(
      [...ready('s: scalar; s > 100 |- s = 0', {}).judge()].every((c) => c === unmetCode),
    ).toBe(true);
  });

  it('leaves to the exact search what it does not know', () => {
    for (const text of [
      'W: m×n ~ normal(0, 1/n); x: n |- E[|W x|^2] = |x|^2',
      'q[i]: m for i in 1..N |- sum[i](q[i]) = 0',
      'A: n×n orthogonal |- A = I',
      'A, B: n×n |- A ~~ B',
      'A: n×n; forall v: n. A v = 0 |- A = 0',
      'A: n×n |- adj(A) = A',
    ])
      expect(
        () =>
          new LaneTrials(
            parseClaim(text),
            new Map([
              ['n', 2],
              ['m', 2],
              ['N', 2],
            ]),
            new Map(),
          ),
        text,
      ).toThrow(Unlaned);
  });

  it('works on the same memory at every run', () => {
    const trials = ready('A, B: n×n |- A B = B A', { n: 4 });
    const memory = trials.memory();
    const words = new Words(4, 4);
    for (let i = 0; i < 50; i++) {
      trials.draw(words, 'normal');
      trials.run();
      trials.judge();
    }
    expect(trials.memory()).toBe(memory);
    expect(trials.judge()).toBe(trials.judge());
  });
});
