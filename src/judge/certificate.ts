/**
 * The certificate of an equation, judged again: at a random point modulo p, left − right less every
 * use's (context of a) − (context of b) must be 0. Where every dimension is at least the number of
 * its wires in the largest monomial, an identity that holds there holds at all sizes, and a false
 * one passes with probability at most degree/p.
 */
import type { Dim, Factor, Head, Term } from '../kernel/term.ts';
import { Undefined } from '../numbers/field.ts';
import type { Random } from '../numbers/random.ts';
import { field } from './modular.ts';
import type { Grid } from './grid.ts';
import { holds } from './hole.ts';
import { RandomPoint, type Inverses } from './random-point.ts';
import { headArguments, headValue, pairing, termValue } from './value.ts';
import { degreeInDims, largest, sizeAt, termCost, termDims, termWires } from './wires.ts';

export interface Equation {
  readonly left: Term;
  readonly right: Term;
}

export interface Certificate extends Equation {
  readonly uses: readonly { readonly equation: Equation; readonly context: Term }[];
  /** F = F' or F = −F' of single factors, that the step takes for granted. */
  readonly symmetries: readonly Equation[];
}

export type Ruling =
  /** `decisive`: some point had all dimensions as large as they have wires. */
  | { readonly holds: true; readonly decisive: boolean }
  | { readonly holds: false; readonly sizes: ReadonlyMap<Dim, number>; readonly why: string };

/** Multiplications that one point may cost. */
const affordable = 400_000;

const mostPoints = 6;

/** Judges one certificate; draws its points from `random`. */
export function judgeCertificate(certificate: Certificate, random: Random): Ruling {
  const { left, right, uses, symmetries } = certificate;
  const equations = [...uses.map((u) => u.equation), ...symmetries, { left, right }];
  const dims = [
    ...new Set(
      [
        ...equations.flatMap(({ left: a, right: b }) => [a, b]),
        ...uses.map((u) => u.context),
      ].flatMap((t) => [...termDims(t)]),
    ),
  ];
  const wires = largest([
    ...[left, right].map((t) => termWires(t)),
    ...uses.map(({ equation: e, context }) =>
      termWires(context, largest([termWires(e.left), termWires(e.right)])),
    ),
  ]);
  const enough = new Map(dims.map((d) => [d, Math.max(2, wires.get(d) ?? 0)]));
  // coefficients are polynomials in the dimensions: one more size than their degree tells them
  // apart
  const degree = Math.max(
    degreeInDims(left),
    degreeInDims(right),
    ...uses.map(
      ({ equation: e, context }) =>
        degreeInDims(context) + Math.max(degreeInDims(e.left), degreeInDims(e.right)),
    ),
  );
  const points = Math.min(mostPoints, degree + 1);
  let decisive = points > degree;
  for (let k = 0; k < points; k++) {
    const wanted = new Map([...enough].map(([d, size], i) => [d, size + k * (1 + (i % 2))]));
    const sizes = affordableSizes(certificate, wanted);
    if ([...sizes].some(([d, size]) => size < (enough.get(d) as number))) decisive = false;
    const why = violation(certificate, new RandomPoint(sizes, random, 'any'));
    if (why !== null) return { holds: false, sizes, why };
  }
  const small = new Map(dims.map((d, i) => [d, 1 + ((i + random.int(0, 2)) % 3)]));
  const why = atSmallPoint(certificate, small, random);
  return why === null ? { holds: true, decisive } : { holds: false, sizes: small, why };
}

/** The sizes wanted, or those sizes cut down until the point can be paid for. */
function affordableSizes(
  certificate: Certificate,
  wanted: ReadonlyMap<Dim, number>,
): ReadonlyMap<Dim, number> {
  let sizes = wanted;
  for (
    let cap = Math.max(1, ...wanted.values());
    cap > 1 && cost(certificate, sizes) > affordable;
  ) {
    cap--;
    sizes = new Map([...wanted].map(([d, size]) => [d, Math.min(size, cap)]));
  }
  return sizes;
}

function cost(
  { left, right, uses, symmetries }: Certificate,
  sizes: ReadonlyMap<Dim, number>,
): number {
  const size = (d: Dim): number => sizeAt(sizes, d);
  const whole = (t: Term): number => termCost(t, size, false);
  const paired = (t: Term): number => termCost(t, size, true);
  let sum = paired(left) + paired(right);
  for (const { equation: e, context } of uses)
    sum += whole(e.left) + whole(e.right) + 2 * paired(context);
  for (const e of symmetries) sum += whole(e.left) + whole(e.right);
  return sum;
}

