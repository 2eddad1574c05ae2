/** Loads a TypeScript catalogue file and collects the entries it exports. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClaimEntry, Problem } from './claim-entry.ts';
import type { FilePlace } from './file-place.ts';
import type { Family, Member } from './entry.ts';
import { asksOf } from '../experiments/asks.ts';
import type { ExperimentEntry, ExperimentMember } from './experiment-entry.ts';
import { placeOf } from '../verdict/place.ts';

/** Loads a TypeScript module and answers its exports. */
export type ModuleLoader = (file: string) => Promise<unknown>;

/**
 * A loader that needs no TypeScript tooling. What the file imports as 'elenchus' is the running
 * program itself, so that there is one instance of every module.
 */
export async function moduleLoader(elenchus: object): Promise<ModuleLoader> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(pathToFileURL(resolve('catalogue.js')).href, {
    virtualModules: { elenchus },
    interopDefault: false,
    fsCache: false,
  });
  return (file) => jiti.import(resolve(file));
}

/** An experiment with its author's code. */
export type LoadedExperiment = ExperimentEntry & Pick<ExperimentMember, 'experiment'>;

/** What was read from one TypeScript file. */
export interface ReadTypescript {
  readonly entries: ClaimEntry[];
  readonly experiments: LoadedExperiment[];
  readonly problems: Problem[];
}

/**
 * The claims and experiments of one TypeScript file: its default export is a `family(…)` or a list
 * of them.
 */
export async function readTypescript(
  file: string,
  text: string,
  load: ModuleLoader,
): Promise<ReadTypescript> {
  let loaded: unknown;
  try {
    loaded = await load(file);
  } catch (error) {
    return { entries: [], experiments: [], problems: [loadingProblem(file, text, error)] };
  }
  const exported =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded
      ? loaded.default
      : undefined;
  const families: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
  if (families.length === 0 || !families.every(isFamily)) {
    const message = "no family of claims: write export default family('name', [lemma('…', { … })])";
    return {
      entries: [],
      experiments: [],
      problems: [{ message, place: { file, line: 1, column: 1 } }],
    };
  }
  return {
    entries: families.flatMap((f) => f.members.map((member) => entryOf(file, text, f, member))),
    experiments: families.flatMap((f) =>
      f.experiments.map((one) => ({
        ...one,
        id: `${f.name}/${one.name}`,
        family: f.name,
        place: placeOfMember(file, text, f.name, one.name),
        asks: asksOf(one.experiment),
      })),
    ),
    problems: [],
  };
}

const isFamily = (value: unknown): value is Family =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'family';

function entryOf(file: string, text: string, parent: Family, member: Member): ClaimEntry {
  const at = placeOfName(text, member.name);
  const offset = text.indexOf(member.claim, at ?? 0);
  return {
    id: `${parent.name}/${member.name}`,
    family: parent.name,
    claim: member.claim,
    proof: member.proof,
    expect: member.expect,
    source: member.source,
    note: member.note,
    uses: member.uses,
    settles: member.settles,
    nondegenerate: member.nondegenerate,
    place: placeOfMember(file, text, parent.name, member.name),
    claimStart: offset < 0 ? null : lineAndColumn(text, offset),
    proofStart: startOf(text, member.proof, at ?? 0),
  };
}

/** Where a text stands in the file, as it is or with the escapes of a literal. */
function startOf(text: string, part: string | null, from: number): ClaimEntry['proofStart'] {
  if (part === null) return null;
  const escaped = part.replaceAll(/[\\`]/g, (sign) => `\\${sign}`);
  const at = Math.max(text.indexOf(part, from), text.indexOf(escaped, from));
  return at < 0 ? null : lineAndColumn(text, at);
}

/** Where a member is declared; for one that the file makes from a list, where its family is. */
function placeOfMember(file: string, text: string, parent: string, name: string): FilePlace {
  const at = placeOfName(text, name) ?? placeOfName(text, parent);
  return { file, ...(at === null ? { line: 0, column: 0 } : lineAndColumn(text, at)) };
}

/** Offset of `lemma('name'` or `property('name'` in the file. */
function placeOfName(text: string, name: string): number | null {
  if (!/^[\w-]+$/.test(name)) return null;
  const found = new RegExp(`\\b(?:lemma|property|experiment|family)\\(\\s*(['"\`])${name}\\1`).exec(
    text,
  );
  return found === null ? null : found.index;
}

function loadingProblem(file: string, text: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const at =
    error instanceof Error && 'at' in error && typeof error.at === 'string'
      ? placeOfName(text, error.at)
      : null;
  const place: FilePlace =
    at === null ? { file, ...placeInError(file, error) } : { file, ...lineAndColumn(text, at) };
  return { message: message.replaceAll(resolve(file), file), place };
}

/** A syntax error's message ends in `(line:column)`, a thrown error's stack names the file. */
function placeInError(file: string, error: unknown): { line: number; column: number } {
  const stack = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : '';
  const escaped = resolve(file).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new RegExp(`${escaped}:(\\d+):(\\d+)`).exec(stack) ?? /\((\d+):(\d+)\)/.exec(stack);
  return found === null
    ? { line: 0, column: 0 }
    : { line: Number(found[1]), column: Number(found[2]) };
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const { line, column } = placeOf(text, { start: offset, end: offset });
  return { line, column };
}
