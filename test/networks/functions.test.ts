/** Tests of samplers of functions, data and whole points. */
import { describe, expect, it } from 'vitest';
import { applyMap } from '../../src/evaluate/functions.ts';
import { parseClaim } from '../../src/language/index.ts';
import { activationSampler } from '../../src/networks/activations.ts';
import { assignmentSampler } from '../../src/networks/assignments.ts';
import { dice } from '../../src/networks/dice.ts';
import { drawFamily } from '../../src/networks/families.ts';
import { mapSampler, outputsOf } from '../../src/networks/maps.ts';
import { dropPosition } from '../../src/networks/drop-size.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { everyLaw } from './laws.ts';

describe('functions', () => {
  it('keep their inputs and outputs', () => {
    for (const [n, m] of [
      [1, 1],
      [2, 1],
      [2, 3],
      [4, 2],
    ] as const)
      everyLaw(mapSampler(n, m), (f) => f.inputs === n && outputsOf(f) === m);
  });
  it('asked to be exact, have rational values', () => {
    const maps = mapSampler(2, 2, true);
    for (let seed = 0; seed < 100; seed++)
      expect(applyMap(rationals, maps.draw(dice(seed)), [1, 2])).toHaveLength(2);
  });
  it('activations obey the laws', () => everyLaw(activationSampler()));
});

describe('data', () => {
  it('has repeated points and zero points now and then', () => {
    const texts = Array.from({ length: 200 }, (_, seed) =>
      JSON.stringify(drawFamily(dice(seed), 2, 4, 'small')),
    );
    const points = texts.map((t): readonly string[] => t.match(/"data":\[[^\]]*\]/g) ?? []);
    expect(points.filter((p) => new Set(p).size < 4).length).toBeGreaterThan(40);
    expect(points.filter((p) => p.includes('"data":[0,0]')).length).toBeGreaterThan(20);
  });
});

describe('points for a claim', () => {
  it('obey the laws, hypotheses on dimensions included', () => {
    const claim = parseClaim(
      "J: k×n onto; H: k×k pd; q[i]: n for i in 1..N; f: R^n -> R^k; phi: activation; n >= 2; N > k |- rank(J' H J) = rank(J)",
    );
    everyLaw(
      assignmentSampler(claim),
      (p) =>
        (p.dims.get('n') ?? 0) >= 2 &&
        (p.dims.get('N') ?? 0) > (p.dims.get('k') ?? 0) &&
        (p.dims.get('k') ?? 0) <= (p.dims.get('n') ?? 0),
    );
  });
  it('lose a dimension in every value that has it', () => {
    const claim = parseClaim('A: m×n; x: n; q[i]: n for i in 1..n; f: R^n -> R^m |- A x = f(x)');
    for (let seed = 0; seed < 50; seed++) {
      const point = assignmentSampler(claim).draw(dice(seed));
      const n = point.dims.get('n') ?? 1;
      const m = point.dims.get('m') ?? 1;
      if (n === 1) continue;
      const smaller = dropPosition(point, claim.declarations, 'n', n - 1);
      const [a, x, q, f] = ['A', 'x', 'q', 'f'].map((name) => smaller.values.get(name));
      expect(a?.kind === 'tensor' && a.tensor.shape).toEqual([m, n - 1]);
      expect(a?.kind === 'tensor' && a.tensor.data.length).toBe(m * (n - 1));
      expect(x?.kind === 'tensor' && x.tensor.shape).toEqual([n - 1]);
      expect(q?.kind === 'family' && q.members.length).toBe(n - 1);
      expect(f?.kind === 'function' && [f.map.inputs, outputsOf(f.map)]).toEqual([n - 1, m]);
    }
  });
});
