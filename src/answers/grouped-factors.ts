/**
 * Sums with the factors taken out that some of their summands share: A x / s + A' x / s - y is
 * (A + A') x / s - y.
 */
import type { Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { product, quotient } from './build.ts';
import { scaled, sum, summands } from './build-sums.ts';
import { isOperation } from './build-atoms.ts';
import { factored } from './factored.ts';

const mostTerms = 24;
const mostRounds = 4;

const factorsOf = (e: Expr): readonly Expr[] =>
  isOperation(e, 'mul') && e.shape.length > 0 ? e.args.flatMap(factorsOf) : [e];

/** A summand's denominator and its factors. */
const partsOf = (e: Expr): { readonly below: string; readonly factors: readonly Expr[] } => {
  const { rest } = scaled(e);
  if (rest === null) return { below: '', factors: [] };
  if (isOperation(rest, 'div'))
    return { below: exprText(rest.args[1]!), factors: factorsOf(rest.args[0]!) };
  return { below: '', factors: factorsOf(rest) };
};

/** What two summands must share to be put together: their last factor, their first, or numbers. */
const keys: readonly ((e: Expr) => string | null)[] = [
  (e) => {
    const { below, factors } = partsOf(e);
    const last = factors.at(-1);
    return factors.length > 1 && last ? `${exprText(last)} / ${below}` : null;
  },
  (e) => {
    const { below, factors } = partsOf(e);
    const first = factors.find((f) => f.shape.length > 0);
    return factors.length > 1 && first ? `${exprText(first)} / ${below}` : null;
  },
  (e) => {
    const { below, factors } = partsOf(e);
    const numbers = factors.filter((f) => f.shape.length === 0);
    return numbers.length > 0 ? `${numbers.map(exprText).join(' ')} / ${below}` : null;
  },
];

/** Products with sums of matrices multiplied out, one summand each. */
const multipliedOut = (e: Expr): readonly Expr[] => {
  const { by, rest } = scaled(e);
  if (rest === null) return [e];
  const below = isOperation(rest, 'div') ? rest.args[1]! : null;
  const factors = factorsOf(below ? (rest as Extract<Expr, { kind: 'operator' }>).args[0]! : rest);
  const at = factors.findIndex((f) => summands(f).length > 1 && f.shape.length > 0);
  if (at < 0) return [e];
  return summands(factors[at]!).flatMap((part) => {
    const whole = factors.with(at, part).reduce((a, b) => product(a, b));
    const one = below ? quotient(whole, below) : whole;
    return multipliedOut(sum([product({ ...numberOf(by) }, one)], e.shape));
  });
};

const numberOf = (by: { num: bigint; den: bigint }): Expr => ({
  kind: 'number',
  value: by.den === 1n ? `${by.num}` : `${by.num}/${by.den}`,
  shape: [],
  span: { start: 0, end: 0 },
});

const onceBy = (terms: readonly Expr[], key: (e: Expr) => string | null): readonly Expr[] => {
  const groups = new Map<string, Expr[]>();
  terms.forEach((term, i) => {
    const name = key(term) ?? `#${i}`;
    groups.set(name, [...(groups.get(name) ?? []), term]);
  });
  return [...groups.values()].map((all) =>
    all.length === 1 ? all[0]! : factored(sum(all, all[0]!.shape)),
  );
};

/** The sum with shared factors taken out group by group, in each order of the keys. */
export const groupedSums = (e: Expr): readonly Expr[] => {
  const terms = summands(e).flatMap(multipliedOut);
  if (terms.length < 2 || terms.length > mostTerms || e.shape.length === 0) return [];
  return keys.map((first) => {
    let all = onceBy(terms, first);
    for (let round = 0; round < mostRounds && all.length > 1; round++) {
      const next = keys.reduce(onceBy, all);
      if (next.length === all.length) break;
      all = next;
    }
    return all.length === 1 ? all[0]! : all.reduce((a, b) => sum([a, b], e.shape));
  });
};
