/** What every rule is given and what it answers. */
import { bindsName, isFree, key, type Bound, type Formula } from './formula.ts';
import { text } from './formula-text.ts';
import { demand, refuse, type Q } from './rational.ts';
import type { Replacement } from './substitution.ts';
import type { DocumentMeans } from './means/document-means.ts';
import type { Given } from './read.ts';
import type { Sameness } from './same.ts';
import type { Term } from './term.ts';

/** A checked step: its hypotheses by their keys. */
export interface Sequent {
  readonly hypotheses: ReadonlyMap<string, Formula>;
  readonly conclusion: Formula;
  readonly axioms: ReadonlySet<string>;
}
export interface Outcome {
  readonly conclusion: Formula;
  /** `drop[i]` no longer is a hypothesis of the i-th premise. */
  readonly drop?: readonly (Formula | undefined)[];
  readonly extra?: readonly Formula[];
  /** In place of the premises' hypotheses. */
  readonly instead?: readonly Formula[];
  readonly axioms?: readonly string[];
}

type Kind<K extends Formula['kind']> = Formula & { readonly kind: K };
export class Application {
  readonly from: readonly Sequent[];
  readonly given: readonly Given[];
  readonly uses: readonly Term[];
  readonly goal: Formula;
  readonly sameness: Sameness;
  readonly means: DocumentMeans;

  constructor(
    from: readonly Sequent[],
    given: readonly Given[],
    uses: readonly Term[],
    goal: Formula,
    sameness: Sameness,
    means: DocumentMeans,
  ) {
    [this.from, this.given, this.uses, this.goal] = [from, given, uses, goal];
    [this.sameness, this.means] = [sameness, means];
  }
  same(a: Formula, b: Formula, why: string): void {
    if (key(a, this.sameness) !== key(b, this.sameness))
      refuse(`${why}: ${text(a)} is not ${text(b)}`);
  }
  sequent(i: number): Sequent {
    return this.from[i] ?? refuse(`premise ${i + 1} is missing`);
  }
  /** The i-th premise's conclusion, of a kind that is wanted. */
  premise<K extends Formula['kind']>(i: number, ...kinds: readonly K[]): Kind<K> {
    return ofKind(this.sequent(i).conclusion, ...kinds);
  }
  any(i: number): Formula {
    return this.sequent(i).conclusion;
  }
  term(i: number): Term {
    return termOf(this.given[i]);
  }
  formula(i: number): Formula {
    const g = this.given[i];
    return typeof g === 'object' && 'kind' in g && g.kind !== 'tensor' && g.kind !== 'function'
      ? (g as Formula)
      : refuse('a statement is wanted');
  }
  text(i: number): string {
    const g = this.given[i];
    return typeof g === 'string' ? g : refuse('a text is wanted');
  }
  number(i: number): number {
    const g = this.given[i];
    return typeof g === 'number' ? g : refuse('a number is wanted');
  }
  bound(i: number): Bound {
    const g = this.given[i];
    return typeof g === 'object' && 'kind' in g && (g.kind === 'tensor' || g.kind === 'function')
      ? g
      : refuse('a bound name is wanted');
  }
  replacement(i: number): Replacement {
    const g = this.given[i];
    return typeof g === 'object' && 'body' in g && 'x' in g
      ? (g as Replacement)
      : refuse('a replacement is wanted');
  }
  /** As many premises and given values as the rule takes. */
  takes(premises: number, given: number): void {
    demand(
      this.from.length === premises,
      `${premises} premises are wanted, not ${this.from.length}`,
    );
    demand(
      this.given.length === given,
      `${given} given values are wanted, not ${this.given.length}`,
    );
  }
  /**
   * Refuses where the name is free in a hypothesis of the i-th premise, but for the one that is
   * dropped.
   */
  closed(name: string, i: number, dropped?: Formula): void {
    const gone = dropped && key(dropped, this.sameness);
    for (const [k, h] of this.sequent(i).hypotheses)
      demand(k === gone || !isFree(name, h), `${name} is free in a hypothesis`);
  }
}

export const ofKind = <K extends Formula['kind']>(f: Formula, ...kinds: readonly K[]): Kind<K> =>
  kinds.includes(f.kind as K)
    ? (f as Kind<K>)
    : refuse(`a statement of kind ${kinds.join(' or ')} is wanted, not ${f.kind}`);
export const termOf = (g: Given | undefined): Term =>
  typeof g === 'object' && 'sum' in g ? (g as Term) : refuse('a term is wanted');
export const listOf = (g: Given | undefined): readonly Given[] =>
  Array.isArray(g) ? (g as readonly Given[]) : refuse('a list is wanted');
export const textOf = (g: Given | undefined): string =>
  typeof g === 'string' ? g : refuse('a text is wanted');
export const ratioOf = (g: Given | undefined): Q =>
  typeof g === 'object' && 'n' in g ? (g as Q) : refuse('a fraction is wanted');
export type Rule = (a: Application) => Outcome;
export { bindsName };
