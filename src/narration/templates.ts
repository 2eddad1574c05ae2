/** One template for each rule whose theorem gets lines of its own. */
import { boundName, not, write, type Bound, type Formula } from '../kernel/formula.ts';
import { bareHead } from '../kernel/graph.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { plainDim, plainName } from './factor-words.ts';
import { absurdity, certificate } from './certificate.ts';
import { coordinateOf } from './formula-words.ts';
import { byEigenvalues } from './spectral-words.ts';
import { byRing, equation } from './equations.ts';
import { direct } from './restated.ts';
import { restsOn } from './rests-on.ts';
import type { Teller } from './teller.ts';

type Template = (t: Theorem, say: Teller) => void;

const premise = (t: Theorem, k: number): Theorem => t.derivation.from[k] as Theorem;
const given = <T>(t: Theorem, k: number): T => t.derivation.given[k] as T;

/** The premises named, then the statement. */
const plainly: Template = (t, say) =>
  say.state(
    t,
    t.derivation.from.flatMap((p) => say.because(p)),
  );
const withWords =
  (...words: readonly string[]): Template =>
  (t, say) =>
    say.state(t, [...t.derivation.from.flatMap((p) => say.because(p)), ...words]);
const through: Template = (t, say) => say.tell(premise(t, 0));

const spaceWords = (shape: readonly string[]): string => {
  const sizes = shape.map(plainDim);
  if (sizes.length === 0) return 'R';
  return `R^${sizes.length > 1 || /\+/.test(sizes[0] ?? '') ? `(${sizes.join('×')})` : sizes[0]}`;
};

/** Brings in what is arbitrary, and says so. */
function letBe(b: Bound, say: Teller): void {
  // a function that a fact binds is any function
  if (b.kind === 'function') return;
  const isHere = say.place.knows(b.name, b.shape);
  const name = say.bring(b.name, b.shape);
  if (!isHere) say.script.heading(`Let ${name} be in ${spaceWords(b.shape)}.`);
}

/** What follows from a supposition, or in a case; named by its reasons where it cannot be said. */
function under(heading: (words: string) => string, f: Formula, t: Theorem, say: Teller): boolean {
  const isSaid = say.suppose(heading, f, () => say.tell(t));
  if (!isSaid) say.pass(t, restsOn(t, say));
  return isSaid;
}

/** What holds at each place of a vector, under the letter of an index. */
function atEachPlace(t: Theorem, say: Teller): boolean {
  const found = coordinateOf(t.conclusion);
  const inner = premise(t, 0);
  if (found === null || inner.derivation.rule !== 'discharge') return false;
  const { saved } = say.place;
  const letter = say.place.bringCoordinate(found.name, found.dim);
  const { saved: inside } = say.place;
  say.place.restore(saved);
  say.block(`Let ${letter} be in 1..${plainDim(found.dim)}.`, () => {
    say.place.restore(inside);
    say.silence(given<Formula>(inner, 0));
    say.tell(premise(inner, 0));
  });
  return true;
}

/** A part with a heading, nothing supposed. */
function part(heading: string, t: Theorem, say: Teller): void {
  say.script.heading(heading);
  const before = say.script.lines.length;
  say.part(() => say.tell(t));
  if (say.script.lines.length > before || !heading.startsWith('Base')) return;
  const value = / = (.*)$/.exec(say.words(t.conclusion))?.[1];
  say.script.headingAgain(`${heading} both sides are ${value ?? 'the same'}.`);
}

const isEquivalence = (f: Formula): boolean =>
  f.kind === 'and' &&
  f.left.kind === 'implies' &&
  f.right.kind === 'implies' &&
  write(f.left.left) === write(f.right.right) &&
  write(f.left.right) === write(f.right.left);

/** Is it proved by nothing but having been supposed? */
const isSupposed = (t: Theorem): boolean => t.derivation.rule === 'assume';

/** Under a supposition; the whole is named by its reasons where that cannot be said. */
function suppose(f: Formula, inner: Theorem, t: Theorem, say: Teller): void {
  if (!under((words) => `Suppose ${words}.`, f, inner, say)) say.state(t, restsOn(t, say));
}

/** Is a term a name alone? */
const isBare = (t: Term): boolean => bareHead(t)?.kind === 'variable';

