/**
 * The first and the last line of a written file: what it was written for, and whether it still is
 * what was written.
 */
import { harmless } from '../report/width.ts';
import { textHash } from './record.ts';

/** How a line becomes a comment. */
export interface Comment {
  readonly before: string;
  readonly after: string;
}
export const latexComment: Comment = { before: '% ', after: '' };
export const typstComment: Comment = { before: '// ', after: '' };
export const markdownComment: Comment = { before: '<!-- ', after: ' -->' };

export interface Seal {
  /** Name of the write-up that it was written for, as `nameInSeal` has it. */
  readonly document: string;
  /** Hash of the record that it was written from. */
  readonly record: string;
  /** False where it was edited since. */
  readonly intact: boolean;
}

/** The write-up's name as it can stand in a comment. */
export const nameInSeal = (document: string): string => harmless(document).replaceAll('--', '- -');

/** A text with its seal. */
export function sealed(
  body: string,
  { before, after }: Comment,
  document: string,
  record: string,
  version: string,
): string {
  const text = [
    `${before}Written by elenchus ${version} for ${nameInSeal(document)}${after}`,
    `${before}from the record ${record}${after}`,
    `${before}Do not edit: elenchus cite writes it anew.${after}`,
    body,
  ].join('\n');
  return `${text}${before}sha256 ${textHash(text)}${after}\n`;
}

const begin = /(?:% |\/\/ |<!-- )/.source;
const headPattern = new RegExp(
  `^${begin}Written by elenchus \\S+ for (.*?)(?: -->)?\\n${begin}from the record ([0-9a-f]{64})`,
);

/** The seal of a text; null without one, as in a file that elenchus did not write. */
export function sealOf(text: string): Seal | null {
  const plain = text.replaceAll('\r\n', '\n');
  const head = headPattern.exec(plain);
  if (head === null) return null;
  const last = /(?:% |\/\/ |<!-- )sha256 ([0-9a-f]{64})(?: -->)?\n*$/.exec(plain);
  return {
    document: head[1]!,
    record: head[2]!,
    intact: last !== null && textHash(plain.slice(0, last.index)) === last[1],
  };
}
