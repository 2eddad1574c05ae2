/**
 * What a thread does with a job: everything that takes long is done here, and answered as plain
 * data.
 */
import type { NeedsReport } from '../necessity/index.ts';
import { bounded } from '../numbers/counted-work.ts';
import type { CoveredResult } from '../refuter/index.ts';
import { isQuestion } from '../answers/is-question.ts';
import { Disagreement } from '../verdict/disagreement.ts';
import { examine, glance } from '../verdict/examine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Why } from '../verdict/why.ts';
import { RunOver } from './bounded-run.ts';
import { filedPoints } from './filed-points.ts';
import { keyOf, proveLemmas, remember, withProof } from './proved-lemmas.ts';
import { examined, explainerOf, plainCounterexample, toldWith } from './examined.ts';
import type { Answer, Examined, Job, NeedsTask, Report, SliceTask, Task } from './task.ts';
import { userTime, type UserTime } from './user-time.ts';

/** Does a job; never throws. The signal ends a search early, with what it has. */
export async function answer(job: Job, signal: AbortSignal, report: Report): Promise<Answer> {
  try {
    switch (job.kind) {
      case 'glance':
        return await glanceAt(job.task, job.within);
      case 'examine':
        return {
          kind: 'examined',
          examined: await examineTask(job.task, signal, report),
        };
      case 'needs':
        return await needsOf(job.task, signal, report);
      case 'slice':
        return { kind: 'slice', result: await sliceOf(job.task, signal, report) };
      case 'unit':
        return {
          kind: 'unit',
          unit: await (await import('./measure-unit.ts')).measureUnit(job.task, signal, report),
        };
    }
  } catch (error) {
    if (error instanceof Disagreement)
      return {
        kind: 'disagreement',
        claim: error.claim,
        judgements: error.judgements,
        evidence: error.evidence,
      };
    return {
      kind: 'defect',
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      stack: error instanceof Error ? (error.stack ?? '') : '',
    };
  }
}

async function examineTask(task: Task, signal: AbortSignal, report: Report): Promise<Examined> {
  const { text, proof, time, seed, strict } = task;
  const given = userTime(task);
  const bounds = {
    time,
    seed,
    strict,
    signal,
    ...(given === null ? {} : { late: given.late }),
  };
  const { keys, ...sources } = await proveLemmas(task, bounds);
  if (isQuestion(text)) return answered(text, { ...bounds, ...sources }, task, given);
  const trace = task.trace ? (await import('../report/trace-lines.ts')).traceLines() : null;
  const verdict = await examine(text, {
    ...bounds,
    ...sources,
    ...withProof(proof, task.proofPlace),
    filed: () => filedPoints(task.filed),
    doubted: task.doubted ?? false,
    thorough: task.thorough,
    classes: task.classes,
    ...(task.patience === undefined ? {} : { patience: task.patience }),
    onProgress: ({ phase, trials: { run, met }, survives }) =>
      report({ phase, run, met, survives }),
    ...(trace === null ? {} : { observe: trace.observe }),
  });
  if (verdict.verdict === 'proved') remember(keyOf(task, keys), verdict);
  const traced = trace === null ? {} : { trace: trace.text(verdict.claim, verdict.trials.run) };
  const open = verdict.verdict === 'survived' || verdict.verdict === 'gave-up';
  if (!task.why || !open) return { ...(await examined(verdict, task, given)), ...traced };
  report({
    phase: 'looking for what is missing',
    ...verdict.trials,
    survives: verdict.verdict === 'survived',
  });
  const why = await reasonsFor(verdict.claim, task, given);
  return why === null
    ? { ...(await examined({ ...verdict, message: unexplained(verdict) }, task, given)), ...traced }
    : { ...(await examined(verdict, task, given)), ...traced, why };
}

const unexplained = ({ message }: Verdict): string =>
  [message, 'the time was over before the reasons were looked for; give it more with --time']
    .filter((line) => line !== null)
    .join('\n');

