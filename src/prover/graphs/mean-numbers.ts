/** Short names of mean functions for people, E1, E2, …: their own names are descriptions. */

const numbers = new Map<string, number>();

/** Counts from 1 again: a text of its own begins. */
export const renumber = (): void => numbers.clear();

/** E1 for the first mean function that a text mentions; any other name as it is. */
export function shortName(name: string): string {
  if (!name.startsWith('E#')) return name;
  const number = numbers.get(name) ?? numbers.size + 1;
  numbers.set(name, number);
  return `E${number}`;
}
