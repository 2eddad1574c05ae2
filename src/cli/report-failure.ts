/** Prints an error of a command and returns its exit code. */
import { misuseJson } from '../report/verdict-json.ts';
import { harmless } from '../report/width.ts';
import { wrap } from '../report/wrap.ts';
import { Disagreement } from '../verdict/disagreement.ts';
import { Defect, whereToReport } from './defect.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse, NotWritten } from './misuse.ts';
import type { Output } from './output.ts';
import { version } from '../records/version.ts';

/** Says what went wrong and answers the exit code. */
export function reportFailure(error: unknown, output: Output): ExitCode {
  if (error instanceof Misuse) return reportMisuse(error, output);
  if (error instanceof Disagreement) return reportDisagreement(error, output);
  const message =
    error instanceof Defect
      ? error.message
      : error instanceof Error
        ? `${error.name}: ${error.message}`
        : String(error);
  output.document({ defect: message, version: version() });
  output.warn(
    `a defect of elenchus ${version()}: ${harmless(message)}; please report it at ${whereToReport}`,
  );
  const stack =
    error instanceof Defect ? error.origin : error instanceof Error ? error.stack : undefined;
  if (process.env['ELENCHUS_DEBUG'] !== undefined && stack !== undefined) output.warn(stack);
  return exitCode.defect;
}

function reportMisuse(error: Misuse, output: Output): ExitCode {
  output.document(
    error instanceof NotWritten ? { error: error.message } : misuseJson(error.message),
  );
  if (!output.json) output.warn(error.message);
  return exitCode.misuse;
}

function reportDisagreement(
  { claim, judgements, evidence }: Disagreement,
  output: Output,
): ExitCode {
  output.document({
    verdict: 'disagreement',
    claim,
    judgements: judgements.map(({ judge, says }) => ({ judge, says })),
    evidence,
    version: version(),
  });
  const bar = '!'.repeat(80);
  const lines = [
    bar,
    'THE JUDGES CONTRADICT EACH OTHER. This is a defect of elenchus: trust no verdict',
    'on this claim.',
    '',
    ...wrap(harmless(claim), '  ', '  '),
    '',
    ...judgements.flatMap(({ judge, says }) => wrap(`${judge}: ${harmless(says)}`, '  ', '    ')),
    ...(evidence === null ? [] : ['', ...wrap(harmless(evidence), '  ', '  ')]),
    '',
    ...wrap(
      `Please report it with this text and the version, ${version()}, at ${whereToReport}.`,
      '',
    ),
    bar,
  ];
  output.progress.clear();
  process.stderr.write(`${lines.join('\n')}\n`);
  return exitCode.disagreement;
}
