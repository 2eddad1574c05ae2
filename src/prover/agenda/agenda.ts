/**
 * An AND/OR agenda: goals with ways to them, ways that wait for subgoals. Each goal with what is
 * known there is one node, so that it is tried once and a circle is seen. Work goes to the way with
 * most promise for the work it has cost so far; what is cut short is tried again with more, so that
 * nothing starves. It knows no formula.
 */
import { Clock } from './clock.ts';
import { passed, spent, unitsOf } from './effort.ts';

/**
 * A goal, and what is known there; `share`: milliseconds' worth of work after which the answer is
 * null. A step that began before it ends goes on, unless the share is `firm`.
 */
export interface Request<G, K> {
  readonly goal: G;
  readonly known: K;
  readonly share?: number;
  readonly firm?: boolean;
}
/** What asks for subgoals and is resumed with their proofs. */
export type Line<G, K, P> = Generator<Request<G, K>, P | null, P | null>;

export interface Way<G, K, P> {
  readonly name: string;
  readonly promise: number;
  /** Not tried before the others had their share of the work. */
  readonly inReserve: boolean;
  readonly begin: () => Line<G, K, P>;
}

export type Outcome = 'proved' | 'failed' | 'out of work';

/** What the agenda must know about goals and proofs. */
export interface House<G, K, P> {
  readonly keyOf: (request: Request<G, K>) => string;
  /**
   * A proof that is at hand; null where it is known that there is none, or where no more goals may
   * be nested; undefined where nothing is known. `depth`: the goals around this one.
   */
  readonly recall: (key: string, request: Request<G, K>, depth: number) => P | null | undefined;
  readonly waysTo: (request: Request<G, K>) => readonly Way<G, K, P>[];
  /** Runs a step towards the last goal of a path; an error that means "not proved" answers null. */
  readonly guard: <T>(request: Request<G, K>, path: readonly string[], step: () => T) => T | null;
  readonly accepts: (request: Request<G, K>, proof: P) => boolean;
  readonly report: (request: Request<G, K>, way: string, depth: number, tried: Tried<P>) => void;
  /** A goal is settled: proved, or nothing is left to try. */
  readonly remember: (request: Request<G, K>, key: string, proof: P | null) => void;
}
export interface Tried<P> {
  readonly outcome: Outcome;
  readonly work: number;
  readonly proof: P | null;
}

export type Stop = 'proved' | 'exhausted' | 'out of work';

interface Waiting<G, K, P> {
  readonly on: Node<G, K, P>;
  readonly share: number;
  readonly firm: boolean;
  spent: number;
}
interface Attempt<G, K, P> {
  readonly way: Way<G, K, P>;
  readonly node: Node<G, K, P>;
  line: Line<G, K, P> | null;
  /** What the line is resumed with. */
  answer: P | null;
  waiting: Waiting<G, K, P> | null;
  spent: number;
  slice: number;
  failed: boolean;
}
interface Node<G, K, P> {
  readonly key: string;
  readonly request: Request<G, K>;
  readonly depth: number;
  readonly hope: number;
  readonly attempts: Attempt<G, K, P>[];
  proof: P | null;
  /** Nothing is left to try. */
  closed: boolean;
  /** Closed although a circle was cut: elsewhere it may be proved. */
  circular: boolean;
}

/**
 * Milliseconds' worth of work that a way gets at first, for its promise, and by how much that grows
 * each time.
 */
const [leastSlice, firstSlice] = [20, 600];
const growth = 4;
/** The part of the work after which reserves are tried, if nothing else ended before. */
const beforeReserves = 1 / 4;
/** Promise is weighed against work beyond this. */
const start = unitsOf(4);

