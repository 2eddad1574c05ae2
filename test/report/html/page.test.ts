/** Tests of the markup of the HTML report. */
import { describe, expect, test } from 'vitest';
import { coveragePlots } from '../../../src/report/html/coverage-plot.ts';
import { factLink, factsMarkup } from '../../../src/report/html/facts-used.ts';
import { html, trusted } from '../../../src/report/html/markup.ts';
import { valueMarkup } from '../../../src/report/html/matrix.ts';
import { reportHtml } from '../../../src/report/html/page.ts';
import type { Reported } from '../../../src/report/html/reported.ts';
import { fixtureClaims, hostile, inputOf } from './fixture.ts';

describe('markup', () => {
  test('what is put in is escaped, what is markup is not, null and false are left out', () => {
    expect(
      html`<p title="${'a"b\'c'}">${'<b>&'}${trusted('<i>')}${[1, html`<u>${'>'}</u>`]}${null}${false}</p>`
        .html,
    ).toBe('<p title="a&quot;b&#39;c">&lt;b&gt;&amp;<i>1<u>&gt;</u></p>');
  });
  test('control and direction characters are shown', () =>
    expect(html`${'a\u202Eb\u0007'}`.html).toBe('a\\u{202e}b\\u{7}'));
});

describe('matrices', () => {
  test('brackets, rows, stars, and the same in words', () => {
    const { html: text } = valueMarkup(
      [
        ['1', '-1/2'],
        ['0', '0'],
      ],
      [null, null, 'decided', null],
    );
    expect(text).toContain('aria-label="2 by 2 matrix, by rows: 1, -1/2; 0 or any other value, 0"');
    expect(text.match(/class="row"/g)).toHaveLength(2);
    expect(text.match(/class="star"/g)).toHaveLength(1);
    expect(text).toContain('−1/2');
  });
  test('a column, a scalar, a tensor', () => {
    expect(valueMarkup(['1', '2']).html).toContain('column vector: 1, 2');
    expect(valueMarkup('3', ['tested']).html).toContain('class="star"');
    expect(
      valueMarkup(
        [
          [['1'], ['2']],
          [['3'], ['4']],
        ],
        [null, null, 'tested', null],
      ).html.match(/role="img"/g),
    ).toHaveLength(2);
  });
});

test('a fact that a derivation names is linked to its statement', () => {
  const line = "norm(A + B) <= norm(A) + norm(B)   by 'norm of a sum'";
  const claim = { verdict: { proof: { derivation: [line] } } } as unknown as Reported;
  const section = factsMarkup([claim])?.html ?? '';
  expect(section).toContain('id="fact-norm-of-a-sum"');
  expect(section).toContain('<math');
  expect(factLink("'norm of a sum'")?.html).toContain('href="#fact-norm-of-a-sum"');
  expect(factLink("'no such fact'")).toBeNull();
  expect(factsMarkup([])).toBeNull();
});

test('a class that was never reached is reported so', () => {
  const { html: text } = coveragePlots(
    { 'matrix: wide': 3, 'matrix: zero': 0, 'sizes: all 1': 7 },
    'x',
  )!;
  expect(text).toContain('<desc id="x-0-d">wide: 3; zero: never</desc>');
  expect(text).toContain('never reached');
  // the largest class fills the width
  expect(text).toContain('width="42.9"');
  expect(text).toContain('width="100"');
  expect(coveragePlots({}, 'x')).toBeNull();
});

const claims = await fixtureClaims();
const page = reportHtml(inputOf(claims));

describe('the page', () => {
  test('strangers cannot put markup into it', () => {
    expect(page.split('<script>')).toHaveLength(2);
    expect(page.includes('<img')).toBe(false);
    expect(page.includes('\u202E')).toBe(false);
    expect(page.slice(0, page.indexOf('<script>')).replaceAll(/"[^"]*"/g, '""')).not.toMatch(
      /<[^>]*\son[a-z]+=/,
    );
    expect(page.includes('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;')).toBe(true);
    expect(page.includes(hostile)).toBe(false);
  });
  test('nothing outside is asked for', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/url\((?!#)/);
    expect(page.includes('default-src &#39;none&#39;')).toBe(true);
  });
  test('each claim has a place of its own, and every id occurs once', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] as string);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { entry } of claims) expect(ids).toContain(entry.id);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, list] of page.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g))
      for (const id of (list as string).split(' ')) expect(ids).toContain(id);
  });
  test('headings come in order', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map((m) => Number(m[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries())
      expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
  test('the same claims in another order give the same page', () =>
    expect(reportHtml(inputOf(claims.toReversed())) === page).toBe(true));
  test('statements, derivations, witnesses, links of reasons', () => {
    expect(page.includes('<math alttext="W\' W"')).toBe(true);
    expect(page.includes('by <a href="#demo/trace">demo/trace</a> with A := A B')).toBe(true);
    expect(page).toMatch(
      /<th scope="row"><math[^>]*aria-label="W invertible"[^]*?<td class="need">needed<\/td>/,
    );
    expect(page.includes('But this fails:')).toBe(true);
    expect(page.includes('<mark>')).toBe(true);
  });
  test('a claim that is not as declared is marked', () => {
    const wrong = claims.map((one, i) =>
      i === 0 ? { ...one, entry: { ...one.entry, expect: 'refuted' as const } } : one,
    );
    expect(reportHtml(inputOf(wrong)).includes('the catalogue says refuted')).toBe(true);
    expect(page.includes('class="mismatch"')).toBe(false);
  });
  test('an empty catalogue has a page too', () =>
    expect(reportHtml(inputOf([]))).toContain('0 claims'));
});
