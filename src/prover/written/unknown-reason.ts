/** What to say of a reason that nothing is called. */
import { factNames } from '../../kernel/algebra.ts';
import { citationNames } from '../../kernel/citations.ts';
import type { Reason } from '../../language/index.ts';
import { nearest } from '../../language/names.ts';
import { ProofError } from './proof-error.ts';
import { similarFacts } from './similar-facts.ts';

/** At most this many names are shown. */
const shown = 4;

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);

/** Facts and cited theorems that share most words with a name. */
function alike(name: string): string[] {
  const wanted = new Set(words(name));
  const most = (one: string): number => words(one).filter((word) => wanted.has(word)).length;
  const scored = [...factNames(), ...citationNames()]
    .map((one) => ({ one, shared: most(one), extra: words(one).length }))
    .filter(({ shared }) => shared > 0 && shared >= Math.min(2, wanted.size));
  return scored.toSorted((a, b) => b.shared - a.shared || a.extra - b.extra).map(({ one }) => one);
}

/** `tactics` and `ids` are the reasons that this place knows. */
export function unknownReason(
  reason: Reason,
  tactics: readonly string[],
  ids: readonly string[],
): ProofError {
  const name = (reason.text.split(/\swith\s/)[0] as string).trim();
  const short = new Map(ids.map((id) => [id.replace(/^.*\//, ''), id]));
  const known = [...tactics, ...ids, ...short.keys(), ...factNames(), ...citationNames()];
  const near = nearest(name, known);
  const likely = near === null ? [] : [short.get(near) ?? near];
  const withAll = similarFacts(name);
  const others = withAll.length > 0 ? [] : alike(name);
  const meant = [...new Set([...likely, ...others])].slice(0, shown);
  return new ProofError(`no reason is called ${name}`, reason.span, [
    ...withAll,
    ...(meant.length === 0 ? [] : ['did you mean', ...meant.map((one) => `  ${one}`)]),
    `reasons are: ${tactics.join(', ')}, a name given by "have", a fact of algebra or a cited ` +
      'theorem (elenchus facts WORDS lists them), or the id of a lemma' +
      (ids.length > 0 ? ` (${ids.slice(0, 6).join(', ')}, …)` : ', as family/name'),
  ]);
}
