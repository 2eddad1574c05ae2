/**
 * The table of questions and answers says what is answered today: every ninth question is asked
 * again.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answered, answersFile, rowOf } from '../tools/answers-table.ts';
import { questionGroups } from './questions.ts';

const lines = new Set(readFileSync(answersFile, 'utf8').split('\n'));
const all = questionGroups.flatMap((g) => g.questions);

describe('the table of answers', () => {
  it('has a row for each question', () => {
    const cells = [...lines].map((l) => l.split(' | ')[0]);
    for (const question of all) expect(cells).toContain(`| \`${question.replaceAll('|', '\\|')}\``);
  });

  it.each(all.filter((_, i) => i % 9 === 4))('%s', async (question) => {
    expect(lines).toContain(rowOf(question, await answered(question)));
  });
});
