/**
 * Figures from the records, as LaTeX pictures: findings with their nulls, scale against decay,
 * chance against measurement.
 */
import { latexText } from '../../../src/writeup/latex-text.ts';
import { namedIn, nullOf, quantityOf } from './records.ts';
import type { Estimate, Recorded, StudyRecord } from './records.ts';

const cosine = "cos(W'W, M)";
const at = (x: number): string => x.toFixed(2);

/** A picture in millimetres, with what it is framed by. */
const picture = (
  { width, height, left, below }: { width: number; height: number; left: number; below: number },
  parts: readonly string[],
  caption: string,
  label: string,
): string =>
  [
    '\\begin{figure}[t]\\centering\\setlength\\unitlength{1mm}',
    `\\begin{picture}(${width + left},${height + below})(${-left},${-below})`,
    ...parts,
    '\\end{picture}',
    `\\caption{${caption}\\label{${label}}}`,
    '\\end{figure}',
    '',
  ].join('\n');

const dot = (x: number, y: number): string => `\\put(${at(x)},${at(y)}){\\circle*{1.5}}`;
const ring = (x: number, y: number): string => `\\put(${at(x)},${at(y)}){\\circle{1.5}}`;
const square = (x: number, y: number): string =>
  `\\put(${at(x)},${at(y)}){\\makebox(0,0){\\rule{1.1mm}{1.1mm}}}`;
const cross = (x: number, y: number): string =>
  `\\put(${at(x)},${at(y)}){\\makebox(0,0){\\tiny $\\times$}}`;
/** A straight line between any two points. */
const segment = (x: number, y: number, u: number, v: number): string =>
  `\\qbezier(${at(x)},${at(y)})(${at((x + u) / 2)},${at((y + v) / 2)})(${at(u)},${at(v)})`;
const words = (x: number, y: number, side: string, text: string): string =>
  `\\put(${at(x)},${at(y)}){\\makebox(0,0)[${side}]{\\footnotesize ${text}}}`;

const marks = { untrained: ring, 'Q rotated': square, chance: cross } as const;

/**
 * Every quantity that a named finding rests on, with its interval and its nulls; zero is a line.
 */
export function findingsFigure(record: StudyRecord, caption: string, label: string): string {
  const rows: Recorded[] = [];
  for (const { name, says } of record.findings)
    if (name !== undefined)
      for (const one of namedIn(record, says).map((q) => likenessOf(record, q)))
        if (!rows.some((other) => other.name === one.name)) rows.push(one);
  const [width, step, low] = [80, 4, -0.4];
  const height = rows.length * step;
  const x = (value: number): number => ((value - low) / (1 - low)) * width;
  const parts = rows.flatMap((one, i) => {
    const y = height - (i + 0.5) * step;
    return [
      words(-2, y, 'r', latexText(shortName(one.name))),
      segment(x(Math.max(low, one.low)), y, x(Math.min(1, one.high)), y),
      dot(x(one.value), y),
      ...one.nulls.flatMap((other) => {
        const mark = marks[other.name as keyof typeof marks];
        return mark === undefined ? [] : [mark(x(other.value), y)];
      }),
    ];
  });
  const ticks = [-0.25, 0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `\\put(${at(x(value))},0){\\line(0,-1){1}}`,
    words(x(value), -3, '', `$${value}$`),
  ]);
  return picture(
    { width: width + 4, height, left: 74, below: 6 },
    [
      `\\put(0,0){\\line(1,0){${width}}}`,
      `\\multiput(${at(x(0))},0)(0,2){${Math.ceil(height / 2)}}{\\line(0,1){0.8}}`,
      ...ticks,
      ...parts,
    ],
    caption,
    label,
  );
}

/** In place of a difference from the null, the likeness itself, which is drawn with that null. */
function likenessOf(record: StudyRecord, one: Recorded): Recorded {
  const whole = one.name.replace(/ over Q rotated$/, '');
  return whole === one.name ? one : quantityOf(record, whole);
}

