/** Products, powers and sums over layers, as a claim writes them: `prod[l=k..1](W[l])`, `A^k`. */
import { substituteIn } from '../kernel/binders.ts';
import type { Formula } from '../kernel/formula.ts';
import { readMember } from '../kernel/indices.ts';
import { renameDims } from '../kernel/rename.ts';
import { running } from '../kernel/layer-means.ts';
import type { Term } from '../kernel/term.ts';
import type { Sequence } from '../prover/lowering/scope.ts';

/** How its members are joined, as the key of a sequence says. */
type Joining = 'sum' | 'falling' | 'rising';

export interface Running {
  /** The text of a member; null of a name that is not one. */
  text(name: string): string | null;
  /** Members before the first one are what a sequence begins with. */
  begun(f: Formula): Formula;
}

/**
 * The sequences of a claim. `say` writes a term; `means` gives the text of a mean over layers up to
 * a place.
 */
export function runningWords(
  sequences: ReadonlyMap<string, Sequence>,
  letters: readonly string[],
  say: (t: Term) => string,
  means: (name: string, place: string) => string | null,
): Running {
  const known = new Map([...sequences].map(([key, s]) => [s.name, { key, sequence: s }]));
  const text = (name: string): string | null => {
    const member = readMember(name);
    const found = member && known.get(member.family);
    if (!member || !found) return null;
    const place = name.slice(name.indexOf('[') + 1, -1).replace(/^#/, '');
    const { key, sequence } = found;
    const how = /^(sum|falling|rising) /.exec(key)?.[1] as Joining | undefined;
    if (how === undefined || sequence.step === undefined) return means(sequence.name, place);
    const letter = letters.find((x) => !place.includes(x)) ?? 'l';
    const body = say(renameDims(sequence.step, new Map([[running, letter]])));
    if (sequence.name.startsWith('pow')) {
      const base = /^[\p{L}\p{N}_]+$/u.test(body) ? body : `(${body})`;
      return `${base}^${/^\w+$/.test(place) ? place : `(${place})`}`;
    }
    const from = `${sequence.from}`;
    if (how === 'sum') return `sum[${letter} in ${from}..${place}](${body})`;
    return `prod[${letter}=${how === 'falling' ? `${place}..${from}` : `${from}..${place}`}](${body})`;
  };
  return {
    text,
    begun: (f) =>
      [...sequences.values()].reduce(
        (g, s) => substituteIn(g, `${s.name}[${s.from - 1}]`, { kind: 'term', term: s.start }),
        f,
      ),
  };
}
