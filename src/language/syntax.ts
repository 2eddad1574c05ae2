/** The untyped syntax tree that the grammar builds. */
import {
  ClaimError,
  type Attribute,
  type DerivativeKind,
  type Index,
  type Law,
  type Relation,
  type Span,
} from './ast.ts';
import { limits } from './limits.ts';

/**
 * The untyped tree: what the grammar alone tells. Formulas and expressions share it, so that a
 * bracket needs no look ahead.
 */
export type Syntax = { readonly span: Span; readonly depth: number } & SyntaxKind;

export type SyntaxKind =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'member';
      readonly name: string;
      readonly index: Index;
      readonly indexSpan: Span;
    }
  /** `A[i,j]`, `A[i,:]`, `softmax(S)[i,j]`. */
  | {
      readonly kind: 'entry';
      readonly places: readonly (Index | null)[];
      readonly placesSpan: Span;
      readonly args: readonly [Syntax];
    }
  /** `[A, B; C, D]`, row by row. */
  | { readonly kind: 'blocks'; readonly columns: number; readonly args: readonly Syntax[] }
  /** `name(args)` of an operator, a declared function or an activation. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly index: Index | null;
      readonly indexSpan: Span;
      readonly primes: number;
      /** `exp.(A)`: entry by entry. */
      readonly dotted?: boolean;
      readonly args: readonly Syntax[];
    }
  | {
      readonly kind: 'derivative';
      readonly which: DerivativeKind;
      readonly by: string;
      readonly bySpan: Span;
      readonly index: Index | null;
      readonly args: readonly [Syntax];
    }
  | {
      readonly kind: 'jet';
      readonly which: DerivativeKind;
      readonly fn: string;
      readonly fnSpan: Span;
      readonly index: Index | null;
      readonly args: readonly Syntax[];
    }
  | {
      readonly kind: 'reduce';
      readonly how: 'sum' | 'mean';
      readonly index: string;
      readonly to: string | null;
      readonly rangeSpan: Span;
      readonly args: readonly [Syntax];
    }
  | {
      readonly kind: 'product';
      readonly range: RangeSyntax;
      readonly from: number;
      readonly falling: boolean;
      readonly args: readonly [Syntax];
    }
  | { readonly kind: 'kernel'; readonly args: readonly [Syntax] }
  | { readonly kind: 'expectation'; readonly args: readonly [Syntax] }
  /** An operator written with signs: `A B`, `A'`, `|x|`. */
  | { readonly kind: 'apply'; readonly operator: string; readonly args: readonly Syntax[] }
  | {
      readonly kind: 'chain';
      readonly relations: readonly Relation[];
      readonly args: readonly Syntax[];
    }
  | {
      readonly kind: 'is';
      readonly attribute: Attribute;
      /** hermitian or unitary was written. */
      readonly adjoint?: boolean;
      readonly args: readonly [Syntax];
    }
  | {
      readonly kind: 'logic';
      readonly which: 'and' | 'or' | 'implies' | 'iff';
      readonly args: readonly [Syntax, Syntax];
    }
  | { readonly kind: 'not'; readonly args: readonly [Syntax] }
  | {
      readonly kind: 'quantifier';
      readonly which: 'forall' | 'exists';
      readonly groups: readonly DeclarationSyntax[];
      readonly args: readonly [Syntax];
    }
  | { readonly kind: 'each'; readonly range: RangeSyntax; readonly args: readonly [Syntax] };

export interface RangeSyntax {
  readonly index: string;
  /** `L`, `L-1`, another index, a number. */
  readonly to: string;
  readonly span: Span;
}

export interface DimSyntax {
  readonly dim: string;
  readonly span: Span;
}

/** `null` among a function's inputs or as its output is the real line. */
export type TypeSyntax = { readonly span: Span } & (
  | { readonly kind: 'tensor'; readonly dims: readonly DimSyntax[] }
  | {
      readonly kind: 'function';
      readonly inputs: readonly (DimSyntax | null)[];
      readonly output: DimSyntax | null;
    }
  | { readonly kind: 'activation' }
);

export interface DeclarationSyntax {
  readonly names: readonly {
    readonly name: string;
    readonly span: Span;
    readonly index: string | null;
  }[];
  readonly type: TypeSyntax;
  readonly attributes: readonly TakenAttribute[];
  readonly complex: boolean;
  readonly law: LawSyntax | null;
  readonly range: RangeSyntax | null;
  readonly span: Span;
}

export interface TakenAttribute {
  readonly attribute: Attribute;
  /** hermitian or unitary was written. */
  readonly adjoint?: boolean;
  readonly span: Span;
}

/** `~ normal(0, s)`. */
export interface LawSyntax {
  readonly kind: Law['kind'];
  readonly params: readonly Syntax[];
  readonly span: Span;
}

export const childrenOf = (node: Syntax): readonly Syntax[] => ('args' in node ? node.args : []);

/** A node over its children, refused where the tree grows too high. */
export const make = (kind: SyntaxKind, span: Span): Syntax => {
  let depth = 1;
  if ('args' in kind) for (const child of kind.args) depth = Math.max(depth, child.depth + 1);
  if (depth > limits.depth) {
    throw new ClaimError(
      `the formula is too deep: at most ${limits.depth} operators may stand one inside the other or in one row`,
      span,
      'name a part of it, or split the claim',
    );
  }
  return { ...kind, span, depth };
};

export const joined = (a: Span, b: Span): Span => ({ start: a.start, end: b.end });
