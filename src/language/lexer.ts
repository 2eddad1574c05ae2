/** Splits text into tokens; replaces Unicode aliases by ASCII. */
import { spend } from '../numbers/counted-work.ts';
import { ClaimError } from './ast.ts';
import { limits } from './limits.ts';
import {
  greek,
  signAliases,
  signs,
  subscripts,
  superscripts,
  wordAliases,
  type Token,
  type TokenKind,
} from './token.ts';

const blank = /[\s\u00a0\u200b\ufeff]/u;
const letter = /[A-Za-z_]/;
const nameTail = /[A-Za-z0-9_]/;
const digit = /[0-9]/;

/** Work of a sign or word: it is read, looked up and parsed. */
const tokenWork = 1;

/**
 * Reads text into tokens; Unicode aliases become their ASCII form. `proof` ends a line after `by`
 * in one token.
 */
export class Lexer {
  private readonly source: string;
  private readonly proof: boolean;
  private readonly tokens: Token[] = [];
  private at = 0;
  private depth = 0;
  private opens = true;
  private spaced = true;

  constructor(source: string, proof = false) {
    if (source.length > limits.source) {
      throw new ClaimError(
        `the text has ${source.length} characters; a claim may have ${limits.source} at most`,
        { start: limits.source, end: limits.source },
        'split it into several claims',
      );
    }
    this.source = source;
    this.proof = proof;
  }

  read(): readonly Token[] {
    while (this.at < this.source.length) this.step();
    this.push('end', '', this.at);
    return this.tokens;
  }

  private step(): void {
    const { source, at } = this;
    const c = source[at] as string;
    if (blank.test(c)) {
      if (c === '\n' || c === '\r') this.opens = true;
      this.spaced = true;
      this.at++;
    } else if (c === '-' && source[at + 1] === '-') {
      while (this.at < source.length && source[this.at] !== '\n') this.at++;
    } else if (letter.test(c)) this.name(c);
    else if (digit.test(c)) this.number();
    else if (c === '|' && source[at + 1] === '-' && this.isTurnstile())
      this.push('turnstile', '|-', at + 2);
    else this.other(c);
  }

  /**
   * `|-` is the turnstile between white space outside all brackets only: `|-x|` is an absolute
   * value.
   */
  private isTurnstile(): boolean {
    const after = this.source[this.at + 2];
    return this.depth === 0 && this.spaced && (after === undefined || blank.test(after));
  }

  private name(first: string): void {
    let end = this.at + 1;
    let text = first;
    for (; end < this.source.length; end++) {
      const c = this.source[end] as string;
      if (nameTail.test(c)) text += c;
      else if (subscripts.includes(c)) text += String(subscripts.indexOf(c));
      else break;
    }
    if (this.proof && text === 'by') this.reason(end);
    else this.push('name', text, end);
  }

  private reason(start: number): void {
    const stop = this.source.slice(start).search(/\r|\n|--/);
    this.push(
      'by',
      this.source.slice(start, stop < 0 ? undefined : start + stop),
      stop < 0 ? this.source.length : start + stop,
    );
  }

  private number(): void {
    const text =
      /^\d+(\.\d+)?/.exec(this.source.slice(this.at, this.at + 2 * limits.digits + 2))?.[0] ?? '';
    if (text.length > limits.digits) {
      throw new ClaimError(`a number may have ${limits.digits} digits at most`, {
        start: this.at,
        end: this.at + text.length,
      });
    }
    this.push('number', text, this.at + text.length);
  }

  private other(c: string): void {
    const { source, at } = this;
    const character = String.fromCodePoint(source.codePointAt(at) as number);
    const end = at + character.length;
    const aliases = signAliases.get(character);
    const word = wordAliases.get(character);
    const letterName = greek.get(character);
    if (c === '⊢') this.push('turnstile', '|-', end);
    else if (aliases) for (const alias of aliases) this.push('sign', alias, end, at);
    else if (word !== undefined) this.push('name', word, end);
    else if (letterName !== undefined) this.greekName(letterName, end);
    else if (superscripts.includes(c)) this.superscript();
    else {
      const sign = signs.find((s) => source.startsWith(s, at));
      if (sign === undefined) this.foreign(character);
      else this.push('sign', sign, at + sign.length);
    }
  }

  /**
   * A Greek letter is a name of its own, with the digits that follow it: `θ₁` is theta1, `φW` is
   * phi times W.
   */
  private greekName(letterName: string, start: number): void {
    let end = start;
    let text = letterName;
    for (; end < this.source.length; end++) {
      const c = this.source[end] as string;
      if (digit.test(c) || c === '_' || (text.includes('_') && nameTail.test(c))) text += c;
      else if (subscripts.includes(c)) text += String(subscripts.indexOf(c));
      else break;
    }
    this.push('name', text, end);
  }

  private superscript(): void {
    let end = this.at;
    let text = '';
    while (end < this.source.length && superscripts.includes(this.source[end] as string))
      text += superscripts.indexOf(this.source[end++] as string);
    if (text.length > limits.digits)
      throw new ClaimError(`a number may have ${limits.digits} digits at most`, {
        start: this.at,
        end,
      });
    this.push('sign', '^', end, this.at);
    this.push('number', text, end, this.at);
  }

  /** A sign of another notation; a backslash takes the name of its command along. */
  private foreign(character: string): void {
    const command =
      character === '\\'
        ? /^\\([A-Za-z]+|[^])?/.exec(this.source.slice(this.at, this.at + 40))
        : null;
    const text = command?.[0] ?? character;
    this.push('foreign', text, this.at + text.length);
  }

  private push(kind: TokenKind, text: string, end: number, start = this.at): void {
    if (kind === 'sign' && (text === '(' || text === '[')) this.depth++;
    if (kind === 'sign' && (text === ')' || text === ']')) this.depth = Math.max(0, this.depth - 1);
    spend(tokenWork + text.length / 1024);
    this.tokens.push({ kind, text, start, end, opens: this.opens, spaced: this.spaced });
    if (this.tokens.length > limits.tokens) {
      throw new ClaimError(
        `the text has more than ${limits.tokens} words and signs`,
        { start, end },
        'split it into several claims',
      );
    }
    this.at = end;
    this.opens = false;
    this.spaced = false;
  }
}
