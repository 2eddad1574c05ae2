/**
 * What an editor shows over a claim: the verdict, the normalised statement and the reasons, as
 * Markdown.
 */
import { fenced } from '../report/markdown-code.ts';
import { verdictText } from '../library/replay.ts';
import type { Found } from './work.ts';

export async function hoverText({ verdict, answer }: Found): Promise<string> {
  const text = await verdictText(verdict);
  return [
    `**${verdict.verdict}**${answer === null ? '' : `: = \`${answer}\``}`,
    '',
    fenced(verdict.claim, 'elenchus'),
    fenced(text, 'text'),
  ].join('\n');
}
