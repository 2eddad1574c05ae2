/** The signs of a claim's text. */
import { unread } from './tree.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'sign' | 'end';
  readonly text: string;
  /** White space stands before it. */
  readonly spaced: boolean;
}
const alias: Readonly<Record<string, string>> = {
  '×': 'x',
  '⟹': '=>',
  '⟺': '<=>',
  '∝': '~~',
  '⪰': '>>=',
  '⪯': '<<=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '∘': '.*',
  '⊢': '|-',
};
const aliases = new Map(Object.entries(alias));
const numberPattern = /\d+(?:\.\d+)?/;
const namePattern = /[A-Za-z_][A-Za-z0-9_]*/;
const signPattern =
  /<=>|>>=|<<=|=>|->|!=|<=|>=|~~|\|-|\.[*/^]|\.\.|[-+*/^'()[\],;:=<>|.~]|[×⟹⟺∝⪰⪯≤≥≠∘⊢]/u;
const pattern = new RegExp(
  `([ \\t]*)(?:(${numberPattern.source})|(${namePattern.source})|(one-to-one)|` +
    `(${signPattern.source}))`,
  'uy',
);

export function tokensOf(text: string): Token[] {
  if (/[\n\r]|--/.test(text)) unread('a text of several lines, or with a comment');
  if (text.includes('||')) unread('bars next to bars');
  const tokens: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return unread(`the sign ${JSON.stringify(text.slice(at).trimStart().slice(0, 1))}`);
    const [, space = '', number, name, , sign = ''] = found;
    at = pattern.lastIndex;
    const spaced = space !== '';
    if (name !== undefined && !spaced && tokens.at(-1)?.kind === 'number')
      unread(`${tokens.at(-1)?.text}${name}, which may be a number`);
    if (number !== undefined) tokens.push({ kind: 'number', text: number, spaced });
    else if (name === 'one' && text.startsWith('-to-one', at)) {
      at += '-to-one'.length;
      tokens.push({ kind: 'name', text: 'one-to-one', spaced });
    } else if (name !== undefined) tokens.push({ kind: 'name', text: name, spaced });
    else {
      const plain = aliases.get(sign) ?? sign;
      tokens.push({ kind: plain === 'x' ? 'name' : 'sign', text: plain, spaced });
    }
  }
  return tokens;
}

/** Where a parser stands in the tokens. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  /** Names that are applied where a bracket follows, and all names that are declared. */
  functions: ReadonlySet<string> = new Set();
  declared: ReadonlySet<string> = new Set();
  /** Does a bar close the bars that are open? */
  bars = false;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }
  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { kind: 'end', text: '', spaced: true };
  }
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind !== 'end' && token.text === text;
  }
  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }
  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.#at++;
    return true;
  }
  want(text: string): void {
    if (!this.take(text)) unread(`${this.peek().text || 'the end'} where ${text} is wanted`);
  }
  name(): string {
    const token = this.next();
    return token.kind === 'name' ? token.text : unread(`${token.text} where a name is wanted`);
  }
  /** Something in brackets: bars outside do not reach in. */
  inside<T>(read: () => T, bars = false): T {
    const before = this.bars;
    this.bars = bars;
    if (++this.#depth > 200) unread('a text nested so deep');
    const found = read();
    this.#depth--;
    this.bars = before;
    return found;
  }
}
