/**
 * Checks a proof as elenchus tells it: each line must follow from those before it and from its own
 * reasons, by little work. The claim itself is not searched for.
 */
import type { Claim } from '../../language/ast.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import {
  assume,
  classical,
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
import { denied } from '../known/denials.ts';
import { withFact, withFacts } from '../known/facts.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { NotLowerable, tensorShape, withDeclarations } from '../lowering/scope.ts';
import { account, goalOf, meetsDemands, type Proved } from '../prove.ts';
import { readTold, renamed, type Told } from './told.ts';
import { near } from './told-near.ts';
import { contradicted, follows, shown, spokenIn } from './told-steps.ts';
import { ToldBlock, type End } from './told-block.ts';
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
  const end: End = (state, stated) => {
    const all = stated.map((theorem): Fact => ({ theorem, name: 'line' }));
    const ctx = { ...state.ctx, deadline: within(patience) };
    const t = near(goal.conclusion, all, ctx) ?? follows(goal.conclusion, state);
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
        base: ctx,
        numbered: new Map(),
        previous: [],
        own: new Set(goal.hypotheses.map((h) => write(h.formula))),
        taken: [],
        witnesses: [],
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

/** The same state, in which the number of a line refers to what it states. */
const labelled = (node: Told, theorems: readonly Theorem[], state: State): State =>
  node.label === null
    ? state
    : { ...state, numbered: new Map([...state.numbered, [node.label, theorems]]) };

/** What is false is denied; and what it denies, or its converse, is true. */
function refuted(f: Formula, absurd: Theorem): Theorem[] {
  const none = contradiction(f, absurd);
  return [...(f.kind === 'not' ? [classical(f.body, absurd)] : denied(none)), none];
}

/** What a block stated that is not about what was arbitrary in it. */
const withoutName = (t: Theorem, { name }: { readonly name: string }): Theorem[] =>
  each(t).filter(({ conclusion }) => !free(name, conclusion));

/** The conjuncts of what a part stated. */
const each = (t: Theorem): Theorem[] =>
  t.conclusion.kind === 'and' ? [t, ...each(left(t)), ...each(right(t))] : [t];

/** Goes on with more that is known after a line. */
type Onward = (theorems: readonly Theorem[], more?: Partial<State>) => Theorem | null;

type Of<K extends Told['kind']> = Extract<Told, { readonly kind: K }>;

/** Where a proof is read: lines that are left, what is known, what was stated, and how it ends. */
interface Place {
  readonly nodes: readonly Told[];
  readonly state: State;
  readonly before: readonly Theorem[];
  readonly end: End;
}

function run(
  nodes: readonly Told[],
  state: State,
  before: readonly Theorem[],
  end: End,
): Theorem | null {
  const [node, ...rest] = nodes;
  if (node === undefined) return end(state, before);
  const onward: Onward = (theorems, more = {}) => {
    const facts = theorems.map((theorem): Fact => ({ theorem, name: `line ${node.line}` }));
    const known = {
      ...state,
      stated: [...state.stated, ...theorems],
      previous: theorems.length > 0 ? theorems : state.previous,
    };
    return withFacts(state.ctx, facts, (ctx) =>
      run(
        rest,
        { ...labelled(node, theorems, known), ...more, ctx },
        [...before, ...theorems],
        end,
      ),
    );
  };
  const place: Place = { nodes, state, before, end };
  switch (node.kind) {
    case 'say':
      return said(statementsOf(node, state), node, state, onward);
    case 'contradiction': {
      const t = contradicted(node, state);
      if (!t) throw failed(node.line, 'nothing here contradicts itself');
      return onward([t]);
    }
    case 'witness': {
      const term = spokenIn(`${node.term} = ${node.term}`, node.line, state)?.terms.at(-1);
      return onward([], term === undefined ? {} : { witnesses: [...state.witnesses, term] });
    }
    case 'part': {
      const block = new ToldBlock((t) => t);
      const inner = node.under.length === 0 ? null : run(node.under, state, [], block.end);
      return onward(inner === null ? [] : [inner], { numbered: block.numberedAfter(state) });
    }
    case 'suppose':
      return supposed(node, state, onward);
    case 'index':
      return indexed(node, state, onward);
    case 'induction':
      return induced(node, place);
    case 'let':
      return arbitrary(node, place);
    case 'take':
      return taken(node, place);
  }
}

function supposed(node: Of<'suppose'>, state: State, onward: Onward): Theorem | null {
  const f = lowered(read(node.formula, state, node.line), state);
  const theorem = assume(f);
  const text = write(f);
  // what does not rest on what is supposed is known after the block too
  const block = new ToldBlock((t) =>
    t.hypotheses.some((h) => write(h) === text) ? discharge(f, t) : t,
  );
  const inside = labelled(node, [theorem], { ...state, supposed: f, previous: [theorem] });
  const inner = withFact(state.ctx, { theorem, name: 'assumption' }, (ctx) =>
    run(node.under, { ...inside, ctx }, [], block.end),
  );
  const numbered = block.numberedAfter(state);
  if (inner === null) return onward([], { numbered });
  const isAbsurd = inner.conclusion.kind === 'false';
  return onward(isAbsurd ? refuted(f, inner) : [discharge(f, inner)], { numbered });
}

/** A block for every index of a range. */
function indexed(node: Of<'index'>, state: State, onward: Onward): Theorem | null {
  const { state: inside, facts, close } = indexBlock(node, state);
  const block = new ToldBlock(close);
  const inner = withFacts(state.base, facts, (base) =>
    withFacts(state.ctx, facts, (ctx) => run(node.under, { ...inside, ctx, base }, [], block.end)),
  );
  return onward(inner === null ? [] : each(inner).map(close), {
    numbered: block.numberedAfter(state),
  });
}

function induced(node: Of<'induction'>, { nodes, state, before, end }: Place): Theorem | null {
  const rest = nodes.slice(1);
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

/** Lines about an arbitrary variable. */
function arbitrary(node: Of<'let'>, { nodes, state, before, end }: Place): Theorem | null {
  const rest = nodes.slice(1);
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
  const bound = { kind: 'tensor' as const, name: variable.name, shape: tensorShape(variable) };
  const scope = withDeclarations(state.scope, [variable]);
  const lets = [...state.lets, bound];
  const block = new ToldBlock((t) => generalise(bound, t));
  const inner = run(own, { ...state, scope, declared, lets }, [], block.end);
  // what is not about it needs no "for all"
  const general = inner === null ? [] : [generalise(bound, inner), ...withoutName(inner, bound)];
  const numbered = block.numberedAfter(state);
  const facts = general.map((theorem): Fact => ({ theorem, name: `line ${node.line}` }));
  return withFacts(state.ctx, facts, (ctx) =>
    run(after, { ...state, numbered, previous: general, ctx }, [...before, ...general], end),
  );
}

/** Lines about something that exists, under a name. */
function taken(node: Of<'take'>, { nodes, state, before, end }: Place): Theorem | null {
  const other = `${node.name}_${state.taken.length + 2}`;
  if (state.declared.some((one) => one.startsWith(`${node.name}:`)))
    return run(renamed(nodes, node.name, other), state, before, end);
  const declared = [...state.declared, node.declaration];
  const variable = declaration(declared, state, node.line);
  const scope = withDeclarations(state.scope, [variable]);
  const inside = { ...state, scope, declared, taken: [...state.taken, variable.name] };
  const such = lowered(read(node.such, inside, node.line), inside);
  const bound = { kind: 'tensor' as const, name: variable.name, shape: tensorShape(variable) };
  const existence = existenceOf(node, bound, such, inside);
  if (!existence) throw failed(node.line, `nothing says that such a ${variable.name} exists`);
  const named = renameExistence(existence, variable.name);
  const f = named.conclusion;
  if (f.kind !== 'exists') return null;
  const theorem = assume(f.body);
  const after = labelled(node, [theorem], { ...inside, previous: [theorem] });
  const inner = withFact(state.ctx, { theorem, name: 'taken' }, (ctx) =>
    run(nodes.slice(1), { ...after, ctx }, before, end),
  );
  return inner && unpack(named, inner);
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
