/** The pages of the reference: a list of facts, of cited theorems, of rules, and a page for each. */
import { entries, subjects, type Entry } from '../../../src/reference/entries.ts';
import type { Page } from './pages.ts';

/** Text as Markdown that shows it unchanged. */
export const plain = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>$|~#&]/g, String.raw`\$&`);
/** The file of an entry. */
export const entryFile = ({ kind, name }: Pick<Entry, 'kind' | 'name'>): string =>
  `${kind}-${name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.html`;
const code = (text: string): string => `\`\`\`\n${text}\n\`\`\``;
const section = (title: string, ...texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : [`## ${title}`, ...texts];

const kinds = {
  fact: ['Facts', 'facts.html', 'A fact that the kernel takes as elementary.'],
  theorem: [
    'Cited theorems',
    'theorems.html',
    'A theorem of the literature. A proof that uses it lists it under `axioms`.',
  ],
  rule: ['Rules of the kernel', 'rules.html', 'A rule by which the kernel makes theorems.'],
} as const;

const checked = `The statement is written a second time, from its source, in
\`elenchus-recheck\`; a test compares it with numbers, and planted faults show that the test
notices slips.`;

function markdownOf(entry: Entry): string {
  const { kind, name, statement, claim, hypotheses, source, sketch, use } = entry;
  const [title, file, about] = kinds[kind];
  const catalogue = use.proofs.map((id) => `- [${id}](report.html#${id})`).join('\n');
  return [
    `# ${plain(name)}`,
    about,
    ...section('Statement', `\`\`\`text\n${statement}\n\`\`\``),
    ...(hypotheses.length === 0
      ? []
      : section('Hypotheses', ...hypotheses.map((h) => `- \`${h}\``))),
    ...(claim === null ? [] : section('As a claim', code(claim))),
    ...section('Why it holds', plain(sketch)),
    ...(source === null
      ? []
      : section('Source', plain(source), ...(kind === 'fact' ? [checked] : []))),
    ...(use.shortest === null && use.proofs.length === 0
      ? []
      : section(
          'What it proves',
          ...(use.shortest === null
            ? []
            : ['The proof of this claim uses it:', code(use.shortest)]),
          ...(use.proofs.length === 0 ? [] : ['Claims of the catalogue:', catalogue]),
        )),
    ...(kind === 'rule' ? [] : section('In a written proof', `\`by ${name}\``)),
    `All of them: [${title}](${file}).`,
  ].join('\n\n');
}

const row = (e: Entry): string => `| [${plain(e.name)}](${entryFile(e)}) | ${plain(e.statement)} |`;
const table = (list: readonly Entry[]): string =>
  ['| name | statement |', '|---|---|', ...list.map(row)].join('\n');

function listMarkdown(kind: Entry['kind'], list: readonly Entry[]): string {
  const [title] = kinds[kind];
  const about = {
    fact: 'The facts that the kernel takes as elementary. `elenchus facts WORDS` searches them, and `elenchus facts NAME` prints one.',
    theorem: 'Theorems of the literature. A proof that uses one lists it under `axioms`.',
    rule: 'Only these rules make theorems. A written derivation names the rule of each step.',
  }[kind];
  if (kind !== 'fact') return [`# ${title}`, about, table(list)].join('\n\n');
  const parts = Object.entries(subjects).flatMap(([subject, own]) => [
    `## ${subject}`,
    table(list.filter(({ name }) => Object.hasOwn(own, name))),
  ]);
  return [`# ${title}`, about, ...parts].join('\n\n');
}

/** The lists, each followed by the pages of its entries. */
export function entryPages(): Page[] {
  const all = entries();
  return (['fact', 'theorem', 'rule'] as const).flatMap((kind) => {
    const [title, file] = kinds[kind];
    const own = all.filter((e) => e.kind === kind);
    const page = (name: string, heading: string, markdown: string, parent?: string): Page => ({
      source: `site/${name}`,
      file: name,
      group: 'What proofs use',
      title: heading,
      markdown,
      ...(parent === undefined ? {} : { parent }),
    });
    return [
      page(file, title, listMarkdown(kind, own)),
      ...own.map((e) => page(entryFile(e), e.name, markdownOf(e), file)),
    ];
  });
}
