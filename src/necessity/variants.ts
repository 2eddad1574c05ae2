/** Variants of a claim with one hypothesis dropped or weakened. */
import type { Attribute, Claim, Declaration, Formula } from '../language/ast.ts';
import { claimText, formulaText, parseClaim } from '../language/index.ts';
import { implies, weaker } from './attribute-order.ts';

/** The claim with one hypothesis dropped or weakened. */
export interface Variant {
  /** What stands in place of the hypothesis; null where it is dropped. */
  readonly instead: string | null;
  readonly claim: Claim;
  /** The claim's text, ready to paste. */
  readonly text: string;
}

/**
 * A hypothesis of a claim and everything weaker to put in its place, the weakest first: dropped
 * altogether.
 */
export interface Hypothesis {
  /** In the words of the claim, as `W invertible` or `grad(l)(F(theta)) = 0`. */
  readonly text: string;
  readonly kind: 'attribute' | 'stated';
  readonly variants: readonly Variant[];
}

const variant = (claim: Claim, instead: string | null): Variant => {
  const text = claimText(claim);
  return { instead, claim: parseClaim(text), text };
};

const isScalar = (d: Declaration): boolean => d.type.kind === 'tensor' && d.type.shape.length === 0;
const isSquare = (d: Declaration): boolean =>
  d.type.kind === 'tensor' && d.type.shape.length === 2 && d.type.shape[0] === d.type.shape[1];

/**
 * Attributes that say something new of a value of this shape: a square matrix that is onto is
 * invertible.
 */
const telling = (d: Declaration, from: Attribute, to: Attribute): boolean => {
  if (isScalar(d)) return ['positive', 'nonnegative', 'nonzero'].includes(to);
  if (isSquare(d) && from === 'invertible') return false;
  if (isSquare(d) && (to === 'onto' || to === 'one-to-one')) return false;
  return true;
};

const ofAttribute = (claim: Claim, d: Declaration, attribute: Attribute): Hypothesis => {
  const rest = d.attributes.filter((a) => a !== attribute);
  const put = (instead: Attribute | null): Variant => {
    const attributes = instead === null ? rest : [...rest, instead];
    return variant(
      {
        ...claim,
        declarations: claim.declarations.map((x) => (x === d ? { ...x, attributes } : x)),
      },
      instead === null ? null : `${d.name} ${instead}`,
    );
  };
  const between = weaker(attribute).filter(
    (a) => telling(d, attribute, a) && !rest.some((r) => implies(r, a)),
  );
  return {
    text: `${d.name} ${attribute}`,
    kind: 'attribute',
    variants: [put(null), ...between.map(put)],
  };
};

/** `A = B` to `A ~~ B` for matrices and vectors, `<` to `<=`: what stated relations imply. */
const weakerRelations = (f: Formula): Formula[] => {
  if (f.kind === 'is') return weaker(f.attribute).map((attribute) => ({ ...f, attribute }));
  if (f.kind !== 'relation') return [];
  if (f.relation === '<') return [{ ...f, relation: '<=' }];
  if (f.relation === '>') return [{ ...f, relation: '>=' }];
  return [];
};

const ofFormula = (claim: Claim, i: number): Hypothesis => {
  const f = claim.hypotheses[i] as Formula;
  const put = (instead: Formula | null): Variant =>
    variant(
      {
        ...claim,
        hypotheses: claim.hypotheses.flatMap((h, j) =>
          j !== i ? [h] : instead === null ? [] : [instead],
        ),
      },
      instead === null ? null : formulaText(instead),
    );
  return {
    text: formulaText(f),
    kind: 'stated',
    variants: [put(null), ...weakerRelations(f).map(put)],
  };
};

/** Every hypothesis of a claim, stated or an attribute of a declaration, with its weaker forms. */
export const hypothesesOf = (claim: Claim): Hypothesis[] => [
  ...claim.declarations.flatMap((d) => d.attributes.map((a) => ofAttribute(claim, d, a))),
  ...claim.hypotheses.map((_, i) => ofFormula(claim, i)),
];
