/**
 * Errors of a command that are not defects: wrong use, and files that could not be written. Both
 * exit with 2.
 */

/** The program was used wrongly; the message says what to type instead. */
export class Misuse extends Error {
  override readonly name: string = 'Misuse';
}

/** What the command was to write could not be written. */
export class NotWritten extends Misuse {
  override readonly name = 'NotWritten';
}
