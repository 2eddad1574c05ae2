/** A written derivation checked step by step: each step must follow by its own reason. */
import { type Formula, type FormulaOf, falsum, write } from '../../kernel/formula.ts';
import {
  type Theorem,
  assume,
  both,
  contradiction,
  discharge,
  generalise,
  unpack,
} from '../../kernel/theorem.ts';
import type { Claim, Span } from '../../language/ast.ts';
import {
  type Cases,
  type Proof,
  type ProofStep,
  exprText,
  declarationText,
  formulaText,
} from '../../language/index.ts';
import { placeText, readPlace } from '../../language/layers.ts';
import { within } from '../agenda/effort.ts';
import { narrate } from '../derived/narration.ts';
import { freshContext } from '../fresh-context.ts';
import type { Context, Fact } from '../known/context.ts';
import { withFact, withFacts } from '../known/facts.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { answered, begun } from '../known/strategy.ts';
import { type Each, byInduction } from '../logic/prove-each.ts';
import { declaredFormulas } from '../lowering/declared-formulas.ts';
import { underDepth } from '../lowering/layers.ts';
import { lowerFormula } from '../lowering/lower-formula.ts';
import { NotLowerable, type Scope, withDeclarations } from '../lowering/scope.ts';
import { type Goal, type Proved, account, goalOf, meetsDemands } from '../prove.ts';
import { proveFormula } from '../search.ts';
import { existencesBy, namedTerm } from './existences.ts';
import type { AbsentLemmas, Lemma } from './lemma.ts';
import { lemmasUsed } from './lemmas-used.ts';
import { ProofError } from './proof-error.ts';
import { goalLines, nothingSuch, supposeLines } from './what-to-write.ts';
import { type State, checkTarget, justify, lowered } from './reasons.ts';
import { statement, whole } from './statements-of-steps.ts';

/** Throws `ProofError` at the first step that does not follow. */
export function checkWritten(
  claim: Claim,
  proof: Proof,
  lemmas: ReadonlyMap<string, Lemma>,
  patience: number,
  absent: AbsentLemmas,
): Proved {
  const goal = goalOf(claim);
  const ctx = freshContext(within(10 * patience));
  const facts = goal.hypotheses
    .filter((h) => h.axiom === undefined)
    .map((h): Fact => ({ theorem: assume(h.formula), name: h.text }));
  const named = new Map(
    goal.hypotheses.filter((h) => h.axiom === undefined).map((h) => [h.text, assume(h.formula)]),
  );
  const theorem = withFacts(ctx, facts, (c) => {
    if (!meetsDemands(goal, c)) throw new NotLowerable('the derivative of this adjugate');
    return parts(proof, goal, { ctx: c, scope: goal.scope, lemmas, absent, named, patience });
  });
  if (!theorem) throw new ProofError('the derivation does not reach the claim', lastSpan(proof));
  return { ...account(goal, theorem), lemmas: lemmasUsed(theorem, lemmas) };
}

const lastSpan = (proof: Proof): Span => proof.parts.at(-1)?.span ?? { start: 0, end: 0 };

type Implication = FormulaOf<'implies'>;

/** Each direction of an equivalence by its own part; a part without a direction for everything. */
function parts(proof: Proof, goal: Goal, state: State): Theorem | null {
  const f = goal.conclusion;
  const directed = proof.parts.filter((p) => p.direction !== null);
  if (directed.length === 0)
    return run(
      proof.parts.flatMap((p) => p.steps),
      f,
      state,
      lastSpan(proof),
    );
  if (f.kind !== 'and' || f.left.kind !== 'implies' || f.right.kind !== 'implies') {
    throw new ProofError(
      '=> and <= open the two directions of an equivalence, but the claim is not one',
      directed[0]?.span ?? lastSpan(proof),
    );
  }
  const before = proof.parts.filter((p) => p.direction === null).flatMap((p) => p.steps);
  const way = (arrow: '=>' | '<=', implication: Implication): Theorem => {
    const own = directed.filter((p) => p.direction === arrow);
    const span = own.at(-1)?.span ?? lastSpan(proof);
    const t = withFact(
      state.ctx,
      { theorem: assume(implication.left), name: 'assumption' },
      (ctx) =>
        run(
          [...before, ...own.flatMap((p) => p.steps)],
          implication.right,
          { ...state, ctx },
          span,
        ),
    );
    if (!t) throw new ProofError(`the direction ${arrow} does not reach its end`, span);
    return discharge(implication.left, t);
  };
  return both(way('=>', f.left as Implication), way('<=', f.right as Implication));
}

/** Runs the steps in order; what they bring is used for the goal at the end. */
function run(steps: readonly ProofStep[], goal: Formula, state: State, span: Span): Theorem | null {
  const [step, ...rest] = steps;
  const go = (ctx: Context, more: Partial<State> = {}): Theorem | null =>
    run(rest, goal, { ...state, ...more, ctx }, span);
  if (!step) {
    // what the steps said must do: the end gets normal forms and the facts, not a fresh search
    const t = proveFormula(goal, { ...state.ctx, deadline: within(state.patience) });
    if (!t) throw new ProofError('the steps do not add up to the goal', span);
    return t;
  }
  switch (step.kind) {
    case 'fact': {
      const t = narrate(
        step.cases
          ? cased(step, step.cases, state)
          : justify(lowered(step.formula, state), step.reason, state, formulaText(step.formula)),
        `${formulaText(step.formula)}   by ${step.reason.text}`,
      );
      const named = step.name === null ? state.named : new Map([...state.named, [step.name, t]]);
      return withFact(state.ctx, { theorem: t, name: step.name ?? step.reason.text }, (ctx) =>
        go(ctx, { named }),
      );
    }
    case 'chain':
      return withFacts(state.ctx, chain(step, state), (ctx) => go(ctx));
    case 'let': {
      if (
        goal.kind !== 'forall' ||
        goal.bound.kind !== 'tensor' ||
        goal.bound.name !== step.variable.name
      ) {
        throw new ProofError(
          `let ${step.variable.name} opens a "forall ${step.variable.name}", but the goal here is another statement`,
          step.span,
          goal.kind === 'forall' && goal.bound.kind === 'tensor'
            ? [`the goal is about every ${goal.bound.name}: write let ${goal.bound.name}: …`]
            : goalLines(goal),
        );
      }
      const t = run(
        rest,
        goal.body,
        { ...state, scope: withDeclarations(state.scope, [step.variable]) },
        span,
      );
      return t && generalise(goal.bound, t);
    }
    case 'take':
      return take(step, state, (ctx, scope) => go(ctx, { scope }));
    case 'suppose':
      return suppose(step, rest, goal, state, span);
  }
}

