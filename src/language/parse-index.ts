/** Parses indices and ranges: `[i+1]`, `[i,:]`, `i in 1..N`. */
import { productDim, sumDim } from '../operators/dimension.ts';
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

/** `i`, `i+1`, `2`. */
const parsePlace = (c: Cursor): Index => {
  if (c.token.kind !== 'name')
    return { name: null, offset: wholeNumber(c, 'an index, as i, i+1 or 2') };
  const name = c.next().text;
  const sign = c.take('+') ?? c.take('-');
  const offset = sign ? wholeNumber(c, 'a whole number after the sign') : 0;
  return { name, offset: sign?.text === '-' ? 0 - offset : offset };
};

/** `[i]`, `[i+1]`, `[2]` behind a family's name; the cursor stands at the bracket. */
export const parseIndex = (c: Cursor): { readonly index: Index; readonly span: Span } => {
  const open = c.want('[', 'before the index');
  const index = parsePlace(c);
  if (c.is(',')) throw c.unsupported('families with two indices', c.token);
  const close = c.want(']', 'after the index');
  return { index, span: { start: open.start, end: close.end } };
};

/** `[i]`, `[i,j]`, `[i,:]`, `[:,j]` behind what has entries; null is the whole of an axis. */
export const parsePlaces = (
  c: Cursor,
): { readonly places: readonly (Index | null)[]; readonly span: Span } => {
  const open = c.want('[', 'before the index');
  const places: (Index | null)[] = [];
  do places.push(c.take(':') ? null : parsePlace(c));
  while (c.take(','));
  if (c.is(';'))
    throw c.expected(
      '‘]’ after the indices',
      'a matrix written out needs a space or a * before it: A * [1, 2; 3, 4]',
    );
  const close = c.want(']', 'after the indices');
  return { places, span: { start: open.start, end: close.end } };
};

/** Whether the bracket at the cursor holds one index alone, as `[i]`, `[l-1]`, `[2]`. */
export const holdsIndex = (c: Cursor): boolean => {
  if (!c.is('[')) return false;
  if (c.peek(1).kind === 'number') return c.is(']', 2);
  const shifted = (c.is('+', 2) || c.is('-', 2)) && c.peek(3).kind === 'number';
  return c.peek(1).kind === 'name' && c.is(']', shifted ? 4 : 2);
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
  if ((c.is('+') || c.is('*')) && c.peek(1).kind === 'name') return parseMade(c, name);
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

/** `m+n`, `m*n` as the end of a range, its first name taken. */
const parseMade = (c: Cursor, first: string): string => {
  const summands: string[] = [];
  let product = first;
  for (;;) {
    if (c.take('*')) product = productDim(product, c.next().text);
    else if (c.is('+') && (c.peek(1).kind === 'name' || c.peek(1).kind === 'number')) {
      summands.push(product);
      c.next();
      product = c.next().text;
    } else return sumDim(...summands, product);
  }
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
