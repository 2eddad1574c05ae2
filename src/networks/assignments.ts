/** Draws whole points for a claim: sizes first, then every declared name. */
import type { Assignment, Value } from '../evaluate/assignment.ts';
import { decide } from '../evaluate/decide.ts';
import type { Claim, Declaration, Formula } from '../language/ast.ts';
import { brackets } from '../numbers/bracket.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import { type Q, denominator, numerator } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import {
  type Manner,
  drawDeclared,
  meetsAttributes,
  simplerValues,
  valueWeight,
} from './declared.ts';
import { type Dice, once, pick } from './dice.ts';
import { dropPosition } from './drop-size.ts';
import { drawStyle } from './entries.ts';
import { isZero, same, simplerNumbers } from './fraction.ts';
import { Sampler } from './sampler.ts';
import {
  type Sizes,
  allSizes,
  drawSizes,
  drawSmallSizes,
  impossibleDeclaration,
  isOnSizes,
  sizeNames,
  withMembers,
} from './sizes.ts';
import { matrixClasses } from './spectra.ts';

/**
 * Is the hypothesis true of these sizes? Where brackets cannot tell, the exact decision of the
 * claim must.
 */
const holdsOfSizes = (h: Formula, at: Assignment<Q>): boolean => {
  try {
    return decide(h, rationals, at);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
  }
  const field = brackets(128);
  try {
    return decide(h, field, { dims: at.dims, values: new Map() });
  } catch (error) {
    if (error instanceof Unsettled || error instanceof Unsupported) return true;
    throw error;
  }
};

/** Do the hypotheses on dimensions hold, and can every attribute hold at these sizes? */
export const sizesFit = (
  claim: Claim,
  declarations: readonly Declaration[],
  sizes: Sizes,
): boolean => {
  try {
    if (impossibleDeclaration(declarations, sizes) !== null) return false;
    const at: Assignment<Q> = { dims: sizes, values: new Map() };
    return claim.hypotheses.every((h) => !isOnSizes(h) || holdsOfSizes(h, at));
  } catch (error) {
    // `x: d[2]` where there is one layer
    if (error instanceof Undefined) return false;
    throw error;
  }
};

/** The deepest networks that are drawn. */
const deepest = 4;

/** Widths of layers: all alike, or each its own; depths are small. */
const drawMembers = (random: Dice, claim: Claim, sizes: Sizes): Sizes => {
  if (claim.dimFamilies.length === 0) return sizes;
  const shallow = new Map(sizes);
  for (const { to } of claim.dimFamilies)
    if ((sizes.get(to) ?? 0) > deepest) shallow.set(to, random.nextInt(1, deepest));
  const alike = once(random, 2);
  return withMembers(claim, shallow, (size) => (alike ? Math.min(size, 3) : random.nextInt(1, 3)));
};

/** Sizes for a claim, those of its hypotheses on dimensions met; null where none up to 6 do. */
export const drawClaimSizes = (
  random: Dice,
  claim: Claim,
  declarations: readonly Declaration[] = claim.declarations,
): Sizes | null => {
  const names = sizeNames(claim);
  for (let i = 0; i < 30; i++) {
    const sizes = drawMembers(
      random,
      claim,
      claim.random.length > 0 ? drawSmallSizes(random, names) : drawSizes(random, names),
    );
    if (sizesFit(claim, declarations, sizes)) return sizes;
  }
  const fitting: Sizes[] = [];
  for (const plain of allSizes(names, 6)) {
    const sizes = withMembers(claim, plain);
    if (sizesFit(claim, declarations, sizes)) fitting.push(sizes);
    if (fitting.length === 12) break;
  }
  return fitting.length === 0 ? null : pick(random, fitting);
};

export const drawManner = (random: Dice): Manner => ({
  style: drawStyle(random),
  kind: once(random, 2) ? pick(random, matrixClasses) : null,
  exactly: !once(random, 6),
});

/**
 * Values for all declarations at these sizes, in order; the name of the one that failed where its
 * attributes could not be met.
 */
export const drawValues = (
  random: Dice,
  declarations: readonly Declaration[],
  sizes: Sizes,
  manner: Manner,
): Map<string, Value<Q>> | string => {
  const values = new Map<string, Value<Q>>();
  for (const d of declarations) {
    // Half of the time each variable has a class of its own, otherwise the whole point is of one
    // kind.
    const own = once(random, 3) ? { ...manner, kind: pick(random, matrixClasses) } : manner;
    const value = drawDeclared(random, d, sizes, own);
    if (value === null) return d.name;
    values.set(d.name, value);
  }
  return values;
};

const total = (sizes: Sizes): number => [...sizes.values()].reduce((a, b) => a + b, 0);
const cap = 1n << 400n;

/** Size of a point for shrinking: dimensions first, then values. */
export const weightOf = (sizes: Sizes, values: bigint): bigint =>
  BigInt(total(sizes)) * cap + (values < cap ? values : cap - 1n);

