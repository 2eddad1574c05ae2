/** Symmetric matrices as they are written, inverses of symmetric ones among their factors. */
import type { Term } from '../../kernel/term.ts';
import { permute } from '../../kernel/graph.ts';
import type { Symmetries } from '../../kernel/write.ts';
import { writeHead } from '../../kernel/write.ts';
import { difference } from '../graphs/sum.ts';

/** The known symmetries, with those of the inverses in a term. */
function withInverses(t: Term, known: Symmetries): Symmetries {
  const all = new Map(known);
  for (const { head } of t.monomials.flatMap((m) => m.factors)) {
    const isMatrix = head.kind === 'inverse' && head.matrix && head.params.length === 0;
    if (isMatrix && isSymmetricAsWritten(head.arg, known)) all.set(writeHead(head), 1n);
  }
  return all;
}

export const isSymmetricAsWritten = (t: Term, known: Symmetries): boolean =>
  t.shape.length === 2 &&
  t.shape[0] === t.shape[1] &&
  difference(t, permute(t, [1, 0]), withInverses(t, known)).size === 0;
