/** Answers agree with automatic derivatives of PyTorch, and a wrong answer does not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { available } from '../exports/python.ts';
import { compared, comparisonFile } from '../tools/answers-against-torch.ts';
import { questionGroups } from './questions.ts';

const isThere = available(['torch']).length > 0;
const all = questionGroups.flatMap((g) => g.questions);

describe('answers compared with PyTorch', () => {
  test('the table has no difference, and a line for each kind', () => {
    const page = readFileSync(comparisonFile, 'utf8');
    expect(page).toContain('## Differences\n\nNone.');
    expect(page).toContain('No point contradicts an answer.');
    for (const { title, questions } of questionGroups)
      expect(page).toContain(`| ${title} | ${questions.length} |`);
  });

  test.skipIf(!isThere)('every twelfth question agrees', async () => {
    const found = await compared(all.filter((_, i) => i % 12 === 3));
    expect(found.filter(({ agreed }) => agreed !== null).length).toBeGreaterThan(8);
    for (const { question, agreed, why, refuted } of found) {
      expect(refuted, question).toBe(false);
      if (agreed !== null) expect([question, agreed, why]).toEqual([question, 5, '']);
    }
  });

  test.skipIf(!isThere)('a wrong answer is noticed twice', async () => {
    const question = "X: m×n; a: n; b: m |- grad[X]((b' X a)^2)";
    const [found] = await compared([question], new Map([[question, "b' X a b a'"]]));
    expect(found?.refuted).toBe(true);
    const smooth = 'x: n |- grad[x](sum(exp(x)))';
    const [off] = await compared([smooth], new Map([[smooth, 'exp(x) + x']]));
    expect(off?.refuted).toBe(true);
    expect([found?.agreed, off?.agreed]).toEqual([0, 0]);
    expect(off?.why).toContain('AssertionError');
  });
});
