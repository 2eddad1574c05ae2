/** Norms by their order, as in `norm(A, 'fro')` and `norm(x, ord=1)`. */
import { ClaimError } from '../ast.ts';
import type { Call } from './call.ts';
import { name, piece } from './piece.ts';
import type { Piece } from './piece.ts';

const orders: ReadonlyMap<string, string> = new Map([
  ['fro', 'normF'],
  ['F', 'normF'],
  ['Frobenius', 'normF'],
  ['frobenius', 'normF'],
  ['nuc', 'nuclear'],
  ['nuclear', 'nuclear'],
  ['2', 'norm'],
  ['1', 'norm1'],
  ['inf', 'norminf'],
  ['np.inf', 'norminf'],
  ['Inf', 'norminf'],
  ['infty', 'norminf'],
]);

/** Typed with its package, or as a method behind its operand. */
const ofPackage = (word: Piece, arg: readonly Piece[]): boolean =>
  word.end - word.start > word.text.length || word.start > (arg[0]?.start ?? 0);

/** NumPy's norm of a matrix is the Frobenius norm; the word alone is the spectral norm here. */
const byKind = ({ word, args, context, python }: Call): string => {
  if (!python) return 'norm';
  const arg = args[0] ?? [];
  const kind = arg.length === 1 ? context.names.kinds.get(arg[0]?.text ?? '') : undefined;
  // of a vector both are its length
  if (kind === 'vector' || kind === 'scalar') return 'norm';
  if (ofPackage(word, arg)) return 'normF';
  const ways = ['norm as the spectral norm', 'norm as in NumPy, the Frobenius norm'];
  return context.choices.pick('norm', word, ways) === 0 ? 'norm' : 'normF';
};

export const normRule = (call: Call): readonly Piece[] | null => {
  const { word, args, named } = call;
  const [arg, place] = args;
  if (!arg || args.length > 2) return null;
  const order =
    named.get("'") ?? named.get('ord') ?? named.get('p') ?? place?.map((t) => t.text).join('');
  if (order === undefined && word.text === 'norm' && !call.python && named.size === 0) return null;
  const kind = arg.length === 1 ? call.context.names.kinds.get(arg[0]?.text ?? '') : undefined;
  let ours = order === undefined ? byKind(call) : orders.get(order);
  if (ours === 'norm1' && kind === 'matrix')
    throw new ClaimError(
      'the 1-norm of a matrix is read in two ways',
      word,
      'NumPy takes the largest column sum, others the sum of all entries: write max[j in ' +
        '1..n](norm1(A[:,j])) or norm1(vec(A))',
    );
  if (ours === undefined || [...named.keys()].some((key) => !["'", 'ord', 'p'].includes(key)))
    throw new ClaimError(
      `no norm of the order ${order ?? [...named.keys()].join(', ')} is known here`,
      word,
      'write norm, normF, norm1, norminf or nuclear',
    );
  if (word.text === 'matrix_norm' && order === undefined) ours = 'normF';
  return [name(word, ours), piece(word, 'sign', '('), ...arg, piece(word, 'sign', ')')];
};
