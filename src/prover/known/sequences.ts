/**
 * Statements for every index of a range, used at the indices that occur; sequences unfolded by
 * their recursion.
 */
import type { Attempt } from './strategy.ts';
import type { Term } from '../../kernel/term.ts';
import { bareHead, variable } from '../../kernel/graph.ts';
import { type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { indexText, readMember, type At } from '../../kernel/indices.ts';
import { one } from '../../kernel/ratio.ts';
import { atIndex, first, hole, replace, second, type Theorem } from '../../kernel/theorem.ts';
import { type Context, type Fact } from './context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { equation, flipped } from '../derived/equations.ts';
import { membersIn } from '../graphs/members.ts';
import { proveAtMost } from './ranges.ts';
import type { Rewrite } from '../derived/simplify.ts';

const sequenceName = (name: string): string | null => {
  const family = readMember(name)?.family;
  return family?.includes('#') ? family : null;
};

/**
 * Does the equation describe a member of a sequence? What describes one has no words of the claim;
 * an equation about it has.
 */
export function describesSequence({ name }: Fact, f: Formula): boolean {
  if (name !== '') return false;
  const head = f.kind === 'equal' ? bareHead(f.left) : null;
  return head?.kind === 'variable' && sequenceName(head.name) !== null;
}

/** The statement at an index, where the index is known to lie in the range. */
export function instanceAt(theorem: Theorem, at: string, ctx: Context): Theorem | null {
  const f = theorem.conclusion;
  if (f.kind !== 'each') return null;
  const lower = proveAtMost(f.from, at, ctx);
  const upper = lower && proveAtMost(at, f.to, ctx);
  return lower && upper && atIndex(theorem, at, lower, upper);
}

const conjuncts = (t: Theorem): Theorem[] =>
  t.conclusion.kind === 'and' ? [...conjuncts(first(t)), ...conjuncts(second(t))] : [t];

const mostInstances = 24;

/** What applies to every index, at the indices for which one of its members occurs in the terms. */
export function indexInstances(ctx: Context, terms: readonly Term[]): Fact[] {
  const schemas = ctx.schemas.filter(({ theorem }) => theorem.conclusion.kind === 'each');
  if (schemas.length === 0) return [];
  const members = new Map<string, At>();
  terms.forEach((t) => membersIn(t, members));
  const found: Fact[] = [];
  for (const { theorem, name } of schemas) {
    const f = theorem.conclusion as FormulaOf<'each'>;
    const own = new Map<string, At>();
    termsOf(f.body).forEach((t) => membersIn(t, own));
    const places = new Set<string>();
    for (const [text, at] of own) {
      if (at.name !== f.index) continue;
      for (const [other, there] of members)
        if (readMember(other)?.family === readMember(text)?.family)
          places.add(indexText({ name: there.name, offset: there.offset - at.offset }));
    }
    for (const place of places) {
      const instance = found.length < mostInstances ? instanceAt(theorem, place, ctx) : null;
      if (instance) found.push(...conjuncts(instance).map((t) => ({ theorem: t, name })));
    }
  }
  return found;
}

/**
 * Rewrite rules that unfold sequences: every member but the lowest that occurs of each sequence is
 * written through the one before; members at a number down to the first.
 */
export function unfoldings(ctx: Context, terms: readonly Term[]): Rewrite[] {
  if (ctx.recursions.length === 0) return [];
  const members = new Map<string, At>();
  terms.forEach((t) => membersIn(t, members));
  const spans = new Map<
    string,
    { family: string; name: string | null; low: number; high: number }
  >();
  for (const [text, { name, offset }] of members) {
    const family = sequenceName(text);
    if (family === null) continue;
    const key = `${family} ${name ?? ''}`;
    const known = spans.get(key);
    spans.set(key, {
      family,
      name,
      low: Math.min(offset, known?.low ?? offset),
      high: Math.max(offset, known?.high ?? offset),
    });
  }
  const rules: Rewrite[] = [];
  const add = (theorem: Theorem, name: string): void => {
    const eq = equation(theorem, name);
    const [monomial] = eq.left.monomials;
    if (monomial) rules.push({ eq, from: { coefficient: one, monomial, sign: 1n } });
  };
  for (const { theorem } of ctx.recursions) {
    const f = theorem.conclusion;
    const side = f.kind === 'each' ? f.body : f;
    const head = side.kind === 'equal' ? bareHead(side.left) : null;
    const own = head?.kind === 'variable' ? readMember(head.name) : null;
    if (!own) continue;
    if (f.kind === 'equal') add(theorem, 'recursion');
    if (f.kind !== 'each') continue;
    for (const { family, name, low, high } of spans.values()) {
      if (family !== own.family) continue;
      for (
        let offset = name === null ? 1 : low + 1;
        offset <= Math.min(high, low + 6, name === null ? 12 : high);
        offset++
      ) {
        const instance = instanceAt(theorem, indexText({ name, offset }), ctx);
        if (instance) add(instance, 'recursion');
      }
    }
  }
  return rules;
}

/**
 * Proves a statement with the sequences in it unfolded, inside arguments too, and folds them again.
 */
export function* withUnfolded(
  goal: Formula,
  ctx: Context,
  prove: (goal: Formula) => Attempt,
  depth = 0,
): Attempt {
  const terms = termsOf(goal);
  const there = new Map<string, At>();
  terms.forEach((t) => membersIn(t, there));
  const near = [
    ...terms,
    ...ctx.facts.flatMap(({ theorem }) =>
      theorem.conclusion.kind === 'each' ? [] : termsOf(theorem.conclusion),
    ),
  ];
  for (const { eq } of depth > 8 ? [] : unfoldings(ctx, near)) {
    const head = bareHead(eq.left);
    if (head?.kind !== 'variable' || !there.has(head.name)) continue;
    const at = (term: Term): Formula => substituteIn(goal, head.name, { kind: 'term', term });
    const t = yield* withUnfolded(at(eq.right), ctx, prove, depth + 1);
    return t && replace(at(variable(hole, eq.left.shape)), flipped(eq.theorem), t);
  }
  return yield* prove(goal);
}
