/** Decides `forall` over the reals by polynomial identities and signs. */
import type { Declaration, Formula, Relation } from '../language/ast.ts';
import { polynomials, type Polynomial } from '../numbers/polynomial.ts';
import { neg, type Q } from '../numbers/rational.ts';
import { Unsettled, Unsupported } from '../numbers/field.ts';
import type { Tensor } from '../numbers/tensor.ts';
import { bind, type Bound } from './bound.ts';
import { compileExpr } from './compile.ts';
import { lazily } from './lazily.ts';
import { mapAssignment } from './lift.ts';
import { compileRows, equationsOf, solutions } from './linear-system.ts';
import { namesInFormula } from './names.ts';
import {
  borderedMatrix,
  isForm,
  isNonnegative,
  isPositive,
  isPositiveForm,
  onUnitVectors,
} from './quadratic.ts';
import { withIndex, type Scope } from './scope.ts';
import { compileDim } from './sizes.ts';
import { every, type Truth } from './truth.ts';

/**
 * What is known of the bound variables: attributes that leave an open, dense set, and the others.
 */
interface Domain {
  readonly parameters: number;
  /** A polynomial that vanishes on all allowed values vanishes identically. */
  readonly dense: boolean;
  /** All values are allowed. */
  readonly whole: boolean;
  /** All values but zero, of one variable. */
  readonly punctured: boolean;
  /** One vector of length 1. */
  readonly sphere: boolean;
}

const structural: ReadonlySet<string> = new Set([
  'symmetric',
  'diagonal',
  'antisymmetric',
  'lower',
  'upper',
]);
/** Excluded by `antisymmetric`: an antisymmetric matrix of odd size is never invertible. */
const open: ReadonlySet<string> = new Set([
  'nonzero',
  'positive',
  'nonnegative',
  'psd',
  'pd',
  'invertible',
]);

const domainOf = (variables: readonly Declaration[], parameters: number): Domain => {
  const attributes = variables.map((d) => d.attributes as readonly string[]);
  const isDense = (list: readonly string[]): boolean =>
    list.includes('antisymmetric')
      ? list.length === 1
      : list.every((a) => structural.has(a) || open.has(a));
  const single = variables.length === 1 && variables[0]?.family === null;
  const only = (name: string): boolean =>
    single && attributes[0]?.length === 1 && attributes[0][0] === name;
  return {
    parameters,
    dense: attributes.every(isDense),
    whole: attributes.every((list) => list.every((a) => structural.has(a)) && list.length <= 1),
    punctured: only('nonzero'),
    sphere: only('unit'),
  };
};

const orderOf: Readonly<
  Partial<Record<Relation, { readonly strict: boolean; readonly swap: boolean }>>
> = {
  '>=': { strict: false, swap: false },
  '>': { strict: true, swap: false },
  '<=': { strict: false, swap: true },
  '<': { strict: true, swap: true },
};

/**
 * Whether a polynomial is positive (or nonnegative) at all allowed values; null where that is not
 * decided here.
 */
const signed = (p: Polynomial, strict: boolean, domain: Domain): Truth => {
  const m = borderedMatrix(p, domain.parameters);
  if (m === null) return null;
  const everywhere = strict ? isPositive(m) : isNonnegative(m);
  if (everywhere || domain.whole) return everywhere;
  if (domain.punctured && !strict) return false;
  if (domain.punctured) return isForm(m) ? isPositiveForm(m) : null;
  const form = domain.sphere ? onUnitVectors(m) : null;
  if (form === null) return null;
  return strict ? isPositiveForm(form) : isNonnegative(form);
};

const vanishing = (p: Polynomial, domain: Domain): Truth => {
  if (p.terms.size === 0) return true;
  if (domain.dense) return false;
  const m = domain.sphere ? borderedMatrix(p, domain.parameters) : null;
  const form = m && onUnitVectors(m);
  return form ? form.data.every((x) => x === 0) : null;
};

interface Point {
  readonly base: Scope<Q>;
  readonly ring: Scope<Polynomial>;
  readonly domain: Domain;
  readonly bound: Bound;
}

/**
 * The scope in which the bound variables' parameters are these polynomials in as many variables.
 */
const over = (
  variables: number,
  values: (ring: ReturnType<typeof polynomials>) => readonly Polynomial[],
  { base, bound }: Pick<Point, 'base' | 'bound'>,
): Scope<Polynomial> => {
  const ring = polynomials(variables);
  return bind(
    bound,
    { field: ring, at: mapAssignment(base.at, ring.lift), indices: base.indices },
    values(ring),
  );
};

