/**
 * Reads the file of a campaign and makes its plan: claims are parsed, ids are looked up, units are
 * listed.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isQuestion } from '../answers/is-question.ts';
import type { ClaimEntry } from '../catalogue/claim-entry.ts';
import { showPlace } from '../catalogue/file-place.ts';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import { defaultDirectories } from '../catalogue/find-files.ts';
import { emptyCatalogue, type Catalogue } from '../catalogue/read-catalogue.ts';
import { CampaignError, parseCampaign, type CampaignFile } from '../campaign/campaign-file.ts';
import {
  planOf,
  usualSlice,
  type ExperimentPart,
  type HuntPart,
  type Part,
  type Plan,
} from '../campaign/plan.ts';
import { ClaimError, claimHash, claimText, parseClaim } from '../language/index.ts';
import { buildFingerprint } from './build-fingerprint.ts';
import { sourceOf } from './do-slice.ts';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';
import type { Output } from './output.ts';
import { readClaims } from './read-claims.ts';

/** A plan, with what runs the experiments in it. */
export interface ReadCampaign {
  readonly file: string;
  readonly plan: Plan;
  /** By the part's key. */
  readonly experiments: ReadonlyMap<string, ExperimentEntry>;
}

type Budget = Pick<HuntPart, 'points' | 'seed'> & { readonly slice: number | null };

/** The campaign of a file. Throws `Misuse` with the place and what to write instead. */
export async function readCampaign(file: string, output: Output): Promise<ReadCampaign> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new Misuse(
      `${file}: ` +
        `${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : String(error)}; ` +
        'a campaign is a .json file, see docs/campaigns.md',
    );
  }
  try {
    return await planned(file, parseCampaign(text), output);
  } catch (error) {
    if (error instanceof CampaignError) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}

async function planned(
  file: string,
  campaign: CampaignFile,
  output: Output,
): Promise<ReadCampaign> {
  const parts = new Map<string, Part>();
  const experiments = new Map<string, ExperimentEntry>();
  const add = (part: Part, place: string): void => {
    if (parts.has(part.key))
      throw new CampaignError(`${place} is in the campaign twice: '${part.key}'; leave one out`);
    parts.set(part.key, part);
  };
  const known = memorised(output);
  for (const [i, order] of campaign.hunts.entries()) {
    const place = `hunts[${i}]`;
    if (order.claim !== null) add(typedPart(order.name ?? '', order.claim, order, place), place);
    else {
      const { entries, experiments: others, problems } = await known(null);
      const entry = entries.find(({ id }) => id === order.id);
      if (entry === undefined) {
        throwProblem(place, problems);
        throw new CampaignError(unknown(place, order.id ?? '', 'claim', entries, others));
      }
      add(entryPart(entry, order, place), place);
    }
  }
  for (const [i, order] of campaign.catalogues.entries()) {
    const place = `catalogues[${i}]`;
    const { entries, problems } = await known(order.paths.length === 0 ? null : order.paths);
    throwProblem(place, problems);
    const wanted = entries.filter((entry) => isHunted(entry, order.declared));
    if (wanted.length === 0)
      throw new CampaignError(
        `${place} names no claim to hunt: there is none under ` +
          `${order.paths.join(', ') || defaultDirectories.join(' and ')}` +
          `${order.declared === null ? '' : ` that declares ${order.declared.join(' or ')}`}`,
      );
    for (const entry of wanted) {
      const part = entryPart(entry, order, place);
      if (!parts.has(part.key)) parts.set(part.key, part);
    }
  }
  for (const [i, order] of campaign.experiments.entries()) {
    const place = `experiments[${i}]`;
    const { entries, experiments: there, problems } = await known(null);
    const entry = there.find(({ id }) => id === order.id);
    if (entry === undefined) {
      throwProblem(place, problems);
      throw new CampaignError(unknown(place, order.id, 'experiment', there, entries));
    }
    const part = await experimentPart(entry, order, place);
    add(part, place);
    experiments.set(part.key, entry);
  }
  return {
    file,
    plan: planOf(campaign.name, buildFingerprint(), [...parts.values()]),
    experiments,
  };
}

