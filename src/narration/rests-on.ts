/** The named facts and hypotheses that a theorem rests on, where its own steps have no words. */
import type { Theorem } from '../kernel/theorem.ts';
import type { Teller } from './teller.ts';

/** Most of them in one reason. */
const most = 4;
const named = new Set(['fact', 'cite', 'definition', 'law']);

export function restsOn(t: Theorem, say: Teller): string[] {
  const found = new Set<string>();
  const seen = new Set<Theorem>();
  const visit = (u: Theorem): void => {
    if (seen.has(u) || found.size >= most) return;
    seen.add(u);
    const { rule, from } = u.derivation;
    if (named.has(rule) || (rule === 'assume' && (say.hypothesis(u.conclusion) ?? '') !== ''))
      for (const reason of say.because(u)) found.add(reason);
    from.forEach(visit);
  };
  visit(t);
  return [...found].slice(0, most);
}
