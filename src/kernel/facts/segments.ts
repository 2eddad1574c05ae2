/**
 * Smooth functions along the segment from x to y: Taylor's theorem for t ↦ f(x + t (y − x)), of
 * first and of second order. About f(x), with f a function that only has a name, y and a number c;
 * an activation may have kinks. Source: Rudin, Principles of Mathematical Analysis, theorem 5.15.
 */
import { and, equal, implies, is, less, type Formula } from '../formula.ts';
import { add, bareHead, contract, jet, scale, zeros } from '../graph.ts';
import { hasMeaning } from '../laws.ts';
import { ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { FunctionSymbol, Term } from '../term.ts';
import { scalar, facts, type Facts } from './fact.ts';
import { atMost, every, minus, some } from './spectral-terms.ts';

const source = 'Rudin, Principles of Mathematical Analysis, theorem 5.15';

interface Segment {
  readonly fn: FunctionSymbol;
  readonly x: Term;
  readonly y: Term;
}
/**
 * f and x where the term is f(x): f of one argument, a number or a vector, and with a number as its
 * value; smooth, or with kinks.
 */
function segment(value: Term | undefined, end?: Term, smooth = true): Segment {
  const head = value ? bareHead(value) : null;
  const [x] = head?.kind === 'jet' ? head.args : [];
  const y = end ?? x;
  if (head?.kind !== 'jet' || !x || !y || head.args.length !== 1 || head.orders[0] !== 0)
    return fail('the value of a function at a point is wanted');
  const { fn, params } = head;
  // the mean of a function, E#…, may have kinks
  if (
    hasMeaning(fn.name) ||
    fn.name.includes('#') ||
    (smooth && fn.kinks) ||
    fn.family.length > 0 ||
    fn.output !== null ||
    params.length > 0
  )
    return fail('a smooth function with a number as its value is wanted');
  if (x.shape.join() !== y.shape.join()) return fail('two points of one shape are wanted');
  return { fn, x, y };
}
/** The k-th derivative at u, k times along d. */
const along = (fn: FunctionSymbol, k: number, u: Term, d: Term): Term => {
  const slots = u.shape.length === 0 ? '' : 'ij'.slice(0, k);
  const steps = Array.from({ length: k }, (_, i) => (slots === '' ? '' : (slots[i] as string)));
  return contract([jet(fn, [k], [u]), ...steps.map(() => d)], [slots, ...steps], '');
};
const both = (k: 1 | 2, value?: Term, end?: Term, c?: Term): Formula => {
  const { fn, x, y } = segment(value, end ?? fail('a second point is wanted'), k === 2);
  const d = minus(y, x);
  const start = k === 1 ? jet(fn, [0], [x]) : add(jet(fn, [0], [x]), along(fn, 1, x, d));
  const rest = scale(k === 1 ? ratio(1n) : ratio(1n, 2n), scalar(c));
  const line = add(start, rest);
  const last = jet(fn, [0], [y]);
  const everywhere = (body: (u: Term) => Formula): Formula =>
    every('u#', x.shape, [x, y, scalar(c)], body);
  return and(
    implies(
      everywhere((u) => atMost(scalar(c), along(fn, k, u, d))),
      atMost(line, last),
    ),
    implies(
      everywhere((u) => atMost(along(fn, k, u, d), scalar(c))),
      atMost(last, line),
    ),
  );
};

/** From 0 ≤ f'(u), or 0 < f'(u), wherever x < u < y: f(x) and f(y) in the order of x and y. */
function rising({ fn, x, y }: Segment, strict: boolean): Formula {
  if (x.shape.length > 0) return fail('two numbers are wanted');
  const inOrder = (s: Term, t: Term): Formula => less(s, t, strict);
  const slopes = every('u#', [], [x, y], (u) =>
    implies(and(less(x, u, true), less(u, y, true)), inOrder(zeros([]), jet(fn, [1], [u]))),
  );
  return implies(slopes, implies(inOrder(x, y), inOrder(jet(fn, [0], [x]), jet(fn, [0], [y]))));
}

/** f(x) ≤ f(u) for every u, or the other way round. */
const extreme = ({ fn, x }: Segment, least: boolean): Formula => {
  const value = jet(fn, [0], [x]);
  return every('u#', x.shape, [x], (u) =>
    least ? atMost(value, jet(fn, [0], [u])) : atMost(jet(fn, [0], [u]), value),
  );
};
/** The second derivatives of f at x, or those of −f, are not negative. */
const bent = ({ fn, x }: Segment, up: boolean): Formula => {
  const curve = scale(ratio(up ? 1n : -1n), jet(fn, [2], [x]));
  return x.shape.length === 0 ? atMost(zeros([]), curve) : is('psd', curve);
};

export const segments: Facts = facts([
  //  c ≤ ∇f(u)·d for all u gives f(x) + c ≤ f(y), d = y − x; and the same with ≥: f may have kinks,
  //  and is continuous
  ['mean value along a segment', { source, statement: (fx, y, c) => both(1, fx, y, c) }],
  //  0 ≤ f'(u) for x < u < y gives f(x) ≤ f(y) where x ≤ y; and the same with <
  [
    'a function that rises between two numbers',
    {
      source: 'Rudin, Principles of Mathematical Analysis, theorem 5.11',
      statement: (value, end) => {
        const at = segment(value, end ?? fail('a second point is wanted'));
        return and(rising(at, false), rising(at, true));
      },
    },
  ],
  //  f(y) = f(x) + ∇f(u)·(y − x) for some u
  [
    'mean value theorem',
    {
      source: 'Rudin, Principles of Mathematical Analysis, theorem 5.10',
      statement: (value, end) => {
        const { fn, x, y } = segment(value, end ?? fail('a second point is wanted'));
        const steps = minus(y, x);
        return some('u#', x.shape, [x, y], (u) =>
          equal(jet(fn, [0], [y]), add(jet(fn, [0], [x]), along(fn, 1, u, steps))),
        );
      },
    },
  ],
  //  f(x) ≤ f(u) for all u, or f(u) ≤ f(x) for all u, gives ∇f(x) = 0
  [
    'the slope at an extremum',
    {
      source: 'Rudin, Principles of Mathematical Analysis, theorem 5.8',
      statement: (value) => {
        const at = segment(value);
        const flat = equal(jet(at.fn, [1], [at.x]), zeros(at.x.shape));
        return and(implies(extreme(at, true), flat), implies(extreme(at, false), flat));
      },
    },
  ],
  //  f(x) ≤ f(u) for all u gives ∇²f(x) ⪰ 0, and f(u) ≤ f(x) for all u gives −∇²f(x) ⪰ 0
  [
    'the second derivatives at an extremum',
    {
      source: 'Nocedal, Wright, Numerical Optimization, theorem 2.3',
      statement: (value) => {
        const at = segment(value);
        return and(
          implies(extreme(at, true), bent(at, true)),
          implies(extreme(at, false), bent(at, false)),
        );
      },
    },
  ],
  //  c ≤ d'∇²f(u)d for all u gives f(x) + ∇f(x)·d + c/2 ≤ f(y); and the same with ≥
  ['Taylor along a segment', { source, statement: (fx, y, c) => both(2, fx, y, c) }],
]);
