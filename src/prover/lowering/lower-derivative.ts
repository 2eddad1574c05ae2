/**
 * Derivatives while a claim is turned into terms: what they need to be right is collected as
 * conditions.
 */
import type { Expr } from '../../language/ast.ts';
import { dependsOn } from '../../language/depends-on.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, inverse, permute, variable } from '../../kernel/graph.ts';
import { derivative } from '../../kernel/derivative.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { is } from '../../kernel/formula.ts';
import { KernelError } from '../../kernel/seal.ts';
import { NotLowerable, tensorShape, type Scope } from './scope.ts';
import { spendOnDerivative } from './term-size.ts';
import { termText } from '../derived/term-text.ts';

/**
 * The derivative of a term by a variable. That of an adjugate is written with the inverse, so the
 * matrix must be invertible.
 */
export function slope(t: Term, x: string, shape: readonly Dim[], scope: Scope): Term {
  for (const subject of adjugatesOf(t, x))
    scope.conditions.push({
      formula: is('invertible', subject),
      text: `${termText(subject)} invertible`,
    });
  spendOnDerivative(t);
  try {
    return derivative(t, x, shape);
  } catch (error) {
    if (error instanceof KernelError) throw new NotLowerable(error.message);
    throw error;
  }
}

/** The matrices that depend on x and whose adjugate stands in the term. */
function adjugatesOf(t: Term, x: string): Term[] {
  return t.monomials.flatMap((m) =>
    m.factors.flatMap(({ head }) => {
      if (head.kind === 'variable') return [];
      const inner = (head.kind === 'jet' ? head.args : [head.arg]).flatMap((a) =>
        adjugatesOf(a, x),
      );
      if (head.kind !== 'operation' || head.name !== 'adj' || !occurs(x, head.arg)) return inner;
      if (head.params.length > 0)
        throw new NotLowerable('the derivative of the adjugates of a family');
      return [...inner, head.arg];
    }),
  );
}

const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');

/**
 * pinv(A) where it is differentiated and A is declared of full rank: inv(A'A) A' or A' inv(A A'),
 * also in a neighbourhood, for full rank is an open condition. Null where it is not differentiated,
 * or nothing makes it smooth.
 */
export function smoothPseudoInverse(e: Expr, scope: Scope): Term | null {
  if (
    !(scope.by ?? []).some((name) => dependsOn(e, name)) ||
    e.kind !== 'variable' ||
    e.index !== null
  )
    return null;
  const d = scope.declarations.get(e.name);
  if (!d || d.family || d.type.kind !== 'tensor') return null;
  const a = variable(d.name, tensorShape(d));
  if (a.shape.length !== 2) return null;
  const flipped = permute(a, [1, 0]);
  if (d.attributes.includes('invertible')) return inverse(a);
  if (d.attributes.includes('one-to-one')) return product(inverse(product(flipped, a)), flipped);
  return d.attributes.includes('onto') ? product(flipped, inverse(product(a, flipped))) : null;
}
