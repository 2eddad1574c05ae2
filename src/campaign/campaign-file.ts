/** The file of a campaign: what to hunt and what to measure, with points, seeds and forms. */
import { expectations, type Expectation } from '../catalogue/entry.ts';
import { namePattern } from '../catalogue/names.ts';
import { forms, type Form } from '../experiments/form.ts';
import { isObject } from '../records/parse-value.ts';
import { jsonPlace } from './json-place.ts';

/** One claim to hunt: an id of the catalogue, or a claim with a name. */
export interface HuntOrder {
  readonly id: string | null;
  readonly name: string | null;
  readonly claim: string | null;
  /** Points of the stream to draw. */
  readonly points: number;
  /** Points of one slice; null: chosen from the number of points. */
  readonly slice: number | null;
  readonly seed: number;
}

/** Every claim under some paths, hunted alike. */
export interface CatalogueOrder {
  readonly paths: readonly string[];
  /** Only claims that declare one of these verdicts; null for all of them. */
  readonly declared: readonly Expectation[] | null;
  readonly points: number;
  readonly slice: number | null;
  readonly seed: number;
}

export interface ExperimentOrder {
  readonly id: string;
  readonly form: Form;
  readonly seed: number;
  /** The most slices that its units are spread over; null: one for each unit. */
  readonly slices: number | null;
}

export interface CampaignFile {
  readonly name: string;
  readonly hunts: readonly HuntOrder[];
  readonly catalogues: readonly CatalogueOrder[];
  readonly experiments: readonly ExperimentOrder[];
}

/** What is wrong with a campaign file: the place in it, and what to write instead. */
export class CampaignError extends Error {
  override readonly name = 'CampaignError';
}

const mostPoints = 1e12;
const defaultPoints = 100_000;

type Fields = Readonly<Record<string, unknown>>;

/** The campaign in a file's text. Throws `CampaignError`. */
export function parseCampaign(text: string): CampaignFile {
  const top = objectAt(parsed(text), 'the file', [
    'name',
    'seed',
    'points',
    'slice',
    'hunts',
    'catalogues',
    'experiments',
  ]);
  const name = textAt(top, 'name', '');
  if (!namePattern.test(name) || name.length > 64)
    throw new CampaignError(
      `"name" is ${shown(name)}; write small letters, digits and single hyphens, as "open-questions"`,
    );
  const own = {
    seed: seedAt(top, '') ?? 1,
    points: pointsAt(top, 'points', '') ?? defaultPoints,
    slice: pointsAt(top, 'slice', ''),
  };
  const hunts = listAt(top, 'hunts').map((one, i) => huntOrder(one, `hunts[${i}]`, own));
  const catalogues = listAt(top, 'catalogues').map((one, i) =>
    catalogueOrder(one, `catalogues[${i}]`, own),
  );
  const experiments = listAt(top, 'experiments').map((one, i) =>
    experimentOrder(one, `experiments[${i}]`, own),
  );
  if (hunts.length + catalogues.length + experiments.length === 0)
    throw new CampaignError(
      'the campaign has nothing to do; write "hunts", "catalogues" or "experiments", as ' +
        '"hunts": [{ "name": "squares", "claim": "A: n×n |- tr(A A) >= 0", "points": 100000 }]',
    );
  return { name, hunts, catalogues, experiments };
}

type Budget = Pick<HuntOrder, 'points' | 'slice' | 'seed'>;

/** The points, slices and seed of one order; `own` are those of the campaign. */
const budgetOf = (fields: Fields, place: string, own: Budget): Budget => ({
  points: pointsAt(fields, 'points', place) ?? own.points,
  slice: pointsAt(fields, 'slice', place) ?? own.slice,
  seed: seedAt(fields, place) ?? own.seed,
});

function huntOrder(given: unknown, place: string, own: Budget): HuntOrder {
  const fields = objectAt(given, place, ['id', 'name', 'claim', 'points', 'slice', 'seed']);
  if ('id' in fields === 'claim' in fields)
    throw new CampaignError(
      `${place} must have either "id", as "dnfa/balance-relu", or "name" and "claim"`,
    );
  if ('id' in fields) {
    const id = idAt(fields, place);
    const rest = without(fields, 'name', place, 'an id has its name already');
    return { id, name: null, claim: null, ...budgetOf(rest, place, own) };
  }
  const name = textAt(fields, 'name', place);
  if (!namePattern.test(name))
    throw new CampaignError(
      `${place}.name is ${shown(name)}; write small letters, digits and single hyphens, as "trace-of-words"`,
    );
  const claim = textAt(fields, 'claim', place);
  return { id: null, name, claim, ...budgetOf(fields, place, own) };
}

