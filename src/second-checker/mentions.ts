/** Which names stand in a term: variables, functions, dimensions, indices. */
import { member } from './indices.ts';
import type { Head, Term } from './term.ts';
import { type Dim, parts } from './dims.ts';

export const nameOf = (head: Head): string | null =>
  head.kind === 'variable' ? head.name : head.kind === 'jet' ? head.fn.name : null;
/** Has some factor of the term such a head? */
export const someHead = (t: Term, test: (h: Head) => boolean): boolean =>
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

/** Does the dimension or the index of this name occur in a dimension? */
export const speaksOf = (d: Dim | null, name: string): boolean =>
  d !== null && parts(d).names.some((n) => n === name || member(n)?.at.name === name);
/** Does the dimension or the index of this name stand in the term? */
export const mentionsDim = (t: Term, name: string): boolean =>
  t.shape.some((d) => speaksOf(d, name)) ||
  t.sum.some(
    (m) =>
      m.powers.has(name) ||
      [...m.powers.keys(), ...m.dims].some((d) => speaksOf(d, name)) ||
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
    own.some((d) => speaksOf(d, name)) ||
    (h.kind === 'variable' && member(h.name)?.at.name === name) ||
    h.args.some((a) => mentionsDim(a, name))
  );
}
