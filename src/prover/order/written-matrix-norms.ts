/**
 * Bounds on the norm of a matrix that is written out by its entries: ‖T‖ ≤ c because c² v'v − |T v|²
 * is a form with pivots that are not negative.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, bareHead, contract, variable } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { fact, generalise, modusPonens, weak, type Theorem } from '../../kernel/theorem.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { inner, minus, nought, times } from '../graphs/small-terms.ts';
import { freshIn } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { formOf, pivots } from '../matrices/forms-by-pivots.ts';
import { writtenOut } from '../matrices/written-out.ts';
import { byEquations } from '../rewriting/by-equations.ts';

/** T where the number is ‖T‖ and T is written out. */
function operand(s: Term): Term | null {
  const head = bareHead(s);
  return head?.kind === 'operation' && head.name === 'norm' && writtenOut(head.arg)
    ? head.arg
    : null;
}

/** The entries of c² I − T'T at the places of the columns of T, and these places. */
function gap(t: Term, c: Term): { places: Term[]; entries: Term[][] } | null {
  const written = writtenOut(t);
  if (!written) return null;
  const all = [...written.places.keys()];
  const columns = all.filter((j) => written.places[j]?.shape[0] === t.shape[1]);
  const entries = columns.map((j) =>
    columns.map((k) => {
      const products = all.map((i) => times(written.entry(i, j), written.entry(i, k)));
      return minus(j === k ? times(c, c) : nought(), add(nought(), ...products));
    }),
  );
  return { places: columns.map((j) => written.places[j] as Term), entries };
}

export const writtenMatrixNorms = strategyFor('less', {
  name: 'the norm of a matrix written out',
  summary: "norm(T) <= c for a T written out by its entries, because c^2 v'v - |T v|^2 >= 0",
  promise: ({ left, strict }: FormulaOf<'less'>) => (!strict && operand(left) ? 0.9 : null),
  *prove({ left, right: c }, known): Attempt {
    const t = operand(left);
    const found = t && gap(t, c);
    const sign = found && (yield { goal: less(nought(), c, false), known });
    const least = sign && modusPonens(fact('the norm is least', c, t as Term), sign);
    const f = least?.conclusion;
    if (!t || !found || f?.kind !== 'implies' || f.left.kind !== 'forall') return null;
    const v = variable(freshIn(known, 'v#', t, c), [t.shape[1] as Dim]);
    const at = found.places.map((e) => contract([e, v], ['i', 'i'], ''));
    const form = yield* pivots(found.entries, [...at.keys()], at, known);
    if (!form) return null;
    const image = contract([t, v], ['ij', 'j'], 'i');
    const whole = minus(times(c, c, inner(v, v)), inner(image, image));
    const same = byEquations(formOf(found.entries, at), whole, known);
    return same && bounded(least as Theorem, v, [form.theorem, same], t, c);
  },
});

/** ‖T‖ ≤ c from 0 ≤ q and q = c² v'v − |T v|². */
function bounded(
  least: Theorem,
  v: Term,
  [sign, same]: readonly [Theorem, Theorem],
  t: Term,
  c: Term,
): Theorem | null {
  const head = bareHead(v);
  if (head?.kind !== 'variable') return null;
  const image = contract([t, v], ['ij', 'j'], 'i');
  const value = orderBy(inner(image, image), times(c, c, inner(v, v)), false, [
    summand([sign]),
    summand([weak(same)]),
  ]);
  const bound = { kind: 'tensor', name: head.name, shape: v.shape } as const;
  return modusPonens(least, generalise(bound, value));
}
