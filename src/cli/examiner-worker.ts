/**
 * The thread in which claims are examined, so that the command stays able to stop it, and to bound
 * its time and memory.
 */
import { parentPort } from 'node:worker_threads';
import type { FromExaminer, ToExaminer } from './task.ts';
import { answer } from './work.ts';

const port = parentPort;
const send = (message: FromExaminer): void => port?.postMessage(message);

let stopper = new AbortController();

port?.on('message', async (message: ToExaminer) => {
  if (message.kind === 'stop') return stopper.abort();
  stopper = new AbortController();
  send({
    kind: 'answer',
    answer: await answer(message.job, stopper.signal, (progress) =>
      send({ kind: 'progress', progress }),
    ),
  });
});
