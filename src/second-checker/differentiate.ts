/** Derivatives of terms. */
import { demand, minus, one, refuse } from './rational.ts';
import {
  type Factor,
  type Head,
  type Piece,
  type Term,
  add,
  einsum,
  inverse,
  jet,
  labelsFor,
  named,
  operation,
  single,
  slots,
  zeros,
} from './term.ts';
import { type Dim, alike } from './dims.ts';
import { mentions, nameOf } from './mentions.ts';
import { ends, rebuilt } from './rebuilt.ts';

/** ∂t/∂x, the indices of x last. */
export function derivative(t: Term, x: string, shape: readonly Dim[]): Term {
  const D = labelsFor('d', shape);
  const parts = t.sum.flatMap((m) =>
    m.factors.flatMap(({ head }, i) => {
      if (nameOf(head) !== x && !head.args.some((a) => mentions(a, x))) return [];
      const pieces = m.factors.map(
        (f: Factor, k): Piece =>
          k === i ? [slope(head, x, shape), [...ends(f.at), ...D]] : [single(f.head), ends(f.at)],
      );
      return [rebuilt(m, [...ends(m.free), ...D], pieces, named(D, shape))];
    }),
  );
  return parts.length === 0 ? zeros([...t.shape, ...shape]) : add(...parts);
}

/** The derivative of a head that depends on x: its slots, then the indices of x. */
function slope(head: Head, x: string, shape: readonly Dim[]): Term {
  if (head.kind === 'variable') {
    const D = labelsFor('d', shape);
    demand(alike(head.shape, shape), `${x} has another shape`);
    return einsum([...D, ...D], [], named(D, shape));
  }
  if (nameOf(head) === x) return refuse(`a derivative by the function ${x}`);
  if (head.kind === 'jet') return slopeOfFunction(head, x, shape);
  const [arg] = head.args as readonly [Term];
  const moved = (): Term => derivative(arg, x, shape);
  if (head.kind === 'inverse') return slopeOfInverse(head, arg, moved(), shape);
  switch (head.name) {
    case 'det':
      return slopeOfDeterminant(head.params, arg, moved(), shape);
    case 'adj':
      return slopeOfAdjugate(head.params, arg, moved(), shape);
    default:
      return refuse(`${head.name} has no derivative here`);
  }
}

/** −L ∂A R, where all may depend on the same parameters: their indices first, those of x last. */
function minusBetween(
  [left, right]: readonly [Term, Term],
  moved: Term,
  params: readonly Dim[],
  shape: readonly Dim[],
): Term {
  const D = labelsFor('d', shape);
  const P = labelsFor('p', params);
  return einsum(
    [...P, 'a', 'z', ...D],
    [
      [left, [...P, 'a', 'b']],
      [moved, [...P, 'b', 'c', ...D]],
      [right, [...P, 'c', 'z']],
    ],
    {},
    minus(one),
  );
}

/** ∂ inv(A) = −inv(A) ∂A inv(A); of a number, −∂s/s². */
function slopeOfInverse(
  head: Head & { readonly kind: 'inverse' },
  arg: Term,
  moved: Term,
  shape: readonly Dim[],
): Term {
  const D = labelsFor('d', shape);
  const P = labelsFor('p', head.params);
  const self = inverse(arg, head.params);
  if (!head.matrix)
    return einsum(
      [...P, ...D],
      [
        [self, P],
        [self, P],
        [moved, [...P, ...D]],
      ],
      {},
      minus(one),
    );
  return minusBetween([self, self], moved, head.params, shape);
}

/** ∂ det A = Σ cofactor · ∂A, and the adjugate is the transpose of the cofactors. */
function slopeOfDeterminant(
  params: readonly Dim[],
  arg: Term,
  moved: Term,
  shape: readonly Dim[],
): Term {
  const D = labelsFor('d', shape);
  const P = labelsFor('p', params);
  return einsum(
    [...P, ...D],
    [
      [operation('adj', arg, params), [...P, 'j', 'i']],
      [moved, [...P, 'i', 'j', ...D]],
    ],
  );
}

/** Of adj A = det(A) inv(A), where A is invertible. */
function slopeOfAdjugate(
  params: readonly Dim[],
  arg: Term,
  moved: Term,
  shape: readonly Dim[],
): Term {
  const D = labelsFor('d', shape);
  const P = labelsFor('p', params);
  const [adj, inv] = [operation('adj', arg, params), inverse(arg, params)];
  const at = (...ab: string[]): string[] => [...P, ...ab];
  const trace = einsum(
    [...at('i', 'j'), ...D],
    [
      [adj, at('a', 'b')],
      [moved, [...at('b', 'a'), ...D]],
      [inv, at('i', 'j')],
    ],
  );
  return add(trace, minusBetween([adj, inv], moved, params, shape));
}

/** The chain rule: a derivative more in each argument that depends on x. */
function slopeOfFunction(
  head: Head & { readonly kind: 'jet' },
  x: string,
  shape: readonly Dim[],
): Term {
  const D = labelsFor('d', shape);
  const { fn, orders, params, args } = head;
  const all = labelsFor('s', slots(head));
  const start = fn.family.length + params.length + (fn.output === null ? 0 : 1);
  const indices = all.slice(fn.family.length, fn.family.length + params.length);
  const parts = args.flatMap((a, j) => {
    if (!mentions(a, x)) return [];
    const scalar = fn.inputs[j] === null;
    const place =
      start +
      fn.inputs
        .slice(0, j + 1)
        .reduce((n, d, i) => n + (d === null ? 0 : (orders[i] as number)), 0);
    const outer = jet(
      fn,
      orders.map((k, i) => (i === j ? k + 1 : k)),
      args,
      params,
    );
    const link = scalar ? [] : ['link'];
    return [
      einsum(
        [...all, ...D],
        [
          [outer, [...all.slice(0, place), ...link, ...all.slice(place)]],
          [derivative(a, x, shape), [...indices, ...link, ...D]],
        ],
      ),
    ];
  });
  return parts.length === 0 ? zeros([...slots(head), ...shape]) : add(...parts);
}
