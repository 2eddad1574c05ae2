/** The lemmas that a task rests on, each proved once in a thread. */
import { absentById, unprovedLemma } from '../catalogue/absent-lemma.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import { patienceFor } from '../catalogue/prover-patience.ts';
import { sha256Hex } from '../numbers/sha-256.ts';
import { examine } from '../verdict/examine.ts';
import type { ExamineOptions } from '../verdict/options.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Task } from './task.ts';

/**
 * The last claims that were proved in this thread, each under its text, its proof and those of all
 * it rests on.
 */
const proved = new Map<string, Verdict>();
const mostProved = 100;

export function remember(key: string, verdict: Verdict): void {
  proved.delete(key);
  proved.set(key, verdict);
  const [oldest] = proved.keys();
  if (proved.size > mostProved && oldest !== undefined) proved.delete(oldest);
}

/** An id alone is not enough: an editor changes what a lemma says. */
export const keyOf = (
  { text, proof }: Pick<Task, 'text' | 'proof'>,
  restsOn: readonly (readonly [id: string, key: string])[],
): string => sha256Hex(JSON.stringify([text, proof, restsOn]));

/** Bounds of one examination. */
type Bounds = Pick<ExamineOptions, 'time' | 'seed' | 'strict' | 'signal' | 'late'>;

/** The lemmas that a task rests on, proved in order; and of those that are not, why. */
export async function proveLemmas(
  { lemmas, absent: missing = [] }: Task,
  bounds: Bounds & { readonly time: number; readonly seed: number },
) {
  const known = new Map<string, Verdict>();
  const absent = [...missing];
  const keys = new Map<string, string>();
  for (const lemma of lemmas) {
    const rests = new Set(lemma.restsOn);
    const key = keyOf(
      lemma,
      [...keys].filter(([id]) => rests.has(id)),
    );
    keys.set(lemma.id, key);
    const verdict =
      proved.get(key) ??
      (await examine(lemma.text, {
        ...bounds,
        lemmas: new Map([...known].filter(([id]) => rests.has(id))),
        absent: absentById(absent),
        patience: patienceFor({ expect: 'proved' }),
        ...withProof(lemma.proof, lemma.proofPlace),
      }));
    if (verdict.verdict !== 'proved') {
      absent.push(unprovedLemma(lemma.id, lemma.place, verdict));
      continue;
    }
    remember(key, verdict);
    known.set(lemma.id, verdict);
  }
  return { lemmas: known, absent: absentById(absent), keys: [...keys] };
}

export const withProof = (
  proof: string | null,
  proofPlace: FilePlace | null = null,
): { proof?: string; proofPlace?: FilePlace | null } =>
  proof === null ? {} : { proof, proofPlace };
