/**
 * Finds a piece of code whatever its line breaks: white space, trailing commas and single brackets
 * do not count.
 */

/** The characters that count, and where each stands in the text. */
function dense(text: string): { readonly chars: string; readonly at: readonly number[] } {
  let chars = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (/\s/.test(c)) continue;
    if (c === ',' && /^\s*[)\]}]/.test(text.slice(i + 1, i + 200))) continue;
    chars += c;
    at.push(i);
  }
  return { chars, at };
}

/** How many times `piece` stands in `text`. */
export function countLoosely(text: string, piece: string): number {
  return dense(text).chars.split(dense(piece).chars).length - 1;
}

/** The text with the first `from` replaced by `to`; null where it does not stand there. */
export function replaceLoosely(text: string, from: string, to: string): string | null {
  const [whole, piece] = [dense(text), dense(from).chars];
  const start = whole.chars.indexOf(piece);
  if (start < 0) return null;
  const [first, last] = [whole.at[start] as number, whole.at[start + piece.length - 1] as number];
  return text.slice(0, first) + to + text.slice(last + 1);
}
