/** Lines under a label in the left margin. */
import { wrap } from './wrap.ts';
import { padEnd } from './width.ts';

const labelWidth = 10;

/** Lines under a label in the left margin, wrapped; nothing where there are no lines. */
export function section(
  label: string,
  lines: readonly string[],
  paint: (text: string) => string,
): string[] {
  const margin = ' '.repeat(labelWidth);
  const wrapped = lines.flatMap((line) => wrap(line, margin, '  '));
  return wrapped.map((line, i) =>
    i === 0 ? paint(padEnd(label, labelWidth)) + line.slice(labelWidth) : line,
  );
}
