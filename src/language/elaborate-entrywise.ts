/**
 * Functions that act entry by entry: `exp.(A)` of a square matrix, and their derivatives written
 * with primes.
 */
import { operators } from '../operators/registry.ts';
import { ClaimError, type Expr, type Span } from './ast.ts';
import { applyOperator } from './elaborate-apply.ts';
import { elaborate } from './elaborate.ts';
import type { Syntax } from './syntax.ts';
import { exprText } from './text.ts';
import type { Typing } from './typing.ts';

type Call = Extract<Syntax, { kind: 'call' }>;

/** Throws where a dot has no meaning, or where its absence leaves two meanings. */
export const checkDot = (
  { name, nameSpan, dotted = false }: Call,
  args: readonly Expr[],
  typing: Typing,
): void => {
  const ofMatrix = operators.get(name)?.ofMatrix;
  if (dotted && ofMatrix === undefined)
    throw new ClaimError(`${name} does not take a dot`, nameSpan, `write ${name}(..)`);
  if (dotted || ofMatrix === undefined) return;
  const [rows, columns] = typing.unifier.shape(args[0]?.shape ?? []);
  if (columns === undefined || rows !== columns) return;
  const whole = operators.has(ofMatrix)
    ? `${ofMatrix}(A) for the function of the matrix`
    : `the function of the matrix, which is not known here`;
  throw new ClaimError(
    `${name} of a square matrix can be read in 2 ways: ${name}.(A) entry by entry, or ${whole}`,
    nameSpan,
    `write ${name}.(..)${operators.has(ofMatrix) ? ` or ${ofMatrix}(..)` : ''}`,
  );
};

const text = (e: Expr): string => (/^\w+$/.test(exprText(e)) ? exprText(e) : `(${exprText(e)})`);

/**
 * `sin'(u)` is read as `cos(u)`: the derivative of each entry, in words that have the same
 * conditions.
 */
export const derivedCall = (node: Call, typing: Typing): Expr => {
  const { name, span, primes } = node;
  const [arg, more] = node.args;
  if (!arg || more) throw new ClaimError(`${name}' takes one argument`, span);
  const u = elaborate(arg, typing, null);
  if (name === 'log' && !isPositive(u, typing)) throw slopeOfLog(u, span);
  let found = derived(name, u, span, typing);
  for (let k = 1; k < primes && found !== null; k++) found = again(found, span, typing);
  if (found !== null) return found;
  throw new ClaimError(
    `${name}${"'".repeat(primes)} is not a derivative that is known`,
    span,
    `write grad[x](${name}(..)), or (${name}(..))' for a transpose`,
  );
};

const isPositive = (u: Expr, typing: Typing): boolean =>
  u.kind === 'variable' && typing.scope.variable(u.name)?.attributes.includes('positive') === true;

/** 1/u would have a value for negative u, where log does not have one. */
const slopeOfLog = (u: Expr, span: Span): ClaimError =>
  new ClaimError(
    `log' is not a word of this language: log'(u) is 1/u, for positive u only`,
    span,
    u.shape.length === 0 ? `write 1/${text(u)}` : `write ones ./ ${text(u)}`,
  );

const derived = (name: string, u: Expr, span: Span, typing: Typing): Expr | null => {
  const of = (operator: string, ...args: readonly Expr[]): Expr =>
    applyOperator(operator, args, [], span, typing);
  const over = (a: Expr, b: Expr): Expr => of(u.shape.length === 0 ? 'div' : 'quotient', a, b);
  switch (name) {
    case 'exp':
      return of('exp', u);
    case 'log':
      return over(ones(u, span), u);
    case 'sin':
      return of('cos', u);
    case 'cos':
      return of('neg', of('sin', u));
    case 'abs':
      return over(u, of('abs', u));
    case 'sqrt':
      return over(ones(u, span), of('mul', whole(2, span), of('sqrt', u)));
    default:
      return null;
  }
};

/** The derivative of what is already one; null but for exp, sin and cos. */
const again = (e: Expr, span: Span, typing: Typing): Expr | null => {
  if (e.kind !== 'operator') return null;
  const [u] = e.args;
  if (u === undefined) return null;
  if (e.operator !== 'neg')
    return derived(
      e.operator === 'quotient' || e.operator === 'div' ? '' : e.operator,
      u,
      span,
      typing,
    );
  const inner = again(u, span, typing);
  if (inner?.kind === 'operator' && inner.operator === 'neg') return inner.args[0] ?? null;
  return inner && applyOperator('neg', [inner], [], span, typing);
};

const whole = (value: number, span: Span): Expr => ({
  kind: 'number',
  value: `${value}`,
  shape: [],
  span,
});
const ones = (u: Expr, span: Span): Expr =>
  u.shape.length === 0 ? whole(1, span) : { kind: 'constant', which: 'ones', shape: u.shape, span };
