/**
 * The thread in which claims are examined, so that the command stays able to stop it, and to bound
 * its time and memory.
 */
import { parentPort } from 'node:worker_threads';
import type { Begun } from '../verdict/options.ts';
import type { FromExaminer, ToExaminer } from './task.ts';
import { answer } from './work.ts';

const port = parentPort;
const send = (message: FromExaminer): void => port?.postMessage(message);

let stopper = new AbortController();
let unproved: (work: number) => void = () => undefined;
const elsewhere = (begun: Begun): Promise<number> =>
  new Promise((resolve) => {
    unproved = resolve;
    send({ kind: 'standing', begun });
  });

port?.on('message', async (message: ToExaminer) => {
  if (message.kind === 'stop') return stopper.abort();
  if (message.kind === 'unproved') return unproved(message.work);
  stopper = new AbortController();
  send({
    kind: 'answer',
    answer: await answer(
      message.job,
      stopper.signal,
      (progress) => send({ kind: 'progress', progress }),
      elsewhere,
    ),
  });
});
