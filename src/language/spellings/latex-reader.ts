/**
 * Reads LaTeX mathematics into the plain language's tokens: groups, scripts, fractions, roots,
 * fonts, environments.
 */
import { ClaimError } from '../ast.ts';
import { limits } from '../limits.ts';
import { nearest } from '../names.ts';
import type { Token } from '../token.ts';
import { environmentRows } from './latex-environments.ts';
import { superscript } from './latex-scripts.ts';
import {
  accents,
  dropped,
  fonts,
  latexCommands,
  latexLetters,
  latexNames,
  latexSigns,
  layouts,
  matrices,
} from './latex-words.ts';
import { grouped, isForeign, isName, isSign, name, number, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

const fractions = new Set(['\\frac', '\\dfrac', '\\tfrac', '\\cfrac']);
const kept = new Set(['\\nabla', '\\sum', '\\prod', '\\partial', '\\infty', '\\succ', '\\prec']);

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
    const all = this.until(() => false, null);
    return all;
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
      const [first = ''] = token.text;
      const rest = { ...token, text: token.text.slice(1), start: token.start + 1 };
      const kind = token.kind === 'name' && /^\d/.test(rest.text) ? 'number' : token.kind;
      this.tokens[this.at] = { ...rest, kind };
      return [{ ...token, text: first, end: token.start + 1 }];
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
    else throw unknown(token);
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
    const [only] = inner;
    const one = only?.kind === 'number' && only.text === '1' && inner.length === 1;
    if (one && token.text !== '\\text') out.push(name(token, 'ones'));
    else if (inner.length === 1 && only) out.push({ ...only, spaced: true, opens: token.opens });
    else
      out.push(...inner.map((t, i) => (i === 0 ? { ...t, spaced: true, opens: token.opens } : t)));
  }

  private accent(token: Token, out: Piece[]): void {
    const inner = this.argument(token);
    const [only] = inner;
    if (inner.length !== 1 || only?.kind !== 'name')
      throw new ClaimError(
        `${token.text} stands over one letter only`,
        token,
        'give what is meant a name of its own',
      );
    out.push(name(token, `${only.text}_${accents.get(token.text)}`));
  }

  private fraction(token: Token, out: Piece[]): void {
    const above = this.argument(token);
    const below = this.argument(token);
    const wrap = (inner: Piece[], at: string): Piece[] => [
      piece(token, 'sign', '('),
      ...inner,
      piece(token, 'sign', at),
    ];
    if (
      isForeign(above[0], '\\partial') ||
      (isName(above[0], 'd') &&
        above.length > 0 &&
        below[0]?.text.startsWith('d') &&
        below[0].kind === 'name' &&
        below.length <= 2 &&
        (above.length === 1 || above[1]?.kind === 'name'))
    ) {
      out.push({ ...token, kind: 'foreign', text: '\\derivative' });
      out.push(...wrap(above, ')'), ...wrap(below, ')'));
      return;
    }
    const inner = [...grouped(above, token), sign(token, '/'), ...grouped(below, token)];
    out.push(...wrap(inner, ')').map((t, i) => (i === 0 ? { ...t, spaced: true } : t)));
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
    const shut = piece(token, 'sign', ')');
    if (degree === null || degree === '2')
      out.push(name(token, 'sqrt'), piece(token, 'sign', '('), ...inner, shut);
    else if (/^\d+$/.test(degree)) {
      out.push({ ...sign(token, '('), spaced: true }, ...inner, shut, piece(token, 'sign', '^'));
      out.push(...grouped([number(token, '1'), sign(token, '/'), number(token, degree)], token));
    } else throw new ClaimError('the degree of a root is a number', token, 'write (..)^(1/n)');
  }

  private bars(token: Token, out: Piece[]): void {
    if (isSign(this.token, '*')) this.at++;
    const bar = token.text === '\\norm' ? '‖' : '|';
    const inner = this.argument(token);
    out.push({ ...sign(token, bar), spaced: true }, ...inner, piece(token, 'sign', bar));
  }

  /** `\langle x, y \rangle`. */
  private inner(token: Token, out: Piece[]): void {
    const inside = this.until((t) => isForeign(t, '\\rangle'), token);
    this.at++;
    out.push(name(token, 'dot'), piece(token, 'sign', '('), ...inside, piece(token, 'sign', ')'));
  }

  private power(out: Piece[]): void {
    const caret = this.token;
    this.at++;
    const braced = isForeign(this.token, '{');
    const { token } = this;
    if (!braced && token.kind !== 'foreign') {
      out.push(caret);
      return;
    }
    const inner = this.argument(caret);
    out.push(...superscript(inner, caret, token));
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
      out.push(
        { ...piece(token, 'name', '_') },
        piece(token, 'sign', '('),
        ...inner,
        piece(token, 'sign', ')'),
      );
      return true;
    }
    if (token.text !== '_' && under === null) {
      this.at = start;
      throw new ClaimError(
        `what stands under ${token.text.slice(0, -1)} is not a name, number or list of them`,
        { start: token.start, end: inner.at(-1)?.end ?? token.end },
        'write a name, an index as i, or A[i,j] for an entry',
      );
    }
    const base = out.at(-1);
    if (token.text !== '_')
      out.push({ ...token, text: token.text.slice(0, -1), under: under as string[] });
    else if (base?.kind === 'name' && !base.under && under) out.splice(-1, 1, { ...base, under });
    else if (
      isForeign(base, '\\sum') ||
      isForeign(base, '∑') ||
      isForeign(base, '∏') ||
      isForeign(base, '∇') ||
      isForeign(base, '\\prod') ||
      isForeign(base, '\\nabla')
    )
      out.push(name(token, '_'), piece(token, 'sign', '('), ...inner, piece(token, 'sign', ')'));
    else out.push({ ...piece(token, 'name', `_${inner.map((t) => t.text).join('')}`) });
    return true;
  }

  /** `\theta_i` after a command: the script belongs to the name before. */
  private below(token: Token, out: Piece[]): void {
    const base = out.at(-1);
    this.at++;
    const text = token.text.slice(1);
    if (base?.kind === 'name' && !base.under && text !== '' && !token.spaced) {
      const [first = ''] = text;
      const long = text.length > 1 && !/^\d+$/.test(text);
      out.splice(-1, 1, { ...base, under: [long ? first : text] });
      if (long) out.push({ ...token, text: text.slice(1), start: token.start + 2 });
    } else out.push(token);
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
    if (!matrices.has(kind))
      throw new ClaimError(
        `the environment ‘${kind}’ is not read`,
        token,
        `write the formula without it; ${[...layouts]
          .filter((one) => !one.endsWith('*'))
          .slice(0, 4)
          .join(', ')} and pmatrix, bmatrix are read`,
      );
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
    const literal = [sign(token, '['), ...rows, piece(token, 'sign', ']')];
    out.push(
      ...(kind === 'vmatrix'
        ? [name(token, 'det'), piece(token, 'sign', '('), ...literal, piece(token, 'sign', ')')]
        : literal.map((t, i) => (i === 0 ? { ...t, spaced: true } : t))),
    );
  }

  /** The name in the braces behind `\begin` or `\end`. */
  private nameOfEnvironment(token: Token): string {
    const inner = this.argument(token);
    return inner.map((t) => t.text).join('');
  }

  private endOf(token: Token): void {
    const kind = this.nameOfEnvironment(token);
    const open = this.environments.pop();
    if (open !== kind)
      throw new ClaimError(
        open === undefined
          ? `\\end{${kind}} closes nothing`
          : `\\begin{${open}} is closed by \\end{${kind}}`,
        token,
        open === undefined ? 'take it out' : `write \\end{${open}}`,
      );
  }
}

/** `i`, `i j`, `i,j`, `ij`, `1`, `\max` under a name; null for anything longer. */
const underOf = (inner: readonly Piece[]): readonly string[] | null => {
  const words = inner.filter((t) => !isSign(t, ','));
  if (words.length === 0 || words.some((t) => t.kind !== 'name' && t.kind !== 'number'))
    return null;
  const texts = words.map((t) => t.text);
  const [only = ''] = texts;
  return texts.length === 1 && /^[a-z]{2}$/.test(only) && inner.length === 1 ? [...only] : texts;
};

const unknown = (token: Token): ClaimError => {
  const near = nearest(token.text, latexCommands);
  return new ClaimError(
    `the LaTeX command ${token.text} is not known`,
    token,
    near === null ? 'write a name in its place, as theta for \\theta' : `did you mean ${near}?`,
  );
};
