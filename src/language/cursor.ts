/** A position in a list of tokens, with the operations that the grammar uses. */
import { ClaimError, type Span } from './ast.ts';
import { limits } from './limits.ts';
import type { Token } from './token.ts';

const shown = (token: Token): string => {
  if (token.kind === 'end') return 'the end of the text';
  if (token.kind === 'separator') return 'the end of the item';
  return `‘${token.text.length > 20 ? `${token.text.slice(0, 20)}…` : token.text}’`;
};

/**
 * A place in a list of tokens, and what of the declarations the grammar must know: which names are
 * functions.
 */
export class Cursor {
  /** Names that are applied where a parenthesis follows, multiplied otherwise. */
  readonly functions: Set<string>;
  /** All declared names. */
  readonly declared: Set<string>;
  /** The innermost bar that is open and not hidden by a bracket: `|`, `‖` or none. */
  bar: '|' | '‖' | null = null;
  private readonly tokens: readonly Token[];
  private readonly stop: Token;
  private at: number;
  private readonly to: number;
  private nesting = 0;

  constructor(
    tokens: readonly Token[],
    from: number,
    to: number,
    functions: Set<string>,
    declared: Set<string>,
  ) {
    this.tokens = tokens;
    this.at = from;
    this.to = to;
    this.functions = functions;
    this.declared = declared;
    const after = tokens[to] ?? tokens.at(-1);
    const start = after?.start ?? 0;
    this.stop = {
      kind: after?.kind === 'end' || !after ? 'end' : 'separator',
      text: '',
      start,
      end: after?.end ?? 0,
      opens: false,
      spaced: true,
    };
  }

  get token(): Token {
    return this.peek(0);
  }

  get done(): boolean {
    return this.at >= this.to;
  }

  peek(ahead: number): Token {
    return this.at + ahead < this.to ? (this.tokens[this.at + ahead] ?? this.stop) : this.stop;
  }

  next(): Token {
    const token = this.token;
    if (this.at < this.to) this.at++;
    return token;
  }

  /** The last token taken. */
  get last(): Token {
    return this.tokens[this.at - 1] ?? this.stop;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'sign' || token.kind === 'name');
  }

  take(text: string): Token | null {
    return this.is(text) ? this.next() : null;
  }

  want(text: string, why: string): Token {
    const token = this.take(text);
    if (!token) throw this.expected(`‘${text}’ ${why}`);
    return token;
  }

  name(what: string): Token {
    if (this.token.kind !== 'name') throw this.expected(what);
    return this.next();
  }

  expected(what: string, suggestion: string | null = null): ClaimError {
    return new ClaimError(
      `expected ${what}, but found ${shown(this.token)}`,
      this.token,
      suggestion,
    );
  }

  /**
   * Runs `read` one level deeper, refused where the nesting is too deep for any later recursion.
   */
  inside<T>(read: () => T): T {
    if (++this.nesting > limits.nesting) {
      throw new ClaimError(
        `brackets, signs and quantifiers may be nested ${limits.nesting} deep at most`,
        this.token,
        'name a part of it, or split the claim',
      );
    }
    const result = read();
    this.nesting--;
    return result;
  }

  /** As `inside`, between brackets: an open bar outside cannot be closed here. */
  bracketed<T>(read: () => T, bar: '|' | '‖' | null = null): T {
    const outer = this.bar;
    this.bar = bar;
    const result = this.inside(read);
    this.bar = outer;
    return result;
  }

  unsupported(what: string, span: Span, instead: string | null = null): ClaimError {
    return new ClaimError(
      `${what}: this construct is not supported yet at this place`,
      span,
      instead,
    );
  }
}
