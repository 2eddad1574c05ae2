/** Claims as a module of Python: tests for pytest, or checks that the module runs by itself. */
import type { CodePackage } from '../answers/code.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { claimTest } from './claim-test.ts';
import type { Helper } from './expression.ts';
import { helperText } from './helpers.ts';

export interface Exported {
  readonly id: string;
  readonly verdict: Verdict;
}

export interface PythonModule {
  readonly text: string;
  /** Claims that have no code, and why. */
  readonly missing: readonly { readonly id: string; readonly why: string }[];
  readonly count: number;
}

export interface ModuleOptions {
  readonly package: CodePackage;
  /** Tests for pytest; else functions and a main. */
  readonly pytest: boolean;
  readonly source: string;
  readonly version: string;
}

/** The whole module. */
export function pythonModule(claims: readonly Exported[], options: ModuleOptions): PythonModule {
  const helpers = new Set<Helper>();
  const missing: { id: string; why: string }[] = [];
  const names = new Map<string, number>();
  const functions: string[] = [];
  const calls: string[] = [];
  for (const { id, verdict } of claims) {
    const test = claimTest(verdict, options.package);
    if (test.kind === 'none') {
      missing.push({ id, why: test.why });
      functions.push(`# ${oneLine(id)} has no test: ${oneLine(test.why)}.`);
      continue;
    }
    for (const helper of test.helpers) helpers.add(helper);
    const name = unique(id, names);
    functions.push(functionText(name, test.kind, test.lines, verdict, options.pytest));
    calls.push(`    ${test.kind === 'holds' ? 'holds' : 'fails'}(check_${name})`);
  }
  const text = [
    heading(options),
    imports(options),
    ...helperText(helpers, options.package),
    ...functions,
    ...(options.pytest || calls.length === 0 ? [] : [mainText(calls)]),
  ].join('\n\n\n');
  return { text: `${text.replaceAll('\n\n\n\n', '\n\n\n')}\n`, missing, count: calls.length };
}

const heading = ({ source, version }: ModuleOptions): string =>
  docstring(
    [
      `Claims of ${source} as tests, written by elenchus ${version}.`,
      '',
      'A claim that is proved is tested at random sizes. A claim that is refuted is an',
      'expected failure at its exact counterexample.',
    ],
    '',
  );

function imports({ package: to, pytest }: ModuleOptions): string {
  return [
    ...(to === 'jax' ? ['import jax', 'import jax.numpy as jnp'] : []),
    'import numpy as np',
    ...(pytest ? ['import pytest'] : []),
    ...(to === 'torch' ? ['import torch'] : []),
    ...(to === 'jax' ? ['', 'jax.config.update("jax_enable_x64", True)'] : []),
    ...(to === 'torch' ? ['', 'torch.set_default_dtype(torch.float64)'] : []),
  ].join('\n');
}

function functionText(
  name: string,
  kind: 'holds' | 'fails',
  lines: readonly string[],
  { verdict, claim, assumed }: Verdict,
  pytest: boolean,
): string {
  const decorator =
    kind === 'holds'
      ? '@pytest.mark.parametrize("seed", range(10))'
      : `@pytest.mark.xfail(strict=True, raises=AssertionError, reason="refuted by elenchus")`;
  const said =
    verdict === 'survived' ? 'survived: not proved, and no counterexample was found' : verdict;
  return [
    ...(pytest ? [decorator] : []),
    `def ${pytest ? 'test' : 'check'}_${name}(${kind === 'holds' ? 'seed' : ''}):`,
    docstring(
      [
        ...claim.split('\n').flatMap((line) => folded(line, 92)),
        '',
        `${said[0]?.toUpperCase()}${said.slice(1)}.${assumed.length === 0 ? '' : ` Assumed: ${assumed.join('; ')}.`}`,
      ],
      '    ',
    ),
    ...lines
      .filter((line, i) => line.trim() !== '' || lines[i - 1]?.trim() !== '')
      .map((line) => `    ${line}`.trimEnd()),
  ].join('\n');
}

/** A text between triple quotes, which it cannot end early. */
function docstring(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) =>
    line.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').trimEnd(),
  );
  const text = safe.map((line, i) => (line === '' || i === 0 ? line : indent + line)).join('\n');
  return `${indent}"""${text}${text.endsWith('"') ? ' ' : ''}\n${indent}"""`;
}

/** A long line at its spaces. */
const folded = (line: string, width: number): string[] =>
  line
    .match(new RegExp(`.{1,${width}}(?:\\s|$)|\\S+(?:\\s|$)`, 'g'))
    ?.map((part) => part.trimEnd()) ?? [''];

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** `notes/cyclic-trace` is `cyclic_trace`; a second one of that name gets a number. */
function unique(id: string, names: Map<string, number>): string {
  const base =
    id
      .slice(id.indexOf('/') + 1)
      .replaceAll(/\W+/g, '_')
      .toLowerCase() || 'claim';
  const count = (names.get(base) ?? 0) + 1;
  names.set(base, count);
  return count === 1 ? base : `${base}_${count}`;
}

const mainText = (calls: readonly string[]): string => `def holds(check):
    for seed in range(10):
        check(seed)
    print(f"{check.__name__}: holds at 10 random points")


def fails(check):
    try:
        check()
    except AssertionError:
        print(f"{check.__name__}: fails at its counterexample, as expected")
    else:
        raise SystemExit(f"{check.__name__}: holds at its counterexample")


if __name__ == "__main__":
${calls.join('\n')}`;
