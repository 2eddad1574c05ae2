/**
 * The search for a proof: the agenda with goals, knowledge and strategies, and what it remembers.
 */
import { write, type Formula } from '../kernel/formula.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { Agenda, type House, type Request, type Stop } from './agenda/agenda.ts';
import { Clock } from './agenda/clock.ts';
import { left, passed, spent } from './agenda/effort.ts';
import type { Context } from './known/context.ts';
import { knowledgeKey } from './known/knowledge-key.ts';
import { askedFor } from './known/purposes.ts';
import { searchOf } from './known/search-state.ts';
import { begun, safely, type Attempt, type Strategy } from './known/strategy.ts';

/** Upper limit on the goals around a goal: no proof is deeper, and each costs stack. */
const deepest = 24;

type Goal = Request<Formula, Context>;

const keyOf = ({ goal, known }: Goal): string => `${write(goal)} ⊣ ${knowledgeKey(known)}`;

interface Promising {
  readonly strategy: Strategy;
  readonly promise: number;
}
/** Is it for goals of this kind, and for what this one is asked for? */
const isFor = ({ kinds, notFor = [] }: Strategy, { goal, known }: Goal): boolean =>
  kinds.includes(goal.kind) && !notFor.some((purpose) => known.purposes.includes(purpose));

/** The strategies that apply; where one is certain, that one alone. */
function promising(at: Goal): readonly Promising[] {
  const { goal, known } = at;
  const all = searchOf(known).strategies.flatMap((strategy): Promising[] => {
    const promise = isFor(strategy, at) ? safely(() => strategy.promise(goal, known)) : null;
    return promise === null ? [] : [{ strategy, promise }];
  });
  const certain = all.find(({ strategy: { decides = false } }) =>
    typeof decides === 'boolean' ? decides : safely(() => decides(goal)),
  );
  return certain ? [certain] : all;
}

/**
 * Subgoals on the clock of the search: a deadline of the strategy's own is the share that they get.
 */
function* paced(attempt: Attempt, { deadline }: Context): Attempt {
  let answer: Theorem | null = null;
  for (;;) {
    const { done, value } = attempt.next(answer);
    if (done) return value;
    const { goal, known, share, firm = false } = value;
    answer =
      known.deadline === deadline
        ? yield value
        : yield {
            goal,
            known: { ...known, deadline },
            share: share ?? Math.max(0, left(known.deadline)),
            firm,
          };
  }
}

/** Begins only when the agenda resumes it: what it proves on the spot is then inside this goal. */
function* trying(strategy: Strategy, { goal, known }: Goal): Attempt {
  return yield* begun(strategy.prove(goal, known));
}

const house: House<Formula, Context, Theorem> = {
  keyOf,
  recall(key, { goal, known }, depth) {
    const text = write(goal);
    const stated = known.facts.find(({ theorem }) => write(theorem.conclusion) === text);
    if (stated) return stated.theorem;
    const search = searchOf(known);
    const proof = search.proofs.get(key);
    if (proof) return proof;
    if (search.failures.has(key)) return null;
    const circle = search.open.indexOf(key);
    if (circle < 0 && depth <= deepest) return undefined;
    search.cut = Math.min(search.cut, circle);
    return null;
  },
  waysTo: (request) =>
    promising(request).map(({ strategy, promise }) => ({
      name: strategy.name,
      promise,
      inReserve: strategy.cites === true,
      begin: () => paced(trying(strategy, request), request.known),
    })),
  guard: ({ known }, path, step) => {
    const search = searchOf(known);
    const { length } = search.open;
    search.open.push(...path);
    try {
      return safely(step);
    } finally {
      search.open.length = length;
    }
  },
  accepts: ({ goal }, proof) => write(proof.conclusion) === write(goal),
  remember: ({ known }, key, proof) => {
    const { proofs, failures } = searchOf(known);
    if (proof) proofs.set(key, proof);
    else failures.add(key);
  },
  report: ({ goal, known }, strategy, depth, tried) =>
    void searchOf(known).tried.push({ goal, known, strategy, depth, ...tried }),
};

/** Proves a goal, or says why the search stopped. */
function solve(
  goal: Formula,
  known: Context,
): { readonly proof: Theorem | null; readonly stop: Stop } {
  if (passed(known.deadline)) return { proof: null, stop: 'out of work' };
  const clock = new Clock(known.deadline);
  const search = searchOf(known);
  const level = search.open.length;
  const asked = level > 0 ? askedFor(known, 'conditions') : known;
  const request: Goal = { goal, known: { ...asked, deadline: clock } };
  const key = keyOf(request);
  const given = known.deadline.work - spent();
  if (given <= (search.inVain.get(key) ?? 0)) return { proof: null, stop: 'out of work' };
  const outer = search.cut;
  search.cut = Infinity;
  try {
    const ended = new Agenda(house, clock).run(request, level, {
      isAside: level > 0,
      isCertain: () => search.cut >= level,
    });
    if (ended.stop === 'out of work') search.inVain.set(key, given);
    return ended;
  } finally {
    search.cut = Math.min(outer, search.cut < level ? search.cut : Infinity);
  }
}

export const proveFormula = (goal: Formula, known: Context): Theorem | null =>
  solve(goal, known).proof;
