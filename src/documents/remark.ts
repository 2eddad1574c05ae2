/**
 * A plugin for remark, and so for MyST, Docusaurus, Astro and others on unified: checks the claim
 * blocks of a document and puts each verdict below its block.
 */
import { readMarkdown } from '../catalogue/read-markdown.ts';
import { complaint, examineAll, type DocumentOptions } from './examined.ts';
import { said, statementLatex, type Block, type Span } from './said.ts';

export interface RemarkOptions extends DocumentOptions {
  /**
   * The statement as a formula in place of the block: for a page with remark-math and KaTeX or
   * MathJax.
   */
  readonly typeset?: boolean;
}

/** The parts of a tree of mdast that are used here. */
interface Node {
  type: string;
  lang?: string | null;
  value?: string;
  children?: Node[];
  position?: { readonly start: { readonly line: number } } | undefined;
  data?: object;
  ordered?: boolean;
  spread?: boolean;
}

/** The parts of a virtual file that are used here. */
interface File {
  readonly path?: string | undefined;
  toString(): string;
  message(reason: string, place?: unknown, origin?: string): unknown;
}

/**
 * `unified().use(remarkElenchus)`: a claim that is not as declared becomes a message of the file.
 */
export default function remarkElenchus({ typeset = false, ...options }: RemarkOptions = {}) {
  return async (tree: object, file: File): Promise<void> => {
    const { entries, problems } = readMarkdown(file.path ?? 'document.md', await textOf(file));
    const { claims, problems: circles } = await examineAll(entries, options);
    for (const { message, place } of [...problems, ...circles])
      file.message(
        message,
        { line: place.line, column: Math.max(1, place.column) },
        'elenchus:unreadable',
      );
    const byLine = new Map(claims.map((one) => [one.entry.place.line, one]));
    const visit = (node: Node): void => {
      node.children = node.children?.flatMap((child) => {
        visit(child);
        const one =
          child.type === 'code' && child.lang === 'claim'
            ? byLine.get(child.position?.start.line ?? 0)
            : undefined;
        if (one === undefined) return [child];
        const { verdict, good } = one;
        if (!good) file.message(complaint(one), child, `elenchus:${verdict.verdict}`);
        const latex = typeset ? statementLatex(verdict) : null;
        return [
          latex === null ? child : mathNode(latex),
          verdictNode(verdict.verdict, said(verdict)),
        ];
      }) as Node[];
      if (node.children === undefined) delete node.children;
    };
    visit(tree as Node);
  };
}

/** MyST hands over the path of a document without its text. */
async function textOf(file: File): Promise<string> {
  const text = file.toString();
  if (text !== '' || file.path === undefined) return text;
  const { readFile } = await import('node:fs/promises');
  return readFile(file.path, 'utf8').catch(() => '');
}

/** As remark-math makes it. */
const mathNode = (value: string): Node => ({
  type: 'math',
  value,
  data: {
    hName: 'div',
    hProperties: { className: ['math', 'math-display'] },
    hChildren: [{ type: 'text', value }],
  },
});

const verdictNode = (word: string, blocks: readonly Block[]): Node => ({
  type: 'blockquote',
  data: { hProperties: { className: ['elenchus', `elenchus-${word}`] } },
  children: blocks.map((block) =>
    block.kind === 'line'
      ? { type: 'paragraph', children: block.spans.map(spanNode) }
      : {
          type: 'list',
          ordered: false,
          spread: false,
          children: block.items.map((item) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: [{ type: 'inlineCode', value: item }] }],
          })),
        },
  ),
});

const spanNode = ({ kind, text }: Span): Node =>
  kind === 'strong'
    ? { type: 'strong', children: [{ type: 'text', value: text }] }
    : { type: kind === 'code' ? 'inlineCode' : 'text', value: text };
