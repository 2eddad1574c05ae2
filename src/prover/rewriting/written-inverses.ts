/** Inverses of products and of inverses written out, and adjugates of invertible matrices. */
import type { Dim, Head, Term } from '../../kernel/term.ts';
import { contract, identity } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { ruleOf } from '../known/rules.ts';
import type { Context } from '../known/context.ts';
import type { Strategy } from '../known/strategy.ts';
import { byEquations } from './by-equations.ts';
import { expandInverse } from './inverse-expand.ts';
import { invertible, nonzero } from './invertible.ts';
import { rewriteTerm, throughRewriting } from './rewritten-goal.ts';

type Applied = Exclude<Head, { readonly kind: 'variable' }>;

const isProduct = (t: Term): boolean => {
  const [m, ...more] = t.monomials;
  return (
    m !== undefined &&
    more.length === 0 &&
    (m.factors.length > 1 || m.factors.some(({ head }) => head.kind === 'inverse'))
  );
};

/** inv(A B), inv(inv(A)), inv(s A) and adj(A). */
const isOpen = (head: Applied): boolean =>
  head.kind === 'inverse'
    ? head.matrix && head.params.length === 0 && isProduct(head.arg)
    : head.kind === 'operation' && head.name === 'adj' && head.params.length === 0;

/** The heads in a goal that may be written out, those inside arguments first. */
function openIn(goal: Formula): Applied[] {
  const found = new Map<string, Applied>();
  const visit = (t: Term): void => {
    for (const { head } of t.monomials.flatMap((m) => m.factors)) {
      if (head.kind === 'variable') continue;
      for (const inner of head.kind === 'jet' ? head.args : [head.arg]) visit(inner);
      if (isOpen(head)) found.set(writeHead(head), head);
    }
  };
  termsOf(goal).forEach(visit);
  return [...found.values()].slice(0, 8);
}

function written(head: Applied, known: Context): Theorem | null {
  if (head.kind === 'jet') return null;
  const { arg } = head;
  if (head.kind === 'operation') {
    const regular = invertible(arg, known);
    return regular && modusPonens(fact('adjugate of an invertible matrix', arg), regular);
  }
  return expandInverse(arg, known, { invertible, nonzero }, (a, b) =>
    byEquations(contract([a, b], ['ij', 'jk'], 'ik'), identity(a.shape[0] as Dim), known),
  );
}

export const writtenInverses: Strategy = {
  name: 'inverses written out',
  summary: 'inv(A B) is replaced by inv(B) inv(A), inv(inv(A)) by A, adj(A) by det(A) inv(A)',
  kinds: ['equal', 'less', 'is', 'not'],
  notFor: ['bounds'],
  promise: (goal) => (openIn(goal).length > 0 ? 0.5 : null),
  prove: (goal, known) => {
    const rules = openIn(goal).flatMap((head) => {
      const step = written(head, known);
      return (step && ruleOf(step, known, 'inverses')) ?? [];
    });
    return rules.length === 0
      ? null
      : throughRewriting(goal, known, (t) => rewriteTerm(t, rules, known));
  },
};
