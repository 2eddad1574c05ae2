/**
 * A matrix that maps only 0 to 0: it is one-to-one, and invertible if it is square. The ranks that
 * the kernel compares for that need no lines.
 */
import { equal, write } from '../kernel/formula.ts';
import { identity } from '../kernel/graph.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import type { Teller } from './teller.ts';

const words: Readonly<Record<string, string>> = {
  'one-to-one': 'since a matrix that maps only 0 to 0 is one-to-one',
  invertible: 'since a square matrix that maps only 0 to 0 is invertible',
};

/** Theorems behind a statement that are looked at: what lies between is the same for all matrices. */
const most = 40;

const key = (t: Term): string => write(equal(t, t));

/** A v = 0 only for v = 0, where a matrix is invertible or one-to-one because of that. */
function onlyZero(t: Theorem): Theorem | null {
  const f = t.conclusion;
  if (f.kind !== 'is' || words[f.predicate] === undefined) return null;
  const size = f.subject.shape[1];
  if (size === undefined) return null;
  const queue = [t];
  const seen = new Set<Theorem>(queue);
  for (let i = 0; i < queue.length && i < most; i++) {
    const { rule, given, from } = (queue[i] as Theorem).derivation;
    const [a, b] = given as unknown as readonly Term[];
    if (rule === 'rank by kernels' && a !== undefined && b !== undefined)
      return key(a) === key(f.subject) && key(b) === key(identity(size)) ? (from[0] ?? null) : null;
    for (const p of from) if (!seen.has(p)) queue.push(p);
    from.forEach((p) => seen.add(p));
  }
  return null;
}

/** False of any other theorem. */
export function byKernel(t: Theorem, say: Teller): boolean {
  const f = t.conclusion;
  const there = onlyZero(t);
  if (there === null || f.kind !== 'is') return false;
  say.state(t, [...say.because(there), words[f.predicate] ?? '']);
  return true;
}
