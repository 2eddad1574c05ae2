/** Where a text stops being JSON: the parser of Node says it only in some versions. */

const space = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/**
 * Line and column, from 1, of the first character that cannot stand there; the end of the text
 * where something is missing.
 */
export function jsonPlace(text: string): { readonly line: number; readonly column: number } {
  let at = 0;
  const skip = (): void => {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  };
  const taken = (sign: string): boolean => {
    skip();
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const plain = (): boolean => {
    skip();
    scalar.lastIndex = at;
    if (!scalar.test(text)) return false;
    at = scalar.lastIndex;
    return true;
  };
  const list = (end: string, item: () => boolean): boolean => {
    if (taken(end)) return true;
    do if (!item()) return false;
    while (taken(','));
    return taken(end);
  };
  const value = (): boolean => {
    if (taken('[')) return list(']', value);
    if (taken('{'))
      return list('}', () => {
        skip();
        return text[at] === '"' && plain() && taken(':') && value();
      });
    return plain();
  };
  if (value()) skip();
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
