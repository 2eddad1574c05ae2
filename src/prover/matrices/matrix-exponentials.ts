/**
 * Exponentials of matrices: what is known of those in the goal, as their inverses, products and
 * values at eigenvectors; and S = logm(A), because expm(S) = A.
 */
import type { Term } from '../../kernel/term.ts';
import { equal, type Formula } from '../../kernel/formula.ts';
import { add, bareHead, contract, operation, scale, variable } from '../../kernel/graph.ts';
import { valueOf } from '../../kernel/laws.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  fact,
  first,
  hole,
  modusPonens,
  replace,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { is } from '../../kernel/formula.ts';
import { flipped } from '../derived/equations.ts';
import { multipleOfIdentity } from '../derived/multiples-of-identity.ts';
import { alone } from '../derived/related.ts';
import { alike } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { operationsIn } from '../graphs/heads.ts';
import { negated } from '../graphs/small-terms.ts';
import { transposed } from '../bounds/heads.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Attempt, type Strategy } from '../known/strategy.ts';

const mark = 'exponentials of matrices';
const source = 'exponential of a matrix';
/** How many matrices under `expm` are looked at, and how much each question about them may take. */
const most = 5;
const share = 15;

type Asking<R> = Generator<
  { readonly goal: Formula; readonly known: Context; readonly share: number },
  R,
  Theorem | null
>;

const expm = (a: Term): Term => operation('expm', a);
const argumentsOf = (name: string, terms: readonly Term[]): Term[] =>
  operationsIn(terms, name)
    .filter((h) => h.params.length === 0)
    .map((h) => h.arg)
    .slice(0, most);

const among = (t: Term, list: readonly Term[]): boolean => list.some((u) => alike(t, u));
const sameSize = (a: Term, b: Term): boolean => a.shape[0] === b.shape[0];

/** The theorem with what it asks for proved, one after the other; null where one is not. */
function* met(theorem: Theorem, known: Context): Asking<Theorem | null> {
  let left = theorem;
  while (left.conclusion.kind === 'implies') {
    const proof = yield { goal: left.conclusion.left, known, share };
    if (proof === null) return null;
    left = modusPonens(left, proof);
  }
  return left;
}

/** Of one exponential: its inverse, its sign, its determinant, its transpose. */
function* ofOne(a: Term, terms: readonly Term[], known: Context): Asking<Theorem[]> {
  const found: Theorem[] = [];
  const opposite = negated(a);
  found.push(fact('exponentials of opposite matrices', a));
  found.push(fact('exponentials of opposite matrices', opposite));
  if (a.monomials.length === 0) found.push(fact('exponential of the zero matrix', a));
  const s = multipleOfIdentity(a);
  if (s) found.push(fact('exponential of a multiple of I', s, a));
  if (operationsIn(terms, 'det').length > 0) found.push(fact('determinant of an exponential', a));
  const symmetric = yield { goal: equal(transposed(a), a), known, share };
  const skew = symmetric ? null : yield { goal: equal(transposed(a), opposite), known, share };
  // where the transpose is A or −A, the transpose of the exponential is itself or its inverse
  const turned = symmetric ?? skew;
  const flip = fact('exponential of the transpose', a);
  found.push(
    turned
      ? replace(equal(expm(variable(hole, a.shape)), transposed(expm(a))), turned, flip)
      : flip,
  );
  if (symmetric)
    found.push(
      modusPonens(fact('exponential of a symmetric matrix', a), symmetric),
      modusPonens(fact('exponential above its tangent', a), symmetric),
    );
  return found;
}

/** Of two: the exponential of their sum where they commute, in both orders. */
function* ofTwo(a: Term, b: Term, known: Context): Asking<Theorem[]> {
  const together = yield* met(fact('exponential of a sum of commuting matrices', a, b), known);
  if (together === null) return [];
  const apart = yield* met(fact('exponential of a sum of commuting matrices', b, a), known);
  return apart ? [together, apart] : [together];
}

/** det A = exp(tr L) and log det A = tr L, where e^L = A. */
function determinantBy(log: Term, a: Term, isPower: Theorem): Theorem[] {
  const trace = contract([log], ['ii'], '');
  const power = valueOf('exp', trace);
  const det = replace(
    equal(operation('det', variable(hole, a.shape)), power),
    isPower,
    fact('determinant of an exponential', log),
  );
  const logarithm = replace(
    equal(valueOf('log', variable(hole, [])), trace),
    flipped(det),
    fact('logarithm of exp', trace),
  );
  return [det, logarithm];
}

/** Matrices and vectors with a name in a term. */
function named(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors)))
    if (head.kind === 'variable' && head.shape.length > 0)
      found.set(head.name, variable(head.name, head.shape));
  return [...found.values()];
}

/** s where it is known that A v = s v. */
const eigenvalueAt = (a: Term, v: Term, known: Context): Term | null => {
  const at = contract([a, v], ['ij', 'j'], 'i');
  for (const { theorem } of known.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'equal') continue;
    const other = alike(f.left, at) ? f.right : alike(f.right, at) ? f.left : null;
    const m = other?.monomials;
    if (!m || m.length !== 1) continue;
    for (const { head } of m[0]?.factors ?? [])
      if (head.kind === 'variable' && head.shape.length === 0) {
        const s = scale(m[0]?.coefficient ?? one, variable(head.name, []));
        if (alike(other as Term, contract([s, v], ['', 'i'], 'i'))) return s;
      }
  }
  return null;
};

