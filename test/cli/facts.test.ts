/** The command `facts`: by words, and for a claim. */
import { expect, test } from 'vitest';
import { elenchus } from './command.ts';

test('words list the facts that have all of them', async () => {
  const { out, code } = await elenchus(['facts', 'rank', 'product']);
  expect(code).toBe(0);
  expect(out).toMatch(/^by rank of a product$/m);
  const nothing = await elenchus(['facts', 'no', 'such', 'words', 'anywhere']);
  expect(nothing.out).toContain('no fact, no cited theorem and no rule has all these words');
});

test('the name of one prints its whole entry', async () => {
  const { out, code } = await elenchus(['facts', 'norm', 'of', 'a', 'product']);
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toBe('norm of a product: fact');
  for (const title of ['statement', 'as a claim', 'why', 'source', 'in the catalogue'])
    expect(lines).toContain(title);
  expect(lines).toContain('  For a unit vector v, |A B v| ≤ norm(A) |B v| ≤ norm(A) norm(B).');
  const json = JSON.parse((await elenchus(['facts', 'Weyl', '--json'])).out);
  expect(json).toMatchObject([{ kind: 'theorem', name: 'Weyl' }]);
  const rule = await elenchus(['facts', 'modus ponens']);
  expect(rule.out).toContain('modus ponens: rule of the kernel');
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