function catalogueOrder(given: unknown, place: string, own: Budget): CatalogueOrder {
  const fields = objectAt(given, place, ['paths', 'declared', 'points', 'slice', 'seed']);
  return {
    paths: textsAt(fields, 'paths', place, '["proofs", "properties"]') ?? [],
    declared: declaredAt(fields, place),
    ...budgetOf(fields, place, own),
  };
}

function experimentOrder(given: unknown, place: string, own: Budget): ExperimentOrder {
  const fields = objectAt(given, place, ['id', 'form', 'seed', 'slices']);
  const form = fields['form'] ?? 'long';
  if (!forms.some((known) => known === form))
    throw new CampaignError(`${place}.form is ${shown(form)}; write "short" or "long"`);
  return {
    id: idAt(fields, place),
    form: form as Form,
    seed: seedAt(fields, place) ?? own.seed,
    slices: pointsAt(fields, 'slices', place),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const { line, column } = jsonPlace(text);
    throw new CampaignError(
      `line ${line}, column ${column}: not JSON ` +
        `(${message.replace(/(,? \.\.\.| in JSON at).*$/s, '')}); a campaign is a JSON object, ` +
        'and JSON has no comments and no comma before a closing bracket',
    );
  }
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const at = (place: string, key: string): string => (place === '' ? `"${key}"` : `${place}.${key}`);

function objectAt(value: unknown, place: string, allowed: readonly string[]): Fields {
  if (!isObject(value))
    throw new CampaignError(
      `${place} is ${shown(value)}; write an object { … } with ${list(allowed)}`,
    );
  for (const key of Object.keys(value))
    if (!allowed.includes(key))
      throw new CampaignError(
        `${place} has an unknown field ${shown(key)}; it may have ${list(allowed)}`,
      );
  return value;
}

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

function listAt(fields: Fields, key: string): readonly unknown[] {
  const value = fields[key] ?? [];
  if (!Array.isArray(value))
    throw new CampaignError(`"${key}" is ${shown(value)}; write a list [ { … }, … ]`);
  return value;
}

function textAt(fields: Fields, key: string, place: string): string {
  const value = fields[key];
  if (typeof value !== 'string' || value.trim() === '')
    throw new CampaignError(
      value === undefined
        ? `${place === '' ? 'the file' : place} lacks "${key}"; write "${key}": "…"`
        : `${at(place, key)} is ${shown(value)}; write a text in quotes`,
    );
  return value;
}

function textsAt(fields: Fields, key: string, place: string, form: string): string[] | null {
  const value = fields[key];
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string' || one === ''))
    throw new CampaignError(`${at(place, key)} is ${shown(value)}; write a list of texts: ${form}`);
  return value as string[];
}

function idAt(fields: Fields, place: string): string {
  const id = textAt(fields, 'id', place);
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))
    throw new CampaignError(
      `${at(place, 'id')} is ${shown(id)}; write <family>/<name>, as "dnfa/balance-relu"`,
    );
  return id;
}

function seedAt(fields: Fields, place: string): number | null {
  const value = fields['seed'];
  if (value === undefined) return null;
  if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) >= 2 ** 31)
    throw new CampaignError(
      `${at(place, 'seed')} is ${shown(value)}; write a whole number from 0 to ${2 ** 31 - 1}`,
    );
  return value as number;
}

function pointsAt(fields: Fields, key: string, place: string): number | null {
  const value = fields[key];
  if (value === undefined) return null;
  if (!Number.isSafeInteger(value) || (value as number) < 1 || (value as number) > mostPoints)
    throw new CampaignError(
      `${at(place, key)} is ${shown(value)}; write a whole number from 1, as 100000`,
    );
  return value as number;
}

function declaredAt(fields: Fields, place: string): readonly Expectation[] | null {
  const value = textsAt(fields, 'declared', place, '["survived"]');
  const odd = value?.find((one) => !expectations.some((known) => known === one));
  if (odd !== undefined)
    throw new CampaignError(
      `${at(place, 'declared')} has ${shown(odd)}; a verdict is one of ${list(expectations)}`,
    );
  return value as readonly Expectation[] | null;
}

function without(fields: Fields, key: string, place: string, why: string): Fields {
  if (key in fields) throw new CampaignError(`${at(place, key)} must be left out: ${why}`);
  return fields;
}
