/**
 * Checks the steps of one document about means. Each mean is computed again from the law and from
 * what is averaged. The document has its own names for means that stay functions: one reading of
 * these names has to fit all of its steps and the text of its claim.
 */
import { put, type Replacement } from '../substitution.ts';
import { parts } from '../dims.ts';
import { equal, key, putIn, type Formula } from '../formula.ts';
import { demand, Refusal, refuse } from '../rational.ts';
import type { MeanEntry } from './mean-entry.ts';
import { Sameness } from '../same.ts';
import { jet, variable, zeros, type Fn, type Head, type Term } from '../term.ts';
import { isMeanName } from './mean-symbols.ts';
import { mean } from './mean.ts';
import { MeanFunctions } from './mean-functions.ts';
import { covarianceOf, described } from './random.ts';
import { readAnew, termsOf } from './renamed-functions.ts';
import { readingsBetween } from './same-means.ts';

/** A step as the document states it (`said`), and as it is computed here (`own`). */
interface Told {
  readonly said: Formula;
  readonly own: Formula;
  /** A covariance that the step assumes to be psd, so symmetric. */
  readonly covariance: Term | null;
}
export type Anew = (f: Formula) => Formula;

interface Made {
  readonly functions: ReadonlySet<string>;
  readonly dims: ReadonlySet<string>;
}
const headsOf = (t: Term): Head[] => t.sum.flatMap((m) => m.factors.map((f) => f.head));
/** Does the term contain a mean that passes the test? */
const someMean = (t: Term, test: (fn: Fn) => boolean): boolean =>
  headsOf(t).some(
    (h) =>
      (h.kind === 'jet' && isMeanName(h.fn.name) && test(h.fn)) ||
      h.args.some((u) => someMean(u, test)),
  );

/** The function of a mean, with a name for each of its arguments. */
function bareMean(t: Term): { readonly fn: Fn; readonly places: readonly string[] } {
  const head = t.sum[0]?.factors[0]?.head;
  return head?.kind === 'jet' && isMeanName(head.fn.name) && headsOf(t).length === 1
    ? { fn: head.fn, places: head.args.map((_, k) => `$${k + 1}`) }
    : refuse('a definition of something that is not a mean');
}
/** A function of the document as the function here that has the same arguments in another order. */
function inOtherOrder(said: Term, own: Term, sameness: Sameness): Replacement | null {
  const [there, here] = [said, own].map((t) => t.sum[0]?.factors[0]?.head);
  if (there?.kind !== 'jet' || here?.kind !== 'jet' || there.params.length > 0) return null;
  const x = there.args.map((_, k) => `$u${k + 1}`);
  const args = here.args.map((a) => {
    const k = there.args.findIndex((b) => sameness.same(a, b));
    return k < 0 ? null : variable(x[k] as string, a.shape);
  });
  if (args.some((a) => a === null) || here.params.length > 0) return null;
  return { x, body: jet(here.fn, here.orders, args as Term[]) };
}
/** The functions and the dimensions that stand anywhere in a definition. */
function madeOf({ random, body, mean: named, value }: MeanEntry): Made {
  const [functions, dims] = [new Set<string>(), new Set<string>()];
  const add = (list: readonly (string | null)[]): void =>
    list.forEach((d) => d !== null && parts(d).names.forEach((n) => dims.add(n)));
  const visit = (t: Term): void => {
    add(t.shape);
    for (const m of t.sum) {
      add([...m.dims, ...m.powers.keys()]);
      for (const { head } of m.factors) {
        if (head.kind === 'jet') {
          functions.add(head.fn.name);
          add([...head.fn.family, ...head.fn.inputs, head.fn.output]);
        }
        head.args.forEach(visit);
      }
    }
  };
  [body, named, value, ...random.flatMap((x) => x.params)].forEach(visit);
  random.forEach((x) => add(x.shape));
  return { functions, dims };
}

/** A sameness under which these covariances may be turned around. */
export function turning(covariances: readonly Term[], sameness: Sameness): Sameness {
  const heads = covariances.flatMap(headsOf);
  return heads.length === 0
    ? sameness
    : new Sameness(sameness, new Map(heads.map((head) => [sameness.head(head), 1 as const])));
}
const isName = (t: Term): boolean =>
  t.sum.length === 1 &&
  t.sum[0]?.factors.length === 1 &&
  t.sum[0].factors[0]?.head.kind === 'variable';

