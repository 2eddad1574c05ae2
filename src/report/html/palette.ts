/**
 * The colours of the page, for light and for dark surroundings; a test holds every pair against a
 * contrast of 4.5.
 */
export interface Palette {
  readonly ground: string;
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly proved: string;
  readonly refuted: string;
  readonly survived: string;
  readonly illTyped: string;
  readonly gaveUp: string;
}

export const light: Palette = {
  ground: '#fcfcfa',
  raised: '#f3f3ef',
  ink: '#1c1e22',
  muted: '#555a62',
  line: '#d8d8d2',
  accent: '#1f4f9e',
  proved: '#166138',
  refuted: '#a3262e',
  survived: '#725000',
  illTyped: '#6b3a99',
  gaveUp: '#555a62',
};

export const dark: Palette = {
  ground: '#15171b',
  raised: '#1e2126',
  ink: '#e8e8e6',
  muted: '#a6abb4',
  line: '#373b43',
  accent: '#93b8ff',
  proved: '#6fcf97',
  refuted: '#ff8f8a',
  survived: '#e3b654',
  illTyped: '#c9a2f2',
  gaveUp: '#a6abb4',
};

/** As custom properties: `--ink: #1c1e22; …`. */
export const properties = (palette: Palette): string =>
  Object.entries(palette)
    .map(
      ([name, value]) =>
        `--${name.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${String(value)}`,
    )
    .join(';');
