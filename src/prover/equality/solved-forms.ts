/**
 * Matrices of a known form told by a matrix of which nothing is known: symmetric ones are (X +
 * X')/2, diagonal ones diag(X).
 */
import type { Term } from '../../kernel/term.ts';
import { add, bareHead, scale, variable } from '../../kernel/graph.ts';
import { substitute } from '../../kernel/calculus.ts';
import { ratio } from '../../kernel/ratio.ts';
import { hole, type Theorem } from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { alike, linearBy } from '../derived/labelled.ts';
import type { Context } from '../known/context.ts';

export interface SolvedForm {
  readonly name: string;
  /** The value of the variable, if its replacement has that form. */
  readonly form: Term;
  /** form = variable. */
  readonly equation: Theorem;
}

/** Is every graph of the term the variable once, and nothing else? */
const isLinear = (t: Term, name: string): boolean =>
  t.monomials.length > 0 &&
  t.monomials.every(
    (m) =>
      m.factors.filter((f) => f.head.kind === 'variable' && f.head.name === name).length === 1 &&
      m.factors.length === 1,
  );

/**
 * From X = f(X) with a linear f: X = f(X) again where f f = f, X = (X + f(X))/2 where f f is the
 * identity.
 */
function formOf(theorem: Theorem): SolvedForm | null {
  const f = theorem.conclusion;
  const head = f.kind === 'equal' ? bareHead(f.left) : null;
  if (f.kind !== 'equal' || head?.kind !== 'variable') return null;
  const { name } = head;
  const x = variable(name, head.shape);
  if (writeTerm(f.left) !== writeTerm(x) || !isLinear(f.right, name)) return null;
  const twice = substitute(f.right, name, { kind: 'term', term: f.right });
  const use = (c: bigint, d: bigint) => [
    { equation: theorem, context: scale(ratio(c, d), variable(hole, head.shape)) },
  ];
  if (alike(twice, f.right))
    return { name, form: f.right, equation: linearBy(f.right, x, use(-1n, 1n)) };
  if (!alike(twice, x)) return null;
  const form = scale(ratio(1n, 2n), add(x, f.right));
  return { name, form, equation: linearBy(form, x, use(-1n, 2n)) };
}

/** One form for each variable of which an equation says one. */
export function solvedForms(known: Context): readonly SolvedForm[] {
  const found = new Map<string, SolvedForm>();
  for (const t of [...known.symmetries, ...known.equations.map((e) => e.theorem)]) {
    const form = formOf(t);
    if (form && !found.has(form.name)) found.set(form.name, form);
  }
  return [...found.values()];
}
