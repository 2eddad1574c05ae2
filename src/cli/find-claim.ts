/** Resolves an operand to a claim: a catalogue id, the claim text, or `-` for standard input. */
import { existsSync } from 'node:fs';
import { defaultDirectories } from '../catalogue/find-files.ts';
import { closures, lemmaTexts, type LemmaText } from '../catalogue/order.ts';
import { readClaims } from './read-claims.ts';
import type { AbsentLemma } from '../catalogue/absent-lemma.ts';
import { emptyCatalogue, type Catalogue } from '../catalogue/read-catalogue.ts';
import type { ClaimEntry } from '../catalogue/claim-entry.ts';
import { Misuse } from './misuse.ts';
import type { Output } from './output.ts';
import { nearest } from './nearest.ts';
import { readStandardInput } from './read-standard-input.ts';

/** A claim that was named or typed. */
export interface FoundClaim {
  /** Id in the catalogue; null for a claim that was typed. */
  readonly id: string | null;
  readonly text: string;
  readonly proof: string | null;
  readonly lemmas: readonly LemmaText[];
  readonly absent: readonly AbsentLemma[];
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name alone: no claim, for a claim has a turnstile, and half an id. */
const wordPattern = /^[A-Za-z0-9][\w-]*$/;

/**
 * The claim that an operand means: an id of the catalogue, the claim itself, or `-` for standard
 * input. Throws `Misuse`.
 */
export async function findClaim(
  operands: readonly string[],
  command: string,
  output: Output,
): Promise<FoundClaim> {
  const [named, ...more] = operands;
  if (named === undefined)
    throw new Misuse(
      `${command} what? type: elenchus ${command} <family>/<name>, or elenchus ${command} "<claim>"`,
    );
  if (more.length > 0)
    throw new Misuse(
      `one id or one claim, but ${operands.length} were given; a claim stands in quotes: ` +
        `elenchus ${command} "${operands.join(' ')}"`,
    );
  if (wordPattern.test(named)) throw new Misuse(await noClaim(named, output));
  if (!idPattern.test(named))
    return {
      id: null,
      text: named === '-' ? await readStandardInput() : named,
      proof: null,
      lemmas: [],
      absent: [],
    };
  const { entries, all, absent } = await catalogueHere(output);
  const entry = entries.find((one) => one.id === named);
  if (entry === undefined)
    throw new Misuse(
      unknownId(
        named,
        entries.map((one) => one.id),
      ),
    );
  return {
    id: entry.id,
    text: entry.claim,
    proof: entry.proof,
    lemmas: lemmaTexts(entry, closures(all)),
    absent,
  };
}

/** Every claim under proofs/ and properties/; files that cannot be read are left to `check`. */
export const catalogueEntries = async (output: Output): Promise<readonly ClaimEntry[]> =>
  (await catalogueHere(output)).entries;

async function catalogueHere(output: Output): Promise<Catalogue> {
  const paths = defaultDirectories.filter((directory) => existsSync(directory));
  return paths.length === 0 ? emptyCatalogue : readClaims(paths, output, true);
}

async function noClaim(word: string, output: Output): Promise<string> {
  const meant = (await catalogueEntries(output))
    .map((one) => one.id)
    .filter((id) => id.endsWith(`/${word}`));
  return (
    `'${word}' is neither a claim (which has a turnstile |-) nor an id ` +
    `(<family>/<name>)${meant.length === 0 ? '' : `; did you mean ${meant.join(' or ')}?`}`
  );
}

function unknownId(id: string, ids: readonly string[]): string {
  if (ids.length === 0)
    return `there is no claim '${id}': there are no claims under proofs/ and properties/ here`;
  const family = ids.filter((one) => one.startsWith(`${id.split('/')[0]}/`));
  const near = nearest(id, ids);
  if (near !== null) return `there is no claim '${id}'; did you mean ${near}?`;
  return (
    `there is no claim '${id}' under proofs/ and ` +
    `properties/${family.length === 0 ? '' : `; the family has ${family.join(', ')}`}`
  );
}