/** What the prover tried, and what the claim would follow from; null where the time was over. */
async function reasonsFor(
  text: string,
  { time, seed }: Task,
  given: UserTime | null,
): Promise<Why | null> {
  const { parseClaim } = await import('../language/index.ts');
  const { whyNot } = await import('../verdict/why-not.ts');
  return bounded(
    { work: Infinity, ...(given === null ? {} : { late: given.over }) },
    () => whyNot(parseClaim(text), { time: Math.max(1500, 500 * time), seed }),
    null,
  );
}

/** A question is answered by a claim that is proved; its verdict is that claim's. */
async function answered(
  text: string,
  options: Parameters<typeof examine>[1],
  task: Task,
  given: UserTime | null,
): Promise<Examined> {
  const { answer: answerTo } = await import('../answers/answer.ts');
  const { codeOf } = await import('../answers/code.ts');
  const { asked, answer: found, latex, expression, verdict } = await answerTo(text, options);
  const code = expression === null ? null : codeOf(expression);
  return { ...(await examined(verdict, task, given)), answer: { asked, text: found, latex, code } };
}

async function glanceAt(task: Task, within: <R>(part: () => R) => R): Promise<Answer> {
  const { text, time, seed, strict, classes } = task;
  if (isQuestion(text)) return { kind: 'open' };
  try {
    const found = await glance(text, { time, seed, strict, classes }, within);
    if (found === null) return { kind: 'open' };
    const explain = await explainerOf(found, task, null);
    return { kind: 'examined', examined: await toldWith(found, task, within(explain)) };
  } catch (error) {
    // what is said must not depend on how busy this thread was
    if (error instanceof RunOver) return { kind: 'open' };
    throw error;
  }
}

async function needsOf(task: NeedsTask, signal: AbortSignal, report: Report): Promise<Answer> {
  const { text, seed, filed, within } = task;
  const { ClaimError, parseClaim } = await import('../language/index.ts');
  let claim;
  try {
    claim = parseClaim(text);
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    // The examination says it better: with the place and a suggestion.
    return { kind: 'ill-typed', verdict: await examine(text, { time: 0, seed }) };
  }
  const { needs } = await import('../necessity/index.ts');
  const given = userTime(task);
  const found = await needs(claim, {
    seed,
    signal,
    filed: (await filedPoints(filed)).map(({ at }) => at),
    ...(within === null ? {} : { within: within * 1000 }),
    ...(given === null ? {} : { late: given.late }),
    onProgress: ({ hypothesis, done, of }) =>
      report({ phase: `${done + 1} of ${of}  without ${hypothesis}`, run: 0, met: 0 }),
  });
  return { kind: 'needs', report: plainNeeds(found) };
}

const plainNeeds = (report: NeedsReport): NeedsReport => ({
  ...report,
  rows: report.rows.map((row) => ({
    ...row,
    counterexample: row.counterexample === null ? null : plainCounterexample(row.counterexample),
    steps: row.steps.map((step) => ({
      ...step,
      proof: null,
      counterexample:
        step.counterexample === null ? null : plainCounterexample(step.counterexample),
    })),
  })),
});

async function sliceOf(
  { text, seed, from, to, shard, filed }: SliceTask,
  signal: AbortSignal,
  report: Report,
): Promise<CoveredResult> {
  const { parseClaim } = await import('../language/index.ts');
  const { search } = await import('../refuter/search.ts');
  const result = await search(parseClaim(text), {
    time: Number.POSITIVE_INFINITY,
    seed,
    from,
    to,
    signal,
    ...(shard === null ? {} : { shard }),
    filed: from === 0 ? (await filedPoints(filed)).map(({ at }) => at) : [],
    onProgress: ({ run, met }) => report({ phase: 'hunting', run, met }),
  });
  return {
    ...result,
    counterexample:
      result.counterexample === null ? null : plainCounterexample(result.counterexample),
    widest: result.widest === null ? null : plainCounterexample(result.widest),
  };
}
