/**
 * Where functions of one real number lie, what they are at 0, and that the convex ones lie above
 * their tangents: stated a second time.
 */
import { both, compare, equal, type Formula } from './formula.ts';
import type { Table } from './fact-table.ts';
import { q, refuse } from './rational.ts';
import { add, constant, einsum, jet, less, scale, zeros, type Term } from './term.ts';

const f = (name: string, s: Term, order = 0): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [s]);
const plain = (s?: Term): Term => (s?.shape.length === 0 ? s : refuse('a number is wanted'));
const ofNumber = (statement: (s: Term) => Formula): Table[string] => [
  1,
  (s) => statement(plain(s)),
];
const most = (a: Term, b: Term): Formula => compare(a, b, false);
const times = (a: Term, b: Term): Term =>
  einsum('', [
    [a, ''],
    [b, ''],
  ]);
const logOfTwo = f('log', constant(2n));
const origin = zeros([]);

const betweenOnes = (name: string, strictly: boolean): Table[string] =>
  ofNumber((s) =>
    both(
      'and',
      compare(constant(-1n), f(name, s), strictly),
      compare(f(name, s), constant(1n), strictly),
    ),
  );
const notAboveRelu = (name: string, hundredths: bigint): Table[string] =>
  ofNumber((s) =>
    both(
      'and',
      most(scale(q(hundredths, 100n), constant(1n)), f(name, s)),
      most(f(name, s), f('relu', s)),
    ),
  );
const convex = (name: string): Table[string] => [
  2,
  (s, t) => {
    const [here, there] = [plain(s), plain(t)];
    const line = add(f(name, here), times(f(name, here, 1), less(there, here)));
    return most(line, f(name, there));
  },
];

export const rangeFacts: Table = {
  'sin lies between': betweenOnes('sin', false),
  'cos lies between': betweenOnes('cos', false),
  'erf lies between': betweenOnes('erf', true),
  'silu lies between': notAboveRelu('silu', -28n),
  'gelu lies between': notAboveRelu('gelu', -17n),
  'softplus next to relu': ofNumber((s) =>
    both(
      'and',
      most(f('relu', s), f('softplus', s)),
      most(f('softplus', s), add(f('relu', s), logOfTwo)),
    ),
  ),
  'sin at zero': ofNumber(() => equal(f('sin', origin), origin)),
  'cos at zero': ofNumber(() => equal(f('cos', origin), constant(1n))),
  'softplus at zero': ofNumber(() => equal(f('softplus', origin), logOfTwo)),
  'sin of the negative': ofNumber((s) =>
    equal(f('sin', scale(q(-1n), s)), scale(q(-1n), f('sin', s))),
  ),
  'cos of the negative': ofNumber((s) => equal(f('cos', scale(q(-1n), s)), f('cos', s))),
  'softplus lies above its tangents': convex('softplus'),
  'relu lies above its tangents': convex('relu'),
  'abs lies above its tangents': convex('abs'),
};
