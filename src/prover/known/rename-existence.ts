/** Gives what exists a name that nothing else has. */
import { type Formula, type FormulaOf, exists } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { variable } from '../../kernel/graph.ts';
import type { Dim } from '../../kernel/term.ts';
import { type Theorem, assume, instance, unpack } from '../../kernel/theorem.ts';

/** ∃x φ(x) as ∃y φ(y): from φ(x) follows ∃y φ(y). */
export function renameExistence(theorem: Theorem, fresh: string): Theorem {
  const f = theorem.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return theorem;
  const old = variable(f.bound.name, f.bound.shape);
  const target = renamed(f as FormulaOf<'exists'>, fresh);
  return unpack(theorem, instance(target, old, assume(f.body)));
}
function renamed(f: FormulaOf<'exists'>, fresh: string): Formula {
  const b = f.bound as { kind: 'tensor'; name: string; shape: readonly Dim[] };
  return exists(
    { kind: 'tensor', name: fresh, shape: b.shape },
    substituteIn(f.body, b.name, { kind: 'term', term: variable(fresh, b.shape) }),
  );
}
