/**
 * The list of all findings, proofs/findings/README.md: what each page is about and what was found,
 * with figures that are read from the page itself.
 */

interface Row {
  readonly page: string;
  readonly about: string;
  /** What was found. */
  readonly found: (page: Page) => string;
}

/** A page, to read figures from. */
export class Page {
  readonly title: string;
  readonly #name: string;
  readonly #text: string;
  readonly #lines: readonly string[];
  constructor(name: string, text: string) {
    this.#name = name;
    this.title = /^# (.+)/.exec(text)?.[1] ?? name;
    this.#lines = text.split('\n');
    this.#text = text.replaceAll(/\s+/g, ' ');
  }
  /** What the groups of a pattern match. Throws where the page has no such place. */
  figures(pattern: RegExp): string[] {
    const [, ...found] = pattern.exec(this.#text) ?? [];
    return this.#found(pattern, found);
  }
  /** The same of every place that matches. */
  table(pattern: RegExp): string[][] {
    return this.#found(pattern, [...this.#text.matchAll(new RegExp(pattern, 'g'))]).map(
      ([, ...row]) => row,
    );
  }
  /** The number of lines that match. */
  count(pattern: RegExp): number {
    return this.#found(
      pattern,
      this.#lines.filter((line) => pattern.test(line)),
    ).length;
  }
  #found<T>(pattern: RegExp, found: T[]): T[] {
    if (found.length === 0) throw new Error(`${this.#name} has nothing like ${String(pattern)}`);
    return found;
  }
}

