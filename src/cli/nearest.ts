/** The word that differs least from what was typed, if it is near: for `did you mean`. */
export function nearest(typed: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(2, typed.length - 1) + 1;
  for (const word of words) {
    // as many letters as one is longer have to be put in
    if (Math.abs(word.length - typed.length) >= least) continue;
    const d = distance(typed, word);
    if (d < least) [best, least] = [word, d];
  }
  return best;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length]!;
}
