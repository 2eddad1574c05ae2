/**
 * Inequalities with the logarithm of a number, told in exponentials: with w = log s, s is exp(w),
 * 1/s is exp(−w), and the variable in s follows.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { bareHead, inverse, scale, variable } from '../../kernel/graph.ts';
import { and, less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { logarithm, valueOf } from '../../kernel/laws.ts';
import { ratio, type Ratio } from '../../kernel/ratio.ts';
import {
  assume,
  both,
  discharge,
  fact,
  first,
  generalise,
  hole,
  modusPonens,
  replace,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { writeHead } from '../../kernel/write.ts';
import { flipped } from '../derived/equations.ts';
import { linearBy } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { minus, negated, nought } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { numbersIn } from '../known/sampled.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { abstractedIn } from '../rewriting/abstracted.ts';
import { pointOfReciprocal } from './tangents.ts';

const mark = 'logarithms as exponents';

/** s = c v + d with a variable v that d does not mention. */
interface Inside {
  readonly s: Term;
  readonly name: string;
  readonly c: Ratio;
  readonly d: Term;
}

function insideOf(s: Term): Inside | null {
  const isPlain = (m: Monomial): string | null => {
    const [f, ...more] = m.factors;
    const plain = f && more.length === 0 && Object.keys(m.powers).length === 0;
    return plain && f.head.kind === 'variable' && f.slots.length === 0 ? f.head.name : null;
  };
  for (const m of s.monomials) {
    const name = isPlain(m);
    if (name === null) continue;
    const d = minus(s, scale(m.coefficient, variable(name, [])));
    if (collected(d, name)) return { s, name, c: m.coefficient, d };
  }
  return null;
}
const collected = (d: Term, name: string): boolean => !occurs(name, d);

/** The logarithms of numbers in the goal that give a variable. */
const insides = (goal: Formula): Inside[] =>
  namedIn(termsOf(goal)).flatMap(({ name, order, argument }) =>
    name === 'log' && order === 0 && argument.shape.length === 0 ? (insideOf(argument) ?? []) : [],
  );

const put = (f: Formula, name: string, term: Term): Formula =>
  substituteIn(f, name, { kind: 'term', term });
const textOf = (t: Term): string => {
  const head = bareHead(t);
  return head ? writeHead(head) : '';
};

/** A statement about v at w, and how what holds at w = log s gives what holds of v, and back. */
class Told {
  readonly w: Term;
  readonly at: Term;
  readonly #inside: Inside;
  readonly #equation: Theorem;
  readonly #reciprocal: Theorem | null;
  /** 1/c. */
  readonly #turned: Ratio;
  readonly #fresh: string;
  constructor(inside: Inside, positive: Theorem, fresh: string, known: Context) {
    const w = variable(fresh, []);
    [this.#inside, this.#fresh, this.w] = [inside, fresh, w];
    const { s, c, d } = inside;
    this.#turned = ratio(c.den, c.num);
    const by = (e: Term): Term => scale(this.#turned, minus(e, d));
    this.at = by(valueOf('exp', w));
    const same = modusPonens(fact('exp of a logarithm', s), positive);
    // (exp(log s) − d) / c = v
    this.#equation = linearBy(by(valueOf('exp', logarithm(s))), variable(inside.name, []), [
      { equation: same, context: scale(this.#turned, variable(hole, [])) },
    ]);
    this.#reciprocal = pointOfReciprocal(s, positive, known)?.same ?? null;
  }
  /** The statement with w for log s and exp(−w) for 1/s. */
  #open(f: Formula): Formula {
    const { s } = this.#inside;
    const logs = abstractedIn(f, { text: textOf(logarithm(s)), by: this.w });
    if (!this.#reciprocal) return logs;
    return abstractedIn(logs, {
      text: textOf(inverse(s)),
      by: valueOf('exp', negated(this.w)),
    });
  }
  told(f: Formula): Formula {
    return put(this.#open(f), this.#inside.name, this.at);
  }
  /** The statement with a hole for v, and then with one for 1/s. */
  #holes(f: Formula): readonly [Formula, Formula] {
    const { s, name } = this.#inside;
    const empty = variable(hole, []);
    const there = put(put(this.#open(f), name, empty), this.#fresh, logarithm(s));
    return [there, abstractedIn(f, { text: textOf(inverse(s)), by: empty })];
  }
  /** From the statement at w = log s: the statement itself. */
  back(f: Formula, t: Theorem): Theorem {
    const [values, reciprocals] = this.#holes(f);
    const plain = replace(values, this.#equation, t);
    return this.#reciprocal ? replace(reciprocals, this.#reciprocal, plain) : plain;
  }
  /** From a statement: what follows of it at w = log s. */
  forth(t: Theorem): Theorem {
    const [values, reciprocals] = this.#holes(t.conclusion);
    const over = this.#reciprocal;
    const plain = over ? replace(reciprocals, flipped(over), t) : t;
    return replace(values, flipped(this.#equation), plain);
  }
}

/** Inequalities between numbers alone that mention v. */
const aboutNumber = (known: Context, name: string): Theorem[] =>
  known.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    const about = f.kind === 'less' && [f.left, f.right].some((t) => occurs(name, t));
    return about && numbersIn([f.left, f.right]) ? [theorem] : [];
  });

function* toldIn(goal: FormulaOf<'less'>, inside: Inside, known: Context): Attempt {
  const { s, name } = inside;
  const positive = yield* ask(less(nought(), s, true), known);
  if (!positive) return null;
  const log = logarithm(s);
  const signs: Theorem[] = [];
  for (const f of [less(nought(), log, false), less(log, nought(), false)]) {
    const t = yield* ask(f, known, 40);
    if (t) signs.push(t);
  }
  const fresh = freshIn(known, 'w', goal.left, goal.right);
  const other = new Told(inside, positive, fresh, known);
  const given = [...signs, ...aboutNumber(known, name).slice(0, 4)];
  const stated = [positive, ...given].map((t) => t.conclusion);
  const open = stated.map((f) => other.told(f)).reduceRight((f, g) => and(g, f));
  const facts = conjunctsOf(assume(open), stated.length);
  const named = facts.map((theorem) => ({ theorem, name: mark }));
  const t = yield* assuming(known, named, (c) => ask(other.told(goal), c));
  if (!t) return null;
  const all = generalise({ kind: 'tensor', name: fresh, shape: [] }, discharge(open, t));
  const here = specialise(all, { kind: 'term', term: log });
  if (here.conclusion.kind !== 'implies') return null;
  const premises = [positive, ...given].map((p) => other.forth(p));
  return other.back(
    goal,
    modusPonens(
      here,
      premises.reduceRight((q, p) => both(p, q)),
    ),
  );
}
const conjunctsOf = (t: Theorem, count: number): Theorem[] =>
  count === 1 ? [t] : [first(t), ...conjunctsOf(second(t), count - 1)];

export const withoutLogarithms = strategyFor('less', {
  name: mark,
  summary: 'an inequality with log(s) and s as one with w and exp(w)',
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) &&
    numbersIn([goal.left, goal.right]) !== null &&
    insides(goal).length > 0
      ? 0.9
      : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    for (const inside of insides(goal).slice(0, 2)) {
      const t = yield* toldIn(goal, inside, known);
      if (t) return t;
    }
    return null;
  },
});
