/**
 * Facts added to a context with all that follows from them at once: what exists gets a name,
 * predicates their equations.
 */
import { type Formula, type FormulaOf, falsum, write } from '../../kernel/formula.ts';
import { bareHead, factorTerm, inverse, permute, variable } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import {
  type Theorem,
  assume,
  cases,
  definition,
  fact,
  first,
  inverseOf,
  modusPonens,
  second,
  unpack,
} from '../../kernel/theorem.ts';
import { type Equation, Ledger, equation, flipped } from '../derived/equations.ts';
import { close } from '../derived/membership.ts';
import { type Context, type Fact, addEquation, bookOf, freshIn } from './context.ts';
import { denied } from './denials.ts';
import { cancellerOf, cancellersOf } from './one-sided.ts';
import { asProductToIdentity } from './products-to-identity.ts';
import { reciprocalAtEach } from './reciprocals.ts';
import { renameExistence } from './rename-existence.ts';
import { describesSequence } from './sequences.ts';
import { squaredEquation, squaredForAll } from './squared-lengths.ts';
import { type Attempt, answered, ask } from './strategy.ts';
import { withDerivatives } from './universal.ts';
import { unpaired } from './unpaired.ts';

/** What is proved where more is known, by subgoals. */
type Within = (ctx: Context) => Attempt;

/**
 * Adds a fact with all that follows from it at once, proves in that context, and takes what was
 * unpacked back.
 */
export const withFact = (
  ctx: Context,
  fact: Fact,
  prove: (ctx: Context) => Theorem | null,
): Theorem | null => withFacts(ctx, [fact], prove);

export const withFacts = (
  ctx: Context,
  facts: readonly Fact[],
  prove: (ctx: Context) => Theorem | null,
): Theorem | null =>
  answered(
    assuming(ctx, facts, (c) => ask(falsum, c)),
    (_, c) => prove(c),
  );

/** Like `withFacts`, for strategies: what is proved in the larger context may ask for subgoals. */
export function* assuming(ctx: Context, facts: readonly Fact[], prove: Within): Attempt {
  const [head, ...rest] = facts;
  return head ? yield* assumingOne(ctx, head, (c) => assuming(c, rest, prove)) : yield* prove(ctx);
}

function* assumingOne(ctx: Context, fact: Fact, prove: Within): Attempt {
  const more = consequences(fact, ctx);
  return yield* assumingItself(
    ctx,
    fact,
    more.length > 0 ? (c) => assuming(c, more, prove) : prove,
  );
}

/** A where the number is det A. */
function insideDet(t: Term): Term | null {
  const head = bareHead(t);
  return head?.kind === 'operation' && head.name === 'det' && head.params.length === 0
    ? head.arg
    : null;
}

/** A invertible, from det A ≠ 0. */
function regular(theorem: Theorem): Theorem | null {
  const f = theorem.conclusion;
  const a =
    f.kind === 'not' && f.body.kind === 'equal' && f.body.right.monomials.length === 0
      ? insideDet(f.body.left)
      : null;
  return a && modusPonens(second(fact('det and inverse', a)), theorem);
}

/**
 * What an implication gives whose premise is known, where the fact is either; t = 0 from 0 = t; an
 * inverse from a determinant.
 */
function consequences({ theorem, name }: Fact, ctx: Context): Fact[] {
  const f = theorem.conclusion;
  const inverse = regular(theorem);
  if (inverse) return [{ theorem: inverse, name }];
  if (f.kind === 'equal' && f.left.monomials.length === 0 && f.right.monomials.length > 0)
    return [{ theorem: flipped(theorem), name }];
  const text = write(f);
  const detached =
    f.kind === 'implies'
      ? ctx.facts
          .filter((known) => write(known.theorem.conclusion) === write(f.left))
          .map((known) => modusPonens(theorem, known.theorem))
      : ctx.facts.flatMap(({ theorem: rule }) =>
          rule.conclusion.kind === 'implies' && write(rule.conclusion.left) === text
            ? [modusPonens(rule, theorem)]
            : [],
        );
  const fresh = detached.filter((t) =>
    ctx.facts.every((known) => write(known.theorem.conclusion) !== write(t.conclusion)),
  );
  return fresh.map((t) => ({ theorem: t, name }));
}

