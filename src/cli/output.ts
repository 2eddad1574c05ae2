/** Where a command writes: results to standard output, everything else to standard error. */
import { paintFor } from '../report/colour.ts';
import type { Paint } from '../report/colour.ts';
import { progressLine, silent } from '../report/progress.ts';
import type { ProgressLine } from '../report/progress.ts';
import type { Json } from '../records/value-json.ts';
import { exitCode } from './exit-code.ts';
import type { Options } from './options.ts';

/** Where a command writes: its result to standard output, everything else to standard error. */
export interface Output {
  readonly json: boolean;
  readonly quiet: boolean;
  /** Colours of standard output. */
  readonly paint: Paint;
  readonly progress: ProgressLine;
  /** Lines on standard output; nothing with --json. */
  lines(lines: readonly string[]): void;
  /** The one document of --json; nothing without it. */
  document(json: Json): void;
  /** Something that went wrong apart from the verdict. */
  warn(text: string): void;
  /** A file that the user asked for was not written: the command ends with exit code 2. */
  notWritten(text: string): void;
  /** True after `notWritten`. */
  readonly incomplete: boolean;
}

export function outputFor({ json, quiet }: Pick<Options, 'json' | 'quiet'>): Output {
  const noProgress = quiet || (json && !process.stderr.isTTY);
  const progress = noProgress ? silent : progressLine(process.stderr);
  let incomplete = false;
  const warn = (text: string): void => {
    progress.clear();
    process.stderr.write(`elenchus: ${text}\n`);
  };
  return {
    get incomplete() {
      return incomplete;
    },
    warn,
    notWritten(text) {
      incomplete = true;
      warn(text);
    },
    json,
    quiet,
    progress,
    paint: paintFor(process.stdout, process.env),
    lines(lines) {
      progress.clear();
      if (!json) process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    },
    document(document) {
      progress.clear();
      if (json) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    },
  };
}

/**
 * A reader that goes away early (`| head`) is not an error; an output that takes no more is, and
 * the end.
 */
export function watchOutput(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(
      'elenchus: standard output could not be written: ' +
        `${error.code === 'ENOSPC' ? 'the disk is full' : error.message}\n`,
    );
    process.exit(exitCode.misuse);
  });
}
