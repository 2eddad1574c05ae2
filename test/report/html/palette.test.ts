/** Tests of the contrast of the report's colours. */
import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from '../../../src/report/html/palette.ts';

/** Relative luminance of WCAG 2.2. */
const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
};

test('the measure itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

const texts = [
  'ink',
  'muted',
  'accent',
  'proved',
  'refuted',
  'survived',
  'illTyped',
  'gaveUp',
] as const satisfies readonly (keyof Palette)[];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s', (_, palette) => {
  test.each(
    texts.flatMap((text) =>
      (['ground', 'raised'] as const).map((ground) => [text, ground] as const),
    ),
  )('%s is readable on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
