/** Theorems that need no line: what a premise says in other words, and where an index lies. */
import type { Replacement } from '../kernel/calculus.ts';
import { write, type Bound, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { isRestated } from './certificate.ts';

/** Is it about where an index lies alone, as l <= L? */
export function isPlace(f: Formula): boolean {
  if (f.kind !== 'less') return false;
  const all = [...f.left.monomials, ...f.right.monomials];
  return (
    all.every((m) => m.factors.length === 0) &&
    all.some((m) => Object.keys(m.powers).some((d) => d.startsWith('#') && !d.includes('⊕')))
  );
}

/** Does a theorem say what its one premise says, put another way round? */
export function isSameAgain(t: Theorem): boolean {
  const { rule, from, uses } = t.derivation;
  if (rule === 'order') return isRestated(t);
  if (rule === 'unpack') return isRenamed(t);
  if (rule !== 'linear' || from.length !== 1 || uses === undefined) return false;
  const [m, ...more] = uses[0]?.context.monomials ?? [];
  return (
    uses.length === 1 &&
    more.length === 0 &&
    m !== undefined &&
    m.factors.length === 1 &&
    m.coefficient.den === 1n &&
    (m.coefficient.num === 1n || m.coefficient.num === -1n) &&
    Object.keys(m.powers).length === 0 &&
    new Set(m.free).size === m.free.length
  );
}

/** Is it an existence whose object has another name? */
function isRenamed(t: Theorem): boolean {
  const [existence, body] = t.derivation.from;
  const inner = body?.derivation;
  const f = existence?.conclusion;
  return (
    t.conclusion.kind === 'exists' &&
    f?.kind === 'exists' &&
    inner?.rule === 'instance' &&
    inner.from[0]?.derivation.rule === 'assume' &&
    write(inner.from[0].conclusion) === write(f.body)
  );
}

/**
 * A theorem without its detour: what a definition was folded into and unfolded from again is what
 * was there before.
 */
export function direct(t: Theorem): Theorem {
  const [outer, folded] = t.derivation.from;
  if (t.derivation.rule !== 'modus ponens' || !outer || !folded) return t;
  const [inner, first] = folded.derivation.from;
  const isDetour =
    isPart(outer, 'and, left') &&
    folded.derivation.rule === 'modus ponens' &&
    inner &&
    isPart(inner, 'and, right');
  return isDetour && first && write(first.conclusion) === write(t.conclusion) ? direct(first) : t;
}

const isPart = (t: Theorem, side: 'and, left' | 'and, right'): boolean =>
  t.derivation.rule === side && t.derivation.from[0]?.derivation.rule === 'definition';

/** A lemma that is used where it is proved: what it is about, and what was proved of it. */
export interface Applied {
  readonly body: Theorem;
  readonly given: readonly { readonly supposed: Formula; readonly by: Theorem }[];
  readonly terms: readonly { readonly name: string; readonly term: Term }[];
}

type Argument =
  | { readonly kind: 'proof'; readonly by: Theorem }
  | { readonly kind: 'term'; readonly term: Term };

/** What a theorem is applied to, the first argument first. */
function argumentsOf(t: Theorem): { readonly head: Theorem; readonly args: readonly Argument[] } {
  const args: Argument[] = [];
  let head = t;
  for (;;) {
    const { rule, from, given } = head.derivation;
    const [next, antecedent] = from;
    const [by] = given as unknown as [Replacement?];
    if (rule === 'modus ponens' && next && antecedent)
      args.unshift({ kind: 'proof', by: antecedent });
    else if (rule === 'specialise' && next && by?.kind === 'term')
      args.unshift({ kind: 'term', term: by.term });
    else return { head, args };
    head = next;
  }
}

/** Null of anything but a lemma that is applied to all that it asks for. */
export function applied(t: Theorem): Applied | null {
  const { head, args } = argumentsOf(t);
  let body = head;
  const given: { supposed: Formula; by: Theorem }[] = [];
  const terms: { name: string; term: Term }[] = [];
  for (const arg of args) {
    const { rule, given: of, from } = body.derivation;
    if (arg.kind === 'proof' && rule === 'discharge')
      given.push({ supposed: (of as unknown as [Formula])[0], by: arg.by });
    else if (arg.kind === 'term' && rule === 'generalise') {
      const [bound] = of as unknown as [Bound];
      if (bound.kind !== 'tensor') return null;
      terms.push({ name: bound.name, term: arg.term });
    } else return null;
    body = from[0] as Theorem;
  }
  return args.length === 0 ? null : { body, given, terms };
}
