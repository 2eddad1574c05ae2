/**
 * The steps that somebody wrote, as people read them: a line for each, in the order in which they
 * were needed.
 */
import type { Theorem } from '../../kernel/theorem.ts';

const lines = new WeakMap<Theorem, string>();

/**
 * Says in words what a written step states and why, or with '' that it goes without saying; returns
 * it.
 */
export function narrate(theorem: Theorem, line: string): Theorem {
  lines.set(theorem, line);
  return theorem;
}

const lemmas = new WeakSet<Theorem>();

/** The proof of a lemma has its lines where it is proved, not where it is used. */
export const usedLemma = (theorem: Theorem): void => void lemmas.add(theorem);

/** The lines of all theorems that this one rests on, premises first, each once. */
export function narration(theorem: Theorem): string[] {
  const seen = new Set<Theorem>();
  const told: string[] = [];
  const stack: { t: Theorem; open: boolean }[] = [{ t: theorem, open: false }];
  while (stack.length > 0) {
    const { t, open } = stack.pop() as { t: Theorem; open: boolean };
    const line = lines.get(t);
    if (open) {
      if (line !== undefined && line !== '' && !told.includes(line)) told.push(line);
      continue;
    }
    if (seen.has(t) || (t !== theorem && lemmas.has(t))) continue;
    seen.add(t);
    stack.push({ t, open: true });
    for (const premise of [...t.derivation.from].reverse()) stack.push({ t: premise, open: false });
  }
  return told;
}
