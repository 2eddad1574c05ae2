/**
 * An answer as code for NumPy, JAX or PyTorch: a vector is a one-dimensional array, a matrix a
 * two-dimensional one.
 */
import { slope, slopeInWords } from './known-derivatives.ts';
import type { Expr } from '../language/ast.ts';

export const packages = ['numpy', 'jax', 'torch'] as const;
export type CodePackage = (typeof packages)[number];

interface Names {
  readonly of: string;
  readonly linalg: string;
  readonly softmax: string;
}
const namesIn: Readonly<Record<CodePackage, Names>> = {
  numpy: { of: 'np', linalg: 'np.linalg', softmax: 'scipy.special.softmax' },
  jax: { of: 'jnp', linalg: 'jnp.linalg', softmax: 'jax.nn.softmax' },
  torch: { of: 'torch', linalg: 'torch.linalg', softmax: 'torch.softmax' },
};

/**
 * There is no code for a part of the expression: a declared function, an index, a random variable.
 */
export class NoCode extends Error {}

/** Code in each package; null where the answer has a part that no package has. */
export function codeOf(e: Expr): Readonly<Record<CodePackage, string>> | null {
  try {
    const all = packages.map(
      (name) => [name, expressionCode(e, { name, beyond: refuse })] as const,
    );
    return Object.fromEntries(all) as Record<CodePackage, string>;
  } catch (error) {
    if (error instanceof NoCode) return null;
    throw error;
  }
}

/**
 * A package, and its code where `codeOf` does not have any: declared functions, indices,
 * derivatives.
 */
export interface Into {
  readonly name: CodePackage;
  /** Code of a part that no package has by itself. Throws `NoCode`. */
  beyond(e: Expr): string;
}

const refuse = (e: Expr): string => {
  throw new NoCode(e.kind === 'operator' ? e.operator : e.kind);
};

/** Code of an expression. Throws `NoCode`. */
export const expressionCode = (e: Expr, into: Into): string => outermost(codeIn(e, into));

/** Brackets around the whole are left out. */
export function outermost(code: string): string {
  if (!code.startsWith('(') || !code.endsWith(')')) return code;
  let depth = 0;
  for (const [i, c] of [...code].entries()) {
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (depth === 0 && i < code.length - 1) return code;
  }
  return code.slice(1, -1);
}

const isVector = (e: Expr): boolean => e.shape.length === 1;
const isRow = (e: Expr): boolean => e.shape[0] === '1' && e.shape.length === 2;

function codeIn(e: Expr, into: Into): string {
  const { of } = namesIn[into.name];
  switch (e.kind) {
    case 'number':
      return e.value.includes('/')
        ? `(${e.value})`
        : e.value.startsWith('-')
          ? `(${e.value})`
          : e.value;
    case 'dimension':
      return e.dim;
    case 'variable':
      if (e.index !== null) return into.beyond(e);
      return e.name;
    case 'constant':
      return constantCode(e, of);
    case 'operator':
      return operatorCode(e, into);
    case 'call':
      return callCode(e, into);
    default:
      return into.beyond(e);
  }
}

function constantCode(e: Extract<Expr, { kind: 'constant' }>, of: string): string {
  const size = e.shape.filter((d) => d !== '1').join(', ');
  if (e.which === 'identity') return `${of}.eye(${e.shape[0]})`;
  const shape = e.shape.filter((d) => d !== '1').length > 1 ? `(${size})` : size;
  return `${of}.${e.which === 'ones' ? 'ones' : 'zeros'}(${shape})`;
}

/** `x y'` of two vectors is an outer product; a row is the vector that it transposes. */
function productCode(a: Expr, b: Expr, into: Into): string {
  const { of } = namesIn[into.name];
  const [left, right] = [codeIn(a, into), codeIn(b, into)];
  if (a.shape.length === 0 || b.shape.length === 0) return `(${left} * ${right})`;
  if (isVector(a) && isRow(b)) return `${of}.outer(${left}, ${right})`;
  return `(${left} @ ${right})`;
}

