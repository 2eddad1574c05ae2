/**
 * A document's goal at random points, in numbers: is there one that meets every premise and
 * violates the conclusion?
 */
import type { Formula } from '../../src/second-checker/formula.ts';
import type { Document } from '../../src/second-checker/read.ts';
import type { Head as Symbol, Term as Sum } from '../../src/second-checker/term.ts';
import type { Dim } from '../../src/second-checker/dims.ts';
import type { Head, Term } from '../../src/kernel/term.ts';
import { entryOf, hashed, indices, type World } from '../kernel/evaluate.ts';
import { det, rank } from '../kernel/operations.ts';

/** The checker's terms in the form that the numbers of the kernel's tests are taken of. */
const headOf = (h: Symbol): Head => {
  const [arg] = h.args.map(termOf) as [Term];
  switch (h.kind) {
    case 'variable':
      return { kind: h.kind, name: h.name, shape: h.shape };
    case 'jet':
      return {
        kind: h.kind,
        fn: h.fn,
        orders: h.orders,
        params: h.params,
        args: h.args.map(termOf),
      };
    case 'inverse':
      return { kind: h.kind, matrix: h.matrix, params: h.params, arg };
    case 'operation':
      return { kind: h.kind, name: h.name, params: h.params, arg };
  }
};
const termOf = (t: Sum): Term => ({
  shape: t.shape,
  monomials: t.sum.map((m) => ({
    coefficient: { num: m.c.n, den: m.c.d },
    powers: Object.fromEntries(m.powers),
    wires: m.dims,
    free: m.free,
    factors: m.factors.map((f) => ({ head: headOf(f.head), slots: f.at })),
  })),
});

const close = (x: number, y: number): boolean =>
  Math.abs(x - y) < 1e-6 * (1 + Math.abs(x) + Math.abs(y));

/** Null where numbers cannot tell. */
function truth(f: Formula, world: World): boolean | null {
  const value = (t: Sum, at: readonly number[] = []): number => entryOf(termOf(t), at, world);
  switch (f.kind) {
    case 'equal':
      return [...indices(f.left.shape.map(world.size))].every((at) =>
        close(value(f.left, at), value(f.right, at)),
      );
    case 'less':
      return value(f.left) < value(f.right) + 1e-9;
    case 'at most':
      return value(f.left) < value(f.right) + 1e-6;
    case 'is': {
      const [m, n] = f.subject.shape.map(world.size) as [number, number];
      const rows = [...Array(m).keys()].map((i) =>
        [...Array(n).keys()].map((j) => value(f.subject, [i, j])),
      );
      const forms = [1, 2, 3, 4].map((seed) =>
        rows.reduce(
          (s, row, i) =>
            s + row.reduce((q, x, j) => q + x * hashed(seed)('u', [i]) * hashed(seed)('u', [j]), 0),
          0,
        ),
      );
      if (f.predicate === 'invertible') return Math.abs(det(rows)) > 1e-6;
      if (f.predicate === 'onto') return rank(rows) === m;
      if (f.predicate === 'one-to-one') return rank(rows) === n;
      // no form is negative at a few vectors: what is false there is false
      return (
        rows.every((row, i) => row.every((x, j) => close(x, (rows[j] as number[])[i] as number))) &&
        forms.every((x) => x > -1e-9)
      );
    }
    case 'false':
      return false;
    case 'not':
      return negated(truth(f.body, world));
    case 'and':
      return both(truth(f.left, world), truth(f.right, world));
    case 'or':
      return negated(both(negated(truth(f.left, world)), negated(truth(f.right, world))));
    case 'implies':
      return negated(both(truth(f.left, world), negated(truth(f.right, world))));
    case 'forall':
    case 'exists':
    case 'each':
      return null;
  }
}
const negated = (x: boolean | null): boolean | null => (x === null ? null : !x);
const both = (x: boolean | null, y: boolean | null): boolean | null =>
  x === false || y === false ? false : x === null || y === null ? null : true;

/** True where some point meets the hypotheses and not the conclusion. */
export function violated({ goal }: Document): boolean {
  return [1, 2, 3, 4, 5, 6].some((seed) => {
    const sizes = new Map<string, number>();
    const base = (d: Dim): number =>
      sizes.get(d) ?? (sizes.set(d, 1 + ((seed + sizes.size) % 3)), sizes.get(d) as number);
    const world: World = {
      size: (d) => d.split('*').reduce((k, f) => k * (/^\d/.test(f) ? Number(f) : base(f)), 1),
      entry: hashed(seed),
    };
    return (
      goal.hypotheses.every((h) => truth(h.formula, world) === true) &&
      truth(goal.conclusion, world) === false
    );
  });
}
