/** Reports for continuous integration: each read back by what reads it elsewhere. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckRun } from '../../src/ci/finding.ts';
import { ownReport, reportText } from '../../src/ci/reporters.ts';
import { readTargets, reporterNames } from '../../src/ci/targets.ts';
import { uriOf } from '../../src/ci/sarif.ts';
import { readNote } from '../../src/catalogue/read-markdown.ts';
import { examine } from '../../src/library/examine.ts';
import { readAnnotations } from './annotations.ts';
import { junitFaults, sarifFaults } from './schemas.ts';
import { readXml, type Element } from './xml.ts';

const note = `# A note

\`\`\`claim cyclic expect=proved
A: m×n; B: n×m |- tr(A B) = tr(B A)
\`\`\`

\`\`\`claim commute expect=proved
A, B: n×n |- A B = B A
\`\`\`

\`\`\`claim odd expect=proved
A: m×n
|- A = A'
\`\`\`

\`\`\`claim asked
A: n×n |- A = 0
\`\`\`
`;
const file = 'notes/50%, <a> & "b"/n.md';
let run: CheckRun;
let clean: CheckRun;

beforeAll(async () => {
  const entries = readNote(file, note).claims.map(({ entry }) => entry);
  const checked = await Promise.all(
    entries.map(async (entry) => ({ entry, verdict: await examine(entry.claim, { time: 0.3 }) })),
  );
  const place = { file: 'other.md', line: 3, column: 0 };
  const rest = { experiments: [], seconds: 1.25, message: null, version: '0.1.0' };
  run = { checked, problems: [{ message: 'bad, 100%\u0007\nas it is', place }], ...rest };
  clean = { checked: checked.slice(0, 1), problems: [], ...rest };
});

describe('github', () => {
  test('annotates each finding at its line', () => {
    const found = readAnnotations(reportText('github', run));
    expect(
      found.map(({ level, properties }) => [level, properties['file'], properties['line']]),
    ).toEqual([
      ['error', file, '7'],
      ['error', file, '13'],
      ['warning', file, '16'],
      ['error', 'other.md', '3'],
    ]);
    expect(found[0]?.properties['title']).toBe(
      '50-a-b-n/commute: declared proved, refuted'.replace('50-a-b-n', 'n'),
    );
    expect(found[0]?.message).toContain('by an exact counterexample');
    expect(found[0]?.message).toContain('\n');
    expect(found[1]?.properties['col']).toMatch(/^\d+$/);
    expect(found[3]?.message).toBe('bad, 100%\u0007\nas it is');
  });
  test('a clean run is empty', () => {
    expect(readAnnotations(reportText('github', clean))).toEqual([]);
    expect(reportText('github', clean)).toBe('1 claim checked, 0 findings, 2 s\n');
  });
});

describe('junit', () => {
  test('has a case for each claim and fits the schema', () => {
    const root = readXml(reportText('junit', run));
    expect(junitFaults(root)).toEqual([]);
    const outcome = (one: Element): string => one.children[0]?.name ?? 'passed';
    expect(
      root.children.flatMap((suite) =>
        suite.children.map((one) => [one.attributes['name'], outcome(one)]),
      ),
    ).toEqual([
      ['cyclic', 'passed'],
      ['commute', 'failure'],
      ['odd', 'failure'],
      ['asked', 'passed'],
      ['reading', 'error'],
    ]);
    expect(root.children[0]?.attributes['name']).toBe(file);
    expect(reportText('junit', run)).toContain('n.md:7:1\nrefuted');
  });
  test('the validator notices a wrong count and a document that is cut off', () => {
    const text = reportText('junit', run);
    expect(junitFaults(readXml(text.replaceAll('failures="2"', 'failures="1"')))).toContain(
      'failures counts them',
    );
    expect(junitFaults(readXml(text.replace('classname=', 'file="x" classname=')))).toEqual([
      'testcase has no attribute file',
    ]);
    expect(() => readXml(text.slice(0, -15))).toThrow('testsuites is never closed');
  });
});

describe('sarif', () => {
  test('fits the schema and has each finding', () => {
    const text = reportText('sarif', run);
    expect(sarifFaults(text)).toEqual([]);
    const [{ results }] = JSON.parse(text).runs;
    expect(results.map((one: { ruleId: string }) => one.ruleId)).toEqual([
      'not-as-declared',
      'ill-typed',
      'undeclared-refuted',
      'unreadable',
    ]);
    expect(results[0].partialFingerprints['statement/v1']).toMatch(/^[0-9a-f]{64}$/);
    expect(decodeURIComponent(results[0].locations[0].physicalLocation.artifactLocation.uri)).toBe(
      file,
    );
    expect(
      sarifFaults(
        text
          .replace('"level": "warning"', '"level": "bad"')
          .replace('"startLine": 7', '"startLine": 0'),
      ),
    ).toEqual(['startLine from 1']);
  });
  test('an interrupted run was not successful', () => {
    const text = reportText('sarif', { ...clean, message: 'interrupted' });
    expect(sarifFaults(text)).toEqual([]);
    expect(JSON.parse(text).runs[0].invocations[0].executionSuccessful).toBe(false);
  });
  test.each([
    ['./a b/c.md', 'a%20b/c.md'],
    ['/x/ü.md', 'file:///x/%C3%BC.md'],
    ['C:\\x\\y.md', 'file:///C:/x/y.md'],
  ])('%s as a URI', (path, uri) => expect(uriOf(path)).toBe(uri));
});

describe('markdown', () => {
  test('has a table of the findings and each in full', () => {
    const text = reportText('markdown', run);
    expect(text).toContain('## elenchus: 4 findings');
    expect(text).toContain(
      '4 claims: 1 proved, 2 refuted, 1 ill-typed; 1 problem in the files; 1.25 s',
    );
    expect(text.split('\n').filter((line) => /^\| (❌|⚠️)/.test(line))).toHaveLength(4);
    expect(text.match(/<details>/g)).toHaveLength(4);
    expect(text).not.toContain('<a>');
  });
  test('a clean run is reported as clean', () =>
    expect(reportText('markdown', clean)).toContain('## elenchus: all as declared'));
});

test('every reporter knows its own file again', () => {
  for (const name of reporterNames) {
    expect(ownReport[name](reportText(name, run)), name).toBe(true);
    expect(ownReport[name]('# my own notes'), name).toBe(false);
  }
});

describe('--reporter', () => {
  test('takes several, one of them on standard output', () =>
    expect(readTargets('github,sarif:a:b.sarif')).toEqual([
      { reporter: 'github', file: null },
      { reporter: 'sarif', file: 'a:b.sarif' },
    ]));
  test.each([
    ['tap', "'tap' is not a reporter"],
    ['', "'' is not a reporter"],
    ['toString', "'toString' is not a reporter"],
    ['junit:', 'write junit:FILE'],
    ['github,markdown', 'as markdown:FILE'],
  ])('%j is refused', (text, message) => expect(readTargets(text)).toContain(message));
});
