/** What is examined when: counted, with work that tells how often it was asked. */
import { describe, expect, test } from 'vitest';
import { claimsIn } from '../../src/lsp/claims-in.ts';
import { suggested } from '../../src/lsp/fixes.ts';
import { schedule } from '../../src/lsp/schedule.ts';
import type { ClaimTask, Found, LspWork } from '../../src/lsp/work.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';

const found = (claim: string): Found => ({
  answer: null,
  verdict: { verdict: 'survived', claim } as Verdict,
});
const note = (...claims: string[]): string =>
  claims.map((claim, i) => `\`\`\`claim c${i}\n${claim}\n\`\`\`\n`).join('\n');
const claims = (...texts: string[]) => claimsIn('n.md', note(...texts)).claims;

/** Work that settles at once every claim without the word `slow`. */
function counted(): LspWork & {
  readonly glances: string[];
  readonly examined: string[];
} {
  const glances: string[] = [];
  const examined: string[] = [];
  return {
    glances,
    examined,
    async glance({ text }: ClaimTask) {
      glances.push(text.trim());
      return text.includes('slow') ? null : found(text);
    },
    stronger: async () => null,
    examine: ({ text }, signal) =>
      new Promise((resolve) => {
        examined.push(text.trim());
        signal.addEventListener('abort', () => resolve(null));
        if (!text.includes('never')) resolve(found(text));
      }),
  };
}
const fail = (error: unknown): void => {
  throw error;
};

describe('the schedule', () => {
  test('examines an unchanged claim once', async () => {
    const work = counted();
    const plan = schedule(work, fail);
    await plan.changed('u', claims('a', 'b slow'), () => {});
    await plan.changed('u', claims('a', 'c', 'b slow'), () => {});
    expect(work.glances).toEqual(['a', 'b slow', 'c']);
    expect(work.examined).toEqual(['b slow']);
  });
  test('publishes what is known at once, and each time that more is', async () => {
    const plan = schedule(counted(), fail);
    const seen: number[] = [];
    const now = claims('a', 'b slow');
    await plan.changed('u', now, () => seen.push(now.filter((one) => plan.found(one)).length));
    expect(seen).toEqual([0, 1, 2]);
  });
  test('many claims that are settled one after another are few messages, the last of them whole', async () => {
    const plan = schedule(counted(), fail);
    const now = claims(...Array.from({ length: 300 }, (_, i) => `c ${i}`));
    const seen: number[] = [];
    await plan.changed('u', now, () => seen.push(now.filter((one) => plan.found(one)).length));
    expect(seen.slice(0, 2)).toEqual([0, 1]);
    expect(seen.at(-1)).toBe(300);
    expect(seen.length).toBeLessThan(300);
  });
  test('stops what is stale, and does not remember it', async () => {
    const work = counted();
    const plan = schedule(work, fail);
    const old = claims('slow never');
    const first = plan.changed('u', old, () => {});
    while (work.examined.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await plan.changed('u', claims('a'), () => {});
    await first;
    expect(plan.found(old[0]!)).toBeNull();
    expect(plan.found(claims('a')[0]!)).not.toBeNull();
  });
  test('a defect is reported, and the rest continues', async () => {
    const errors: unknown[] = [];
    const work = counted();
    const broken = {
      ...work,
      glance: async (task: ClaimTask) =>
        task.text.includes('bad') ? Promise.reject(new Error('x')) : work.glance(task),
      examine: async () => null,
    };
    const plan = schedule(broken, (error) => errors.push(error));
    await plan.changed('u', claims('bad', 'a'), () => {});
    expect(errors).toHaveLength(1);
    expect(plan.found(claims('a')[0]!)).not.toBeNull();
  });
});

test('the claims of a file of claims alone end at empty lines', () => {
  const { claims: all } = claimsIn(
    'x.elenchus',
    '-- only a comment\n\nA: n×n\n|- A = A\n\n\nB: n |- B = B',
  );
  expect(all.map(({ entry, body }) => [entry.claim, body.start.line, body.end])).toEqual([
    ['A: n×n\n|- A = A', 2, { line: 3, character: 8 }],
    ['B: n |- B = B', 6, { line: 6, character: 13 }],
  ]);
});

test.each([
  [
    'elenchus try "A: n |- A = 0" or elenchus try "B: n |- B = 0"',
    ['A: n |- A = 0', 'B: n |- B = 0'],
  ],
  ["A: m×n |- A' = 0", ["A: m×n |- A' = 0"]],
  ['declare it first', []],
])('the claims of the suggestion %j', (text, all) => expect(suggested(text)).toEqual(all));
