/** Facts that the functions in a goal invite: softmax, exp, activations and their slopes. */
import type { Term } from '../../kernel/term.ts';
import { number, zeros } from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import { nothing } from '../derived/labelled.ts';
import { namedIn, type Occurrence } from '../graphs/named-functions.ts';
import { textOf } from '../graphs/parts-of-graphs.ts';

const whole = (k: number): Term => number(ratio(BigInt(k)));

/** Facts about where the values of a function lie. */
const ranges: Readonly<Record<string, readonly string[]>> = {
  silu: ['silu lies between', 'silu shrinks'],
  gelu: ['gelu lies between', 'gelu shrinks'],
  softplus: ['softplus next to relu'],
  tanh: ['tanh shrinks'],
  relu: ['relu shrinks'],
};

function ofNumber({ name, argument, order }: Occurrence): Theorem[] {
  if (order === 1 && (name === 'gelu' || name === 'silu'))
    return [fact(`slope of ${name}`, argument)];
  if (order > 0) return [];
  return name === 'exp'
    ? [2, 3].map((k) => fact('exp and its Taylor polynomials', whole(k), argument))
    : (Object.hasOwn(ranges, name) ? ranges[name]! : []).map((range) => fact(range, argument));
}

/** softmax, exp and slopes of activations at their arguments. */
export function ofFunctions(terms: readonly Term[]): Theorem[] {
  const found = namedIn(terms);
  const vectors = new Map<string, Term>();
  for (const { name, argument } of found)
    if ((name === 'softmax' || name === 'exp') && argument.shape.length === 1)
      vectors.set(textOf(argument, nothing), argument);
  const soft = found.some(({ name }) => name === 'softmax');
  const total = found.some(({ name }) => name === 'log');
  const points = [...vectors.values()].slice(0, 3);
  const [first] = points;
  const ends = first && total && !soft ? [...points, zeros(first.shape)] : points;
  const pairs = ends.flatMap((u) =>
    ends.filter((v) => v !== u && v.shape.join() === u.shape.join()).map((v) => [u, v] as const),
  );
  const vectorsOf = found.filter(
    ({ name, order, argument }) => order === 0 && name === 'softmax' && argument.shape.length === 1,
  );
  return [
    ...vectorsOf.slice(0, 3).map(({ argument }) => fact('softmax is at most 1 long', argument)),
    ...pairs.flatMap(([u, v], i) => [
      ...(soft && i % 2 === 0 ? [fact('softmax is Lipschitz', u, v)] : []),
      ...(soft || total ? [fact('log-sum-exp lies above its tangents', u, v)] : []),
    ]),
    ...found.filter((f) => f.argument.shape.length === 0).flatMap(ofNumber),
  ];
}