export const pointWeight = (point: Assignment<Q>): bigint => {
  let values = 0n;
  for (const value of point.values.values()) values += valueWeight(value);
  return weightOf(point.dims, values);
};

/** Points with one position of one dimension deleted. */
export function* fewerDimensions(
  point: Assignment<Q>,
  declarations: readonly Declaration[],
): Iterable<Assignment<Q>> {
  for (const [name, size] of point.dims) {
    if (size > 1)
      for (let at = size - 1; at >= 0; at--) yield dropPosition(point, declarations, name, at);
  }
  yield* narrower(point, declarations);
}

/**
 * Points with one position deleted of all widths of the layers at once: what ties neighbours
 * together stays.
 */
function* narrower(
  point: Assignment<Q>,
  declarations: readonly Declaration[],
): Iterable<Assignment<Q>> {
  const widths = [...point.dims.keys()].filter((name) => name.includes('['));
  const familyOf = (name: string): string => name.slice(0, name.indexOf('['));
  for (const family of new Set(widths.map(familyOf))) {
    const members = widths.filter((name) => familyOf(name) === family);
    const least = Math.min(...members.map((name) => point.dims.get(name) ?? 1));
    for (let at = least > 1 ? least - 1 : -1; at >= 0; at--)
      yield members.reduce((next, name) => dropPosition(next, declarations, name, at), point);
  }
}

/** Points with one value made simpler. */
export function* simplerPoints(
  point: Assignment<Q>,
  names: readonly string[] = [...point.values.keys()],
): Iterable<Assignment<Q>> {
  for (const name of names) {
    const value = point.values.get(name);
    if (value === undefined) continue;
    for (const simpler of simplerValues(value))
      yield { dims: point.dims, values: new Map(point.values).set(name, simpler) };
  }
}

/**
 * Points with all occurrences of a number in tensors made simpler at once: what an equation ties
 * together shrinks together.
 */
export function* simplerTogether(point: Assignment<Q>): Iterable<Assignment<Q>> {
  const times = new Map<string, { readonly x: Q; count: number }>();
  const tensors = (value: Value<Q>): readonly Q[] =>
    value.kind === 'tensor'
      ? value.tensor.data
      : value.kind === 'family'
        ? value.members.flatMap(tensors)
        : [];
  for (const value of point.values.values()) {
    for (const x of new Set(tensors(value))) {
      const key = `${numerator(x)}/${denominator(x)}`;
      const old = times.get(key);
      if (old === undefined) times.set(key, { x, count: 1 });
      else old.count++;
    }
  }
  const replaced = (value: Value<Q>, from: Q, to: Q): Value<Q> => {
    if (value.kind === 'family')
      return { kind: 'family', members: value.members.map((m) => replaced(m, from, to)) };
    if (value.kind !== 'tensor') return value;
    return {
      kind: 'tensor',
      tensor: {
        shape: value.tensor.shape,
        data: value.tensor.data.map((x) => (same(x, from) ? to : x)),
      },
    };
  };
  for (const { x, count } of times.values()) {
    if (count < 2 || isZero(x)) continue;
    for (const simpler of simplerNumbers(x)) {
      yield {
        dims: point.dims,
        values: new Map(
          [...point.values].map(([name, value]) => [name, replaced(value, x, simpler)]),
        ),
      };
    }
  }
}

class AssignmentSampler extends Sampler<Assignment<Q>> {
  readonly claim: Claim;
  constructor(claim: Claim) {
    super();
    this.claim = claim;
  }
  override draw(random: Dice): Assignment<Q> {
    const sizes = drawClaimSizes(random, this.claim);
    if (sizes === null) throw new RangeError('no sizes up to 6 meet the hypotheses on dimensions');
    for (let i = 0; i < 50; i++) {
      const values = drawValues(random, this.claim.declarations, sizes, drawManner(random));
      if (typeof values !== 'string') return { dims: sizes, values };
    }
    throw new RangeError('no values with the declared attributes were found');
  }
  override accepts(value: unknown): value is Assignment<Q> {
    if (typeof value !== 'object' || value === null || !('dims' in value) || !('values' in value))
      return false;
    const point = value as Assignment<Q>;
    if (!sizesFit(this.claim, this.claim.declarations, point.dims)) return false;
    return this.claim.declarations.every((d) => {
      const v = point.values.get(d.name);
      return v !== undefined && meetsAttributes(v, d.attributes);
    });
  }
  override measure(value: Assignment<Q>): bigint {
    return pointWeight(value);
  }
  protected override *candidates(value: Assignment<Q>): Iterable<Assignment<Q>> {
    yield* fewerDimensions(value, this.claim.declarations);
    yield* simplerPoints(value);
  }
}

/**
 * Points for a whole claim: sizes that meet its hypotheses on dimensions, then a value for each
 * declared name with its attributes met exactly. Other hypotheses are the refuter's business.
 */
export const assignmentSampler = (claim: Claim): Sampler<Assignment<Q>> =>
  new AssignmentSampler(claim);
