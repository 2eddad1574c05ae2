/** Letters under names that nothing binds: the index that a sum without a range runs over. */
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { isSign, name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

/** What has entries or members. */
const hasPlaces = (base: string, { names }: Context): boolean =>
  names.families.has(base) || /^(vector|matrix|tensor)$/.test(names.kinds.get(base) ?? '');

/** The letters under the name, as i of `x_i` and i, j of `A_ij`; none where the whole is a name. */
const lettersUnder = (token: Piece, context: Context): readonly string[] => {
  if (token.kind !== 'name' || isOwn(context, token.text)) {
    return token.under && hasPlaces(token.text, context) ? token.under : [];
  }
  if (token.under) return [];
  const [, base = '', under = ''] = /^([A-Za-z]+)_([a-z]{1,2})$/.exec(token.text) ?? [];
  return hasPlaces(base, context) ? [...under] : [];
};

/** The one letter under the names of a term; null where there is none, or more than one. */
export const onlyIndex = (term: readonly Piece[], context: Context): string | null => {
  const found = new Set<string>();
  term.forEach((token, i) => {
    for (const letter of lettersUnder(token, context)) found.add(letter);
    const inside = term[i + 1];
    if (isSign(token, '[') && term[i - 1]?.kind === 'name' && inside?.kind === 'name')
      if (hasPlaces((term[i - 1] as Piece).text, context)) found.add(inside.text);
  });
  const letters = [...found].filter((one) => /^[a-z]$/.test(one) && !context.names.dims.has(one));
  return letters.length === 1 && found.size === 1 ? (letters[0] as string) : null;
};

/** `x_i` and `W_ij` below a derivative: the variable and the place; null for any other. */
export const entryOf = (
  below: readonly Piece[],
  context: Context,
): { readonly by: readonly Piece[]; readonly places: readonly Piece[] } | null => {
  const [token] = below;
  if (token?.kind !== 'name' || below.length !== 1) return null;
  const letters = lettersUnder(token, context);
  const base = token.under ? token.text : (token.text.split('_')[0] ?? '');
  if (letters.length === 0 || context.names.families.has(base)) return null;
  const places = letters.flatMap((one, i) => [
    ...(i === 0 ? [] : [piece(token, 'sign', ',')]),
    piece(token, 'name', one),
  ]);
  return {
    by: [{ ...name(token, base), spaced: false, opens: false }],
    places: [piece(token, 'sign', '['), ...places, piece(token, 'sign', ']')],
  };
};
