/**
 * Runs a campaign for any carrier of slices: checks each result, merges it, keeps the state, knows
 * the status.
 */
import { Board } from '../campaign/board.ts';
import { experimentProgress, huntOutcomeOf, objectionTo } from '../campaign/outcome.ts';
import { sliceName, type ExperimentPart, type HuntPart, type Slice } from '../campaign/plan.ts';
import { readResult } from '../campaign/slice-result.ts';
import {
  experimentStateOf,
  huntStateOf,
  UnequalResults,
  type CampaignState,
} from '../campaign/state.ts';
import {
  totalsOf,
  type CampaignStatus,
  type ExperimentStatus,
  type WorkerInfo,
} from '../campaign/status.ts';
import { RecordError } from '../records/parse-value.ts';
import { WritingError } from '../records/write-atomically.ts';
import type { Shard } from '../refuter/index.ts';
import type { CampaignStore } from './campaign-store.ts';
import type { Output } from './output.ts';
import type { ReadCampaign } from './read-campaign.ts';
import type { Rederivation } from './rederivation.ts';

/** Milliseconds between two writings of the state. */
const writePause = 1000;
/** Milliseconds that a rate is taken over. */
const rateSpan = 30_000;

type Table = Pick<ExperimentStatus, 'quantities' | 'findings' | 'message'>;
const noTable: Table = { quantities: null, findings: null, message: null };

export class Coordinator {
  readonly board: Board;
  readonly read: ReadCampaign;
  workers: readonly WorkerInfo[] = [];
  phase: CampaignStatus['phase'] = 'running';
  readonly carrier: CampaignStatus['carrier'];
  private readonly store: CampaignStore;
  private readonly output: Output;
  private readonly rederivation: Rederivation | null;
  private readonly began = performance.now();
  private readonly tables = new Map<string, Table & { readonly done: number }>();
  private readonly history: {
    readonly at: number;
    readonly trials: number;
    readonly slices: number;
  }[] = [];
  private writing = Promise.resolve();
  private written: CampaignState | null = null;
  private wroteAt = 0;
  private warned = false;

  constructor(
    read: ReadCampaign,
    state: CampaignState,
    shard: Shard | null,
    store: CampaignStore,
    output: Output,
    rederivation: Rederivation | null,
  ) {
    this.read = read;
    this.board = new Board(read.plan, state, shard);
    this.store = store;
    this.output = output;
    this.rederivation = rederivation;
    this.carrier = rederivation === null ? 'local' : 'redis';
  }

  log(event: string, more: object = {}): void {
    void this.store.log({ at: new Date().toISOString(), event, ...more });
  }

  /**
   * Takes a result: its form is checked, a counterexample is replayed exactly, a few are derived
   * again.
   * Anything else is put aside, and the slice is open again. Throws `UnequalResults`.
   */
  accept(slice: Slice, value: unknown, worker: string): void {
    const part = this.board.partOf(slice.part);
    const name = sliceName(slice);
    if (part === null) return;
    try {
      const result = readResult(value, slice);
      if (result.kind === 'hunt' && result.found !== null) {
        const objection = objectionTo(part as HuntPart, result.found);
        if (objection !== null)
          throw new RecordError(`its counterexample does not hold: ${objection}`);
      }
      if (!this.board.take(result)) return;
      this.rederivation?.offer(slice, result, worker);
      this.log('slice', {
        slice: name,
        worker,
        found: result.kind === 'hunt' && result.found !== null,
      });
      if (result.kind === 'hunt' && result.found !== null)
        this.log('counterexample', {
          part: part.key,
          slice: name,
          position: result.found.position,
          worker,
        });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      this.board.giveBack(slice);
      this.log('refused-result', { slice: name, worker, why: error.message });
      this.output.warn(
        `worker ${worker} sent something else than a result of ${name}: ${error.message}; the slice is done again`,
      );
    }
  }

  lose(slice: Slice, reason: string, worker: string | null): void {
    this.board.lose(slice, reason);
    this.log('lost', { slice: sliceName(slice), why: reason, worker });
    this.output.warn(`${sliceName(slice)} could not be done: ${reason}`);
  }

