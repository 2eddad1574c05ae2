/** Equations with unknowns in place of numbers say what they say at every value of the unknowns. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import { randomPoint } from '../../src/refuter/phases/random.ts';
import {
  constantOf,
  NotAffine,
  slopesOf,
  unknown,
  type Affine,
} from '../../src/refuter/construct/affine.ts';
import { parametersOf } from '../../src/refuter/construct/parameters.ts';
import { prepare } from '../../src/refuter/prepared.ts';
import { trialDice } from '../../src/networks/dice.ts';
import { same } from '../../src/networks/fraction.ts';
import { Unsupported } from '../../src/numbers/field.ts';
import type { Q } from '../../src/numbers/rational.ts';
import { rationals } from '../../src/numbers/rationals.ts';

const affine: readonly (readonly [string, string, string])[] = [
  ['a matrix', 'B', 'A, B: n×n; tr(A B) + 2 det(A) = 1 |- A = B'],
  ['a symmetric matrix', 'Q', "W: m×n; Q: m×m symmetric; W' Q W = I |- Q = I"],
  ['an antisymmetric matrix', 'S', 'S: n×n antisymmetric; x: n; S x = x |- x = 0'],
  [
    'a loss at an interpolating point',
    'l',
    'F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0 |- l(F(theta)) = 0',
  ],
  [
    'a function in its own gradient',
    'l',
    'l: R^k -> R; z: k; hess[z](l(z)) z = 3 grad(l)(z) |- z = 0',
  ],
  ['a proportionality', 'A', 'A, B: n×n; A ~~ B |- A = B'],
  ['members of a family', 'q', "q[i]: m for i in 1..N; x: m; sum[i](x' q[i]) = 2 |- x = 0"],
  ['an identity for all vectors', 'Q', "Q: n×n symmetric; forall v: n. v' Q v = v' v |- Q = 0"],
];

const parts = (text: string, name: string, seed: number) => {
  const [prepared] = prepare(parseClaim(text));
  const at = prepared === undefined ? null : randomPoint(prepared, trialDice(seed, 1));
  const equation = prepared?.equations.find((e) => e !== null);
  const d = prepared?.goal.declarations.find((x) => x.name === name);
  if (
    at === null ||
    typeof at === 'string' ||
    equation === undefined ||
    equation === null ||
    d === undefined
  )
    throw new Error(`${text} has no such part`);
  const parameters = parametersOf(at.values.get(name) as Value<Q>, d);
  if (parameters === null) throw new Error(`${name} is not a linear function of numbers`);
  const n = parameters.values.length;
  const put = <T extends Affine>(values: readonly T[]): Assignment<T | Q> => ({
    dims: at.dims,
    values: new Map<string, Value<T | Q>>(at.values).set(name, parameters.build(values)),
  });
  return { equation, n, put, unknowns: put(Array.from({ length: n }, (_, i) => unknown(i, n))) };
};

/** Null where a network at the point has irrational values. */
const rationally = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
};

describe('affine forms', () => {
  it.each(affine)('of %s', (_, name, text) => {
    let checked = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { equation, n, put, unknowns } = parts(text, name, seed);
      const forms = rationally(() => equation.forms(unknowns, 3));
      if (forms === null) continue;
      checked++;
      const values = Array.from({ length: n }, (_unused, i): Q => ((i * 7 + seed) % 5) - 2);
      const residual = equation.residual(put(values), 3);
      expect(forms.length).toBe(residual.length);
      forms.forEach((f, k) => {
        const value = slopesOf(f, n).reduce<Q>(
          (sum, s, i) => rationals.add(sum, rationals.mul(s, values[i] ?? 0)),
          constantOf(f),
        );
        expect(same(value, residual[k] ?? 0), `seed ${seed}, number ${k}`).toBe(true);
      });
    }
    expect(checked).toBeGreaterThan(5);
  });

  it.each([
    ['a product of unknowns', 'A', 'A: n×n; A A = I |- A = I'],
    ['an inverse', 'A', 'A: n×n invertible; inv(A) = 2 I |- A = I'],
    ['the argument of a function', 'z', "l: R^k -> R; z: k; l(z)^2 + z' z = 7 |- z = 0"],
    ['a sign', 'x', 'x: scalar; relu(x) = 2 |- x = 1'],
  ] as const)('are refused for %s', (_, name, text) => {
    const { equation, unknowns } = parts(text, name, 4);
    expect(() => equation.forms(unknowns, 1)).toThrow(NotAffine);
  });
});
