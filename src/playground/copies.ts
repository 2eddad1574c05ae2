/** A claim as a text for other places: a paper, a note, a terminal. */
import type { Claim } from '../language/index.ts';
import { claimLatex, claimText } from '../language/index.ts';
import { pythonModule } from '../exports/module.ts';
import type { Verdict, VerdictName } from '../verdict/verdict.ts';
import type { Copies } from './messages.ts';

/**
 * In double quotes where the shell reads nothing in them, else in single quotes: `'` is the
 * transpose.
 */
export const quotedForShell = (text: string): string =>
  /[!"$\\`]/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;

/** A fence that the text does not hold. */
const fenceFor = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
};

const declared = (verdict: VerdictName): string =>
  verdict === 'ill-typed' ? '' : ` expect=${verdict}`;

/** A block of a note that `elenchus check` reads. */
const markdownBlock = (text: string, verdict: VerdictName): string => {
  const fence = fenceFor(text);
  return `${fence}claim my-claim${declared(verdict)}\n${text.trim()}\n${fence}\n`;
};

/** A module with one test for pytest; null where there is no code for the claim. */
function pythonTest(verdict: Verdict, version: string): string | null {
  const { text, count } = pythonModule([{ id: 'claim', verdict }], {
    package: 'numpy',
    pytest: true,
    source: 'the playground',
    version,
  });
  return count === 0 ? null : text;
}

export const copiesOf = (
  text: string,
  claim: Claim | null,
  found: Verdict,
  version: string,
): Copies => ({
  latex: claim === null ? null : claimLatex(claim),
  markdown: markdownBlock(claim === null ? text : claimText(claim), found.verdict),
  python: claim === null ? null : pythonTest(found, version),
  command: `elenchus try ${quotedForShell(claim === null ? text.trim() : claimText(claim))}`,
});
