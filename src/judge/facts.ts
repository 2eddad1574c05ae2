/**
 * Facts of algebra judged with the true values of determinants, pseudo-inverses and the like at
 * random points.
 */
import type { Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import { Undefined } from '../numbers/field.ts';
import { determinant } from '../numbers/linear-algebra.ts';
import { tensor } from '../numbers/tensor.ts';
import { field } from './modular.ts';
import type { RandomPoint } from './random-point.ts';
import { headArguments, termValue } from './value.ts';

/**
 * The terms of a statement without quantifiers; null where it has one, or an order, which a prime
 * field has not.
 */
function termsOf(f: Formula): Term[] | null {
  const joined = (...parts: readonly (Term[] | null)[]): Term[] | null =>
    parts.includes(null) ? null : parts.flatMap((p) => p ?? []);
  switch (f.kind) {
    case 'equal':
      return [f.left, f.right];
    case 'is':
      return f.predicate === 'invertible' ? [f.subject] : null;
    case 'not':
      return termsOf(f.body);
    case 'and':
    case 'implies':
      return joined(termsOf(f.left), termsOf(f.right));
    default:
      return null;
  }
}

function holds(f: Formula, point: RandomPoint): boolean {
  switch (f.kind) {
    case 'equal': {
      const [a, b] = [termValue(f.left, point), termValue(f.right, point)];
      return a.data.every((x, i) => x === b.data[i]);
    }
    case 'is': {
      const { data, shape } = termValue(f.subject, point);
      return determinant(field, tensor(shape, [...data])) !== 0;
    }
    case 'not':
      return !holds(f.body, point);
    case 'and':
      return holds(f.left, point) && holds(f.right, point);
    case 'implies':
      return !holds(f.left, point) || holds(f.right, point);
    default:
      throw new TypeError(`${f.kind} is not judged here`);
  }
}

/** What a prime field has a true value for; a norm or an eigenvalue it has not. */
const computable: ReadonlySet<string> = new Set(['det', 'adj', 'pinv', 'rank', 'pair']);
/** Functions of real numbers that a prime field has not. */
const real: ReadonlySet<string> = new Set([
  'tanh',
  'erf',
  'relu',
  'leakyrelu',
  'softplus',
  'gelu',
  'silu',
  'sigmoid',
  'softmax',
  'abs',
  'exp',
  'log',
  'sqrt',
  'sin',
  'cos',
]);
const speaksOfMore = (term: Term): boolean =>
  term.monomials.some(({ factors }) =>
    factors.some(
      ({ head }) =>
        (head.kind === 'operation' && !computable.has(head.name)) ||
        (head.kind === 'jet' && real.has(head.fn.name)) ||
        headArguments(head).some(speaksOfMore),
    ),
  );

/**
 * False where a fact fails at a point; null where it says something that numbers modulo p do not
 * have.
 */
export function judgeFact(
  fact: Formula,
  pointFor: (terms: readonly Term[]) => RandomPoint | null,
): boolean | null {
  const terms = termsOf(fact);
  if (terms === null || terms.some(speaksOfMore)) return null;
  for (let tries = 0; tries < 8; tries++) {
    try {
      const point = pointFor(terms);
      return point && holds(fact, point);
    } catch (error) {
      if (!(error instanceof Undefined)) throw error;
    }
  }
  return null;
}
