/**
 * Lines of a narration that say nothing: a = a, a line that repeats the one before, no reason and
 * no statement.
 */
export const statementOf = (line: string): string =>
  (line.split(/ {3}(?=by |since )/)[0] as string).trim().replace(/^\(\d+\) /, '');

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