export class DocumentMeans {
  readonly functions = new MeanFunctions();
  readonly #told: Told[] = [];
  /** The functions and dimensions in the definition of each mean of the document. */
  readonly #made = new Map<string, Made>();
  /** Each mean that has a value, as a function of its arguments. */
  readonly #values = new Map<string, Replacement>();
  /** Each mean of the document in the names that are used here. */
  readonly #own = new Map<string, Replacement>();
  /** Why a mean of the document was not computed again. */
  unread: string | null = null;
  /** The first rule that replaced a name in the definition of a mean. */
  #moved: string | null = null;

  /** Computes each mean that the document defines again. */
  define(entries: readonly MeanEntry[], sameness: Sameness): void {
    for (const entry of entries) {
      const { fn, places } = bareMean(entry.mean);
      demand(!this.#made.has(fn.name), 'a mean that is defined twice');
      this.#made.set(fn.name, madeOf(entry));
      if (!entry.isItself) this.#values.set(fn.name, { x: places, body: entry.value });
      try {
        this.#define(entry, sameness);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (!entry.isItself) this.unread ??= error.message;
      }
    }
  }
  #define({ random, body, mean: said, value, isItself }: MeanEntry, sameness: Sameness): void {
    const all = random.map(described);
    const here = put(body, this.#own);
    // `mean` begins with the last variable, a document with the first
    const own = mean(this.functions.unfolded(here), all.toReversed(), this.functions);
    const [covariance = null] = all.flatMap((x) => covarianceOf(x) ?? []);
    const tell = (t: Term, u: Term): void =>
      this.tell(equal(t, zeros(t.shape)), equal(u, zeros(u.shape)), covariance);
    tell(value, own);
    const { fn, places } = bareMean(said);
    if (isItself) {
      const same = inOtherOrder(said, own, sameness);
      if (same) this.#own.set(fn.name, same);
      return;
    }
    const folded = this.functions.folded(here, all, own);
    this.#own.set(fn.name, { x: places, body: folded });
    tell(said, folded);
  }
  /** The statement with every mean replaced by its value. */
  unfolded(f: Formula): Formula {
    return [...this.#values].reduce((g, [name, by]) => putIn(g, name, by), f);
  }

  tell(said: Formula, own: Formula, covariance: Term | null): void {
    this.#told.push({
      said,
      own,
      covariance: covariance && isName(covariance) ? covariance : null,
    });
  }
  /** Notes a step that replaces these names in statements that mention means. */
  move(names: readonly string[], spoken: readonly Formula[], rule: string): void {
    const touches = (fn: Fn): boolean => {
      const made = this.#made.get(fn.name);
      return !made || names.some((n) => made.functions.has(n) || made.dims.has(n));
    };
    if (spoken.some((f) => termsOf(f).some((t) => someMean(t, touches)))) this.#moved ??= rule;
  }

  /** Finds one reading of all names under which every step follows and `holds` does not refuse. */
  settle(
    document: readonly Formula[],
    text: readonly Formula[],
    sameness: Sameness,
    holds: (anew: Anew) => void,
  ): void {
    if (this.#told.length > 0 && this.#moved !== null)
      refuse(`the rule ${this.#moved} replaces a name in the definition of a mean`);
    const said = [...document, ...this.#told.map((t) => t.said)];
    const own = [...text, ...this.#told.map((t) => t.own)];
    let why: Refusal | null = null;
    for (const readings of readingsBetween(said, own, sameness)) {
      const anew: Anew = (f) => (readings.size > 0 ? readAnew(f, readings) : f);
      try {
        this.#told.forEach((t) => this.#follows(t, anew, sameness));
        return holds(anew);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        why ??= error;
      }
    }
    throw why ?? new Refusal('the document names means that the claim does not mention');
  }
  #follows({ said, own, covariance }: Told, anew: Anew, sameness: Sameness): void {
    const one = turning(covariance ? [covariance] : [], sameness);
    if (key(anew(said), one) !== key(own, one))
      refuse('a step about means says something other than what follows from its law');
  }
}
