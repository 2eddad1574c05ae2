/**
 * The tree of a claim, as this program reads it by itself. Shapes are found after the text is read.
 */
import { Refusal } from '../rational.ts';

/** `[]` a scalar, `[n]` a vector, `[m, n]` a matrix, `['1', n]` a row. */
export type Shape = readonly string[];

/** An index behind a name: `i`, `N-1`, `2`. */
export interface At {
  readonly name: string | null;
  readonly plus: number;
}
export type Expr = { shape?: Shape } & (
  | { readonly k: 'number'; readonly n: bigint; readonly d: bigint }
  | { readonly k: 'dim'; readonly dim: string }
  | { readonly k: 'index'; readonly name: string }
  | { readonly k: 'variable'; readonly name: string; readonly at: At | null }
  | { readonly k: 'constant'; readonly which: 'I' | 'ones' }
  | {
      readonly k: 'apply';
      readonly op: string;
      readonly args: readonly Expr[];
      /** The number of an eigenvalue, or of the columns of a matrix written out. */
      readonly nth?: number;
    }
  | {
      readonly k: 'call';
      readonly fn: string;
      readonly at: At | null;
      readonly primes: number;
      readonly args: readonly Expr[];
    }
  | {
      readonly k: 'jet';
      readonly which: string;
      readonly fn: string;
      readonly at: At | null;
      readonly args: readonly Expr[];
    }
  | {
      readonly k: 'derivative';
      readonly which: string;
      readonly by: string;
      readonly at: At | null;
      readonly args: readonly [Expr];
    }
  | {
      readonly k: 'reduce';
      readonly how: 'sum' | 'mean' | 'prod';
      readonly index: string;
      to: string | null;
      readonly args: readonly [Expr];
    }
  /** E[..], over its random variables, which are known after the text is read. */
  | { readonly k: 'mean'; readonly over: readonly RandomName[]; readonly args: readonly [Expr] }
  | { readonly k: 'entry'; readonly places: readonly (At | null)[]; readonly args: readonly [Expr] }
);
export type Node<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

export type Said =
  | { readonly k: 'relation'; readonly sign: string; readonly left: Expr; readonly right: Expr }
  | { readonly k: 'is'; readonly subject: Expr; readonly attribute: string }
  | { readonly k: 'not'; readonly body: Said }
  | { readonly k: 'and' | 'or' | 'implies' | 'iff'; readonly left: Said; readonly right: Said }
  | { readonly k: 'each'; readonly index: string; readonly to: string; readonly body: Said }
  | {
      readonly k: 'forall' | 'exists';
      readonly variables: readonly Declared[];
      readonly body: Said;
    }
  /** No entry is 0, where a function has its kink. */
  | { readonly k: 'off'; readonly subject: Expr };

export interface Declared {
  readonly name: string;
  readonly type:
    | { readonly k: 'tensor'; readonly shape: Shape }
    | {
        readonly k: 'function';
        readonly inputs: readonly (string | null)[];
        readonly output: string | null;
      }
    | { readonly k: 'activation' };
  readonly attributes: readonly string[];
  readonly family: { readonly index: string; readonly to: string } | null;
}
/** A declared name with a law. */
export interface RandomName {
  readonly declared: Declared;
  readonly law: { readonly kind: string; readonly params: readonly Expr[] };
}
export interface ClaimTree {
  readonly random: readonly RandomName[];
  readonly declared: readonly Declared[];
  readonly hypotheses: readonly Said[];
  readonly conclusion: Said;
  readonly dims: ReadonlySet<string>;
}

/** A form that this program does not read: the claim is refused, never guessed. */
export const unreadMark = 'not read: ';
export const unread = (what: string): never => {
  throw new Refusal(`${unreadMark}${what}`);
};
export const args = (e: Expr): readonly Expr[] => ('args' in e ? e.args : []);
