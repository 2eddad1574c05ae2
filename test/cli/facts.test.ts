/** The command `facts`: by words, and for a claim. */
import { expect, test } from 'vitest';
import { elenchus } from './command.ts';

test('words list the facts that have all of them', async () => {
  const { out, code } = await elenchus(['facts', 'rank', 'product']);
  expect(code).toBe(0);
  expect(out).toMatch(/^by rank of a product$/m);
  const nothing = await elenchus(['facts', 'no', 'such', 'words', 'anywhere']);
  expect(nothing.out).toContain('no fact and no cited theorem has all these words');
});

test('a claim lists what matches it, the fact that says it first', async () => {
  const claim = 'A: m×n; B: n×k |- norm(A B) <= norm(A) norm(B)';
  const { out, code } = await elenchus(['facts', claim]);
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 3)).toEqual([
    'by norm of a product with A := A, B := B',
    '    norm(A B) <= norm(A) norm(B)',
    '    this is the claim',
  ]);
  const json = JSON.parse((await elenchus(['facts', claim, '--json'])).out);
  expect(json[0]).toMatchObject({ name: 'norm of a product', isClaim: true });
});

test('a wrong claim is answered as try answers it', async () => {
  const { out, code } = await elenchus(['facts', 'A: m×n |- A A = A']);
  expect(code).toBe(2);
  expect(out).toContain('ill-typed');
});
