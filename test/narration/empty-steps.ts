/** Finds lines of a narration that say nothing: tests require that there are none. */

/** What a line states, without its number and its reason. */
export const statementOf = (line: string): string =>
  (line.split(/ {3}(?=by |since )/)[0] as string).trim().replace(/^\(\d+\) /, '');

/** The lines that state nothing, a = a, or what the line before states. */
export function emptySteps(lines: readonly string[]): string[] {
  const found = lines.filter((line, i) => {
    const text = statementOf(line);
    const sides = text.split(' = ');
    return (
      text === '' ||
      (sides.length === 2 && sides[0] === sides[1]) ||
      (i > 0 && statementOf(lines[i - 1] as string) === text)
    );
  });
  return lines.length === 0 ? ['there is no line'] : found;
}
