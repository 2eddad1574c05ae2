/**
 * Taylor's theorem along the segment between two points, of first and of second order, stated a
 * second time.
 */
import { mentions } from './mentions.ts';
import { both, compare, equal, is, meant, quantify, type Formula } from './formula.ts';
import type { Table } from './fact-table.ts';
import { demand, q, refuse } from './rational.ts';
import { add, ein, jet, less, scale, variable, zeros, type Fn, type Term } from './term.ts';

/** The derivative of an order at u, at d in every slot. */
const directed = (f: Fn, order: number, u: Term, d: Term): Term => {
  const whole = jet(f, [order], [u]);
  if (u.shape.length === 0) return order === 1 ? ein(',->', whole, d) : ein(',,->', whole, d, d);
  return order === 1 ? ein('i,i->', whole, d) : ein('ij,i,j->', whole, d, d);
};

/**
 * f and x, where the term is f(x) and f has a name alone and a number as its value; f is smooth, or
 * it may have kinks.
 */
function valueAt(value: Term | undefined, smooth = true): { f: Fn; x: Term } {
  const [m] = value?.sum ?? [];
  const head = m?.factors[0]?.head;
  if (!value || !m || head?.kind !== 'jet')
    return refuse('the value of a function at a point is wanted');
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
      !f.name.includes('#') &&
      !(smooth && f.kinks === true),
    'a smooth function with a number as its value is wanted',
  );
  return { f, x: head.args[0] as Term };
}

/** A name for a point of the shape of x that the terms do not use. */
function anotherPoint(x: Term, ...terms: readonly Term[]) {
  let name = 'u#';
  for (let k = 1; terms.some((t) => mentions(t, name)); k++) name = `u#${k}`;
  const place = { kind: 'tensor', name, shape: x.shape } as const;
  return { place, u: variable(name, x.shape) };
}

function meanValue(value?: Term, y?: Term): Formula {
  const { f, x } = valueAt(value);
  if (!y) return refuse('a second point is wanted');
  demand(x.shape.join() === y.shape.join(), 'two points of one shape are wanted');
  const { place, u } = anotherPoint(x, x, y);
  const end = add(jet(f, [0], [x]), directed(f, 1, u, less(y, x)));
  return quantify('exists', place, equal(jet(f, [0], [y]), end));
}

/** Monotone where its slope has a sign strictly between the two numbers. */
function monotone(value?: Term, y?: Term): Formula {
  const { f, x } = valueAt(value);
  if (!y) return refuse('a second point is wanted');
  demand(x.shape.length === 0 && y.shape.length === 0, 'two numbers are wanted');
  const { place, u } = anotherPoint(x, x, y);
  const inside = both('and', compare(x, u, true), compare(u, y, true));
  const [start, end] = [jet(f, [0], [x]), jet(f, [0], [y])];
  const [weakly, strictly] = [false, true].map((strict) => {
    const slope = compare(zeros([]), jet(f, [1], [u]), strict);
    return both(
      'implies',
      quantify('forall', place, both('implies', inside, slope)),
      both('implies', compare(x, y, strict), compare(start, end, strict)),
    );
  }) as [Formula, Formula];
  return both('and', weakly, strictly);
}

/** What follows where f is least at x, and where it is greatest. */
function atExtremum(value: Term | undefined, then: (f: Fn, x: Term, sign: 1n | -1n) => Formula) {
  const { f, x } = valueAt(value);
  const { place, u } = anotherPoint(x, x);
  const [here, there] = [jet(f, [0], [x]), jet(f, [0], [u])];
  const [low, high] = [compare(here, there, false), compare(there, here, false)];
  return both(
    'and',
    both('implies', quantify('forall', place, low), then(f, x, 1n)),
    both('implies', quantify('forall', place, high), then(f, x, -1n)),
  );
}
const flat = (f: Fn, x: Term): Formula => equal(jet(f, [1], [x]), zeros(x.shape));
const curved = (f: Fn, x: Term, sign: 1n | -1n): Formula => {
  const curve = scale(q(sign), jet(f, [2], [x]));
  return x.shape.length === 0 ? compare(zeros([]), curve, false) : is('psd', curve);
};

function taylor(order: 1 | 2, value?: Term, y?: Term, c?: Term): Formula {
  if (!y || c?.shape.length !== 0) return refuse('a point and a number are wanted');
  const { f, x } = valueAt(value, order === 2);
  demand(x.shape.join() === y.shape.join(), 'two points of one shape are wanted');
  const d = less(y, x);
  const line =
    order === 1
      ? add(jet(f, [0], [x]), c)
      : add(jet(f, [0], [x]), directed(f, 1, x, d), scale(q(1n, 2n), c));
  const { place: bound, u } = anotherPoint(x, x, y, c);
  const [bend, end] = [directed(f, order, u, d), jet(f, [0], [y])];
  return both(
    'and',
    both('implies', quantify('forall', bound, compare(c, bend, false)), compare(line, end, false)),
    both('implies', quantify('forall', bound, compare(bend, c, false)), compare(end, line, false)),
  );
}

export const segmentFacts: Table = {
  'mean value along a segment': [3, (fx, y, c) => taylor(1, fx, y, c)],
  'a function that rises between two numbers': [2, monotone],
  'mean value theorem': [2, meanValue],
  'the slope at an extremum': [1, (fx) => atExtremum(fx, flat)],
  'the second derivatives at an extremum': [1, (fx) => atExtremum(fx, curved)],
  'Taylor along a segment': [3, (fx, y, c) => taylor(2, fx, y, c)],
};