/**
 * With true inverses where they exist; where some matrix is singular at all draws, with arbitrary
 * ones.
 */
function atSmallPoint(
  certificate: Certificate,
  sizes: ReadonlyMap<Dim, number>,
  random: Random,
): string | null {
  for (const inverses of ['true', 'true', 'any'] satisfies Inverses[]) {
    try {
      return violation(certificate, new RandomPoint(sizes, random, inverses));
    } catch (error) {
      if (!(error instanceof Undefined)) throw error;
    }
  }
  return null;
}

/** What is wrong at a point; null where the certificate holds there. */
function violation(
  { left, right, uses, symmetries }: Certificate,
  point: RandomPoint,
): string | null {
  for (const symmetry of inOrder(symmetries)) {
    const why = drawSymmetric(symmetry, point);
    if (why !== null) return why;
  }
  const vectors = left.shape.map((d) => point.vector(point.size(d)));
  let rest = field.sub(pairing(left, vectors, point), pairing(right, vectors, point));
  for (const { equation, context } of uses) {
    if (holds(equation.left) || holds(equation.right)) return 'an equation that mentions the hole';
    const [a, b] = [equation.left, equation.right].map((t) =>
      pairing(context, vectors, point.filled(termValue(t, point))),
    ) as [number, number];
    rest = field.sub(rest, field.sub(a, b));
  }
  return rest === 0
    ? null
    : `the two sides differ, by ${rest} modulo ${field.modulus}, from what the uses account for`;
}

const depth = (term: Term): number =>
  Math.max(
    0,
    ...term.monomials.flatMap((m) =>
      m.factors.flatMap((f) => headArguments(f.head).map((t) => 1 + depth(t))),
    ),
  );
/** Outer factors' arguments are drawn before them. */
const inOrder = (symmetries: readonly Equation[]): Equation[] =>
  symmetries.toSorted((a, b) => depth(a.left) - depth(b.left));

const single = (term: Term): Factor | null =>
  term.monomials.length === 1 && term.monomials[0]?.factors.length === 1
    ? (term.monomials[0].factors[0] as Factor)
    : null;

/** Is the term its factor alone, every slot free, in order? */
function isBare(term: Term): boolean {
  const [m] = term.monomials;
  const slots = single(term)?.slots ?? [];
  const plain =
    m?.coefficient.num === 1n && m.coefficient.den === 1n && Object.keys(m.powers).length === 0;
  return (
    plain &&
    slots.length === m.free.length &&
    new Set(slots).size === slots.length &&
    slots.every((s, i) => s === m.free[i])
  );
}

/**
 * Makes the factor F of a premise F = ±F' symmetric or antisymmetric at the point; throws for any
 * other premise.
 */
function drawSymmetric({ left, right }: Equation, point: RandomPoint): string | null {
  const [factor, other] = [single(left), single(right)];
  if (factor === null || other === null || !isBare(left) || left.shape.at(-1) !== left.shape.at(-2))
    return 'a symmetry that names more than one factor';
  const negative = (right.monomials[0] as Term['monomials'][number]).coefficient.num < 0n;
  const { head } = factor;
  const value = mirrored(headValue(head, point), negative);
  point.fix(head, argumentsOf(head, point), value);
  const [a, b] = [termValue(left, point), termValue(right, point)];
  return a.data.every((x, i) => x === b.data[i])
    ? null
    : 'a premise on a symmetry that says something else';
}

const argumentsOf = (head: Head, point: RandomPoint): Grid[] =>
  headArguments(head).map((t) => termValue(t, point));

/** The entries above the diagonal of the last two axes, mirrored below it. */
function mirrored(grid: Grid, negative: boolean): Grid {
  const n = grid.shape.at(-1) as number;
  const data = Float64Array.from(grid.data, (x, k) => {
    const [i, j] = [Math.floor(k / n) % n, k % n];
    if (i < j) return x;
    if (i === j) return negative ? 0 : x;
    const mirror = grid.data[k + (j - i) * n + (i - j)] as number;
    return negative ? field.neg(mirror) : mirror;
  });
  return { shape: grid.shape, data };
}
