/**
 * Reads workflow commands as GitHub's runner does: `::level key=value,…::text`, with its escapes.
 */

export interface Annotation {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescape = (text: string, more: readonly (readonly [string, string])[] = []): string =>
  [['%0D', '\r'], ['%0A', '\n'], ...more, ['%25', '%']].reduce(
    (so, [from = '', to = '']) => so.replaceAll(from, to),
    text,
  );

/** The annotations among the lines of a log. */
export function readAnnotations(log: string): Annotation[] {
  return log.split('\n').flatMap((line) => {
    if (!line.startsWith('::')) return [];
    const end = line.indexOf('::', 2);
    if (end < 0) return [];
    const [level = '', ...rest] = line.slice(2, end).split(' ');
    const pairs = rest
      .join(' ')
      .split(',')
      .filter((pair) => pair !== '');
    const properties = Object.fromEntries(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return [
          pair.slice(0, at),
          unescape(pair.slice(at + 1), [
            ['%3A', ':'],
            ['%2C', ','],
          ]),
        ];
      }),
    );
    return [{ level, properties, message: unescape(line.slice(end + 2)) }];
  });
}
