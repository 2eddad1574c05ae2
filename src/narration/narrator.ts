/** Walks a derivation and says each theorem that says something once, premises first. */
import { write, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { isRestated } from './certificate.ts';
import { formulaWords, sidesWords } from './formula-words.ts';
import type { Own } from './own-words.ts';
import { isIdentity } from './identity.ts';
import { phrases } from './phrases.ts';
import { Script } from './script.ts';
import type { Teller, TermLink } from './teller.ts';
import { anyRule, templates } from './templates.ts';
import { termWords, type Words } from './term-words.ts';

/** What stands in the place of a statement where none is left. */
const absurd = 'a contradiction';
/** Rules that end a part of a proof: their result is stated after it. */
const concluding = new Set(['contradiction', 'classical', 'cases']);
/** Longest term in a chain: a chain of longer ones is one equation. */
const longestLink = 90;
/** Columns for an equation on one line. */
const widest = 66;
/** Longest statement that is named inside a reason. */
const shortest = 48;

export class Narrator implements Teller {
  readonly script = new Script();
  readonly names: Words;
  private readonly own: Own;
  private readonly said = new Map<Theorem, number>();
  private readonly suppositions = new Map<string, number>();
  private last: { text: string; id: number } | null = null;

  constructor(names: Words, own: Own) {
    this.names = names;
    this.own = own;
  }

  words(f: Formula): string {
    return formulaWords(f, this.names, (g) => this.own.text(g));
  }
  term(t: Parameters<Teller['term']>[0]): string {
    return termWords(t, this.names);
  }
  hypothesis(f: Formula): string | undefined {
    return this.suppositions.has(write(f)) ? undefined : this.own.hypothesis(f);
  }
  supposed(f: Formula): number | undefined {
    return this.suppositions.get(write(f));
  }
  same(t: Theorem, u: Theorem): boolean {
    return t === u || this.words(t.conclusion) === this.words(u.conclusion);
  }

  because(t: Theorem): string[] {
    const id = this.said.get(t);
    if (id !== undefined) return [`{${id}}`];
    const { rule, from } = t.derivation;
    const phrase = phrases[rule];
    if (phrase) return phrase(t, this);
    const [only] = from;
    if (only !== undefined && isSameAgain(t)) return this.because(only);
    const text = this.words(t.conclusion);
    if (isIdentity(text)) return from.flatMap((p) => this.because(p));
    if (from.length === 0 && text.length <= shortest) return [`since ${text}`];
    this.tell(t);
    if (concluding.has(rule)) this.conclude(t);
    const told = this.said.get(t);
    return told === undefined ? [] : [`{${told}}`];
  }

  tell(t: Theorem): void {
    if (this.script.full) return;
    const id = this.said.get(t);
    if (id !== undefined) {
      if (this.last?.id !== id) this.state(t, [`{${id}}`]);
      return;
    }
    const { rule } = t.derivation;
    const phrase = phrases[rule];
    if (phrase) this.state(t, phrase(t, this));
    else (templates[rule] ?? anyRule)(t, this);
    if (!this.said.has(t) && this.last !== null) this.said.set(t, this.last.id);
  }

  state(t: Theorem, given: readonly string[]): void {
    const text = this.words(t.conclusion);
    // a fact that states just this needs its name alone
    const reasons = given.map((r) => r.replace(` (${text})`, ''));
    const links = this.own.links(t.conclusion, this.names);
    if (isIdentity(text) && links.length === 0) return;
    if (this.last !== null && this.last.text === text) {
      this.said.set(t, this.last.id);
      return;
    }
    let id = -1;
    if (links.length === 0) id = this.script.statement(text, reasons);
    else
      links.forEach((link, i) => {
        const why =
          i === links.length - 1
            ? [
                ...link.reasons,
                ...(link.reasons.length > 0 ? reasons.filter((r) => !isRing(r)) : reasons),
              ]
            : link.reasons;
        if (i === 0) id = this.script.statement(link.text, why);
        else this.script.link(link.text, why);
      });
    this.said.set(t, id);
    this.last = { text, id };
  }

  stateAs(t: Theorem, text: string, reasons: readonly string[]): void {
    if (isIdentity(text)) return;
    if (this.last?.text !== text) this.last = { text, id: this.script.statement(text, reasons) };
    this.said.set(t, this.last.id);
  }

  isOwn(f: Formula): boolean {
    return this.own.links(f, this.names).length > 0;
  }

  chain(t: Theorem, first: Term, links: readonly TermLink[], most: number): void {
    const last = links.at(-1)?.term ?? first;
    const whole = this.own.text(t.conclusion);
    const sides = equationSides(whole);
    const { left, right, forAll } = sidesWords(first, last, this.names);
    if (forAll !== '') {
      this.state(
        t,
        links.flatMap((l) => l.reasons),
      );
      return;
    }
    const [from, to] = sides ?? [left, right];
    const steps: { text: string; reasons: string[] }[] = [];
    let early: readonly string[] = [];
    for (const [i, link] of links.entries()) {
      const text = i === links.length - 1 ? to : this.term(link.term);
      const before = steps.at(-1);
      if (text === (before?.text ?? from) || before?.reasons.join() === link.reasons.join()) {
        if (before === undefined) early = [...early, ...link.reasons];
        else {
          before.text = text;
          before.reasons.push(...link.reasons);
        }
      } else {
        steps.push({ text, reasons: [...early, ...link.reasons] });
        early = [];
      }
    }
    // links that were joined may lead back to where the chain begins
    while (steps[0]?.text === from && steps[1] !== undefined)
      steps[1].reasons.unshift(...(steps.shift()?.reasons ?? []));
    const isLong = steps.some((s) => s.text.length > longestLink);
    if (steps.length < 2 || steps.length > most || isLong) {
      this.stateAs(
        t,
        whole ?? `${left} = ${right}`,
        links.flatMap((l) => l.reasons),
      );
      return;
    }
    const fits = from.length <= 30 && steps.every((s) => from.length + s.text.length <= widest);
    const pad = fits ? ' '.repeat(from.length) : '   ';
    const [head, ...rest] = steps;
    const id = fits
      ? this.script.statement(`${from} = ${head?.text ?? to}`, head?.reasons ?? [])
      : this.script.statement(from, []);
    for (const { text, reasons } of fits ? rest : steps)
      this.script.link(`${pad} = ${text}`, reasons);
    this.last = { text: `${from} = ${to}`, id };
    this.said.set(t, id);
  }

  take(text: string, such: Formula, reasons: readonly string[]): void {
    // the same object again is the one that was taken
    const known = this.suppositions.get(write(such));
    const again = known === undefined ? this.last : { text, id: known };
    const id = again?.text === text ? again.id : this.script.statement(text, reasons);
    this.supposeParts(such, id);
    this.last = { text, id };
  }

  contradiction(reasons: readonly string[]): void {
    if (this.last?.text === absurd) return;
    const id = this.script.statement('This is a contradiction', reasons);
    this.last = { text: absurd, id };
  }

  /** Says what a part has come to, where its last line does not. */
  private conclude(t: Theorem): void {
    const text = this.words(t.conclusion);
    if (t.conclusion.kind === 'false' || this.last?.text === text) return;
    const id = this.script.statement(text, []);
    this.last = { text, id };
    this.said.set(t, id);
  }

  suppose(heading: string, f: Formula, tell: () => void): void {
    const before = new Map(this.suppositions);
    const id = this.script.supposition(heading);
    this.supposeParts(f, id);
    this.last = { text: heading, id };
    this.script.indented(tell);
    this.suppositions.clear();
    for (const [key, at] of before) this.suppositions.set(key, at);
  }

  private supposeParts(f: Formula, id: number): void {
    this.suppositions.set(write(f), id);
    if (f.kind !== 'and') return;
    this.supposeParts(f.left, id);
    this.supposeParts(f.right, id);
  }
}

/** Working both sides out; not mentioned if there is another reason. */
const isRing = (reason: string): boolean =>
  reason === 'by ring' || reason.startsWith('since both sides are ');

/** The two sides of an equation that the claim writes; null of anything else. */
function equationSides(text: string | undefined): [string, string] | null {
  const sides = text?.split(' = ') ?? [];
  return sides.length === 2 ? [sides[0] as string, sides[1] as string] : null;
}

/** Does a theorem say what its one premise says, put another way round? */
function isSameAgain(t: Theorem): boolean {
  const { rule, from, uses } = t.derivation;
  if (rule === 'order') return isRestated(t);
  if (rule !== 'linear' || from.length !== 1 || uses === undefined) return false;
  const [m, ...more] = uses[0]?.context.monomials ?? [];
  return (
    uses.length === 1 &&
    more.length === 0 &&
    m !== undefined &&
    m.factors.length === 1 &&
    m.coefficient.den === 1n &&
    (m.coefficient.num === 1n || m.coefficient.num === -1n) &&
    Object.keys(m.powers).length === 0 &&
    new Set(m.free).size === m.free.length
  );
}