  /** Writes the state where it has changed, joined with what another run has written. */
  async save(now = false): Promise<void> {
    this.rederivation?.throwIfUnequal();
    if (!now && performance.now() - this.wroteAt < writePause) return;
    this.wroteAt = performance.now();
    this.writing = this.writing.then(() => this.write());
    await this.writing;
  }

  private async write(): Promise<void> {
    if (this.board.state === this.written) return;
    try {
      const there = await this.store.read().catch(() => null);
      if (there !== null) this.board.join(there);
      const { state } = this.board;
      await this.store.write(state);
      this.written = state;
      this.warned = false;
    } catch (error) {
      if (error instanceof UnequalResults || !(error instanceof WritingError)) throw error;
      if (!this.warned)
        this.output.notWritten(`${error.message}; the campaign goes on and tries again`);
      this.warned = true;
    }
  }

  /** Brings the tables of experiments up to date; the final ones with their findings. */
  async updateTables(): Promise<void> {
    for (const part of this.read.plan.parts) {
      if (part.kind !== 'experiment') continue;
      const { samples } = experimentStateOf(this.board.state, part);
      const done = Object.keys(samples).length;
      if (done === (this.tables.get(part.key)?.done ?? 0)) continue;
      this.tables.set(part.key, { ...(await tableOf(this.read, part, samples)), done });
    }
  }

  status(): CampaignStatus {
    const { state, plan } = this.board;
    const hunts = plan.parts
      .filter((part) => part.kind === 'hunt')
      .map((part) => huntOutcomeOf(part, huntStateOf(state, part)));
    const experiments = plan.parts
      .filter((part) => part.kind === 'experiment')
      .map((part) => ({
        ...experimentProgress(part, experimentStateOf(state, part)),
        ...noTable,
        ...this.tableAt(part),
      }));
    const totals = totalsOf(hunts, experiments);
    return {
      name: plan.name,
      build: plan.build,
      plan: plan.hash,
      carrier: this.carrier,
      phase: this.phase,
      seconds: (performance.now() - this.began) / 1000,
      ...totals,
      rate: this.rate(totals.trials.run, totals.slices.done),
      hunts,
      experiments,
      workers: this.workers,
      rederived: this.rederivation?.agreed ?? 0,
    };
  }

  private tableAt({ key }: ExperimentPart): Table {
    const { quantities, findings, message } = this.tables.get(key) ?? noTable;
    return { quantities, findings, message };
  }

  private rate(trials: number, slices: number): CampaignStatus['rate'] {
    const at = performance.now();
    if (at - (this.history.at(-1)?.at ?? 0) >= 500) this.history.push({ at, trials, slices });
    while (this.history.length > 2 && at - (this.history[0]?.at ?? at) > rateSpan)
      this.history.shift();
    const [first] = this.history;
    const seconds = first === undefined ? 0 : (at - first.at) / 1000;
    if (first === undefined || seconds <= 0) return { trials: 0, slices: 0 };
    return { trials: (trials - first.trials) / seconds, slices: (slices - first.slices) / seconds };
  }
}

/** The table of an experiment, and its findings once every unit is done. */
async function tableOf(
  { experiments }: ReadCampaign,
  { key, units, form, seed }: ExperimentPart,
  samples: ReturnType<typeof experimentStateOf>['samples'],
): Promise<Table> {
  const asks = experiments.get(key)?.asks;
  if (asks === undefined) return noTable;
  const missing = units.some((unit) => samples[unit] === undefined);
  if (missing) {
    const quantities = await asks.interim(samples, form, seed).catch(() => null);
    return { ...noTable, quantities };
  }
  try {
    const all = units.map((unit) => samples[unit] as (typeof samples)[string]);
    return { ...(await asks.conclude(all, form, seed)), message: null };
  } catch (error) {
    return { ...noTable, message: error instanceof Error ? error.message : String(error) };
  }
}
