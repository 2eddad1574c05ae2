/** The bibliography as BibTeX has it, as far as the Markdown edition needs it. */
import { readFile } from 'node:fs/promises';

export interface Reference {
  /** `Saxe and others 2014`. */
  readonly short: string;
  readonly full: string;
}
export type References = ReadonlyMap<string, Reference>;

const plain = (text: string): string =>
  text
    .replaceAll(/\\[`'"^~v=.]\s*\{?\\?([A-Za-z])\}?/g, '$1')
    .replaceAll(/[{}]/g, '')
    .replaceAll('--', '–')
    .replaceAll(/\\&/g, '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

export async function readReferences(file: string): Promise<References> {
  const text = await readFile(file, 'utf8');
  const found = new Map<string, Reference>();
  for (const [, key = '', body = ''] of text.matchAll(/@\w+\{([\w-]+),([\s\S]*?)\n\}/g)) {
    const field = (name: string): string =>
      plain(new RegExp(`\\b${name}\\s*=\\s*\\{([\\s\\S]*?)\\},?\\n`).exec(`${body}\n`)?.[1] ?? '');
    const authors = field('author').split(' and ');
    const last = (author = ''): string => author.split(',')[0] ?? '';
    const [first, second] = authors;
    const who =
      authors.length === 1
        ? last(first)
        : authors.length === 2
          ? `${last(first)} and ${last(second)}`
          : `${last(first)} and others`;
    const where = ['journal', 'booktitle', 'publisher', 'howpublished', 'note']
      .map(field)
      .filter((one) => one !== '')
      .join(', ');
    const named = authors.map((one) => one.split(', ').toReversed().join(' ')).join(', ');
    found.set(key, {
      short: `${who} ${field('year')}`,
      full: `${named}. ${field('title')}. ${where}, ${field('year')}.`,
    });
  }
  return found;
}
