/** Whether a name occurs in a term, and whether under a kink. */
import { text } from './entry.ts';
import { madeOfMean } from './mean-symbols.ts';
import { demand } from './seal.ts';
import type { Head, Term } from './term.ts';

/** Does the name occur in the term, as a variable or as a function? */
export function occurs(name: string, term: Term): boolean {
  text(name);
  demand(term);
  return term.monomials.some((m) => m.factors.some(({ head }) => occursIn(name, head)));
}

export function occursIn(name: string, head: Head): boolean {
  if (head.kind === 'variable') return head.name === name;
  if (head.kind === 'jet')
    return (
      head.fn.name === name ||
      madeOfMean(head.fn.name).functions.includes(name) ||
      head.args.some((a) => occurs(name, a))
    );
  return occurs(name, head.arg);
}

/**
 * Named functions with kinks or with a domain: every other function symbol without `kinks` denotes
 * a smooth function.
 */
const kinked: ReadonlySet<string> = new Set(['abs', 'sqrt', 'log', 'relu', 'leakyrelu']);

/**
 * Does the name occur where a term need not be smooth in it: in an inverse, a named scalar or |s|,
 * relu and their like, at any depth? A symbol that may have kinks counts where `strictly` is asked
 * for.
 */
export function occursRough(name: string, term: Term, strictly = false): boolean {
  text(name);
  demand(term);
  return term.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'variable') return false;
      if (head.kind === 'jet' && !kinked.has(head.fn.name) && !(strictly && head.fn.kinks))
        return head.args.some((a) => occursRough(name, a, strictly));
      return (head.kind === 'jet' ? head.args : [head.arg]).some((a) => occurs(name, a));
    }),
  );
}
