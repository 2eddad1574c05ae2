/** Equations that say A B = I in another order or with numbers: I = A B, A B = 2 I, A B - I = 0. */
import { identity, scale, splice, variable, factorTerm } from '../../kernel/graph.ts';
import { negative, ratio, times } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { hole } from '../../kernel/theorem.ts';
import { promised, type Equation } from '../derived/equations.ts';
import { linearBy, nothing } from '../derived/labelled.ts';
import { difference, own } from '../graphs/sum.ts';

const inverted = ({ num, den }: Ratio): Ratio => (num < 0n ? ratio(-den, -num) : ratio(den, num));

const isUnit = ({ factors, free, powers }: Monomial): boolean =>
  factors.length === 0 && free[0] === free[1] && Object.keys(powers).length === 0;
/** Two matrices, one behind the other. */
const isProduct = ({ factors, free, powers }: Monomial): boolean =>
  factors.length === 2 &&
  factors.every(({ slots }) => slots.length === 2 && slots[0] !== slots[1]) &&
  factors.every(({ slots }) => slots.some((w) => w === free[0] || w === free[1])) &&
  free[0] !== free[1] &&
  Object.keys(powers).length === 0;

/** The graph alone, with the coefficient given. */
const graphOf = ({ wires, free, factors }: Monomial, coefficient: Ratio): Term =>
  splice(
    { wires, free, coefficient },
    factors.map((f) => ({ term: factorTerm(f), on: f.slots })),
  );

/** The same equation as c A B = I; null where it says nothing of the kind, or says it so already. */
export function asProductToIdentity(eq: Equation): Equation | null {
  const { left, right } = eq;
  if (left.shape.length !== 2 || left.monomials.length + right.monomials.length > 3) return null;
  const [n] = left.shape as [Dim];
  if (
    left.monomials.length === 1 &&
    right.monomials.length === 1 &&
    isUnit(right.monomials[0] as Monomial)
  ) {
    const { coefficient: c } = right.monomials[0] as Monomial;
    if (c.num === c.den) return null;
  }
  const entries = [...difference(left, right, nothing).values()];
  const unit = entries.find((e) => isUnit(e.monomial));
  const product = entries.find((e) => isProduct(e.monomial));
  if (entries.length !== 2 || !unit || !product) return null;
  // c P - u I = 0 is (c/u) P = I
  const factor = negative(inverted(own(unit)));
  const target = graphOf(product.monomial, times(factor, own(product)));
  return promised(target, identity(n), eq.name, () =>
    linearBy(target, identity(n), [
      { equation: eq.theorem, context: scale(factor, variable(hole, left.shape)) },
    ]),
  );
}
