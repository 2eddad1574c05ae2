/** Lengths behind activations that are Lipschitz: |φ(u)| ≤ |u| and |φ(u) − φ(v)| ≤ c |u − v|. */
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { one, ratio, type Ratio } from '../../kernel/ratio.ts';
import { atEntries } from '../../kernel/laws.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import { alike } from './labelled.ts';
import { minus } from '../graphs/small-terms.ts';

const slopes: Readonly<Record<string, Ratio>> = {
  relu: one,
  leakyrelu: one,
  abs: one,
  tanh: one,
  softplus: one,
  sigmoid: ratio(1n, 4n),
};
const shrinking: ReadonlySet<string> = new Set([
  'relu',
  'leakyrelu',
  'abs',
  'tanh',
  'gelu',
  'silu',
]);

/** The name and the argument where the term is φ(u). */
function activation(t: Term): { name: string; argument: Term } | null {
  const head = bareHead(t);
  const [argument] =
    head?.kind === 'jet' &&
    head.orders.length === 1 &&
    head.orders[0] === 0 &&
    head.fn.family.length === 0 &&
    head.fn.inputs[0] === null
      ? head.args
      : [];
  return head?.kind === 'jet' && argument && argument.shape.length === t.shape.length
    ? { name: head.fn.name, argument }
    : null;
}

/** |t|² ≤ 1 where t is softmax(u). */
export function softmaxLength(t: Term): Theorem | null {
  const head = bareHead(t);
  const [u] =
    head?.kind === 'jet' &&
    head.fn.name === 'softmax' &&
    head.orders[0] === 0 &&
    head.params.length === 0
      ? head.args
      : [];
  return u?.shape.length === 1 && t.shape.length === 1
    ? fact('softmax is at most 1 long', u)
    : null;
}

export interface Activated {
  readonly by: Ratio;
  readonly argument: Term;
  /** t·t ≤ c² u·u. */
  readonly squares: Theorem;
}

/** |t| ≤ c |u| where t is φ(u), or φ(v) − φ(w) with u = v − w; null where it is neither. */
export function throughActivation(t: Term): Activated | null {
  const single = activation(t);
  if (single)
    return shrinking.has(single.name)
      ? {
          by: one,
          argument: single.argument,
          squares: fact(`${single.name} shrinks`, single.argument),
        }
      : null;
  if (t.monomials.length !== 2) return null;
  const pair = t.monomials.map((m) => ({
    sign: m.coefficient,
    head: m.factors.length === 1 ? m.factors[0]?.head : undefined,
  }));
  const heads = pair.toSorted((a, b) => Number(b.sign.num - a.sign.num)).map((p) => p.head);
  const [u, v] = heads.map((head) => (head?.kind === 'jet' ? (head.args[0] ?? null) : null));
  const name = heads[0]?.kind === 'jet' ? heads[0].fn.name : '';
  const by = Object.hasOwn(slopes, name) ? slopes[name] : undefined;
  if (!by || !u || !v || u.shape.join() !== v.shape.join() || u.shape.length !== t.shape.length)
    return null;
  const squares = fact(`${name} is Lipschitz`, u, v);
  const f = squares.conclusion;
  const argument = minus(u, v);
  const whole = heads.every(
    (head) => head?.kind === 'jet' && head.fn.name === name && head.orders[0] === 0,
  );
  return whole && f.kind === 'less' && pairs(t, u, v, name) ? { by, argument, squares } : null;
}

/** Is t = φ(u) − φ(v)? */
function pairs(t: Term, u: Term, v: Term, name: string): boolean {
  const [a, b] = [atEntries(name, u), atEntries(name, v)];
  return alike(t, minus(a, b));
}
