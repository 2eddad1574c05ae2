/** Statements for every index of a range: for an arbitrary index, or by induction. */
import { each, type Formula } from '../../kernel/formula.ts';
import { freeDim, renameDimsIn, substituteIn } from '../../kernel/binders.ts';
import { variable } from '../../kernel/graph.ts';
import { renameIndex } from '../../kernel/rename.ts';
import { indexText, readMember } from '../../kernel/indices.ts';
import { assume, atIndex, atMost, discharge, induction, overRange } from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { type Context } from '../known/context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { assuming } from '../known/facts.ts';
import { dimsIn, membersIn, variablesIn } from '../graphs/members.ts';
import { moved, proveAtMost } from '../known/ranges.ts';
import { ask, begun, type Attempt } from '../known/strategy.ts';

export type Each = Formula & { readonly kind: 'each' };

const at = (f: Each, index: string): Formula => renameDimsIn(f.body, new Map([[f.index, index]]));

/** Is the index mentioned by what is known? Then nothing can be generalised over it. */
const taken = (f: Each, ctx: Context): boolean =>
  ctx.facts.some(({ theorem }) => theorem.hypotheses.some((h) => freeDim(f.index, h)));

/** Names of indices at which members of sequences stand. */
function countedBy(f: Formula): Set<string> {
  const found = new Set<string>();
  for (const t of termsOf(f))
    for (const [name, index] of membersIn(t))
      if (index.name !== null && readMember(name)?.family.includes('#')) found.add(index.name);
  return found;
}

/**
 * Names of indices of layers, if something is known of each layer: W[L], given W[l+1]'W[l+1] = W[l]
 * W[l]'.
 */
function layersAt(f: Formula, ctx: Context): string[] {
  const known = new Set(
    ctx.schemas.flatMap(({ theorem: { conclusion: c } }) =>
      c.kind === 'each' ? [c.to.replace(/[-+]\d+$/, '')] : [],
    ),
  );
  return termsOf(f)
    .flatMap((t) => [...membersIn(t)])
    .flatMap(([, { name, offset }]) =>
      name !== null && offset === 0 && known.has(name) ? [name] : [],
    );
}

/** The statement for an arbitrary index of the range. */
function* forEach(f: Each, ctx: Context, prove: (goal: Formula, ctx: Context) => Attempt): Attempt {
  if (taken(f, ctx)) return null;
  const range = [atMost(f.from, f.index), atMost(f.index, f.to)].map((h) => ({
    theorem: assume(h),
    name: 'range',
  }));
  const t = yield* assuming(ctx, range, (c) => prove(f.body, c));
  return t && overRange(f.index, f.from, f.to, t);
}

export interface Cases {
  readonly base: (goal: Formula, ctx: Context) => Attempt;
  readonly step: (goal: Formula, ctx: Context) => Attempt;
}

/** Induction along the range: the statement at its beginning, and from each index to the next. */
export function* byInduction(f: Each, ctx: Context, { base: first, step }: Cases): Attempt {
  const base = yield* first(at(f, f.from), ctx);
  if (!base) return null;
  const next = each(f.index, f.from, moved(f.to, -1), f.body) as Each;
  const onward = yield* forEach(next, ctx, function* once(_, c) {
    const before = { theorem: assume(f.body), name: 'induction' };
    const t = yield* assuming(c, [before], (known) => step(at(f, `${f.index}+1`), known));
    return t && discharge(f.body, t);
  });
  return onward && induction(f, base, onward);
}

/**
 * For an arbitrary index by equations alone, then by induction, then by everything for an arbitrary
 * index.
 */
export function* proveEach(f: Each, ctx: Context): Attempt {
  const direct = yield* forEach(f, ctx, (goal, c) =>
    begun(goal.kind === 'equal' ? byEquations(goal.left, goal.right, c) : null),
  );
  if (direct) return direct;
  if (countedBy(f.body).has(f.index)) {
    const t = yield* byInduction(f, ctx, { base: ask, step: ask });
    if (t) return t;
  }
  return yield* forEach(f, ctx, ask);
}

/** A name of an index that no claim can write. */
const arbitrary = '#n';

/**
 * The statement with an arbitrary index in the place of a name: everywhere, or where the name is a
 * dimension of something in it, at the members of sequences alone.
 */
function generalised(goal: Formula, name: string): Formula | null {
  const by = new Map([[name, arbitrary]]);
  const terms = termsOf(goal);
  if (!terms.some((t) => dimsIn(t).has(name))) return renameDimsIn(goal, by);
  const members = new Map(terms.flatMap((t) => [...variablesIn(t)]));
  let body = goal;
  for (const [text, shape] of members) {
    const found = readMember(text);
    if (found?.at.name !== name) continue;
    if (!found.family.includes('#') || shape.some((d) => readMember(d)?.at.name === name))
      return null;
    body = substituteIn(body, text, {
      kind: 'term',
      term: variable(`${found.family}[${renameIndex(indexText(found.at), by)}]`, shape),
    });
  }
  return body;
}

/**
 * A statement about the end of a sequence, by induction for all its beginnings: W[L] … W[1] for
 * W[l] … W[1], l ≤ L.
 */
export function* alongSequences(goal: Formula, ctx: Context, cases: Cases): Attempt {
  for (const name of new Set([...countedBy(goal), ...layersAt(goal, ctx)])) {
    if (name.startsWith('#')) continue;
    const body = generalised(goal, name);
    const t = body && (yield* byInduction(each(arbitrary, '1', name, body) as Each, ctx, cases));
    const [lower, upper] = [proveAtMost('1', name, ctx), proveAtMost(name, name, ctx)];
    if (t && lower && upper) return atIndex(t, name, lower, upper);
  }
  return null;
}
