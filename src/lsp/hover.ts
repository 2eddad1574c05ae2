/**
 * What an editor shows over a claim: the verdict, the statement set in Unicode, and the reasons, as
 * Markdown.
 */
import { parseClaim } from '../language/index.ts';
import { claimUnicode } from '../language/unicode.ts';
import { fenced } from '../report/markdown-code.ts';
import { verdictText } from '../library/replay.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Found } from './work.ts';

export async function hoverText({ verdict, answer }: Found): Promise<string> {
  const text = await verdictText(verdict);
  return [
    `**${verdict.verdict}**${answer === null ? '' : `: = \`${answer}\``}`,
    '',
    ...statement(verdict),
    fenced(text, 'text'),
  ].join('\n');
}

/** In a block of its own, so that no sign in it is read as Markdown. */
const statement = ({ verdict, claim }: Verdict): string[] =>
  verdict === 'ill-typed' ? [] : [fenced(claimUnicode(parseClaim(claim)), 'text')];
