/**
 * Means over Gaussians and signs, for the fuzzer's evaluator alone: by quadrature and by counting.
 */
import * as l from './linear.ts';
import { exprText, type Declared, type Expr } from './tree.ts';
import { Open, shapeOf, value, type Point } from './value.ts';

interface Node {
  readonly x: number;
  readonly weight: number;
}

/**
 * Nodes of Gauss and Hermite for the standard Gaussian: eigenvalues of the matrix of its
 * recurrence.
 */
const gaussian = (count: number): readonly Node[] => {
  const { values, vectors } = l.eigen(
    l.matrix(count, count, (i, j) => (Math.abs(i - j) === 1 ? Math.sqrt(Math.max(i, j)) : 0)),
  );
  return values.map((x, k) => ({ x, weight: l.get(vectors, 0, k) ** 2 }));
};
const fine = gaussian(14);
const coarse = gaussian(11);
const signs: readonly Node[] = [
  { x: -1, weight: 0.5 },
  { x: 1, weight: 0.5 },
];
const most = 3000;

function average(
  body: Expr,
  p: Point,
  over: readonly Declared[],
  nodes: readonly Node[],
): l.Matrix {
  const [first, ...rest] = over;
  if (!first) return value(body, p);
  const rule = first.law === 'rademacher' ? signs : nodes;
  const deviation = first.law === 'rademacher' ? 1 : Math.sqrt(variance(first, p));
  const [r, c] = shapeOf(first.shape, p);
  let sum: l.Matrix | null = null;
  const walk = (drawn: readonly number[], weight: number): void => {
    if (drawn.length < r * c) {
      for (const node of rule) walk([...drawn, deviation * node.x], weight * node.weight);
      return;
    }
    const values = new Map([...p.values, [first.name, { r, c, d: drawn }]]);
    const part = l.scaled(weight, average(body, { ...p, values }, rest, nodes));
    sum = sum === null ? part : l.add(sum, part);
  };
  walk([], 1);
  return sum as unknown as l.Matrix;
}

const variance = (d: Declared, p: Point): number => {
  const named = p.values.get(d.law as string) as l.Matrix | undefined;
  const v = named ? (named.d[0] as number) : Number(d.law);
  if (!(v >= 0)) throw new Open();
  return v;
};

export function meanOf(body: Expr, p: Point): l.Matrix {
  const text = exprText(body);
  const over = p.random.filter((d) => new RegExp(`(?<![A-Za-z])${d.name}(?![A-Za-z])`).test(text));
  const count = over.reduce((n, d) => {
    const [r, c] = shapeOf(d.shape, p);
    return n * (d.law === 'rademacher' ? 2 : fine.length) ** (r * c);
  }, 1);
  if (count > most) throw new Open();
  const [a, b] = [average(body, p, over, fine), average(body, p, over, coarse)];
  if (l.largest(l.sub(a, b)) > 1e-6 * (1 + l.largest(a))) throw new Open();
  return a;
}
