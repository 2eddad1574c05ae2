/** Builds points for hypotheses of the form `X Y = Y X`. */
import type { Declaration, Expr } from '../../language/ast.ts';
import { exprText } from '../../language/text.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { namesIn } from '../../evaluate/names.ts';
import { hasAttributes } from '../../networks/attributes.ts';
import { pick } from '../../networks/dice.ts';
import { identity, plus, product, scaled, type Matrix } from '../../networks/matrix.ts';
import { rationals } from '../../numbers/rationals.ts';
import { tensor } from '../../numbers/tensor.ts';
import { declared, type Recogniser } from './recogniser.ts';
import { withMatrix } from './put.ts';

/** The factors of a product in order. */
export const factorsOf = (e: Expr): readonly Expr[] =>
  e.kind === 'operator' && e.operator === 'mul' ? e.args.flatMap(factorsOf) : [e];

const text = (list: readonly Expr[]): string => list.map(exprText).join(' · ');

/** The Y of `X Y = Y X`, and X; null for another equation, or if X mentions Y. */
const split = (
  left: readonly Expr[],
  right: readonly Expr[],
  declarations: readonly Declaration[],
): { readonly y: Declaration; readonly x: readonly Expr[] } | null => {
  for (const [first, second] of [
    [left, right],
    [right, left],
  ] as const) {
    const last = first[first.length - 1];
    const y = last === undefined ? null : declared(last, declarations);
    const x = first.slice(0, -1);
    const opening = second[0];
    if (y === null || last === undefined || opening === undefined || x.length === 0) continue;
    if (exprText(opening) !== exprText(last) || text(x) !== text(second.slice(1))) continue;
    if (x.every((e) => !namesIn(e).has(y.name))) return { y, x };
  }
  return null;
};

/** `X Y = Y X`: Y as a polynomial in X, with coefficients of its sign if Y must be definite. */
export const commuting: Recogniser = (f, declarations) => {
  if (f.relation !== '=' || f.left.kind === 'kernel' || f.right.kind === 'kernel') return null;
  const found = split(factorsOf(f.left), factorsOf(f.right), declarations);
  if (found === null) return null;
  const { y, x } = found;
  const definite = y.attributes.some((a) => a === 'pd' || a === 'psd');
  return {
    kind: 'A B = B A',
    build: (random, at) => {
      const factors = x
        .map((e) => evaluate(e, rationals, at))
        .map((t): Matrix => tensor([t.shape[0] ?? 1, t.shape[1] ?? 1], t.data));
      const whole = factors.reduce((a, b) => product(a, b));
      const n = whole.shape[0] ?? 1;
      if (n !== whole.shape[1]) return null;
      const square = product(whole, whole);
      const coefficient = (): number =>
        definite ? pick(random, [0, 1, 1, 2]) : pick(random, [0, 1, -1, 2]);
      for (let i = 0; i < 6; i++) {
        const value = plus(
          plus(
            scaled(identity(n), definite ? 1 + coefficient() : coefficient()),
            scaled(whole, coefficient()),
          ),
          scaled(square, coefficient()),
        );
        if (hasAttributes(value, y.attributes)) return withMatrix(at, y.name, value);
      }
      return null;
    },
  };
};
