/** Substitution and differentiation of terms. */
import type { Dim, Factor, Head, Monomial, Term } from './term.ts';
import { negative, one } from './ratio.ts';
import {
  add,
  contract,
  factorTerm,
  identity,
  inverse,
  jet,
  operation,
  splice,
  variable,
  zeros,
  type Piece,
} from './graph.ts';
import { list, own, text, texts } from './entry.ts';
import { demand, fail, slotDims } from './seal.ts';

/** Does the name occur in the term, as a variable or as a function? */
export function occurs(name: string, term: Term): boolean {
  text(name);
  demand(term);
  return term.monomials.some((m) => m.factors.some(({ head }) => occursIn(name, head)));
}

function occursIn(name: string, head: Head): boolean {
  if (head.kind === 'variable') return head.name === name;
  if (head.kind === 'jet') return head.fn.name === name || head.args.some((a) => occurs(name, a));
  return occurs(name, head.arg);
}

/** Named functions with kinks or with a domain: every other function symbol denotes a smooth function. */
const kinked: ReadonlySet<string> = new Set(['abs', 'sqrt', 'log', 'relu', 'leakyrelu']);

/** Does the name occur where a term need not be smooth in it: in an inverse, a named scalar or |s|, relu and their like, at any depth? */
export function occursRough(name: string, term: Term): boolean {
  text(name);
  demand(term);
  return term.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'variable') return false;
      if (head.kind === 'jet' && !kinked.has(head.fn.name))
        return head.args.some((a) => occursRough(name, a));
      return (head.kind === 'jet' ? head.args : [head.arg]).some((a) => occurs(name, a));
    }),
  );
}

/** What a name is replaced by: a term of the variable's shape, or for a function the term of its value at the variable `x`. */
export type Replacement =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'function'; readonly x: readonly string[]; readonly body: Term };

/** A replacement from outside, each part read once. */
export function copyReplacement(given: unknown): Replacement {
  const term = (key: string): Term => {
    const t = own(given, key) as Term;
    demand(t);
    return t;
  };
  const kind = own(given, 'kind');
  if (kind === 'term') return Object.freeze({ kind, term: term('term') });
  if (kind !== 'function') return fail('what replaces a name is a term or a function');
  return Object.freeze({
    kind,
    x: Object.freeze(list(own(given, 'x'), text)),
    body: term('body'),
  });
}

/**
 * `term` with `name` replaced. With `params` the replacement has shape `[...params, ...shape of name]` and so has the
 * result: the replacement depends on indices that the result then depends on, one value for each.
 */
export function substitute(
  term: Term,
  name: string,
  by: Replacement,
  params: readonly Dim[] = [],
): Term {
  demand(term);
  return replaced(term, text(name), copyReplacement(by), texts(params));
}
function replaced(term: Term, name: string, by: Replacement, params: readonly Dim[]): Term {
  if (by.kind === 'function' && params.length > 0) fail('a function that depends on an index');
  const parts = term.monomials.map((m) => substituteMonomial(m, name, by, params));
  return parts.length === 0 ? zeros([...params, ...term.shape]) : add(...parts);
}

function substituteMonomial(
  m: Monomial,
  name: string,
  by: Replacement,
  params: readonly Dim[],
): Term {
  const wires = [...params, ...m.wires];
  const shift = params.length;
  const indices = params.map((_, i) => i);
  const pieces = m.factors.map((factor): Piece => {
    const { term, lifted } = substituteFactor(factor, name, by, params);
    return { term, on: [...(lifted ? indices : []), ...factor.slots.map((s) => s + shift)] };
  });
  return splice(
    {
      wires,
      free: [...indices, ...m.free.map((w) => w + shift)],
      coefficient: m.coefficient,
      powers: m.powers,
    },
    pieces,
  );
}

