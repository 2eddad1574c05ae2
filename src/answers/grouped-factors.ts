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

interface Parts {
  readonly below: string;
  readonly numbers: string;
  readonly factors: readonly Expr[];
}

/** A summand's denominator, its factors that are numbers, and its other factors. */
const partsOf = (e: Expr): Parts => {
  const { rest } = scaled(e);
  if (rest === null) return { below: '', numbers: '', factors: [] };
  const [top, below] = isOperation(rest, 'div') ? rest.args : [rest];
  const all = factorsOf(top!);
  return {
    below: below ? exprText(below) : '',
    numbers: all
      .filter((f) => f.shape.length === 0)
      .map(exprText)
      .join(' '),
    factors: all.filter((f) => f.shape.length > 0),
  };
};

/** What two summands must share to be put together: their last factor, their first, or numbers. */
const keys: readonly ((e: Expr) => string | null)[] = [
  (e) => {
    const { below, numbers, factors } = partsOf(e);
    const last = factors.at(-1);
    return factors.length > 1 && last ? `${numbers} ${exprText(last)} / ${below}` : null;
  },
  (e) => {
    const { below, numbers, factors } = partsOf(e);
    const [first] = factors;
    return factors.length > 1 && first ? `${numbers} ${exprText(first)} / ${below}` : null;
  },
  (e) => {
    const { below, numbers } = partsOf(e);
    return numbers === '' ? null : `${numbers} / ${below}`;
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

/** Brackets hold sums of single factors, as (A + A'): a sum of products reads better without. */
const isReadable = (e: Expr): boolean =>
  [...exprText(e).matchAll(/\(([^()]*)\)/g)].every(
    ([, inside = '']) =>
      !/ [+-] /.test(inside) || inside.split(/ [+-] /).every((t) => !t.includes(' ')),
  );

const onceBy = (terms: readonly Expr[], key: (e: Expr) => string | null): readonly Expr[] => {
  const groups = new Map<string, Expr[]>();
  terms.forEach((term, i) => {
    const name = key(term) ?? `#${i}`;
    groups.set(name, [...(groups.get(name) ?? []), term]);
  });
  return [...groups.values()].flatMap((all) => {
    const whole = all.length === 1 ? all[0]! : factored(sum(all, all[0]!.shape));
    return isReadable(whole) ? [whole] : all;
  });
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
