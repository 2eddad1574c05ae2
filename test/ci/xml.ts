/**
 * A small strict reader of XML: elements, attributes and text; throws where a document is not
 * well-formed.
 */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
function decoded(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/[<\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) throw new Error(`bad text: ${text}`);
  return text.replaceAll(/&([^;]*);?/g, (_, name: string) => {
    const sign = entities[name];
    if (sign === undefined) throw new Error(`bad entity &${name}`);
    return sign;
  });
}

/** The root element. */
export function readXml(document: string): Element {
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  if (body === document) throw new Error('no XML declaration');
  const { element, rest } = elementAt(body);
  if (rest.trim() !== '') throw new Error(`something after the root: ${rest}`);
  return element;
}

function elementAt(text: string): { element: Element; rest: string } {
  const open = /^<([A-Za-z]+)((?:\s+[A-Za-z]+="[^"]*")*)\s*(\/?)>/.exec(text);
  if (open === null) throw new Error(`no element: ${text.slice(0, 60)}`);
  const [all, name = '', list = '', closed] = open;
  const pairs = [...list.matchAll(/([A-Za-z]+)="([^"]*)"/g)];
  const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key, decoded(value ?? '')]));
  if (Object.keys(attributes).length !== pairs.length) throw new Error(`attribute twice: ${all}`);
  let rest = text.slice(all.length);
  const children: Element[] = [];
  let inner = '';
  if (closed === '/') return { element: { name, attributes, children, text: inner }, rest };
  for (;;) {
    const next = rest.indexOf('<');
    if (next < 0) throw new Error(`${name} is never closed`);
    inner += decoded(rest.slice(0, next));
    rest = rest.slice(next);
    const end = /^<\/([A-Za-z]+)>/.exec(rest);
    if (end !== null) {
      if (end[1] !== name) throw new Error(`</${end[1]}> closes ${name}`);
      return {
        element: { name, attributes, children, text: inner },
        rest: rest.slice(end[0].length),
      };
    }
    const child = elementAt(rest);
    children.push(child.element);
    rest = child.rest;
  }
}
