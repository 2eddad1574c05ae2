/** The thread in which claims are examined, so that the command stays able to stop it, and to bound its time and memory. */
import { parentPort } from 'node:worker_threads';
import { asJson } from '../records/witness.ts';
import { Disagreement } from '../verdict/disagreement.ts';
import { examine } from '../verdict/examine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { FromExaminer, Task, ToExaminer } from './task.ts';

const port = parentPort;
const send = (message: FromExaminer): void => port?.postMessage(message);

/** Lemmas proved in this thread, by id. */
const proved = new Map<string, Verdict>();
let stopper = new AbortController();

port?.on('message', (message: ToExaminer) => {
  if (message.kind === 'stop') stopper.abort();
  else void answer(message.task);
});

async function answer(task: Task): Promise<void> {
  stopper = new AbortController();
  try {
    send({ kind: 'verdict', verdict: plain(await examined(task, stopper.signal)) });
  } catch (error) {
    if (error instanceof Disagreement) send({ kind: 'disagreement', claim: error.claim, judgements: error.judgements, evidence: error.evidence });
    else send({ kind: 'defect', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error), stack: error instanceof Error ? (error.stack ?? '') : '' });
  }
}

async function examined({ text, proof, lemmas, time, seed, strict }: Task, signal: AbortSignal): Promise<Verdict> {
  const known = new Map<string, Verdict>();
  for (const lemma of lemmas) {
    const verdict = proved.get(lemma.id) ?? (await examine(lemma.text, { time, seed, strict, signal, lemmas: known, ...withProof(lemma.proof) }));
    if (verdict.verdict !== 'proved') continue;
    proved.set(lemma.id, verdict);
    known.set(lemma.id, verdict);
  }
  return examine(text, {
    time, seed, strict, signal, lemmas: known, ...withProof(proof),
    onProgress: ({ phase, trials }) => send({ kind: 'progress', progress: { phase, run: trials.run, met: trials.met } }),
  });
}

const withProof = (proof: string | null): { proof?: string } => (proof === null ? {} : { proof });

/** What can be sent between threads: no theorem, no function. */
const plain = (verdict: Verdict): Verdict => {
  const { proof, counterexample } = verdict;
  return {
    ...verdict,
    proof: proof === null ? null : { steps: proof.steps, assumed: [...proof.assumed], axioms: [...proof.axioms], derivation: [...proof.derivation] },
    counterexample: counterexample === null ? null : { ...counterexample, left: asJson(counterexample.left), right: asJson(counterexample.right) },
  };
};
