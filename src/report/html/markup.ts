/**
 * HTML that cannot be broken out of: whatever stands in a template is escaped, unless it is
 * `Markup` already.
 */

/** Text that is HTML by construction. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

type Part = Markup | string | number | null | false | readonly Part[];

const partHtml = (part: Part): string => {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.html;
  return Array.isArray(part) ? part.map(partHtml).join('') : escapeHtml(visible(String(part)));
};

/** Control and direction characters of strangers are shown, not obeyed. */
const visible = (text: string): string =>
  text.replaceAll(
    /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`,
  );

/** A template: strings, numbers and lists of them are escaped, null and false are left out. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(
    texts.map((text, i) => text + (i < parts.length ? partHtml(parts[i] as Part) : '')).join(''),
  );

/** What is HTML already, from a writer that escapes by itself. */
export const trusted = (text: string): Markup => new Markup(text);

export const none = new Markup('');
