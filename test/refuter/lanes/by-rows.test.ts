/** Tests of screening Jacobians over data points. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../src/language/index.ts';
import { Words } from '../../../src/refuter/lanes/draws.ts';
import { LaneTrials, passesCode } from '../../../src/refuter/lanes/trials.ts';
import { outputsOfWeights, parameters, type Architecture } from '../../bench/peers/networks.ts';

const trials = (a: Architecture): LaneTrials => {
  // J is made as a matrix, and its like on the right taken along one direction by tangents
  const claim = parseClaim(
    'F: R^N -> R^k; theta: N; J: k×N; J = jac(F)(theta) |- J = jac(F)(theta)',
  );
  const dims = new Map([
    ['N', parameters(a)],
    ['k', a.data * (a.widths.at(-1) as number)],
  ]);
  return new LaneTrials(
    claim,
    dims,
    new Map([['F', { kind: 'function', map: outputsOfWeights(a) }]]),
  );
};

describe('Jacobians of functions of data points one by one', () => {
  it.each([
    { widths: [3, 4], units: ['identity'], data: 5 },
    { widths: [2, 3, 4], units: ['tanh', 'identity'], data: 3 },
    { widths: [2, 3, 4], units: ['tanh', 'identity'], data: 1 },
    { widths: [4, 3, 1], units: ['relu', 'identity'], data: 6 },
    { widths: [3, 2, 5, 2, 3], units: ['tanh', 'square', 'silu', 'identity'], data: 4 },
    { widths: [1, 1, 6], units: ['identity', 'identity'], data: 9 },
  ] as Architecture[])('are those by tangents: %j', (a) => {
    const t = trials(a);
    t.draw(new Words(3, 1), 'normal');
    t.run();
    expect([...t.judge()].every((code) => code === passesCode)).toBe(true);
  });

  it('take one pass for each column of the outputs', () => {
    const a: Architecture = { widths: [2, 3, 4], units: ['tanh', 'identity'], data: 7 };
    const passes = trials(a)
      .lowered.graph.nodes.filter((node) => node.kind === 'matmul')
      .map((node) => node.count);
    expect(Math.max(...passes)).toBe(4);
  });
});
