/**
 * A psd or pd matrix made of one symmetric matrix, told by its eigenvalues: the unit eigenvector at
 * which the form is smallest, the form there as a number, and the matrix.
 */
import { write, type Formula } from '../kernel/formula.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { isSameAgain } from './restated.ts';
import type { Teller } from './teller.ts';

const shared = 'a shared eigenvector';

/** Is it read off the fact, whatever the fact asks for? */
const isShared = (t: Theorem): boolean => {
  const { rule, given, from } = t.derivation;
  if (rule === 'fact') return given[0] === shared;
  const [first] = from;
  if (first === undefined) return false;
  return (rule === 'modus ponens' || (rule === 'unpack' && isSameAgain(t))) && isShared(first);
};

/** The statements of the eigenvector, without that it is the one with the smallest form. */
function eigenpair(f: Formula): { readonly pair: Formula; readonly least: Formula } | null {
  const g = f.kind === 'exists' ? f.body : f;
  return g.kind === 'and' && g.right.kind === 'forall' ? { pair: g.left, least: g.right } : null;
}

/** Does a theorem use that the form is smallest? */
function uses(t: Theorem, least: string, seen = new Set<Theorem>()): boolean {
  if (seen.has(t)) return false;
  seen.add(t);
  if (t.derivation.rule === 'and, right' && write(t.conclusion) === least) return true;
  return t.derivation.from.some((p) => uses(p, least, seen));
}

/** False of any other existence. */
export function byEigenvalues(t: Theorem, existence: Theorem, say: Teller): boolean {
  const [, inner] = t.derivation.from;
  const h = existence.conclusion;
  if (!isShared(existence) || h.kind !== 'exists' || inner?.derivation.rule !== 'unpack')
    return false;
  const [second, body] = inner.derivation.from;
  const v = second?.conclusion;
  if (v?.kind !== 'exists' || body === undefined) return false;
  const found = eigenpair(v);
  if (found === null) return false;
  const { pair, least } = found;
  // another matrix has its smallest value at another vector
  say.place.forget([h.bound, v.bound].flatMap((b) => (b.kind === 'tensor' ? [b.name] : [])));
  if (!say.take([h.bound, v.bound], pair, ['by the spectral theorem'])) return false;
  const line = say.supposed(pair);
  say.given(v.body, line === undefined ? [] : [`{${line}}`]);
  say.given(least, []);
  const key = write(least);
  // what is proved of numbers comes before the last step, which compares with the smallest form
  const last = new Set<Theorem>();
  const numbers = (u: Theorem): void => {
    if (last.has(u)) return;
    last.add(u);
    for (const p of u.derivation.from)
      if (uses(p, key)) numbers(p);
      else if (p.conclusion.kind === 'less') say.tell(p);
  };
  numbers(body);
  say.state(body, ['by the spectral theorem, since the form is smallest at an eigenvector']);
  return true;
}
