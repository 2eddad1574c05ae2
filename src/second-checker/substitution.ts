/** Substitution: terms in place of variables and functions. */
import { demand, refuse } from './rational.ts';
import {
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
  zeros,
} from './term.ts';
import { type Dim, alike } from './dims.ts';
import { derivative } from './differentiate.ts';
import { nameOf, roughIn, someHead } from './mentions.ts';
import { ends, rebuilt } from './rebuilt.ts';
import { isMeanName } from './means/mean-symbols.ts';

/**
 * What stands in for a name: a term, or for a function the names of its arguments and its value.
 */
export interface Replacement {
  readonly x: readonly string[] | null;
  readonly body: Term;
}

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
