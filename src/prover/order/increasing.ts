/**
 * Values of functions that rise, in the order of their arguments: exp(x) ≤ exp(y) where x ≤ y, and
 * 1 ≤ exp(x) where 0 ≤ x.
 */
import type { Term } from '../../kernel/term.ts';
import { number, variable, zeros } from '../../kernel/graph.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { valueOf } from '../../kernel/laws.ts';
import { one, ratio, zero, type Ratio } from '../../kernel/ratio.ts';
import {
  fact,
  first,
  hole,
  modusPonens,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { soon } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { alike, byFacts, linearBy } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { askedFor } from '../known/purposes.ts';

/** A short look. */
type Attempt = (f: Formula) => Theorem | null;

const rising: ReadonlySet<string> = new Set([
  'exp',
  'tanh',
  'sigmoid',
  'softplus',
  'erf',
  'leakyrelu',
  'log',
]);
const half = ratio(1n, 2n);

/** What is known of the argument at which a value is known, and the value. */
interface Anchor {
  readonly at: Term;
  readonly value: Ratio;
  /** φ(at) = value. */
  readonly theorem: Theorem;
}

/** Where φ is its own opposite at 0, twice the value there is known. */
const opposite = (name: string, value: Ratio): Anchor => {
  const at = zeros([]);
  const twice = fact(`${name} of the negative`, at);
  return {
    at,
    value,
    theorem: linearBy(valueOf(name, at), number(value), [
      { equation: twice, context: times(number(half), variable(hole, [])) },
    ]),
  };
};
const anchors: Readonly<Record<string, () => Anchor>> = {
  exp: () => ({ at: zeros([]), value: one, theorem: fact('exp of zero', zeros([])) }),
  log: () => ({ at: number(one), value: zero, theorem: fact('logarithm of one', number(one)) }),
  tanh: () => opposite('tanh', zero),
  erf: () => opposite('erf', zero),
  sigmoid: () => opposite('sigmoid', half),
};

/** φ(0) = c, where that is known. */
export const valueAtZero = (name: string): Theorem | null =>
  name === 'tanh' || name === 'erf'
    ? opposite(name, zero).theorem
    : name === 'sigmoid'
      ? opposite(name, half).theorem
      : null;

/** φ(s) ≤ φ(t), or <, because s ≤ t, or <; null where neither is found. */
function inOrder(name: string, s: Term, t: Term, prove: Attempt): Theorem | null {
  const strictly = prove(less(s, t, true));
  const sign = strictly ?? prove(less(s, t, false));
  if (!sign) return null;
  if (name === 'relu')
    return modusPonens(fact('relu does not fall', s, t), byFacts(s, t, false, [sign]));
  const positive = name === 'log' ? prove(less(zeros([]), s, true)) : null;
  if (name === 'log' && !positive) return null;
  const both = positive
    ? modusPonens(fact('logarithm is increasing', s, t), positive)
    : fact(`${name} is increasing`, s, t);
  return modusPonens((strictly ? second : first)(both), sign);
}

/** What the order of the arguments says of the values that stand in some terms. */
export function increases(terms: readonly Term[], ctx: Context, prove: Prove): Theorem[] {
  const ordered = ctx.facts.some(({ theorem: { conclusion: f } }) => f.kind === 'less');
  const attempt: Attempt = (f) =>
    prove(f, { ...askedFor(ctx, 'bounds'), deadline: soon(ctx.deadline, 10) });
  const found = namedIn(terms)
    .filter(
      ({ name, argument, order }) =>
        order === 0 && argument.shape.length === 0 && (rising.has(name) || name === 'relu'),
    )
    .slice(0, 6);
  return [...new Set(found.map((f) => f.name))].flatMap((name) => {
    const all = found.filter((f) => f.name === name).map((f) => f.argument);
    // two numbers are seldom in order unless something is
    const among = ordered
      ? all.flatMap((s) =>
          all.flatMap((t) => (s === t ? [] : (inOrder(name, s, t, attempt) ?? []))),
        )
      : [];
    return [
      ...among,
      ...(Object.hasOwn(anchors, name)
        ? besides(name, (anchors[name] as () => Anchor)(), all, attempt)
        : []),
    ];
  });
}

/** The values above and below the one that is known. */
function besides(
  name: string,
  { at, value, theorem }: Anchor,
  all: readonly Term[],
  prove: Attempt,
): Theorem[] {
  return all
    .filter((t) => !alike(t, at))
    .flatMap((t) => {
      const above = inOrder(name, at, t, prove);
      if (above)
        return [
          byFacts(number(value), valueOf(name, t), isStrict(above), [
            weak(flipped(theorem)),
            above,
          ]),
        ];
      const below = inOrder(name, t, at, prove);
      return below
        ? [byFacts(valueOf(name, t), number(value), isStrict(below), [below, weak(theorem)])]
        : [];
    });
}
const isStrict = ({ conclusion: f }: Theorem): boolean => f.kind === 'less' && f.strict;
