import { ClaimError, type Index, type Span } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { limits } from './limits.ts';
import { placeText } from './layers.ts';
import type { RangeSyntax } from './syntax.ts';

/** A whole number written out, as a literal dimension or index. */
export const wholeNumber = (c: Cursor, what: string): number => {
  const token = c.token;
  if (token.kind !== 'number' || token.text.includes('.') || token.text.length > limits.size)
    throw c.expected(what);
  c.next();
  return Number(token.text);
};

/** `[i]`, `[i+1]`, `[2]` behind a family's name; the cursor stands at the bracket. */
export const parseIndex = (c: Cursor): { readonly index: Index; readonly span: Span } => {
  const open = c.want('[', 'before the index');
  let name: string | null = null;
  let offset: number;
  if (c.token.kind === 'name') {
    name = c.next().text;
    const sign = c.take('+') ?? c.take('-');
    offset = sign ? wholeNumber(c, 'a whole number after the sign') : 0;
    if (sign?.text === '-') offset = 0 - offset;
  } else offset = wholeNumber(c, 'an index, as i, i+1 or 2');
  if (c.is(',')) throw c.unsupported('families with two indices', c.token);
  const close = c.want(']', 'after the index');
  return { index: { name, offset: offset + 0 }, span: { start: open.start, end: close.end } };
};

/** `i in 1..N`; the cursor stands at the index. */
export const parseRange = (c: Cursor): RangeSyntax => {
  const index = c.name('the name of an index');
  c.want('in', 'and a range, as in ‘i in 1..N’');
  const from = c.token;
  if (from.text !== '1') throw c.expected('1: every range begins at 1, as in ‘i in 1..N’');
  c.next();
  c.want('..', 'in the range, as in ‘i in 1..N’');
  const to = c.token;
  const text = parseEnd(c);
  if (text === '0') throw c.unsupported('an empty range', to);
  return { index: index.text, to: text, span: { start: index.start, end: c.last.end } };
};

/** The end of a range: `N`, `L-1`, `3`. */
const parseEnd = (c: Cursor): string => {
  if (c.token.kind === 'number') return String(wholeNumber(c, 'a whole number'));
  const name = c.name('a dimension at the end of the range').text;
  const sign = c.take('-') ?? c.take('+');
  const offset = sign ? wholeNumber(c, 'a whole number after the sign') : 0;
  if (c.is('-') || c.is('+') || c.is('['))
    throw c.unsupported(
      'a range that ends at this expression',
      c.token,
      'end the range at a dimension, as in ‘i in 1..N’ or ‘l in 1..L-1’',
    );
  return placeText({ name, offset: sign?.text === '-' ? -offset : offset });
};

/** `l=L..1` of a product; the cursor stands at the index. */
export const parseProductRange = (
  c: Cursor,
): { readonly range: RangeSyntax; readonly from: number; readonly falling: boolean } => {
  const index = c.name('the name of an index');
  c.want('=', 'and where the product begins and ends, as in ‘prod[l=L..1](..)’');
  const first = parseEnd(c);
  c.want('..', 'in the range, as in ‘l=L..1’');
  const last = parseEnd(c);
  const span = { start: index.start, end: c.last.end };
  const [a, b] = [first, last].map((text) => (/^\d+$/.test(text) ? Number(text) : null)) as [
    number | null,
    number | null,
  ];
  if (a === null && b === null)
    throw c.unsupported(
      'a product between two names',
      span,
      'begin or end it at a number, as in prod[l=L..1](..)',
    );
  const falling = a === null || (b !== null && a >= b);
  const from = (falling ? b : a) as number;
  if (from < 1) throw new ClaimError('a product begins at 1 or later', span);
  return { range: { index: index.text, to: falling ? first : last, span }, from, falling };
};
