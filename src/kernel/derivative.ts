/** Derivatives of terms: the product rule, the chain rule, and each operation's derivative. */
import { text, texts } from './entry.ts';
import {
  type Piece,
  add,
  factorTerm,
  identity,
  inverse,
  jet,
  operation,
  splice,
  zeros,
} from './graph.ts';
import { occurs } from './occurrence.ts';
import { negative, one } from './ratio.ts';
import { demand, fail, slotDims } from './seal.ts';
import type { Dim, Head, Monomial, Term } from './term.ts';

/**
 * Partial derivatives of a term by a variable: shape `[...term.shape, ...shape of x]`. Source:
 * product and chain rule.
 */
export function derivative(term: Term, x: string, shape: readonly Dim[]): Term {
  demand(term);
  return slope(term, text(x), texts(shape));
}
function slope(term: Term, x: string, shape: readonly Dim[]): Term {
  const parts = term.monomials.flatMap((m) =>
    m.factors.map((_, i) => derivativeAt(m, i, x, shape)),
  );
  return parts.length === 0 ? zeros([...term.shape, ...shape]) : add(...parts);
}

function derivativeAt(m: Monomial, at: number, x: string, shape: readonly Dim[]): Term {
  const wires = [...m.wires, ...shape];
  const fresh = shape.map((_, i) => m.wires.length + i);
  const pieces = m.factors.map(
    (factor, i): Piece =>
      i === at
        ? { term: derivativeOfHead(factor.head, x, shape), on: [...factor.slots, ...fresh] }
        : { term: factorTerm(factor), on: factor.slots },
  );
  return splice(
    { wires, free: [...m.free, ...fresh], coefficient: m.coefficient, powers: m.powers },
    pieces,
  );
}

/** Shape `[...slots of the head, ...shape of x]`. */
function derivativeOfHead(head: Head, x: string, shape: readonly Dim[]): Term {
  const slots = slotDims(head);
  const nothing = zeros([...slots, ...shape]);
  switch (head.kind) {
    case 'variable': {
      if (head.name !== x) return nothing;
      if (head.shape.join() !== shape.join()) return fail(`${x} has another shape`);
      const deltas = shape.map((d): Term => identity(d));
      const [k, all] = [shape.length, shape.map((_, i) => i)];
      return splice(
        { wires: [...shape, ...shape], free: [...all, ...all.map((i) => k + i)] },
        deltas.map((term, i) => ({ term, on: [i, k + i] })),
      );
    }
    case 'jet': {
      if (head.fn.name === x) return fail(`a derivative by the function ${x}`);
      const parts = head.args.flatMap((arg, j) =>
        occurs(x, arg) ? [chainRule(head, j, arg, x, shape)] : [],
      );
      return parts.length === 0 ? nothing : add(...parts);
    }
    case 'inverse':
      return occurs(x, head.arg) ? derivativeOfInverse(head, x, shape) : nothing;
    case 'operation':
      return occurs(x, head.arg) ? derivativeOfOperation(head, x, shape) : nothing;
  }
}

/** ∂ det A = tr(adj(A) ∂A), at singular A too. Source: Jacobi's formula. */
function derivativeOfOperation(
  head: Head & { kind: 'operation' },
  x: string,
  shape: readonly Dim[],
): Term {
  if (head.name === 'adj') return derivativeOfAdjugate(head, x, shape);
  if (head.name !== 'det') return fail(`${head.name} has no derivative here`);
  const { params, arg } = head;
  const n = arg.shape.at(-1) as Dim;
  const indices = params.map((_, i) => i);
  const p = params.length;
  const fresh = shape.map((_, i) => p + 2 + i);
  return splice({ wires: [...params, n, n, ...shape], free: [...indices, ...fresh] }, [
    { term: operation('adj', arg, params), on: [...indices, p, p + 1] },
    { term: derivative(arg, x, shape), on: [...indices, p + 1, p, ...fresh] },
  ]);
}

