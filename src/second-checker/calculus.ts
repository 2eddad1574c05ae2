/** Putting in terms for names, derivatives, and new names for dimensions. */
import { member } from './indices.ts';
import { demand, minus, one, refuse } from './rational.ts';
import {
  type Factor,
  type Head,
  type Mono,
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
import { type Dim, alike, parts } from './dims.ts';
import { isMeanName } from './means/mean-symbols.ts';

export const nameOf = (head: Head): string | null =>
  head.kind === 'variable' ? head.name : head.kind === 'jet' ? head.fn.name : null;
const someHead = (t: Term, test: (h: Head) => boolean): boolean =>
  t.sum.some((m) => m.factors.some((f) => test(f.head)));

/** Does the name stand in the term, as a variable or as a function? */
export const mentions = (t: Term, name: string): boolean =>
  someHead(t, (h) => nameOf(h) === name || h.args.some((a) => mentions(a, name)));

/**
 * Functions that are not differentiable everywhere; all others whose names no table knows are taken
 * to be smooth.
 */
const rough = new Set(['abs', 'sqrt', 'log', 'relu', 'leakyrelu']);

/**
 * Does the term depend on the name otherwise than through sums, products and smooth functions?
 * Activations with a name alone pass, unless their kinks count.
 */
export const roughIn = (t: Term, name: string, kinksCount = false): boolean =>
  someHead(t, (h) =>
    h.kind === 'jet' && !rough.has(h.fn.name) && !(kinksCount && h.fn.kinks === true)
      ? h.args.some((a) => roughIn(a, name, kinksCount))
      : h.args.some((a) => mentions(a, name)),
  );

/**
 * What stands in for a name: a term, or for a function the names of its arguments and its value.
 */
export interface Replacement {
  readonly x: readonly string[] | null;
  readonly body: Term;
}

const rebuilt = (
  m: Mono,
  free: readonly string[],
  pieces: readonly Piece[],
  dims: Readonly<Record<string, Dim>>,
): Term => einsum(free, pieces, { ...own(m), ...dims }, m.c, m.powers);
const own = (m: Mono): Record<string, Dim> => named(labelsFor('w', m.dims), m.dims);
const ends = (at: readonly number[]): string[] => at.map((w) => `w${w}`);

/**
 * The term with every name of the map replaced at once; the result depends on the indices `params`,
 * which come first, as all replacing terms do.
 */
export function put(
  t: Term,
  map: ReadonlyMap<string, Replacement>,
  params: readonly Dim[] = [],
): Term {
  const P = labelsFor('p', params);
  const touched = (h: Head): boolean =>
    map.has(nameOf(h) ?? '') || h.args.some((a) => someHead(a, touched));
  const parts = t.sum.map((m) => {
    const pieces = m.factors.map(
      ({ head, at }): Piece =>
        touched(head)
          ? [putHead(head, map, params), [...P, ...ends(at)]]
          : [single(head), ends(at)],
    );
    return rebuilt(m, [...P, ...ends(m.free)], pieces, named(P, params));
  });
  return parts.length === 0 ? zeros([...params, ...t.shape]) : add(...parts);
}

function putHead(head: Head, map: ReadonlyMap<string, Replacement>, params: readonly Dim[]): Term {
  const by = map.get(nameOf(head) ?? '');
  if (head.kind === 'variable') {
    if (!by || by.x !== null) return refuse(`${head.name} is not a function`);
    demand(
      alike(by.body.shape, [...params, ...head.shape]),
      `${head.name} is replaced by a term of another shape`,
    );
    return by.body;
  }
  const args = head.args.map((a) => put(a, map, params));
  const inner = [...params, ...head.params];
  if (head.kind === 'inverse') return inverse(args[0] as Term, inner);
  if (head.kind === 'operation') return operation(head.name, args[0] as Term, inner);
  if (by)
    return params.length > 0
      ? refuse('a function that depends on an index')
      : applied(head, args, by);
  // a family's index stands before the parameters
  const t = jet(head.fn, head.orders, args, inner);
  const [F, P] = [labelsFor('f', head.fn.family), labelsFor('p', params)];
  const rest = labelsFor('r', t.shape.slice(F.length + P.length));
  return einsum([...P, ...F, ...rest], [[t, [...F, ...P, ...rest]]]);
}

/** The derivative of x ↦ body that is wanted, at the arguments. */
function applied(
  head: Head & { kind: 'jet' },
  args: readonly Term[],
  { x, body }: Replacement,
): Term {
  const { fn, orders, params } = head;
  if (x === null) return refuse(`${fn.name} is a function`);
  // the value of a mean has the mean's own indices, first
  const isMean = isMeanName(fn.name);
  demand(fn.family.length === 0 || isMean, `${fn.name} is a family`);
  demand(
    new Set(x).size === x.length && x.length === fn.inputs.length,
    'a function of other arguments',
  );
  const isPlain = isMean && orders.every((k) => k === 0);
  demand(
    isPlain || !x.some((name) => roughIn(body, name, fn.kinks !== true)),
    `${fn.name} is smooth, what replaces it is not`,
  );
  demand(
    alike(body.shape, [...fn.family, ...(fn.output === null ? [] : [fn.output])]),
    `${fn.name} is replaced by a function of another shape`,
  );
  let value = body;
  fn.inputs.forEach((d, j) => {
    for (let k = 0; k < (orders[j] as number); k++)
      value = derivative(value, x[j] as string, d === null ? [] : [d]);
  });
  const t = put(
    value,
    new Map(x.map((name, j) => [name, { x: null, body: args[j] as Term }])),
    params,
  );
  const [F, P] = [labelsFor('f', fn.family), labelsFor('p', params)];
  const rest = labelsFor('r', t.shape.slice(F.length + P.length));
  return einsum([...F, ...P, ...rest], [[t, [...P, ...F, ...rest]]]);
}

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
  const D = labelsFor('d', shape);
  const dims = named(D, shape);
  if (head.kind === 'variable') {
    demand(alike(head.shape, shape), `${x} has another shape`);
    return einsum([...D, ...D], [], dims);
  }
  if (nameOf(head) === x) return refuse(`a derivative by the function ${x}`);
  const P = labelsFor('p', head.params);
  const moved = (a: Term): Term => derivative(a, x, shape);
  const [arg] = head.args as readonly [Term];
  if (head.kind === 'inverse') {
    const self = inverse(arg, head.params);
    const at = (...ab: string[]): string[] => [...P, ...ab];
    if (!head.matrix)
      return einsum(
        [...P, ...D],
        [
          [self, P],
          [self, P],
          [moved(arg), [...P, ...D]],
        ],
        {},
        minus(one),
      );
    return einsum(
      [...at('a', 'z'), ...D],
      [
        [self, at('a', 'b')],
        [moved(arg), [...at('b', 'c'), ...D]],
        [self, at('c', 'z')],
      ],
      {},
      minus(one),
    );
  }
  // ∂ det A = Σ cofactor · ∂A, and the adjugate is the transpose of the cofactors
  if (head.kind === 'operation' && head.name === 'adj') {
    // adj A = det(A) inv(A) where A is invertible
    const [adj, inv] = [operation('adj', arg, head.params), inverse(arg, head.params)];
    const at = (...ab: string[]): string[] => [...P, ...ab];
    const trace = einsum(
      [...at('i', 'j'), ...D],
      [
        [adj, at('a', 'b')],
        [moved(arg), [...at('b', 'a'), ...D]],
        [inv, at('i', 'j')],
      ],
    );
    return add(
      trace,
      einsum(
        [...at('i', 'j'), ...D],
        [
          [adj, at('i', 'a')],
          [moved(arg), [...at('a', 'b'), ...D]],
          [inv, at('b', 'j')],
        ],
        {},
        minus(one),
      ),
    );
  }
  if (head.kind === 'operation')
    return head.name === 'det'
      ? einsum(
          [...P, ...D],
          [
            [operation('adj', arg, head.params), [...P, 'j', 'i']],
            [moved(arg), [...P, 'i', 'j', ...D]],
          ],
        )
      : refuse(`${head.name} has no derivative here`);
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
          [moved(a), [...indices, ...link, ...D]],
        ],
      ),
    ];
  });
  return parts.length === 0 ? zeros([...slots(head), ...shape]) : add(...parts);
}
const speaks = (d: Dim | null, name: string): boolean =>
  d !== null && parts(d).names.some((n) => n === name || member(n)?.at.name === name);
/** Does the dimension or the index of this name stand in the term? */
export const mentionsDim = (t: Term, name: string): boolean =>
  t.shape.some((d) => speaks(d, name)) ||
  t.sum.some(
    (m) =>
      m.powers.has(name) ||
      [...m.powers.keys(), ...m.dims].some((d) => speaks(d, name)) ||
      m.factors.some(({ head: h }) => headSpeaks(h, name)),
  );
function headSpeaks(h: Head, name: string): boolean {
  const own =
    h.kind === 'variable'
      ? [...h.shape]
      : h.kind === 'jet'
        ? [...h.params, ...h.fn.family, ...h.fn.inputs, h.fn.output]
        : [...h.params];
  return (
    own.some((d) => speaks(d, name)) ||
    (h.kind === 'variable' && member(h.name)?.at.name === name) ||
    h.args.some((a) => mentionsDim(a, name))
  );
}
export const speaksOf = speaks;
