/** Sorts catalogue entries so that each claim follows the claims it uses. */
import { showPlace, type FilePlace } from './file-place.ts';
import type { AbsentLemma } from './absent-lemma.ts';
import { proofPlaceOf, type ClaimEntry, type Problem } from './claim-entry.ts';

/** Words that are reasons by themselves, whatever a lemma is called. */
const tactics = new Set(
  (
    'ring hypothesis definition induction cancellation positivity squares kernels polarisation ' +
    'differentiation order logic'
  ).split(' '),
);

/** Names after `by` that may be those of lemmas of the same family. */
function bareNames(proof: string): string[] {
  const own = new Set([...proof.matchAll(/\bhave\s+([\w-]+)\s*:/g)].map(([, name]) => name));
  return [...proof.matchAll(/\bby\s+([a-z0-9]+(?:-[a-z0-9]+)*)(?=\s*$|\s+with\b)/gm)]
    .map((match) => match[1] as string)
    .filter((name) => !tactics.has(name) && !own.has(name));
}

/** The known ids after `by` in a derivation and in the entry's `uses`, without its own. */
function dependencies(entry: ClaimEntry, known: ReadonlySet<string>): string[] {
  const named = new Set(entry.uses);
  for (const line of (entry.proof ?? '').split('\n')) {
    const reason = /\bby\b(.*)$/.exec(line)?.[1] ?? '';
    for (const [id] of reason.matchAll(/[a-z0-9-]+\/[a-z0-9-]+/g)) named.add(id);
  }
  for (const name of bareNames(entry.proof ?? '')) named.add(`${entry.family}/${name}`);
  named.delete(entry.id);
  return [...named].filter((id) => known.has(id));
}

/**
 * The entries in an order in which a proof may use what was proved before: by file order, except
 * that what is used comes first. Entries on a cycle, and those with a `uses` nobody declares, are
 * problems and left out.
 */
export function inOrder(
  entries: readonly ClaimEntry[],
  absent: readonly AbsentLemma[] = [],
): {
  ordered: ClaimEntry[];
  problems: Problem[];
} {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const known = new Set(byId.keys());
  const ordered: ClaimEntry[] = [];
  const problems: Problem[] = [];
  const state = new Map<string, 'open' | 'done' | 'bad'>();
  const explained = new Set<string>();
  const explain = (entry: ClaimEntry, message: string): void => {
    if (!explained.has(entry.id)) problems.push({ message, place: entry.place });
    explained.add(entry.id);
  };
  const visit = (entry: ClaimEntry, path: readonly string[]): boolean => {
    const before = state.get(entry.id);
    if (before === 'done') return true;
    if (before === 'bad') return false;
    if (before === 'open') {
      const cycle = [...path.slice(path.indexOf(entry.id)), entry.id];
      explain(entry, `these lemmas use each other in a circle: ${cycle.join(' -> ')}`);
      for (const id of cycle) explained.add(id);
      return false;
    }
    state.set(entry.id, 'open');
    let good = true;
    for (const id of entry.uses) {
      if (!known.has(id)) {
        const why = absent.find((one) => one.id === id);
        const what = `'${entry.id}' uses '${id}', which is not among the claims that were read`;
        explain(
          entry,
          why === undefined ? what : [`'${entry.id}' uses '${id}'`, ...why.lines].join('\n'),
        );
        good = false;
      }
    }
    for (const id of dependencies(entry, known)) {
      if (visit(byId.get(id)!, [...path, entry.id])) continue;
      explain(entry, `'${entry.id}' is not checked, since '${id}', which it uses, is not`);
      good = false;
    }
    state.set(entry.id, good ? 'done' : 'bad');
    if (good) ordered.push(entry);
    return good;
  };
  for (const entry of entries) visit(entry, []);
  return { ordered, problems };
}

/** Everything that an entry rests on, in the order of `ordered`, itself excluded. */
export function closures(ordered: readonly ClaimEntry[]): (entry: ClaimEntry) => ClaimEntry[] {
  const byId = new Map(ordered.map((one) => [one.id, one]));
  const known = new Set(byId.keys());
  return (entry) => {
    const wanted = new Set<string>();
    const visit = (one: ClaimEntry): void => {
      for (const id of dependencies(one, known)) {
        if (wanted.has(id)) continue;
        wanted.add(id);
        visit(byId.get(id)!);
      }
    };
    visit(entry);
    return wanted.size === 0 ? [] : ordered.filter((one) => wanted.has(one.id));
  };
}

/** A lemma that a proof may use: its text, how it was proved, and the ids of all that it rests on. */
export interface LemmaText {
  readonly id: string;
  readonly text: string;
  readonly proof: string | null;
  readonly restsOn: readonly string[];
  /** Where it is declared. */
  readonly place: string;
  /** Where its derivation begins. */
  readonly proofPlace?: FilePlace | null;
}

/** All that an entry rests on as plain data, in an order in which it can be proved. */
export const lemmaTexts = (
  entry: ClaimEntry,
  restsOn: (entry: ClaimEntry) => readonly ClaimEntry[],
): LemmaText[] =>
  restsOn(entry).map((lemma) => ({
    id: lemma.id,
    text: lemma.claim,
    proof: lemma.proof,
    restsOn: restsOn(lemma).map(({ id }) => id),
    place: showPlace(lemma.place),
    proofPlace: proofPlaceOf(lemma),
  }));
