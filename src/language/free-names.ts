/**
 * The names that are free in expressions and formulas: variables and functions, and separately
 * running indices.
 */
import type { Expr, Formula } from './ast.ts';
import { readMember, readPlace } from './layers.ts';

const without = (names: Iterable<string>, bound: readonly string[]): string[] =>
  [...names].filter((name) => !bound.includes(name));

/** Declared names that an expression depends on: what is random is bound by its E[..]. */
export const namesOfExpr = (e: Expr): string[] => {
  switch (e.kind) {
    case 'variable':
      return [e.name];
    case 'operator':
      return e.args.flatMap(namesOfExpr);
    case 'call':
      return [...(e.builtin ? [] : [e.fn]), ...e.args.flatMap(namesOfExpr)];
    case 'jet':
      return [e.fn, ...e.args.flatMap(namesOfExpr)];
    case 'derivative':
      return [e.by, ...namesOfExpr(e.body)];
    case 'reduce':
    case 'product':
    case 'entry':
      return namesOfExpr(e.body);
    case 'kernel':
      return namesOfExpr(e.of);
    case 'expectation': {
      const bound = e.random.map((r) => r.declaration.name);
      const parameters = e.random.flatMap((r) => r.law.params.flatMap(namesOfExpr));
      return [...without(namesOfExpr(e.body), bound), ...parameters];
    }
    default:
      return [];
  }
};

/** Declared names that a formula depends on. */
export const namesOf = (f: Formula): string[] => {
  switch (f.kind) {
    case 'relation':
      return [...namesOfExpr(f.left), ...namesOfExpr(f.right)];
    case 'is':
    case 'off':
      return namesOfExpr(f.subject);
    case 'unsaid':
      return f.of === null ? [] : namesOfExpr(f.of);
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return [...namesOf(f.left), ...namesOf(f.right)];
    case 'not':
    case 'each':
      return namesOf(f.body);
    case 'forall':
    case 'exists':
      return without(
        namesOf(f.body),
        f.variables.map((d) => d.name),
      );
  }
};

/** Does a dimension, or the end of a range, mention the index? */
const dimMentions = (dim: string, index: string): boolean =>
  dim.split('*').some((d) => (readMember(d)?.at ?? readPlace(d))?.name === index);

/**
 * Does the index stand anywhere in a piece of the tree: as a number, behind a name, in a shape or a
 * range?
 */
export const mentionsIndex = (node: unknown, index: string): boolean => {
  if (Array.isArray(node))
    return node.some((x) =>
      typeof x === 'string' ? dimMentions(x, index) : mentionsIndex(x, index),
    );
  if (typeof node !== 'object' || node === null) return false;
  const { kind, name, dim, to, offset } = node as Readonly<Record<string, unknown>>;
  if (name === index && (kind === 'index' || typeof offset === 'number')) return true;
  if ([dim, to].some((d) => typeof d === 'string' && dimMentions(d, index))) return true;
  return Object.values(node).some((x) => mentionsIndex(x, index));
};
