/** Tests the facts about adjugates and powers of determinants against numbers, at each size. */
import { describe, expect, test } from 'vitest';
import { equal, write, type Formula } from '../../src/kernel/formula.ts';
import { contract, number, operation, variable, zeros } from '../../src/kernel/graph.ts';
import { one } from '../../src/kernel/ratio.ts';
import type { Term } from '../../src/kernel/term.ts';
import { fact } from '../../src/kernel/theorem.ts';
import { refused } from '../must-fail/tools.ts';
import { entryOf, hashed, indices, type World } from './evaluate.ts';

const names = ['determinant of an adjugate', 'adjugate of an adjugate'] as const;
const [S, u, v] = [variable('S', ['n', 'n']), variable('u', ['n']), variable('v', ['n'])];
/** General, singular of rank 1, and 0. */
const matrices: readonly Term[] = [S, contract([u, v], ['i', 'j'], 'ij'), zeros(['n', 'n'])];
const last = variable('f[n-1]', []);

const conclusion = (f: Formula): Formula => (f.kind === 'implies' ? conclusion(f.right) : f);

function equalAt(f: Formula, at: World): boolean {
  if (f.kind !== 'equal') return false;
  return [...indices(f.left.shape.map(at.size))].every((i) => {
    const [a, b] = [entryOf(f.left, i, at), entryOf(f.right, i, at)];
    return Math.abs(a - b) <= 1e-8 * (1 + Math.abs(a) + Math.abs(b));
  });
}

/** A world where f[n-1] is the power of the determinant that the hypotheses describe. */
function world(a: Term, n: number, seed: number, power: number): World {
  const entry = hashed(seed);
  const plain: World = { size: () => n, entry };
  const value = entryOf(operation('det', a), [], plain) ** power;
  return { ...plain, entry: (name, i) => (name === 'f[n-1]' ? value : entry(name, i)) };
}

describe.each(names)('%s', (name) => {
  test.each([1, 2, 3, 4])('at size %i, singular matrices too', (n) => {
    for (const a of matrices)
      for (const seed of [1, 2, 3]) {
        const f = conclusion(fact(name, a, last).conclusion);
        expect(equalAt(f, world(a, n, seed, n - 1))).toBe(true);
      }
  });
  test('with another power it is false', () => {
    const f = conclusion(fact(name, S, last).conclusion);
    expect(equalAt(f, world(S, 3, 1, 3))).toBe(false);
    expect(equalAt(f, world(S, 3, 1, 1))).toBe(false);
  });
  test('the power is described: it starts at 1, and each is the one before times det(A)', () => {
    const f = fact(name, S, last).conclusion;
    const second = f.kind === 'implies' ? f.right : f;
    expect(f).toMatchObject({ kind: 'implies', left: { kind: 'equal' } });
    const start = f.kind === 'implies' ? f.left : f;
    expect(write(start)).toBe(write(equal(variable('f[0]', []), number(one))));
    expect(second).toMatchObject({
      kind: 'implies',
      left: { kind: 'each', from: '1', to: 'n-1' },
    });
  });
  test('another power, another size and a matrix that mentions the index are refused', () => {
    for (const other of ['f[n]', 'f[n-2]', 'f[m-1]', 'f', 'f[0]'])
      refused(() => fact(name, S, variable(other, [])), /power n − 1/);
    refused(() => fact(name, S, contract([last, last], ['', ''], '')), /power n − 1/);
    refused(() => fact(name, variable('S[#k]', ['n', 'n']), last), /does not mention/);
    refused(() => fact(name, variable('A', ['m', 'n']), last));
  });
});
