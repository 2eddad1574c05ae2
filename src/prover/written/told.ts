/**
 * Reads a proof as elenchus tells it: statements, chains, suppositions and what is taken, with
 * their layout as structure.
 */

import { otherNames, together, type Why, whyOf } from './told-reasons.ts';

/** A line of a told proof, with what stands under it. */
export type Told = {
  readonly line: number;
  /** The number in front, by which later lines refer to it. */
  readonly label: number | null;
} /** One statement, or the terms of a chain with the signs between them. */ & (
  | {
      readonly kind: 'say';
      readonly first: string;
      readonly links: readonly string[];
      readonly why: Why;
    }
  | { readonly kind: 'let'; readonly declaration: string; readonly name: string }
  /** `Let i be in 1..n.` */
  | {
      readonly kind: 'index';
      readonly name: string;
      readonly to: string;
      readonly under: readonly Told[];
    }
  /** `By induction on l in 1..L: S.`, with the base and the step in the parts after it. */
  | {
      readonly kind: 'induction';
      readonly name: string;
      readonly to: string;
      readonly statement: string;
    }
  | {
      readonly kind: 'take';
      readonly declaration: string;
      readonly name: string;
      readonly such: string;
      readonly why: Why;
    }
  /** `Take c = 1/d.`: what there is such a c. */
  | { readonly kind: 'witness'; readonly term: string }
  | { readonly kind: 'suppose'; readonly formula: string; readonly under: readonly Told[] }
  | { readonly kind: 'part'; readonly under: readonly Told[] }
  | { readonly kind: 'contradiction'; readonly why: Why }
);

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly number: number;
  readonly label: number | null;
  /** Lines that continue it: each begins with a sign. */
  readonly links: string[];
  readonly whys: Why[];
}

const link = /^(?:=|<=|>=|<|>|>>=|<<=) +\S/;

/** Words that open a part. */
const openings = [
  String.raw`Suppose .*\.$`,
  String.raw`Let \S+ be in `,
  String.raw`By induction on \S+ in `,
  'Case .*:$',
  String.raw`Take \S+: .* such that `,
  'This is a contradiction',
];
const opening = new RegExp(String.raw`^\s*(?:\(\d+\) )?(?:${openings.join('|')})`, 'm');

/** What a reason that only a told proof gives begins with: behind `by the`, and behind `by`. */
const ofThe = [
  'hypothesis',
  'assumption',
  'definition of',
  "theorem '",
  'spectral theorem',
  'linearity',
  'derivative of',
  'rank of',
  'laws of',
  'sign of',
  'induction',
  '(?:chain|product|power|quotient) rule',
];
const acts = [
  "'",
  String.raw`\(\d`,
  'multiplying',
  'writing both sides out',
  'linearity',
  'differentiating',
  "Jacobi's",
  'pairing',
  'summing over',
  'splitting off',
  'taking (?:the mean|each|all|traces)',
  'Gaussian integration',
  'induction over',
  String.raw`\|u\|`,
  String.raw`rank\(A\)`,
];
const reasons = new RegExp(` {3}(?:since |by (?:the (?:${ofThe.join('|')})|${acts.join('|')}))`);

/** Is a text told, and not written with the reasons of a written proof? */
export const isTold = (text: string): boolean => opening.test(text) || reasons.test(text);

/** The number in front of a line. */
const labelOf = (text: string): number | null => {
  const [, label] = /^\s*\((\d+)\) /.exec(text) ?? [];
  return label === undefined ? null : Number(label);
};

/** The statement of a line, without its number and its reasons. */
const bare = (text: string): string =>
  (text.split(/ {3}(?=by |since )/)[0] as string).trim().replace(/^\(\d+\) /, '');

export function readTold(text: string): Told[] {
  const lines: Line[] = [];
  text.split('\n').forEach((raw, i) => {
    const body = bare(raw);
    if (body === '') return;
    const indent = raw.length - raw.trimStart().length;
    const before = lines.at(-1);
    if (before !== undefined && link.test(body)) {
      before.links.push(body);
      before.whys.push(whyOf(raw));
    } else {
      const line = { indent, text: body, number: i + 1, label: labelOf(raw) };
      lines.push({ ...line, links: [], whys: [whyOf(raw)] });
    }
  });
  return block(lines);
}