export class Agenda<G, K, P> {
  readonly #house: House<G, K, P>;
  readonly #clock: Clock;
  readonly #nodes = new Map<string, Node<G, K, P>>();
  #cut: Attempt<G, K, P> | null = null;
  #isCertain: () => boolean = () => true;
  /** Side conditions are short: each way has all the time there is. */
  #isAside = false;
  #reserves = false;
  /** No step runs beyond it: the innermost firm share of a subgoal that is being tried. */
  #most = Infinity;
  constructor(house: House<G, K, P>, clock: Clock) {
    [this.#house, this.#clock] = [house, clock];
  }

  /**
   * Proves one goal, or says why it stopped. `isCertain`: nothing was cut short for a goal further
   * out; what fails then fails wherever it is asked for. `depth`: the goals around this one.
   */
  run(
    request: Request<G, K>,
    depth: number,
    { isAside, isCertain }: { readonly isAside: boolean; readonly isCertain: () => boolean },
  ): { proof: P | null; stop: Stop } {
    [this.#isAside, this.#isCertain] = [isAside, isCertain];
    const root = this.#nodeOf(request, depth, 1);
    const opening = spent() + (this.#clock.end.work - spent()) * beforeReserves;
    while (root.proof === null && !root.closed) {
      if (passed(this.#clock.end)) return { proof: null, stop: 'out of work' };
      this.#reserves ||= spent() > opening;
      this.#cut = null;
      if (this.#step(root, new Set())) continue;
      if (!this.#reserves) {
        this.#reserves = true;
        continue;
      }
      // every open goal waits in a circle: answer one of the waits with nothing
      const cut = this.#cut as Attempt<G, K, P> | null;
      if (!cut) break;
      [cut.waiting, cut.answer, cut.node.circular] = [null, null, true];
    }
    return { proof: root.proof, stop: root.proof === null ? 'exhausted' : 'proved' };
  }

  /** `hope`: the promise of the ways that lead here. */
  #nodeOf(request: Request<G, K>, depth: number, hope: number): Node<G, K, P> {
    const key = this.#house.keyOf(request);
    const found = this.#nodes.get(key);
    if (found) return found;
    const recalled = this.#house.recall(key, request, depth);
    const node: Node<G, K, P> = {
      key,
      request,
      depth,
      hope,
      attempts: [],
      proof: recalled ?? null,
      closed: recalled === null,
      circular: false,
    };
    this.#nodes.set(key, node);
    if (recalled === undefined)
      for (const way of this.#house.waysTo(request))
        node.attempts.push({
          way,
          node,
          line: null,
          answer: null,
          waiting: null,
          spent: 0,
          slice: this.#isAside ? Infinity : unitsOf(leastSlice + firstSlice * hope * way.promise),
          failed: false,
        });
    return node;
  }

  /** One slice of work below a node; false if every open goal waits in a circle. */
  #step(node: Node<G, K, P>, path: Set<Node<G, K, P>>): boolean {
    path.add(node);
    const weight = (a: Attempt<G, K, P>): number => a.way.promise / (a.spent + start);
    const open = node.attempts.filter((a) => !a.failed).toSorted((a, b) => weight(b) - weight(a));
    for (const attempt of open) {
      if (attempt.way.inReserve && !this.#reserves) continue;
      const before = spent();
      const moved = this.#advance(attempt, path);
      attempt.spent += spent() - before;
      if (moved) return true;
    }
    path.delete(node);
    if (open.length > 0) return false;
    node.closed = true;
    if (!node.circular && this.#isCertain()) this.#house.remember(node.request, node.key, null);
    return true;
  }

  #advance(attempt: Attempt<G, K, P>, path: Set<Node<G, K, P>>): boolean {
    const { waiting } = attempt;
    if (!waiting) {
      this.#work(
        attempt,
        [...path].map((n) => n.key),
      );
      return true;
    }
    const { on } = waiting;
    if (path.has(on) && on.proof === null && !on.closed) {
      this.#cut = attempt;
      return false;
    }
    if (on.proof === null && !on.closed && waiting.spent <= waiting.share) {
      const [before, most] = [spent(), this.#most];
      if (waiting.firm) this.#most = Math.min(most, before + waiting.share - waiting.spent);
      const moved = this.#step(on, new Set(path));
      this.#most = most;
      waiting.spent += spent() - before;
      // what has its subgoal proved goes on at once
      if (on.proof === null) return moved;
    }
    if (on.circular) attempt.node.circular = true;
    [attempt.waiting, attempt.answer] = [null, on.proof];
    return this.#advance(attempt, path);
  }

  /** Resumes a line until it asks or ends. */
  #work(attempt: Attempt<G, K, P>, path: readonly string[]): void {
    const { node, way } = attempt;
    const before = spent();
    this.#clock.grant(Math.min(attempt.slice, this.#most - before));
    const line = (attempt.line ??= way.begin());
    const step = this.#house.guard(node.request, path, () => line.next(attempt.answer));
    attempt.answer = null;
    if (step && !step.done) {
      const { share = Infinity, firm = false } = step.value;
      const on = this.#nodeOf(step.value, node.depth + 1, node.hope * way.promise);
      attempt.waiting = { on, share: unitsOf(share), firm, spent: 0 };
      return;
    }
    const proof = step?.value ?? null;
    const work = attempt.spent + spent() - before;
    if (proof !== null && this.#house.accepts(node.request, proof)) {
      node.proof = proof;
      this.#house.remember(node.request, node.key, proof);
      this.#house.report(node.request, way.name, node.depth, { outcome: 'proved', work, proof });
      return;
    }
    if (step && passed(this.#clock)) {
      this.#house.report(node.request, way.name, node.depth, {
        outcome: 'out of work',
        work,
        proof: null,
      });
      [attempt.line, attempt.slice] = [null, attempt.slice * growth];
      return;
    }
    attempt.failed = true;
    this.#house.report(node.request, way.name, node.depth, {
      outcome: 'failed',
      work,
      proof: null,
    });
  }
}
