/** Known functions recognised: softmax, sigmoid, squared lengths. */
import type { Expr } from '../language/ast.ts';
import { entrywise, product, quotient } from './build.ts';
import { fraction } from './rational.ts';
import { afterOne, isOne } from './without-logarithms.ts';
import { multiple, scaled, sum } from './build-sums.ts';
import { call, isOperation, number, operation } from './build-atoms.ts';
import { exprText } from '../language/text.ts';
import { mapParts } from './rebuild.ts';

/** exp(z) over its sum is softmax; x'x is a squared length; 1/det and the like stay. */
export function recognised(e: Expr): Expr {
  const inside = mapParts(e, recognised);
  // softplus' = sigmoid
  if (inside.kind === 'call' && inside.builtin && inside.fn === 'softplus' && inside.order > 0)
    return call('sigmoid', inside.order - 1, inside.args[0]!);
  if (isOperation(inside, 'div')) {
    const [top, bottom] = inside.args as [Expr, Expr];
    const t = sigmoidArgument(top, bottom);
    if (t !== null) return product(t.by, call('sigmoid', 0, t.of));
    const z = sumOfExp(bottom);
    if (z !== null && isOperation(top, 'exp') && same(top.args[0]!, z))
      return call('softmax', 0, z);
    const row = isOperation(top, 'transpose') ? top.args[0]! : null;
    if (z !== null && row && isOperation(row, 'exp') && same(row.args[0]!, z))
      return operation('transpose', [call('softmax', 0, z)], top.shape);
    if (z !== null && isOperation(top, 'mul'))
      return product(top.args[0]!, recognised(quotient(top.args[1]!, bottom)));
  }
  if (isOperation(inside, 'quotient')) {
    const soft = entrySigmoid(inside.args[0]!, inside.args[1]!);
    if (soft !== null) return soft;
  }
  const simple = inside.kind === 'operator' ? functionOf(inside.operator, inside.args[0]!) : null;
  if (simple !== null) return simple;
  if (isOperation(inside, 'mul')) {
    const [a, b] = inside.args as [Expr, Expr];
    const size = sizeOf(a, b) ?? sizeOf(b, a);
    if (size !== null) return size;
    if (inside.shape.length === 0 && isOperation(a, 'transpose') && same(a.args[0]!, b))
      return operation('pow', [operation('bars', [b], []), two], []);
  }
  return inside;
}

/**
 * sqrt(u .* u) is abs(u), abs(abs(u)) is abs(u), a logarithm of a product is a sum: each still has
 * to be proved.
 */
function functionOf(name: string, u: Expr): Expr | null {
  if (u.kind !== 'operator') return null;
  const [a, b] = u.args as [Expr, Expr | undefined];
  const isScalar = u.shape.length === 0;
  const isProduct = u.operator === 'hadamard' || (u.operator === 'mul' && isScalar);
  const isPower = u.operator === 'pow' && isScalar && b?.kind === 'number';
  if (name === 'abs') return u.operator === 'abs' || u.operator === 'exp' ? u : null;
  if (name === 'sqrt') {
    const isSquare = isProduct ? b !== undefined && same(a, b) : isPower && b.value === '2';
    return isSquare && a.shape.length === u.shape.length ? operation('abs', [a], a.shape) : null;
  }
  if (name !== 'log') return null;
  const log = (e: Expr): Expr => recognised(operation('log', [e], e.shape));
  if (u.operator === 'exp') return a;
  if (isPower) return product(b, log(a));
  if (!isProduct || b === undefined || a.shape.length !== b.shape.length) return null;
  return sum([log(a), log(b)], u.shape);
}

/** sign(s) s is |s|. */
const sizeOf = (a: Expr, b: Expr): Expr | null =>
  isOperation(a, 'sign') && a.shape.length === 0 && same(a.args[0]!, b)
    ? operation('abs', [b], [])
    : null;

const two: Expr = { kind: 'number', value: '2', span: { start: 0, end: 0 }, shape: [] };
const same = (a: Expr, b: Expr): boolean => exprText(a) === exprText(b);

/** exp(t) ./ (ones + exp(t)) is σ(t), and ones ./ (ones + exp(t)) is σ(−t). */
function entrySigmoid(top: Expr, bottom: Expr): Expr | null {
  const t = afterOne(bottom);
  if (t === null) return null;
  const { by, rest } = scaled(top);
  if (rest === null) return null;
  if (isOne(rest)) return multiple(by, call('sigmoid', 0, multiple(fraction(-1n), t)));
  const parts = entryFactors(rest);
  const at = parts.findIndex((f) => isOperation(f, 'exp') && same(f.args[0]!, t));
  if (at < 0) return null;
  const others = parts.filter((_, i) => i !== at);
  return multiple(
    by,
    [...others, call('sigmoid', 0, t)].reduce((a, b) => entrywise(a, b)),
  );
}

const entryFactors = (e: Expr): Expr[] =>
  isOperation(e, 'hadamard') ? e.args.flatMap(entryFactors) : [e];

/** exp(t) / (1 + exp(t)), with what stands before exp(t). */
function sigmoidArgument(top: Expr, bottom: Expr): { by: Expr; of: Expr } | null {
  if (!isOperation(bottom, 'add')) return null;
  const exp = bottom.args.find((e) => isOperation(e, 'exp'));
  const hasOne = bottom.args.some((e) => e.kind === 'number' && e.value === '1');
  if (exp === undefined || !hasOne || !isOperation(exp, 'exp')) return null;
  const { by: front, rest } = scaled(top);
  const factors = rest === null ? [] : factorsOf(rest);
  const at = factors.findIndex((f) => same(f, exp));
  if (at < 0) return null;
  const others = factors.filter((_, i) => i !== at);
  const by = multiple(
    front,
    others.reduce<Expr>((a, b) => product(a, b), number(1n)),
  );
  return { by, of: exp.args[0]! };
}

const factorsOf = (e: Expr): Expr[] => (isOperation(e, 'mul') ? e.args.flatMap(factorsOf) : [e]);

/** z where the expression is the sum of exp(z); null elsewhere. */
function sumOfExp(e: Expr): Expr | null {
  const exp = isOperation(e, 'sum')
    ? e.args[0]!
    : isOperation(e, 'mul') && isTransposedOnes(e.args[0]!)
      ? e.args[1]!
      : null;
  return exp !== null && isOperation(exp, 'exp') ? exp.args[0]! : null;
}

const isTransposedOnes = (e: Expr): boolean =>
  isOperation(e, 'transpose') && e.args[0]!.kind === 'constant' && e.args[0]!.which === 'ones';
