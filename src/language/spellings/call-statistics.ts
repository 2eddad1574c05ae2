/**
 * Statistics of data under the names of NumPy and PyTorch: variance, covariance, normalisation of
 * a vector. NumPy divides a variance by n and a covariance by n - 1, PyTorch both by n - 1.
 */
import type { Call, Rule } from './call.ts';
import { filled, kindOf, sizeOf } from './call-python.ts';
import { grouped } from './piece.ts';
import type { Piece } from './piece.ts';

type Divisor = 'n' | 'n - 1';

/** By what the call says that the sum is divided; null where it does not say so. */
const said = ({ named, word }: Call, byDefault: Divisor | null): Divisor | null => {
  const less = named.get('ddof') ?? named.get('correction');
  if (less !== undefined) return less === '0' ? 'n' : 'n - 1';
  const unbiased = named.get('unbiased');
  if (unbiased !== undefined) return unbiased === 'False' ? 'n' : 'n - 1';
  if (named.has('bias')) return named.get('bias') === 'True' ? 'n' : 'n - 1';
  if (byDefault !== null) return byDefault;
  if (word.package === undefined) return null;
  return word.package === 'torch' ? 'n - 1' : 'n';
};

const divisorOf = (call: Call): Divisor =>
  said(call, null) ??
  (call.context.choices.pick('variance', call.word, [
    'the variance divided by n, as in NumPy',
    'the variance divided by n - 1, as in PyTorch',
  ]) === 0
    ? 'n'
    : 'n - 1');

/** The number of observations as text: the length of a vector, a side of a matrix. */
const lengthOf = (call: Call, axis: number): string | null => {
  const [arg = []] = call.args;
  return sizeOf(call, arg, axis);
};

/** Of a random variable these are means, not statistics of its entries. */
const isRandom = ({ context }: Call, arg: readonly Piece[]): boolean =>
  arg.some((t) => context.names.random.has(t.text));

const variance =
  (of: (text: string) => string): Rule =>
  (call) => {
    const [arg] = call.args;
    const isVector = arg !== undefined && kindOf(call, arg) === 'vector' && !isRandom(call, arg);
    if (!isVector || call.args.length !== 1 || call.named.has('dim') || call.named.has('axis'))
      return null;
    const text = 'mean(($1 - mean($1) ones) .^ 2)';
    if (divisorOf(call) === 'n') return filled(call, of(text));
    const n = lengthOf(call, 0);
    return n === null ? null : filled(call, of(`(${n} / (${n} - 1) ${text})`));
  };

/** Rows are variables and columns are observations, unless `rowvar=False` says the reverse. */
const covariance: Rule = (call) => {
  const [arg] = call.args;
  if (arg === undefined || call.args.length !== 1 || kindOf(call, arg) !== 'matrix') return null;
  if (call.word.package === undefined || isRandom(call, arg)) return null;
  const byColumns = call.named.get('rowvar') === 'False';
  const n = lengthOf(call, byColumns ? 0 : 1);
  if (n === null) return null;
  const over = said(call, 'n - 1') === 'n' ? n : `(${n} - 1)`;
  const mean = byColumns ? `(ones ones' $1 / ${n})` : `($1 ones ones' / ${n})`;
  const centered = `($1 - ${mean})`;
  const product = byColumns ? `${centered}' ${centered}` : `${centered} ${centered}'`;
  return grouped(filled(call, `${product} / ${over}`), call.word);
};

/** `F.layer_norm(x, x.shape[-1:], eps=0)` of a vector, without weights. */
const normalized =
  (plain: string, kept: string): Rule =>
  (call) => {
    const [x] = call.args;
    const others = [...call.named.keys()].filter(
      (key) => key !== 'eps' && key !== 'normalized_shape',
    );
    if (x === undefined || kindOf(call, x) === 'matrix' || others.length > 0) return null;
    const eps = call.named.get('eps');
    const first = { ...call, args: [x] };
    // the default of eps is not the same everywhere
    if (call.args.length > 2 || eps === undefined) return null;
    return filled(first, Number(eps) === 0 ? plain : kept.replace('eps', eps));
  };

export const statistics: readonly (readonly [words: string, rule: Rule])[] = [
  ['var', variance((text) => text)],
  ['std', variance((text) => `sqrt(${text})`)],
  ['cov', covariance],
  [
    'layer_norm LayerNorm layernorm',
    normalized(
      '(($1 - mean($1) ones) / sqrt(mean(($1 - mean($1) ones) .^ 2)))',
      '(($1 - mean($1) ones) / sqrt(mean(($1 - mean($1) ones) .^ 2) + eps))',
    ),
  ],
  [
    'rms_norm RMSNorm rmsnorm',
    normalized('($1 / sqrt(mean($1 .^ 2)))', '($1 / sqrt(mean($1 .^ 2) + eps))'),
  ],
];