export const templates: Readonly<Record<string, Template>> = {
  ring: byRing,
  linear: equation,
  order: certificate,
  squares: (t, say) => {
    const reasons = say.because(premise(t, 0));
    say.state(t, [...reasons, 'since a sum of squares is 0 only if each is']);
  },
  discharge: (t, say) => suppose(given<Formula>(t, 0), premise(t, 0), t, say),
  generalise: (t, say) => {
    if (atEachPlace(t, say)) return say.state(t, ['by taking all entries']);
    letBe(given<Bound>(t, 0), say);
    say.tell(premise(t, 0));
  },
  and: (t, say) => {
    if (isEquivalence(t.conclusion)) {
      part('=>', premise(t, 0), say);
      part('<=', premise(t, 1), say);
      return;
    }
    say.tell(premise(t, 0));
    say.tell(premise(t, 1));
  },
  or: (t, say) => say.tell(premise(t, 0)),
  cases: (t, say) => {
    const [either, left, right] = t.derivation.from as [Theorem, Theorem, Theorem];
    const f = either.conclusion;
    if (f.kind !== 'or') return;
    if (!['comparable', 'fact'].includes(either.derivation.rule)) say.tell(either);
    // where one case is the statement itself, the other is all that there is to show
    const not = (words: string): string => `Suppose not, so ${words}.`;
    const one = (words: string): string => `Case ${words}:`;
    const isSaid = isSupposed(left)
      ? under(not, f.right, right, say)
      : isSupposed(right)
        ? under(not, f.left, left, say)
        : under(one, f.left, left, say) && under(one, f.right, right, say);
    if (!isSaid) say.state(t, restsOn(t, say));
  },
  classical: (t, say) => {
    const f = not(given<Formula>(t, 0));
    const body = premise(t, 0);
    // where the case excludes it already, nothing new is supposed
    if (!body.hypotheses.some((h) => write(h) === write(f))) return say.tell(body);
    suppose(f, body, t, say);
  },
  contradiction: (t, say) => suppose(given<Formula>(t, 0), premise(t, 0), t, say),
  explode: (t, say) =>
    say.contradiction([...say.because(premise(t, 0)), ...say.because(premise(t, 1))]),
  asymmetry: (t, say) => {
    const inner = premise(t, 0);
    if (inner.derivation.rule === 'order') return say.contradiction(absurdity(inner, say));
    say.contradiction(
      inner.derivation.from.length === 0
        ? say.because(inner)
        : [...new Set(inner.derivation.from)].flatMap((p) => say.because(p)),
    );
  },
  comparable: () => {},
  unpack: (t, say) => {
    const [found, body] = t.derivation.from as [Theorem, Theorem];
    const existence = direct(found);
    const f = existence.conclusion;
    if (f.kind !== 'exists') return;
    // an object that was given just before needs no second name
    if (existence.derivation.rule === 'instance' && f.bound.kind === 'tensor') {
      const such = premise(existence, 0);
      say.place.mean(f.bound.name, given<Term>(existence, 1));
      const reasons = say.because(such);
      say.given(f.body, reasons);
      return say.tell(body);
    }
    if (byEigenvalues(t, existence, say)) return;
    const waiting = say.pending.get(write(f));
    const bounds = [...(waiting?.bounds ?? []), f.bound];
    const own = waiting?.reasons ?? say.because(existence);
    const statement = say.words(f);
    const reasons = own.map((r) => r.replace(` (${statement})`, ''));
    // an object of an object: both are taken at once
    if (f.body.kind === 'exists') say.pending.set(write(f.body), { bounds, reasons });
    else if (!say.take(bounds, f.body, reasons)) {
      say.state(t, restsOn(t, say));
      return;
    }
    say.tell(body);
  },
  instance: (t, say) => {
    if (premise(t, 0).derivation.rule === 'assume' && isBare(given<Term>(t, 1)))
      return say.tell(premise(t, 0));
    const claim = given<Formula>(t, 0);
    const name = claim.kind === 'exists' ? plainName(boundName(claim.bound)) : 'it';
    const term = say.term(given<Term>(t, 1));
    if (term !== name && say.place.reads(`${term} = ${term}`))
      say.script.heading(`Take ${name} = ${term}.`);
    say.tell(premise(t, 0));
  },
  'over a range': (t, say) => {
    const [index, , to] = t.derivation.given as [string, string, string];
    const name = say.place.nameIndex(index);
    const end = plainDim(to);
    say.block(`Let ${name} be in 1..${end}.`, () => {
      say.place.range(name, end);
      say.tell(premise(t, 0));
    });
    say.state(t, []);
  },
  induction: (t, say) => {
    const goal = given<Formula>(t, 0);
    if (goal.kind !== 'each') return;
    const { saved } = say.place;
    const name = say.place.nameIndex(goal.index);
    const end = plainDim(goal.to);
    const named = say.place.saved;
    say.place.range(name, end);
    const body = say.words(goal.body);
    if (!say.place.reads(body)) {
      say.place.restore(saved);
      return say.pass(t, ['by induction over the layers', ...restsOn(t, say)]);
    }
    say.place.restore(named);
    say.script.heading(`By induction on ${name} in ${goal.from}..${end}: ${body}.`);
    part(`Base, ${name} = ${goal.from}:`, premise(t, 0), say);
    part(`Step, from ${name} to ${name}+1:`, premise(t, 1), say);
    say.place.restore(saved);
    say.pass(t, ['by the induction']);
  },
  antisymmetry: withWords('since both <= hold'),
  replace: (t, say) => {
    const [equal, before] = t.derivation.from as [Theorem, Theorem];
    const reasons = say.because(before);
    say.tell(equal);
    say.state(t, [...reasons, ...say.because(equal)]);
  },
  differentiate: (t, say) => {
    const [name, shape] = [given<string>(t, 0), given<readonly string[]>(t, 1)];
    // a name that the claim does not have is any vector
    if (!say.names.taken.has(plainName(name))) letBe({ kind: 'tensor', name, shape }, say);
    say.state(t, [
      ...say.because(premise(t, 0)),
      `by differentiating both sides by ${plainName(name)}`,
    ]);
  },
  'sum over the basis': withWords('by summing over the standard basis'),
  'at each of the basis': (t, say) => {
    if (premise(t, 0).derivation.rule === 'generalise' && atEachPlace(premise(t, 0), say))
      return say.state(t, ['by taking all entries']);
    say.state(t, [...say.because(premise(t, 0)), 'by taking each vector of the standard basis']);
  },
  'rank of the identity': withWords('by the rank of I, which factors through fewer dimensions'),
  'one-sided inverse': withWords('since a one-sided inverse of a square matrix is two-sided'),
  'rank by kernels': withWords('since equal kernels give equal ranks'),
  weak: through,
};

/** For a rule without a template: its statement, and what it rests on. */
export const anyRule: Template = plainly;
