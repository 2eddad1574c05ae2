/** The command `facts`: lists the facts and strategies that a proof can name. */
import { ClaimError, parseClaim } from '../language/index.ts';
import { NotLowerable } from '../prover/lowering/scope.ts';
import { matchingFacts, type MatchingFact } from '../prover/matching-facts.ts';
import { statements } from '../prover/statements.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { verdictLines } from '../report/verdict-text.ts';
import { illTyped } from '../verdict/walk.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';

export const command: Command = {
  name: 'facts',
  usage: ['elenchus facts [words]', 'elenchus facts "<claim>"'],
  summary: 'lists the facts and cited theorems that proofs may use',
  about: `
Lists the facts of algebra and the cited theorems, with their statements and
sources; with words, those that have all of them; for a claim, those that use
its operations, at its terms. The first line of each is the reason to
write in a proof: by norm of a product with A := W, B := V.`,
  options: [],
  examples: [
    'elenchus facts rank',
    'elenchus facts "A, B: m×n |- norm(A - B) <= norm(A) + norm(B)"',
  ],
  run: facts,
};

/** `elenchus facts [words | "claim"]`: facts and cited theorems that have all the words. */
async function facts(
  operands: readonly string[],
  _options: Options,
  output: Output,
): Promise<ExitCode> {
  const text = operands.join(' ');
  if (/\|-|⊢/.test(text)) return matching(text, output);
  const found = statements(text.split(/\s+/).filter((w) => w !== ''));
  output.document(found.map((s) => ({ ...s })));
  output.lines(
    found.length === 0
      ? ['no fact and no cited theorem has all these words']
      : found.flatMap(({ name, statement, source, place }) => [
          `by ${name}`,
          ...(statement === null ? [] : [`    ${statement}`]),
          `    ${source === null ? 'source' : 'cited'}: ${place}`,
        ]),
  );
  return exitCode.good;
}

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
      output.lines([`no proof can use a fact here: ${error.message}`]);
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
  reason,
  `    ${statement}`,
  ...(source === null ? [] : [`    cited: ${source}`]),
  ...(isClaim ? [`    this is the claim${isConditional ? ', under a condition' : ''}`] : []),
];
