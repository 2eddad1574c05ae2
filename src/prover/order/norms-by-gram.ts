/** Norms by Gram matrices: ‖T‖ ≤ c because T'T ⪯ c² I, or because T T' ⪯ c² I. */
import type { Dim, Factor, Term } from '../../kernel/term.ts';
import {
  bareHead,
  contract,
  dimension,
  factorTerm,
  identity,
  inverse,
  number,
  permute,
  variable,
} from '../../kernel/graph.ts';
import { equal, is, less, type FormulaOf } from '../../kernel/formula.ts';
import {
  definition,
  fact,
  first,
  generalise,
  modusPonens,
  second,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { one } from '../../kernel/ratio.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, orderBy, summand } from '../derived/labelled.ts';
import { normOf } from '../derived/norm-parts.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { inner, minus, nought, times } from '../graphs/small-terms.ts';
import { bookOf, freshIn, type Context } from '../known/context.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { isSymmetricAsWritten } from './written-symmetry.ts';

const mark = 'norms by Gram matrices';

/** T where the goal is ‖T‖ ≤ c and T is a product or a sum. */
function normed({ left, strict }: FormulaOf<'less'>): Term | null {
  const head = strict ? null : bareHead(left);
  return head?.kind === 'operation' && head.name === 'norm' ? head.arg : null;
}

/** s where the factor is √s, or 1/s where it is 1/√s. */
function underRoot({ head }: Factor): Term | null {
  const s = argumentOf('sqrt', head);
  if (s) return s;
  if (head.kind !== 'inverse' || head.matrix) return null;
  const [f, ...more] = head.arg.monomials.flatMap((m) => m.factors);
  const inside = f && more.length === 0 && bareHead(head.arg) ? underRoot(f) : null;
  return inside && inverse(inside);
}

/** c² with s for √s √s, for one product of numbers. */
function squareOf(c: Term): Term {
  const [m, ...more] = c.monomials;
  if (!m || more.length > 0 || m.factors.some((f) => f.slots.length > 0)) return times(c, c);
  const outside = [
    number(m.coefficient),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  return times(
    ...outside,
    ...outside,
    ...m.factors.flatMap((f) => underRoot(f) ?? [factorTerm(f), factorTerm(f)]),
  );
}

/** ∀v (|T v|² ≤ c² |v|²) from c² I − T'T ⪰ 0 and d = c². */
function stretches(t: Term, c: Term, psd: Theorem, same: Theorem, known: Context): Theorem {
  const f = psd.conclusion as FormulaOf<'is'>;
  const forms = second(modusPonens(first(definition('psd', f.subject)), psd));
  const name = freshIn(known, 'v#', t, c);
  const shape = [t.shape[1] as Dim];
  const v = variable(name, shape);
  const image = contract([t, v], ['ij', 'j'], 'i');
  const here = specialise(forms, { kind: 'term', term: v });
  const bound = orderBy(inner(image, image), times(c, c, inner(v, v)), false, [
    summand([here]),
    summand([weak(same)], one, [v]),
  ]);
  return generalise({ kind: 'tensor', name, shape }, bound);
}

/** ‖T‖ ≤ c from T'T ⪯ c² I. */
function* byColumns(t: Term, c: Term, sign: Theorem, known: Context): Attempt {
  const d = squareOf(c);
  const same = yield* ask(equal(d, times(c, c)), known, 1000);
  if (!same) return null;
  const ball = contract([d, identity(t.shape[1] as Dim)], ['', 'ij'], 'ij');
  const gram = contract([t, t], ['ki', 'kj'], 'ij');
  const psd = yield* ask(is('psd', minus(ball, gram)), known);
  if (!psd) return null;
  const least = modusPonens(fact('the norm is least', c, t), sign);
  return modusPonens(least, stretches(t, c, psd, same, known));
}

/** Does T begin with an inverse? Then T T' is made of fewer matrices than T'T. */
const beginsWithInverse = (t: Term): boolean =>
  t.monomials.some((m) =>
    m.factors.some(
      ({ head, slots }) => head.kind === 'inverse' && slots.includes(m.free[0] as number),
    ),
  );

/** ‖T‖ ≤ c from T T' ⪯ c² I. */
function* byRows(t: Term, c: Term, sign: Theorem, known: Context): Attempt {
  const turned = yield* byColumns(permute(t, [1, 0]), c, sign, known);
  const same = fact('norm of the transpose', t);
  return turned && byFacts(normOf(t), c, false, [weak(flipped(same)), turned]);
}

export const normsByGram = strategyFor('less', {
  name: mark,
  summary: "norm(T) <= c because c^2 I - T' T or c^2 I - T T' is psd",
  notFor: ['bounds'],
  promise: (goal, known) => {
    const t = normed(goal);
    return t && !isSymmetricAsWritten(t, bookOf(known).map) ? 0.5 : null;
  },
  *prove(goal, known): Attempt {
    const t = normed(goal);
    const sign = t && (yield* ask(less(nought(), goal.right, false), known));
    if (!t || !sign) return null;
    const ways = beginsWithInverse(t) ? [byRows, byColumns] : [byColumns, byRows];
    for (const way of ways) {
      const found = yield* way(t, goal.right, sign, known);
      if (found) return found;
    }
    return null;
  },
});
