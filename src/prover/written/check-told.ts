/**
 * Checks a proof as elenchus tells it: each line must follow from those before it and from its own
 * reasons, by little work. The claim itself is not searched for.
 */
import type { Claim } from '../../language/ast.ts';
import { write } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import {
  assume,
  both,
  contradiction,
  discharge,
  first as left,
  generalise,
  second as right,
  unpack,
  type Theorem,
} from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { freshContext } from '../fresh-context.ts';
import type { Fact } from '../known/context.ts';
import { withFact, withFacts } from '../known/facts.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { NotLowerable, tensorShape, withDeclarations } from '../lowering/scope.ts';
import { account, goalOf, meetsDemands, type Proved } from '../prove.ts';
import { proveFormula } from '../search.ts';
import { readTold, renamed, type Told } from './told.ts';
import { contradicted, shown } from './told-steps.ts';
import { existenceOf } from './told-existences.ts';
import { indexBlock, inductive } from './told-ranges.ts';
import {
  declaration,
  failed,
  lowered,
  read,
  statementsOf,
  type Spoken,
  type ToldState as State,
} from './told-statements.ts';

/** What a block comes to, from what is known at its end and what it stated. */
type End = (state: State, stated: readonly Theorem[]) => Theorem | null;

/**
 * Work for one line, in milliseconds' worth: the search for a whole claim has some ten times as
 * much.
 */
const lineTime = 400;

/** Throws `ProofError` at the first line that does not follow. */
export function checkTold(claim: Claim, source: string, most: number): Proved {
  const patience = Math.min(most, lineTime);
  const told = readTold(source);
  const goal = goalOf(claim);
  const facts = goal.hypotheses
    .filter((h) => h.axiom === undefined)
    .map((h): Fact => ({ theorem: assume(h.formula), name: h.text }));
  const end: End = ({ ctx }, stated) => {
    const t = proveFormula(goal.conclusion, { ...ctx, deadline: within(patience) });
    if (t) return t;
    throw failed(
      told.at(-1)?.line ?? 1,
      `the ${stated.length} statements do not add up to the claim`,
    );
  };
  const theorem = withFacts(freshContext(within(100 * patience)), facts, (ctx) => {
    if (!meetsDemands(goal, ctx)) throw new NotLowerable('the derivative of this adjugate');
    return run(
      told,
      {
        claim,
        ctx,
        scope: goal.scope,
        declared: [],
        ranges: [],
        lets: [],
        stated: [],
        own: new Set(goal.hypotheses.map((h) => write(h.formula))),
        taken: [],
        supposed: null,
        patience,
      },
      [],
      end,
    );
  });
  if (!theorem) throw failed(told.at(-1)?.line ?? 1, 'the proof does not reach the claim');
  return { ...account(goal, theorem), lemmas: [] };
}

/** Everything that a block stated, but for what is taken in it. */
const stated: End = ({ taken }, theorems) => {
  const kept = theorems.filter(({ conclusion }) => !taken.some((name) => free(name, conclusion)));
  return kept.length === 0 ? null : kept.reduceRight((rest, t) => both(t, rest));
};

/** What a block stated that is not about what was arbitrary in it. */
const withoutName = (t: Theorem, { name }: { readonly name: string }): Theorem[] =>
  each(t).filter(({ conclusion }) => !free(name, conclusion));

/** The conjuncts of what a part stated. */
const each = (t: Theorem): Theorem[] =>
  t.conclusion.kind === 'and' ? [t, ...each(left(t)), ...each(right(t))] : [t];

