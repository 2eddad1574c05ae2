/** From vec(A) = vec(B), an equation of lists of entries: the equation of the matrices. */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import { contract, pair, variable, zeros } from '../../kernel/graph.ts';
import { fact, hole } from '../../kernel/theorem.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { orient, simplify } from '../derived/simplify.ts';
import { letters } from '../graphs/indices.ts';
import { own, termOf } from '../graphs/sum.ts';
import { negated } from '../graphs/small-terms.ts';
import { bookOf, type Context } from './context.ts';

/** The pair whose place runs along this axis. */
function pairAt(m: Monomial, axis: number): Factor | undefined {
  const wire = m.free[axis];
  return m.factors.find(
    ({ head, slots }) =>
      head.kind === 'operation' && head.name === 'pair' && slots[2] === wire && wire !== undefined,
  );
}

/** m and n where the axis lists the entries of m×n matrices, in every graph of both sides. */
function listedAt({ left, right }: Equation, axis: number): readonly [Dim, Dim] | null {
  const shapes = [...left.monomials, ...right.monomials].map((m) => {
    const head = pairAt(m, axis)?.head;
    return head?.kind === 'operation' && head.arg.shape.length === 2 ? head.arg.shape : null;
  });
  const [first] = shapes;
  return first && shapes.every((s) => s?.join() === first.join()) ? (first as [Dim, Dim]) : null;
}

const names = ['pairs at one place are equal', 'a pair has one place'] as const;

/** The equation with `pair` contracted onto the axis: two axes in its place. */
function atPairs(eq: Equation, axis: number, [m, n]: readonly [Dim, Dim], ctx: Context): Equation {
  const book = bookOf(ctx);
  const axes = letters(eq.left.shape.length);
  const at = axes[axis] as string;
  const context = contract(
    [variable(hole, eq.left.shape), pair(m, n)],
    [axes, `yz${at}`],
    axes.replace(at, 'yz'),
  );
  const shape: readonly Dim[] = context.shape;
  const ledger = new Ledger(zeros(shape), zeros(shape), book);
  ledger.use(eq, context);
  const rules = names.map((name) => equation(fact(name, zeros([m, n])), 'pairs of indices'));
  simplify(
    ledger,
    rules.flatMap((rule) => orient(rule, book) ?? []),
    40,
    ctx.deadline,
  );
  const entries = [...ledger.rest];
  const positive = entries.filter(([, e]) => own(e).num > 0n);
  const right = termOf(new Map(positive), shape);
  const left: Term = negated(termOf(new Map(entries.filter((e) => !positive.includes(e))), shape));
  const proof = new Ledger(left, right, book);
  for (const use of ledger.uses) proof.use(use.equation, use.context);
  return proof.done ? equation(proof.theorem(), eq.name) : eq;
}

/** What an equation between lists of entries says of the matrices. */
export function unpaired(eq: Equation, ctx: Context): Equation[] {
  return eq.left.shape.flatMap((_, axis) => {
    const shape = listedAt(eq, axis);
    if (!shape) return [];
    const plain = atPairs(eq, axis, shape, ctx);
    return plain === eq ? [] : [plain];
  });
}
