/**
 * A claim as it was typed: its spelling read, its readings distinguished, with notes for the user.
 */
import { bounded } from '../numbers/counted-work.ts';
import { ClaimError, type Claim } from './ast.ts';
import { parsePlainClaim } from './claim.ts';
import { divisionNotes } from './division-notes.ts';
import { Lexer } from './lexer.ts';
import { repaired, respelled, toPaste } from './repairs/mended.ts';
import { blockNotes, checkSizes, normNotes, primeNotes } from './reading-checks.ts';
import { Choices, combinations, type Choice } from './spellings/choices.ts';
import { spell, type Spelled } from './spellings/index.ts';
import { meaningKey } from './same-meaning.ts';
import { plainText, type PlainText } from './spellings/plain-text.ts';
import { refuseRealWords } from './complex/real-words.ts';
import { keepWritten, writtenOf } from './complex/written.ts';
import { claimText } from './text.ts';
import type { Token } from './token.ts';

interface Attempt {
  readonly spelled: Spelled;
  readonly plain: PlainText;
  readonly outcome: Claim | ClaimError;
}

const sameTokens = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every((t, i) => t.kind === b[i]?.kind && t.text === b[i]?.text);

/** The text that the grammar reads: what was typed, where no spelling was rewritten. */
const plainOf = (source: string, raw: readonly Token[], { tokens }: Spelled): PlainText =>
  sameTokens(raw, tokens) ? { text: source, back: (span) => span } : plainText(tokens);

const attempt = (
  source: string,
  raw: readonly Token[],
  picks: ReadonlyMap<string, number>,
): Attempt => {
  const spelled = spell(raw, new Choices(picks));
  const plain = plainOf(source, raw, spelled);
  try {
    const claim = parsePlainClaim(plain.text);
    checkSizes(claim, spelled.sized, plain);
    return { spelled, plain, outcome: claim };
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    return { spelled, plain, outcome: error };
  }
};

const mostChoices = 4;

const isUndeclared = (outcome: Claim | ClaimError): boolean =>
  outcome instanceof ClaimError && outcome.message.endsWith('is not declared');

/** Every combination of the choices that a text has, those met on the way included. */
const attempts = (source: string, raw: readonly Token[]): readonly Attempt[] => {
  const first = attempt(source, raw, new Map());
  let known: readonly Choice[] = first.spelled.choices.met;
  if (known.length === 0) return [first];
  for (;;) {
    // names without a declaration leave open what a sign means
    if (known.length > mostChoices && isUndeclared(first.outcome)) return [first];
    if (known.length > mostChoices)
      throw new ClaimError(
        `the text can be read in too many ways: ${known.map(({ ways }) => ways.join(' or ')).join('; ')}`,
        known[mostChoices]?.span ?? { start: 0, end: 0 },
        'write brackets, or spaces between names',
      );
    const all = combinations(known).map((picks) => attempt(source, raw, picks));
    const met = new Map(
      all.flatMap(({ spelled }) => spelled.choices.met.map((c) => [c.key, c] as const)),
    );
    if (met.size <= known.length) return all;
    known = [...met.values()];
  }
};

/** Two meanings are not chosen between: the message shows both. */
const ambiguous = (readings: readonly Attempt[], met: readonly Choice[]): ClaimError => {
  const [choice] = met;
  const ways = met.map((c) => c.ways.join(', or ')).join('; ');
  return new ClaimError(
    `this can be read in ${readings.length} ways: ${ways}`,
    choice?.span ?? { start: 0, end: 0 },
    toPaste(readings.map(({ outcome }) => claimText(outcome as Claim))),
  );
};

/** Units of work for the search of a claim to paste: the longest texts that are answered take half. */
const workOfMend = 500_000;

/**
 * Reads and type-checks a claim in any spelling that is accepted. Throws `ClaimError` with its
 * place in the typed text and, where one change mends the claim or two readings are left, the
 * claims to paste.
 */
export const parseClaim = (source: string): Claim => {
  try {
    return read(source);
  } catch (error) {
    if (error instanceof ClaimError)
      throw bounded(
        { work: workOfMend },
        () => respelled(source, error, (text) => claimText(read(text, true))),
        error,
      );
    throw error;
  }
};

/** `isMend`: the text is itself a mend, so that less is tried to mend it. */
const read = (source: string, isMend = false): Claim => {
  const raw = new Lexer(source).read();
  const all = attempts(source, raw);
  const readings = new Map<string, Attempt>();
  for (const one of all) {
    if (one.outcome instanceof ClaimError) continue;
    // the meaning is what tells two readings apart, and needed for nothing else
    const key = all.length === 1 ? source : meaningKey(one.outcome);
    if (!readings.has(key)) readings.set(key, one);
  }
  const [first] = all as readonly [Attempt];
  if (readings.size > 1) throw ambiguous([...readings.values()], first.spelled.choices.met);
  const [only] = readings.values();
  if (only === undefined) throw likeliest(all, isMend);
  if (writtenOf(only.outcome as Claim)) refuseRealWords(source);
  return noted(only.outcome as Claim, only);
};

/** Readings of a text without a meaning that are searched for a mend: each search reads many texts. */
const mostMended = 3;

/** The error of the first reading, or of one that a change mends. */
const likeliest = (all: readonly Attempt[], isMend: boolean): ClaimError => {
  const errors: ClaimError[] = [];
  for (const { plain, outcome } of all.slice(0, mostMended)) {
    const given = outcome as ClaimError;
    const place = plain.back(given.span);
    const error = bounded(
      { work: workOfMend },
      () => repaired(plain.text, given, plain.back, isMend),
      new ClaimError(given.message, place, given.suggestion),
    );
    if (/"[^"]*\|-/.test(error.suggestion ?? '')) return error;
    errors.push(error);
  }
  return errors[0] as ClaimError;
};

/** What the parts of complex names are called. */
const complexNotes = (claim: Claim): readonly string[] =>
  (writtenOf(claim)?.names ?? []).map(({ name, re, im, gram }) =>
    gram ? `${name} is G' G for G = ${re} + i ${im}` : `${name} is ${re} + i ${im}`,
  );

const noted = (claim: Claim, { spelled, plain }: Attempt): Claim => {
  const notes = [
    ...normNotes(claim, spelled.doubleBars, plain),
    ...divisionNotes(claim, spelled.tokens),
    ...blockNotes(claim),
    ...primeNotes(claim),
    ...complexNotes(claim),
  ];
  if (notes.length === 0) return claim;
  const written = writtenOf(claim);
  return written ? keepWritten({ ...claim, notes }, written) : { ...claim, notes };
};
