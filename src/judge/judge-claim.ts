/** Checks a proved claim by numbers at random points, from its own text. */
import type { Attribute, Claim, Declaration, Formula } from '../language/ast.ts';
import { complete } from '../language/definedness/complete.ts';
import type { Assignment, Value } from '../evaluate/assignment.ts';
import { compileDecision } from '../evaluate/decide.ts';
import { meetsDeclarations } from '../evaluate/bound.ts';
import { scopeOf } from '../evaluate/scope.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import { spent, unitsPerMillisecond } from '../numbers/counted-work.ts';
import { rationals } from '../numbers/rationals.ts';
import { random, type Random } from '../numbers/random.ts';
import { drawValue, structureOf } from './drawn-values.ts';
import { wiresNeeded } from './ends.ts';
import type { JudgeOptions } from './judge-theorem.ts';
import { field } from './modular.ts';

export type Finding = 'holds' | 'fails' | 'not applicable';

/** Units of work after which no further point is drawn, once one was judged. */
const enough = 60 * unitsPerMillisecond;
const attempts = 24;
/** Points judged before the claim is let go. */
const points = 3;

/** An equation, or equations joined by `and` and `forall i in 1..N`. */
const isEquation = (f: Formula): boolean => {
  if (f.kind === 'and') return isEquation(f.left) && isEquation(f.right);
  return f.kind === 'each' ? isEquation(f.body) : f.kind === 'relation' && f.relation === '=';
};

/** A comparison of dimensions, which sizes alone decide. */
const isOfDims = (f: Formula): boolean =>
  f.kind === 'relation' &&
  f.left.kind !== 'kernel' &&
  [f.left, f.right].every((e) => e.kind === 'dimension' || e.kind === 'number');

/** A family of dimensions, `d[l]`, has no sizes here. */
const dimsOf = ({ type }: Declaration): readonly string[] => {
  if (type.kind === 'activation') return [];
  return type.kind === 'tensor' ? type.shape : [...type.inputs.flat(), ...type.output];
};

const ranks: ReadonlySet<Attribute> = new Set(['invertible', 'onto', 'one-to-one', 'nonzero']);

/** `!=`, or a matrix of full rank: what holds at most points, and is tested at each. */
const isInequation = (f: Formula): boolean => {
  if (f.kind === 'and') return isInequation(f.left) && isInequation(f.right);
  if (f.kind === 'each') return isInequation(f.body);
  return f.kind === 'is' ? ranks.has(f.attribute) : f.kind === 'relation' && f.relation === '!=';
};

/**
 * Hypotheses about a variable, `W is onto`, join its attributes; null if another hypothesis is not
 * an inequation either.
 */
function declarationsOf(
  claim: Claim,
): { declarations: readonly Declaration[]; others: readonly Formula[] } | null {
  const declarations = [...claim.declarations];
  const others: Formula[] = [];
  for (const h of claim.hypotheses) {
    if (h.kind === 'is' && h.subject.kind === 'variable' && h.subject.index === null) {
      const { name } = h.subject;
      const at = declarations.findIndex((d) => d.name === name);
      const before = declarations[at];
      if (before === undefined) return null;
      declarations[at] = { ...before, attributes: [...before.attributes, h.attribute] };
    } else if (isInequation(h)) others.push(h);
    else if (!isOfDims(h)) return null;
  }
  const drawable = (d: Declaration): boolean =>
    structureOf(d.attributes) !== null && !dimsOf(d).some((x) => x.includes('['));
  return declarations.every(drawable) ? { declarations, others } : null;
}

/**
 * Judges an equation by its own text tree, without the kernel and without its terms: at random
 * points modulo 2^31 − 1, with random polynomials for the functions. Not applicable where a
 * hypothesis is an equation or an inequality, or where something in the claim has no meaning modulo
 * a prime.
 */
export function judgeClaim(given: Claim, { seed }: JudgeOptions): Finding {
  const { claim } = complete(given);
  const found = isEquation(claim.conclusion) ? declarationsOf(claim) : null;
  if (found === null) return 'not applicable';
  const generator = random(seed);
  const conclusion = compileDecision(claim.conclusion);
  const others = found.others.map(compileDecision);
  const ofDims = claim.hypotheses.filter(isOfDims).map(compileDecision);
  const until = spent() + enough;
  let judged = 0;
  for (let k = 0; k < attempts && judged < points && (spent() < until || judged === 0); k++) {
    const sizes = sizesOf(claim, k, generator);
    try {
      if (!ofDims.every((h) => h(rationals, { dims: sizes, values: new Map() }))) continue;
      const at = pointOf(found.declarations, sizes, generator);
      if (at === null || !others.every((h) => h(field, at))) continue;
      if (!conclusion(field, at)) return 'fails';
      judged++;
    } catch (error) {
      if (error instanceof Unsupported || error instanceof Unsettled) return 'not applicable';
      if (!(error instanceof Undefined)) throw error;
    }
  }
  return judged > 0 ? 'holds' : 'not applicable';
}

/** Derivatives by every entry of a large matrix would cost seconds. */
const largestSize = 6;

/**
 * Sizes as large as the conclusion has wires, then others: some matrices are onto or invertible at
 * some sizes alone.
 */
function sizesOf(claim: Claim, attempt: number, generator: Random): ReadonlyMap<string, number> {
  const wires = wiresNeeded(claim.conclusion);
  return new Map(
    claim.dims.map((d) => {
      const wanted = Math.min(largestSize, Math.max(2, wires.get(d) ?? 2));
      // a mean is taken over all products of random entries, which are too many at larger sizes
      if (claim.random.length > 0) return [d, attempt === 0 ? 2 : generator.int(1, 2)];
      if (attempt === 0) return [d, Math.max(3, wanted)];
      return [
        d,
        attempt % 3 === 0 ? generator.int(1, 3) : Math.max(1, wanted + generator.int(-2, 1)),
      ];
    }),
  );
}

/**
 * Attributes that a prime field can test; the others are met by construction, or are inequalities,
 * dense in what is drawn.
 */
const testable: ReadonlySet<Attribute> = new Set<Attribute>([
  'symmetric',
  'antisymmetric',
  'diagonal',
  'lower',
  'upper',
  'orthogonal',
  'projector',
  'invertible',
  'onto',
  'one-to-one',
  'nonzero',
  'unit',
]);

function pointOf(
  declarations: readonly Declaration[],
  dims: ReadonlyMap<string, number>,
  generator: Random,
): Assignment<number> | null {
  const values = new Map<string, Value<number>>();
  for (const d of declarations) values.set(d.name, drawValue(generator, d, dims));
  const at: Assignment<number> = { dims, values };
  const tested = declarations.map((d) => ({
    ...d,
    attributes: d.attributes.filter((a) => testable.has(a)),
  }));
  return meetsDeclarations(tested, scopeOf(field, at)) ? at : null;
}
