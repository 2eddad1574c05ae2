/**
 * Largest eigenvalues by forms: a λ₁(M) ≤ Σ c λ₁(N) + d because Σ c N + d I − a M is psd, at a unit
 * eigenvector of M. Source: Horn and Johnson, Matrix Analysis, theorem 4.2.2 (Rayleigh).
 */
import type { Dim, Term } from '../../kernel/term.ts';
import {
  add,
  contract,
  dimension,
  factorTerm,
  identity,
  number,
  operation,
  variable,
} from '../../kernel/graph.ts';
import { is, less, type FormulaOf } from '../../kernel/formula.ts';
import { one, ratio, type Ratio } from '../../kernel/ratio.ts';
import {
  assume,
  definition,
  fact,
  first,
  hole,
  modusPonens,
  second,
  specialise,
  unpack,
  weak,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, linearBy, nothing, orderBy, summand } from '../derived/labelled.ts';
import { inner, minus, nought, squareOf, times } from '../graphs/small-terms.ts';
import { difference, termOf, type Entry } from '../graphs/sum.ts';
import { freshIn, type Context } from '../known/context.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { strategyFor, type Ask, type Attempt } from '../known/strategy.ts';
import { freedBy } from './form-sources.ts';

/** c λ₁(N). */
interface Part {
  readonly of: Term;
  readonly by: Term;
}
/** right − left as Σ c λ₁(N) + d − a λ₁(M), with a number a > 0. */
interface Split {
  readonly most: Part;
  readonly a: Ratio;
  readonly others: readonly Part[];
  readonly rest: Term;
}

const lambda = (a: Term): Term => operation('lambda.1', a);

/** c λ₁(N), or null for a summand without a largest eigenvalue outside of functions. */
function partOf({ coefficient, monomial: m }: Entry): Part | null {
  const at = m.factors.findIndex(
    ({ head }) => head.kind === 'operation' && head.name === 'lambda.1',
  );
  const head = m.factors[at]?.head;
  if (head?.kind !== 'operation' || m.factors.some((f) => f.slots.length > 0)) return null;
  const by = times(
    number(coefficient),
    ...m.factors.filter((_, i) => i !== at).map(factorTerm),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  );
  return { of: head.arg, by };
}

/** What stands before the largest eigenvalue of one matrix, in one sum. */
function gathered(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const { of, by } of parts) {
    const at = found.findIndex((p) => alike(p.of, of));
    const before = found[at];
    if (before) found[at] = { of, by: add(before.by, by) };
    else found.push({ of, by });
  }
  return found;
}

/** The value of a number without names. */
function valueOf(t: Term): Ratio | null {
  const [e, ...more] = difference(t, nought(), nothing).values();
  const isNumber = e && e.monomial.factors.length + Object.keys(e.monomial.powers).length === 0;
  return isNumber && more.length === 0 ? e.coefficient : null;
}

function splitOf({ left, right }: FormulaOf<'less'>): Split | null {
  const entries = [...difference(right, left, nothing).values()];
  const parts = gathered(entries.flatMap((e) => partOf(e) ?? []));
  const [most, ...more] = parts.filter((p) => (valueOf(p.by)?.num ?? 0n) < 0n);
  const a = most && valueOf(most.by);
  if (!most || !a || more.length > 0) return null;
  const others = parts.filter((p) => p !== most);
  if (others.some((p) => p.of.shape.join() !== most.of.shape.join())) return null;
  const plain = entries.filter((e) => partOf(e) === null);
  const rest = termOf(new Map(plain.map((e, i) => [`${i}`, e])), []);
  return { most, a: ratio(-a.num, a.den), others, rest };
}

/** Σ c N + d I − a M. */
function wholeOf({ most, others, rest }: Split): Term {
  const eye = identity(most.of.shape[0] as Dim);
  const scaled = (by: Term, of: Term): Term => contract([by, of], ['', 'ij'], 'ij');
  return [...others, most].reduce((t, p) => add(t, scaled(p.by, p.of)), scaled(rest, eye));
}

/** c (λ₁(N) v'v − v'N v) ≥ 0 for each N, with 0 ≤ c asked for. */
function* bounds(
  others: readonly Part[],
  v: Term,
  known: Context,
): Generator<Ask, Summand[] | null, Theorem | null> {
  const found: Summand[] = [];
  for (const { of, by } of others) {
    const value = valueOf(by);
    const sign = value ? null : yield { goal: less(nought(), by, false), known, share: 100 };
    const bound = yield* freedBy(fact('the largest eigenvalue bounds', of, v), known);
    if ((!value && !sign) || bound.conclusion.kind !== 'less') return null;
    found.push(sign ? summand([bound, sign]) : summand([bound], value ?? one));
  }
  return found;
}

/** The goal at a unit eigenvector v of M. */
function atEigenvector(
  { left, right }: FormulaOf<'less'>,
  { most, a }: Split,
  v: Term,
  [form, unit, own, others]: readonly [Theorem, Theorem, Theorem, readonly Summand[]],
): Theorem {
  const m = most.of;
  const value = linearBy(contract([v, m, v], ['i', 'ij', 'j'], ''), times(lambda(m), squareOf(v)), [
    { equation: own, context: inner(v, variable(hole, v.shape)) },
  ]);
  const gap = minus(right, left);
  const whole = times(gap, squareOf(v));
  const positive = orderBy(nought(), whole, false, [
    summand([form]),
    ...others,
    summand([weak(flipped(value))], a),
  ]);
  const same = linearBy(whole, gap, [{ equation: unit, context: times(gap, variable(hole, [])) }]);
  return orderBy(left, right, false, [summand([positive]), summand([weak(same)])]);
}

export const eigenvaluesByForms = strategyFor('less', {
  name: 'largest eigenvalues by forms',
  summary: 'a lambda[1](M) <= c lambda[1](N) + d because c N + d I - a M is psd',
  notFor: ['bounds', 'kernels'],
  promise: (goal) => (!goal.strict && splitOf(goal) ? 0.4 : null),
  *prove(goal, known): Attempt {
    const split = splitOf(goal);
    if (!split) return null;
    const whole = wholeOf(split);
    const psd = yield { goal: is('psd', whole), known };
    const m = split.most.of;
    const stated =
      psd && (yield* freedBy(fact('an eigenvalue is attained', number(one), m), known));
    if (!psd || stated?.conclusion.kind !== 'exists') return null;
    const name = freshIn(known, 'v#', goal.left, goal.right);
    const existence = renameExistence(stated, name);
    const f = existence.conclusion;
    if (f.kind !== 'exists') return null;
    const v = variable(name, [m.shape[0] as Dim]);
    const others = yield* bounds(split.others, v, known);
    if (!others) return null;
    const forms = second(modusPonens(first(definition('psd', whole)), psd));
    const form = specialise(forms, { kind: 'term', term: v });
    const here = assume(f.body);
    const t = atEigenvector(goal, split, v, [form, first(here), second(here), others]);
    return unpack(existence, t);
  },
});