const shortName = (name: string): string =>
  name
    .replace(/^(.*): cos\(W'W, M\)$/, '$1')
    .replace("cos(W'W, M)", 'cosine')
    .replace("W'W", 'W′W');

/**
 * Lines over the scale of the initial weights, one for each level of decay, with the null of a
 * rotated Q below.
 */
export function scaleFigure(record: StudyRecord, caption: string, label: string): string {
  const scales = [0.05, 0.1, 0.25, 0.5, 1];
  const levels = ['none', 'weak', 'middle', 'strong'];
  const [width, height, gap] = [42, 46, 24];
  const x = (i: number, panel: number): number =>
    panel * (width + gap) + 3 + (i / (scales.length - 1)) * (width - 6);
  const y = (value: number): number => ((value - 0.2) / 0.8) * height;
  const parts = levels.flatMap((level) => {
    const points = scales.map((scale) =>
      quantityOf(record, `scale ${scale}, decay ${level}: ${cosine}`),
    );
    const lines = (panel: number, values: readonly number[]): string[] =>
      values
        .slice(1)
        .map((value, i) => segment(x(i, panel), y(values[i]!), x(i + 1, panel), y(value)));
    const over = points.map((one) => one.value);
    const nulls = points.map((one) => nullOf(one, 'Q rotated').value);
    return [
      ...lines(0, over),
      ...points.flatMap((one, i) => [
        dot(x(i, 0), y(one.value)),
        segment(x(i, 0), y(one.low), x(i, 0), y(Math.min(1, one.high))),
      ]),
      ...lines(1, nulls),
      ...nulls.map((value, i) => square(x(i, 1), y(value))),
    ];
  });
  const frames = [0, 1].flatMap((panel) => [
    `\\put(${at(panel * (width + gap))},0){\\line(1,0){${width}}}`,
    `\\put(${at(panel * (width + gap))},0){\\line(0,1){${height}}}`,
    ...scales.map((scale, i) => words(x(i, panel), -3, '', String(scale))),
    ...[0.2, 0.4, 0.6, 0.8, 1].map((value) =>
      words(panel * (width + gap) - 1, y(value), 'r', String(value)),
    ),
    ...spread(
      levels.map((level) => {
        const one = quantityOf(record, `scale 1, decay ${level}: ${cosine}`);
        return y(panel === 0 ? one.value : nullOf(one, 'Q rotated').value);
      }),
    ).map((at_, i) => words(x(4, panel) + 3, at_, 'l', levels[i]!)),
    words(
      panel * (width + gap) + width / 2,
      height + 3,
      '',
      panel === 0 ? 'trained' : '$Q$ rotated',
    ),
  ]);
  return picture(
    { width: 2 * width + gap + 14, height: height + 6, left: 14, below: 6 },
    [...frames, ...parts],
    caption,
    label,
  );
}

/** Heights moved apart, so that labels of one line each do not overlap. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).toSorted((a, b) => heights[a]! - heights[b]!);
  const made = [...heights];
  order.slice(1).forEach((i, k) => {
    made[i] = Math.max(made[i]!, made[order[k]!]! + 3.5);
  });
  return made;
}

/** Cosines of untrained networks against the closed form, a point for each slice of each record. */
export function chanceFigure(
  records: readonly StudyRecord[],
  caption: string,
  label: string,
): string {
  const size = 52;
  const pairs = records.flatMap(({ quantities }) =>
    quantities
      .filter(({ name }) => name.endsWith(`: ${cosine} untrained`))
      .map((one): readonly [Estimate, Estimate] => [nullOf(one, 'chance'), one]),
  );
  const seen = new Set<string>();
  const points = pairs.filter(([chance, one]) => {
    const key = `${at(chance.value * 100)} ${at(one.value * 100)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const s = (value: number): number => value * size;
  return picture(
    { width: size + 6, height: size + 2, left: 12, below: 9 },
    [
      `\\put(0,0){\\line(1,0){${size}}}`,
      `\\put(0,0){\\line(0,1){${size}}}`,
      segment(0, 0, size, size),
      ...[0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
        words(s(value), -3, '', String(value)),
        words(-2, s(value), 'r', String(value)),
      ]),
      words(size / 2, -7, '', 'closed form'),
      ...points.map(([chance, one]) => dot(s(chance.value), s(one.value))),
    ],
    caption,
    label,
  );
}
