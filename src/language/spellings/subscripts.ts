/**
 * What stands under a name: a name of its own (`W_1` declared so), a member or an entry (`x_i`,
 * `A_{ij}`), a size (`I_n`).
 */
import { ClaimError } from '../ast.ts';
import { isOwn } from './context.ts';
import type { Context } from './context.ts';
import { closes, isSign, name, number, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const spelled: ReadonlyMap<string, string> = new Map([
  ['sigma_max', 'sigma_max'],
  ['sigma_min', 'sigma_min'],
  ['lambda_max', 'lambda_max'],
  ['lambda_min', 'lambda_min'],
  ['sigma_1', 'sigma_max'],
  ['log_e', 'log'],
]);

const index = (at: Piece, text: string): Piece => ({
  ...(/^\d+$/.test(text) ? number(at, text) : name(at, text)),
  spaced: false,
  opens: false,
});

/** `x[i, j]`. */
const member = (token: Piece, base: string, under: readonly string[]): readonly Piece[] => [
  name(token, base),
  piece(token, 'sign', '['),
  ...under.flatMap((one, i) =>
    i === 0 ? [index(token, one)] : [piece(token, 'sign', ','), index(token, one)],
  ),
  piece(token, 'sign', ']'),
];

const constants: ReadonlyMap<string, string> = new Map([
  ['I', 'I'],
  ['ones', 'ones'],
]);

/** A mean over some of the random variables only is another thing than the mean. */
const expectation = (token: Piece, under: readonly string[], { names }: Context): Piece => {
  const all = [...names.random];
  if (
    all.length > 0 &&
    all.every((one) => under.includes(one)) &&
    under.every((one) => names.random.has(one))
  )
    return name(token, 'E');
  throw new ClaimError(
    `E_${under.join('')} takes the mean over ${under.join(', ')}, and the random variables ` +
      `are ${all.length === 0 ? 'none' : all.join(', ')}`,
    token,
    all.length === 0
      ? `declare the law, as in ${under[0]}: n ~ normal(0, I), and write E[..]`
      : 'write E[..], which is the mean over all random variables',
  );
};

/** `A_ij` has two indices where A is a matrix. */
const indices = (base: string, under: readonly string[], { names }: Context): readonly string[] => {
  const [only = ''] = under;
  const matrix = names.kinds.get(base) === 'matrix' && !names.families.has(base);
  return under.length === 1 && matrix && /^[a-z]{2}$|^\d\d$/.test(only) ? [...only] : under;
};

/** Kronecker's `δ_ij` is an entry of I. */
const kroneckerAt = (token: Piece, context: Context): readonly Piece[] | null => {
  const [, script = ''] = /^delta_([a-z]{2}|\w_\w)$/.exec(token.text) ?? [];
  const under = token.text === 'delta' && token.under ? token.under : [...script.replace('_', '')];
  if (under.length !== 2 || isOwn(context, token.text) || isOwn(context, 'delta')) return null;
  return member(token, 'I', under);
};

/** `e_k`, the k-th unit vector, is a column of I. */
const unitAt = (token: Piece, context: Context): readonly Piece[] | null => {
  const [, script] = /^e_([a-z]|\d+)$/.exec(token.text) ?? [];
  const place = token.text === 'e' && token.under?.length === 1 ? token.under[0] : script;
  if (place === undefined || isOwn(context, 'e') || isOwn(context, `e_${place}`)) return null;
  const [base, open, at, close] = member(token, 'I', [place]) as readonly [
    Piece,
    Piece,
    Piece,
    Piece,
  ];
  return [base, open, piece(token, 'sign', ':'), piece(token, 'sign', ','), at, close];
};

/** What an index may be; longer words under a name belong to it, as in `A_hat`. */
const isPlace = (text: string, { names }: Context): boolean =>
  /^([a-z]|\d+)$/.test(text) || names.indices.has(text) || names.dims.has(text);

export const readSubscripts = (tokens: readonly Piece[], context: Context): readonly Piece[] =>
  tokens.flatMap((token, at) => {
    if (token.kind !== 'name' || token.typed) return [token];
    const kronecker = kroneckerAt(token, context);
    if (kronecker !== null) return kronecker;
    const unit = unitAt(token, context);
    if (unit !== null) return unit;
    const behind = tokens[at - 1];
    if (/^_[a-z\d]{1,2}$/.test(token.text) && !token.spaced && closes(behind))
      return member(token, '', Array.from(token.text.slice(1))).slice(1);
    if (token.under === undefined && (!/._./.test(token.text) || isOwn(context, token.text)))
      return [token];
    const cut = token.text.indexOf('_', 1);
    const base = token.under || cut < 0 ? token.text : token.text.slice(0, cut);
    const under = token.under ?? token.text.slice(cut + 1).split('_');
    const whole = [base, ...under].join('_');
    const joined = under.length > 1 ? `${base}_${under.join('')}` : whole;
    for (const one of [whole, joined]) if (isOwn(context, one)) return [{ ...name(token, one) }];
    const word = spelled.get(whole);
    if (word !== undefined && !isOwn(context, base)) return [name(token, word)];
    if (base === 'E' && !isOwn(context, 'E') && isSign(tokens[at + 1], '['))
      return [expectation(token, under, context)];
    const constant = constants.get(base);
    if (constant !== undefined && !isOwn(context, base)) {
      context.sized.push({
        at: token,
        dims: constant === 'I' ? [under[0] ?? '', under[1] ?? under[0] ?? ''] : under,
        typed: whole,
      });
      return [name(token, constant)];
    }
    if (base === 'lambda' && !isOwn(context, base)) return member(token, base, under);
    const places = indices(base, under, context);
    if (!isOwn(context, base) || !places.every((one) => isPlace(one, context)))
      return [{ ...name(token, whole) }];
    return member(token, base, places);
  });
