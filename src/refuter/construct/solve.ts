/** Solves equations that are affine in one variable. */
import type { Declaration } from '../../language/ast.ts';
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { shuffled, type Dice } from '../../networks/dice.ts';
import { range, solveNear } from '../../networks/elimination.ts';
import { same } from '../../networks/fraction.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import { failure } from '../outcome.ts';
import { constantOf, NotAffine, slopesOf, unknown, type Affine } from './affine.ts';
import type { Equation } from './equations.ts';
import { parametersOf, type Parameters } from './parameters.ts';

export type Solved =
  | { readonly kind: 'solved'; readonly at: Assignment<Q> }
  /** The equations are not affine in the variable: known from one point, true at all. */
  | { readonly kind: 'nonlinear' }
  | { readonly kind: 'unsolvable' };

/** rows · t + base = 0 */
interface System {
  readonly rows: readonly (readonly Q[])[];
  readonly base: readonly Q[];
}

/**
 * The equations evaluated once with unknowns in place of the variable's numbers; null where that
 * does not go.
 */
const byForms = (
  d: Declaration,
  { values, build }: Parameters,
  equations: readonly Equation[],
  at: Assignment<Q>,
  factor: Q,
): System | null => {
  const n = values.length;
  const point: Assignment<Affine> = {
    dims: at.dims,
    values: new Map<string, Value<Affine>>(at.values).set(
      d.name,
      build(range(n).map((i) => unknown(i, n))),
    ),
  };
  try {
    const found = equations.flatMap((e) => e.forms(point, factor));
    return { rows: found.map((x) => slopesOf(x, n)), base: found.map(constantOf) };
  } catch (error) {
    if (!(error instanceof NotAffine)) failure(error);
    return null;
  }
};

/**
 * The equations at zero, at each basis vector and at the drawn value, which shows whether they are
 * affine; null where they are not.
 */
const bySamples = (
  d: Declaration,
  parameters: Parameters,
  equations: readonly Equation[],
  at: Assignment<Q>,
  factor: Q,
): System | null => {
  const n = parameters.values.length;
  const put = (values: readonly Q[]): Assignment<Q> => ({
    dims: at.dims,
    values: new Map(at.values).set(d.name, parameters.build(values)),
  });
  const residual = (values: readonly Q[]): Q[] =>
    equations.flatMap((e) => e.residual(put(values), factor));
  const base = residual(range(n).map(() => 0));
  const columns = range(n).map((j) =>
    residual(range(n).map((i) => (i === j ? 1 : 0))).map((r, i) => rationals.sub(r, base[i] ?? 0)),
  );
  const predicted = (values: readonly Q[]): Q[] =>
    base.map((b, i) =>
      columns.reduce<Q>(
        (sum, column, j) => rationals.add(sum, rationals.mul(column[i] ?? 0, values[j] ?? 0)),
        b,
      ),
    );
  const test = range(n).map((i) =>
    (parameters.values[i] ?? 0) === 0 ? 2 + (i % 3) : (parameters.values[i] ?? 0),
  );
  const found = residual(test);
  if (!predicted(test).every((x, i) => same(x, found[i] ?? 0))) return null;
  return { rows: base.map((_, i) => columns.map((column) => column[i] ?? 0)), base };
};

interface Asked {
  readonly d: Declaration;
  readonly equations: readonly Equation[];
  readonly factor: Q;
  readonly system: System | null;
}

const asked = new WeakMap<Assignment<Q>, Asked[]>();

/**
 * The system at a point, remembered with it: shrinking solves it in several orders of its unknowns.
 */
const systemOf = (
  d: Declaration,
  parameters: Parameters,
  equations: readonly Equation[],
  at: Assignment<Q>,
  factor: Q,
): System | null => {
  const list = asked.get(at) ?? [];
  const old = list.find(
    (a) =>
      a.d === d &&
      a.factor === factor &&
      a.equations.length === equations.length &&
      a.equations.every((e, i) => e === equations[i]),
  );
  if (old !== undefined) return old.system;
  const system =
    byForms(d, parameters, equations, at, factor) ??
    bySamples(d, parameters, equations, at, factor);
  list.push({ d, equations, factor, system });
  asked.set(at, list);
  return system;
};

/**
 * Solves equations for one variable in which they are affine, exactly; free numbers keep what was
 * drawn. Throws as evaluation does.
 */
export const solveFor = (
  random: Dice | null,
  d: Declaration,
  equations: readonly Equation[],
  at: Assignment<Q>,
  factor: Q,
): Solved => {
  const value = at.values.get(d.name);
  const parameters = value === undefined ? null : parametersOf(value, d);
  if (parameters === null) return { kind: 'nonlinear' };
  const n = parameters.values.length;
  if (n === 0 || n > 48) return { kind: 'unsolvable' };
  const put = (values: readonly Q[]): Assignment<Q> => ({
    dims: at.dims,
    values: new Map(at.values).set(d.name, parameters.build(values)),
  });
  const system = systemOf(d, parameters, equations, at, factor);
  if (system === null) return { kind: 'nonlinear' };
  const order = random === null ? range(n) : shuffled(random, range(n));
  const solution = solveNear(system.rows, system.base.map(rationals.neg), parameters.values, order);
  return solution === null ? { kind: 'unsolvable' } : { kind: 'solved', at: put(solution) };
};
