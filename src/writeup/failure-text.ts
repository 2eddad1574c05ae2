/** Failures of citations for the terminal, 80 columns wide at most. */
import { showPlace } from '../catalogue/file-place.ts';
import type { Paint } from '../report/colour.ts';
import { section } from '../report/section.ts';
import { harmless } from '../report/width.ts';
import { wrap } from '../report/wrap.ts';
import type { Json } from '../records/value-json.ts';
import type { Failure } from './failures.ts';

export const failureLines = (failures: readonly Failure[], paint: Paint): string[] =>
  failures.flatMap(({ place, message, before, now }) => [
    `${paint.red('✗')} ${paint.bold(harmless(showPlace(place)))}`,
    ...wrap(harmless(message), '    '),
    ...(before === null ? [] : side('was', before, paint)),
    ...(now === null ? [] : side('now', now, paint)),
  ]);

export const failureJson = ({ what, id, place, message, before, now }: Failure): Json => ({
  what,
  id,
  file: place.file,
  line: place.line,
  column: place.column,
  message,
  before,
  now,
});

/**
 * Only the first line is wrapped: what stands below it, as a caret under a step, is laid out
 * already.
 */
function side(label: string, text: string, paint: Paint): string[] {
  const [first = '', ...rest] = text.trimEnd().split('\n');
  return [
    ...section(`    ${label}`, [harmless(first)], paint.dim),
    ...rest.flatMap((line) => wrap(harmless(line), '    ')),
  ];
}
