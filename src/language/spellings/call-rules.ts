/**
 * One rule a word: what a call under another tool's name reads as. A rule answers null where it
 * does not apply.
 */
import { ClaimError } from '../ast.ts';
import type { Call, Rule } from './call.ts';
import { dotRule, productOf } from './call-products.ts';
import { eyeRule, filledRule } from './call-constants.ts';
import {
  alongAxis,
  attentionRule,
  clampRule,
  equalRule,
  flattened,
  form,
  hasMatrix,
  whereRule,
} from './call-python.ts';
import { statistics } from './call-statistics.ts';
import { isNumber } from './python-scalars.ts';
import { normRule } from './call-norms.ts';
import { grouped, name, piece, sign } from './piece.ts';
import type { Piece } from './piece.ts';

/** `ours(a, b)`. */
const applied = (word: Piece, ours: string, args: Call['args']): readonly Piece[] => [
  name(word, ours),
  piece(word, 'sign', '('),
  ...args.flatMap((arg, i) => (i === 0 ? arg : [piece(word, 'sign', ','), ...arg])),
  piece(word, 'sign', ')'),
];

/** Keywords of other tools that do not change what is computed. */
const idle = new Set([
  'keepdims',
  'dtype',
  'device',
  'inplace',
  'hermitian',
  'rcond',
  'approximate',
]);

const refuseNamed = ({ word, named }: Call): void => {
  for (const [key, value] of named)
    if (!idle.has(key))
      throw new ClaimError(
        `${word.text} takes no ${key === "'" ? `‘${value}’` : `${key}=${value}`} here`,
        word,
        'write the expression without it',
      );
};

const renamed =
  (ours: string, arity: number | null = 1): Rule =>
  (call) => {
    const { word, args } = call;
    if (arity !== null && args.length !== arity) return null;
    refuseNamed(call);
    return applied(word, ours, args);
  };

const infix =
  (operator: string): Rule =>
  (call) => {
    const [a, b] = call.args;
    if (!a || !b || call.args.length !== 2) return null;
    refuseNamed(call);
    const { word } = call;
    return grouped(
      [...grouped(a, word), { ...sign(word, operator), spaced: true }, ...grouped(b, word)],
      word,
    );
  };

/** `torch.pow` and `np.power` act entry by entry. */
const entryPower: Rule = (call) =>
  infix(isNumber(call.args[0] ?? [], call.context) ? '^' : '.^')(call);

const transposed: Rule = (call) => {
  const [a, ...axes] = call.args;
  if (!a || axes.some((one) => !/^-?[012]$/.test(one.map((t) => t.text).join('')))) return null;
  refuseNamed(call);
  return [...grouped(a, call.word), piece(call.word, 'sign', "'")];
};

/**
 * A reduction along an axis: the whole of a vector, the rows of a matrix for softmax, nothing else.
 */
const along =
  (ours: string): Rule =>
  (call) => {
    const { word, args, named, context, python } = call;
    const [arg, place] = args;
    if (!arg) return null;
    const axis =
      named.get('dim') ??
      named.get('axis') ??
      (place ? place.map((t) => t.text).join('') : undefined);
    for (const key of named.keys())
      if (key !== 'dim' && key !== 'axis' && !idle.has(key)) refuseNamed(call);
    const only = arg.length === 1 ? context.names.kinds.get(arg[0]?.text ?? '') : undefined;
    const rows = ours === 'softmax' && (axis === '1' || axis === '-1');
    const isWhole = only === 'vector' || (python && !hasMatrix(call, arg));
    const whole = isWhole && (axis === '0' || axis === '-1');
    const max = ours === 'max' || ours === 'min';
    const tensor = only !== undefined && only !== 'scalar';
    if (place && max && named.size === 0 && !(python && tensor && /^-?1$/.test(axis ?? '')))
      return null;
    if (axis === undefined ? args.length === 1 : rows || whole) return applied(word, ours, [arg]);
    const reduced = axis === undefined ? null : alongAxis(call, ours, axis);
    if (reduced) return reduced;
    return refuseAxis(word, ours, axis ?? '');
  };

/** The call without an axis behind its argument, which is the only one of a vector. */
const alongAll = (call: Call): Call => {
  const [arg, axis] = call.args;
  const isAxis = axis !== undefined && /^(?:0|-1)$/.test(axis.map((t) => t.text).join(''));
  return arg && isAxis ? { ...call, args: [arg] } : call;
};

const refuseAxis = (word: Piece, ours: string, axis: string): never => {
  throw new ClaimError(
    `${ours} along the axis ${axis} is not read`,
    word,
    ours === 'softmax'
      ? "softmax of a matrix is row by row; down the columns write softmax(A')'"
      : `write a sum over an index, as in sum[i in 1..n](..)`,
  );
};

