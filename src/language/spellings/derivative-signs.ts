/**
 * Derivatives as mathematics writes them: ∇, ∂f/∂x and fractions, with the operand that each reaches
 * over.
 */
import { ClaimError } from '../ast.ts';
import type { Token } from '../token.ts';
import { called } from './big-signs.ts';
import { type Context, isFunction } from './context.ts';
import { entryOf } from './free-indices.ts';
import { bracketEnd, factorEnd, startsOperand } from './operands.ts';
import { type Piece, isSign, name, piece } from './piece.ts';
import { both } from './ranges.ts';

/** What reads the operands. */
export interface OperandReader {
  readonly context: Context;
  read(tokens: readonly Piece[]): readonly Piece[];
  /** Where the operand of a word without brackets ends. */
  reach(tokens: readonly Piece[], from: number, of: Token, word: string): number;
}

/** Each method puts what it reads into `out`, and answers where it ended. */
export class DerivativeSigns {
  private readonly reader: OperandReader;

  constructor(reader: OperandReader) {
    this.reader = reader;
  }

  nabla(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const token = tokens[at] as Piece;
    const [below, above, from] = both(tokens, at + 1);
    const second = above?.inner.length === 1 && above.inner[0]?.text === '2';
    if (above && !second)
      throw new ClaimError(
        'only the first and the second derivative have a name',
        token,
        'write grad[x](..) or hess[x](..)',
      );
    const word = second ? 'hess' : 'grad';
    if (!below) {
      const fn = tokens[from];
      if (
        fn?.kind !== 'name' ||
        !isFunction(this.reader.context, fn.text) ||
        !isSign(tokens[from + 1], '(')
      )
        throw new ClaimError(
          `${token.text} does not say by what to differentiate`,
          token,
          `write ${word}[x](..) by a variable, or ${word}(f)(u) of a declared function`,
        );
      out.push(name(token, word), piece(fn, 'sign', '('), fn, piece(fn, 'sign', ')'));
      return from + 1;
    }
    return this.derived(tokens, from, token, word, below.inner, out);
  }

  /** `word[by](operand)`. */
  private derived(
    tokens: readonly Piece[],
    from: number,
    at: Piece,
    word: string,
    by: readonly Piece[],
    out: Piece[],
  ): number {
    if (!startsOperand(tokens[from]))
      throw new ClaimError(
        `nothing follows ${at.text} to differentiate`,
        at,
        `write ${word}[x](..)`,
      );
    const end = this.reader.reach(tokens, from, at, 'the derivative');
    const last = tokens[end - 1] as Piece;
    const index = by.map((t) => ({ ...t, spaced: false }));
    out.push(...called(name(at, word), index, this.reader.read(tokens.slice(from, end)), last));
    return end;
  }

  /** A derivative written as a fraction: `(∂ f)(∂ x)` behind the mark. */
  fraction(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const mark = tokens[at] as Piece;
    const middle = bracketEnd(tokens, at + 1);
    const end = bracketEnd(tokens, middle);
    return this.quotient(
      tokens,
      tokens.slice(at + 2, middle - 1),
      tokens.slice(middle + 1, end - 1),
      end,
      mark,
      out,
    );
  }

  private quotient(
    tokens: readonly Piece[],
    above: readonly Piece[],
    below: readonly Piece[],
    end: number,
    mark: Piece,
    out: Piece[],
  ): number {
    const bare = (list: readonly Piece[]): readonly Piece[] => {
      const [first, ...rest] = list;
      if (!first) return [];
      if (first.kind === 'foreign' || first.text === 'd') return rest;
      return first.text.startsWith('d') ? [{ ...first, text: first.text.slice(1) }, ...rest] : list;
    };
    const whole = bare(below);
    const entry = entryOf(whole, this.reader.context);
    const by = entry ? entry.by : whole;
    const second = isSign(above[1], '^');
    if (by[0]?.kind !== 'name' || second || by.length > (isSign(by[1], '[') ? 9 : 1))
      throw new ClaimError(
        'this derivative is not read',
        { start: mark.start, end: below.at(-1)?.end ?? mark.end },
        'write grad[x](..), jac[x](..) or hess[x](..)',
      );
    if (entry) {
      const inner: Piece[] = [];
      const body = bare(above);
      const last = body.at(-1) ?? tokens[end];
      const at = body.length === 0 ? this.derived(tokens, end, mark, 'grad', entry.by, inner) : end;
      if (body.length > 0 && last)
        inner.push(...called(name(mark, 'grad'), entry.by, this.reader.read(body), last));
      out.push(piece(mark, 'sign', '('), ...inner, piece(mark, 'sign', ')'), ...entry.places);
      return at;
    }
    const word = ['grad', 'jac'][
      this.reader.context.choices.pick(`quotient@${mark.start}`, mark, [
        'the gradient',
        'the Jacobian',
      ])
    ] as string;
    const body = bare(above);
    if (body.length === 0) return this.derived(tokens, end, mark, word, by, out);
    const last = above.at(-1) as Piece;
    const index = by.map((t) => ({ ...t, spaced: false, opens: false }));
    out.push(...called(name(mark, word), index, this.reader.read(body), last));
    return end;
  }

  /** `∂f(x)/∂x`. */
  slanted(tokens: readonly Piece[], at: number, out: Piece[]): number {
    const token = tokens[at] as Piece;
    const slash = isSign(tokens[at + 1], '/')
      ? at + 1
      : factorEnd(tokens, at + 1, this.reader.context);
    const next = tokens[slash + 1];
    if (
      !isSign(tokens[slash], '/') ||
      (next?.text !== '∂' && next?.text !== '\\partial') ||
      tokens[slash + 2]?.kind !== 'name'
    )
      throw new ClaimError('this derivative is not read', token, 'write grad[x](..) or jac[x](..)');
    return this.quotient(
      tokens,
      tokens.slice(at, slash),
      tokens.slice(slash + 1, slash + 3),
      slash + 3,
      token,
      out,
    );
  }
}
