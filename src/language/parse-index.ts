import type { Index, Span } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { limits } from './limits.ts';
import type { RangeSyntax } from './syntax.ts';

/** A whole number written out, as a literal dimension or index. */
export const wholeNumber = (c: Cursor, what: string): number => {
  const token = c.token;
  if (token.kind !== 'number' || token.text.includes('.') || token.text.length > limits.size) throw c.expected(what);
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
  const text = to.kind === 'number' ? String(wholeNumber(c, 'a whole number')) : c.name('a dimension at the end of the range').text;
  if (text === '0') throw c.unsupported('an empty range', to);
  if (c.is('-') || c.is('+') || c.is('[')) throw c.unsupported('a range that ends at an expression', c.token, 'end the range at a dimension, as in ‘i in 1..N’');
  return { index: index.text, to: text, span: { start: index.start, end: to.end } };
};