function run(
  nodes: readonly Told[],
  state: State,
  before: readonly Theorem[],
  end: End,
): Theorem | null {
  const [node, ...rest] = nodes;
  if (node === undefined) return end(state, before);
  /** Goes on with more that is known. */
  const onward = (theorems: readonly Theorem[], more: Partial<State> = {}): Theorem | null => {
    const facts = theorems.map((theorem): Fact => ({ theorem, name: `line ${node.line}` }));
    const known = [...state.stated, ...theorems];
    return withFacts(state.ctx, facts, (ctx) =>
      run(rest, { ...state, stated: known, ...more, ctx }, [...before, ...theorems], end),
    );
  };
  switch (node.kind) {
    case 'say':
      return said(statementsOf(node, state), node, state, onward);
    case 'contradiction': {
      const t = contradicted(node, state);
      if (!t) throw failed(node.line, 'nothing here contradicts itself');
      return onward([t]);
    }
    case 'part': {
      const inner = node.under.length === 0 ? null : run(node.under, state, [], stated);
      return onward(inner === null ? [] : [inner]);
    }
    case 'suppose': {
      const f = lowered(read(node.formula, state, node.line), state);
      const inner = withFact(state.ctx, { theorem: assume(f), name: 'assumption' }, (ctx) =>
        run(node.under, { ...state, ctx, supposed: f }, [], stated),
      );
      if (inner === null) return onward([]);
      return onward([
        inner.conclusion.kind === 'false' ? contradiction(f, inner) : discharge(f, inner),
      ]);
    }
    case 'index': {
      const { state: inside, facts, close } = indexBlock(node, state);
      const inner = withFacts(state.ctx, facts, (ctx) =>
        run(node.under, { ...inside, ctx }, [], stated),
      );
      return onward(inner === null ? [] : [close(inner)]);
    }
    case 'induction': {
      // the base and the step are the parts that follow
      const parts = rest.slice(0, 2).filter((one) => one.kind === 'part');
      const after: End = (later, theorems) => {
        const all = inductive(node, state, theorems.flatMap(each));
        const facts = all === null ? [] : [{ theorem: all, name: 'induction' }];
        return withFacts(later.ctx, facts, (ctx) =>
          run(rest.slice(parts.length), { ...state, ctx }, [...before, ...theorems], end),
        );
      };
      return run(parts, state, [], after);
    }
    case 'let': {
      // the same name again begins anew
      const again = rest.findIndex((one) => one.kind === 'let' && one.name === node.name);
      const own = again < 0 ? rest : rest.slice(0, again);
      const after = again < 0 ? [] : rest.slice(again);
      if (state.taken.includes(node.name)) {
        const other = `${node.name}_${state.taken.length + 2}`;
        return run(renamed(nodes, node.name, other), state, before, end);
      }
      const others = state.declared.filter((one) => !one.startsWith(`${node.name}:`));
      const declared = [...others, node.declaration];
      const variable = declaration(declared, state, node.line);
      const bound = {
        kind: 'tensor' as const,
        name: variable.name,
        shape: tensorShape(variable),
      };
      const scope = withDeclarations(state.scope, [variable]);
      const lets = [...state.lets, bound];
      const inner = run(own, { ...state, scope, declared, lets }, [], stated);
      // what is not about it needs no "for all"
      const general =
        inner === null ? [] : [generalise(bound, inner), ...withoutName(inner, bound)];
      const facts = general.map((theorem): Fact => ({ theorem, name: `line ${node.line}` }));
      return withFacts(state.ctx, facts, (ctx) =>
        run(after, { ...state, ctx }, [...before, ...general], end),
      );
    }
    case 'take': {
      const other = `${node.name}_${state.taken.length + 2}`;
      if (state.declared.some((one) => one.startsWith(`${node.name}:`)))
        return run(renamed(nodes, node.name, other), state, before, end);
      const declared = [...state.declared, node.declaration];
      const variable = declaration(declared, state, node.line);
      const scope = withDeclarations(state.scope, [variable]);
      const inside = { ...state, scope, declared, taken: [...state.taken, variable.name] };
      const such = lowered(read(node.such, inside, node.line), inside);
      const bound = {
        kind: 'tensor' as const,
        name: variable.name,
        shape: tensorShape(variable),
      };
      const existence = existenceOf(node, bound, such, inside);
      if (!existence) throw failed(node.line, `nothing says that such a ${variable.name} exists`);
      const named = renameExistence(existence, variable.name);
      const f = named.conclusion;
      if (f.kind !== 'exists') return null;
      const inner = withFact(state.ctx, { theorem: assume(f.body), name: 'taken' }, (ctx) =>
        run(rest, { ...inside, ctx }, before, end),
      );
      return inner && unpack(named, inner);
    }
  }
}

/** Each link of a chain may use those before it. */
function said(
  [first, ...more]: readonly Spoken[],
  node: Extract<Told, { kind: 'say' }>,
  state: State,
  onward: (theorems: readonly Theorem[]) => Theorem | null,
  before: readonly Theorem[] = [],
): Theorem | null {
  if (first === undefined) return onward(before);
  const t = shown(first, node, state);
  return withFact(state.ctx, { theorem: t, name: `line ${node.line}` }, (ctx) =>
    said(more, node, { ...state, ctx }, onward, [...before, t]),
  );
}
