/**
 * Starts the engine as soon as its text is read, so that it compiles while the page is laid out. A script of its own,
 * right behind that text.
 */
import type { Reply } from '../messages.ts';

export interface FirstWorker {
  /** The engine's text, from which other workers start. */
  readonly url: string;
  readonly worker: Worker;
  /** What the worker said so far; it is kept no longer. */
  readonly heard: () => readonly Reply[];
}

declare global {
  // the two scripts of the page share nothing else
  var firstWorker: FirstWorker | undefined;
}

export function startWorker(code: string): FirstWorker {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const early: Reply[] = [];
  const keep = ({ data }: MessageEvent<Reply>): void => void early.push(data);
  worker.addEventListener('message', keep);
  const heard = (): readonly Reply[] => {
    worker.removeEventListener('message', keep);
    return early;
  };
  return { url, worker, heard };
}
