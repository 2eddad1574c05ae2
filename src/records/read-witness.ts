/** Reads a filed counterexample. */
import type { Assignment, Value } from '../evaluate/assignment.ts';
import type { Claim } from '../language/ast.ts';
import { dimMembers } from '../networks/sizes.ts';
import type { Rational } from '../numbers/field.ts';
import { RecordError, isObject, parseValue } from './parse-value.ts';
import { readRecordFile } from './read-record-file.ts';
import { quantified } from './quantified.ts';
import type { Json } from './value-json.ts';
import { witnessFormat } from './witness.ts';
import type { Witness } from './witness.ts';

const maximalSize = 64;

/** Reads a filed witness. Throws `RecordError` that says what is wrong with the file. */
export const readWitness = async (file: string): Promise<Witness> =>
  parseWitness(await readRecordFile(file));

/** A witness from its file's text. Throws `RecordError`. */
export function parseWitness(text: string): Witness {
  if (text.trim() === '') throw new RecordError('the file is empty');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const cut = /[}\]]\s*$/.test(text) ? '' : '; it seems to be cut off';
    throw new RecordError(
      `not JSON${cut} (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  if (!isObject(json)) throw new RecordError('not a witness: a JSON object is wanted');
  if (!('format' in json) || !('claim' in json) || !('values' in json))
    throw new RecordError('not a witness of elenchus: it lacks "format", "claim" or "values"');
  const { format, id = null, claim, hash, dims, values, left, right, fails, provenance } = json;
  if (format !== witnessFormat)
    throw new RecordError(
      `written in format ${JSON.stringify(format)}; this version of elenchus reads format ${witnessFormat}`,
    );
  if (id !== null && typeof id !== 'string') throw new RecordError('"id" must be a text or null');
  if (typeof claim !== 'string') throw new RecordError('"claim" must be a text');
  if (typeof hash !== 'string') throw new RecordError('"hash" must be a text');
  if (!isObject(dims)) throw new RecordError('"dims" must be an object of sizes');
  if (!isObject(values)) throw new RecordError('"values" must be an object');
  const sizes: Record<string, number> = {};
  for (const [name, size] of Object.entries(dims)) {
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > maximalSize)
      throw new RecordError(
        `the dimension ${name} is ${JSON.stringify(size)}; a whole number from 1 to ${maximalSize} is wanted`,
      );
    sizes[name] = size;
  }
  const found = isObject(provenance) ? provenance : {};
  return {
    format: witnessFormat,
    id,
    claim,
    hash,
    dims: sizes,
    values: jsonObject(values),
    left: json['left'] === undefined ? null : jsonOf(left),
    right: json['right'] === undefined ? null : jsonOf(right),
    fails: typeof fails === 'string' ? fails : '',
    provenance: {
      seed: typeof found['seed'] === 'number' ? found['seed'] : 0,
      version: typeof found['version'] === 'string' ? found['version'] : 'unknown',
    },
  };
}

/** The point of a witness, checked against the claim's declarations. Throws `RecordError`. */
export function assignmentOf(witness: Witness, claim: Claim): Assignment<Rational> {
  const dims = new Map(Object.entries(witness.dims));
  for (const dim of claim.dims)
    if (!dims.has(dim)) throw new RecordError(`the dimension ${dim} of the claim has no size`);
  const members = claim.dimFamilies.flatMap((f) => dimMembers(f, dims));
  for (const dim of members)
    if (!dims.has(dim)) throw new RecordError(`the dimension ${dim} of the claim has no size`);
  for (const dim of dims.keys())
    if (!claim.dims.includes(dim) && !members.includes(dim))
      throw new RecordError(`the claim has no dimension ${dim}`);
  const values = new Map<string, Value<Rational>>();
  const given = new Map(Object.entries(witness.values));
  for (const declaration of claim.declarations) {
    if (!given.has(declaration.name)) throw new RecordError(`'${declaration.name}' has no value`);
    values.set(declaration.name, parseValue(declaration, given.get(declaration.name), dims));
    given.delete(declaration.name);
  }
  for (const declaration of quantified(claim)) {
    if (!given.has(declaration.name)) continue;
    values.set(declaration.name, parseValue(declaration, given.get(declaration.name), dims));
    given.delete(declaration.name);
  }
  for (const name of given.keys()) throw new RecordError(`the claim declares no '${name}'`);
  return { dims, values };
}

const jsonOf = (value: unknown): Json => {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  )
    return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  return isObject(value) ? jsonObject(value) : null;
};

const jsonObject = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonOf(part)]));
