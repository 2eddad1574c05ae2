/**
 * Which claims are examined when: an unchanged one never twice, a stale one no longer, what is
 * quick first.
 */
import type { ClaimIn } from './claims-in.ts';
import type { Found, LspWork } from './work.ts';

/** Milliseconds without a change before claims that take long are examined. */
const quiet = 120;
/** Verdicts that are remembered. */
const most = 5000;
/** Milliseconds between two messages while many claims are settled one after another. */
const between = 50;

export interface Schedule {
  /** The claims of a document as they are now; `publish` hears each time that more is known. */
  changed(uri: string, claims: readonly ClaimIn[], publish: () => void): Promise<void>;
  closed(uri: string): void;
  /** What is known of a claim. */
  found(claim: ClaimIn): Found | null;
}

export function schedule(work: LspWork, failed: (error: unknown) => void): Schedule {
  const known = new Map<string, Found>();
  const runs = new Map<string, AbortController>();
  const stop = (uri: string): void => {
    runs.get(uri)?.abort();
    runs.delete(uri);
  };
  /** What the work answers, remembered; null where it is open, stale or a defect. */
  const settle = async (claim: ClaimIn, part: () => Promise<Found | null>): Promise<boolean> => {
    if (known.has(claim.key)) return true;
    const found = await part().catch((error: unknown) => {
      failed(error);
      return null;
    });
    if (found === null) return false;
    remember(known, claim, found);
    return true;
  };
  const run = async (
    claims: readonly ClaimIn[],
    signal: AbortSignal,
    publish: () => void,
  ): Promise<void> => {
    const open: ClaimIn[] = [];
    const told = paced(publish);
    for (const claim of claims.filter(({ key }) => !known.has(key))) {
      // a keystroke that came meanwhile is read first
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
      if (await settle(claim, () => work.glance(claim.task))) told.more();
      else open.push(claim);
    }
    told.rest();
    if (open.length > 0) await pause(quiet, signal);
    for (const claim of open) {
      if (signal.aborted) return;
      const done = await settle(claim, () => work.examine(claim.task, signal));
      if (done && !signal.aborted) publish();
    }
  };
  return {
    async changed(uri, claims, publish) {
      stop(uri);
      const controller = new AbortController();
      runs.set(uri, controller);
      publish();
      await run(claims, controller.signal, publish);
    },
    closed: stop,
    found: ({ key }) => known.get(key) ?? null,
  };
}

/** Keeps what was found, and forgets the oldest. */
function remember(known: Map<string, Found>, claim: ClaimIn, found: Found): void {
  known.set(claim.key, found);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}

/** Publishes the first news at once, and what follows at intervals: each message is a whole list. */
function paced(publish: () => void): { more(): void; rest(): void } {
  let last = -Infinity;
  let late = false;
  const tell = (): void => {
    last = performance.now();
    late = false;
    publish();
  };
  return {
    more: () => (performance.now() - last >= between ? tell() : void (late = true)),
    rest: () => void (late && tell()),
  };
}

/** Ends early where the signal is aborted. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
