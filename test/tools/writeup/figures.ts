/**
 * Figures from the records, as LaTeX pictures: scale against decay, chance against measurement.
 */
import { nullOf, quantityOf } from './records.ts';
import type { Estimate, StudyRecord } from './records.ts';

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
  `\\put(${at(x)},${at(y)}){\\makebox(0,0){$\\times$}}`;
/** A straight line between any two points. */
const segment = (x: number, y: number, u: number, v: number): string =>
  `\\qbezier(${at(x)},${at(y)})(${at((x + u) / 2)},${at((y + v) / 2)})(${at(u)},${at(v)})`;
const words = (x: number, y: number, side: string, text: string): string =>
  `\\put(${at(x)},${at(y)}){\\makebox(0,0)[${side}]{\\footnotesize ${text}}}`;

/** A mark for each level of decay, so that each line can be followed where two meet. */
const levels = [
  ['none', ring],
  ['weak', dot],
  ['middle', square],
  ['strong', cross],
] as const;

/**
 * Lines over the scale of the initial weights, one for each level of decay, next to the null of a
 * rotated Q. Levels are drawn a little apart, so that their intervals do not cover each other.
 */
export function scaleFigure(record: StudyRecord, caption: string, label: string): string {
  const scales = [0.05, 0.1, 0.25, 0.5, 1];
  const [width, height, gap, low] = [54, 50, 26, 0.5];
  const x = (i: number, panel: number): number =>
    panel * (width + gap) + 4 + (i / (scales.length - 1)) * (width - 8);
  const y = (value: number): number => ((value - low) / (1 - low)) * height;
  const parts = levels.flatMap(([level, mark], k) => {
    const apart = (k - 1.5) * 1.2;
    const points = scales.map((scale) =>
      quantityOf(record, `scale ${scale}, decay ${level}: ${cosine}`),
    );
    const nulls = points.map((one) => nullOf(one, 'Q rotated'));
    return [points, nulls].flatMap((values, panel) =>
      values.flatMap((one, i) => [
        mark(x(i, panel) + apart, y(one.value)),
        ...(i === 0
          ? []
          : [
              segment(
                x(i - 1, panel) + apart,
                y(values[i - 1]!.value),
                x(i, panel) + apart,
                y(one.value),
              ),
            ]),
        ...(panel === 0
          ? [segment(x(i, 0) + apart, y(one.low), x(i, 0) + apart, y(Math.min(1, one.high)))]
          : []),
      ]),
    );
  });
  const frames = [0, 1].flatMap((panel) => [
    `\\put(${at(panel * (width + gap))},0){\\line(1,0){${width}}}`,
    `\\put(${at(panel * (width + gap))},0){\\line(0,1){${height}}}`,
    ...scales.map((scale, i) => words(x(i, panel), -3, '', String(scale))),
    ...[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((value) =>
      words(panel * (width + gap) - 1, y(value), 'r', String(value)),
    ),
    ...spread(
      levels.map(([level]) => {
        const one = quantityOf(record, `scale 1, decay ${level}: ${cosine}`);
        return y(panel === 0 ? one.value : nullOf(one, 'Q rotated').value);
      }),
    ).flatMap((height_, i) => [
      levels[i]![1](x(4, panel) + 6, height_),
      words(x(4, panel) + 8, height_, 'l', levels[i]![0]),
    ]),
    words(
      panel * (width + gap) + width / 2,
      height + 3,
      '',
      panel === 0 ? 'trained' : '$Q$ rotated',
    ),
  ]);
  return picture(
    { width: 2 * width + gap + 18, height: height + 6, left: 8, below: 6 },
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
  const size = 44;
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
  const low = 0.4;
  const s = (value: number): number => ((value - low) / 0.5) * size;
  return picture(
    { width: size + 6, height: size + 6, left: 12, below: 9 },
    [
      `\\put(0,0){\\line(1,0){${size}}}`,
      `\\put(0,0){\\line(0,1){${size}}}`,
      segment(0, 0, size, size),
      ...[0.4, 0.5, 0.6, 0.7, 0.8, 0.9].flatMap((value) => [
        words(s(value), -3, '', String(value)),
        words(-2, s(value), 'r', String(value)),
      ]),
      words(size / 2, -7, '', 'closed form'),
      words(0, size + 3, '', 'measured'),
      ...points.flatMap(([chance, one]) => [
        dot(s(chance.value), s(one.value)),
        segment(s(chance.value), s(one.low), s(chance.value), s(one.high)),
      ]),
    ],
    caption,
    label,
  );
}
