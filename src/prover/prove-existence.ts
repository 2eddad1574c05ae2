/** Existence, by trying terms that may be what exists. */
import type { Dim, Term } from '../kernel/term.ts';
import { contract, dimension, identity, inverse, zeros } from '../kernel/graph.ts';
import { substituteIn, write, type Formula } from '../kernel/formula.ts';
import { instance, type Theorem } from '../kernel/theorem.ts';
import type { Context } from './context.ts';
import type { Prove } from './strategy.ts';

export function proveExistence(goal: Formula & { kind: 'exists' }, ctx: Context, depth: number, prove: Prove): Theorem | null {
  if (goal.bound.kind !== 'tensor') return null;
  for (const witness of witnesses(goal, ctx)) {
    const t = prove(substituteIn(goal.body, goal.bound.name, { kind: 'term', term: witness }), ctx, depth + 1);
    if (t) return instance(goal, witness, t);
  }
  return null;
}

/** Terms that may be what exists: for A = cB the ratio of matching graphs; names and simple terms of the right shape. */
function witnesses(goal: Formula & { kind: 'exists' }, ctx: Context): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  const found: Term[] = [];
  if (bound.shape.length === 0) {
    found.push(contract([], [], ''));
    const scalars = ctx.facts.flatMap(({ theorem: { conclusion: f } }) => (f.kind === 'less' && f.strict && f.left.monomials.length === 0 ? [f.right] : []));
    for (const s of scalars) found.push(s, inverse(s));
    for (const s of scalars) for (const t of scalars) found.push(contract([s, t], ['', ''], ''), contract([s, inverse(t)], ['', ''], ''));
    const dims = new Set(goalDims(goal.body));
    for (const d of dims) found.push(contract([], [], '', { i: d }), inverseSize(d));
  }
  const matrices = bound.shape.length === 2 && bound.shape[0] === bound.shape[1] ? [identity(bound.shape[0] as Dim)] : [];
  return [...found, ...matrices, zeros(bound.shape)].slice(0, 24);
}
const inverseSize = (d: Dim): Term => dimension(d, -1);
function goalDims(f: Formula): Dim[] {
  const text = write(f);
  return [...new Set([...text.matchAll(/ ([A-Za-z]\w*)\^-?\d+/g)].map((m) => m[1] as string))];
}
