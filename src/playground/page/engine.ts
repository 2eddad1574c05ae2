/**
 * The engine's worker, made from the page's own text. What cannot be stopped by asking is ended and
 * begun anew.
 */
import type { Ask, Reply } from '../messages.ts';
import type { FirstWorker } from './first-worker.ts';

type Unnumbered<T> = T extends Ask ? Omit<T, 'id'> : never;
export type Question = Unnumbered<Exclude<Ask, { kind: 'stop' }>>;
export type Answered = Exclude<Reply, { kind: 'ready' | 'progress' | 'explained' }>;

/** Milliseconds in which the engine answers a stop, before it is ended. */
const patience = 700;

interface Waiting {
  readonly ask: Exclude<Ask, { kind: 'stop' }>;
  readonly done: (reply: Answered | null) => void;
  readonly progress: (text: string) => void;
}

export class Engine {
  #worker: Worker | null = null;
  #waiting: Waiting[] = [];
  #next = 1;
  readonly #url: string;
  readonly #ready: (words: readonly string[]) => void;
  /** Hears what was found out about a claim after its verdict. */
  onExplained: (id: number, markup: string) => void = () => undefined;

  constructor(first: FirstWorker, ready: (words: readonly string[]) => void) {
    this.#url = first.url;
    this.#ready = ready;
    this.#adopt(first.worker);
    for (const reply of first.heard()) this.#take(reply);
  }

  /** The engine's answer; null where it was ended before, or `seconds` were over. */
  ask(
    question: Question,
    seconds: number,
    progress: (text: string) => void,
  ): Promise<Answered | null> {
    const id = this.#next++;
    const ask = { ...question, id } as Waiting['ask'];
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#restart([id]), seconds * 1000);
      const done = (reply: Answered | null): void => {
        clearTimeout(late);
        resolve(reply);
      };
      this.#waiting.push({ ask, done, progress });
      this.#worker?.postMessage(ask);
    });
  }

  get busy(): boolean {
    return this.#waiting.length > 0;
  }

  /** Ends all running questions soon, with what they have. */
  stop(): void {
    const stopping = this.#waiting.map(({ ask }) => ask.id);
    for (const id of stopping) this.#worker?.postMessage({ kind: 'stop', id } satisfies Ask);
    setTimeout(() => {
      if (this.#waiting.some(({ ask }) => stopping.includes(ask.id))) this.#restart(stopping);
    }, patience);
  }

  #adopt(worker: Worker): void {
    worker.addEventListener('message', (event: MessageEvent<Reply>) => {
      if (worker === this.#worker) this.#take(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#restart();
    });
    this.#worker = worker;
  }

  /**
   * A new worker: it is asked again what waits behind the questions that end, which are all by
   * default.
   */
  #restart(ending?: readonly number[]): void {
    this.#worker?.terminate();
    const ends = ({ ask }: Waiting): boolean => ending === undefined || ending.includes(ask.id);
    const ended = this.#waiting.filter(ends);
    this.#waiting = this.#waiting.filter((w) => !ends(w));
    this.#adopt(new Worker(this.#url));
    for (const { ask } of this.#waiting) this.#worker?.postMessage(ask);
    for (const { done } of ended) done(null);
  }

  #take(reply: Reply): void {
    if (reply.kind === 'ready') {
      this.#ready(reply.words);
      return;
    }
    if (reply.kind === 'explained') {
      this.onExplained(reply.id, reply.markup);
      return;
    }
    const found = this.#waiting.find(({ ask }) => ask.id === reply.id);
    if (found === undefined) return;
    if (reply.kind === 'progress') {
      found.progress(reply.text);
      return;
    }
    this.#waiting = this.#waiting.filter((w) => w !== found);
    found.done(reply);
  }
}
