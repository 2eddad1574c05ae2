/** What a denial says: of an inequality its converse, of an alternative that both fail. */
import {
  classical,
  comparable,
  cases,
  contradiction,
  assume,
  either,
  explode,
  type Theorem,
} from '../../kernel/theorem.ts';
import { equal, less, type FormulaOf } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { flipped } from '../derived/equations.ts';
import { positiveSquare } from './squared-difference.ts';

const isNought = (t: Term): boolean => t.monomials.length === 0;

/** From ¬(0 = t): ¬(t = 0), the form that everything else looks for. */
const mirroredDenial = (theorem: Theorem, { left, right }: FormulaOf<'equal'>): Theorem | null =>
  isNought(left) && !isNought(right) ? mirrorDenial(theorem, { left, right }) : null;

/** From ¬(l = r): ¬(r = l). */
export const mirrorDenial = (
  theorem: Theorem,
  { left, right }: Pick<FormulaOf<'equal'>, 'left' | 'right'>,
): Theorem => {
  const other = equal(right, left);
  return contradiction(other, explode(flipped(assume(other)), theorem));
};

/** From ¬φ: each thing that follows at once. */
export function denied(theorem: Theorem): Theorem[] {
  const f = theorem.conclusion;
  if (f.kind !== 'not') return [];
  const { body } = f;
  switch (body.kind) {
    case 'equal': {
      const mirrored = mirroredDenial(theorem, body);
      if (mirrored) return [mirrored];
      const positive = positiveSquare(theorem);
      return positive ? [positive] : [];
    }
    case 'less': {
      const { left, right, strict } = body;
      const converse = less(right, left, !strict);
      const impossible = classical(converse, explode(assume(body), theorem));
      return [
        strict
          ? cases(comparable(right, left), assume(converse), impossible)
          : cases(comparable(left, right), impossible, assume(converse)),
      ];
    }
    case 'or':
      return [
        contradiction(body.left, explode(either(assume(body.left), body.right, 'left'), theorem)),
        contradiction(body.right, explode(either(assume(body.right), body.left, 'right'), theorem)),
      ];
    default:
      return [];
  }
}
