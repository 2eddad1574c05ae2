/**
 * The search for a proof: the agenda with goals, knowledge and strategies, and what it remembers.
 */
import { write, type Formula } from '../kernel/formula.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { Agenda, type House, type Request, type Stop } from './agenda/agenda.ts';
import { Clock } from './agenda/clock.ts';
import { left, passed } from './agenda/effort.ts';
import type { Context } from './known/context.ts';
import { knowledgeKey } from './known/knowledge-key.ts';
import { begun, safely, type Attempt, type Strategy } from './known/strategy.ts';

/** Upper limit on nested subgoals: no proof is deeper, and each costs stack. */
const deepest = 24;
/**
 * Searches inside searches beyond which none begins: a strategy that proves a side condition on the
 * spot costs stack.
 */
const mostInside = 40;
let inside = 0;

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
  const all = known.search.strategies.flatMap((strategy): Promising[] => {
    const promise = isFor(strategy, at) ? safely(() => strategy.promise(goal, known)) : null;
    return promise === null ? [] : [{ strategy, promise }];
  });
  const certain = all.find(({ strategy }) => strategy.decides);
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
    const { goal, known, share } = value;
    answer =
      known.deadline === deadline
        ? yield value
        : yield {
            goal,
            known: { ...known, deadline },
            share: share ?? Math.max(0, left(known.deadline)),
          };
  }
}

const house: House<Formula, Context, Theorem> = {
  keyOf,
  recall(key, { goal, known }, depth) {
    const text = write(goal);
    const stated = known.facts.find(({ theorem }) => write(theorem.conclusion) === text);
    if (stated) return stated.theorem;
    const { proofs, failures, open } = known.search;
    const proof = proofs.get(key);
    if (proof) return proof;
    const failed = failures.get(key);
    if (depth > deepest || (failed !== undefined && failed <= depth)) return null;
    const at = open.indexOf(key);
    if (at < 0) return undefined;
    known.search.cut = Math.min(known.search.cut, at);
    return null;
  },
  waysTo: ({ goal, known }, depth) => {
    const here: Context = { ...known, depth };
    return promising({ goal, known: here }).map(({ strategy, promise }) => ({
      name: strategy.name,
      promise,
      inReserve: strategy.cites === true,
      begin: () => paced(begun(safely(() => strategy.prove(goal, here))), here),
    }));
  },
  guard: ({ known: { search } }, path, step) => {
    const { length } = search.open;
    search.open.push(...path);
    try {
      return safely(step);
    } finally {
      search.open.length = length;
    }
  },
  accepts: ({ goal }, proof) => write(proof.conclusion) === write(goal),
  remember: ({ known }, key, depth, proof) => {
    const { proofs, failures } = known.search;
    if (proof) proofs.set(key, proof);
    else failures.set(key, Math.min(depth, failures.get(key) ?? depth));
  },
  report: ({ goal, known }, strategy, depth, tried) =>
    void known.search.tried.push({ goal, known, strategy, depth, ...tried }),
};

/** Proves a goal, or says why the search stopped. */
function solve(
  goal: Formula,
  known: Context,
  depth = 0,
): { readonly proof: Theorem | null; readonly stop: Stop } {
  if (passed(known.deadline)) return { proof: null, stop: 'out of work' };
  if (inside >= mostInside) return { proof: null, stop: 'exhausted' };
  const clock = new Clock(known.deadline);
  const request: Goal = { goal, known: { ...known, deadline: clock } };
  const { search } = known;
  const level = search.open.length;
  const outer = search.cut;
  search.cut = Infinity;
  inside++;
  try {
    return new Agenda(house, clock).run(request, depth, {
      isAside: level > 0,
      isCertain: () => search.cut >= level,
    });
  } finally {
    inside--;
    search.cut = Math.min(outer, search.cut < level ? search.cut : Infinity);
  }
}

export const proveFormula = (goal: Formula, known: Context, depth = 0): Theorem | null =>
  solve(goal, known, depth).proof;
