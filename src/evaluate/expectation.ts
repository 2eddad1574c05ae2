/** E[..] at a point: the body over polynomials in the random entries, then the mean of each of its entries. */
import type { Expr, RandomVariable } from '../language/ast.ts';
import { randomPolynomials, type RandomPolynomial, type RandomRing } from '../numbers/random-polynomials.ts';
import { size, tensor, type Tensor } from '../numbers/tensor.ts';
import type { Value } from './assignment.ts';
import { demandLaw, type Entries } from './laws.ts';
import { liftAssignment } from './lift.ts';
import { meanOf } from './mean.ts';
import { namesIn } from './names.ts';
import { withValue, type Code, type Scope } from './scope.ts';
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
    const shape = shapeAt(scope.at.dims, scope.indices);
    const count = size(shape);
    const [mean, ...central] = params.map((p): Tensor<T> => p(scope));
    const matrix = central[0]?.shape.length === 2;
    const laws = Array.from({ length: upTo(scope.at.dims, scope.indices) }, (_, k): Entries<T> => ({
      name, first: first + k * count, count,
      kind: law.kind,
      mean: Array.from({ length: count }, (__, i) => (mean === undefined ? scope.field.zero : (mean.data[mean.shape.length === 0 ? 0 : i] as T))),
      central: matrix ? [] : central.map((c) => c.data[0] as T),
      covariance: matrix ? (central[0] as Tensor<T>) : null,
    }));
    const [only] = laws;
    if (only) demandLaw(scope.field, only);
    const members = laws.map((l): Value<RandomPolynomial<T>> => ({ kind: 'tensor', tensor: tensor(shape, Array.from({ length: count }, (_, i) => ring.entry(l.first + i))) }));
    return { laws, value: family ? { kind: 'family', members } : (members[0] as Value<RandomPolynomial<T>>) };
  };
};

export const compileExpectation = (expr: Extract<Expr, { readonly kind: 'expectation' }>, compile: Compile): Code => {
  const body = compile(expr.body);
  const names = namesIn(expr.body);
  const random = expr.random.map((r) => ({ name: r.declaration.name, draw: drawn(r, compile) }));
  return <T>(scope: Scope<T>): Tensor<T> => {
    const ring = randomPolynomials(scope.field);
    let inner: Scope<RandomPolynomial<T>> = { field: ring, at: liftAssignment(scope.at, ring.lift, names), indices: scope.indices };
    const laws: Entries<T>[] = [];
    for (const { name, draw } of random) {
      const first = laws.at(-1);
      const { value, laws: own } = draw(scope, ring, first ? first.first + first.count : 0);
      laws.push(...own);
      inner = withValue(inner, name, null, value);
    }
    const { shape, data } = body(inner);
    return tensor(shape, data.map((x) => meanOf(ring, laws, x)));
  };
};