/** Operators whose functions have the same name everywhere. */
const sameName = new Set(['exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'sum', 'mean']);

function operatorCode(e: Extract<Expr, { kind: 'operator' }>, into: Into): string {
  const { of, linalg } = namesIn[into.name];
  const [a, b] = e.args as [Expr, Expr];
  const [left, right] = [() => codeIn(a, into), () => codeIn(b, into)];
  switch (e.operator) {
    case 'add':
      return `(${left()} + ${right()})`;
    case 'sub':
      return `(${left()} - ${right()})`;
    case 'neg':
      return `(-${left()})`;
    case 'mul':
      return productCode(a, b, into);
    case 'hadamard':
      return `(${left()} * ${right()})`;
    case 'div':
    case 'quotient':
      return `(${left()} / ${right()})`;
    case 'pow':
      return a.shape.length === 0
        ? `(${left()} ** ${right()})`
        : `${linalg}.matrix_power(${left()}, ${right()})`;
    case 'transpose':
      return isVector(a) || isRow(a) ? left() : `${left()}.T`;
    case 'inv':
    case 'pinv':
    case 'det':
      return `${linalg}.${e.operator}(${left()})`;
    case 'logdet':
      return `${linalg}.slogdet(${left()})[1]`;
    case 'tr':
      return `${of}.trace(${left()})`;
    case 'rank':
      return `${linalg}.matrix_rank(${left()})`;
    case 'diag':
      return `${of}.diag(${left()})`;
    case 'kron':
      return `${of}.kron(${[left(), right()].map((x) => inOnePiece(x, into)).join(', ')})`;
    case 'dot':
      return `(${left()} @ ${right()})`;
    case 'bars':
      return a.shape.length === 0 ? `${of}.abs(${left()})` : `${linalg}.norm(${left()})`;
    case 'normF':
      return `${linalg}.norm(${left()})`;
    case 'norm':
      return a.shape.length > 1 && !isRow(a)
        ? spectralNorm(left(), into)
        : `${linalg}.norm(${left()})`;
    default:
      return sameName.has(e.operator) ? `${of}.${e.operator}(${left()})` : into.beyond(e);
  }
}

/** `torch.kron` refuses views of other strides; `.contiguous()` keeps those of a single row. */
const inOnePiece = (code: string, { name }: Into): string =>
  name !== 'torch' || /^\w+$/.test(code)
    ? code
    : `${code}.clone(memory_format=torch.contiguous_format)`;

const spectralNorm = (a: string, into: Into): string =>
  `${namesIn[into.name].linalg}.norm(${a}, ${into.name === 'torch' ? 'ord=2' : '2'})`;

/** A derivative of a built-in function in other functions; null where it has no other words. */
function slopeOf({ fn, order }: Extract<Expr, { kind: 'call' }>, u: Expr): Expr | null {
  const other = order === 1 ? slope(fn, u) : slopeInWords(fn, order, u);
  return other?.kind === 'call' && other.order > 0 ? slopeInWords(fn, order, u) : other;
}

function callCode(e: Extract<Expr, { kind: 'call' }>, into: Into): string {
  const { of, softmax } = namesIn[into.name];
  const [arg] = e.args;
  if (!e.builtin || arg === undefined) return into.beyond(e);
  const u = codeIn(arg, into);
  if (e.order === 0) {
    switch (e.fn) {
      case 'softmax':
        return `${softmax}(${u}, ${into.name === 'torch' ? 'dim' : 'axis'}=-1)`;
      case 'tanh':
        return `${of}.tanh(${u})`;
      case 'sigmoid':
        return into.name === 'torch' ? `torch.sigmoid(${u})` : `(1 / (1 + ${of}.exp(-${u})))`;
      case 'relu':
        return into.name === 'torch' ? `torch.relu(${u})` : `${of}.maximum(${u}, 0)`;
      case 'softplus':
        return into.name === 'torch'
          ? `torch.nn.functional.softplus(${u})`
          : `${of}.logaddexp(${u}, 0.0)`;
      case 'square':
        return `(${u} ** 2)`;
      case 'identity':
        return u;
    }
  }
  // sigmoid'(u) in functions that the package has
  const other = e.fn === 'relu' ? null : slopeOf(e, arg);
  if (other !== null) return codeIn(other, into);
  if (e.order === 1 && e.fn === 'relu')
    return into.name === 'torch' ? `(${u} > 0).to(${u}.dtype)` : `(${u} > 0).astype(float)`;
  return into.beyond(e);
}
