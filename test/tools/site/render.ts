/** Markdown as HTML: headings with addresses, links between pages, claims that open. */
import { posix } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import type { Root as Source } from 'mdast';
import { toString } from 'hast-util-to-string';
import rehypeKatex from 'rehype-katex';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { linkHash } from '../../../src/playground/page/link.ts';
import type { Page } from './pages.ts';

export interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}
/** A part of a page that the search finds: what stands under one heading. */
export interface Section {
  readonly heading: string;
  readonly id: string;
  readonly text: string;
}
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  /** Files next to the page that it shows, from the root of the repository. */
  readonly pictures: readonly string[];
}

/** Places of the site that are written by others. */
const others = /^(playground\/|report\.html|[a-z]+:)/;

/** A link that leads nowhere. */
export class DeadLink extends Error {}

/** The claims that a block of code states, each to be opened. */
export function claimsIn(code: string, language: string): readonly string[] {
  if (language === 'sh')
    return [...code.matchAll(/^\$ elenchus (?:try|needs) "([^"]*\|-[^"]*)"/gm)].map(
      ([, claim]) => claim as string,
    );
  const text = code.trim();
  const alone = (language === '' || language === 'claim') && !/^(\$|--|#|<)/.test(text);
  return alone && text.split('|-').length === 2 && !/^\s*(have|proof)\b/m.test(text) ? [text] : [];
}

const opener = (claim: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { className: ['open'], href: `playground/index.html${linkHash(claim)}` },
  children: [{ type: 'text', value: 'Open in the playground' }],
});

const languageOf = (code: Element): string =>
  ((code.properties['className'] as readonly string[] | undefined) ?? [])
    .find((c) => c.startsWith('language-'))
    ?.slice('language-'.length) ?? '';

/** Where a link of one page leads on the site: another page, a place outside, or a picture. */
function targetOf(href: string, page: Page, files: ReadonlyMap<string, string>): string | null {
  if (others.test(href) || href.startsWith('#')) return href;
  const [path = '', anchor] = href.split('#');
  const source = posix.normalize(posix.join(posix.dirname(page.source), path));
  const file = files.get(source);
  return file === undefined ? null : anchor === undefined ? file : `${file}#${anchor}`;
}

function linked(tree: Root, page: Page, files: ReadonlyMap<string, string>): string[] {
  const pictures: string[] = [];
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'img') {
      const source = posix.join(posix.dirname(page.source), `${node.properties['src']}`);
      pictures.push(source);
      node.properties['src'] = posix.basename(source);
    }
    if (node.tagName === 'a' && typeof node.properties['href'] === 'string') {
      const { href } = node.properties;
      const target = targetOf(href, page, files);
      if (target !== null) node.properties['href'] = target;
      // a file of the repository that is not a page is named, not linked
      else if (parent && index !== undefined)
        parent.children.splice(index, 1, ...(node.children as ElementContent[]));
    }
  });
  return pictures;
}

/** `<br>` in a table is the one piece of HTML that pages use. */
function broken(tree: Source): void {
  visit(tree, 'html', (node, index, parent) => {
    if (/^<br ?\/?>$/.test(node.value) && parent && index !== undefined)
      parent.children[index] = { type: 'break' };
  });
}

/** A wide table scrolls by itself. */
function scrolling(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: 'Table' },
      children: [node],
    };
    return SKIP;
  });
}

function opened(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    const [code] = node.children;
    if (node.tagName !== 'pre' || code?.type !== 'element' || !parent || index === undefined)
      return undefined;
    node.properties['tabIndex'] = 0;
    const claims = claimsIn(toString(code), languageOf(code));
    if (claims.length === 0) return undefined;
    parent.children.splice(index + 1, 0, {
      type: 'element',
      tagName: 'p',
      properties: { className: ['opens'] },
      children: claims.flatMap((c): ElementContent[] => [opener(c), { type: 'text', value: ' ' }]),
    });
    return index + 2;
  });
}

const depthOf = (node: Element): number => Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);

function outline(tree: Root): { headings: Heading[]; sections: Section[] } {
  const headings: Heading[] = [];
  const sections: { heading: string; id: string; text: string }[] = [];
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    const depth = depthOf(node);
    const id = `${node.properties['id'] ?? ''}`;
    if (depth > 0) {
      headings.push({ depth, id, text: toString(node) });
      sections.push({ heading: toString(node), id, text: '' });
    } else {
      const last = sections.at(-1);
      if (last) last.text += ` ${toString(node)}`;
    }
  }
  return { headings, sections };
}

/** Throws `DeadLink` where a page links to a page or a heading that is not there. */
export function checkAnchors(pages: ReadonlyMap<string, Rendered>): void {
  for (const [file, { html }] of pages)
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      const [path = '', anchor] = href.split('#');
      if (others.test(href)) continue;
      const target = pages.get(path === '' ? file : path);
      if (!target || (anchor !== undefined && !target.html.includes(`id="${anchor}"`)))
        throw new DeadLink(`${file} links to ${href}, which is not there`);
    }
}

/** One page as HTML; `files`: the page of the site for each source. */
export async function rendered(page: Page, files: ReadonlyMap<string, string>): Promise<Rendered> {
  const parse = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
  const toHtml = unified().use(remarkRehype).use(rehypeSlug).use(rehypeKatex, { output: 'mathml' });
  const source = parse.parse(page.markdown) as Source;
  broken(source);
  const tree = (await toHtml.run(source)) as Root;
  const pictures = linked(tree, page, files);
  scrolling(tree);
  opened(tree);
  const html = unified().use(rehypeStringify).stringify(tree);
  return { html, pictures, ...outline(tree) };
}
