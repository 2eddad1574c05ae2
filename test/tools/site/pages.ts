/** The pages of the documentation site: where each comes from and where it stands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReference } from '../api-reference.ts';
import { languageReference } from '../language-reference.ts';
import { entryPages } from './entry-pages.ts';

/** One page of the site. */
export interface Page {
  /** The file in the repository, which links of other pages name. */
  readonly source: string;
  /** The file of the site. */
  readonly file: string;
  readonly group: string;
  readonly title: string;
  readonly markdown: string;
  /** The page that lists this one, which the menu then leaves out. */
  readonly parent?: string;
}

const htmlName = (path: string): string =>
  `${path.replace(/^.*\//, '').replace(/\.md$/, '').toLowerCase()}.html`;

/** The first heading, without its marks. */
const titleOf = (markdown: string, path: string): string =>
  /^# (.*)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? path;

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
    ...entryPages(),
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
