/**
 * Estimates with their intervals against what chance gives: a dot on a line for each, a hollow
 * diamond for each null.
 */
import type { Quantity } from '../../experiments/quantity.ts';
import { numberText } from '../experiment-text.ts';
import { html, type Markup } from './markup.ts';

const width = 340;
const left = 8;
const right = width - 8;
const rowHeight = 38;

/** Round steps: 1, 2 or 5 times a power of ten, at most five of them. */
export const ticks = (low: number, high: number): number[] => {
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 5, 10].map((k) => k * power).find((s) => span / s <= 5) ?? span;
  const out: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++)
    out.push(Number((k * step).toPrecision(12)));
  return out;
};

const tickText = (x: number): string =>
  (Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-4) ? x.toExponential(0) : String(x)).replace(
    '-',
    '−',
  );

const spoken = (q: Quantity): string => {
  const interval = q.low === q.high ? '' : `, from ${numberText(q.low)} to ${numberText(q.high)}`;
  const nulls = q.nulls.map((n) => `; ${n.name}: ${numberText(n.value)}`);
  return `${q.name}: ${q.exact ?? numberText(q.value)}${interval}${nulls.join('')}`;
};

const rowMarkup = (q: Quantity, y: number, x: (value: number) => number): Markup => {
  const label = q.name.length > 40 ? `${q.name.slice(0, 39)}…` : q.name;
  const nulls = q.nulls.map(({ value }) => {
    const at = x(value);
    return html`<path class="null" d="M${at} ${y + 20}l5 5-5 5-5-5z"/>`;
  });
  return html`
    <text x="${left}" y="${y + 12}">${label}</text>
    <text class="count" x="${right}" y="${y + 12}" text-anchor="end">
      ${(q.exact ?? numberText(q.value)).replace('-', '−')}
    </text>
    <path class="axis" d="M${left} ${y + 25}H${right}"/>
    <path class="interval"
      d="M${x(q.low)} ${y + 25}H${x(q.high)}M${x(q.low)} ${y + 21}v8M${x(q.high)} ${y + 21}v8"/>
    ${nulls}
    <circle class="estimate" cx="${x(q.value)}" cy="${y + 25}" r="3.5"/>
  `;
};

/**
 * All rows on one scale; null where there are none. `id` keeps the titles of several plots apart.
 */
export const intervalPlot = (
  rows: readonly Quantity[],
  title: string,
  id: string,
): Markup | null => {
  if (rows.length === 0) return null;
  const values = rows.flatMap((q) => [q.value, q.low, q.high, ...q.nulls.map((n) => n.value)]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] =
    low === high ? [low - (Math.abs(low) || 1), high + (Math.abs(high) || 1)] : [low, high];
  const x = (value: number): number =>
    Math.round((left + 6 + ((right - left - 12) * (value - from)) / (to - from)) * 10) / 10;
  const bottom = rows.length * rowHeight;
  const marks = ticks(from, to).map(
    (t) =>
      html`
        <path class="axis" d="M${x(t)} 0V${bottom}"/>
        <text class="tick" x="${x(t)}" y="${bottom + 14}" text-anchor="middle">${tickText(t)}</text>
      `,
  );
  return html`
    <svg class="plot intervals" viewBox="0 0 ${width} ${bottom + 20}" role="img"
      aria-labelledby="${id}-t ${id}-d">
      <title id="${id}-t">${title}</title>
      <desc id="${id}-d">${rows.map(spoken).join('. ')}</desc>
      ${marks}
      ${rows.map((q, i) => rowMarkup(q, i * rowHeight, x))}
    </svg>
  `;
};

/**
 * Rows of one kind share a plot and its scale: those whose names begin alike, up to a colon or a
 * first number.
 */
export const kindsOf = (rows: readonly Quantity[]): Map<string, Quantity[]> => {
  const kinds = new Map<string, Quantity[]>();
  for (const q of rows) {
    const what = q.labels['what'];
    const kind = typeof what === 'string' ? what : (/^[^\d:]*[^\d:\s]/.exec(q.name)?.[0] ?? q.name);
    kinds.set(kind, [...(kinds.get(kind) ?? []), q]);
  }
  return kinds;
};
