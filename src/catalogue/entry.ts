/** `lemma`, `property` and `family`: how the author of a catalogue file declares claims. */
import type { VerdictName } from '../verdict/verdict.ts';
import type { ExperimentMember } from './experiment-entry.ts';
import { EntryError, namePattern, settledPattern } from './names.ts';

export { EntryError, namePattern } from './names.ts';

/** What a claim of the catalogue may be declared to be. */
export const expectations = [
  'proved',
  'survived',
  'refuted',
  'ill-typed',
  'gave-up',
] as const satisfies readonly VerdictName[];
/** A verdict that a claim may be declared to come to. */
export type Expectation = (typeof expectations)[number];

/** What the author of a lemma writes. */
export interface LemmaFields {
  /** The claim, in the claim language. */
  readonly claim: string;
  /** A derivation; without one the prover looks for it by itself. */
  readonly proof?: string;
  /** Declared verdict; `proved` unless said otherwise. */
  readonly expect?: Expectation;
  /** Where the statement is from: a paper, a note, a section. */
  readonly source: string;
  /** What deviates from the source, or why it matters. */
  readonly note?: string;
  /** Ids of lemmas that must be checked before; ids named in the proof need not be repeated. */
  readonly uses?: readonly string[];
  /** Numbers of the source's statements that this settles: `A7`, or `A7 in part`. */
  readonly settles?: readonly string[];
}

/** What the author of a property writes: a claim put to the search. */
export interface PropertyFields {
  readonly claim: string;
  readonly expect: Expectation;
  readonly source: string;
  readonly note?: string;
  /** Numbers of the source's statements that this settles: `A7`, or `A7 in part`. */
  readonly settles?: readonly string[];
  /**
   * What must hold at the counterexample, so that it refutes the idea and no corner of it: `W !=
   * 0`.
   */
  readonly nondegenerate?: string | readonly string[];
}

/** One claim of a family, not yet under its family's name. */
export interface Member {
  readonly kind: 'lemma' | 'property';
  readonly name: string;
  readonly claim: string;
  readonly proof: string | null;
  readonly expect: Expectation;
  readonly source: string;
  readonly note: string | null;
  readonly uses: readonly string[];
  readonly settles: readonly string[];
  readonly nondegenerate: readonly string[];
}

/** What a catalogue file exports by default. */
export interface Family {
  readonly kind: 'family';
  readonly name: string;
  readonly members: readonly Member[];
  readonly experiments: readonly ExperimentMember[];
}

const lemmaKeys = ['claim', 'proof', 'expect', 'source', 'note', 'uses', 'settles'];
const propertyKeys = ['claim', 'expect', 'source', 'note', 'settles', 'nondegenerate'];
/** Fields that hold several texts. */
const listKeys = new Set(['uses', 'settles', 'nondegenerate']);

/** A claim to be proved, with its derivation. Throws `EntryError` on missing and unknown fields. */
export function lemma(name: string, fields: LemmaFields): Member {
  checkFields('lemma', name, fields, lemmaKeys, ['claim', 'source']);
  const { claim, proof = null, expect = 'proved', source, note = null } = fields;
  const { uses = [], settles = [] } = fields;
  const nondegenerate: readonly string[] = [];
  return { kind: 'lemma', name, claim, proof, expect, source, note, uses, settles, nondegenerate };
}

/**
 * A claim put to the search, with the verdict it must come to. Throws `EntryError` on missing and
 * unknown fields.
 */
export function property(name: string, fields: PropertyFields): Member {
  checkFields('property', name, fields, propertyKeys, ['claim', 'source', 'expect']);
  const { claim, expect, source, note = null, settles = [], nondegenerate = [] } = fields;
  const conditions = typeof nondegenerate === 'string' ? [nondegenerate] : nondegenerate;
  if (conditions.length > 0 && expect !== 'refuted')
    throw new EntryError(
      `property '${name}' has 'nondegenerate', which applies to a counterexample; expect 'refuted'`,
      name,
    );
  return {
    kind: 'property',
    name,
    claim,
    proof: null,
    expect,
    source,
    note,
    uses: [],
    settles,
    nondegenerate: conditions,
  };
}

/**
 * The claims and experiments of one family: the id of each is `name/member`. Throws `EntryError` on
 * a repeated name.
 */
export function family(name: string, members: readonly (Member | ExperimentMember)[]): Family {
  if (!namePattern.test(name))
    throw new EntryError(
      `the family's name '${name}' must be small letters, digits and single hyphens`,
      name,
    );
  if (!Array.isArray(members))
    throw new EntryError(
      `family('${name}', …) takes a list of lemma(…), property(…) and experiment(…)`,
      name,
    );
  const seen = new Set<string>();
  for (const member of members) {
    if (!['lemma', 'property', 'experiment'].includes(member?.kind))
      throw new EntryError(
        `family '${name}' holds something that is neither lemma(…) nor property(…) nor experiment(…)`,
        name,
      );
    if (seen.has(member.name))
      throw new EntryError(`'${name}/${member.name}' is declared twice`, member.name);
    seen.add(member.name);
  }
  return {
    kind: 'family',
    name,
    members: members.filter((one) => one.kind !== 'experiment'),
    experiments: members.filter((one) => one.kind === 'experiment'),
  };
}

function checkFields(
  kind: string,
  name: unknown,
  fields: object,
  allowed: readonly string[],
  required: readonly string[],
): void {
  if (typeof name !== 'string' || !namePattern.test(name))
    throw new EntryError(
      `the name '${String(name)}' of a ${kind} must be small letters, digits and single hyphens`,
      String(name),
    );
  const problem = (what: string): never => {
    throw new EntryError(`${kind} '${name}' ${what}`, name);
  };
  if (typeof fields !== 'object' || fields === null)
    problem('has no fields: write { claim, source, … }');
  const given = new Map<string, unknown>(Object.entries(fields));
  for (const key of given.keys())
    if (!allowed.includes(key))
      problem(`has an unknown field '${key}'; it may have ${allowed.join(', ')}`);
  for (const key of required) if (given.get(key) === undefined) problem(`lacks '${key}'`);
  for (const [key, value] of given) {
    if (value === undefined) continue;
    if (listKeys.has(key) && Array.isArray(value)) {
      if (value.some((one) => typeof one !== 'string' || one.trim() === ''))
        problem(`has a '${key}' that is not a list of texts`);
    } else if (key === 'uses' || key === 'settles') {
      problem(`has a '${key}' that is not a list of ${key === 'uses' ? 'ids' : 'numbers'}`);
    } else if (typeof value !== 'string' || value.trim() === '')
      problem(`has a '${key}' that is not text`);
  }
  const expect = given.get('expect');
  if (expect !== undefined && !expectations.some((e) => e === expect))
    problem(`expects '${String(expect)}'; a verdict is one of ${expectations.join(', ')}`);
  const settles = given.get('settles');
  const odd = Array.isArray(settles)
    ? settles.find((one) => !settledPattern.test(String(one)))
    : undefined;
  if (odd !== undefined)
    problem(`settles '${String(odd)}'; write a statement's number: 'A7', or 'A7 in part'`);
}
