/**
 * Executes .ts files of claims in a process of their own: a crash, an exit, output or a hang is
 * that file's problem.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../catalogue/claim-entry.ts';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { TypescriptReader } from '../catalogue/typescript-reader.ts';
import type { ReadTypescript } from '../catalogue/read-typescript.ts';
import type { Concluded } from '../experiments/asks.ts';
import type { Form } from '../experiments/form.ts';
import type { Quantity } from '../experiments/quantity.ts';
import type { Sample } from '../experiments/sample.ts';

type Ask =
  | { readonly kind: 'read'; readonly file: string; readonly text: string }
  | { readonly kind: 'units'; readonly id: string; readonly form: Form }
  | {
      readonly kind: 'conclude';
      readonly id: string;
      readonly samples: readonly (Sample | null)[];
      readonly form: Form;
      readonly seed: number;
    }
  | {
      readonly kind: 'interim';
      readonly id: string;
      readonly done: Readonly<Record<string, Sample>>;
      readonly form: Form;
      readonly seed: number;
    }
  | {
      readonly kind: 'judge';
      readonly id: string;
      readonly quantities: readonly Quantity[];
      readonly form: Form;
    };
/** A number for each request; 0 is the host's first word. */
export type HostRequest = Ask & { readonly number: number };
export type HostAnswer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly failure: string };

/**
 * Seconds in which a file must be loaded, or an experiment must answer, unless the user gave a
 * time: it only ends a run that hangs.
 */
export const usualPatience = 30;

const hostFile = fileURLToPath(
  new URL(`./catalogue-host${extname(import.meta.url)}`, import.meta.url),
);

/** The process ended, or took too long, before it answered. */
class HostLost extends Error {
  readonly late: boolean;
  constructor(message: string, late = false) {
    super(message);
    this.late = late;
  }
}

/** Reads .ts files through the process, which starts when the first file is read. */
export interface CatalogueProcess {
  readonly read: TypescriptReader;
  close(): void;
}

/** A host that is started again after it ended, in which each experiment is read again. */
class RestartedHost {
  readonly #note: (text: string) => void;
  readonly #patience: () => number;
  #host: Host | null = null;
  #lastFile = '';
  /** Where each experiment was read. */
  readonly sources = new Map<string, Extract<Ask, { kind: 'read' }>>();

  constructor(note: (text: string) => void, patience: () => number) {
    this.#note = note;
    this.#patience = patience;
  }

  async ask(request: Ask): Promise<unknown> {
    const fresh = this.#host === null;
    try {
      return await this.#askOnce(request);
    } catch (error) {
      // an earlier file may have ended the process: a process of its own shows whose fault it is
      if (!(error instanceof HostLost) || error.late || fresh) throw error;
      return await this.#askOnce(request);
    }
  }

  close(): void {
    this.#host?.close();
    this.#host = null;
  }

  async #askOnce(request: Ask): Promise<unknown> {
    if (this.#host?.lost) {
      this.#note(`${this.#lastFile}: ${this.#host.lost.message.replace('while', 'after')}`);
      this.#host = null;
    }
    if (this.#host === null) {
      this.#host = startHost(this.#note, this.#patience);
      const source = request.kind === 'read' ? undefined : this.sources.get(request.id);
      if (source !== undefined) await this.#host.ask(source);
    }
    if (request.kind === 'read') this.#lastFile = request.file;
    try {
      return await this.#host.ask(request);
    } catch (error) {
      if (error instanceof HostLost) this.close();
      throw error;
    }
  }
}

/** `note` receives what a file printed; a file is given up after as many seconds as it has. */
export function catalogueProcess(
  note: (text: string) => void,
  patience: () => number = () => usualPatience,
): CatalogueProcess {
  const host = new RestartedHost(note, patience);
  const asksOf = (id: string): ExperimentEntry['asks'] => ({
    units: async (form) => (await host.ask({ kind: 'units', id, form })) as readonly string[],
    conclude: async (samples, form, seed) =>
      (await host.ask({ kind: 'conclude', id, samples, form, seed })) as Concluded,
    interim: async (done, form, seed) =>
      (await host.ask({ kind: 'interim', id, done, form, seed })) as Concluded['quantities'] | null,
    judge: async (quantities, form) =>
      (await host.ask({ kind: 'judge', id, quantities, form })) as Concluded['findings'],
  });
  return {
    async read(file, text) {
      try {
        const source = { kind: 'read', file, text } as const;
        const found = (await host.ask(source)) as ReadTypescript;
        for (const { id } of found.experiments) host.sources.set(id, source);
        return {
          ...found,
          experiments: found.experiments.map((one) => ({ ...one, asks: asksOf(one.id) })),
        };
      } catch (error) {
        return { entries: [], experiments: [], problems: [problemOf(file, error)] };
      }
    },
    close: () => host.close(),
  };
}

const problemOf = (file: string, error: unknown): Problem => ({
  message: error instanceof Error ? error.message : String(error),
  place: { file, line: 0, column: 0 },
});

interface Host {
  /** Why it can answer no more; null while it can. */
  readonly lost: HostLost | null;
  ask(request: Ask): Promise<unknown>;
  close(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function startHost(note: (text: string) => void, patience: () => number): Host {
  const child = fork(hostFile, {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let lost: HostLost | null = null;
  const lose = (why: string, late = false): void => {
    lost ??= new HostLost(why, late);
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  };
  child.on('message', (answer: HostAnswer) => {
    const one = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('failure' in answer) one?.reject(new Error(answer.failure));
    else one?.resolve(answer.value);
  });
  child.on('exit', (code, signal) =>
    lose(
      `it ended its process (${signal === null ? `exit code ${code}` : signal}) while it was executed`,
    ),
  );
  child.on('error', (error) => lose(`it could not be executed: ${error.message}`));
  child.unref();
  child.channel?.unref();
  const heard = listenTo(child, note);
  let last = 0;
  return {
    get lost() {
      return lost;
    },
    ask(request) {
      if (lost !== null) return Promise.reject(lost);
      const number = (last += 1);
      return new Promise((resolve, reject) => {
        const seconds = patience();
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          lose(`it did not finish within ${Number(seconds.toPrecision(2))} s`, true);
        }, seconds * 1000);
        const ended = (): void => {
          clearTimeout(timer);
          heard.flush('file' in request ? request.file : request.id);
        };
        waiting.set(number, {
          resolve: (value) => (ended(), resolve(value)),
          reject: (error) => (ended(), reject(error)),
        });
        child.send({ ...request, number }, (error) => {
          if (error) lose('its process could not be reached');
        });
      });
    },
    close() {
      child.removeAllListeners();
      child.kill('SIGKILL');
    },
  };
}

/** Longest part of what a file prints that is shown. */
const shownCharacters = 400;

/**
 * Collects what the process prints, and passes it on under the name of the file that printed it.
 */
function listenTo(child: ChildProcess, note: (text: string) => void): { flush(who: string): void } {
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (printed.length < shownCharacters) printed += text.slice(0, shownCharacters);
    });
  return {
    flush(who) {
      if (printed.trim() !== '') note(`${who} printed: ${printed.trim()}`);
      printed = '';
    },
  };
}
