/** Factors, transposes and signs of expressions, for facts that the text of a claim grants. */
import type { Expr, Formula } from './ast.ts';
import { exprText, formulaText } from './text.ts';

/** What is asked of an argument of an operator. */
export type Needs = 'invertible' | 'nonzero' | 'positive' | 'nonnegative';

/** The matrix factors of a product, scalars left out. */
export const factors = (e: Expr): readonly Expr[] =>
  e.shape.length === 0
    ? []
    : e.kind === 'operator' && e.operator === 'mul'
      ? e.args.flatMap(factors)
      : [e];

export const transposedText = (e: Expr): string =>
  e.kind === 'operator' && e.operator === 'transpose' && e.args[0]
    ? exprText(e.args[0])
    : /^[\w[\]]+$/.test(exprText(e))
      ? `${exprText(e)}'`
      : `(${exprText(e)})'`;

export const collect = (f: Formula, found: Set<string>): void => {
  if (f.kind === 'and') {
    collect(f.left, found);
    collect(f.right, found);
  } else if (f.kind === 'is') found.add(`${exprText(f.subject)} ${f.attribute}`);
  else if (f.kind === 'relation') compare(f, found);
  else if (f.kind === 'not' && f.body.kind === 'relation' && f.body.relation === '=')
    compare({ ...f.body, relation: '!=' }, found);
  found.add(formulaText(f));
};

const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '!=': '!=', '=': '=' };

const compare = (f: Extract<Formula, { kind: 'relation' }>, found: Set<string>): void => {
  const isNumber = (e: Expr): e is Extract<Expr, { kind: 'number' }> => e.kind === 'number';
  const zero = (e: Expr): boolean =>
    (isNumber(e) && e.value === '0') || (e.kind === 'constant' && e.which === 'zero');
  const flip = isNumber(f.left) || zero(f.left);
  const [subject, bound] = flip ? [f.right, f.left] : [f.left, f.right];
  const relation = flip ? (mirrored[f.relation] ?? '') : f.relation;
  const text = exprText(subject);
  const atLeast = isNumber(bound) && !bound.value.startsWith('-');
  const sign = signOf(relation, atLeast, zero(bound), isNumber(bound));
  if (sign === null) return;
  found.add(`${text} ${sign}`);
  if (
    sign !== 'nonnegative' &&
    subject.kind === 'operator' &&
    subject.operator === 'det' &&
    subject.args[0]
  )
    found.add(`${exprText(subject.args[0])} invertible`);
};

/**
 * What a comparison with a number says of the sign: `s = -2` that s is nonzero, `s >= 2` that it is
 * positive.
 */
const signOf = (
  relation: string,
  atLeast: boolean,
  isZero: boolean,
  isNumber: boolean,
): Needs | null => {
  if (relation === '!=') return isZero ? 'nonzero' : null;
  if (relation === '=' && isNumber && !isZero) return atLeast ? 'positive' : 'nonzero';
  if (!atLeast) return null;
  if (relation === '>') return 'positive';
  return relation === '>=' ? (isZero ? 'nonnegative' : 'positive') : null;
};