const inverseTimes: Rule = (call) => {
  const [a, b] = call.args;
  if (!a || !b || call.args.length !== 2) return null;
  refuseNamed(call);
  const { word } = call;
  return grouped(
    [
      ...applied(word, 'inv', [a]),
      { ...(grouped(b, word)[0] as Piece), spaced: true },
      ...grouped(b, word).slice(1),
    ],
    word,
  );
};

const jacobian =
  (ours: string): Rule =>
  ({ word, args }) => {
    const [fn] = args;
    return fn?.length === 1 && args.length === 1 && fn[0]?.kind === 'name'
      ? applied(word, ours, args)
      : null;
  };

const same = (words: string, rule: Rule): readonly (readonly [string, Rule])[] =>
  words.split(' ').map((word) => [word, rule] as const);

export const callRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...same('trace Tr Trace TR', renamed('tr')),
  ...same('transpose Transpose adjoint matrix_transpose swapaxes', transposed),
  ...same('inverse Inverse Inv invert matinv', renamed('inv')),
  ...same('determinant Det Determinant', renamed('det')),
  ...same('log_det logabsdet LogDet', renamed('logdet')),
  ...same('matrix_rank Rank rk', renamed('rank')),
  ...same('pinverse pseudoinverse pseudo_inverse PseudoInverse', renamed('pinv')),
  ...same('ln Log', renamed('log')),
  ...same('Exp', renamed('exp')),
  ...same('matrix_exp', renamed('expm')),
  ...same('absolute fabs Abs', renamed('abs')),
  ...same('expit logistic', renamed('sigmoid')),
  ...same('Diag diagonal diagflat DiagonalMatrix diagm', renamed('diag')),
  ...same('kernel null nullspace null_space Null NullSpace Ker', renamed('ker')),
  ...same('Vec', renamed('vec')),
  ...same('flatten ravel reshape view', flattened),
  ...same('Kron kronecker KroneckerProduct', renamed('kron', 2)),
  ...same('ReLU Relu', renamed('relu')),
  ...same('Tanh', renamed('tanh')),
  ...same('Sigmoid', renamed('sigmoid')),
  ...same('Softmax', along('softmax')),
  ...same('softmax', along('softmax')),
  ...same('tensor asarray as_tensor array', (call) =>
    isNumber(call.args[0] ?? [], call.context) ? form(1, '$1', ['dtype', 'device'])(call) : null,
  ),
  ...same('cond', form(1, '(sigma_max($1) / sigma_min($1))')),
  ...same('sum', along('sum')),
  ...same('mean average', along('mean')),
  ...same('amax Max', along('max')),
  ...same('amin Min', along('min')),
  ...same('max', along('max')),
  ...same('min', along('min')),
  ...same('maximum', renamed('max', 2)),
  ...same('minimum', renamed('min', 2)),
  ...same(
    'sin cos tanh exp log sqrt relu sigmoid gelu silu erf softplus square tr det inv pinv rank logdet',
    ({ word, args, named }) =>
      named.size > 0
        ? (refuseNamed({ word, args, named } as Call), applied(word, word.text, args))
        : null,
  ),
  ...same('multiply mul hadamard Hadamard', infix('.*')),
  ...same('matmul mm mv bmm multi_dot', infix('*')),
  ...same('add', infix('+')),
  ...same('subtract sub', infix('-')),
  ...same('divide div true_divide', infix('/')),
  ...same('pow power float_power', entryPower),
  ...same('matrix_power', infix('^')),
  ...same('dot', dotRule),
  ...same('inner vdot Dot', renamed('dot', 2)),
  ...same('outer Outer ger', (call) => productOf(call, "'")),
  ...same('solve', inverseTimes),
  ...same('norm Norm vector_norm matrix_norm', normRule),
  ...same('eye identity IdentityMatrix eye_like', eyeRule),
  ...same('ones', filledRule('ones')),
  ...same('zeros zeros_like', filledRule('0')),
  ...same('allclose isclose array_equal assert_allclose assert_array_equal', equalRule),
  ...same('where', whereRule),
  ...same('clamp clip', clampRule),
  ...same('log_softmax', form(1, 'log(softmax($1))', ['dim', 'axis'])),
  ...same('logsumexp lse LSE', (call) =>
    form(1, 'log(sum(exp($1)))', ['dim', 'axis'])(alongAll(call)),
  ),
  ...same('simplify expand factor cancel trigsimp', form(1, '$1')),
  ...same('cosine_similarity', form(2, "($1' $2 / (norm($1) norm($2)))", ['dim', 'axis', 'eps'])),
  ...same('normalize', form(1, '($1 / norm($1))', ['dim', 'axis', 'p', 'eps'])),
  ...same('mse_loss', form(2, 'mean(($1 - $2) .^ 2)')),
  ...same('scaled_dot_product_attention', attentionRule),
  ...statistics.flatMap(([words, rule]) => same(words, rule)),
  ...same('jacobian jacrev jacfwd Jacobian', jacobian('jac')),
  ...same('hessian Hessian', jacobian('hess')),
  ...same('gradient', jacobian('grad')),
]);
