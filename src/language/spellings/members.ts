/** Reads members of sets and families, as in x in R^n. */
import type { Token } from '../token.ts';
import { declaringColons, namesBefore } from './declared-names.ts';
import { type Piece, isName, isSign, name, piece, sign } from './piece.ts';

export const isType = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind !== 'end' &&
  !isSign(token, ';') &&
  token.kind !== 'turnstile' &&
  token.kind !== 'separator';

const isPart = (text: string): boolean => /^(\d+|[A-Za-z](\d+|_\w+)?)$/.test(text);

/** `nxn`, `mx3`: the dimensions between the letters x; null where the word is one name. */
export const timesParts = (text: string, taken: ReadonlySet<string>): readonly string[] | null => {
  if (taken.has(text)) return null;
  const parts = text.split('x');
  if (parts.length < 2 || parts.some((one) => one === '')) return null;
  const fits = parts.every((one) => isPart(one) || taken.has(one));
  return fits || (parts.length === 2 && parts[0] === parts[1]) ? parts : null;
};

/** `A ∈ R^…`, `x, y in R` say what `A:` and `x, y:` say; ranges and members of spaces stay. */
export const membership = (tokens: readonly Piece[]): readonly Piece[] =>
  tokens.map((token, i) => {
    if (!isName(token, 'in') || !isName(tokens[i + 1], 'R')) return token;
    const names = namesBefore(tokens, i);
    const [first = i] = names;
    const before = tokens[first - 1];
    const starts =
      before === undefined ||
      tokens[first]?.opens === true ||
      isSign(before, ';') ||
      isSign(before, ',') ||
      isName(before, 'forall') ||
      isName(before, 'exists') ||
      before.kind === 'turnstile';
    return names.length > 0 && starts ? sign(token, ':') : token;
  });

/** `x_i: n for i in 1..N` declares a family, as `x[i]` does. */
export const families = (tokens: readonly Piece[]): readonly Piece[] => {
  const found = new Map<number, readonly [string, string]>();
  for (const colon of declaringColons(tokens)) {
    const bound = new Set<string>();
    const over = (i: number): boolean =>
      !isType(tokens[i]) || isSign(tokens[i], '.') || (tokens[i]?.opens === true && i > colon + 1);
    for (let i = colon; !over(i); i++)
      if (isName(tokens[i], 'for') && isName(tokens[i + 2], 'in'))
        bound.add(tokens[i + 1]?.text ?? '');
    for (const at of namesBefore(tokens, colon)) {
      const token = tokens[at] as Piece;
      const [, base = '', index = ''] = token.under
        ? ['', token.text, token.under.join('')]
        : (/^([A-Za-z]+)_(\w+)$/.exec(token.text) ?? []);
      if (bound.has(index)) found.set(at, [base, index]);
      else if (token.under) found.set(at, [[token.text, ...token.under].join('_'), '']);
    }
  }
  return tokens.flatMap((token, i) => {
    const [base, index] = found.get(i) ?? [null, ''];
    if (base === null) return [token];
    if (index === '') return [{ ...name(token, base) }];
    return [
      name(token, base),
      piece(token, 'sign', '['),
      piece(token, 'name', index),
      piece(token, 'sign', ']'),
    ];
  });
};
