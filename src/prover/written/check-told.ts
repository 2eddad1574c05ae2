/**
 * Checks a proof as elenchus tells it: each statement must follow from the lines before it,
 * whatever its reason says.
 */
import type { Claim } from '../../language/ast.ts';
import { exists, falsum, less, type Bound, type Formula } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import {
  assume,
  both,
  contradiction,
  definition,
  discharge,
  first,
  generalise,
  modusPonens,
  unpack,
  type Theorem,
} from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { proveEqual } from '../equality/equality.ts';
import { freshContext } from '../fresh-context.ts';
import type { Context, Fact } from '../known/context.ts';
import { withFact, withFacts } from '../known/facts.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { NotLowerable, tensorShape, withDeclarations } from '../lowering/scope.ts';
import { account, goalOf, meetsDemands, type Proved } from '../prove.ts';
import { proveFormula } from '../search.ts';
import { ProofError } from './proof-error.ts';
import { readTold, renamed, type Told } from './told.ts';
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

/** Throws `ProofError` at the first line that does not follow. */
export function checkTold(claim: Claim, source: string, patience: number): Proved {
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
      { claim, ctx, scope: goal.scope, declared: [], taken: [], supposed: null, patience },
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
    return withFacts(state.ctx, facts, (ctx) =>
      run(rest, { ...state, ...more, ctx }, [...before, ...theorems], end),
    );
  };
  switch (node.kind) {
    case 'say':
      return said(statementsOf(node, state), node, state, onward);
    case 'contradiction': {
      const t = contradicted(state);
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
    case 'let': {
      // the same name again begins anew
      const again = rest.findIndex((one) => one.kind === 'let' && one.name === node.name);
      const own = again < 0 ? rest : rest.slice(0, again);
      const after = again < 0 ? [] : rest.slice(again);
      const declared = [...state.declared, node.declaration];
      const variable = declaration(declared, state, node.line);
      const bound: Bound = { kind: 'tensor', name: variable.name, shape: tensorShape(variable) };
      const scope = withDeclarations(state.scope, [variable]);
      const inner = run(own, { ...state, scope, declared }, [], stated);
      const general = inner === null ? [] : [generalise(bound, inner)];
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
      const bound: Bound = { kind: 'tensor', name: variable.name, shape: tensorShape(variable) };
      const existence =
        proveFormula(exists(bound, such), { ...state.ctx, deadline: within(state.patience) }) ??
        oneSided(node, state);
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

/** From what is known; or from that and what its reasons state. */
function shown(
  { text, formula }: Spoken,
  { line, because }: Extract<Told, { kind: 'say' }>,
  state: State,
): Theorem {
  const t = follows(formula, state) ?? withReasons(formula, because, line, state);
  if (t) return t;
  throw failed(line, `this does not follow from what stands above: ${text}`);
}

function follows(f: Formula, { ctx: known, patience }: State): Theorem | null {
  const ctx = { ...known, deadline: within(patience) };
  return (f.kind === 'equal' ? proveEqual(f.left, f.right, ctx) : null) ?? proveFormula(f, ctx);
}

function withReasons(
  f: Formula,
  because: readonly string[],
  line: number,
  state: State,
): Theorem | null {
  const facts = because.flatMap((text): Fact[] => {
    const theorem = safely(() => follows(lowered(read(text, state, line), state), state));
    return theorem === null ? [] : [{ theorem, name: text }];
  });
  if (facts.length === 0) return null;
  return withFacts(state.ctx, facts, (ctx) => follows(f, { ...state, ctx }));
}

/** A reason that is not a statement of the claim language states nothing here. */
function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProofError) return null;
    throw error;
  }
}

/** An inverse on one side: there is one since the matrix is onto, or one-to-one. */
function oneSided(
  { such, name, line }: Extract<Told, { kind: 'take' }>,
  state: State,
): Theorem | null {
  // in (I + A) R = I, told as R + A R = I, the matrix is what stands there for R = I
  const [, product] = /^(.*) = I$/.exec(such) ?? [];
  if (product === undefined) return null;
  const word = new RegExp(String.raw`(?<![\w.])${name}(?![\w.'])`, 'g');
  const right = product.replaceAll(word, '').split(/ [+-] /).length;
  const last = product.match(new RegExp(`${word.source}(?= [+-] |$)`, 'g'))?.length ?? 0;
  const text = `(${product.replaceAll(word, 'I')}) is ${last === right ? 'onto' : 'one-to-one'}`;
  const f = lowered(read(text, state, line), state);
  const t = proveFormula(f, { ...state.ctx, deadline: within(state.patience) });
  return t && f.kind === 'is' ? modusPonens(first(definition(f.predicate, f.subject)), t) : null;
}

/** From what is known; or by the contrary of what was supposed last. */
function contradicted(state: State): Theorem | null {
  const bounded = (): Context => ({ ...state.ctx, deadline: within(state.patience) });
  const direct = proveFormula(falsum, bounded());
  const f = state.supposed;
  if (direct || f?.kind !== 'less') return direct;
  const contrary = proveFormula(less(f.right, f.left, !f.strict), bounded());
  return (
    contrary &&
    withFact(state.ctx, { theorem: contrary, name: 'the contrary' }, (ctx) =>
      proveFormula(falsum, { ...ctx, deadline: within(state.patience) }),
    )
  );
}
