/**
 * Prover and search of one claim in a thread each: who settles it stops the other. The answer is
 * that of one thread, since the search takes no more than its own share before it hears what the
 * prover took.
 */
import { runJob, type ExaminingThread, type RunningJob } from './examining-thread.ts';
import type { JobLimits } from './job-watch.ts';
import type { Answer, Progress, Task } from './task.ts';

export interface Pair {
  readonly searcher: ExaminingThread;
  readonly prover: ExaminingThread;
}

/** The claim is examined anew with every one of these, or the prover has nothing to look for. */
export const runsAbreast = ({ proof, patience, doubted, thorough, trace }: Task): boolean =>
  proof === null && patience === undefined && doubted !== true && !thorough && trace !== true;

export function runAbreast(
  { searcher, prover }: Pair,
  task: Task,
  limits: JobLimits,
  onProgress: (progress: Progress) => void,
): RunningJob & { readonly stopProver: () => void } {
  const began = performance.now();
  // it comes up while the search begins
  prover.start();
  let proving: RunningJob | null = null;
  let proved: ((answer: Answer) => void) | null = null;
  let failed: ((error: unknown) => void) | null = null;
  const byProver = new Promise<Answer>((resolve, reject) => ([proved, failed] = [resolve, reject]));
  const unproved = (work: number): void => searcher.post({ kind: 'unproved', work });
  const searching = runJob(
    searcher,
    { kind: 'examine', task: { ...task, abreast: true } },
    limits,
    {
      onProgress,
      onStanding(begun) {
        proving = runJob(prover, { kind: 'prove', task, begun }, limits, { onProgress() {} });
        proving.answer.then((answer) => {
          proving = null;
          if (answer.kind === 'unproved') return unproved(answer.work);
          // ended from outside: the search concludes with what it has
          if (answer.kind === 'examined' && answer.examined.verdict.verdict !== 'proved')
            return unproved(Infinity);
          searching.cancel();
          proved?.(timed(answer, began));
        }, failed);
      },
    },
  );
  const stopProver = (): void => {
    if (proving === null) return;
    proving.cancel();
    proving = null;
    unproved(Infinity);
  };
  const cancel = (): void => {
    proving?.cancel();
    searching.cancel();
  };
  const bySearch = searching.answer.finally(() => proving?.cancel());
  return { answer: Promise.race([byProver, bySearch]), cancel, stopProver };
}

/** A verdict of the prover's thread with the seconds of both. */
const timed = (answer: Answer, began: number): Answer =>
  answer.kind !== 'examined'
    ? answer
    : {
        ...answer,
        examined: {
          ...answer.examined,
          verdict: { ...answer.examined.verdict, seconds: (performance.now() - began) / 1000 },
        },
      };
