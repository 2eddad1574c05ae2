/** Means over layers as the claim writes them, up to any layer: `E[|prod[l=k..1](W[l]) x|^2]`. */
import { complete, exprText, type Claim, type Expr } from '../language/index.ts';
import { partsOf } from '../language/parts.ts';
import { readMember } from '../kernel/indices.ts';
import type { Monomial, Term } from '../kernel/term.ts';
import { lower } from '../prover/lowering/lower.ts';
import { NotLowerable } from '../prover/lowering/scope.ts';
import type { Goal } from '../prover/prove.ts';
import { sidesOf } from '../language/related-expressions.ts';

const expectationsIn = (e: Expr): Expr[] => [
  ...(e.kind === 'expectation' ? [e] : []),
  ...partsOf(e).flatMap(expectationsIn),
];

/** Is there neither a number nor a dimension in front? */
const isPlain = ({ coefficient, powers }: Monomial): boolean =>
  coefficient.num === coefficient.den && Object.values(powers).every((k) => k === 0);

/** A term that is one member of a sequence. */
function memberOf(t: Term): { readonly family: string; readonly place: string } | null {
  const [m, ...more] = t.monomials;
  const [factor, ...others] = m?.factors ?? [];
  if (m === undefined || !isPlain(m)) return null;
  if (more.length > 0 || others.length > 0 || factor?.head.kind !== 'variable') return null;
  const found = readMember(factor.head.name);
  const place = factor.head.name.slice(factor.head.name.indexOf('[') + 1, -1);
  return found?.family.includes('#') ? { family: found.family, place } : null;
}

/** The text of a mean up to a place, by the name of its sequence. */
export function meansOverLayers(
  claim: Claim,
  goal: Goal,
): (name: string, place: string) => string | null {
  if (goal.scope.sequences.size === 0) return () => null;
  const texts = new Map<string, (place: string) => string>();
  for (const e of sidesOf(complete(claim).claim.conclusion).flatMap(expectationsIn)) {
    const member = loweredMember(e, goal);
    if (member === null) continue;
    const { family, place: end } = member;
    const words = exprText(e);
    texts.set(family, (place) =>
      words
        .replaceAll(`=${end}..`, `=${place}..`)
        .replaceAll(`..${end}]`, `..${place}]`)
        .replaceAll(new RegExp(`\\^${end}(?!\\w)`, 'g'), `^(${place})`),
    );
  }
  return (name, place) => texts.get(name)?.(place) ?? null;
}

function loweredMember(e: Expr, goal: Goal): ReturnType<typeof memberOf> {
  try {
    return memberOf(lower(e, { ...goal.scope, conditions: [] }));
  } catch (error) {
    if (error instanceof NotLowerable) return null;
    throw error;
  }
}
