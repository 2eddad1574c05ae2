/** Names of what a catalogue declares. */

/** An entry that is written wrongly; `at` is its id, for the line in the file. */
export class EntryError extends Error {
  override readonly name = 'EntryError';
  readonly at: string | null;
  constructor(message: string, at: string | null = null) {
    super(message);
    this.at = at;
  }
}

/** Names are file names and citations too, hence this narrow alphabet. */
export const namePattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A statement's number, and whether it is settled in a weaker form only. */
export const settledPattern = /^[A-Z]\d+( in part)?$/;

export const isSettled = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => settledPattern.test(String(one)));
