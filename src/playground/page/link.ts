/** A claim in the link of the page: `#claim=…`. */

/** Signs that a URL may have and at which mail, chats and Markdown end a link. */
const ending = /['()*!]/g;

export const linkHash = (text: string): string =>
  `#claim=${encodeURIComponent(text).replaceAll(
    ending,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`;

/** The claim of a link; null if it holds no claim or cannot be read. */
export function claimOfHash(hash: string): string | null {
  const found = /^#claim=(.*)$/s.exec(hash)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return null;
  }
}
