/**
 * A filter for Pandoc, and so for Quarto: checks the claim blocks of a document, typesets each, and
 * puts its verdict below.
 */
import type { ClaimEntry } from '../catalogue/claim-entry.ts';
import { readHeader } from '../catalogue/claim-header.ts';
import { complaint, examineAll, type DocumentOptions, type ExaminedClaim } from './examined.ts';
import { said, statementLatex, type Block, type Span } from './said.ts';

/** A node of Pandoc's tree: its tag and its contents. */
interface Node {
  readonly t: string;
  readonly c?: unknown;
}
type Attributes = readonly [string, readonly string[], readonly (readonly [string, string])[]];

export interface Filtered {
  readonly document: string;
  /**
   * What is wrong, a line each: claims that are not as declared, and blocks that cannot be read.
   */
  readonly complaints: readonly string[];
}

const codeBlock = (node: unknown, kind: string): readonly [Attributes, string] | null => {
  if (typeof node !== 'object' || node === null) return null;
  const { t, c } = node as Node;
  if (t !== 'CodeBlock' || !Array.isArray(c)) return null;
  const [attributes, text] = c as [Attributes, string];
  return attributes[1].includes(kind) ? [attributes, text] : null;
};

/** Filters Pandoc's JSON. Throws `SyntaxError` for any other text. */
export async function filterPandoc(text: string, options: DocumentOptions = {}): Promise<Filtered> {
  const tree = JSON.parse(text) as unknown;
  const complaints: string[] = [];
  const { entries, blocks } = entriesIn(tree, complaints);
  const { claims, problems } = await examineAll(entries, options);
  complaints.push(...problems.map(({ message }) => message));
  complaints.push(
    ...claims.filter(({ good }) => !good).map((one) => complaint(one).replace(/^document\//, '')),
  );
  const found = new Map(claims.map((one) => [one.entry.id, one]));
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rewrite);
    if (typeof node !== 'object' || node === null) return node;
    const id = blocks.get(node);
    const one = id === undefined ? undefined : found.get(id);
    if (one !== undefined) return division(one, node);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rewrite(value)]));
  };
  return { document: `${JSON.stringify(rewrite(tree))}\n`, complaints };
}

/** The claims of the tree in order, each with its proof, and which node each is. */
function entriesIn(
  tree: unknown,
  complaints: string[],
): { entries: ClaimEntry[]; blocks: Map<object, string> } {
  const entries = new Map<string, ClaimEntry>();
  const blocks = new Map<object, string>();
  let last = '';
  const read = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(read);
    if (typeof node !== 'object' || node === null) return;
    const lost = lostBlock(node as Node);
    if (lost !== null) complaints.push(lost);
    const claim = codeBlock(node, 'claim');
    const proof = codeBlock(node, 'proof');
    if (claim !== null) {
      const [attributes, text] = claim;
      const given = nameOf(attributes);
      const name = given ?? `claim-${entries.size + 1}`;
      if (given === null) complaints.push(`a claim block has no name: write ${form}`);
      const words = attributes[2]
        .filter(([key]) => key === 'expect')
        .map(([, value]) => `expect=${value}`);
      const header = readHeader([name, ...words], 'claim block', form);
      if (typeof header === 'string' || entries.has(`document/${name}`)) {
        complaints.push(typeof header === 'string' ? header : `'${name}' is declared twice`);
        return;
      }
      last = `document/${name}`;
      entries.set(last, entryOf(last, text, header.expect));
      blocks.set(node, last);
    } else if (proof !== null) {
      const [attributes, text] = proof;
      const name = nameOf(attributes);
      const id = name === null ? last : `document/${name}`;
      const entry = entries.get(id);
      if (entry === undefined) complaints.push(`there is no claim block '${name ?? ''}' to prove`);
      else entries.set(id, { ...entry, proof: text });
    } else Object.values(node).forEach(read);
  };
  read(tree);
  return { entries: [...entries.values()], blocks };
}

const form = '```{.claim name="my-claim" expect="proved"}';

/** A fence with several words, which Pandoc's Markdown reads as a paragraph of code. */
function lostBlock({ t, c }: Node): string | null {
  const [only, ...more] = t === 'Para' ? (c as readonly Node[]) : [];
  const text = only?.t === 'Code' && more.length === 0 ? String((only.c as unknown[])[1]) : '';
  const [, head] = /^(claim(?: [^\s:;]+){1,2}) [^]*(?:\|-|⊢)/.exec(text) ?? [];
  return head === undefined
    ? null
    : `Pandoc reads \`\`\`${head} as no block, so its claim is not checked: write ${form}`;
}

const nameOf = ([id, , pairs]: Attributes): string | null =>
  pairs.find(([key]) => key === 'name')?.[1] ?? (id === '' ? null : id);

const entryOf = (id: string, claim: string, expect: ClaimEntry['expect']): ClaimEntry => ({
  id,
  family: 'document',
  claim,
  proof: null,
  expect,
  source: null,
  note: null,
  uses: [],
  place: { file: 'document', line: 0, column: 0 },
  claimStart: null,
});

/** A division with the statement, as a formula or as it was typed, and the verdict. */
function division({ entry, verdict }: ExaminedClaim, block: object): Node {
  const latex = statementLatex(verdict);
  const statement: unknown =
    latex === null
      ? unlabelled(block)
      : { t: 'Para', c: [{ t: 'Math', c: [{ t: 'DisplayMath' }, latex] }] };
  const attributes = [
    entry.id.slice('document/'.length),
    ['elenchus', `elenchus-${verdict.verdict}`],
    [['verdict', verdict.verdict]],
  ];
  return {
    t: 'Div',
    c: [attributes, [statement, { t: 'BlockQuote', c: said(verdict).map(blockNode) }]],
  };
}

/** The block without its identifier, which the division has. */
function unlabelled(block: object): unknown {
  const { t, c } = block as { t: string; c: [Attributes, string] };
  return { t, c: [['', c[0][1], c[0][2]], c[1]] };
}

const blockNode = (block: Block): Node =>
  block.kind === 'line'
    ? { t: 'Para', c: block.spans.flatMap(spanNodes) }
    : { t: 'BulletList', c: block.items.map((item) => [{ t: 'Plain', c: [codeNode(item)] }]) };

const codeNode = (text: string): Node => ({ t: 'Code', c: [['', [], []], text] });

/** Words and spaces are nodes of their own. */
const wordNodes = (text: string): Node[] =>
  text
    .split(/( +)/)
    .filter((part) => part !== '')
    .map((part) => (part.trim() === '' ? { t: 'Space' } : { t: 'Str', c: part }));

const spanNodes = ({ kind, text }: Span): Node[] =>
  kind === 'code'
    ? [codeNode(text)]
    : kind === 'strong'
      ? [{ t: 'Strong', c: wordNodes(text) }]
      : wordNodes(text);
