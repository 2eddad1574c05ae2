/**
 * Facts added to a context with all that follows from them at once: what exists gets a name,
 * predicates their equations.
 */
import { type Formula, type FormulaOf, falsum, write } from '../../kernel/formula.ts';
import { bareHead, variable } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import {
  type Theorem,
  assume,
  cases,
  definition,
  fact,
  first,
  modusPonens,
  second,
  unpack,
} from '../../kernel/theorem.ts';
import { equation, flipped } from '../derived/equations.ts';
import { type Context, type Fact, addEquation, freshIn } from './context.ts';
import { denied } from './denials.ts';
import { cancellerOf } from './one-sided.ts';
import { renameExistence } from './rename-existence.ts';
import { describesSequence } from './sequences.ts';
import { squaredForAll } from './squared-lengths.ts';
import { withInverse, withReciprocals, withStated, withSymmetries } from './stated-equations.ts';
import { type Attempt, answered, ask } from './strategy.ts';
import { withDerivatives } from './universal.ts';

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
