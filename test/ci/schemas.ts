/** The essentials of the schemas of SARIF 2.1.0 and of JUnit: what a document lacks, in words. */
import type { Element } from './xml.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (x: unknown): x is Fields =>
  typeof x === 'object' && x !== null && !Array.isArray(x);
const fields = (x: unknown): Fields => (isFields(x) ? x : {});
const list = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);
const levels = new Set(['none', 'note', 'warning', 'error']);

/** What is wrong with a SARIF document; nothing where it is valid in what readers of it use. */
export function sarifFaults(text: string): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string): void => void (holds || faults.push(what));
  const log = fields(JSON.parse(text));
  need(log['version'] === '2.1.0', 'version is 2.1.0');
  need(/^https:.*sarif.*2\.1\.0.*\.json$/.test(String(log['$schema'])), '$schema names the schema');
  need(list(log['runs']).length > 0, 'runs');
  for (const run of list(log['runs']).map(fields)) {
    const driver = fields(fields(run['tool'])['driver']);
    need(typeof driver['name'] === 'string', 'tool.driver.name');
    const rules = list(driver['rules']).map(fields);
    need(new Set(rules.map((rule) => rule['id'])).size === rules.length, 'ids of rules differ');
    for (const rule of rules)
      need(typeof fields(rule['shortDescription'])['text'] === 'string', 'shortDescription.text');
    for (const one of list(run['invocations']).map(fields))
      need(typeof one['executionSuccessful'] === 'boolean', 'executionSuccessful');
    need(Array.isArray(run['results']), 'results');
    for (const result of list(run['results']).map(fields)) {
      need(typeof fields(result['message'])['text'] === 'string', 'message.text');
      need(levels.has(String(result['level'])), 'level');
      const rule = rules[Number(result['ruleIndex'])];
      need(rule !== undefined && rule['id'] === result['ruleId'], 'ruleIndex fits ruleId');
      need(list(result['locations']).length > 0, 'locations');
      for (const location of list(result['locations']).map(fields)) {
        const physical = fields(location['physicalLocation']);
        const uri = fields(physical['artifactLocation'])['uri'];
        need(typeof uri === 'string' && !/[\s\\]/.test(uri), 'uri');
        if (physical['region'] === undefined) continue;
        const { startLine, startColumn = 1 } = fields(physical['region']);
        need(Number.isInteger(startLine) && Number(startLine) >= 1, 'startLine from 1');
        need(Number.isInteger(startColumn) && Number(startColumn) >= 1, 'startColumn from 1');
      }
      for (const print of Object.values(fields(result['partialFingerprints'])))
        need(typeof print === 'string', 'partialFingerprints are texts');
    }
  }
  return faults;
}

/** Elements of Jenkins' schema (junit-10.xsd), each with its attributes and what stands in it. */
const junit: Readonly<Record<string, { attributes: string; children: string }>> = {
  testsuites: { attributes: 'name time tests failures errors', children: 'testsuite' },
  testsuite: {
    attributes:
      'name tests failures errors group time skipped timestamp hostname id package file log url version',
    children: 'testsuite properties testcase system-out system-err',
  },
  testcase: {
    attributes: 'name time classname group',
    children: 'skipped error failure system-out system-err',
  },
  failure: { attributes: 'type message', children: '' },
  error: { attributes: 'type message', children: '' },
};

/** What is wrong with a JUnit document, by the schema of Jenkins and by its own counts. */
export function junitFaults(root: Element): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string): void => void (holds || faults.push(what));
  need(root.name === 'testsuites', 'the root is testsuites');
  const fits = ({ name, attributes, children }: Element): void => {
    const allowed = junit[name] ?? { attributes: '', children: '' };
    for (const key of Object.keys(attributes))
      need(allowed.attributes.split(' ').includes(key), `${name} has no attribute ${key}`);
    for (const child of children) {
      need(allowed.children.split(' ').includes(child.name), `${child.name} in ${name}`);
      fits(child);
    }
  };
  fits(root);
  for (const suite of root.children) {
    need(suite.attributes['name'] !== undefined, 'testsuite.name');
    const of = (name: string): number =>
      suite.children.filter((one) => one.children.some((child) => child.name === name)).length;
    need(Number(suite.attributes['tests']) === suite.children.length, 'tests counts them');
    need(Number(suite.attributes['failures']) === of('failure'), 'failures counts them');
    need(Number(suite.attributes['errors']) === of('error'), 'errors counts them');
    for (const one of suite.children) {
      for (const key of ['name', 'classname'])
        need(Boolean(one.attributes[key]), `testcase.${key}`);
      need(/^\d*\.\d{1,3}$/.test(one.attributes['time'] ?? ''), 'testcase.time');
      need(one.children.length <= 1, 'one outcome');
      for (const child of one.children) need(child.attributes['message'] !== undefined, 'message');
    }
  }
  return faults;
}
