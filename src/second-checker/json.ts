/**
 * JSON read strictly: a name that stands twice in one object is refused, and so is one that
 * JavaScript gives a meaning.
 */
import { demand, refuse } from './rational.ts';

const deepest = 200;

class JsonReader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }
  /** The next token: a sign, a word, a number, or a text with its quotes. */
  #token(): string {
    const pattern =
      /[ \t\n\r]*([{}[\]:,]|true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\]|\\.)*")/y;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? refuse(`this is not JSON, at sign ${this.#at + 1}`);
    this.#at = pattern.lastIndex;
    return found[1] as string;
  }
  #peek(): string {
    const at = this.#at;
    const token = this.#token();
    this.#at = at;
    return token;
  }
  whole(): unknown {
    const value = this.#value(0);
    demand(
      /^[ \t\n\r]*$/.test(this.#text.slice(this.#at)),
      'this is not JSON: something follows it',
    );
    return value;
  }
  #value(depth: number): unknown {
    demand(depth < deepest, 'this JSON is nested too deep');
    const token = this.#token();
    if (token === '{') return this.#object(depth + 1);
    if (token === '[') return this.#list(depth + 1);
    if (/^[}\]:,]$/.test(token)) return refuse(`this is not JSON: a stray ${token}`);
    return JSON.parse(token) as unknown;
  }
  #list(depth: number): unknown[] {
    const list: unknown[] = [];
    if (this.#peek() === ']') return (this.#token(), list);
    for (;;) {
      list.push(this.#value(depth));
      const next = this.#token();
      if (next === ']') return list;
      demand(next === ',', 'this is not JSON: a comma is missing');
    }
  }
  #object(depth: number): Record<string, unknown> {
    const object = Object.create(null) as Record<string, unknown>;
    if (this.#peek() === '}') return (this.#token(), object);
    for (;;) {
      const token = this.#token();
      demand(token.startsWith('"'), 'this is not JSON: a name is missing');
      const name = JSON.parse(token) as string;
      demand(!Object.hasOwn(object, name), `the name ${token} stands twice in one object`);
      demand(this.#token() === ':', 'this is not JSON: a colon is missing');
      object[name] = this.#value(depth);
      const next = this.#token();
      if (next === '}') return object;
      demand(next === ',', 'this is not JSON: a comma is missing');
    }
  }
}

export const readJson = (text: string): unknown => new JsonReader(text).whole();
