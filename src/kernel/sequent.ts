/**
 * Theorems: Γ ⊢ φ with the cited theorems it rests on and its derivation. The power to make them is
 * handed out once, to
 * `theorem.ts`, which gives it to the rules; a second taker finds it gone, so nobody can share it.
 */
import type { Replacement } from './calculus.ts';
import type { Bound, Formula } from './formula.ts';
import type { Ratio } from './ratio.ts';
import type { Term } from './term.ts';
import { write } from './formula.ts';
import { own } from './entry.ts';
import { fail } from './seal.ts';

/**
 * The arguments of a rule apart from its premises: enough for another program to apply the rule
 * again.
 */
export type Given =
  | string
  | number
  | boolean
  | Ratio
  | Term
  | Formula
  | Bound
  | Replacement
  | readonly Given[];

export interface Derivation {
  readonly rule: string;
  readonly from: readonly Theorem[];
  readonly given: readonly Given[];
  /** For `linear`: its certificate. */
  readonly uses?: readonly Use[];
}

/**
 * One use of an equation a = b: inside `context`, a term in which the variable named `hole` stands
 * where a and b go.
 */
export interface Use {
  readonly equation: Theorem;
  readonly context: Term;
}

/** Opaque: the constructor refuses everybody but the rules. */
export class Theorem {
  readonly #hypotheses: ReadonlyMap<string, Formula>;
  readonly #conclusion: Formula;
  readonly #axioms: ReadonlySet<string>;
  readonly #derivation: Derivation;

  constructor(
    key: symbol,
    derivation: Derivation,
    hypotheses: ReadonlyMap<string, Formula>,
    conclusion: Formula,
    axioms: Iterable<string>,
  ) {
    if (key !== secret) fail('only the rules of the kernel make theorems');
    this.#hypotheses = hypotheses;
    this.#conclusion = conclusion;
    this.#axioms = new Set(axioms);
    this.#derivation = Object.freeze({
      ...derivation,
      from: Object.freeze([...derivation.from]),
      given: Object.freeze([...derivation.given]),
    });
    Object.freeze(this);
  }
  /** Throws for anything that is not a theorem, however it looks. */
  static demand(theorem: Theorem): Theorem {
    return typeof theorem === 'object' && theorem !== null && #conclusion in theorem
      ? theorem
      : fail('not a theorem');
  }
  get hypotheses(): readonly Formula[] {
    return [...this.#hypotheses.values()];
  }
  get conclusion(): Formula {
    return this.#conclusion;
  }
  /** Cited theorems it rests on, its premises' included. */
  get axioms(): readonly string[] {
    return [...this.#axioms];
  }
  get derivation(): Derivation {
    return this.#derivation;
  }
  static gamma(theorem: Theorem): ReadonlyMap<string, Formula> {
    return new Map(Theorem.demand(theorem).#hypotheses);
  }
}
const secret = Symbol('kernel');
Object.freeze(Theorem);
Object.freeze(Theorem.prototype);

export interface Premises {
  readonly from?: readonly Theorem[];
  /** `drop[i]` is discharged from the hypotheses of `from[i]`. */
  readonly drop?: readonly (Formula | undefined)[];
  /** Hypotheses besides the premises'. */
  readonly extra?: readonly Formula[];
  /** Instead of the premises' hypotheses: these. */
  readonly instead?: readonly Formula[];
  readonly uses?: readonly Use[];
  /** Cited theorems besides the premises'. */
  readonly axioms?: readonly string[];
}
export type Make = (
  rule: string,
  given: readonly Given[],
  conclusion: Formula,
  premises?: Premises,
) => Theorem;

const nothing: Premises = Object.freeze({});
const make: Make = (rule, given, conclusion, premises = nothing) => {
  // own properties alone: a property of a prototype is not a premise
  const part = <K extends keyof Premises>(key: K): Premises[K] => own(premises, key) as Premises[K];
  const [from, drop, extra] = [part('from') ?? [], part('drop') ?? [], part('extra') ?? []];
  const [instead, uses, axioms] = [part('instead'), part('uses'), part('axioms') ?? []];
  const hypotheses = new Map<string, Formula>();
  from.forEach((premise, i) => {
    const gone = drop.at(i);
    const text = gone && write(gone);
    const gamma = Theorem.gamma(premise);
    if (!instead)
      for (const [key, formula] of gamma) if (key !== text) hypotheses.set(key, formula);
  });
  for (const formula of [...(instead ?? []), ...extra]) hypotheses.set(write(formula), formula);
  const derivation: Derivation = {
    rule,
    from,
    given,
    ...(uses && { uses: Object.freeze(uses.map((u) => Object.freeze({ ...u }))) }),
  };
  return new Theorem(secret, derivation, hypotheses, conclusion, [
    ...from.flatMap((premise) => premise.axioms),
    ...axioms,
  ]);
};

let taken = false;
/** The power to make theorems; throws from the second call on. */
export function takeMake(): Make {
  if (taken) fail('only the rules of the kernel make theorems');
  taken = true;
  return make;
}
