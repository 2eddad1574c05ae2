/**
 * Products of positive semidefinite matrices that commute are positive semidefinite: (A − a I)(b I
 * − A) where a I ⪯ A ⪯ b I.
 */
import type { Term } from '../../kernel/term.ts';
import { contract } from '../../kernel/graph.ts';
import { fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { alike } from '../derived/labelled.ts';
import { passed } from '../agenda/effort.ts';
import type { Context } from '../known/context.ts';
import { byEquations } from '../rewriting/by-equations.ts';

const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
const effort = { rounds: 2, rows: 40, weight: 16 };

/** What is known to be positive semidefinite, each matrix once. */
export function semidefinite(ctx: Context): Theorem[] {
  const found: { of: Term; theorem: Theorem }[] = [];
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || (f.predicate !== 'psd' && f.predicate !== 'pd')) continue;
    if (found.some(({ of }) => alike(of, f.subject))) continue;
    found.push({
      of: f.subject,
      theorem:
        f.predicate === 'psd'
          ? theorem
          : modusPonens(fact('a pd matrix is psd', f.subject), theorem),
    });
  }
  return found.map(({ theorem }) => theorem);
}

export const subject = (t: Theorem): Term | null =>
  t.conclusion.kind === 'is' ? t.conclusion.subject : null;

/** A B ⪰ 0 from A ⪰ 0 and B ⪰ 0, where A B = B A follows. */
export function commutingProduct(s: Theorem, t: Theorem, ctx: Context): Theorem | null {
  const [a, b] = [subject(s), subject(t)];
  if (!a || !b || a.shape.join() !== b.shape.join() || passed(ctx.deadline)) return null;
  const commute = byEquations(product(a, b), product(b, a), ctx, effort);
  if (commute?.conclusion.kind !== 'equal') return null;
  const claim = fact('product of commuting psd matrices', a, b);
  return [s, t, commute].reduce((u: Theorem, given) => modusPonens(u, given), claim);
}
