/**
 * What is wrong with the citations of a write-up: in themselves, and checked against the record of
 * when they were made.
 */
import type { FilePlace } from '../catalogue/file-place.ts';
import { accepts, kindText } from './citation.ts';
import type { Citation } from './citation.ts';
import type { CitationRecord, CitedClaim } from './record.ts';
import type { Standing } from './standing.ts';

/** One thing that is wrong; `before` and `now` are the two texts where something changed. */
export interface Failure {
  readonly what:
    | 'unknown'
    | 'cited-as-more'
    | 'not-recorded'
    | 'statement-changed'
    | 'verdict-lost'
    | 'assumes-more'
    | 'rests-on-more'
    | 'record'
    | 'text';
  readonly id: string | null;
  readonly place: FilePlace;
  readonly message: string;
  readonly before: string | null;
  readonly now: string | null;
}

const failure = (
  what: Failure['what'],
  { id, place }: Pick<Citation, 'id' | 'place'>,
  message: string,
  before: string | null = null,
  now: string | null = null,
): Failure => ({ what, id, place, message, before, now });

/** An id that the catalogue does not have; `near` is one that may be meant. */
export function unknownFailure(
  citation: Citation,
  near: string | null,
  why: string | null,
): Failure {
  const form = citation.id.includes('/') ? '' : '; an id is family/name';
  return failure(
    'unknown',
    citation,
    'there is no claim ' +
      `'${citation.id}'${near === null ? form : `; did you mean ${near}?`}${why === null ? '' : ` (${why})`}`,
  );
}

/** A citation that says more than the verdict earns; null where it does not. */
export function citedAsMore(citation: Citation, { verdict, message }: Standing): Failure | null {
  if (accepts[citation.kind].includes(verdict)) return null;
  return failure(
    'cited-as-more',
    citation,
    `'${citation.id}' is ${verdict}, and cited as ${kindText[citation.kind]}`,
    null,
    message,
  );
}

/**
 * What became of a cited claim since the record was made: failures, and what is better than it was.
 */
export function changesSince(
  record: CitationRecord,
  citation: Citation,
  verdict: Standing,
): { failures: Failure[]; better: string[] } {
  const then = record.claims.find(({ id }) => id === citation.id);
  if (then === undefined)
    return {
      failures: [
        failure(
          'not-recorded',
          citation,
          `'${citation.id}' is cited and not in the record: run elenchus cite again`,
        ),
      ],
      better: [],
    };
  const failures: Failure[] = [];
  const better: string[] = [];
  if (then.hash !== verdict.hash || then.claim !== verdict.claim) {
    failures.push(
      failure(
        'statement-changed',
        citation,
        `'${citation.id}' was stated otherwise when it was cited`,
        hashed(then.hash, then.claim),
        hashed(verdict.hash, verdict.claim),
      ),
    );
  }
  if (then.verdict !== verdict.verdict) {
    const changed = `'${citation.id}' was ${then.verdict} when it was cited, and is ${verdict.verdict} now`;
    if (earnsLess(then, verdict))
      failures.push(
        failure(
          'verdict-lost',
          citation,
          changed,
          then.verdict,
          verdict.message === null ? verdict.verdict : `${verdict.verdict}: ${verdict.message}`,
        ),
      );
    else better.push(`${changed}: run elenchus cite again`);
    return { failures, better };
  }
  const grown = [
    ...(verdict.verdict === 'proved'
      ? [growth('assumes-more', citation, 'assumes', then.assumed, verdict.assumed)]
      : []),
    growth('rests-on-more', citation, 'rests on', then.axioms, verdict.axioms),
  ];
  for (const one of grown)
    if (typeof one === 'string') better.push(one);
    else if (one !== null) failures.push(one);
  return { failures, better };
}

/** A failure where a list has more than it had, a text where it is shorter, null where neither. */
function growth(
  what: 'assumes-more' | 'rests-on-more',
  citation: Citation,
  words: string,
  before: readonly string[],
  now: readonly string[],
): Failure | string | null {
  const more = now.filter((one) => !before.includes(one));
  if (more.length > 0)
    return failure(
      what,
      citation,
      `'${citation.id}' ${words} more than when it was cited: ${more.join('; ')}`,
      before.join('; '),
      now.join('; '),
    );
  return now.length < before.length
    ? `'${citation.id}' ${words} less than when it was cited: run elenchus cite again`
    : null;
}

/**
 * A proof replaces a survival; every other change of verdict takes something away that the write-up
 * says.
 */
const earnsLess = (then: CitedClaim, { verdict }: Standing): boolean =>
  !(verdict === 'proved' && (then.verdict === 'survived' || then.verdict === 'gave-up')) &&
  !(verdict === 'survived' && then.verdict === 'gave-up');

const hashed = (hash: string | null, claim: string): string =>
  `${hash === null ? 'no hash' : hash.slice(0, 12)}  ${claim}`;

/** Something that is wrong with a file as a whole. */
export const fileFailure = (what: 'record' | 'text', file: string, message: string): Failure => ({
  what,
  id: null,
  place: { file, line: 1, column: 1 },
  message,
  before: null,
  now: null,
});
