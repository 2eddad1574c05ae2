/** The pages of the documentation site: where each comes from and where it stands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statements } from '../../../src/prover/statements.ts';
import { apiReference } from '../api-reference.ts';
import { languageReference } from '../language-reference.ts';

/** One page of the site. */
export interface Page {
  /** The file in the repository, which links of other pages name. */
  readonly source: string;
  /** The file of the site. */
  readonly file: string;
  readonly group: string;
  readonly title: string;
  readonly markdown: string;
}

const htmlName = (path: string): string =>
  `${path.replace(/^.*\//, '').replace(/\.md$/, '').toLowerCase()}.html`;

/** The first heading, without its marks. */
const titleOf = (markdown: string, path: string): string =>
  /^# (.*)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? path;

/** A statement as a block of code; what begins with a backtick or pipe stands in it as it is. */
const entry =
  (used: ReadonlyMap<string, string>) =>
  ({ name, statement, source, hypotheses, place }: ReturnType<typeof statements>[number]): string =>
    [
      `## ${name}`,
      ...(statement === null ? [] : [`\`\`\`text\n${statement}\n\`\`\``]),
      ...(hypotheses.length === 0
        ? []
        : [`Hypotheses: ${hypotheses.map((h) => `\`${h}\``).join(', ')}.`]),
      source === null
        ? `Source: ${place}. A test checks it against numbers, and the judge modulo a prime.`
        : `Cited: ${place}.`,
      ...(used.has(name) ? [`Proves, for example:\n\n\`\`\`text\n${used.get(name)}\n\`\`\``] : []),
      `In a written proof: \`by ${name}\`.`,
    ].join('\n\n');

/** A claim whose proof uses a fact, by the name of the fact. */
function factsUsed(root: string): ReadonlyMap<string, string> {
  const path = join(root, 'proofs/findings/facts-used.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const rows = [...text.matchAll(/^\| ([^|]+) \| `(.+)` \|$/gm)];
  return new Map(rows.map(([, name = '', claim = '']) => [name, claim.replaceAll('\\|', '|')]));
}

/** Facts and cited theorems, one heading each. */
function factPages(used: ReadonlyMap<string, string>): { facts: string; theorems: string } {
  const all = statements([]);
  const page = (title: string, about: string, list: typeof all): string =>
    [`# ${title}`, about, ...list.map(entry(used))].join('\n\n');
  return {
    facts: page(
      'Facts',
      'The facts that the kernel knows without a citation. `elenchus facts WORDS` searches them.',
      all.filter((s) => s.source === null),
    ),
    theorems: page(
      'Cited theorems',
      'Theorems of the literature. A proof that uses one lists it under `axioms`.',
      all.filter((s) => s.source !== null),
    ),
  };
}

/** All pages, in the order of the menu. Throws where a source is missing. */
export function sitePages(root: string): Page[] {
  const fromFile = (group: string, source: string, title?: string): Page => {
    const path = join(root, source);
    if (!existsSync(path)) throw new Error(`${source}, a page of the site, does not exist`);
    const markdown = readFileSync(path, 'utf8');
    return {
      source,
      file: source === 'README.md' ? 'index.html' : htmlName(source),
      group,
      title: title ?? titleOf(markdown, source),
      markdown,
    };
  };
  const made = (group: string, file: string, title: string, markdown: string): Page => ({
    source: `site/${file}`,
    file,
    group,
    title,
    markdown,
  });
  const { facts, theorems } = factPages(factsUsed(root));
  const findings = readdirSync(join(root, 'proofs/findings'))
    .filter((name) => name.endsWith('.md'))
    .sort();
  return [
    fromFile('Start', 'README.md', 'elenchus'),
    fromFile('Start', 'docs/guide.md'),
    fromFile('Start', 'docs/gallery.md'),
    fromFile('The language', 'docs/language.md'),
    made('The language', 'words.html', 'Words of the language', languageReference()),
    fromFile('The language', 'docs/spellings.md'),
    fromFile('The language', 'docs/definedness.md'),
    fromFile('Use', 'docs/commands.md'),
    fromFile('Use', 'docs/library.md'),
    fromFile('Use', 'docs/testing.md'),
    made('Use', 'interface.html', 'Reference of the library', apiReference(root).markdown),
    fromFile('Use', 'docs/places.md'),
    fromFile('Use', 'docs/playground.md'),
    fromFile('Use', 'docs/campaigns.md'),
    made('What proofs use', 'facts.html', 'Facts', facts),
    made('What proofs use', 'theorems.html', 'Cited theorems', theorems),
    fromFile('Trust', 'docs/trust.md'),
    fromFile('Trust', 'test/must-fail/holes.md'),
    fromFile('Trust', 'SECURITY.md'),
    fromFile('The write-up', 'proofs/writeup/markdown/notes-cross-examined.md'),
    fromFile('The write-up', 'proofs/writeup/markdown/notes-cross-examined.claims.md'),
    ...findings.map((name) => fromFile('Findings', `proofs/findings/${name}`)),
    fromFile('The project', 'CONTRIBUTING.md'),
    fromFile('The project', 'CHANGELOG.md'),
  ];
}
