/** `d/dx f(x)`, `dL/dW` and `grad_W f`, typed without ∂ and ∇, where d is not declared. */
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { isName, isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** `dx` of a name that is known, or of one letter; null for a word of its own. */
const behindD = (token: Piece | undefined, context: Context): string | null => {
  if (token?.kind !== 'name' || !token.text.startsWith('d') || isOwn(context, token.text))
    return null;
  const by = token.text.slice(1);
  return isOwn(context, by) ? by : null;
};

export const readDifferentials = (tokens: readonly Piece[], context: Context): readonly Piece[] => {
  const bare = !isOwn(context, 'd');
  const out: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Piece;
    const [, variable = ''] = token.kind === 'name' ? (/^grad_(\w+)$/.exec(token.text) ?? []) : [];
    if (isOwn(context, variable) && !isOwn(context, token.text)) {
      const script = { ...name(token, `_${variable}`), spaced: false, opens: false };
      out.push({ ...token, kind: 'foreign', text: '∇' }, script);
      continue;
    }
    const below = isSign(tokens[at + 1], '/') ? behindD(tokens[at + 2], context) : null;
    const above = isName(token, 'd') && bare ? '' : behindD(token, context);
    if (token.typed || below === null || above === null) {
      out.push(token);
      continue;
    }
    const under = tokens[at + 2] as Piece;
    out.push({ ...token, kind: 'foreign', text: '∂' });
    if (above !== '') out.push({ ...name(token, above), spaced: false, opens: false });
    out.push(
      tokens[at + 1] as Piece,
      { ...piece(under, 'foreign', '∂') },
      { ...name(under, below), spaced: false },
    );
    at += 2;
  }
  return out;
};
