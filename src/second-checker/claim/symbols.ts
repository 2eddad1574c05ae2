/** Declared names, indices and lengths as terms of the second checker. */
import { mentions } from '../mentions.ts';
import { put } from '../substitution.ts';
import { type Fn, type Term, einsum, identity, jet, labelsFor, variable } from '../term.ts';
import { type Dim } from '../dims.ts';
import type { MeanFunctions } from '../means/mean-functions.ts';
import { type At, type Declared, type Expr, type Shape, unread } from './tree.ts';

export interface Scope {
  readonly declared: ReadonlyMap<string, Declared>;
  /** How many indices are bound around. */
  readonly depth: number;
  /** Under a derivative means are worked out at once. */
  readonly isDifferentiated: boolean;
  /** The means of functions that were met. */
  readonly means: MeanFunctions;
}

export const axes = (shape: Shape): Dim[] => shape.filter((d) => d !== '1');
export const shapeOf = (e: Expr): Shape => e.shape ?? unread('an expression without a shape');
export const familyOf = (d: Declared): Dim[] => (d.family ? [d.family.to] : []);
export function tensorShape(d: Declared): Dim[] {
  return d.type.k === 'tensor'
    ? [...familyOf(d), ...axes(d.type.shape)]
    : unread(`the function ${d.name}`);
}
export function symbol(d: Declared): Fn {
  if (d.type.k === 'activation')
    return { name: d.name, family: familyOf(d), inputs: [null], output: null, kinks: true };
  if (d.type.k !== 'function') return unread(`${d.name} as a function`);
  return { name: d.name, family: familyOf(d), inputs: d.type.inputs, output: d.type.output };
}
export const declared = (name: string, scope: Scope): Declared =>
  scope.declared.get(name) ?? unread(`the name ${name}`);

export const labels = (t: Term): string[] => labelsFor('a', t.shape);
/** The vector that is 1 at an index and 0 elsewhere. */
export const coordinate = (at: At, dim: Dim): Term => variable(`#${at.name ?? at.plus}`, [dim]);
/** An axis fixed at an index. */
export function fixed(t: Term, axis: number, at: At | null, dim: Dim | undefined): Term {
  if (at === null || dim === undefined) return t;
  const all = labels(t);
  const label = all[axis] as string;
  return einsum(
    all.filter((l) => l !== label),
    [
      [t, all],
      [coordinate(at, dim), [label]],
    ],
  );
}
/** A term that mentions an index, with an axis of it first. */
export const bound = (t: Term, index: string, dim: Dim): Term => {
  if (mentions(t, `#${index}`))
    return put(t, new Map([[`#${index}`, { x: null, body: identity(dim) }]]), [dim]);
  const l = labels(t);
  return einsum(['z', ...l], [[t, l]], { z: dim });
};
export const times = (s: Term, t: Term): Term =>
  einsum(labels(t), [
    [s, []],
    [t, labels(t)],
  ]);
export const lengthSquared = (t: Term): Term =>
  einsum(
    [],
    [
      [t, labels(t)],
      [t, labels(t)],
    ],
  );
export const named = (name: string, order: number, u: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [u], u.shape);
export const everyOne = (shape: readonly Dim[]): Term => {
  const l = labelsFor('a', shape);
  return einsum(l, [], Object.fromEntries(l.map((x, i) => [x, shape[i] as Dim])));
};
