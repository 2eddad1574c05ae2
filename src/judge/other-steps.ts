/** Steps without a certificate of their own that numbers can judge all the same. */
import type { Formula } from '../kernel/formula.ts';
import type { Dim, Term } from '../kernel/term.ts';
import { Undefined } from '../numbers/field.ts';
import { determinant } from '../numbers/linear-algebra.ts';
import type { Random } from '../numbers/random.ts';
import { tensor } from '../numbers/tensor.ts';
import { judgeFact } from './facts.ts';
import { entries, type Grid } from './grid.ts';
import { field } from './modular.ts';
import { RandomPoint, type Inverses } from './random-point.ts';
import { NoDerivative, termTangent } from './tangent.ts';
import { headArguments, pairing, termValue } from './value.ts';
import { sizeAt, termCost, termDims } from './wires.ts';

/** Premises and conclusion of one application of a rule. */
export interface Step {
  readonly rule: string;
  readonly from: readonly Formula[];
  readonly conclusion: Formula;
}

const costly = 400_000;

/** Every variable of a term with its shape. */
function variables(
  term: Term,
  into = new Map<string, readonly Dim[]>(),
): Map<string, readonly Dim[]> {
  for (const m of term.monomials) {
    for (const { head } of m.factors) {
      if (head.kind === 'variable') into.set(head.name, head.shape);
      headArguments(head).forEach((t) => variables(t, into));
    }
  }
  return into;
}

/**
 * A point at sizes from 2 to 4, smaller where the terms are dear; null where even the smallest is
 * too dear.
 */
function pointFor(terms: readonly Term[], random: Random, inverses: Inverses): RandomPoint | null {
  const dims = [...new Set(terms.flatMap((t) => [...termDims(t)]))];
  for (const top of [4, 3, 2]) {
    const sizes = new Map(dims.map((d) => [d, random.int(2, top)]));
    const cost = terms.reduce((sum, t) => sum + termCost(t, (d) => sizeAt(sizes, d), false), 0);
    if (cost <= costly) return new RandomPoint(sizes, random, inverses);
  }
  return null;
}

const same = (a: Grid, b: Grid): boolean =>
  a.data.length === b.data.length && a.data.every((x, i) => x === b.data[i]);

function outer(vectors: readonly Float64Array[]): Grid {
  const shape = vectors.map((v) => v.length);
  const data = vectors.reduce(
    (sum, v) =>
      Float64Array.from({ length: sum.length * v.length }, (_, k) =>
        field.mul(sum[Math.floor(k / v.length)] as number, v[k % v.length] as number),
      ),
    Float64Array.of(1),
  );
  return { shape, data };
}

/** The derivative of each side, against how fast the side moves along a random direction. */
function differentiated(
  before: Term,
  after: Term,
  name: string,
  shape: readonly Dim[],
  point: RandomPoint,
): boolean {
  const directions = shape.map((d) => point.vector(point.size(d)));
  const ends = before.shape.map((d) => point.vector(point.size(d)));
  const moved = termTangent(before, { name, value: outer(directions) }, point);
  const weights = outer(ends);
  let along = 0;
  for (let k = 0; k < entries(moved.shape); k++)
    along = field.add(along, field.mul(moved.data[k] as number, weights.data[k] as number));
  return along === pairing(after, [...ends, ...directions], point);
}

function judgeDifferentiate({ from, conclusion }: Step, random: Random): boolean | null {
  const [premise] = from;
  if (premise?.kind !== 'equal' || conclusion.kind !== 'equal') return false;
  const terms = [premise.left, premise.right, conclusion.left, conclusion.right];
  const shape = conclusion.left.shape.slice(premise.left.shape.length);
  const candidates = [...new Map([...variables(premise.left), ...variables(premise.right)])]
    .filter(([, s]) => s.join() === shape.join())
    .map(([name]) => name);
  const point = pointFor(terms, random, 'any');
  if (point === null) return null;
  // the derivation does not say by which variable: one of the shape must fit, or neither side
  // depends on it
  return [...candidates, ''].some(
    (name) =>
      differentiated(premise.left, conclusion.left, name, shape, point) &&
      differentiated(premise.right, conclusion.right, name, shape, point),
  );
}

/** From Σ t² = 0: t = 0. */
function judgeSquares({ from, conclusion }: Step, random: Random): boolean | null {
  const [premise] = from;
  if (premise?.kind !== 'equal' || conclusion.kind !== 'equal') return false;
  const point = pointFor(
    [premise.left, premise.right, conclusion.left, conclusion.right],
    random,
    'any',
  );
  if (point === null) return null;
  const [sum, nothing, term, zero] = [
    premise.left,
    premise.right,
    conclusion.left,
    conclusion.right,
  ].map((t) => termValue(t, point)) as [Grid, Grid, Grid, Grid];
  const squares = term.data.reduce((s, x) => field.add(s, field.mul(x, x)), 0);
  return sum.data[0] === squares && nothing.data[0] === 0 && zero.data.every((x) => x === 0);
}

const equations = (f: Formula): Formula[] =>
  f.kind === 'and' ? [...equations(f.left), ...equations(f.right)] : [f];

/** What the premise of an inverse says is invertible, or not 0. */
const inverted = (f: Formula | undefined): Term | null =>
  f?.kind === 'is' ? f.subject : f?.kind === 'not' && f.body.kind === 'equal' ? f.body.left : null;

/** Is the premise true at the point? A step is judged at such points alone. */
function isInvertibleAt(subject: Term, point: RandomPoint): boolean {
  const { shape, data } = termValue(subject, point);
  if (shape.length === 0) return data[0] !== 0;
  return determinant(field, tensor([...shape], [...data])) !== 0;
}

/** A inv(A) = I and s (1/s) = 1, with true inverses, where there are any. */
function judgeInverse({ from, conclusion }: Step, random: Random): boolean | null {
  const parts = equations(conclusion);
  const subject = inverted(from[0]);
  if (subject === null) return null;
  for (let tries = 0; tries < 8; tries++) {
    try {
      const point = pointFor(
        parts.flatMap((f) => (f.kind === 'equal' ? [f.left, f.right] : [])),
        random,
        'true',
      );
      if (point === null) return null;
      if (!isInvertibleAt(subject, point)) continue;
      return parts.every(
        (f) => f.kind === 'equal' && same(termValue(f.left, point), termValue(f.right, point)),
      );
    } catch (error) {
      if (!(error instanceof Undefined)) throw error;
    }
  }
  return null;
}

const judges: ReadonlyMap<string, (step: Step, random: Random) => boolean | null> = new Map([
  ['differentiate', judgeDifferentiate],
  ['squares', judgeSquares],
  ['inverse', judgeInverse],
  [
    'fact',
    ({ conclusion }, random) => judgeFact(conclusion, (terms) => pointFor(terms, random, 'true')),
  ],
]);

/** False where numbers contradict the step; null where they say nothing about it. */
export function judgeStep(step: Step, random: Random): boolean | null {
  try {
    return judges.get(step.rule)?.(step, random) ?? null;
  } catch (error) {
    if (error instanceof NoDerivative) return null;
    throw error;
  }
}
