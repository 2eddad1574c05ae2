/** The engine in a worker of the page: one question after another, each of which can be stopped. */
import { answerAsk, explainedLater } from './answer-ask.ts';
import type { Ask, Reply } from './messages.ts';
import { words } from './words.ts';

/** The part of a worker's own scope that is used here. */
declare const self: {
  addEventListener(kind: 'message', take: (event: { readonly data: Ask }) => void): void;
  postMessage(reply: Reply): void;
};

/** Milliseconds between two reports of progress. */
const between = 200;

let stop = new AbortController();
let last: Promise<void> = Promise.resolve();
let running = 0;
const stopped = new Set<number>();

async function run(ask: Exclude<Ask, { kind: 'stop' }>): Promise<void> {
  stop = new AbortController();
  running = ask.id;
  if (stopped.delete(ask.id)) stop.abort();
  let reported = performance.now();
  const reply = await answerAsk(ask, stop.signal, (progress) => {
    const now = performance.now();
    if (now - reported < between) return;
    reported = now;
    self.postMessage(progress);
  });
  self.postMessage(reply);
  const more = reply.kind === 'checked' ? explainedLater(reply.id) : null;
  if (more !== null) self.postMessage(more);
}

self.addEventListener('message', ({ data: ask }) => {
  if (ask.kind !== 'stop') last = last.then(() => run(ask));
  else if (ask.id === running) stop.abort();
  else stopped.add(ask.id);
});
self.postMessage({ kind: 'ready', words });
