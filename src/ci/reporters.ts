/** The reporters of `check` by name. */
import type { CheckRun } from './finding.ts';
import { githubText } from './github.ts';
import { junitText } from './junit.ts';
import { sarifText } from './sarif.ts';
import { summaryText } from './summary.ts';
import type { ReporterName } from './targets.ts';

const reporters = {
  github: githubText,
  junit: junitText,
  sarif: sarifText,
  markdown: summaryText,
} as const satisfies Readonly<Record<ReporterName, (run: CheckRun) => string>>;

export const reportText = (name: ReporterName, run: CheckRun): string => reporters[name](run);

/** Whether an existing file was written by this reporter. */
export const ownReport: Readonly<Record<ReporterName, (beginning: string) => boolean>> = {
  github: (text) => /^::(error|warning) |^\d+ claims? checked, /.test(text),
  junit: (text) => text.includes('<testsuites name="elenchus"'),
  sarif: (text) => text.includes('"name": "elenchus"'),
  markdown: (text) => text === '' || text.startsWith('## elenchus: '),
};