/** Each set of paths is read once; null for the directories of a project. */
function memorised(output: Output): (paths: readonly string[] | null) => Promise<Catalogue> {
  const read = new Map<string, Promise<Catalogue>>();
  return (paths) => {
    const named = paths ?? defaultDirectories.filter((directory) => existsSync(directory));
    const key = named.join('\n');
    const before = read.get(key);
    if (before !== undefined) return before;
    const reading =
      named.length === 0 ? Promise.resolve(emptyCatalogue) : readClaims(named, output);
    read.set(key, reading);
    return reading;
  };
}

const seeded = (name: string, seed: number): string => (seed === 1 ? name : `${name}@${seed}`);

function typedPart(name: string, text: string, budget: Budget, place: string): HuntPart {
  if (isQuestion(text))
    throw new CampaignError(`${place}.claim is a question; write both sides, or use elenchus try`);
  return huntPart(seeded(name, budget.seed), null, text, budget, null, `${place}.claim`);
}

const entryPart = (entry: ClaimEntry, budget: Budget, place: string): HuntPart =>
  huntPart(
    seeded(entry.id, budget.seed),
    entry.id,
    entry.claim,
    budget,
    entry.expect,
    `${place}: ${entry.id}, ${showPlace(entry.place)}`,
  );

function huntPart(
  key: string,
  id: string | null,
  text: string,
  { points, slice, seed }: Budget,
  declared: HuntPart['declared'],
  place: string,
): HuntPart {
  try {
    const claim = parseClaim(text);
    return {
      kind: 'hunt',
      key,
      id,
      claim: claimText(claim),
      hash: claimHash(claim),
      seed,
      points,
      slice: Math.min(points, slice ?? usualSlice(points)),
      declared,
    };
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    throw new CampaignError(
      `${place} is ill-typed: ${error.message}; elenchus try "<claim>" shows where`,
    );
  }
}

const isHunted = ({ claim, expect }: ClaimEntry, declared: readonly string[] | null): boolean =>
  expect !== 'ill-typed' &&
  !isQuestion(claim) &&
  (declared === null || (expect !== null && declared.includes(expect)));

async function experimentPart(
  entry: ExperimentEntry,
  {
    form,
    seed,
    slices,
  }: {
    readonly form: ExperimentPart['form'];
    readonly seed: number;
    readonly slices: number | null;
  },
  place: string,
): Promise<ExperimentPart> {
  const source = await sourceOf(entry.place.file);
  let units: readonly string[];
  try {
    units = await entry.asks.units(form);
  } catch (error) {
    throw new CampaignError(
      `${place}: the units of ${entry.id} could not be listed: ` +
        `${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (source === null || units.length === 0 || new Set(units).size < units.length)
    throw new CampaignError(
      `${place}: ${entry.id} has ${units.length === 0 ? 'no units' : 'two units of one name'} in the ${form} form`,
    );
  return {
    kind: 'experiment',
    key: seeded(form === 'long' ? entry.id : `${entry.id}--${form}`, seed),
    id: entry.id,
    statement: entry.statement,
    file: entry.place.file,
    source,
    form,
    seed,
    units,
    slices: Math.min(units.length, slices ?? units.length),
  };
}

/** A file that cannot be read may be the one that declares what is missing. */
function throwProblem(place: string, [problem]: Catalogue['problems']): void {
  if (problem !== undefined)
    throw new CampaignError(`${place}: ${showPlace(problem.place)}: ${problem.message}`);
}

function unknown(
  place: string,
  id: string,
  kind: 'claim' | 'experiment',
  right: readonly { readonly id: string }[],
  others: readonly { readonly id: string }[],
): string {
  if (others.some((one) => one.id === id))
    return kind === 'claim'
      ? `${place}: '${id}' is an experiment; write it under "experiments"`
      : `${place}: '${id}' is a claim; write it under "hunts"`;
  const near = nearest(
    id,
    right.map((one) => one.id),
  );
  return (
    `${place}: there is no ${kind} '${id}' under ` +
    `${defaultDirectories.join(' and ')}${near === null ? '' : `; did you mean ${near}?`}`
  );
}
