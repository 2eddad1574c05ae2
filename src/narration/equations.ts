/**
 * Equations: a chain from the left side to the right side, a reason for each link, where the uses
 * make one.
 */
import { add, scale } from '../kernel/graph.ts';
import { substitute } from '../kernel/calculus.ts';
import { equal, write } from '../kernel/formula.ts';
import { negative, one } from '../kernel/ratio.ts';
import type { Monomial, Term } from '../kernel/term.ts';
import { KernelError } from '../kernel/seal.ts';
import { hole, type Theorem } from '../kernel/theorem.ts';
import { difference, termOf } from '../prover/graphs/sum.ts';
import { isIdentity, summands } from './identity.ts';
import { NeedsIndices } from './graph-words.ts';
import { phrases } from './phrases.ts';
import type { Teller } from './teller.ts';
import { termWords, tidy } from './term-words.ts';

/** Uses of one equation, and what they add to the left side. */
interface Group {
  readonly equation: Theorem;
  readonly change: Term;
  /** The context of its only use. */
  readonly context: Term | null;
}

const mostLinks = 5;
const none = new Map<string, 1n>();

/** One use for each summand of a context, those of one equation with the same sign together. */
function groups(t: Theorem): Group[] {
  const found = new Map<string, Group>();
  for (const { equation, context } of t.derivation.uses ?? []) {
    const f = equation.conclusion;
    if (f.kind !== 'equal') continue;
    for (const m of context.monomials) {
      const single = termOf(
        new Map([['', { coefficient: m.coefficient, monomial: m, sign: 1n as const }]]),
        context.shape,
      );
      const at = (x: Term): Term => substitute(single, hole, { kind: 'term', term: x });
      const change = add(at(f.right), scale(negative(one), at(f.left)));
      const key = `${write(f)} ${m.coefficient.num > 0n}`;
      const before = found.get(key);
      found.set(key, {
        equation,
        change: before ? add(before.change, change) : change,
        context: before ? null : single,
      });
    }
  }
  return [...found.values()];
}

interface State {
  readonly term: Term;
  readonly by: Group;
}

/** An order of the uses in which the left side becomes the right side and never grows much. */
function route(left: Term, right: Term, uses: readonly Group[]): State[] | null {
  const bound = Math.max(left.monomials.length, right.monomials.length) + 1;
  let state = tidy(left);
  const rest = new Set(uses);
  const states: State[] = [];
  while (rest.size > 0) {
    const next = [...rest]
      .map((by) => ({ by, term: tidy(add(state, by.change)) }))
      .toSorted((a, b) => a.term.monomials.length - b.term.monomials.length)[0];
    if (next === undefined || next.term.monomials.length > bound) return null;
    rest.delete(next.by);
    states.push(next);
    state = next.term;
  }
  return difference(state, right, none).size === 0 ? states : null;
}

/** Moves subtracted terms to the other side: X + Y - Z = 0 becomes X + Y = Z. */
function balanced(left: Term, right: Term): [Term, Term] {
  if (right.monomials.length > 0 || left.monomials.length < 2) return [left, right];
  const isAdded = (m: Monomial): boolean => m.coefficient.num > 0n;
  const added = left.monomials.filter(isAdded);
  const taken = left.monomials.filter((m) => !isAdded(m));
  if (added.length === 0 || taken.length === 0) return [left, right];
  const sum = (list: readonly Monomial[]): Term =>
    termOf(
      new Map(
        list.map((m, i) => [
          `${i}`,
          { coefficient: m.coefficient, monomial: m, sign: 1n as const },
        ]),
      ),
      left.shape,
    );
  return [sum(added), scale(negative(one), sum(taken))];
}

/** Is a text a product on its own, or nothing? A sum, or a part of a call, is not. */
const isFactor = (text: string): boolean =>
  !text.includes('[') && isBalanced(text) && summands(text).length <= 1;

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** How an equation was used inside a product: `by v' on the left`. */
function multiplied(context: Term | null, say: Teller): string {
  if (context === null || context.shape.length > 2) return '';
  const text = safely(() => termWords(context, say.names))?.replace(/^-/, '') ?? '';
  if (/^(?:[\d/]+ )?tr\((?:[^()]* )?□(?: [^()]*)?\)(?:\/\w+)?$/.test(text))
    return 'and taking traces';
  const found = /^([^□]*)□(| [^□]*)$/.exec(text);
  if (found === null) return '';
  const [left, right] = [found[1]?.trim() ?? '', found[2]?.trim() ?? ''];
  if (!isFactor(left) || !isFactor(right) || (left === '' && right === '')) return '';
  if (/^[\d/]+$/.test(left)) return `by ${left}`;
  const on = [
    left === '' ? '' : `by ${left} on the left`,
    right === '' ? '' : `by ${right} on the right`,
  ];
  return on.filter((x) => x !== '').join(' and ');
}

const safely = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch (error) {
    if (error instanceof NeedsIndices || error instanceof KernelError) return null;
    throw error;
  }
};

/** The reasons of one group: a line that is referred to says how it was used. */
function reasonsOf(g: Group, say: Teller): string[] {
  const { rule } = g.equation.derivation;
  // a value read off a line that says something else was not multiplied there
  const how = rule in phrases && rule !== 'assume' ? '' : multiplied(g.context, say);
  return say
    .because(g.equation)
    .map((r) => (how !== '' && /^\{\d+\}$/.test(r) ? `${r.slice(0, -1)}|${how}}` : r));
}

export function equation(t: Theorem, say: Teller): void {
  const f = t.conclusion;
  if (f.kind !== 'equal') return;
  const uses = groups(t);
  const told = uses.filter((g) => !isIdentity(say.words(g.equation.conclusion)));
  const symmetries = t.derivation.from.filter(
    (p) => !(t.derivation.uses ?? []).some((u) => u.equation === p),
  );
  const about = (): string[] => symmetries.flatMap((p) => say.because(p));
  const [left, right] = balanced(f.left, f.right);
  const states = told.length < 2 || told.length > 8 ? null : safely(() => route(left, right, uses));
  const reasons = new Map(uses.map((g) => [g, told.includes(g) ? reasonsOf(g, say) : []]));
  const all = [...uses.flatMap((g) => reasons.get(g) ?? []), ...about()];
  if (states === null || say.isOwn(f)) {
    if (left === f.left || say.isOwn(f)) say.state(t, all);
    else say.stateAs(t, say.words(equal(left, right)), all);
    return;
  }
  say.chain(
    t,
    left,
    states.map((s, i) => ({
      term: i === states.length - 1 ? right : s.term,
      reasons: [...(reasons.get(s.by) ?? []), ...(i === states.length - 1 ? about() : [])],
    })),
    mostLinks,
  );
}

/** Both sides have one normal form; of products, the sum of entries that they are. */
export function byRing(t: Theorem, say: Teller): void {
  const f = t.conclusion;
  const text = f.kind === 'equal' ? spelled(f.left, say) : null;
  say.state(t, [text === null ? 'by ring' : `since both sides are ${text}`]);
}

const longest = 84;

/** A product of two or three factors with all its sums; null of anything longer. */
function spelled(t: Term, say: Teller): string | null {
  const [m, ...more] = t.monomials;
  if (m === undefined || more.length > 0 || t.shape.length > 0) return null;
  if (m.factors.length < 2 || m.factors.some((f) => f.head.kind !== 'variable')) return null;
  const text = safely(() => termWords(t, { ...say.names, spelled: true }));
  return text !== null && text.length <= longest ? text : null;
}
