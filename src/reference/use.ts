/** Which claims a fact or a cited theorem proves. */
import { usesTable } from './uses-table.ts';

export interface Use {
  /** Claims of the catalogue, by id. */
  readonly proofs: readonly string[];
  /** The shortest claim of the tests whose proof uses it. */
  readonly shortest: string | null;
}

/** A name with a claim after "=", or one of both; ids after "in". */
function read(table: string): Map<string, Use> {
  const found = new Map<string, Use>();
  let name = '';
  for (const line of table.trim().split('\n')) {
    const ids = /^ {2}in (.*)$/.exec(line)?.[1]?.split(' ') ?? [];
    const [, own = '', claim] =
      ids.length > 0 ? [] : (/^(.*?)(?: ?= (.*\|-.*))?$/.exec(line) ?? []);
    if (own.trim() !== '') name = own;
    const before = found.get(name) ?? { proofs: [], shortest: null };
    found.set(name, {
      proofs: [...before.proofs, ...ids],
      shortest: claim ?? before.shortest,
    });
  }
  return found;
}
const uses: ReadonlyMap<string, Use> = read(usesTable);
export const usedNames = (): string[] => [...uses.keys()];
export const usesOf = (name: string): Use => uses.get(name) ?? { proofs: [], shortest: null };