function* assumingItself(ctx: Context, fact: Fact, prove: Within): Attempt {
  const { theorem, name } = fact;
  const f = theorem.conclusion;
  const known: Context = { ...ctx, facts: [...ctx.facts, fact] };
  switch (f.kind) {
    case 'and':
      return yield* assumingOne(known, { theorem: first(theorem), name }, (c) =>
        assumingOne(c, { theorem: second(theorem), name }, prove),
      );
    case 'equal':
      return yield* prove(
        describesSequence(fact, f)
          ? { ...known, recursions: [...known.recursions, fact] }
          : withStated(known, equation(theorem, name)),
      );
    case 'each':
      return yield* prove(
        describesSequence(fact, f.body)
          ? { ...known, recursions: [...known.recursions, fact] }
          : { ...known, schemas: [...known.schemas, fact] },
      );
    case 'exists':
      return yield* withUnpacked(known, theorem, name, prove);
    case 'is':
      return yield* withPredicate(known, f, fact, prove);
    case 'not':
      return yield* followed(known, denied(theorem), name, prove);
    case 'or':
      return yield* byCases(known, f, theorem, name, prove);
    case 'forall': {
      const squared = squaredForAll(theorem, known);
      const next = squared ? withDerivatives(known, { theorem: squared, name }) : known;
      return yield* prove(withReciprocals(withDerivatives(next, fact), fact));
    }
    default:
      return yield* prove(known);
  }
}

/** Facts that follow from one: denials are unfolded further, the others are only kept. */
function* followed(
  ctx: Context,
  theorems: readonly Theorem[],
  name: string,
  prove: Within,
): Attempt {
  const kept = theorems
    .filter((t) => t.conclusion.kind !== 'not')
    .map((theorem): Fact => ({ theorem, name }));
  return yield* assuming(
    { ...ctx, facts: [...ctx.facts, ...kept] },
    theorems.filter((t) => t.conclusion.kind === 'not').map((theorem) => ({ theorem, name })),
    prove,
  );
}

/**
 * A stated equation; where it says L A = I, both matrices can be cancelled, and where they are
 * square A L = I too.
 */
function withStated(ctx: Context, eq: Equation): Context {
  const square = squaredEquation(eq.theorem, ctx);
  const stated = square
    ? addEquation(addEquation(ctx, eq), equation(square, eq.name))
    : addEquation(ctx, eq);
  const told = asProductToIdentity(eq);
  const next = [...unpaired(eq, ctx), ...(told ? [told] : [])].reduce(addEquation, stated);
  const more = next.structural.filter((e) => !ctx.structural.includes(e)).flatMap(cancellersOf);
  return more.length === 0 ? next : { ...next, cancellers: [...next.cancellers, ...more] };
}

/** P or Q: what follows from either. */
function* byCases(
  ctx: Context,
  f: Formula & { readonly left: Formula; readonly right: Formula },
  theorem: Theorem,
  name: string,
  prove: Within,
): Attempt {
  const left = yield* assumingOne(ctx, { theorem: assume(f.left), name }, prove);
  const right = left && (yield* assumingOne(ctx, { theorem: assume(f.right), name }, prove));
  return (
    left &&
    right &&
    (write(left.conclusion) === write(right.conclusion) ? cases(theorem, left, right) : null)
  );
}

/** Names what exists, under a name that nothing else has. */
function* withUnpacked(ctx: Context, theorem: Theorem, name: string, prove: Within): Attempt {
  const f = theorem.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return yield* prove(ctx);
  const { bound } = f;
  const fresh = freshIn(ctx, bound.name);
  const existence = fresh === bound.name ? theorem : renameExistence(theorem, fresh);
  const g = existence.conclusion;
  if (g.kind !== 'exists') return null;
  const inner = yield* assumingOne(ctx, { theorem: assume(g.body), name }, prove);
  return inner && unpack(existence, inner);
}

