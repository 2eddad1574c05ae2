/** Types formulas: connectives, quantifiers, chains of relations. */
import {
  ClaimError,
  type Expr,
  type Formula,
  type Range,
  type Relation,
  type Span,
} from './ast.ts';
import { attributeProblem } from './attributes.ts';
import { checkDims, declare } from './declare.ts';
import { endOfFree } from './elaborate-entries.ts';
import { elaborateChain } from './elaborate-relations.ts';
import { elaborate } from './elaborate.ts';
import type { Scope } from './scope.ts';
import { settleFormula } from './settle-shapes.ts';
import { ShapeError } from './shape-error.ts';
import { childrenOf, type Syntax } from './syntax.ts';
import { exprText, rangeText } from './text.ts';
import { typingOf, type Typing } from './typing.ts';
import { Unifier } from './unifier.ts';

/** `a = b = c` as `a = b and b = c`. */
const chained = (operands: readonly Expr[], relations: readonly Relation[]): Formula => {
  let whole: Formula | null = null;
  relations.forEach((relation, i) => {
    const [left, right] = [operands[i] as Expr, operands[i + 1] as Expr];
    const link: Formula = {
      kind: 'relation',
      relation,
      left,
      right,
      span: { start: left.span.start, end: right.span.end },
    };
    whole = whole
      ? {
          kind: 'and',
          left: whole,
          right: link,
          span: { start: whole.span.start, end: link.span.end },
        }
      : link;
  });
  if (!whole) throw new Error('a chain needs a relation');
  return whole;
};

const elaborateIs = (node: Extract<Syntax, { kind: 'is' }>, typing: Typing): Formula => {
  const subject = elaborate(node.args[0], typing, null);
  const { unifier } = typing;
  const problem = attributeProblem(node.attribute, unifier.shape(subject.shape), (a, b) => {
    try {
      unifier.unify(a, b);
      return true;
    } catch {
      return false;
    }
  });
  if (problem !== null) throw new ShapeError(`${exprText(subject)}: ${problem}`, node.span);
  const said = { kind: 'is', subject, attribute: node.attribute, span: node.span } as const;
  return node.adjoint === true && typing.scope.complex ? { ...said, adjoint: true } : said;
};

const inner = (node: Syntax, typing: Typing): Formula => {
  const { span } = node;
  switch (node.kind) {
    case 'chain':
      return chained(elaborateChain(node.args, node.relations, typing), node.relations);
    case 'is':
      return elaborateIs(node, typing);
    case 'logic':
      return {
        kind: node.which,
        left: inner(node.args[0], typing),
        right: inner(node.args[1], typing),
        span,
      };
    case 'not':
      return { kind: 'not', body: inner(node.args[0], typing), span };
    case 'quantifier': {
      const scope = typing.scope.inner();
      const variables = node.groups.flatMap((group) => {
        if (group.range)
          throw new ClaimError(
            'a family behind forall or exists: this construct is not supported yet at this place',
            group.span,
            'declare the family before |-',
          );
        const found = declare(group, scope);
        checkDims(group, scope);
        return found;
      });
      return { kind: node.which, variables, body: inner(node.args[0], { ...typing, scope }), span };
    }
    case 'each': {
      const { range } = node;
      const scope = typing.scope.inner();
      scope.addIndex(range);
      return { kind: 'each', range, body: inner(node.args[0], { ...typing, scope }), span };
    }
    default:
      throw new ClaimError(
        'a formula is wanted here, and this is an expression',
        span,
        'write a relation, as in A = B',
      );
  }
};

/** Indices that are bound somewhere in it. */
const boundIn = (node: Syntax, found: Set<string> = new Set()): Set<string> => {
  if (node.kind === 'reduce') found.add(node.index);
  if (node.kind === 'each' || node.kind === 'product') found.add(node.range.index);
  for (const child of childrenOf(node)) boundIn(child, found);
  return found;
};