/** The term of a factor; `lifted` when it carries `params` before the factor's own slots. */
function substituteFactor(
  factor: Factor,
  name: string,
  by: Replacement,
  params: readonly Dim[],
): { term: Term; lifted: boolean } {
  const { head } = factor;
  if (!occursIn(name, head)) return { term: factorTerm(factor), lifted: false };
  const deep = (t: Term): Term => replaced(t, name, by, params);
  const lifted = params.length > 0;
  switch (head.kind) {
    case 'variable': {
      if (by.kind !== 'term') return fail(`${name} is not a function`);
      const wanted = [...params, ...head.shape];
      if (by.term.shape.join() !== wanted.join())
        fail(
          `${name} has shape ${head.shape.join('×')}, its replacement ${by.term.shape.join('×')}`,
        );
      return { term: by.term, lifted };
    }
    case 'jet': {
      const args = head.args.map(deep);
      if (head.fn.name === name) return { term: applyBody(head, args, by), lifted };
      return {
        term: familyFirst(
          jet(head.fn, head.orders, args, [...params, ...head.params]),
          head.fn.family.length,
          params.length,
        ),
        lifted,
      };
    }
    case 'inverse':
      return { term: inverse(deep(head.arg), [...params, ...head.params]), lifted };
    case 'operation':
      return { term: operation(head.name, deep(head.arg), [...params, ...head.params]), lifted };
  }
}

/** A family's index stands before the parameters in a jet's slots; the caller wants new parameters first. */
function familyFirst(term: Term, family: number, added: number): Term {
  if (family === 0 || added === 0) return term;
  const wires = term.shape;
  const rest = wires.map((_, i) => i).slice(family + added);
  const order = [...Array(added).keys()]
    .map((i) => family + i)
    .concat([...Array(family).keys()], rest);
  return splice({ wires, free: order }, [{ term, on: wires.map((_, i) => i) }]);
}

/** A derivative of `x ↦ body` at the arguments, where a function symbol stood. */
function applyBody(head: Head & { kind: 'jet' }, args: readonly Term[], by: Replacement): Term {
  const { fn, orders } = head;
  if (by.kind !== 'function')
    return fail(`${fn.name} is a function and cannot be replaced by a tensor`);
  if (fn.family.length > 0) return fail(`${fn.name} is a family of functions`);
  if (new Set(by.x).size !== by.x.length) return fail('a function of two arguments of one name');
  if (by.x.some((x) => occursRough(x, by.body)))
    return fail(
      `${fn.name} is smooth and cannot be replaced by a function with its argument in an inverse or at a kink`,
    );
  const shape = fn.output === null ? [] : [fn.output];
  if (by.body.shape.join() !== shape.join() || by.x.length !== fn.inputs.length)
    return fail(`${fn.name} is replaced by a function of another shape`);
  let body = by.body;
  const input = (j: number): Dim[] => (fn.inputs[j] === null ? [] : [fn.inputs[j] as Dim]);
  fn.inputs.forEach((_, j) => {
    for (let k = 0; k < (orders[j] ?? 0); k++) body = derivative(body, by.x[j] as string, input(j));
  });
  const params = head.params;
  args.forEach((arg, j) => {
    if (args.slice(j).some((a) => by.x.some((x) => occurs(x, a))))
      fail('rename the bound variables of the replacing function first');
    body =
      j === 0
        ? substitute(body, by.x[0] as string, { kind: 'term', term: arg }, params)
        : substituteAlong(body, by.x[j] as string, arg, params);
  });
  return args.length === 0 ? fail('a function without arguments') : body;
}

/** Substitutes a further argument at the same parameters. */
function substituteAlong(body: Term, x: string, arg: Term, params: readonly Dim[]): Term {
  const p = params.length;
  const twice = substitute(body, x, { kind: 'term', term: arg }, params);
  const wires = twice.shape.slice(p);
  return splice({ wires, free: wires.map((_, i) => i) }, [
    { term: twice, on: [...Array(p).keys(), ...wires.map((_, i) => i)] },
  ]);
}

/** Partial derivatives of a term by a variable: shape `[...term.shape, ...shape of x]`. Source: product and chain rule. */
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

/** ∂ adj A = tr(adj(A) ∂A) inv(A) − adj(A) ∂A inv(A), where A is invertible: adj A = det(A) inv(A) there. */
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

export { contract, variable };
