/** E[..] at a point: the body over polynomials in the random entries, then the mean of each of its entries. */
import type { Expr, RandomVariable } from '../language/ast.ts';
import {
  randomPolynomials,
  type RandomPolynomial,
  type RandomRing,
} from '../numbers/random-polynomials.ts';
import { size, tensor, type Tensor } from '../numbers/tensor.ts';
import type { Value } from './assignment.ts';
import { demandLaw, type Entries } from './laws.ts';
import { liftAssignment } from './lift.ts';
import { meanOf } from './mean.ts';
import { namesIn } from './names.ts';
import { withIndex, withValue, type Code, type Scope } from './scope.ts';
import { compileDim, compileShape } from './sizes.ts';

type Compile = (expr: Expr) => Code;
interface Drawn<T> {
  readonly value: Value<RandomPolynomial<T>>;
  readonly laws: readonly Entries<T>[];
}

/** Gives a random variable's entries their numbers from `first` on. */
const drawn = ({ declaration, law }: RandomVariable, compile: Compile) => {
  const { name, type, family } = declaration;
  const shapeAt = compileShape(type.kind === 'tensor' ? type.shape : []);
  const upTo = family ? compileDim(family.to) : () => 1;
  const params = law.params.map(compile);
  return <T>(scope: Scope<T>, ring: RandomRing<T>, first: number): Drawn<T> => {
    const laws: Entries<T>[] = [];
    const members: Value<RandomPolynomial<T>>[] = [];
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
      demandLaw(scope.field, own);
      laws.push(own);
      members.push({
        kind: 'tensor',
        tensor: tensor(
          shape,
          Array.from({ length: count }, (_, i) => ring.entry(own.first + i)),
        ),
      });
      next += count;
    }
    return {
      laws,
      value: family ? { kind: 'family', members } : (members[0] as Value<RandomPolynomial<T>>),
    };
  };
};

export const compileExpectation = (
  expr: Extract<Expr, { readonly kind: 'expectation' }>,
  compile: Compile,
): Code => {
  const body = compile(expr.body);
  const names = namesIn(expr.body);
  const random = expr.random.map((r) => ({ name: r.declaration.name, draw: drawn(r, compile) }));
  return <T>(scope: Scope<T>): Tensor<T> => {
    const ring = randomPolynomials(scope.field);
    let inner: Scope<RandomPolynomial<T>> = {
      field: ring,
      at: liftAssignment(scope.at, ring.lift, names),
      indices: scope.indices,
    };
    const laws: Entries<T>[] = [];
    for (const { name, draw } of random) {
      const first = laws.at(-1);
      const { value, laws: own } = draw(scope, ring, first ? first.first + first.count : 0);
      laws.push(...own);
      inner = withValue(inner, name, null, value);
    }
    const { shape, data } = body(inner);
    return tensor(
      shape,
      data.map((x) => meanOf(ring, laws, x)),
    );
  };
};
