/**
 * Functions of a document under other names, with their arguments in another order. What is proved
 * about a function of which nothing is known but its name holds for every function, so the names
 * that a document gives to means of functions may be read as the functions that the claim's text
 * tells, each name as one function throughout.
 */
import { changed, eachIndex, type Formula } from '../formula.ts';
import { demand } from '../rational.ts';
import { einsum, jet, labelsFor, single, slots, zeros } from '../term.ts';
import { add, inverse, named, operation, type Fn, type Head, type Term } from '../term.ts';

/** A function to read in place of another, and for each of its inputs the input there. */
export interface Reading {
  readonly fn: Fn;
  readonly order: readonly number[];
}
/** By the function, its spaces included: there may be two functions of one name. */
export type Readings = ReadonlyMap<string, Reading>;
export const functionKey = (fn: Fn): string =>
  JSON.stringify([fn.name, fn.family, fn.inputs, fn.output, fn.kinks === true]);

/** The head read anew, and its slots in the order of the slots that the old head has. */
function readHead(head: Head, readings: Readings): Term {
  const args = head.args.map((a) => readTerm(a, readings));
  if (head.kind === 'variable') return single(head);
  if (head.kind === 'inverse') return inverse(args[0] as Term, head.params);
  if (head.kind === 'operation') return operation(head.name, args[0] as Term, head.params);
  const reading = readings.get(functionKey(head.fn));
  if (!reading) return jet(head.fn, head.orders, args, head.params);
  const { fn, order } = reading;
  const value = jet(
    fn,
    order.map((j) => head.orders[j] as number),
    order.map((j) => args[j] as Term),
    head.params,
  );
  // derivative slots stand in blocks, in the order of the inputs
  const old = labelsFor('s', slots(head));
  const start = head.fn.family.length + head.params.length + (head.fn.output === null ? 0 : 1);
  let next = start;
  const blocks = head.fn.inputs.map((d, j) => {
    const from = next;
    next += d === null ? 0 : (head.orders[j] as number);
    return old.slice(from, next);
  });
  return einsum(old, [[value, [...old.slice(0, start), ...order.flatMap((j) => blocks[j] ?? [])]]]);
}

function readTerm(t: Term, readings: Readings): Term {
  const parts = t.sum.map((m) => {
    const labels = labelsFor('w', m.dims);
    const at = (list: readonly number[]): string[] => list.map((w) => labels[w] as string);
    return einsum(
      at(m.free),
      m.factors.map((f) => [readHead(f.head, readings), at(f.at)] as const),
      named(labels, m.dims),
      m.c,
      m.powers,
    );
  });
  return parts.length === 0 ? zeros(t.shape) : add(...parts);
}

/** The statement with every function read as another. */
export const readAnew = (f: Formula, readings: Readings): Formula =>
  changed(
    f,
    (t) => readTerm(t, readings),
    (bound) => {
      if (bound.kind === 'function')
        demand(!readings.has(functionKey(bound.fn)), 'a quantifier binds the name of a mean');
      return bound;
    },
    (_, body) => readAnew(body, readings),
    (each) => eachIndex(each.index, each.from, each.to, readAnew(each.body, readings)),
  );

/** Every term of a statement. */
export function termsOf(f: Formula): readonly Term[] {
  switch (f.kind) {
    case 'equal':
    case 'less':
    case 'at most':
      return [f.left, f.right];
    case 'is':
      return [f.subject];
    case 'false':
      return [];
    case 'and':
    case 'or':
    case 'implies':
      return [...termsOf(f.left), ...termsOf(f.right)];
    default:
      return termsOf(f.body);
  }
}
