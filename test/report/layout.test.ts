/** Tests of widths, wrapping and colours in the terminal. */
import { describe, expect, test } from 'vitest';
import { coloured, paintFor, plain } from '../../src/report/colour.ts';
import { secondsText, countText } from '../../src/report/numbers-text.ts';
import { progressLine } from '../../src/report/progress.ts';
import { namedRows, table } from '../../src/report/table.ts';
import { cut, harmless, padEnd, width } from '../../src/report/width.ts';
import { wrap, wrapClaim } from '../../src/report/wrap.ts';

describe('width', () => {
  test.each([
    ['∝ × ⊢', 5],
    ['x\u0302', 1],
    ['行列', 4],
    [coloured.red('abc'), 3],
    ['', 0],
  ])('%s', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
  test('padding counts columns, not characters', () => {
    expect(padEnd('行', 4)).toBe('行  ');
    expect(padEnd(coloured.bold('ab'), 4)).toBe(`${coloured.bold('ab')}  `);
  });
  test('cutting never exceeds the width', () => {
    expect(cut('行列式', 4)).toBe('行…');
    expect(cut('abcd', 4)).toBe('abcd');
  });
  test('escape sequences of strangers are shown', () => {
    expect(harmless('a\u001B[31mb')).toBe(String.raw`a\u{1b}[31mb`);
    expect(harmless('a\n\tb')).toBe('a b');
  });
});

describe('wrapping', () => {
  test('at spaces, with a hanging indent', () => {
    expect(wrap('aa bb cc', '  ', ' ', 7)).toEqual(['  aa bb', '   cc']);
  });
  test('a word that is too long is broken and nothing is lost', () => {
    const lines = wrap('x'.repeat(25), '', '', 10);
    expect(lines.every((line) => width(line) <= 10)).toBe(true);
    expect(lines.join('')).toBe('x'.repeat(25));
  });
  test('wide characters are counted', () => {
    expect(wrap('行'.repeat(12), '', '', 10).every((line) => width(line) <= 10)).toBe(true);
  });
  test('a claim puts its conclusion on a line of its own when it is long', () => {
    const claim = `${Array.from({ length: 12 }, (_, i) => `A${i}: n×n symmetric`).join('; ')} |- A0 = A1`;
    const lines = wrapClaim(claim, '  ');
    expect(lines.every((line) => width(line) <= 80)).toBe(true);
    expect(lines.at(-1)).toBe('  |- A0 = A1');
    expect(lines.map((line) => line.trim()).join(' ')).toBe(claim);
  });
});

test('tables align by width', () => {
  expect(
    table(
      [
        ['∝', '1'],
        ['ab', '12'],
      ],
      [{ align: 'left' }, { align: 'right' }],
    ),
  ).toEqual(['∝    1', 'ab  12']);
});

test('numbers', () => {
  expect([0.0004, 0.0421, 0.42, 12.34, 125].map(secondsText)).toEqual([
    '1 ms',
    '42 ms',
    '0.42 s',
    '12.3 s',
    '2 min 5 s',
  ]);
  expect([0, 999, 1000, 1234567].map(countText)).toEqual(['0', '999', '1 000', '1 234 567']);
});

describe('colours', () => {
  test.each([
    ['a terminal', { isTTY: true }, {}, coloured],
    ['no terminal', { isTTY: false }, {}, plain],
    ['NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, plain],
    ['an empty NO_COLOR says nothing', { isTTY: true }, { NO_COLOR: '' }, coloured],
    ['FORCE_COLOR over a pipe', { isTTY: false }, { FORCE_COLOR: '1' }, coloured],
    ['FORCE_COLOR=0', { isTTY: true }, { FORCE_COLOR: '0' }, plain],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, plain],
  ])('%s', (_, stream, env, paint) => {
    expect(paintFor(stream, env)).toBe(paint);
  });
});

describe('progress', () => {
  const run = (isTTY: boolean, times: readonly number[]): string => {
    let written = '';
    let time = 0;
    const line = progressLine({ isTTY, write: (text: string) => (written += text) }, () => time);
    for (time of times) line.show('searching');
    line.clear();
    return written;
  };
  test('nothing within the first second', () => {
    expect(run(true, [10, 500, 999])).toBe('');
    expect(run(false, [10, 500, 999])).toBe('');
  });
  test('a terminal has one live line, taken away at the end', () => {
    expect(run(true, [1500, 1700])).toBe(
      '\r\u001B[2K1.50 s  searching\r\u001B[2K1.70 s  searching\r\u001B[2K',
    );
  });
  test('anything else has a line every few seconds', () => {
    expect(run(false, [1500, 1700, 3000, 7000])).toBe('1.50 s  searching\n7.00 s  searching\n');
  });
});

test('a name that is too long for its row stands above it, and no row is wider than the terminal', () => {
  const rows = ['short', 'a-name-of-some-length', 'n'.repeat(40)].map((name) => ({
    name,
    cells: ['proved', '12 trials'],
  }));
  const left = [{ align: 'left' }, { align: 'right' }] as const;
  const lines = namedRows(rows, left, '  ', 44);
  expect(lines).toEqual([
    ['  short                  proved  12 trials'],
    ['  a-name-of-some-length  proved  12 trials'],
    [`  ${'n'.repeat(40)}`, '                         proved  12 trials'],
  ]);
  for (const line of lines.flat()) expect(width(line)).toBeLessThanOrEqual(44);
});
