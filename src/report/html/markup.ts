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

const escapeHtml = (text: string): string =>
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

/**
 * A line break with indentation is the layout of the source: next to a tag, and between two parts,
 * it is nothing; next to a word or an attribute it is one space.
 */
const withoutLayout = (text: string, i: number, { length }: TemplateStringsArray): string =>
  text
    .replaceAll(/(?<=[^>\s])\n +(?=[^<\s])/g, ' ')
    .replace(/^\n +(?=[^<\s])/, i === 0 ? '' : ' ')
    .replace(/(?<=[^>\s])\n +$/, i === length - 1 ? '' : ' ')
    .replaceAll(/\n +/g, '');

/** Every template that was used, without its layout: a list calls one many times. */
const laidOut = new WeakMap<TemplateStringsArray, readonly string[]>();

const textsOf = (template: TemplateStringsArray): readonly string[] => {
  const known = laidOut.get(template);
  if (known !== undefined) return known;
  const texts = template.map((text, i) => withoutLayout(text, i, template));
  laidOut.set(template, texts);
  return texts;
};

/**
 * A template: strings, numbers and lists of them are escaped, null and false are left out, and so
 * is the layout of the source.
 */
export const html = (template: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(
    textsOf(template)
      .map((text, i) => text + (i < parts.length ? partHtml(parts[i] as Part) : ''))
      .join(''),
  );

/** What is HTML already, from a writer that escapes by itself. */
export const trusted = (text: string): Markup => new Markup(text);
