/** The command `facts`: searches facts, cited theorems and rules, and prints the entry of one. */
import { ClaimError, parseClaim } from '../language/index.ts';
import { NotLowerable } from '../prover/lowering/scope.ts';
import { matchingFacts, type MatchingFact } from '../prover/matching-facts.ts';
import { entryNamed, search, type Entry } from '../reference/entries.ts';
import { entryLines } from '../reference/entry-text.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { verdictLines } from '../report/verdict-text.ts';
import { wrap } from '../report/wrap.ts';
import { illTyped } from '../verdict/walk.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';

export const command: Command = {
  name: 'facts',
  usage: ['elenchus facts [words]', 'elenchus facts <name>', 'elenchus facts "<claim>"'],
  summary: 'searches the facts, theorems and rules that proofs rest on',
  about: `
Lists the facts of algebra, the cited theorems and the rules of the kernel;
with words, those that have all of them; for a claim, those that use its
operations, at its terms. The first line of each is the reason to write in a
proof: by norm of a product with A := W, B := V.

With the whole name of one, prints its entry: statement, hypotheses, source,
why it holds, and claims that it proves.`,
  options: [],
  examples: [
    'elenchus facts rank',
    'elenchus facts norm of a product',
    'elenchus facts "A, B: m×n |- norm(A - B) <= norm(A) + norm(B)"',
  ],
  run: facts,
};

/** `elenchus facts [words | name | "claim"]`. */
async function facts(
  operands: readonly string[],
  _options: Options,
  output: Output,
): Promise<ExitCode> {
  const text = operands.join(' ').trim();
  if (/\|-|⊢/.test(text)) return matching(text, output);
  const one = entryNamed(text.replace(/^by /, ''));
  const found = one ? [one] : search(text.split(/\s+/).filter((w) => w !== ''));
  output.document(found.map(documentOf));
  if (found.length === 0)
    output.lines(['no fact, no cited theorem and no rule has all these words']);
  else output.lines(one ? entryLines(one) : found.flatMap(shortLines));
  return exitCode.good;
}

const documentOf = ({ use, source, ...entry }: Entry) => ({
  ...entry,
  source: entry.kind === 'theorem' ? source : null,
  place: source,
  hypotheses: [...entry.hypotheses],
  proofs: [...use.proofs],
  example: use.shortest,
});

const shortLines = ({ kind, name, statement, source }: Entry): readonly string[] => [
  kind === 'rule' ? `rule ${name}` : `by ${name}`,
  ...wrap(statement, '    ', '  '),
  ...(source === null
    ? []
    : wrap(`${kind === 'fact' ? 'source' : 'cited'}: ${source}`, '    ', '  ')),
];

/** Those that match a claim. */
function matching(text: string, output: Output): ExitCode {
  try {
    const found = matchingFacts(parseClaim(text));
    output.document(found.map((m) => ({ ...m })));
    output.lines(
      found.length === 0
        ? ['no fact and no cited theorem uses the operations of the claim']
        : found.flatMap(lineOf),
    );
    return exitCode.good;
  } catch (error) {
    if (error instanceof NotLowerable) {
      output.document([]);
      output.lines(wrap(`no proof can use a fact here: ${error.message}`, ''));
      return exitCode.good;
    }
    if (!(error instanceof ClaimError)) throw error;
    const verdict = illTyped(text, error, performance.now());
    output.document(verdictJson(verdict));
    output.lines(verdictLines(verdict, output.paint));
    return exitCode.misuse;
  }
}

const lineOf = ({
  reason,
  statement,
  source,
  isClaim,
  isConditional,
}: MatchingFact): readonly string[] => [
  ...wrap(reason, '', '  '),
  ...wrap(statement, '    ', '  '),
  ...(source === null ? [] : wrap(`cited: ${source}`, '    ', '  ')),
  ...(isClaim ? [`    this is the claim${isConditional ? ', under a condition' : ''}`] : []),
];
