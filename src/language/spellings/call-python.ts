/**
 * Functions of NumPy and PyTorch that are several of ours: sums along an axis, comparisons, losses,
 * attention.
 */
import { ClaimError } from '../ast.ts';
import type { Call } from './call.ts';
import { isOwn } from './context.ts';
import { grouped, isSign, name, number, sign } from './piece.ts';
import type { Piece } from './piece.ts';

type Read = readonly Piece[] | null;

/** The tokens of a text with `$1`, `$2` for arguments, at the place of the call. */
export const filled = ({ word, args }: Call, text: string): readonly Piece[] =>
  (text.match(/\$\d|\w+|\.[*/^]|[^\w\s$]/g) ?? []).flatMap((part, i): readonly Piece[] => {
    if (part.startsWith('$')) return grouped(args[Number(part.slice(1)) - 1] ?? [], word);
    const made = /^\d/.test(part)
      ? number(word, part)
      : /^\w/.test(part)
        ? name(word, part)
        : sign(word, part);
    return [
      {
        ...made,
        spaced: !/^['()[\]]$/.test(part) && text[text.indexOf(part) - 1] !== '.',
        opens: i === 0 && word.opens,
      },
    ];
  });

/** Our form for a call with that many arguments; named ones that change nothing are passed over. */
export const form =
  (arity: number, text: string, idle: readonly string[] = []) =>
  (call: Call): Read => {
    const extra = [...call.named.keys()].filter((key) => !idle.includes(key));
    if (call.args.length !== arity) return null;
    if (extra.length > 0)
      throw new ClaimError(
        `${call.word.text} takes no ${extra[0]}=${call.named.get(extra[0] as string)} here`,
        call.word,
        'write the expression without it',
      );
    return filled(call, text);
  };

export const kindOf = ({ context }: Call, arg: readonly Piece[]): string | undefined =>
  arg.length === 1 ? context.names.kinds.get(arg[0]?.text ?? '') : undefined;

export const hasMatrix = ({ context }: Call, arg: readonly Piece[]): boolean =>
  arg.some((t) => context.names.kinds.get(t.text) === 'matrix');

/** The number of rows or columns of a declared matrix. */
export const sizeOf = ({ context }: Call, arg: readonly Piece[], axis: number): string | null =>
  (arg.length === 1 && context.names.shapes.get(arg[0]?.text ?? '')?.[axis]) || null;

/** Sums and means of the columns (axis 0) and the rows (axis 1, -1) of a matrix. */
export const alongAxis = (call: Call, ours: string, axis: string): Read => {
  const { word, args, named } = call;
  const [arg = []] = args;
  if (!hasMatrix(call, arg) || kindOf(call, arg) === 'vector' || !/^(0|1|-1|-2)$/.test(axis))
    return null;
  if (named.get('keepdims') === 'True' || (ours !== 'sum' && ours !== 'mean')) return null;
  const columns = axis === '0' || axis === '-2';
  const sum = filled(call, columns ? "$1' ones" : '$1 ones');
  if (ours === 'sum') return grouped(sum, word);
  const size = sizeOf(call, arg, columns ? 0 : 1);
  if (size === null) return null;
  const divisor = /^\d/.test(size) ? number(word, size) : name(word, size);
  return grouped([...sum, sign(word, '/'), { ...divisor, opens: false }], word);
};

/** NumPy goes through a matrix row by row, `vec` column by column. */
export const flattened = (call: Call): Read => {
  const [arg, order] = call.args;
  if (!arg || call.args.length > 2) return null;
  const shape = order?.map((t) => t.text).join('');
  if (call.word.text === 'reshape' && shape !== '-1') return null;
  const byColumns = call.named.get('order') === 'F' || call.named.get("'") === 'F';
  if (kindOf(call, arg) === 'vector') return grouped(arg, call.word);
  return filled(call, byColumns ? 'vec($1)' : "vec($1')");
};

/** `np.where(x > 0, x, 0)` is the larger of the two. */
export const whereRule = (call: Call): Read => {
  const [test = [], yes = [], no = []] = call.args;
  const text = (tokens: readonly Piece[]): string => tokens.map((t) => t.text).join('');
  const at = test.findIndex((t) => isSign(t, '>') || isSign(t, '>='));
  if (call.args.length !== 3 || at < 0) return null;
  const same = text(test.slice(0, at)) === text(yes) && text(test.slice(at + 1)) === text(no);
  return same ? filled({ ...call, args: [yes, no] }, 'max($1, $2)') : null;
};

/** `np.clip(x, a, b)`, `torch.clamp(x, min=0)`. */
export const clampRule = (call: Call): Read => {
  const { args, named, word } = call;
  const made = (key: string): readonly Piece[] | undefined => {
    const value = named.get(key);
    if (value === undefined) return undefined;
    return /^\d+$/.test(value)
      ? [number(word, value)]
      : /^\w+$/.test(value)
        ? [name(word, value)]
        : undefined;
  };
  const low = args[1] ?? made('min') ?? made('a_min');
  const high = args[2] ?? made('max') ?? made('a_max');
  const [x] = args;
  if (!x) return null;
  if (low && high) return filled({ ...call, args: [x, low, high] }, 'min(max($1, $2), $3)');
  if (low) return filled({ ...call, args: [x, low] }, 'max($1, $2)');
  return high ? filled({ ...call, args: [x, high] }, 'min($1, $2)') : null;
};

/** Attention of declared queries: the root of their width stands below. */
export const attentionRule = (call: Call): Read => {
  const [queries = []] = call.args;
  const width = sizeOf(call, queries, 1);
  if (width === null || call.args.length !== 3 || call.named.size > 0) return null;
  return grouped(filled(call, `softmax($1 $2' / sqrt(${width})) $3`), call.word);
};

/** `torch.allclose(A, B)` says that A and B are equal. */
export const equalRule = (call: Call): Read => {
  const idle = ['atol', 'rtol', 'equal_nan', 'err_msg'];
  return isOwn(call.context, call.word.text) ? null : form(2, '$1 = $2', idle)(call);
};
