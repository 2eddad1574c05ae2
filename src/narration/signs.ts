/**
 * Signs that a reader sees: of a number made of others by sums, products and quotients, whose signs
 * are known.
 */
import { write, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';

const isNumber = (t: Term): boolean => t.shape.length === 0;
const isZero = (t: Term): boolean => t.monomials.length === 0;

/** 0 < t, 0 <= t, t != 0 or t invertible, of a number. */
function signedTerm(f: Formula): Term | null {
  if (f.kind === 'less') return isZero(f.left) && isNumber(f.right) ? f.right : null;
  if (f.kind === 'is') return isNumber(f.subject) ? f.subject : null;
  if (f.kind !== 'not' || f.body.kind !== 'equal') return null;
  return isNumber(f.body.left) && isZero(f.body.right) ? f.body.left : null;
}

/** Most summands of a number whose sign is seen at once. */
const most = 3;
/** Rules of reals and of logic: a fact or a law has something to tell. */
const telling = new Set(['fact', 'cite', 'law', 'sign', 'root', 'induction', 'unpack']);

/** The hypotheses that a sign rests on, where they are signs themselves; null of anything else. */
export function signsBehind(t: Theorem): readonly Theorem[] | null {
  const term = signedTerm(t.conclusion);
  if (term === null || t.derivation.rule === 'assume') return null;
  const isSum = term.monomials.every((m) => m.coefficient.num > 0n);
  if (!isSum || term.monomials.length > most) return null;
  if (t.hypotheses.length === 0 || t.hypotheses.some((h) => signedTerm(h) === null)) return null;
  const wanted = new Set(t.hypotheses.map(write));
  const found = new Map<string, Theorem>();
  const seen = new Set<Theorem>();
  const isPlain = (u: Theorem): boolean => {
    if (seen.has(u)) return true;
    seen.add(u);
    const { rule, from } = u.derivation;
    const text = write(u.conclusion);
    if (rule === 'assume' && wanted.has(text)) found.set(text, u);
    return !telling.has(rule) && from.every(isPlain);
  };
  return isPlain(t) ? [...found.values()] : null;
}
