/** The syntax tree of a written proof. */
import type { Declaration, Expr, Formula, Relation, Span } from './ast.ts';

/** Why a step follows: the reason after `by`. */
export interface Reason {
  /**
   * `ring`, `hypothesis`, `definition`, `induction`, or the id of a lemma as `dnfa/cancellation`.
   */
  readonly name: string;
  /** What the reason is about: the name of a hypothesis, the dimension of an induction. */
  readonly target: string | null;
  /** `with X := expr, Y := expr`: what stands in for a lemma's variables. */
  readonly with: readonly { readonly name: string; readonly expr: Expr }[];
  /** As typed, from `by` to the end of the line. */
  readonly text: string;
  readonly span: Span;
}

export interface Link {
  readonly relation: Relation;
  readonly right: Expr;
  readonly reason: Reason;
  readonly span: Span;
}

export type ProofStep = { readonly span: Span } & (
  | {
      /**
       * `have NAME: formula by reason`, or a formula with its reason. After `by induction on l` lines may follow that
       * begin with `base`, for l = 1, and with `step`, from l to l+1; `by induction` is then the
       * hypothesis for l.
       */
      readonly kind: 'fact';
      readonly name: string | null;
      readonly formula: Formula;
      readonly reason: Reason;
      readonly cases: Cases | null;
    }
  /** `a = b by … = c by …`. */
  | { readonly kind: 'chain'; readonly first: Expr; readonly links: readonly Link[] }
  /** `let v: m`: an arbitrary v; one step for each name. */
  | { readonly kind: 'let'; readonly variable: Declaration }
  /** `take R: n×m such that W R = I by …`: an object that exists. */
  | {
      readonly kind: 'take';
      readonly variables: readonly Declaration[];
      readonly such: Formula;
      readonly reason: Reason;
    }
  | { readonly kind: 'suppose'; readonly formula: Formula }
);

export interface Cases {
  readonly base: readonly ProofStep[];
  readonly step: readonly ProofStep[];
}

/** Steps up to the next arrow at the beginning of a line; `direction` null before the first. */
export interface ProofPart {
  readonly direction: '=>' | '<=' | null;
  /** `part NAME` opens a part with a name. */
  readonly label: string | null;
  readonly steps: readonly ProofStep[];
  readonly span: Span;
}

export interface Proof {
  readonly parts: readonly ProofPart[];
}
