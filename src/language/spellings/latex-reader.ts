/**
 * Reads LaTeX mathematics into the plain language's tokens: groups, scripts, fractions, roots,
 * fonts, environments.
 */
import { ClaimError } from '../ast.ts';
import { limits } from '../limits.ts';
import type { Token } from '../token.ts';
import { environmentRows } from './latex-environments.ts';
import {
  accented,
  applied,
  barred,
  splitAfterFirst,
  unreadScript,
  withScript,
  wrongEnd,
  bigOperators,
  fraction,
  inFont,
  matrix,
  root,
  underOf,
  unknownCommand,
  unreadEnvironment,
} from './latex-forms.ts';
import { superscript } from './latex-scripts.ts';
import {
  accents,
  dropped,
  fonts,
  fractions,
  kept,
  latexLetters,
  latexNames,
  latexSigns,
  layouts,
  matrices,
} from './latex-words.ts';
import { grouped, isForeign, isSign, name, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** Whether anything in the text is LaTeX: a backslash, a brace or a dollar. */
export const isLatex = (tokens: readonly Token[]): boolean =>
  tokens.some((t) => t.kind === 'foreign' && (t.text.startsWith('\\') || '{}$'.includes(t.text)));

export class LatexReader {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;
  private readonly environments: string[] = [];

  constructor(tokens: readonly Token[]) {
    this.tokens = [...tokens];
  }

  read(): readonly Piece[] {
    return this.until(() => false, null);
  }

  private get token(): Token {
    return this.tokens[this.at] as Token;
  }

  /** Reads up to what `stops` names, which is not taken. `open` is the bracket to close. */
  private until(stops: (t: Token) => boolean, open: Token | null): Piece[] {
    if (++this.depth > limits.nesting)
      throw new ClaimError(
        `braces may be nested ${limits.nesting} deep at most`,
        open ?? this.token,
        'name a part of it, or split the claim',
      );
    const out: Piece[] = [];
    while (this.at < this.tokens.length && !stops(this.token)) {
      if (open && this.token.kind === 'end')
        throw new ClaimError(
          `‘${open.text}’ is never closed`,
          open,
          open.text === '{' ? 'put } where it ends' : null,
        );
      this.step(out);
    }
    this.depth--;
    return out;
  }

  private step(out: Piece[]): void {
    const { token } = this;
    if (isSign(token, '^')) return this.power(out);
    if (token.kind === 'name' && token.text.endsWith('_') && this.script(token, out)) return;
    if (token.kind === 'name' && token.text.startsWith('_')) return this.below(token, out);
    this.at++;
    if (token.kind !== 'foreign') out.push(token);
    else if (token.text === '$') return;
    else if (token.text === '&' && this.environments.length > 0) return;
    else if (token.text === '{') out.push(...grouped(this.closeGroup(token), token));
    else if (token.text === '}')
      throw new ClaimError('‘}’ closes nothing', token, 'take it out, or open the brace before');
    else if (token.text === '\\\\') this.newLine();
    else if (token.text.startsWith('\\')) this.command(token, out);
    else out.push(token);
  }

  /** A double backslash ends a line of the page. */
  private newLine(): void {
    const next = this.tokens[this.at];
    if (next) this.tokens[this.at] = { ...next, opens: true };
  }

  private closeGroup(open: Token): Piece[] {
    const inner = this.until((t) => isForeign(t, '}'), open);
    this.at++;
    return inner;
  }

  /**
   * What stands in the braces behind a command, or the one sign, digit or letter where there are
   * none.
   */
  private argument(of: Token): Piece[] {
    const { token } = this;
    if (isForeign(token, '{')) {
      this.at++;
      return this.closeGroup(token);
    }
    if (token.kind === 'end' || token.kind === 'separator' || token.kind === 'turnstile')
      throw new ClaimError(`${of.text} wants an argument in braces`, of, `write ${of.text}{..}`);
    if ((token.kind === 'number' || token.kind === 'name') && token.text.length > 1) {
      const [first, rest] = splitAfterFirst(token);
      this.tokens[this.at] = rest;
      return [first];
    }
    const one: Piece[] = [];
    this.step(one);
    return one;
  }

  private command(token: Token, out: Piece[]): void {
    const { text } = token;
    const asSign = latexSigns.get(text);
    if (asSign !== undefined) out.push(sign(token, asSign));
    else if (latexNames.has(text)) this.word(token, latexNames.get(text) as string, out);
    else if (latexLetters.has(text)) out.push(name(token, text.slice(1)));
    else if (text === '\\vdash') out.push({ ...token, kind: 'turnstile', text: '|-' });
    else if (text === '\\langle') this.inner(token, out);
    else if (fonts.has(text)) this.font(token, out);
    else if (accents.has(text)) this.accent(token, out);
    else if (fractions.has(text)) this.fraction(token, out);
    else if (text === '\\sqrt') this.root(token, out);
    else if (text === '\\norm' || text === '\\abs') this.bars(token, out);
    else if (text === '\\begin') this.environment(token, out);
    else if (text === '\\end') this.endOf(token);
    else if (kept.has(text)) out.push(token);
    else if (dropped.has(text)) this.skipped(text);
    else throw unknownCommand(token);
  }

  /** `\left.` draws nothing; a command that only moves what is printed leaves no trace. */
  private skipped(text: string): void {
    if ((text === '\\left' || text === '\\right') && isSign(this.token, '.')) this.at++;
    if (text === '\\operatorname' && isSign(this.token, '*')) this.at++;
  }

  /** `\exp` before a brace or a letter is applied as before a bracket. */
  private word(token: Token, text: string, out: Piece[]): void {
    out.push(name(token, text));
    if (isForeign(this.token, '{')) {
      const open = this.token;
      this.at++;
      out.push(piece(open, 'sign', '('), ...this.closeGroup(open), piece(open, 'sign', ')'));
    }
  }

  private font(token: Token, out: Piece[]): void {
    if (token.text === '\\operatorname' && isSign(this.token, '*')) this.at++;
    const inner = this.argument(token);
    out.push(...inFont(token, inner));
  }

  private accent(token: Token, out: Piece[]): void {
    out.push(accented(token, this.argument(token)));
  }

  private fraction(token: Token, out: Piece[]): void {
    const above = this.argument(token);
    const below = this.argument(token);
    out.push(...fraction(token, above, below));
  }

  private root(token: Token, out: Piece[]): void {
    let degree: string | null = null;
    if (isSign(this.token, '[')) {
      this.at++;
      const inner = this.until((t) => isSign(t, ']'), token);
      this.at++;
      degree = inner.length === 1 ? (inner[0]?.text ?? null) : '?';
    }
    const inner = this.argument(token);
    out.push(...root(token, degree, inner));
  }

  private bars(token: Token, out: Piece[]): void {
    if (isSign(this.token, '*')) this.at++;
    out.push(...barred(token, this.argument(token)));
  }

  /** `\langle x, y \rangle`. */
  private inner(token: Token, out: Piece[]): void {
    const inside = this.until((t) => isForeign(t, '\\rangle'), token);
    this.at++;
    out.push(...applied(name(token, 'dot'), token, inside));
  }

  private power(out: Piece[]): void {
    const caret = this.token;
    this.at++;
    const braced = isForeign(this.token, '{');
    const { token } = this;
    if (!braced && token.kind !== 'foreign') out.push(caret);
    else out.push(...superscript(this.argument(caret), caret, token));
  }

  /** `x_{i j}`: the name and what stands under it. */
  private script(token: Token, out: Piece[]): boolean {
    const next = this.tokens[this.at + 1];
    if (next?.kind !== 'foreign' || (next.text !== '{' && !next.text.startsWith('\\')))
      return false;
    const start = this.at;
    this.at++;
    const inner = this.argument(token);
    const under = underOf(inner);
    if (/^(sum|prod)_$/.test(token.text)) {
      const big = token.text === 'sum_' ? '∑' : '∏';
      out.push({ ...token, kind: 'foreign', text: big });
      out.push(...applied(piece(token, 'name', '_'), token, inner));
      return true;
    }
    if (token.text !== '_' && inner.length > 0 && inner.every((t) => isSign(t, '+'))) {
      out.push({ ...token, text: token.text.slice(0, -1) }, piece(token, 'name', '_'), ...inner);
      return true;
    }
    if (token.text !== '_' && under === null) {
      this.at = start;
      throw unreadScript(token, inner);
    }
    const base = out.at(-1);
    if (token.text !== '_')
      out.push({ ...token, text: token.text.slice(0, -1), under: under as string[] });
    else if (base?.kind === 'name' && !base.under && under) out.splice(-1, 1, { ...base, under });
    else if (base?.kind === 'foreign' && bigOperators.has(base.text))
      out.push(...applied(name(token, '_'), token, inner));
    else out.push({ ...piece(token, 'name', `_${inner.map((t) => t.text).join('')}`) });
    return true;
  }

  /** `\theta_i` after a command: the script belongs to the name before. */
  private below(token: Token, out: Piece[]): void {
    const base = out.at(-1);
    this.at++;
    const text = token.text.slice(1);
    if (base?.kind === 'name' && !base.under && text !== '' && !token.spaced)
      out.splice(-1, 1, ...withScript(base, token));
    else out.push(token);
  }

  private environment(token: Token, out: Piece[]): void {
    const kind = this.nameOfEnvironment(token);
    if (layouts.has(kind)) {
      this.environments.push(kind);
      const inner = this.until((t) => isForeign(t, '\\end'), token);
      this.endOf(this.tokens[this.at++] as Token);
      out.push(...inner.map((t, i) => (i === 0 ? { ...t, opens: true } : t)));
      return;
    }
    if (!matrices.has(kind)) throw unreadEnvironment(token, kind);
    this.environments.push(kind);
    const rows = environmentRows(
      token,
      () =>
        this.until(
          (t) => isForeign(t, '&') || isForeign(t, '\\\\') || isForeign(t, '\\end'),
          token,
        ),
      () => this.tokens[this.at++] as Token,
    );
    this.endOf(this.tokens[this.at - 1] as Token);
    out.push(...matrix(token, kind, rows));
  }

  /** The name in the braces behind `\begin` or `\end`. */
  private nameOfEnvironment(token: Token): string {
    const inner = this.argument(token);
    return inner.map((t) => t.text).join('');
  }

  private endOf(token: Token): void {
    const kind = this.nameOfEnvironment(token);
    const open = this.environments.pop();
    if (open !== kind) throw wrongEnd(token, open, kind);
  }
}
