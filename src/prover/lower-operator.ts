/** The meaning of each operator as a term of the kernel: contractions, inverses and named scalars. */
import type { Shape } from '../language/ast.ts';
import type { Dim, Term } from '../kernel/term.ts';
import { add, contract, inverse, jet, number, scale, scalarOf } from '../kernel/graph.ts';
import { negative, one } from '../kernel/ratio.ts';
import { NotLowerable } from './scope.ts';

type Lower = (args: readonly Term[], shapes: readonly Shape[], params: readonly number[]) => Term;

const letters = (shape: Shape): [string, string] => {
  const [rows = '1', columns = '1'] = shape;
  return [rows === '1' ? '' : 'i', columns === '1' ? '' : 'j'];
};
const at = (args: readonly Term[], i: number): Term => {
  const found = args[i];
  if (!found) throw new NotLowerable('an operator without its argument');
  return found;
};
const all = (t: Term): string => t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');

export const product: Lower = (args, [a = [], b = []]) => {
  const [x, y] = [at(args, 0), at(args, 1)];
  if (x.shape.length === 0) return contract([x, y], ['', all(y)], all(y));
  if (y.shape.length === 0) return contract([x, y], [all(x), ''], all(x));
  const [i, j] = letters(a);
  const [p, q] = letters(b);
  const k = q === '' ? '' : 'k';
  return contract([x, y], [i + j, (p === '' ? '' : 'j') + k], i + k);
};

const transposed: Lower = (args) => {
  const x = at(args, 0);
  return x.shape.length === 2 ? contract([x], ['ij'], 'ji') : x;
};

const scalarFunction = (name: string): Lower => (args) => jet({ name, family: [], inputs: [null], output: null }, [0], [at(args, 0)]);

export const lengthSquared = (v: Term): Term => contract([v, v], [all(v), all(v)], '');

const wholePower = (base: Term, k: number): Term => {
  if (base.shape.length === 0) return k === 0 ? number(one) : contract(Array<Term>(k).fill(base), Array<string>(k).fill(''), '');
  const [n] = base.shape as [Dim];
  if (k === 0) return contract([], [], 'ii', { i: n });
  return Array<Term>(k - 1).fill(base).reduce((p, x) => contract([p, x], ['ij', 'jk'], 'ik'), base);
};

export const lowerOperator: Readonly<Record<string, Lower>> = {
  add: (args) => add(at(args, 0), at(args, 1)),
  sub: (args) => add(at(args, 0), scale(negative(one), at(args, 1))),
  neg: (args) => scale(negative(one), at(args, 0)),
  mul: product,
  dot: (args) => contract([at(args, 0), at(args, 1)], [all(at(args, 0)), all(at(args, 1))], ''),
  hadamard: (args) => contract([at(args, 0), at(args, 1)], [all(at(args, 0)), all(at(args, 1))], all(at(args, 0))),
  div: (args) => contract([at(args, 0), inverse(at(args, 1))], [all(at(args, 0)), ''], all(at(args, 0))),
  pow: (args, _, [num = 1, den = 1]) => {
    if (den !== 1) throw new NotLowerable('a fractional power');
    const raised = wholePower(at(args, 0), Math.abs(num));
    return num < 0 ? inverse(raised) : raised;
  },
  transpose: transposed,
  diag: (args) => (at(args, 0).shape.length === 2 ? contract([at(args, 0)], ['ii'], 'i') : contract([at(args, 0)], ['i'], 'ii')),
  inv: (args) => inverse(at(args, 0)),
  tr: (args) => (at(args, 0).shape.length === 2 ? contract([at(args, 0)], ['ii'], '') : at(args, 0)),
  rank: (args) => {
    if (at(args, 0).shape.length !== 2) throw new NotLowerable('the rank of a vector');
    return scalarOf('rank', at(args, 0));
  },
  det: (args) => scalarOf('det', at(args, 0)),
  exp: scalarFunction('exp'),
  log: scalarFunction('log'),
  sqrt: scalarFunction('sqrt'),
  abs: scalarFunction('abs'),
};
