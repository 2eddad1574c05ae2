/**
 * JUnit's XML, which most systems of continuous integration read: a suite for each file, a test
 * case for each claim. It keeps to the attributes of Jenkins' schema (junit-10.xsd), which refuses
 * others: the line is in the text.
 */
import type { Checked } from '../report/catalogue-text.ts';
import { showPlace } from '../catalogue/file-place.ts';
import { claimFinding, experimentFinding, type CheckRun, type Finding } from './finding.ts';

interface Case {
  readonly file: string;
  readonly name: string;
  readonly family: string;
  readonly seconds: number;
  readonly finding: Finding | null;
  /** A file that cannot be read is an error of the run, not a claim that failed. */
  readonly broken: boolean;
}

/** Characters that XML 1.0 does not have, also escaped. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu;

const xml = (text: string): string =>
  text
    .replaceAll(forbidden, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
/** A line break in an attribute is read as a space unless it is escaped. */
const attribute = (text: string): string => xml(text).replaceAll(/[\r\n\t]+/g, ' ');

export function junitText(run: CheckRun): string {
  const cases = casesOf(run);
  const files = [...new Set(cases.map(({ file }) => file))];
  const suites = files.map((file) =>
    suite(
      file,
      cases.filter((one) => one.file === file),
    ),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="elenchus" ' +
    `${counts(cases)}>\n${suites.join('')}</testsuites>\n`
  );
}

const casesOf = ({ checked, experiments, problems, message }: CheckRun): Case[] => [
  ...checked.map((one) => claimCase(one)),
  ...experiments.map((one) => ({
    file: one.entry.place.file,
    name: one.entry.id.slice(one.entry.family.length + 1),
    family: one.entry.family,
    seconds: one.measured.seconds,
    finding: experimentFinding(one)[0] ?? null,
    broken: false,
  })),
  ...problems.map(({ message: what, place }) => broken(what, place)),
  ...(message === null ? [] : [broken(message, { file: 'elenchus', line: 0, column: 0 })]),
];

function claimCase(one: Checked): Case {
  const { entry, verdict } = one;
  const found = claimFinding(one)[0] ?? null;
  return {
    file: entry.place.file,
    name: entry.id.slice(entry.family.length + 1),
    family: entry.family,
    seconds: verdict.seconds,
    finding: found?.level === 'error' ? found : null,
    broken: false,
  };
}

const broken = (message: string, place: Finding['place']): Case => ({
  file: place.file,
  name: 'reading',
  family: place.file,
  seconds: 0,
  finding: { rule: 'unreadable', level: 'error', place, title: message, message, hash: null },
  broken: true,
});

function counts(cases: readonly Case[]): string {
  const errors = cases.filter((one) => one.broken).length;
  const failures = cases.filter((one) => one.finding !== null).length - errors;
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return `tests="${cases.length}" failures="${failures}" errors="${errors}" time="${seconds.toFixed(3)}"`;
}

const suite = (file: string, cases: readonly Case[]): string =>
  `  <testsuite name="${attribute(file)}" file="${attribute(file)}" ${counts(cases)}>\n` +
  `${cases.map(caseText).join('')}  </testsuite>\n`;

function caseText({ name, family, seconds, finding, broken: error }: Case): string {
  const head =
    `    <testcase name="${attribute(name)}" classname="${attribute(family)}" ` +
    `time="${seconds.toFixed(3)}"`;
  if (finding === null) return `${head}/>\n`;
  const tag = error ? 'error' : 'failure';
  const text = xml(`${showPlace(finding.place)}\n${finding.message}`);
  return (
    `${head}>\n      <${tag} type="${finding.rule}" ` +
    `message="${attribute(finding.title)}">${text}</${tag}>\n    </testcase>\n`
  );
}
