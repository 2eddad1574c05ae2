/** What occurs in a term: members of families, variables with their shapes, dimensions. */
import type { Index } from '../../language/ast.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import { readMember } from '../../kernel/indices.ts';

/** Members of a family in a term. */
export function membersIn(term: Term, into: Map<string, Index> = new Map()): Map<string, Index> {
  for (const m of term.monomials) {
    for (const { head } of m.factors) {
      if (head.kind === 'variable') {
        const found = readMember(head.name);
        if (found) into.set(head.name, found.at);
      } else (head.kind === 'jet' ? head.args : [head.arg]).forEach((t) => membersIn(t, into));
    }
  }
  return into;
}

/** Every variable of a term with its shape. */
export function variablesIn(
  term: Term,
  into: Map<string, readonly Dim[]> = new Map(),
): Map<string, readonly Dim[]> {
  for (const { factors } of term.monomials) {
    for (const { head } of factors) {
      if (head.kind === 'variable') into.set(head.name, head.shape);
      else (head.kind === 'jet' ? head.args : [head.arg]).forEach((t) => variablesIn(t, into));
    }
  }
  return into;
}

/** Dimensions of the wires of a term and of its arguments. */
export function dimsIn(term: Term, into: Set<Dim> = new Set()): Set<Dim> {
  for (const m of term.monomials) {
    for (const d of m.wires) into.add(d);
    for (const { head } of m.factors)
      (head.kind === 'jet' ? head.args : head.kind === 'variable' ? [] : [head.arg]).forEach((t) =>
        dimsIn(t, into),
      );
  }
  return into;
}
