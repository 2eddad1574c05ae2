/** One template for each rule whose theorem gets lines of its own. */
import { boundName, not, write, type Bound, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { plainName } from './factor-words.ts';
import { boundWords } from './formula-words.ts';
import { certificate } from './certificate.ts';
import { byRing, equation } from './equations.ts';
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

const letWords = (b: Bound): string => {
  if (b.kind === 'function') return `Let ${plainName(b.fn.name)} be any such function.`;
  const space =
    b.shape.length === 0 ? 'R' : `R^${b.shape.length > 1 ? `(${b.shape.join('×')})` : b.shape[0]}`;
  return `Let ${plainName(b.name)} be in ${space}.`;
};

/** What follows from a supposition, or in a case. */
const under = (heading: string, f: Formula, t: Theorem, say: Teller): void =>
  say.suppose(heading, f, () => say.tell(t));

/** A part with a heading, nothing supposed. */
function part(heading: string, t: Theorem, say: Teller): void {
  say.script.heading(heading);
  say.script.indented(() => say.tell(t));
}

const isEquivalence = (f: Formula): boolean =>
  f.kind === 'and' &&
  f.left.kind === 'implies' &&
  f.right.kind === 'implies' &&
  write(f.left.left) === write(f.right.right) &&
  write(f.left.right) === write(f.right.left);

/** Is it proved by nothing but having been supposed? */
const isSupposed = (t: Theorem): boolean => t.derivation.rule === 'assume';

const suppose = (f: Formula, t: Theorem, say: Teller): void =>
  under(`Suppose ${say.words(f)}.`, f, t, say);

export const templates: Readonly<Record<string, Template>> = {
  ring: byRing,
  linear: equation,
  order: certificate,
  squares: (t, say) => {
    const reasons = say.because(premise(t, 0));
    say.state(t, [...reasons, 'since a sum of squares is 0 only if each is']);
  },
  discharge: (t, say) => suppose(given<Formula>(t, 0), premise(t, 0), say),
  generalise: (t, say) => {
    say.script.heading(letWords(given<Bound>(t, 0)));
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
    if (isSupposed(left))
      return under(`Suppose not, so ${say.words(f.right)}.`, f.right, right, say);
    if (isSupposed(right)) return under(`Suppose not, so ${say.words(f.left)}.`, f.left, left, say);
    under(`Case ${say.words(f.left)}:`, f.left, left, say);
    under(`Case ${say.words(f.right)}:`, f.right, right, say);
  },
  classical: (t, say) => {
    const f = not(given<Formula>(t, 0));
    const body = premise(t, 0);
    // where the case excludes it already, nothing new is supposed
    if (!body.hypotheses.some((h) => write(h) === write(f))) return say.tell(body);
    suppose(f, body, say);
  },
  contradiction: (t, say) => suppose(given<Formula>(t, 0), premise(t, 0), say),
  explode: (t, say) =>
    say.contradiction([...say.because(premise(t, 0)), ...say.because(premise(t, 1))]),
  asymmetry: (t, say) => {
    const inner = premise(t, 0);
    say.contradiction(
      inner.derivation.from.length === 0
        ? say.because(inner)
        : [...new Set(inner.derivation.from)].flatMap((p) => say.because(p)),
    );
  },
  comparable: () => {},
  unpack: (t, say) => {
    const [existence, body] = t.derivation.from as [Theorem, Theorem];
    const f = existence.conclusion;
    if (f.kind !== 'exists') return;
    say.take(
      `Take ${boundWords(f.bound)} such that ${say.words(f.body)}`,
      f.body,
      say.because(existence),
    );
    say.tell(body);
  },
  instance: (t, say) => {
    const claim = given<Formula>(t, 0);
    const name = claim.kind === 'exists' ? plainName(boundName(claim.bound)) : 'it';
    const term = say.term(given<Term>(t, 1));
    if (term !== name) say.script.heading(`Take ${name} = ${term}.`);
    say.tell(premise(t, 0));
  },
  'over a range': (t, say) => {
    const [index, from, to] = t.derivation.given as [string, string, string];
    say.script.heading(`Let ${index} be in ${from}..${to}.`);
    say.tell(premise(t, 0));
  },
  induction: (t, say) => {
    const goal = given<Formula>(t, 0);
    if (goal.kind !== 'each') return;
    say.script.heading(`By induction on ${goal.index}: ${say.words(goal.body)}.`);
    part(`Base, ${goal.index} = ${goal.from}:`, premise(t, 0), say);
    part(`Step, from ${goal.index} to ${goal.index}+1:`, premise(t, 1), say);
  },
  antisymmetry: withWords('since both <= hold'),
  replace: plainly,
  differentiate: (t, say) => {
    const [name, shape] = [given<string>(t, 0), given<readonly string[]>(t, 1)];
    // a name that the claim does not have is any vector
    if (!say.names.taken.has(plainName(name)))
      say.script.headingOnce(letWords({ kind: 'tensor', name, shape: [...shape] } as Bound));
    say.state(t, [
      ...say.because(premise(t, 0)),
      `by differentiating both sides by ${plainName(name)}`,
    ]);
  },
  'sum over the basis': withWords('by summing over the standard basis'),
  'at each of the basis': withWords('by taking each vector of the standard basis'),
  'rank of the identity': withWords('by the rank of I, which factors through fewer dimensions'),
  'one-sided inverse': withWords('since a one-sided inverse of a square matrix is two-sided'),
  'rank by kernels': withWords('since equal kernels give equal ranks'),
  weak: through,
};

/** For a rule without a template: its statement, and what it rests on. */
export const anyRule: Template = plainly;
