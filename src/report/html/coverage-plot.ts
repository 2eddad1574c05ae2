/**
 * What the search looked at: a bar for each class of points, and the classes that it never reached.
 */
import { countText } from '../numbers-text.ts';
import { html, type Markup } from './markup.ts';

interface Class {
  readonly name: string;
  readonly count: number;
}

/** Classes under their kind: `matrix: wide` under `matrix`. */
const kindsOf = (coverage: Readonly<Record<string, number>>): Map<string, Class[]> => {
  const kinds = new Map<string, Class[]>();
  for (const [name, count] of Object.entries(coverage).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const at = name.indexOf(': ');
    const kind = at < 0 ? 'other' : name.slice(0, at);
    kinds.set(kind, [
      ...(kinds.get(kind) ?? []),
      { name: at < 0 ? name : name.slice(at + 2), count },
    ]);
  }
  return kinds;
};

const width = 300;
const rowHeight = 20;
const top = 22;
const from = 150;
const longest = 100;

/** One kind as a plot of its own, in the same scale as the others: `most` points fill the width. */
const plot = (kind: string, classes: readonly Class[], most: number, id: string): Markup => {
  const height = top + classes.length * rowHeight;
  const said = classes
    .map(({ name, count }) => `${name}: ${count === 0 ? 'never' : countText(count)}`)
    .join('; ');
  return html`
    <svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">
      <title id="${id}-t">${kind}</title>
      <desc id="${id}-d">${said}</desc>
      <text class="kind" x="0" y="13">${kind}</text>
      ${classes.map(({ name, count }, i) => {
        const y = top + i * rowHeight;
        const bar = Math.min(
          longest,
          Math.max(count === 0 ? 0 : 1.5, (longest * count) / Math.max(1, most)),
        );
        return html`
          <text x="${from - 8}" y="${y + 12}" text-anchor="end">
            ${name.length > 24 ? `${name.slice(0, 23)}…` : name}
          </text>
          ${
            count === 0
              ? html`<text class="never" x="${from}" y="${y + 12}">never reached</text>`
              : html`
                <rect x="${from}" y="${y + 3}" width="${Math.round(bar * 10) / 10}" height="10"
                  rx="1.5"/>
                <text class="count" x="${from + Math.round(bar) + 5}" y="${y + 12}">
                  ${countText(count)}
                </text>
              `
          }
        `;
      })}
    </svg>
  `;
};

/** Small plots, one for each kind of class; `id` keeps their titles apart. */
export const coveragePlots = (
  coverage: Readonly<Record<string, number>>,
  id: string,
): Markup | null => {
  const kinds = [...kindsOf(coverage)];
  if (kinds.length === 0) return null;
  // a long search classifies a sample of its points: their number, not that of all, is the scale
  const most = Math.max(...Object.values(coverage));
  return html`
    <div class="plots">
      ${kinds.map(([kind, classes], i) => plot(kind, classes, most, `${id}-${i}`))}
    </div>
  `;
};
