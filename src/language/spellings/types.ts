/**
 * Types as other notations write them: `R^{m×n}`, `(m, n)`, `nxn`, `real`, attributes in other
 * words.
 */
import { ClaimError, attributes } from '../ast.ts';
import { keywords } from '../names.ts';
import type { Token } from '../token.ts';
import { declaringColons, namesBefore } from './declared-names.ts';
import { families, isType, membership, timesParts } from './members.ts';
import { type Piece, isName, isSign, name, number, piece, sign } from './piece.ts';
import { numberWords, phrasesIn, typeNouns } from './type-words.ts';

/** Reads types behind colons into the plain form; each token of a type is marked as one. */
export class TypeReader {
  private readonly tokens: readonly Piece[];
  private readonly taken: Set<string>;
  private readonly out: Piece[] = [];
  private at = 0;

  constructor(tokens: readonly Piece[]) {
    this.tokens = families(membership(tokens));
    this.taken = new Set();
  }

  read(): readonly Piece[] {
    const colons = new Set(declaringColons(this.tokens));
    for (const colon of colons)
      for (const at of namesBefore(this.tokens, colon))
        this.taken.add((this.tokens[at] as Piece).text);
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++] as Piece;
      this.out.push(token);
      if (colons.has(this.at - 1)) this.type();
    }
    return this.out;
  }

  private get token(): Piece | undefined {
    return this.tokens[this.at];
  }

  private put(...tokens: readonly Piece[]): void {
    for (const token of tokens) this.out.push({ ...token, typed: true });
  }

  private type(): void {
    this.words();
    if (this.out.at(-1)?.typed) return this.words();
    const start = this.token;
    if (!start || !isType(start)) return;
    if (isName(start, 'R')) this.space();
    else if (isSign(start, '(') && this.isTuple()) this.tuple();
    else this.dims();
    this.words();
  }

  /** `real`, `symmetric positive definite`, `matrix`: words before and behind the dimensions. */
  private words(): void {
    while (this.token?.kind === 'name' && !this.token.opens && this.word(this.token));
    if (this.out.at(-1)?.typed) this.out.push(...this.late.splice(0));
  }

  /** Takes one word or phrase; false if it is not one of a type. */
  private word(token: Piece): boolean {
    const phrase = phrasesIn(this.tokens).find(({ words }) => this.follows(words));
    const own = (attributes as readonly string[]).includes(token.text.toLowerCase());
    if (phrase) {
      this.at += phrase.words.length;
      this.late.push({ ...name(token, phrase.attribute), spaced: true });
    } else if (own && (this.out.at(-1)?.typed || this.tokens[this.at + 1]?.kind === 'name')) {
      this.late.push({ ...token, text: token.text.toLowerCase() });
      this.at++;
    } else if (isName(token, 'complex') && this.isComplexWord()) {
      this.late.push({ ...token, spaced: true, typed: true });
      this.at++;
    } else if (typeNouns.has(token.text) && this.isNoun()) this.at++;
    else if (numberWords.has(token.text.toLowerCase()) && !this.taken.has(token.text)) {
      this.put(name(token, 'scalar'));
      this.at++;
    } else return false;
    return true;
  }

  /** A word behind the size or before it, not the name of a size. */
  private isComplexWord(): boolean {
    const next = this.tokens[this.at + 1];
    if (this.out.at(-1)?.typed) return true;
    if (next?.kind === 'number') return true;
    return (
      next?.kind === 'name' &&
      !isName(next, 'x') &&
      !next.opens &&
      !(attributes as readonly string[]).includes(next.text)
    );
  }

  /** Attributes that stood before the dimensions. */
  private readonly late: Piece[] = [];

  /** The noun is not a dimension: something stands before or behind it that is one. */
  private isNoun(): boolean {
    const next = this.tokens[this.at + 1];
    const last = this.out.at(-1);
    return (last?.typed === true && !isSign(last, '×')) || next?.kind === 'name';
  }

  private follows(words: readonly string[]): boolean {
    let at = this.at;
    const first = this.tokens[at];
    const last = this.out.at(-1);
    // a lone word that is not an attribute of ours may be the name of a dimension
    if (
      !last?.typed &&
      words.length === 1 &&
      this.tokens[at + 1]?.kind !== 'name' &&
      this.tokens[at + 1]?.kind !== 'number'
    )
      return false;
    for (const word of words) if (this.tokens[at++]?.text !== word) return false;
    return first?.kind === 'name';
  }

  /** `R`, `R^n`, `R^{m×n}`, and functions between such spaces. */
  private space(): void {
    const mark = this.out.length;
    let arrow = false;
    let dims: readonly Piece[] = [];
    for (;;) {
      this.put({ ...(this.token as Piece) });
      this.at++;
      dims = this.power();
      if (dims.length > 0) this.put(sign(dims[0] as Piece, '^'), ...dims);
      if (isSign(this.token, '->')) arrow = true;
      else if (
        !isSign(this.token, '×') &&
        !(isName(this.token, 'x') && isName(this.tokens[this.at + 1], 'R'))
      )
        break;
      this.put(this.token as Piece);
      this.at++;
      if (!isName(this.token, 'R')) break;
    }
    if (arrow || isSign(this.out.at(-1), '->')) return;
    const first = this.out[mark] as Piece;
    const spaces = this.out.splice(mark);
    const more = spaces.filter((t) => isName(t, 'R')).length > 1;
    if (more) this.put(...spaces);
    else if (dims.length === 0) this.put(name(first, 'scalar'));
    else this.put(...dims.map((t, i) => (i === 0 ? { ...t, spaced: true } : t)));
    this.half();
  }

  /** `R_+` and `R_{++}` tell a sign. */
  private half(): void {
    const { token } = this;
    if (!isName(token, '_') && !isName(token, '_+') && !isName(token, '_++')) return;
    let plus = token?.text.length === 1 ? 0 : (token?.text.length ?? 1) - 1;
    this.at++;
    while (isSign(this.token, '+')) {
      plus++;
      this.at++;
    }
    this.late.push({
      ...name(token as Piece, plus > 1 ? 'positive' : 'nonnegative'),
      spaced: true,
    });
  }

  /** The dimensions behind `R^`. */
  private power(): readonly Piece[] {
    if (!isSign(this.token, '^')) return [];
    this.at++;
    const { token } = this;
    if (isSign(token, '(')) {
      this.at++;
      const inner = this.inBrackets(token as Piece).map((t) => (isSign(t, ',') ? sign(t, '×') : t));
      const sum = inner.some((t) => isSign(t, '+') || isSign(t, '-'));
      const whole = [token as Piece, ...inner, this.tokens[this.at - 1] as Piece];
      return spread(sum ? whole : inner, this.taken);
    }
    if (token?.kind !== 'name' && token?.kind !== 'number') return [];
    this.at++;
    const next = this.token;
    if (token.kind === 'number' && next?.kind === 'name' && !next.spaced && /^x./.test(next.text)) {
      this.at++;
      return spread([token, next], this.taken);
    }
    return spread([token], this.taken);
  }

  private inBrackets(open: Piece): readonly Piece[] {
    const inner: Piece[] = [];
    let depth = 0;
    while (isType(this.token) && !(depth === 0 && isSign(this.token, ')'))) {
      if (isSign(this.token, '(')) depth++;
      if (isSign(this.token, ')')) depth--;
      inner.push(this.token as Piece);
      this.at++;
    }
    if (!isSign(this.token, ')'))
      throw new ClaimError('‘(’ is never closed', open, 'put ) behind the dimensions');
    this.at++;
    return inner;
  }

  /** A comma stands in the bracket at this place, outside further ones. */
  private isTuple(): boolean {
    let depth = 0;
    for (let i = this.at; isType(this.tokens[i]); i++) {
      const token = this.tokens[i];
      if (isSign(token, '(') || isSign(token, '[')) depth++;
      if (isSign(token, ')') || isSign(token, ']')) depth--;
      if (depth === 0) return i === this.at + 1;
      if (depth === 1 && isSign(token, ',')) return true;
    }
    return false;
  }

  /** `(m, n)`, `(n,)`, as a shape in Python. */
  private tuple(): void {
    const open = this.token as Piece;
    this.at++;
    const inner = this.inBrackets(open);
    const dims = spread(inner, this.taken).filter(
      (t, i, all) => !(isSign(t, ',') && i === all.length - 1),
    );
    if (dims.length === 0) this.put(name(open, 'scalar'));
    else
      this.put(
        ...dims
          .map((t) => (isSign(t, ',') ? sign(t, '×') : t))
          .map((t, i) => (i === 0 ? { ...t, spaced: true } : t)),
      );
  }

  /** Dimensions with their signs and brackets, as `m×n`, `(m+n)×k`, `d[l-1]`. */
  private dims(): void {
    const inner: Piece[] = [];
    for (; isType(this.token); this.at++) {
      const token = this.token as Piece;
      if (inner.length > 0 && token.opens) break;
      if (!dimSigns.has(token.text) && token.kind === 'sign' && !inIndex(inner)) break;
      if (token.kind !== 'sign' && this.goesBeyond(token, inner.at(-1))) break;
      inner.push(token);
    }
    this.put(...spread(inner, this.taken));
  }

  /** A word or a number that is not part of the dimensions before it. */
  private goesBeyond(token: Piece, last: Piece | undefined): boolean {
    if (token.kind !== 'name' && token.kind !== 'number') return true;
    if (
      keywords.has(token.text) ||
      token.text === 'complex' ||
      (attributes as readonly string[]).includes(token.text)
    )
      return true;
    if (isName(token, 'x') || !last || isName(last, 'x')) return false;
    if (last.kind === 'number' && token.kind === 'name' && !token.spaced) return false;
    return last.kind !== 'sign' || isSign(last, ')') || isSign(last, ']');
  }
}

