/** SARIF 2.1.0, which code scanning reads (OASIS, Static Analysis Results Interchange Format). */
import type { Json } from '../records/value-json.ts';
import { findingsOf, rules, type CheckRun, type Finding } from './finding.ts';

const names = Object.keys(rules);

export const sarifText = (run: CheckRun): string =>
  `${JSON.stringify(sarifDocument(run), null, 2)}\n`;

const sarifDocument = (run: CheckRun): Json => ({
  $schema:
    'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'elenchus',
          semanticVersion: run.version,
          rules: Object.entries(rules).map(([id, text]) => ({
            id,
            shortDescription: { text },
            defaultConfiguration: { level: id === 'undeclared-refuted' ? 'warning' : 'error' },
          })),
        },
      },
      // columns are counted in characters, as the command counts them
      columnKind: 'unicodeCodePoints',
      invocations: [
        {
          executionSuccessful: run.message === null,
          ...(run.message === null
            ? {}
            : { toolExecutionNotifications: [{ level: 'error', message: { text: run.message } }] }),
        },
      ],
      results: findingsOf(run).map(resultJson),
    },
  ],
});

const resultJson = ({ rule, level, place, title, message, hash }: Finding): Json => ({
  ruleId: rule,
  ruleIndex: names.indexOf(rule),
  level,
  message: { text: `${title}\n\n${message}` },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file) },
        ...(place.line === 0
          ? {}
          : {
              region: {
                startLine: place.line,
                ...(place.column === 0 ? {} : { startColumn: place.column }),
              },
            }),
      },
    },
  ],
  ...(hash === null ? {} : { partialFingerprints: { 'statement/v1': hash } }),
});

/** A relative reference: each part of the path escaped; an absolute path as a file URI. */
export function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${escaped}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${escaped.replace('%3A', ':')}` : escaped;
}
