/** `[A, B; C, D]`: blocks separated by commas, rows by semicolons. */
import { ClaimError } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseSum } from './parse-expression.ts';
import { make, type Syntax } from './syntax.ts';

/**
 * Whether only names and numbers stand there, side by side, up to the end of the row: two blocks
 * elsewhere, a product here.
 */
const standsSideBySide = (c: Cursor): boolean => {
  let at = 0;
  while (c.peek(at).kind === 'number' || c.peek(at).kind === 'name') at++;
  return at > 1 && (c.is(';', at) || c.is(']', at));
};

export const parseBlocks = (c: Cursor): Syntax => {
  const open = c.want('[', 'before the blocks');
  const rows: Syntax[][] = [];
  let bare = true;
  c.bracketed(() => {
    do {
      bare &&= standsSideBySide(c);
      const row: Syntax[] = [];
      do row.push(parseSum(c));
      while (c.take(','));
      rows.push(row);
    } while (c.take(';'));
  });
  const close = c.want(']', 'after the blocks, which commas and semicolons separate');
  const span = { start: open.start, end: close.end };
  const columns = rows[0]?.length ?? 0;
  if (bare)
    throw new ClaimError(
      'what stands side by side is a product, and elsewhere a row of blocks',
      span,
      'separate blocks by commas, as in [A, B; C, D]; write A * B for a product',
    );
  const uneven = rows.find((row) => row.length !== columns);
  if (uneven)
    throw new ClaimError(
      `every row has as many blocks as the first, ${columns}, and one has ${uneven.length}`,
      span,
      'write a wide block as two, or a matrix of its own in brackets',
    );
  return make({ kind: 'blocks', columns, args: rows.flat() }, span);
};
