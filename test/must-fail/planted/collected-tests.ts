/**
 * Stands in for Vitest where tests run thousands of times: collects the tests of a file, so that
 * each can be run alone. What is expected is judged by Vitest's own code.
 */
import { format } from 'node:util';
import {
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  type ExpectStatic,
} from '@vitest/expect';

export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const expect = ((value: unknown, message?: string) => chai.expect(value, message)) as ExpectStatic;
Object.assign(expect, chai.expect, { soft: expect });
(globalThis as Record<symbol, unknown>)[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, currentTestName: '' }, expect);

type Run = (...args: readonly unknown[]) => unknown;
type Declare = (name: string, ...rest: readonly unknown[]) => void;

/** The body among what follows a name: options and times stand before or after it. */
const bodyIn = (rest: readonly unknown[]): Run => rest.find((x) => typeof x === 'function') as Run;

const rows = (table: readonly unknown[]): (readonly unknown[])[] =>
  table.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));

const each =
  (declare: Declare) =>
  (table: readonly unknown[]): Declare =>
  (name, ...rest) => {
    for (const row of rows(table))
      declare(format(name, ...row.slice(0, name.split('%').length - 1)), () =>
        bodyIn(rest)(...row),
      );
  };

/** A package `vitest` for one file, and the tests that the file declares with it. */
export function collector(): { readonly vitest: Record<string, unknown>; tests: CollectedTest[] } {
  const tests: CollectedTest[] = [];
  const within: string[] = [];
  const test: Declare = (name, ...rest) => {
    tests.push({ name: [...within, name].join(' > '), run: bodyIn(rest) });
  };
  const describe: Declare = (name, ...rest) => {
    within.push(name);
    bodyIn(rest)();
    within.pop();
  };
  const declared = Object.assign(test, { each: each(test) });
  return {
    tests,
    vitest: {
      expect,
      test: declared,
      it: declared,
      describe: Object.assign(describe, { each: each(describe) }),
    },
  };
}
