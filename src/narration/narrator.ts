/** Walks a derivation and says each theorem that says something once, premises first. */
import type { Bound, Formula } from '../kernel/formula.ts';
import type { Dim, Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import type { Claim } from '../language/index.ts';
import { boundWords, formulaWords, sidesWords } from './formula-words.ts';
import type { Link, Own } from './own-words.ts';
import { isIdentity } from './identity.ts';
import { byKernel } from './kernels.ts';
import { Suppositions } from './suppositions.ts';
import { equationSides, isOfNumbers, workedOut } from './statement-texts.ts';
import { phrases } from './phrases.ts';
import { Place } from './place.ts';
import { applied, direct, isPlace, isSameAgain, type Applied } from './restated.ts';
import { chainSteps, readableLinks, withReasons } from './chain-links.ts';
import { readableIn } from './readable.ts';
import type { Running } from './sequences.ts';
import { Script } from './script.ts';
import { signsBehind } from './signs.ts';
import type { Pending, Teller, TermLink } from './teller.ts';
import { anyRule, templates } from './templates.ts';
import { termWords, type Words } from './term-words.ts';

/** What stands in the place of a statement where none is left. */
const absurd = 'a contradiction';
/** Rules that end a part of a proof: their result is stated after it. */
const concluding = new Set(['contradiction', 'classical', 'cases']);
/** Longest term in a chain: a chain of longer ones is one equation. */
const longestLink = 90;
/** Columns for an equation on one line, with a left side of at most 30. */
const widest = 66;
/** Longest statement that is named inside a reason. */
const shortest = 48;

export class Narrator implements Teller {
  readonly script = new Script();
  readonly place: Place;
  readonly pending = new Map<string, Pending>();
  private readonly own: Own;
  /** Theorems without a line, by the reasons that they rest on. */
  private readonly passed = new Map<Theorem, readonly string[]>();
  /** The lines of what was stated here, by their text. */
  private texts = new Map<string, number>();
  private readonly said = new Map<Theorem, number>();
  private readonly suppositions = new Suppositions();
  private last: { text: string; id: number } | null = null;

  constructor(claim: Claim, names: Words & { readonly running: Running }, own: Own) {
    this.place = new Place(names, readableIn(claim));
    this.own = own;
  }

  get names(): Words {
    return this.place.words;
  }
  words(f: Formula): string {
    const own = (g: Formula): string | undefined => this.own.text(g);
    return own(f) ?? formulaWords(this.place.named(f), this.names, own);
  }
  term(t: Term): string {
    return termWords(this.place.namedTerm(t), this.names);
  }
  silence(f: Formula): void {
    this.suppositions.silence(f);
  }
  given(f: Formula, reasons: readonly string[]): void {
    this.suppositions.give(f, reasons);
  }
  pass(t: Theorem, reasons: readonly string[]): void {
    this.passed.set(t, [...new Set(reasons)]);
  }
  hypothesis(f: Formula): string | undefined {
    if (this.suppositions.isSilent(f) || isPlace(f)) return '';
    return this.supposed(f) !== undefined ? undefined : this.own.hypothesis(f);
  }
  supposed(f: Formula): number | undefined {
    return this.suppositions.line(f);
  }
  same = (t: Theorem, u: Theorem): boolean =>
    t === u || this.words(t.conclusion) === this.words(u.conclusion);

  because(t: Theorem): string[] {
    const id = this.said.get(t);
    if (id !== undefined) return [`{${id}}`];
    const passed = this.passed.get(t);
    if (passed !== undefined) return [...passed];
    if (isPlace(t.conclusion)) return [];
    const { rule, from } = t.derivation;
    const known = rule === 'assume' ? this.suppositions.reasons(t.conclusion) : undefined;
    if (known !== undefined) return [...known];
    const straight = direct(t);
    if (straight !== t) return this.because(straight);
    const lemma = applied(t);
    if (lemma !== null) return this.because(this.supposeGiven(lemma));
    const phrase = phrases[rule];
    if (phrase) return phrase(t, this);
    const signs = this.bySigns(t);
    if (signs !== null) return signs;
    const [only] = from;
    if (only !== undefined && isSameAgain(t)) return this.because(only);
    const text = this.words(t.conclusion);
    if (isIdentity(text)) return from.flatMap((p) => this.because(p));
    if (from.length === 0 && text.length <= shortest && this.place.reads(text))
      return [`since ${text}`];
    this.tell(t);
    if (concluding.has(rule)) this.conclude(t);
    const told = this.said.get(t);
    return told === undefined ? [...(this.passed.get(t) ?? [])] : [`{${told}}`];
  }

  tell(t: Theorem): void {
    if (this.script.full) return;
    const id = this.said.get(t);
    if (id !== undefined) return this.last?.id === id ? undefined : this.state(t, [`{${id}}`]);
    const { rule } = t.derivation;
    const lemma = applied(t);
    if (lemma !== null) return this.tell(this.supposeGiven(lemma));
    const reasons = phrases[rule]?.(t, this) ?? this.bySigns(t);
    if (reasons !== null) this.state(t, reasons);
    else if (!byKernel(t, this)) (templates[rule] ?? anyRule)(t, this);
    if (!this.said.has(t) && !this.passed.has(t) && this.last !== null)
      this.said.set(t, this.last.id);
  }

  /** The reasons of a sign that a reader sees, `since a is positive`; null of anything else. */
  private bySigns(t: Theorem): string[] | null {
    const behind = signsBehind(t);
    return behind === null ? null : behind.flatMap((s) => this.because(s));
  }

  state(t: Theorem, given: readonly string[]): void {
    const text = this.words(t.conclusion);
    // a fact that states just this needs its name alone
    const said = given.map((r) => r.replace(` (${text})`, ''));
    const others = said.filter((r) => r !== `since ${text}`);
    const own = others.length === 0 && !this.isOwn(t.conclusion) ? said : others;
    const reasons = own.length === 0 && / = /.test(text) ? [workedOut(t)] : own;
    const links = this.readLinks(t);
    if (isIdentity(text) && links.length === 0) return;
    const isBare = links.length === 0 && reasons.join() === `since ${text}`;
    if (isBare) return this.pass(t, reasons);
    if (links.length === 0 && (isOfNumbers(text) || !this.place.reads(text))) {
      this.pass(t, reasons);
      return;
    }
    const again = this.last?.text === text ? this.last.id : this.texts.get(text);
    if (again !== undefined) {
      this.said.set(t, again);
      return;
    }
    let id = -1;
    if (links.length === 0) id = this.script.statement(text, [...reasons, ...this.workedOut(t)]);
    else
      withReasons(links, reasons).forEach((link, i) => {
        if (i === 0) id = this.script.statement(link.text, link.reasons);
        else this.script.link(link.text, link.reasons);
      });
    this.said.set(t, id);
    this.last = { text, id };
    this.texts.set(text, id);
  }

  /** Lines for what derivatives and means are equal to in a statement; references to them. */
  private workedOut(t: Theorem): string[] {
    return this.own
      .worked(t.conclusion, this.names)
      .filter(({ text }) => this.place.reads(text))
      .map((link) => `{${this.script.statement(link.text, link.reasons)}}`);
  }

  /** The claim's own chain; links that have no words in the language are left out. */
  private readLinks(t: Theorem): Link[] {
    const links = this.own.links(t.conclusion, this.names);
    const whole = links[0]?.text ?? '';
    const left = whole.split(' = ')[0] ?? whole;
    return readableLinks(links, (text) => this.place.reads(`${left} = ${text}`));
  }

  stateAs(t: Theorem, text: string, reasons: readonly string[]): void {
    if (isIdentity(text)) return;
    if (isOfNumbers(text) || !this.place.reads(text)) {
      this.pass(t, reasons);
      return;
    }
    const again = this.last?.text === text ? this.last.id : this.texts.get(text);
    const id = again ?? this.script.statement(text, reasons);
    if (again === undefined) this.last = { text, id };
    this.texts.set(text, id);
    this.said.set(t, id);
  }

  isOwn(f: Formula): boolean {
    return this.own.links(f, this.names).length > 0;
  }

  chain(t: Theorem, first: Term, links: readonly TermLink[], most: number): void {
    const last = links.at(-1)?.term ?? first;
    const whole = this.own.text(t.conclusion);
    const sides = equationSides(whole);
    const { left, right, forAll } = sidesWords(
      this.place.namedTerm(first),
      this.place.namedTerm(last),
      this.names,
    );
    const reasons = links.flatMap((l) => l.reasons);
    if (forAll !== '') return this.state(t, reasons);
    const [from, to] = sides ?? [left, right];
    const texts = links.map((link, i) => (i === links.length - 1 ? to : this.term(link.term)));
    const steps = chainSteps(from, texts, links, (text) => this.place.reads(`${from} = ${text}`));
    const isLong = steps.some((s) => s.text.length > longestLink);
    if (steps.length < 2 || steps.length > most || isLong)
      return this.stateAs(t, whole ?? `${left} = ${right}`, reasons);
    const id = this.script.chain(from, steps, from.length <= 30 ? widest : 0);
    this.last = { text: `${from} = ${to}`, id };
    this.texts.set(this.last.text, id);
    this.said.set(t, id);
  }

  take(bounds: readonly Bound[], such: Formula, reasons: readonly string[]): boolean {
    // the same object again is the one that was taken
    const isNew = bounds.some((b) => b.kind === 'tensor' && !this.place.knows(b.name, b.shape));
    if (this.supposed(such) !== undefined && !isNew) return true;
    const before = this.place.saved;
    const taken = bounds.map((b) =>
      b.kind === 'tensor' ? boundWords({ ...b, name: this.bring(b.name, b.shape) }) : boundWords(b),
    );
    const statement = this.words(such);
    if (!this.place.reads(statement)) {
      this.place.restore(before);
      return false;
    }
    const text = `Take ${taken.join(' and ')} such that ${statement}`;
    const id = this.last?.text === text ? this.last.id : this.script.statement(text, reasons);
    this.suppositions.add(such, id);
    this.last = { text, id };
    return true;
  }

  contradiction(reasons: readonly string[]): void {
    if (this.last?.text === absurd) return;
    const id = this.script.statement('This is a contradiction', reasons);
    this.last = { text: absurd, id };
  }

  bring(name: string, shape: readonly Dim[]): string {
    const own = this.place.bring(name, shape);
    const word = new RegExp(`(?<![\\w.])${own}(?![\\w.])`);
    for (const text of this.texts.keys()) if (word.test(text)) this.texts.delete(text);
    return own;
  }

  private supposeGiven({ body, given, terms }: Applied): Theorem {
    for (const { name, term } of terms) this.place.mean(name, term);
    for (const { supposed, by } of given) this.given(supposed, this.because(by));
    return body;
  }

  /** Says what a part has come to, where its last line does not. */
  private conclude(t: Theorem): void {
    const text = this.words(t.conclusion);
    if (t.conclusion.kind === 'false' || this.last?.text === text || this.passed.has(t)) return;
    if (!this.place.reads(text)) {
      this.pass(t, this.last === null ? [] : [`{${this.last.id}}`]);
      return;
    }
    const id = this.script.statement(text, []);
    this.last = { text, id };
    this.said.set(t, id);
  }

  suppose(heading: (words: string) => string, f: Formula, tell: () => void): boolean {
    const words = this.words(f);
    if (!this.place.reads(words)) return false;
    const { saved } = this.place;
    const text = heading(words);
    const id = this.script.supposition(text);
    this.suppositions.within(() => {
      this.suppositions.add(f, id);
      this.last = { text, id };
      this.part(tell);
    });
    this.place.restore(saved);
    return true;
  }

  part(tell: () => void): void {
    const texts = new Map(this.texts);
    this.script.indented(tell);
    this.texts = texts;
  }

  block(heading: string, tell: () => void): void {
    const { saved } = this.place;
    this.script.heading(heading);
    this.part(tell);
    this.place.restore(saved);
  }
}
