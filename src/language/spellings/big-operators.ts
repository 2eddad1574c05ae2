/** Sums, products and roots as mathematics writes them, with the operand that each reaches over. */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { type Context, isOwn } from './context.ts';
import { DerivativeSigns, type OperandReader } from './derivative-signs.ts';
import { factorEnd, startsOperand, termEnd } from './operands.ts';
import { type Piece, isForeign, isName, isSign, name, piece, sign } from './piece.ts';
import { earlierEnd } from './product-ends.ts';
import { partsOf } from './products.ts';
import { onlyIndex } from './free-indices.ts';
import { both, rangesOf } from './ranges.ts';
import { called, isBare, isNabla, isProduct, isSigma, isSum } from './big-signs.ts';

const shown = (tokens: readonly Piece[], from: number, end: number): string =>
  tokens
    .slice(from, end)
    .map((t) => t.text)
    .join(' ');

export class BigOperators implements OperandReader {
  readonly context: Context;
  private readonly derivatives = new DerivativeSigns(this);
  private depth = 0;

  constructor(context: Context) {
    this.context = context;
  }

  read(tokens: readonly Piece[]): readonly Piece[] {
    if (!tokens.some((t, i) => this.starts(tokens, i))) return tokens;
    if (++this.depth > 40)
      throw new ClaimError(
        'sums and gradients stand too deep one inside the other',
        tokens[0] as Token,
      );
    const out: Piece[] = [];
    for (let at = 0; at < tokens.length; ) at = this.step(tokens, at, out);
    this.depth--;
    return out;
  }

  private starts(tokens: readonly Piece[], at: number): boolean {
    const token = tokens[at];
    return (
      (token?.kind === 'foreign' &&
        /^(\\(sum|prod|nabla|partial|derivative)|[∑∏∇∂√])$/.test(token.text)) ||
      isSigma(token, tokens[at + 1], this.context) ||
      isBare(tokens, at, this.context)
    );
  }

  private step(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const token = tokens[at] as Piece;
    if (isSum(token) || isProduct(token))
      return this.sum(tokens, at, at + 1, isSum(token) ? 'sum' : 'prod', out);
    if (isSigma(token, tokens[at + 1], this.context)) return this.letter(tokens, at, out);
    if (isNabla(token)) return this.derivatives.nabla(tokens, at, out);
    if (isForeign(token, '√')) return this.root(tokens, at, out);
    if (isForeign(token, '\\derivative')) return this.derivatives.fraction(tokens, at, out);
    if (isForeign(token, '∂') || isForeign(token, '\\partial'))
      return this.derivatives.slanted(tokens, at, out);
    if (isBare(tokens, at, this.context)) {
      const summed =
        isName(token, 'sum') &&
        onlyIndex(tokens.slice(at + 1, termEnd(tokens, at + 1)), this.context);
      return summed ? this.letter(tokens, at, out) : this.bare(tokens, at, out);
    }
    out.push(token);
    return at + 1;
  }

  /** `Σ_i x_i` and `sum_i x_i`: the script is part of the word. */
  private letter(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const token = tokens[at] as Piece;
    const [word = '', index] = token.text.split(/_(.*)/s);
    const how = /^(prod|Pi)$/.test(word) ? 'prod' : 'sum';
    const start: Piece = { ...token, kind: 'foreign', text: how === 'sum' ? '∑' : '∏' };
    const script =
      index !== undefined && index !== ''
        ? [{ ...token, kind: 'name' as const, text: `_${index}`, spaced: false, opens: false }]
        : index === ''
          ? [{ ...token, kind: 'name' as const, text: '_', spaced: false, opens: false }]
          : (token.under ?? []).map((one) => ({ ...piece(token, 'name', `_${one}`) }));
    const rest = [start, ...script, ...tokens.slice(at + 1)];
    const taken = this.sum(rest, 0, 1, how, out);
    return at + 1 + (taken - 1 - script.length);
  }

  private sum(
    tokens: readonly Piece[],
    at: number,
    from: number,
    how: string,
    out: Piece[],
  ): number {
    const token = tokens[at] as Piece;
    const [below, above, body] = both(tokens, from);
    const whole = termEnd(tokens, body);
    const free = below || above ? null : onlyIndex(tokens.slice(body, whole), this.context);
    const ranges = free
      ? [[name({ ...token, spaced: false, opens: false }, free)]]
      : rangesOf(below, above, token, how);
    if (!startsOperand(tokens[body]) && !isSign(tokens[body], '-'))
      throw new ClaimError(`nothing follows ${token.text} to add up`, token, `write ${how}[i](..)`);
    const indices = ranges.map(([index]) => index?.text ?? '');
    const end = how === 'prod' ? this.productEnd(tokens, body, whole, indices, token) : whole;
    for (const range of ranges) {
      const spelled = how === 'prod' ? range.map((t, i) => (i === 1 ? sign(t, '=') : t)) : range;
      out.push(
        name(token, how),
        piece(token, 'sign', '['),
        ...spelled,
        piece(token, 'sign', ']'),
        piece(token, 'sign', '('),
      );
    }
    const last = tokens[end - 1] as Piece;
    out.push(...this.read(tokens.slice(body, end)), ...ranges.map(() => piece(last, 'sign', ')')));
    return end;
  }

  private productEnd(
    tokens: readonly Piece[],
    from: number,
    whole: number,
    indices: readonly string[],
    of: Token,
  ): number {
    const early = earlierEnd(tokens, from, whole, indices, this.context);
    if (early === null) return whole;
    const way = this.context.choices.pick(`product@${of.start}`, of, [
      `the product of ${shown(tokens, from, whole)}`,
      `the product of ${shown(tokens, from, early)} alone`,
    ]);
    return way === 0 ? whole : early;
  }

  /** Which operand a word without brackets reaches over: the next factor, or the whole product. */
  reach(tokens: readonly Piece[], from: number, of: Token, word: string): number {
    const factor = factorEnd(tokens, from, this.context);
    const term = termEnd(tokens, from);
    if (term <= factor) return term;
    // nobody means the derivative of a number, and sin 2 x is of 2 x; √2 x is either
    if (
      word !== 'sqrt' &&
      tokens.slice(from, factor).every((t) => t.kind !== 'name' && t.kind !== 'foreign')
    )
      return term;
    const way = this.context.choices.pick(`reach@${of.start}`, of, [
      `${word} of ${shown(tokens, from, factor)}`,
      `${word} of ${shown(tokens, from, term)}`,
    ]);
    return way === 0 ? factor : term;
  }

  private root(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const token = tokens[at] as Piece;
    const end = factorEnd(tokens, at + 1, this.context);
    const inner = tokens.slice(at + 1, end);
    const [only] = inner;
    if (only === undefined)
      throw new ClaimError('nothing stands under the root', token, 'write sqrt(..)');
    if (
      inner.length === 1 &&
      only?.kind === 'name' &&
      partsOf(only.text, this.context).length > 0 &&
      !isOwn(this.context, only.text)
    )
      throw new ClaimError(
        `√ may reach over the whole of ${only.text} or over its first letter`,
        token,
        `write √(${only.text}), or brackets around the root`,
      );
    out.push(...called(name(token, 'sqrt'), null, this.read(inner), tokens[end - 1] as Piece));
    return end;
  }

  private bare(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const token = tokens[at] as Piece;
    const end = this.reach(tokens, at + 1, token, token.text);
    const inner = this.read(tokens.slice(at + 1, end));
    out.push(...called(token, null, inner, tokens[end - 1] as Piece));
    return end;
  }
}
