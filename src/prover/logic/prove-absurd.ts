/**
 * A contradiction among what is known: something denied that follows, 0 < 0, a one-sided inverse of
 * impossible shape.
 */
import type { Dim } from '../../kernel/term.ts';
import { contract, dimension, inverse, number, variable, zeros } from '../../kernel/graph.ts';
import { negative, one, ratio } from '../../kernel/ratio.ts';
import {
  assume,
  definition,
  explode,
  fat,
  first,
  hole,
  inverseOf,
  modusPonens,
  second,
  unpack,
  type Theorem,
} from '../../kernel/theorem.ts';
import { equal, write } from '../../kernel/formula.ts';
import { byEquations, withInverses } from '../rewriting/by-equations.ts';
import { saturated } from '../rewriting/cancelling.ts';
import { bookOf, type Context, type Fact } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { equation, Ledger, renamed } from '../derived/equations.ts';
import { withFact } from '../known/facts.ts';
import { absurdOrder } from './absurd-order.ts';
import { oneIsNotZero } from '../rewriting/invertible.ts';
import { absurd } from '../derived/labelled.ts';
import { orient, simplify } from '../derived/simplify.ts';
import type { Prove } from '../known/strategy.ts';
import { termOf } from '../graphs/sum.ts';
import { withSquares } from '../equality/vanishing-squares.ts';
import { usual } from '../derived/membership.ts';
import { withTraces } from './known-traces.ts';
import { firstAskedFor } from '../known/purposes.ts';

export function proveAbsurd(ctx: Context, prove: Prove): Theorem | null {
  const kernel = absurdKernel(ctx);
  if (kernel) return kernel;
  const grown = withTraces(saturated(withSquares(saturated(ctx))));
  const stated = grown.facts.find(({ theorem }) => theorem.conclusion.kind === 'false');
  if (stated) return stated.theorem;
  // what is denied is tried without sums of squares first, which take long where they lead nowhere
  const plain = firstAskedFor(grown, 'squares');
  return (
    throughDenials(plain ?? grown, prove) ??
    absurdOrder(grown) ??
    absurdDimensions(grown) ??
    absurdConstants(grown) ??
    throughImplications(ctx, prove) ??
    (plain && throughDenials(grown, prove))
  );
}

/** What is denied and follows nevertheless. */
function throughDenials(ctx: Context, prove: Prove): Theorem | null {
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'not' || ctx.facts.some((x) => x.theorem === theorem && x.name === 'tried'))
      continue;
    const facts = ctx.facts.map((x): Fact => (x.theorem === theorem ? { ...x, name: 'tried' } : x));
    const t = prove(f.body, { ...ctx, facts });
    if (t) return explode(t, theorem);
  }
  return null;
}

/** P ⇒ Q with P provable: Q is one more thing that may contradict the others. */
function throughImplications(ctx: Context, prove: Prove): Theorem | null {
  const known = new Set(ctx.facts.map(({ theorem }) => write(theorem.conclusion)));
  for (const { theorem, name } of ctx.facts) {
    const f = theorem.conclusion;
    if (
      f.kind !== 'implies' ||
      (f.left.kind === 'equal' && write(equal(f.left.left, f.left.left)) !== write(f.left)) ||
      known.has(write(f.right)) ||
      passed(ctx.deadline)
    )
      continue;
    const antecedent = prove(f.left, ctx);
    if (antecedent)
      return withFact(ctx, { theorem: modusPonens(theorem, antecedent), name }, (c) =>
        proveAbsurd(c, prove),
      );
  }
  return null;
}