/** Takes the antecedent of the goal, or the statement that it denies, as a fact of what follows. */
function suppose(
  step: ProofStep & { kind: 'suppose' },
  rest: readonly ProofStep[],
  goal: Formula,
  state: State,
  span: Span,
): Theorem | null {
  const f = lowered(step.formula, state);
  const target = goal.kind === 'implies' ? goal.left : goal.kind === 'not' ? goal.body : null;
  if (!target || write(target) !== write(f))
    throw new ProofError(
      'suppose takes the antecedent of the goal, or the statement that it denies',
      step.span,
      target === null ? goalLines(goal) : supposeLines(target),
    );
  const t = withFact(state.ctx, { theorem: assume(f), name: 'assumption' }, (ctx) =>
    run(rest, goal.kind === 'implies' ? goal.right : falsum, { ...state, ctx }, span),
  );
  return t && (goal.kind === 'implies' ? discharge(f, t) : contradiction(f, t));
}

/** A statement for every index of a range, from a written base and a written step. */
function cased(
  step: ProofStep & { kind: 'fact' },
  { base, step: onward }: Cases,
  state: State,
): Theorem {
  const { formula, reason, span } = step;
  const goal = lowered(formula, state);
  if (formula.kind !== 'each' || goal.kind !== 'each')
    throw new ProofError(
      'an induction proves a statement for every index, as forall l in 1..L. ..',
      span,
    );
  checkTarget(reason, formula.range.index);
  const last = readPlace(goal.to);
  const range = {
    ...formula.range,
    to: last === null ? goal.to : placeText({ name: last.name, offset: last.offset - 1 }),
  };
  const ctx: Context = { ...state.ctx, deadline: within(20 * state.patience) };
  const named = new Map([...state.named, ['induction', assume(goal.body)]]);
  const inside = { ...state, named, scope: underDepth(state.scope, range) };
  const attempt = byInduction(goal as Each, ctx, {
    base: (f, c) => begun(run(base, f, { ...state, ctx: c }, span)),
    step: (f, c) => begun(run(onward, f, { ...inside, ctx: c }, span)),
  });
  const t = answered(attempt, proveFormula);
  if (!t)
    throw new ProofError(
      'the induction does not reach its end: a line base .. for the first index and a line ' +
        'step .. from each to the next',
      span,
    );
  return t;
}

function chain(step: ProofStep & { kind: 'chain' }, state: State): Fact[] {
  let left = step.first;
  const facts: Fact[] = [];
  for (const link of step.links) {
    const words = `${exprText(left)} ${link.relation} ${exprText(link.right)}`;
    const t = narrate(
      justify(
        statement(left, link.relation, link.right, state, link.span),
        link.reason,
        state,
        words,
      ),
      `${words}   by ${link.reason.text}`,
    );
    facts.push({ theorem: t, name: link.reason.text });
    left = link.right;
  }
  return facts.length < 2
    ? facts
    : [...facts, { theorem: whole(step, facts, state), name: 'chain' }];
}

/** An object that exists, under the name the proof gives it. */
function take(
  step: ProofStep & { kind: 'take' },
  state: State,
  go: (ctx: Context, scope: Scope) => Theorem | null,
): Theorem | null {
  const [variable] = step.variables;
  if (!variable || step.variables.length > 1)
    throw new ProofError('take one object at a time', step.span, ['write a line take … for each']);
  const scope = withDeclarations(state.scope, [variable]);
  const such = lowerFormula(step.such, { ...scope, conditions: [] });
  const existing =
    step.reason.name === 'definition'
      ? [...namedTerm(such, variable.name), ...existencesBy(step.reason, state)]
      : existencesBy(step.reason, state);
  for (const existence of existing) {
    const renamed = renameExistence(existence, variable.name);
    const f = renamed.conclusion;
    if (f.kind !== 'exists') continue;
    const facts = [f.body, ...declaredFormulas(variable).map((d) => d.formula)];
    const inner = withFact(
      state.ctx,
      { theorem: assume(f.body), name: step.reason.text },
      (ctx) => {
        const proofs = [such, ...facts.slice(1)].map((g) =>
          proveFormula(g, { ...ctx, deadline: within(state.patience) }),
        );
        if (proofs.some((p) => p === null)) return null;
        return withFacts(
          ctx,
          (proofs as Theorem[]).map((theorem) => ({ theorem, name: step.reason.text })),
          (c) => go(c, scope),
        );
      },
    );
    if (inner) {
      const line = `Take ${declarationText(variable)} such that ${formulaText(step.such)}`;
      return unpack(narrate(renamed, `${line}   by ${step.reason.text}`), inner);
    }
  }
  throw nothingSuch(step, variable.name, existing);
}
