/** `E[..]` and the laws of random variables. */
import {
  ClaimError,
  type Declaration,
  type Expr,
  type Law,
  type RandomVariable,
  type Shape,
} from './ast.ts';
import { elaborate } from './elaborate.ts';
import type { Scope } from './scope.ts';
import { negated, product, quotient, sum } from './fraction.ts';
import { settleExpr } from './settle-shapes.ts';
import { dependsOn } from './depends-on.ts';
import { namesOfExpr } from './free-names.ts';
import type { LawSyntax, Syntax } from './syntax.ts';
import { refuseFree, typingOf, type Typing } from './typing.ts';
import { describeShape, Unifier } from './unifier.ts';

/** In a law no other law is known yet, so that a mean there would bind nothing. */
const refuseWithoutLaw = (
  body: Expr,
  random: readonly RandomVariable[],
  { span }: Syntax,
  scope: Scope,
): void => {
  const name = namesOfExpr(body).find(
    (n) => scope.isRandom(n) && !random.some((r) => r.declaration.name === n),
  );
  if (name !== undefined)
    throw new ClaimError(
      `a law has no mean over ${name} among its parameters`,
      span,
      'declare a scalar, write it here, and add the hypothesis that it equals the mean',
    );
};

export const elaborateExpectation = (
  node: Extract<Syntax, { kind: 'expectation' }>,
  typing: Typing,
  expected: Shape | null,
): Expr => {
  const body = elaborate(node.args[0], { ...typing, scope: typing.scope.expectation() }, expected);
  const random = typing.scope
    .randomVariables()
    .filter(({ declaration }) => dependsOn(body, declaration.name));
  refuseWithoutLaw(body, random, node, typing.scope);
  const word = typing.scope.variable('E') ? 'expect' : 'E';
  return { kind: 'expectation', random, body, word, shape: body.shape, span: node.span };
};

const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((d, i) => d === b[i]);

/** A parameter, of one of the shapes that are wanted; 0 takes the last of them. */
const parameter = (node: Syntax, wanted: readonly Shape[], what: string, scope: Scope): Expr => {
  const unifier = new Unifier();
  const typing = typingOf(scope, unifier);
  const typed = elaborate(node, typing, null);
  refuseFree(typing);
  // I, 0 and ones take the variable's shape
  const fitting = wanted.find((shape) => {
    if (typed.shape.length !== shape.length) return false;
    try {
      shape.forEach((d, i) => unifier.unify(d, typed.shape[i] as string));
      return true;
    } catch {
      return false;
    }
  });
  const settled = fitting ? settleExpr(typed, unifier) : typed;
  if (!fitting || !sameShape(settled.shape, fitting)) {
    throw new ClaimError(
      `${what} is ${wanted.map(describeShape).join(' or ')}, and this is ${describeShape(typed.shape)}`,
      node.span,
      null,
    );
  }
  return settled;
};

const ordinals = [
  'the mean',
  'the variance',
  'the third central moment',
  'the fourth central moment',
] as const;

/** Numbers that are the moments of no law: v < 0, or k < v² + t²/v, against Cauchy and Schwarz. */
const demandMoments = (
  [v, t, k]: readonly (string | null | undefined)[],
  law: LawSyntax,
  name: string,
): void => {
  const at = (i: number): Syntax => law.params[i] as Syntax;
  if (v?.startsWith('-'))
    throw new ClaimError(
      `the variance of ${name} is at least 0, and this is ${v}`,
      at(1).span,
      null,
    );
  if (k?.startsWith('-'))
    throw new ClaimError(
      `the fourth central moment of ${name} is at least 0, and this is ${k}`,
      at(3).span,
      null,
    );
  if (v == null || t == null) return;
  if (v === '0' && t !== '0')
    throw new ClaimError(
      `${name} does not vary, so its third central moment is 0, and this is ${t}`,
      at(2).span,
      null,
    );
  if (k == null) return;
  if (v === '0' && k !== '0')
    throw new ClaimError(
      `${name} does not vary, so its fourth central moment is 0, and this is ${k}`,
      at(3).span,
      null,
    );
  const least = v === '0' ? '0' : sum(product(v, v), quotient(product(t, t), v));
  if (sum(k, negated(least)).startsWith('-'))
    throw new ClaimError(
      `the fourth central moment of ${name} is at least ${least} with its variance and third moment, but this is ${k}`,
      at(3).span,
      null,
    );
};

/**
 * The law of a declared variable; its parameters mention names that are not random, and of a
 * family's own index.
 */
export const elaborateLaw = (
  declaration: Declaration,
  law: LawSyntax,
  around: Scope,
): RandomVariable => {
  const { type, name, family } = declaration;
  const scope = family ? around.inner() : around;
  if (family) scope.addIndex(family);
  const shape = type.kind === 'tensor' ? type.shape : [];
  const params = law.params.map((node, k): Expr => {
    const what = `${ordinals[k]} of ${name}`;
    if (k === 0) return parameter(node, shape.length === 0 ? [[]] : [[], shape], what, scope);
    const matrix =
      law.kind === 'normal' && shape.length === 1 ? [[shape[0] as string, shape[0] as string]] : [];
    return parameter(node, [[], ...matrix], what, scope);
  });
  demandMoments(
    params.slice(1).map((p) => (p.kind === 'number' ? p.value : null)),
    law,
    name,
  );
  const made: Law = { kind: law.kind, params };
  return { declaration, law: made };
};
