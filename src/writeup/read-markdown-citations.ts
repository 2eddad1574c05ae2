/**
 * Citations of a Markdown text: `[@family/name]` a lemma, `[counterexample @family/name]` and the
 * like what the word says.
 */
import { isKind } from './citation.ts';
import type { Citation } from './citation.ts';
import { blankMarkdown } from './markdown-prose.ts';
import { Source } from './source.ts';
import type { Read } from './read-latex.ts';

/**
 * The citations of a Markdown text. Several stand in one pair of brackets with `;` between them.
 * The word before the sign `@` says as what a claim is cited; a key without a slash is a reference
 * to the literature.
 */
export function readMarkdownCitations(file: string, text: string): Read {
  const source = new Source(file, text);
  blankMarkdown(source);
  const items: Citation[] = [];
  // The text of a link is not one, and neither is the label of a link's address.
  for (const { index, 1: inside = '' } of source
    .prose()
    .matchAll(/\[([^[\]]*@[^[\]]*)\](?![([:])/g)) {
    if (/\n[ \t\r]*\n/.test(inside)) continue;
    let at = index + 1;
    for (const item of inside.split(';')) {
      const found = /(^|[\s-])@([A-Za-z0-9_][\w.-]*\/[\w.-]*\w)(?![\w/:])/.exec(item);
      if (found !== null) {
        const word =
          /([A-Za-z]+)[\s-]*$/
            .exec(item.slice(0, found.index + found[1]!.length))?.[1]
            ?.toLowerCase() ?? '';
        items.push({
          kind: isKind(word) ? word : 'lemma',
          id: found[2]!,
          place: source.place(at + found.index + found[1]!.length),
        });
      }
      at += item.length + 1;
    }
  }
  return { items, problems: source.problems };
}
