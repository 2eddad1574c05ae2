/** Lines under a label in the left margin. */
import { wrap } from './wrap.ts';
import { padEnd, width } from './width.ts';

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

/**
 * A step of a derivation with its reason at the right: `= c Q        by hypothesis`, wrapped as one text where both
 * do not fit on a line.
 */
export function alignReasons(steps: readonly string[]): string[] {
  const split = steps.map((step) => {
    const at = step.lastIndexOf(' by ');
    return at < 0
      ? ([step.trimEnd(), ''] as const)
      : ([step.slice(0, at).trimEnd(), step.slice(at + 1)] as const);
  });
  const fits = split.map(([body]) => width(body)).filter((w) => w <= 48);
  const to = Math.max(0, ...fits);
  return split.map(([body, reason]) => (reason === '' ? body : `${padEnd(body, to)}  ${reason}`));
}
