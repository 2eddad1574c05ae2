/**
 * What an entry of the table is: an identity of The Matrix Cookbook (Petersen and Pedersen, edition
 * of November 2012) with its section, and its number where that is certain ('' where it is not), as
 * a claim in real matrices, or with the reason why the language does not state it.
 */
export type Entry =
  | readonly [section: string, number: string, claim: string]
  | readonly [section: string, number: string, printed: string, reason: string];

export const isStated = (e: Entry): boolean => e.length === 3;
export const complex = 'complex conjugates: all matrices are real';
export const entrywise = 'an entry of a matrix by its place has no name here';
