/** Places in files, and how they are shown. */

/**
 * Where something stands in a file; line and column from 1, column 0 where only the line is known.
 */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `file:line:column`, as editors and terminals link it. */
export const showPlace = ({ file, line, column }: FilePlace): string =>
  line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
