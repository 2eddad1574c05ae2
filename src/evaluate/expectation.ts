/**
 * E[..] at a point: the body over polynomials in the random entries, then the mean of each of its
 * entries. Anything but a polynomial is averaged over the values of the entries, where they are
 * few.
 */
import type { Expr, RandomVariable } from '../language/ast.ts';
import { spend } from '../numbers/counted-work.ts';
import { Unsupported } from '../numbers/field.ts';
import { randomPolynomials, type RandomPolynomial } from '../numbers/random-polynomials.ts';
import { size, tensor, type Tensor } from '../numbers/tensor.ts';
import type { Value } from './assignment.ts';
import { byValues } from './by-values.ts';
import { isHulled } from './gaussian-grid.ts';
import { demandLaw, isCertain, type Entries } from './laws.ts';
import { liftAssignment } from './lift.ts';
import { meanOf } from './mean.ts';
import { namesIn } from './names.ts';
import { withIndex, withValue, type Code, type Compile, type Scope } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

interface Drawn<T, V> {
  readonly value: Value<V>;
  readonly laws: readonly Entries<T>[];
}
/** The value that represents an entry of a random variable. */
type Entry<T, V> = (law: Entries<T>, i: number) => V;

/**
 * Gives a random variable's entries their numbers from `first` on, and its value entry by entry.
 */
const drawn = ({ declaration, law }: RandomVariable, compile: Compile) => {
  const { name, type, family } = declaration;
  const shapeAt = compileShape(type.kind === 'tensor' ? type.shape : []);
  const upTo = family ? compileDim(family.to) : () => 1;
  const params = law.params.map(compile);
  return <T, V>(scope: Scope<T>, first: number, entry: Entry<T, V>): Drawn<T, V> => {
    const laws: Entries<T>[] = [];
    const members: Value<V>[] = [];
    // members of a family may differ in shape and law
    for (let k = 1, next = first; k <= upTo(scope.at.dims, scope.indices); k++) {
      const here = family ? withIndex(scope, family.index, k) : scope;
      const shape = shapeAt(here.at.dims, here.indices);
      const count = size(shape);
      const [mean, ...central] = params.map((p): Tensor<T> => p(here));
      const matrix = central[0]?.shape.length === 2;
      const own: Entries<T> = {
        name,
        first: next,
        count,
        kind: law.kind,
        mean: Array.from({ length: count }, (_, i) =>
          mean === undefined ? scope.field.zero : (mean.data[mean.shape.length === 0 ? 0 : i] as T),
        ),
        central: matrix ? [] : central.map((c) => c.data[0] as T),
        covariance: matrix ? (central[0] as Tensor<T>) : null,
      };
      laws.push(own);
      members.push({
        kind: 'tensor',
        tensor: tensor(
          shape,
          Array.from({ length: count }, (_, i) => entry(own, i)),
        ),
      });
      next += count;
    }
    return { laws, value: family ? { kind: 'family', members } : (members[0] as Value<V>) };
  };
};

/**
 * The laws of all random variables at a point, and the scope in which their entries have the values
 * given.
 */
type Draw = <T, V>(
  scope: Scope<T>,
  inner: Scope<V>,
  entry: Entry<T, V>,
) => { readonly scope: Scope<V>; readonly laws: readonly Entries<T>[] };

const drawAll = (random: readonly RandomVariable[], compile: Compile): Draw => {
  const each = random.map((r) => ({ name: r.declaration.name, draw: drawn(r, compile) }));
  return <T, V>(scope: Scope<T>, inner: Scope<V>, entry: Entry<T, V>) => {
    const laws: Entries<T>[] = [];
    let here = inner;
    for (const { name, draw } of each) {
      const last = laws.at(-1);
      const { value, laws: own } = draw(scope, last ? last.first + last.count : 0, entry);
      laws.push(...own);
      here = withValue(here, name, null, value);
    }
    return { scope: here, laws };
  };
};

export const compileExpectation = (
  expr: Extract<Expr, { readonly kind: 'expectation' }>,
  compile: Compile,
): Code => {
  const body = compile(expr.body);
  const names = namesIn(expr.body);
  const draw = drawAll(expr.random, compile);
  /** Over polynomials in the random entries. */
  const byMoments = <T>(scope: Scope<T>): Tensor<T> => {
    const { field, indices } = scope;
    const ring = randomPolynomials(field);
    const lifted = { field: ring, at: liftAssignment(scope.at, ring.lift, names), indices };
    const { scope: inner, laws } = draw<T, RandomPolynomial<T>>(scope, lifted, (law, i) =>
      isCertain(field, law) ? ring.lift(law.mean[i] as T) : ring.entry(law.first + i),
    );
    for (const law of laws) demandLaw(field, law);
    const { shape, data } = body(inner);
    return tensor(
      shape,
      data.map((x) => meanOf(ring, laws, x)),
    );
  };
  const mean = <T>(scope: Scope<T>): Tensor<T> => {
    try {
      return byMoments(scope);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      spend(refusedWork);
      const value = byValues(scope, draw, body, names);
      if (value === null) throw error;
      return value;
    }
  };
  const own = new Set(namesIn(expr));
  if (own.size > 0) return mean;
  // it depends on sizes alone: a search that comes back with the same sizes need not walk a grid
  // again
  const known = new Map<string, () => Tensor<unknown>>();
  return <T>(scope: Scope<T>): Tensor<T> => {
    if (!isHulled(scope.field)) return mean(scope);
    const { at, indices, field } = scope;
    const key = `${field.name} ${[...at.dims].join()} ${[...indices].join()}`;
    const before = known.get(key);
    if (before) return before() as Tensor<T>;
    try {
      const value = mean(scope);
      if (known.size < mostKnown) known.set(key, () => value);
      return value;
    } catch (error) {
      if (error instanceof Unsupported && known.size < mostKnown)
        known.set(key, () => {
          throw error;
        });
      throw error;
    }
  };
};

const mostKnown = 256;
/** The work counted for a mean of anything but a polynomial. */
const refusedWork = 20;