const sections: Readonly<Record<string, readonly Row[]>> = {
  'Neural networks': [
    {
      page: 'corrections.md',
      about: 'Published statements and expectations that are not true as they were said',
      found: (p) => `${p.count(/^\| refuted /)} refuted; others are true under other hypotheses`,
    },
    {
      page: 'statements.md',
      about: 'Every statement of the notes and posts that this catalogue examines',
      found: (p) => {
        const [all, settled, weaker] = p.figures(/\| all \| (\d+) \| (\d+) \| (\d+) \|/);
        return `${settled} of ${all} settled as meant, ${weaker} in a weaker form`;
      },
    },
    {
      page: 'implication-table.md',
      about: 'Which of nine properties of a network imply which',
      found: (p) => {
        const [all, proved, refuted] = p.figures(
          /All (\d+) ordered pairs are claims of the family `implications`: (\d+) are proved by the kernel .*? (\d+) are refuted/,
        );
        return `${proved} of ${all} implications proved, ${refuted} refuted`;
      },
    },
    {
      page: 'exact-computations.md',
      about: 'Ranks of the Hessian of deep linear networks, by exact computation',
      found: (p) => {
        const [tried, without, biased] = p.figures(
          /\| 2 \| 6 \| (\d+) \| (\d+) \| \d+ \| \d+ \| (\d+) \|/,
        );
        return (
          `at depth 2, of ${tried} architectures ${without} contradict the published formulas ` +
          `without biases, ${biased} with biases`
        );
      },
    },
    {
      page: 'trained-networks.md',
      about: 'The Deep Neural Feature Ansatz in trained networks: measured, not proved',
      found: (p) => {
        const [usual] = p.figures(/\| 1 \(He and others\) \| [\d.]+, excess ([\d.]+) \|/);
        const [small] = p.figures(/\| 0\.1 \| [\d.]+, excess ([\d.]+) \|/);
        return `without decay, an excess of ${usual} from the usual scale and ${small} from a tenth`;
      },
    },
    {
      page: 'trained-tables.md',
      about: 'The findings that were declared before these runs',
      found: (p) => `${p.count(/\| yes \|/)} found, ${p.count(/\| no \|/)} not found`,
    },
  ],
  Matrices: [
    {
      page: 'frontier.md',
      about: 'Open and recently settled questions about matrices',
      found: (p) =>
        `${p.count(/\| refuted \|/)} refuted, ${p.count(/\| proved \|/)} proved, ` +
        `${p.count(/\| survived \|/)} survived`,
    },
    {
      page: 'matrix-cookbook.md',
      about: 'The Matrix Cookbook, entry by entry',
      found: (p) => {
        const [stated, proved, survived, refuted] = p.figures(
          /\| all \| \d+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|/,
        );
        return (
          `of ${stated} entries that can be stated, ${proved} proved, ${refuted} refuted, ` +
          `${survived} survived`
        );
      },
    },
    {
      page: 'recent-lemmas.md',
      about: 'Lemmas of papers of 2022 to 2026',
      found: (p) => {
        const [proved, all] = p.figures(/settles (\d+) of (\d+) alone/);
        return `${proved} of ${all} settled`;
      },
    },
    {
      page: 'identities.md',
      about: 'Fifty identities of rising difficulty, and how long each takes',
      found: (p) => `${p.count(/\| \d+ \| `/)} proved without help`,
    },
    {
      page: 'needs.md',
      about: 'Which hypotheses the theorems of `proofs/` need',
      found: (p) => {
        const [all, needed, spare, undecided] = p.figures(
          /Of (\d+) hypotheses .*? (\d+) are needed, \d+ implied, (\d+) not needed and (\d+) undecided/,
        );
        return `${needed} of ${all} needed, ${spare} not needed, ${undecided} undecided`;
      },
    },
  ],
  'The program': [
    {
      page: 'answers.md',
      about: 'Questions such as `grad[X](det(X)) = ?`, answered with a proof',
      found: (p) => {
        const rows = p.table(/\| [A-Z][\w ]+ \| (\d+) \| (\d+) \|/);
        const sum = (k: number): number => rows.reduce((s, row) => s + Number(row[k]), 0);
        return `${sum(1)} of ${sum(0)} answered and proved`;
      },
    },
    {
      page: 'answers-against-torch.md',
      about: 'These answers compared with PyTorch',
      found: (p) =>
        p.figures(/## Differences (\S+)/)[0] === 'None.' ? 'no difference' : 'some differ',
    },
    {
      page: 'hunter.md',
      about: 'The search for counterexamples against Nelder–Mead and z3',
      found: (p) =>
        `${p.count(/\| yes, [\d.]+ \| n = /)} of 20 refuted, each by an exact counterexample`,
    },
    {
      page: 'speed.md',
      about: 'Trials per second, proofs and start, against other tools',
      found: (p) => {
        const numbers = p
          .table(/\| P\d \| [^|]+ \| [^|]* \| [^|]* \| [^|]* \| ([\d.]+) \|/)
          .map(([x]) => Number(x));
        return `${Math.min(...numbers)} to ${Math.max(...numbers)} times the trials of NumPy`;
      },
    },
    {
      page: 'campaigns.md',
      about: 'Long hunts on several workers that were killed and resumed',
      found: (p) => {
        const [trials] = p.figures(/(\d[\d ]+\d) trials,/);
        const [otherwise] = p.figures(/Refuted though declared otherwise: (\d+)\./);
        return `${trials} trials on the catalogue; ${otherwise} declared verdicts overturned`;
      },
    },
    {
      page: 'narrations.md',
      about: 'Printed proofs that are given back as written proofs',
      found: (p) => {
        const [accepted, share] = p.figures(/ (\d+) proofs are accepted: ([\d.]+ %)/);
        return `${accepted} accepted (${share})`;
      },
    },
    {
      page: 'why-thirty-claims.md',
      about: 'Whether `--why` helps a reader who writes a proof',
      found: (p) => {
        const [read] = p.figures(/\| read \| (\d+) \|/);
        const [written] = p.figures(/\| a written proof was accepted \| (\d+) \|/);
        return `${written} of ${read} claims proved by hand; led to a better \`--why\``;
      },
    },
    {
      page: 'facts-used.md',
      about: 'For each fact of the kernel, a claim whose proof uses it',
      found: (p) => `${p.count(/^\| .* \| \d+ \|$/)} facts and theorems`,
    },
  ],
};

/** The pages in the list. */
export const listedPages: readonly string[] = Object.values(sections)
  .flat()
  .map(({ page }) => page);

/** The whole of proofs/findings/README.md. */
export function findingsIndex(textOf: (page: string) => string): string {
  const tables = Object.entries(sections).map(([title, rows]) => {
    const lines = rows.map(({ page, about, found }) => {
      const here = new Page(page, textOf(page));
      return `| [${here.title}](${page}) | ${about} | ${found(here)} |`;
    });
    return `## ${title}\n\n| page | about | found |\n|---|---|---|\n${lines.join('\n')}\n`;
  });
  return `# Findings

Each page in this folder, with what it is about and what was found. *Proved* and *refuted* are
verdicts of the kernel and of exact arithmetic; *survived* means that a search found no
counterexample. \`npx vitest run test/tools/findings-index.test.ts -u\` reads the figures from the
pages and writes this list; without \`-u\` it fails if the list is not current.

${tables.join('\n')}`;
}
