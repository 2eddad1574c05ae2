/** Facts and cited theorems that a mistaken name may mean. */
import { factNames } from '../../kernel/algebra.ts';
import { citationNames } from '../../kernel/citations.ts';

const most = 4;

/** A line that names those with all words of the name; none where there are none. */
export function similarFacts(name: string): readonly string[] {
  const words = name.toLowerCase().split(/\s+/);
  const found = [...factNames(), ...citationNames()].filter((fact) =>
    words.every((w) => fact.toLowerCase().includes(w)),
  );
  return found.length === 0
    ? []
    : [
        `facts with these words: ${found
          .slice(0, most)
          .map((f) => `"${f}"`)
          .join(', ')}`,
      ];
}
