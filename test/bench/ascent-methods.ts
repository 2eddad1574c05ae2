/**
 * What climbs best: BFGS, Nelder–Mead, CMA-ES and starts alone, from the same starts, over the same
 * parametrisation, each with the same number of evaluations. A gradient counts as two. Prints a
 * table in Markdown: in how many of the seeds a violation was found, and the median of evaluations.
 */
import { readFileSync } from 'node:fs';
import refuted from '../../properties/frontier.ts';
import { parseClaim } from '../../src/language/index.ts';
import { pick, trialDice, type Dice } from '../../src/networks/dice.ts';
import { climbedGoals, compiled } from '../../src/refuter/ascent/ascent.ts';
import { descend } from '../../src/refuter/ascent/descend.ts';
import type { Objective } from '../../src/refuter/ascent/objective.ts';
import { startOf } from '../../src/refuter/ascent/starts.ts';
import { prepareSearch, type Prepared } from '../../src/refuter/prepared.ts';
import { cmaEs } from './methods/cma-es.ts';
import { equal, type Counted, type Minimiser } from './methods/minimiser.ts';
import { adaptiveNelderMead, nelderMead } from './methods/nelder-mead.ts';
import { median } from './table.ts';

const bfgs: Minimiser = (f, start) => {
  descend(f, start, (now, before, step) =>
    now > 0 && now < equal ? true : step > 8 && before - now < 1e-9 * Math.abs(now),
  );
};
const startsAlone: Minimiser = (f, start) => void f.value(start);

const methods: readonly (readonly [string, Minimiser])[] = [
  ['BFGS', bfgs],
  ['CMA-ES', cmaEs],
  ['Nelder–Mead', nelderMead],
  ['adaptive Nelder–Mead', adaptiveNelderMead],
  ['starts alone', startsAlone],
];

/** Sizes that each claim is climbed at in turn, as the search has them. */
const variants = 12;

/** Thrown out of a method: it found a violation, or it has no evaluations left. */
class Over extends Error {
  readonly found: boolean;
  constructor(found: boolean) {
    super(found ? 'found' : 'spent');
    this.found = found;
  }
}

/** Counts evaluations, and stops a method at a violation or at the end of its budget. */
class Counter implements Counted {
  used = 0;
  private readonly budget: number;
  private objective: Objective | null = null;
  constructor(budget: number) {
    this.budget = budget;
  }
  about(objective: Objective): this {
    this.objective = objective;
    return this;
  }
  private spend(by: number): Objective {
    this.used += by;
    if (this.used > this.budget || this.objective === null) throw new Over(false);
    return this.objective;
  }
  value(x: Float64Array): number {
    const objective = this.spend(1);
    const value = objective.value(x);
    if (!(value < 1)) return value;
    const { violation, slack, gap } = objective.standing();
    if (violation > 1e-10 && slack >= 0 && gap < 1e-6) {
      if (objective.steady(x)) throw new Over(true);
      objective.value(x);
    }
    return value;
  }
  gradient(into: Float64Array): void {
    this.spend(2).gradient(into);
  }
}

type Known = (prepared: Prepared, variant: number) => Objective | null;

/** Evaluations until a violation was found; null where there was none. */
const run = (
  goals: readonly Prepared[],
  known: Known,
  method: Minimiser,
  seed: number,
  budget: number,
): number | null => {
  const counter = new Counter(budget);
  try {
    for (let k = 0; k < budget; k++) {
      const random: Dice = trialDice(seed, k);
      const objective = known(pick(random, goals), random.nextInt(0, variants - 1));
      if (objective === null) continue;
      method(counter.about(objective), startOf(random, objective.plan.blocks), random);
    }
  } catch (error) {
    if (!(error instanceof Over)) throw error;
    return error.found ? counter.used : null;
  }
  return null;
};

const compare = (text: string, seeds: number, budget: number): (number | null)[][] => {
  const goals = climbedGoals(prepareSearch(parseClaim(text)));
  const made = new Map<string, Objective | null>();
  const known: Known = (prepared, variant) => {
    const key = `${goals.indexOf(prepared)}:${variant}`;
    if (!made.has(key)) made.set(key, compiled(prepared, variant));
    return made.get(key) ?? null;
  };
  if (goals.length === 0) return methods.map(() => Array.from({ length: seeds }, () => null));
  return methods.map(([, method]) =>
    Array.from({ length: seeds }, (_, i) => run(goals, known, method, i + 1, budget)),
  );
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const grouped = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ' ');

const [seeds = '5', budget = '20000'] = process.argv.slice(2);
const listed = JSON.parse(readFileSync('test/bench/refutable.json', 'utf8')) as [string][];
const claims = [
  ...listed.map(([text]) => ['', text] as const),
  ...refuted.members.filter((m) => m.expect === 'refuted').map((m) => [m.name, m.claim] as const),
];
const names = methods.map(([name]) => name);
process.stdout.write(`| claim | ${names.join(' | ')} |\n| --- |${' --- |'.repeat(names.length)}\n`);
const totals = methods.map(() => ({ found: 0, used: 0 }));
for (const [name, text] of claims) {
  const results = compare(text, Number(seeds), Number(budget));
  const cells = results.map((of, m) => {
    const found = of.filter((x) => x !== null);
    const total = totals[m] as { found: number; used: number };
    total.found += found.length;
    total.used += of.reduce<number>((sum, x) => sum + (x ?? Number(budget)), 0);
    return found.length === 0 ? '0' : `${found.length}, ${grouped(median(found))}`;
  });
  const shown = name === '' ? `\`${cell(text)}\`` : name.replaceAll('-', ' ');
  process.stdout.write(`| ${shown} | ${cells.join(' | ')} |\n`);
}
const all = Number(seeds) * claims.length;
process.stdout.write(
  `| all: found of ${all}; evaluations together | ${totals
    .map(({ found, used }) => `${found}; ${grouped(used)}`)
    .join(' | ')} |\n`,
);