/** An index that nothing binds, in a place where that can be read in two ways. */
export class FreeIndexError extends ClaimError {
  readonly range: string;
  /** The side of a connective that alone has the indices, with all of them; null elsewhere. */
  readonly side: { readonly at: Span; readonly binders: string } | null;
  constructor(range: Range, side: FreeIndexError['side'] = null) {
    super(
      `the index ${range.index} is not bound`,
      range.span,
      `write forall ${rangeText(range)}. ..`,
    );
    this.range = rangeText(range);
    this.side = side;
  }
}

/** Does an index stand in it, at an entry or a member? */
const speaksOf = (part: unknown, index: string): boolean => {
  if (typeof part !== 'object' || part === null) return false;
  if ('offset' in part && 'name' in part && part.name === index) return true;
  return Object.values(part).some((inside) => speaksOf(inside, index));
};

/**
 * The formula with `each` around the smallest part that holds every use of the index: of
 * `A_ij = A_ji <=> A = A'` that is the left side.
 */
const quantified = (formula: Formula, range: Range): Formula => {
  if (
    formula.kind === 'and' ||
    formula.kind === 'or' ||
    formula.kind === 'implies' ||
    formula.kind === 'iff'
  ) {
    const [inLeft, inRight] = [
      speaksOf(formula.left, range.index),
      speaksOf(formula.right, range.index),
    ];
    if (inLeft && !inRight) return { ...formula, left: quantified(formula.left, range) };
    if (inRight && !inLeft) return { ...formula, right: quantified(formula.right, range) };
  }
  return { kind: 'each', range, body: formula, span: formula.span };
};

/**
 * The side that alone has an index, where binding it there and binding it around the whole differ:
 * either side of `<=>`, the left side of `=>`.
 */
const loneSide = (formula: Formula, index: string): Formula | null => {
  if (
    formula.kind !== 'and' &&
    formula.kind !== 'or' &&
    formula.kind !== 'implies' &&
    formula.kind !== 'iff'
  )
    return null;
  const { left, right } = formula;
  const [inLeft, inRight] = [speaksOf(left, index), speaksOf(right, index)];
  if (inLeft === inRight) return null;
  const side = inLeft ? left : right;
  const differs = formula.kind === 'iff' || (formula.kind === 'implies' && inLeft);
  return differs ? side : loneSide(side, index);
};

/** Two readings are not chosen between. Throws `FreeIndexError`. */
const refuseLoneSide = (formula: Formula, typing: Typing): void => {
  for (const [index, { span }] of typing.free) {
    const side = loneSide(formula, index);
    if (side === null) continue;
    const rangeOf = (name: string): Range => ({ index: name, to: endOfFree(name, typing), span });
    const binders = [...typing.free.keys()]
      .filter((name) => speaksOf(side, name))
      .map((name) => `forall ${rangeText(rangeOf(name))}. `)
      .join('');
    throw new FreeIndexError(rangeOf(index), { at: side.span, binders });
  }
};

/** A statement with free indices holds for each of their values. */
const closed = (formula: Formula, node: Syntax, typing: Typing): Formula => {
  if (typing.free.size === 0) return formula;
  const bound = boundIn(node);
  return [...typing.free.keys()].toReversed().reduce((body: Formula, index): Formula => {
    const range = { index, to: endOfFree(index, typing), span: formula.span };
    if (bound.has(index))
      throw new ClaimError(
        `the index ${index} is bound in one place and free in another`,
        typing.free.get(index)?.span ?? formula.span,
        'give one of them another name',
      );
    return quantified(body, range);
  }, formula);
};

/**
 * The typed formula of a syntax tree, every shape settled. `anyIndex`: an index that nothing binds
 * may have any value.
 * Throws `ClaimError`.
 */
export const elaborateFormula = (node: Syntax, scope: Scope, anyIndex = false): Formula => {
  const unifier = new Unifier();
  const typing = typingOf(scope, unifier);
  const formula = inner(node, typing);
  const [index] = typing.free.keys();
  if (index !== undefined && !anyIndex)
    throw new FreeIndexError({
      index,
      to: endOfFree(index, typing),
      span: typing.free.get(index)?.span ?? node.span,
    });
  refuseLoneSide(formula, typing);
  const whole = closed(formula, node, typing);
  return unifier.used ? settleFormula(whole, unifier) : whole;
};
