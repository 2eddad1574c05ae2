/** Tests that prover and search in a thread each answer as they do one after the other. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../dist/bin/main.js');

/** What `try` answers on one processor, where there is one thread, and on all. */
const answered = async (claim: string, processors: readonly string[]): Promise<unknown> => {
  const command = [process.execPath, main, 'try', claim, '--json', '--seed', '3'];
  const [program = '', ...args] = [...processors, ...command];
  const { stdout } = await promisify(execFile)(program, args).catch(
    (failed: { readonly stdout: string }) => failed,
  );
  const { seconds: _seconds, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
  return rest;
};
const onOne = ['taskset', '-c', '0'];

test.each([
  ['proved', 'A: n×n pd |- det(A) <= (tr(A)/n)^n'],
  ['survived', 'A, B: n×n pd |- 4 inv(A + B) <<= inv(A) + inv(B)'],
  ['refuted', 'A: n×n |- rank(A^3) = rank(A^4) or n <= 4'],
])('%s: %s', async (verdict, claim) => {
  const [one, all] = [await answered(claim, onOne), await answered(claim, [])];
  expect(one).toMatchObject({ verdict });
  expect(all).toEqual(one);
});
