/**
 * The directory of a campaign, `.elenchus/campaigns/<name>`: its state, its log, and who runs it.
 */
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../campaign/plan.ts';
import { newState, type CampaignState } from '../campaign/state.ts';
import { readState, stateText } from '../campaign/state-text.ts';
import { RecordError } from '../records/parse-value.ts';
import { MissingRecord, readRecordFile } from '../records/read-record-file.ts';
import { makeDirectory, replaceAtomically } from '../records/write-atomically.ts';
import type { Shard } from '../refuter/index.ts';
import { Misuse } from './misuse.ts';

/**
 * Where campaigns are kept, below the directory in which elenchus runs; not for version control.
 */
const campaignDirectory = join('.elenchus', 'campaigns');
const maximalBytes = 1_000_000_000;

export interface CampaignStore {
  readonly directory: string;
  readonly path: string;
  /** What is there; null where it has not begun. Throws `Misuse` where it cannot be used. */
  read(): Promise<CampaignState | null>;
  write(state: CampaignState): Promise<void>;
  /** Asks the process that runs the campaign to stop. */
  askToStop(): Promise<void>;
  isAskedToStop(): Promise<boolean>;
  /** Forgets an earlier wish to stop. */
  goOn(): Promise<void>;
  log(line: object): Promise<void>;
  remove(): Promise<void>;
}

const storeName = (name: string, shard: Shard | null): string =>
  shard === null ? name : `${name}--${shard.index + 1}of${shard.count}`;

export function campaignStore(plan: Plan, shard: Shard | null): CampaignStore {
  const directory = join(campaignDirectory, storeName(plan.name, shard));
  const path = join(directory, 'state.json');
  const stop = join(directory, 'stop');
  return {
    directory,
    path,
    read: () => readStateFile(path, plan),
    async write(state) {
      await makeDirectory(directory);
      await replaceAtomically(path, stateText(state));
    },
    async askToStop() {
      await makeDirectory(directory);
      await writeFile(stop, 'stop\n');
    },
    isAskedToStop: () =>
      readFile(stop).then(
        () => true,
        () => false,
      ),
    goOn: () => rm(stop, { force: true }),
    async log(line) {
      await makeDirectory(directory);
      await appendFile(join(directory, 'log.jsonl'), `${JSON.stringify(line)}\n`).catch(() => {});
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A state's file; null where there is none. Throws `Misuse`. */
export async function readStateFile(path: string, plan: Plan): Promise<CampaignState | null> {
  try {
    return readState(await readRecordFile(path, maximalBytes), plan);
  } catch (error) {
    if (error instanceof MissingRecord) return null;
    if (error instanceof RecordError)
      throw new Misuse(
        `${path} cannot be used: ${error.message}; begin anew with elenchus campaign start ` +
          '--force, or give the campaign another name',
      );
    throw error;
  }
}

export const emptyState = (plan: Plan): CampaignState => newState(plan);