/**
 * ∂ adj A = tr(adj(A) ∂A) inv(A) − adj(A) ∂A inv(A), where A is invertible: adj A = det(A) inv(A)
 * there.
 */
function derivativeOfAdjugate(
  { params, arg }: Head & { kind: 'operation' },
  x: string,
  shape: readonly Dim[],
): Term {
  const n = arg.shape.at(-1) as Dim;
  const indices = params.map((_, i) => i);
  const p = params.length;
  const [i, j, a, b] = [p, p + 1, p + 2, p + 3];
  const fresh = shape.map((_, k) => p + 4 + k);
  const skeleton = { wires: [...params, n, n, n, n, ...shape], free: [...indices, i, j, ...fresh] };
  const [adj, inv, inner] = [
    operation('adj', arg, params),
    inverse(arg, params),
    derivative(arg, x, shape),
  ];
  const place = (term: Term, row: number, column: number, more: readonly number[] = []): Piece => ({
    term,
    on: [...indices, row, column, ...more],
  });
  return add(
    splice(skeleton, [place(adj, a, b), place(inner, b, a, fresh), place(inv, i, j)]),
    splice({ ...skeleton, coefficient: negative(one) }, [
      place(adj, i, a),
      place(inner, a, b, fresh),
      place(inv, b, j),
    ]),
  );
}

/** ∂f(u) = f'(u) ∂u, the new derivative slot last in the block of argument j. */
function chainRule(
  head: Head & { kind: 'jet' },
  j: number,
  arg: Term,
  x: string,
  shape: readonly Dim[],
): Term {
  const { fn, orders, params } = head;
  const inner = derivative(arg, x, shape);
  const outer = jet(
    fn,
    orders.map((k, i) => (i === j ? k + 1 : k)),
    head.args,
    params,
  );
  const slots = slotDims(head);
  const wires: Dim[] = [...slots, ...shape];
  const own = slots.map((_, i) => i);
  const fresh = shape.map((_, i) => slots.length + i);
  const before = fn.inputs
    .slice(0, j + 1)
    .reduce((n, d, i) => n + (d === null ? 0 : (orders[i] ?? 0)), 0);
  const place = fn.family.length + params.length + (fn.output === null ? 0 : 1) + before;
  const indices = params.map((_, i) => fn.family.length + i);
  const input = fn.inputs[j];
  if (input === null || input === undefined) {
    return splice({ wires, free: [...own, ...fresh] }, [
      { term: outer, on: own },
      { term: inner, on: [...indices, ...fresh] },
    ]);
  }
  const link = wires.push(input) - 1;
  const on = [...own.slice(0, place), link, ...own.slice(place)];
  return splice({ wires, free: [...own, ...fresh] }, [
    { term: outer, on },
    { term: inner, on: [...indices, link, ...fresh] },
  ]);
}

/** ∂ inv(A) = -inv(A) ∂A inv(A); ∂(1/s) = -(1/s)² ∂s. */
function derivativeOfInverse(
  head: Head & { kind: 'inverse' },
  x: string,
  shape: readonly Dim[],
): Term {
  const inner = derivative(head.arg, x, shape);
  const self = inverse(head.arg, head.params);
  const p = head.params.length;
  const indices = head.params.map((_, i) => i);
  if (!head.matrix) {
    const wires = [...head.params, ...shape];
    const fresh = shape.map((_, i) => p + i);
    return splice({ wires, free: [...indices, ...fresh], coefficient: negative(one) }, [
      { term: self, on: indices },
      { term: self, on: indices },
      { term: inner, on: [...indices, ...fresh] },
    ]);
  }
  const n = head.arg.shape.at(-1) as Dim;
  const wires = [...head.params, n, n, n, n, ...shape];
  const fresh = shape.map((_, i) => p + 4 + i);
  return splice({ wires, free: [...indices, p, p + 3, ...fresh], coefficient: negative(one) }, [
    { term: self, on: [...indices, p, p + 1] },
    { term: inner, on: [...indices, p + 1, p + 2, ...fresh] },
    { term: self, on: [...indices, p + 2, p + 3] },
  ]);
}