/** An invertible A and v ≠ 0 with A v = 0: then v = inv(A) A v = 0. */
function absurdKernel(ctx: Context): Theorem | null {
  const matrices = ctx.facts
    .filter(({ theorem: { conclusion: f } }) => f.kind === 'is' && f.predicate === 'invertible')
    .map((f) => f.theorem);
  for (const stated of matrices) {
    const f = stated.conclusion;
    if (f.kind !== 'is' || f.subject.shape.length !== 2) continue;
    const [n] = f.subject.shape as [Dim];
    const without = { ...ctx, facts: ctx.facts.filter((x) => x.theorem !== stated) };
    for (const { theorem: denied } of ctx.facts) {
      const g = denied.conclusion;
      if (
        g.kind !== 'not' ||
        g.body.kind !== 'equal' ||
        g.body.left.shape.join() !== n ||
        g.body.right.monomials.length > 0
      )
        continue;
      const v = g.body.left;
      const killed = byEquations(contract([f.subject, v], ['ij', 'j'], 'i'), zeros([n]), without, {
        ...usual,
        rounds: 3,
        rows: 80,
      });
      if (!killed) continue;
      const inverses = inverseOf(stated);
      const proof = new Ledger(v, zeros([n]), bookOf(ctx));
      proof.use(
        equation(second(inverses), 'inverse'),
        contract([variable(hole, [n, n]), v], ['ij', 'j'], 'i'),
        negative(one),
      );
      proof.use(
        equation(killed, 'kernel'),
        contract([inverse(f.subject), variable(hole, [n])], ['ij', 'j'], 'i'),
      );
      if (proof.done) return explode(proof.theorem(), denied);
    }
  }
  return null;
}

/** A one-sided inverse bounds dimensions: A R = I with A m×n gives m ≤ n. */
function absurdDimensions(ctx: Context): Theorem | null {
  const bounds = ctx.facts
    .filter(({ theorem: { conclusion: f } }) => f.kind === 'less')
    .map((f) => f.theorem);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || (f.predicate !== 'onto' && f.predicate !== 'one-to-one')) continue;
    const existence = modusPonens(first(definition(f.predicate, f.subject)), theorem);
    const g = existence.conclusion;
    if (g.kind !== 'exists' || g.bound.kind !== 'tensor') continue;
    const x = variable(g.bound.name, g.bound.shape);
    const inside = assume(g.body);
    const bound = unpack(
      existence,
      f.predicate === 'onto' ? fat(f.subject, x, inside) : fat(x, f.subject, inside),
    );
    for (const b of bounds) {
      try {
        return absurd([bound, b]);
      } catch {
        // this inequality does not contradict the bound
      }
    }
  }
  return null;
}

/** An equation between different constants, once the others have rewritten it: 1 = 2, or I = 0. */
function absurdConstants(given: Context): Theorem | null {
  const ctx = withInverses(given, ...given.equations.flatMap((e) => [e.left, e.right]));
  const book = bookOf(ctx);
  for (const eq of ctx.equations) {
    const rules = ctx.equations.filter((e) => e !== eq).flatMap((e) => orient(e, book) ?? []);
    const nothing = zeros(eq.left.shape);
    const ledger = new Ledger(nothing, nothing, book);
    ledger.use(eq, variable(hole, eq.left.shape));
    simplify(ledger, rules, 20, ctx.deadline);
    const [only, ...more] = [...ledger.rest.values()];
    if (!only || more.length > 0 || only.monomial.factors.length > 0) continue;
    // every axis summed leaves a product of dimensions, which is not 0: divided by it, the equation
    // says 1 = 0
    const letters = eq.left.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
    const total = contract([termOf(ledger.rest, eq.left.shape)], [letters], '').monomials[0];
    if (!total) continue;
    const scalars = [
      number(ratio(-total.coefficient.den, total.coefficient.num)),
      ...Object.entries(total.powers).map(([d, k]) => dimension(d, -k)),
    ];
    const proof = new Ledger(number(one), zeros([]), book);
    for (const use of ledger.uses) {
      const summed = contract([use.context, ...scalars], [letters, ...scalars.map(() => '')], '');
      proof.use(renamed(use.equation, 'contradiction'), summed);
    }
    if (proof.done) return oneIsNotZero(proof.theorem());
  }
  return null;
}
