/** Searches for a small edit that makes an ill-typed claim well-typed. */
import type { Span } from './ast.ts';
import { indexText } from './text.ts';
import type { ClaimSyntax } from './parse-claim.ts';
import { childrenOf, type Syntax } from './syntax.ts';

/** One change of the text: what stands at the span is replaced. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
  readonly span: Span;
}

/** Texts longer than this are not searched for a mend: each try reads the whole claim. */
const longest = 4000;
const tries = 80;

const gap = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end);

const at = (place: number): Span => ({ start: place, end: place });

/** The transposition of one operand: a prime taken off or put on. */
const transposed = (node: Syntax, source: string): Edit[] => {
  const { span } = node;
  if (node.kind === 'apply' && node.operator === 'transpose') {
    return source.slice(span.end - 1, span.end) === ')'
      ? []
      : [{ at: { start: span.end - 1, end: span.end }, text: '', span }];
  }
  if (node.kind === 'number' || node.kind === 'kernel') return [];
  const atomic = node.kind !== 'apply' || source[span.start] === '|';
  if (atomic) return [{ at: at(span.end), text: "'", span }];
  return [{ at: span, text: `(${source.slice(span.start, span.end)})'`, span }];
};

/** The index one lower and one higher. */
const shifted = (node: Syntax): Edit[] => {
  if (node.kind !== 'member') return [];
  const { index, indexSpan } = node;
  return [-1, 1].map((by) => ({
    at: indexSpan,
    text: indexText({ name: index.name, offset: index.offset + by }),
    span: node.span,
  }));
};

/** A number next to a vector or matrix: as many times `ones` or `I`. */
const spread = (node: Syntax, source: string): Edit[] => {
  if (node.kind === 'number') return [];
  const { span } = node;
  const text = source.slice(span.start, span.end);
  const atom =
    node.kind === 'name' || (node.kind === 'apply' && text.endsWith(')') && /^\w+\(/.test(text));
  const grouped = atom ? text : `(${text})`;
  return ['ones', 'I'].map((unit) => ({ at: span, text: `${grouped} ${unit}`, span }));
};

const isSum = (node: Syntax): boolean =>
  node.kind === 'apply' && (node.operator === 'add' || node.operator === 'sub');

/** A 1 behind a factor is the vector of ones: nobody multiplies by the number. */
const asOnes = (node: Syntax): Edit[] => {
  if (node.kind !== 'apply' || node.operator !== 'mul') return [];
  const last = node.args[1];
  return last?.kind === 'number' && last.text === '1'
    ? [{ at: last.span, text: 'ones', span: last.span }]
    : [];
};

const editsIn = (node: Syntax, source: string, edits: Edit[]): void => {
  edits.push(...asOnes(node));
  edits.push(...shifted(node));
  for (const child of childrenOf(node)) {
    if (
      node.kind === 'apply'
        ? node.operator !== 'transpose' && node.operator !== 'pow'
        : node.kind !== 'logic' && node.kind !== 'not'
    ) {
      edits.push(...transposed(child, source));
    } else if (node.kind === 'apply' && node.operator === 'pow' && child === node.args[0])
      edits.push(...transposed(child, source));
    if (isSum(node)) edits.push(...spread(child, source));
    editsIn(child, source, edits);
  }
};

/**
 * The first text, by distance from the error, that one transposition or one index shift makes
 * well-typed; `check` gives the normalised text of a claim that type-checks, null for one that does
 * not.
 */
export const mend = (
  source: string,
  syntax: ClaimSyntax,
  error: Span,
  check: (text: string) => string | null,
): string | null => {
  if (source.length > longest) return null;
  const edits: Edit[] = [];
  for (const formula of [...syntax.hypotheses, syntax.conclusion]) editsIn(formula, source, edits);
  const ordered = edits.map((edit) => ({
    edit,
    far: gap(edit.span, error),
    wide: edit.span.end - edit.span.start,
  }));
  ordered.sort((a, b) => a.far - b.far || a.wide - b.wide || a.edit.span.start - b.edit.span.start);
  for (const { edit } of ordered.slice(0, tries)) {
    const found = check(source.slice(0, edit.at.start) + edit.text + source.slice(edit.at.end));
    if (found !== null) return found;
  }
  return null;
};