function* withPredicate(ctx: Context, f: FormulaOf<'is'>, given: Fact, prove: Within): Attempt {
  const { subject, predicate } = f;
  const unfold = (): Theorem => modusPonens(first(definition(predicate, subject)), given.theorem);
  switch (predicate) {
    case 'invertible':
      return yield* prove(withInverse(ctx, given));
    case 'onto':
    case 'one-to-one': {
      const existence = unfold();
      const g = existence.conclusion;
      if (g.kind !== 'exists' || g.bound.kind !== 'tensor') return null;
      const fresh = freshIn(ctx, g.bound.name);
      const named = fresh === g.bound.name ? existence : renameExistence(existence, fresh);
      const h = named.conclusion;
      if (h.kind !== 'exists') return null;
      const eq = equation(assume(h.body), given.name);
      const by = variable(fresh, g.bound.shape);
      const c = addEquation(ctx, eq);
      const inner = yield* prove({
        ...c,
        inverses: [...c.inverses, eq],
        cancellers: [
          ...c.cancellers,
          ...cancellerOf(subject, predicate === 'onto' ? 1 : 0, by, eq),
        ],
      });
      return inner && unpack(named, inner);
    }
    case 'pd': {
      const weaker = modusPonens(fact('a pd matrix is psd', subject), given.theorem);
      const forms = second(modusPonens(first(definition('psd', subject)), weaker));
      return yield* assumingOne(ctx, { theorem: first(unfold()), name: given.name }, (c) =>
        assumingOne(c, { theorem: second(unfold()), name: given.name }, (d) =>
          prove({ ...d, facts: [...d.facts, { theorem: forms, name: given.name }] }),
        ),
      );
    }
    case 'psd':
      return yield* assumingOne(ctx, { theorem: first(unfold()), name: given.name }, (c) =>
        assumingOne(
          withSymmetries(c, equation(first(unfold()), given.name)),
          { theorem: second(unfold()), name: given.name },
          prove,
        ),
      );
  }
}

/**
 * Q' = Q for the matrices with a name that a symmetric sum is made of: where Q − a I is symmetric,
 * Q is.
 */
function withSymmetries(ctx: Context, eq: Equation): Context {
  const named = eq.left.monomials.flatMap((m) =>
    m.factors.length === 1 &&
    m.factors[0]?.head.kind === 'variable' &&
    m.factors[0].slots.length === 2
      ? [factorTerm(m.factors[0])]
      : [],
  );
  if (eq.left.monomials.length < 2) return ctx;
  return named.reduce((c, q) => {
    const ledger = new Ledger(q, permute(q, [1, 0]), bookOf(c));
    return close(ledger, [eq]) ? addEquation(c, equation(ledger.theorem(), eq.name)) : c;
  }, ctx);
}

/** s_i · 1/s_i = 1, like the equation of an inverse. */
function withReciprocals(ctx: Context, { theorem, name }: Fact): Context {
  const one = reciprocalAtEach(theorem);
  if (!one) return ctx;
  const eq = equation(one, name);
  const next = addEquation(ctx, eq);
  return {
    ...next,
    structural: [...new Set([...next.structural, eq])],
    inverses: [...next.inverses, eq],
  };
}

/** The equations of an inverse, and both cancellations that they allow. */
export function withInverse(ctx: Context, fact: Fact): Context {
  const f = fact.theorem.conclusion;
  if (f.kind !== 'is') return ctx;
  const pair = inverseOf(fact.theorem);
  const [right, left] = [equation(first(pair), fact.name), equation(second(pair), fact.name)];
  const by = inverse(f.subject);
  const c = addEquation(addEquation(ctx, right), left);
  const more = [
    ...cancellerOf(f.subject, 1, by, right),
    ...cancellerOf(f.subject, 0, by, left),
    ...cancellerOf(by, 1, f.subject, left),
    ...cancellerOf(by, 0, f.subject, right),
  ];
  return {
    ...c,
    structural: [...new Set([...c.structural, right, left])],
    inverses: [...c.inverses, right, left],
    cancellers: [...c.cancellers, ...more],
  };
}