const dimSigns = new Set(['×', '*', '+', '(', ')', '[', ']']);

/** Inside `d[l-1]`. */
const inIndex = (inner: readonly Piece[]): boolean => {
  const open = inner.findLastIndex((t) => isSign(t, '['));
  return open >= 0 && !inner.slice(open).some((t) => isSign(t, ']'));
};

/** Words such as `nxn` and `3x3` taken apart. */
const spread = (inner: readonly Piece[], taken: ReadonlySet<string>): readonly Piece[] =>
  inner.flatMap((token, i) => {
    const last = inner[i - 1];
    if (token.kind !== 'name') return [token];
    if (last?.kind === 'number' && !token.spaced && /^x./.test(token.text)) {
      const parts = timesParts(`1${token.text}`, taken)?.slice(1) ?? [token.text.slice(1)];
      return parts.flatMap((one) => [piece(token, 'sign', '×'), dim(token, one)]);
    }
    if (last?.kind === 'number' && !token.spaced && !isName(token, 'x'))
      return [sign(token, '*'), { ...token, spaced: true }];
    const parts = timesParts(token.text, taken);
    if (parts === null)
      return isName(token, 'x') && i > 0 && inner[i + 1] ? [sign(token, '×')] : [token];
    return parts.flatMap((one, k) =>
      k === 0
        ? [{ ...dim(token, one), spaced: token.spaced }]
        : [piece(token, 'sign', '×'), dim(token, one)],
    );
  });

const dim = (at: Token, text: string): Piece =>
  /^\d+$/.test(text)
    ? { ...number(at, text), spaced: false, opens: false }
    : piece(at, 'name', text);
