/** What a thread answers about a verdict, as plain data: explained, with its derivation where asked. */
import type { Proved } from '../prover/index.ts';
import { asJson } from '../records/witness.ts';
import type { Explanation } from '../refuter/index.ts';
import type { Counterexample, Verdict } from '../verdict/verdict.ts';
import type { Examined, Task } from './task.ts';
import type { UserTime } from './user-time.ts';

export const examined = async (
  verdict: Verdict,
  task: Task,
  given: UserTime | null,
): Promise<Examined> => toldWith(verdict, task, (await explainerOf(verdict, task, given))());

export async function toldWith(
  verdict: Verdict,
  { derivation }: Pick<Task, 'derivation'>,
  explanation: Explanation | null,
): Promise<Examined> {
  return {
    verdict: plain(verdict),
    explanation,
    ...(derivation && verdict.proof !== null ? { derivation: await derivationOf(verdict) } : {}),
  };
}

/** What was proved, as a document; its goal is read from the normalised text that it carries. */
async function derivationOf(verdict: Verdict): Promise<string> {
  const { parseClaim } = await import('../language/index.ts');
  const { goalOf, written } = await import('../prover/index.ts');
  const { derivationText } = await import('../derivations/derivation-json.ts');
  const goal = goalOf(parseClaim(verdict.claim));
  const { theorem, ...proves } = written(goal, (verdict.proof as Proved).theorem);
  return derivationText(theorem, {
    ...proves,
    text: verdict.claim,
    hash: verdict.hash ?? '',
  });
}

/** Explains a counterexample; null where there is none, nobody asked, or it takes too much work. */
export async function explainerOf(
  { claim, counterexample }: Verdict,
  { explain: isAsked }: Pick<Task, 'explain'>,
  given: UserTime | null,
): Promise<() => Explanation | null> {
  if (!isAsked || counterexample === null) return () => null;
  const { explained } = await import('../verdict/explained.ts');
  return () => explained({ claim, counterexample }, given === null ? {} : { late: given.over });
}

/** What can be sent between threads: no theorem, no function. */
const plain = (verdict: Verdict): Verdict => {
  const { proof, counterexample } = verdict;
  return {
    ...verdict,
    proof:
      proof === null
        ? null
        : {
            steps: proof.steps,
            assumed: [...proof.assumed],
            axioms: [...proof.axioms],
            derivation: [...proof.derivation],
            lemmas: [...(proof.lemmas ?? [])],
          },
    counterexample: counterexample === null ? null : plainCounterexample(counterexample),
  };
};

export const plainCounterexample = (c: Counterexample): Counterexample => ({
  ...c,
  left: asJson(c.left),
  right: asJson(c.right),
});
