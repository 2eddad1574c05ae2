/** Taylor's theorem along the segment between two points, of first and of second order, stated a second time. */
import { mentions } from './calculus.ts';
import { both, compare, quantify, type Formula } from './formula.ts';
import type { Table } from './facts.ts';
import { demand, q, refuse } from './rational.ts';
import { add, ein, jet, less, scale, variable, type Fn, type Term } from './term.ts';

const meant = new Set([
  'tanh',
  'sigmoid',
  'softplus',
  'silu',
  'exp',
  'relu',
  'leakyrelu',
  'abs',
  'softmax',
  'sqrt',
  'log',
  'gelu',
  'erf',
]);

/** The derivative of an order at u, at d in every slot. */
const directed = (f: Fn, order: number, u: Term, d: Term): Term => {
  const whole = jet(f, [order], [u]);
  if (u.shape.length === 0) return order === 1 ? ein(',->', whole, d) : ein(',,->', whole, d, d);
  return order === 1 ? ein('i,i->', whole, d) : ein('ij,i,j->', whole, d, d);
};

function taylor(order: 1 | 2, value?: Term, y?: Term, c?: Term): Formula {
  const [m] = value?.sum ?? [];
  const head = m?.factors[0]?.head;
  if (!value || !y || c?.shape.length !== 0 || !m || head?.kind !== 'jet')
    return refuse('the value of a function at a point, a point and a number are wanted');
  const f = head.fn;
  demand(
    value.sum.length === 1 &&
      m.factors.length === 1 &&
      m.powers.size === 0 &&
      m.c.n === 1n &&
      m.c.d === 1n &&
      head.args.length === 1 &&
      head.orders[0] === 0 &&
      head.params.length === 0 &&
      f.family.length === 0 &&
      f.output === null &&
      !meant.has(f.name) &&
      !f.name.includes('#'),
    'a smooth function with a number as its value is wanted',
  );
  const x = head.args[0] as Term;
  demand(x.shape.join() === y.shape.join(), 'two points of one shape are wanted');
  const d = less(y, x);
  const line =
    order === 1
      ? add(jet(f, [0], [x]), c)
      : add(jet(f, [0], [x]), directed(f, 1, x, d), scale(q(1n, 2n), c));
  let name = 'u#';
  for (let k = 1; [x, y, c].some((t) => mentions(t, name)); k++) name = `u#${k}`;
  const u = variable(name, x.shape);
  const bound = { kind: 'tensor', name, shape: x.shape } as const;
  const [bend, end] = [directed(f, order, u, d), jet(f, [0], [y])];
  return both(
    'and',
    both('implies', quantify('forall', bound, compare(c, bend, false)), compare(line, end, false)),
    both('implies', quantify('forall', bound, compare(bend, c, false)), compare(end, line, false)),
  );
}

export const segmentFacts: Table = {
  'mean value along a segment': [3, (fx, y, c) => taylor(1, fx, y, c)],
  'Taylor along a segment': [3, (fx, y, c) => taylor(2, fx, y, c)],
};