type Judge = <T>(scope: Scope<T>) => Truth;
type Universal = (point: Point) => Truth;

const relationHolds = (
  relation: Relation,
  a: Tensor<Polynomial>,
  b: Tensor<Polynomial>,
  { ring, domain }: Point,
): Truth => {
  const { field } = ring;
  const differences = a.data.map((x, i) => field.sub(x, b.data[i] as Polynomial));
  if (relation === '=') return every(differences.map((p) => vanishing(p, domain)));
  const order = orderOf[relation];
  if (!order) return null;
  return every(
    differences.map((p) =>
      signed(
        order.swap ? { terms: new Map([...p.terms].map(([k, v]) => [k, neg(v)])) } : p,
        order.strict,
        domain,
      ),
    ),
  );
};

/**
 * `equations => then`, the equations linear in variables that may have any value: what follows is
 * asked of the solutions alone.
 */
const conditional = (given: Formula, then: Universal): Universal => {
  const equations = equationsOf(given);
  if (equations === null) return () => null;
  const rowsAt = compileRows(equations);
  return (point) => {
    const rows = point.domain.whole ? rowsAt(point.ring, point.domain.parameters) : null;
    if (rows === null) return null;
    const all = solutions(rows, point.domain.parameters);
    if (all === null) return true;
    return then({
      ...point,
      ring: over(all.free, () => all.values, point),
      domain: { ...point.domain, parameters: all.free },
    });
  };
};

/**
 * Whether a body holds for all values of the bound names, told from its polynomials; null where it
 * is not known.
 */
const compileBody = (
  body: Formula,
  names: ReadonlySet<string>,
  judge: (f: Formula) => Judge,
): Universal => {
  const mentions = [...namesInFormula(body)].some((n) => names.has(n));
  if (!mentions) {
    const fixed = judge(body);
    return ({ base }) => fixed(base);
  }
  if (body.kind === 'and') {
    const [left, right] = [
      compileBody(body.left, names, judge),
      compileBody(body.right, names, judge),
    ];
    return (point) =>
      lazily.and(
        () => left(point),
        () => right(point),
      );
  }
  if (body.kind === 'implies' && ![...namesInFormula(body.left)].some((n) => names.has(n))) {
    const [given, then] = [judge(body.left), compileBody(body.right, names, judge)];
    return (point) =>
      lazily.implies(
        () => given(point.base),
        () => then(point),
      );
  }
  if (body.kind === 'implies') return conditional(body.left, compileBody(body.right, names, judge));
  if (body.kind === 'each') {
    const inside = compileBody(body.body, names, judge);
    const upTo = compileDim(body.range.to);
    return (point) => {
      const count = upTo(point.base.at.dims, point.base.indices);
      return every(
        Array.from({ length: count }, (_, i) =>
          inside({
            ...point,
            base: withIndex(point.base, body.range.index, i + 1),
            ring: withIndex(point.ring, body.range.index, i + 1),
          }),
        ),
      );
    };
  }
  if (body.kind !== 'relation' || body.left.kind === 'kernel' || body.right.kind === 'kernel')
    return () => null;
  const [left, right] = [compileExpr(body.left), compileExpr(body.right)];
  return (point) => relationHolds(body.relation, left(point.ring), right(point.ring), point);
};

/**
 * Decides `forall variables. body` over the rationals where the body is made of polynomial
 * equations in the variables, or of inequalities between polynomials of degree two: those are a
 * positive semidefinite matrix. Either may follow linear equations in the variables, which are
 * solved first. null where it is not one of these.
 */
export const compileUniversal = (
  variables: readonly Declaration[],
  body: Formula,
  judge: (f: Formula) => Judge,
): ((base: Scope<Q>, bound: Bound) => Truth) => {
  const inside = compileBody(body, new Set(variables.map((d) => d.name)), judge);
  return (base, bound) => {
    try {
      const ring = over(
        bound.parameters,
        (r) => Array.from({ length: bound.parameters }, (_, i) => r.variable(i)),
        { base, bound },
      );
      return inside({ base, ring, bound, domain: domainOf(variables, bound.parameters) });
    } catch (error) {
      if (error instanceof Unsupported || error instanceof Unsettled) return null;
      throw error;
    }
  };
};
