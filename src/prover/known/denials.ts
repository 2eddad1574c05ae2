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
import { less } from '../../kernel/formula.ts';
import { positiveSquare } from './squared-difference.ts';

/** From ¬φ: each thing that follows at once. */
export function denied(theorem: Theorem): Theorem[] {
  const f = theorem.conclusion;
  if (f.kind !== 'not') return [];
  const { body } = f;
  switch (body.kind) {
    case 'equal': {
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
