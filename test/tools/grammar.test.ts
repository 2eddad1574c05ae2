/**
 * The grammars for editors are those of the language as it is, and colour samples as they should.
 */
import { describe, expect, test } from 'vitest';
import { attributes } from '../../src/language/ast.ts';
import { builtinActivations, keywords } from '../../src/language/names.ts';
import { operators } from '../../src/operators/registry.ts';
import { grammarText, languageGrammar, markdownGrammar, rules } from './grammar.ts';

/**
 * Scopes of a line as a TextMate engine finds them: the leftmost match, of these the first rule.
 */
const scopesOf = (line: string): readonly (readonly [text: string, scope: string])[] => {
  const found: [string, string][] = [];
  const compiled = rules.map(({ name, match }) => ({ name, at: new RegExp(match, 'y') }));
  for (let place = 0; place < line.length; ) {
    const hit = compiled.find(({ at }) => {
      at.lastIndex = place;
      return (at.exec(line)?.[0].length ?? 0) > 0;
    });
    if (hit === undefined) {
      place++;
      continue;
    }
    found.push([line.slice(place, hit.at.lastIndex), hit.name.split('.').slice(0, -1).join('.')]);
    place = hit.at.lastIndex;
  }
  return found;
};

test('the files are current', async () => {
  await expect(grammarText(languageGrammar)).toMatchFileSnapshot(
    '../../syntaxes/elenchus.tmLanguage.json',
  );
  await expect(grammarText(markdownGrammar)).toMatchFileSnapshot(
    '../../syntaxes/elenchus.markdown.tmLanguage.json',
  );
});

test('a claim is coloured', () => {
  expect(scopesOf("W: m×n onto; x: n |- tr(W' W) >= 2.5 |x|^2 -- a note")).toEqual([
    ['W', 'variable.other.declaration'],
    ['×', 'keyword.operator.arithmetic'],
    ['onto', 'storage.modifier.attribute'],
    ['x', 'variable.other.declaration'],
    ['|-', 'keyword.control.turnstile'],
    ['tr', 'support.function.operator'],
    ["'", 'keyword.operator.arithmetic'],
    ['>=', 'keyword.operator.relation'],
    ['2.5', 'constant.numeric'],
    ['|', 'keyword.operator.arithmetic'],
    ['|', 'keyword.operator.arithmetic'],
    ['^', 'keyword.operator.arithmetic'],
    ['2', 'constant.numeric'],
    ['-- a note', 'comment.line.double-dash'],
  ]);
  expect(scopesOf('forall v: m. grad[v](sum[i](q[i])) = 0 <=> A ⪰ 0')).toEqual([
    ['forall', 'keyword.operator.word'],
    ['v', 'variable.other.declaration'],
    ['grad', 'keyword.operator.derivative'],
    ['sum', 'support.function.binder'],
    ['=', 'keyword.operator.relation'],
    ['0', 'constant.numeric'],
    ['<=>', 'keyword.operator.relation'],
    ['⪰', 'keyword.operator.relation'],
    ['0', 'constant.numeric'],
  ]);
});

describe('every word of the language has its colour', () => {
  const scope = (line: string): string => scopesOf(line)[0]?.[1] ?? '';
  test.each([...attributes])('%s', (word) =>
    expect(scope(word)).toBe('storage.modifier.attribute'),
  );
  test.each([...keywords])('%s', (word) => expect(scope(word)).toBe('keyword.operator.word'));
  test.each([...builtinActivations])('%s', (word) =>
    expect(scope(`${word}(x)`)).toMatch(/^support\.function/),
  );
  test.each([...operators.values()].filter((o) => o.called).map((o) => o.name))('%s', (word) =>
    expect(scope(`${word}(x)`)).toMatch(/^(support\.function|keyword\.operator\.word)/),
  );
  test('a longer name is not a word', () => expect(scopesOf('ontology relu2 tr_x')).toEqual([]));
});

test('a fenced block of a note is found, others are not', () => {
  const [rule] = markdownGrammar.patterns;
  const begin = new RegExp((rule?.begin ?? '').replaceAll('\\G', '^'));
  expect(begin.test('```claim cancellation expect=proved')).toBe(true);
  expect(begin.test('  ~~~ proof')).toBe(true);
  expect(begin.test('```claims')).toBe(false);
  expect(begin.test('```ts')).toBe(false);
});
