/**
 * A text that is read for citations: all but prose is blanked, so that every offset keeps its line
 * and column.
 */
import type { Problem } from '../catalogue/claim-entry.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import { placeOf } from '../verdict/place.ts';

export class Source {
  readonly file: string;
  readonly text: string;
  readonly problems: Problem[] = [];
  private readonly blanked: [number, number][] = [];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** From here to there is no prose. Ranges come in order and may overlap. */
  blank(start: number, end: number): void {
    if (end > start) this.blanked.push([start, end]);
  }

  /** The text with spaces for what was blanked; line ends stay. */
  prose(): string {
    const parts: string[] = [];
    let from = 0;
    for (const [start, end] of this.blanked) {
      if (end <= from) continue;
      const first = Math.max(start, from);
      parts.push(
        this.text.slice(from, first),
        this.text.slice(first, end).replaceAll(/[^\n]/g, ' '),
      );
      from = end;
    }
    return parts.join('') + this.text.slice(from);
  }

  place(offset: number): FilePlace {
    const { line, column } = placeOf(this.text, { start: offset, end: offset });
    return { file: this.file, line, column };
  }

  problem(message: string, offset: number): void {
    this.problems.push({ message, place: this.place(offset) });
  }
}