/**
 * A sum in two parts, of which the first is one of its monomials: an argument of several, or a
 * whole multiple, as 3 A = A + 2 A.
 */
function parts(a: Term): (readonly [Term, Term])[] {
  const [m, ...more] = a.monomials;
  if (!m) return [];
  if (more.length > 0)
    return a.monomials.slice(0, 3).map((part) => {
      const head = alone(a, part);
      return [head, add(a, negated(head))] as const;
    });
  const { num, den } = m.coefficient;
  if (den !== 1n || num < 2n || num > 6n) return [];
  const base = scale(ratio(1n, num), a);
  return Array.from({ length: Number(num) - 1 }, (_, i) => [
    base,
    scale(ratio(BigInt(i + 1)), base),
  ]);
}

/** What is known of the exponentials in terms. */
function* knownOf(terms: readonly Term[], known: Context): Asking<Fact[]> {
  const args = argumentsOf('expm', terms);
  const found: Theorem[] = [];
  for (const a of argumentsOf('logm', terms)) {
    const both = yield* met(fact('logarithm of a pd matrix', a), known);
    if (both === null) continue;
    const log = operation('logm', a);
    found.push(flipped(first(both)));
    // as an equation for A it makes each term longer where no exponential stands
    if (among(a, argumentsOf('logm', args))) found.push(second(both));
    if (operationsIn(terms, 'det').length > 0) found.push(...determinantBy(log, a, second(both)));
  }
  for (const a of args) found.push(...(yield* ofOne(a, terms, known)));
  for (const a of args)
    for (const [b, c] of parts(a)) {
      found.push(...(yield* ofTwo(b, c, known)));
      for (const s of [multipleOfIdentity(b), multipleOfIdentity(c)])
        if (s) found.push(fact('exponential of a multiple of I', s, a));
    }
  for (const [i, a] of args.entries())
    for (const b of args.slice(i)) {
      if (!sameSize(a, b) || alike(b, negated(a))) continue;
      // A + B stands in the goal, or A and B do
      if (!among(add(a, b), args) && args.length > 3) continue;
      found.push(...(yield* ofTwo(a, b, known)));
    }
  const things = named(terms).slice(0, 6);
  for (const a of args)
    for (const b of things) {
      if (b.shape[0] !== a.shape[0]) continue;
      const s = b.shape.length === 1 ? eigenvalueAt(a, b, known) : null;
      const here = s && (yield* met(fact('exponential at an eigenvector', a, b, s), known));
      if (here) found.push(here);
      if (b.shape.length !== 2) continue;
      for (const c of args) {
        if (c.shape[0] !== b.shape[1]) continue;
        const through = yield* met(fact('exponentials on both sides of a matrix', a, b, c), known);
        if (through) found.push(through);
      }
    }
  return found.map((theorem) => ({ theorem, name: source }));
}

const hasExponential = (terms: readonly Term[]): boolean =>
  operationsIn(terms, 'expm', 'logm').length > 0;

const underLogarithm = (t: Term): Term | null => {
  const head = bareHead(t);
  return head?.kind === 'operation' && head.name === 'logm' ? head.arg : null;
};

export const matrixExponentials: readonly Strategy[] = [
  {
    name: mark,
    summary: 'what is known of expm(A): inverse, determinant, sign, products, eigenvectors',
    kinds: ['equal', 'less', 'is', 'or', 'not', 'exists', 'false'],
    promise: (goal, known) =>
      !known.replaced.includes(mark) && hasExponential(termsOf(goal)) ? 0.98 : null,
    *prove(goal, given): Attempt {
      const known: Context = { ...given, replaced: [...given.replaced, mark] };
      const facts = yield* knownOf(termsOf(goal), known);
      return facts.length === 0
        ? null
        : yield* assuming(known, facts, function* (c): Attempt {
            return yield* ask(goal, c);
          });
    },
  },
  {
    name: 'the one symmetric logarithm',
    summary: 'S = logm(A), because S is symmetric and expm(S) = A',
    kinds: ['equal'],
    promise: (goal) =>
      goal.kind === 'equal' && [goal.left, goal.right].some((t) => underLogarithm(t) !== null)
        ? 0.985
        : null,
    *prove(goal, known): Attempt {
      if (goal.kind !== 'equal') return null;
      const { left, right } = goal;
      const isLeft = underLogarithm(left) !== null;
      const [log, s] = isLeft ? [left, right] : [right, left];
      const a = underLogarithm(log) as Term;
      const definite = yield* ask(is('pd', a), known, 200);
      const both = definite && modusPonens(fact('logarithm of a pd matrix', a), definite);
      if (both && alike(s, transposed(log))) return isLeft ? flipped(first(both)) : first(both);
      const symmetric = definite && (yield* ask(equal(transposed(s), s), known, 100));
      const same = symmetric && (yield* ask(equal(expm(s), a), known, 300));
      if (!both || !symmetric || !same) return null;
      // e^S = A = e^(log A)
      const alikeThere = replace(
        equal(expm(s), variable(hole, a.shape)),
        flipped(second(both)),
        same,
      );
      const found = [symmetric, first(both), alikeThere].reduce(
        modusPonens,
        fact('the symmetric logarithm is one', s, log),
      );
      return isLeft ? flipped(found) : found;
    },
  },
];