/** Nested by indentation. */
function block(lines: readonly Line[]): Told[] {
  const found: Told[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    let end = i + 1;
    while (end < lines.length && (lines[end] as Line).indent > line.indent) end += 1;
    found.push(...nodes(line, lines.slice(i + 1, end)));
    i = end;
  }
  return found;
}

function nodes(line: Line, under: readonly Line[]): Told[] {
  const taken = /^Take (\S+: .+?) such that (.*)$/.exec(line.text);
  return taken ? takes((taken[1] ?? '').split(' and '), taken[2] ?? '', line) : [node(line, under)];
}

function node({ text, number, label, links, whys }: Line, under: readonly Line[]): Told {
  const why = together(whys);
  const at = { line: number, label };
  const supposed = /^(?:Suppose (?:not, so )?(.*)\.|Case (.*):)$/.exec(text);
  if (supposed)
    return {
      ...at,
      kind: 'suppose',
      formula: supposed[1] ?? supposed[2] ?? '',
      under: block(under),
    };
  const bound = /^Let (\S+) be in R(?:\^(?:\((.+)\)|(.+)))?\.$/.exec(text);
  if (bound) {
    const [, name = '', matrix, vector] = bound;
    return { ...at, kind: 'let', name, declaration: `${name}: ${matrix ?? vector ?? 'scalar'}` };
  }
  const index = /^Let (\S+) be in 1\.\.(\S+)\.$/.exec(text);
  if (index) {
    const [, name = '', to = ''] = index;
    return { ...at, kind: 'index', name, to, under: block(under) };
  }
  const induction = /^By induction on (\S+) in 1\.\.(\S+): (.*)\.$/.exec(text);
  if (induction) {
    const [, name = '', to = '', statement = ''] = induction;
    return { ...at, kind: 'induction', name, to, statement };
  }
  const witness = /^Take \S+ = (.*)\.$/.exec(text);
  if (witness) return { ...at, kind: 'witness', term: witness[1] ?? '' };
  if (text.startsWith('This is a contradiction')) return { ...at, kind: 'contradiction', why };
  // headings: the statements follow
  if (text === '=>' || text === '<=' || /[:.]$/.test(text))
    return { ...at, kind: 'part', under: block(under) };
  return { ...at, kind: 'say', first: text, links, why };
}

/** `Take u: m and v: n such that S`: a u for which there is a v with S, and then that v. */
const takes = (
  declarations: readonly string[],
  such: string,
  { number, label, whys }: Line,
): Told[] =>
  declarations.map((declaration, k) => ({
    line: number,
    label: k === declarations.length - 1 ? label : null,
    why: together(whys),
    kind: 'take',
    declaration,
    name: declaration.split(':')[0] ?? '',
    such: [...declarations.slice(k + 1).map((one) => `exists ${one}. `), such].join(''),
  }));

/** The same lines with another name for something that they take. */
export function renamed(nodes: readonly Told[], from: string, to: string): Told[] {
  const word = new RegExp(String.raw`(?<![\w.])${from}(?![\w.])`, 'g');
  const other = (text: string): string => text.replaceAll(word, to);
  return nodes.map((node): Told => {
    switch (node.kind) {
      case 'say':
        return {
          ...node,
          first: other(node.first),
          links: node.links.map(other),
          why: otherNames(node.why, other),
        };
      case 'suppose':
        return {
          ...node,
          formula: other(node.formula),
          under: renamed(node.under, from, to),
        };
      case 'part':
      case 'index':
        return { ...node, under: renamed(node.under, from, to) };
      case 'induction':
        return { ...node, statement: other(node.statement) };
      case 'take':
      case 'let':
        return {
          ...node,
          declaration: other(node.declaration),
          name: other(node.name),
          ...(node.kind === 'take' ? { such: other(node.such) } : {}),
        } as Told;
      case 'witness':
        return { ...node, term: other(node.term) };
      case 'contradiction':
        return node;
    }
  });
}
