/** Expressions: sums of products of powers of atoms. */
import type { Cursor } from './lexer.ts';
import { summed } from './sums-of-dims.ts';
import { unread, type At, type Expr } from './tree.ts';

export const activations: ReadonlySet<string> = new Set([
  'relu',
  'leakyrelu',
  'tanh',
  'sigmoid',
  'softplus',
  'gelu',
  'silu',
  'erf',
  'square',
  'identity',
  'softmax',
]);
/** Operators that are written as calls, with how many arguments. */
const ofOne =
  'inv adj pinv tr det logdet rank diag vec norm normF sigma_max sigma_min nuclear norm1 norminf ' +
  'exp log sqrt sin cos abs sign sqrtm modulus expm logm';
const called: ReadonlyMap<string, number> = new Map([
  ...ofOne.split(' ').map((name) => [name, 1] as const),
  ['kron', 2],
  ['dot', 2],
  ['max', 2],
  ['min', 2],
]);
/** What max and min are called where they have one argument, a vector. */
const ofOneVector: ReadonlyMap<string, string> = new Map([
  ['max', 'largest'],
  ['min', 'smallest'],
]);
export const calledOperators: readonly string[] = [...called.keys()];
/** Operators with a number in square brackets. */
const numbered: ReadonlySet<string> = new Set(['lambda', 'kyfan', 'schatten']);
const words = new Set(['and', 'or', 'not', 'forall', 'exists', 'is', 'in', 'for']);

export const apply = (op: string, ...args: readonly Expr[]): Expr => ({ k: 'apply', op, args });
const isNumber = (e: Expr): e is Extract<Expr, { k: 'number' }> => e.k === 'number';
const negative = (e: Expr): Expr =>
  isNumber(e) ? { k: 'number', n: -e.n, d: e.d } : apply('neg', e);
/** A quotient of two numbers is a number. */
const quotient = (a: Expr, b: Expr): Expr =>
  isNumber(a) && isNumber(b) && b.n !== 0n
    ? { k: 'number', n: a.n * b.d, d: a.d * b.n }
    : apply('div', a, b);

const startsAtom = (c: Cursor): boolean => {
  const token = c.peek();
  if (token.kind === 'number' || c.is('(') || c.is('[')) return true;
  if (token.kind === 'name') return !words.has(token.text);
  if (!c.is('|')) return false;
  return !c.bars || (token.spaced && !c.peek(1).spaced && c.peek(1).kind !== 'end');
};

export function readSum(c: Cursor): Expr {
  let sum = readSigned(c);
  for (;;) {
    if (c.take('+')) sum = apply('add', sum, readSigned(c));
    else if (c.take('-')) sum = apply('sub', sum, readSigned(c));
    else return sum;
  }
}
const readSigned = (c: Cursor): Expr => (c.take('-') ? negative(readSigned(c)) : readProduct(c));

function readProduct(c: Cursor): Expr {
  let product = readPower(c);
  for (;;) {
    if (c.take('*')) product = apply('mul', product, readFactor(c));
    else if (c.take('.*')) product = apply('hadamard', product, readFactor(c));
    else if (c.take('/')) product = quotient(product, readFactor(c));
    else if (c.take('./')) product = apply('quotient', product, readFactor(c));
    else if (startsAtom(c)) product = apply('mul', product, readPower(c));
    else return product;
  }
}
const readFactor = (c: Cursor): Expr => (c.take('-') ? negative(readFactor(c)) : readPower(c));

function readPower(c: Cursor): Expr {
  let e = readAtom(c);
  for (;;) {
    if (c.is('[') && !c.peek().spaced) e = { k: 'entry', places: readPlaces(c), args: [e] };
    else if (c.take("'")) e = apply('transpose', e);
    else if (c.is('^') || c.is('.^')) {
      const op = c.next().text === '^' ? 'pow' : 'entrypow';
      const exponent = c.take('-') ? negative(readAtom(c)) : readAtom(c);
      e = apply(op, e, exponent);
      if (exponent.k === 'number' && c.is('/') && !c.peek().spaced)
        unread('an exponent without brackets that may be a fraction');
      if (c.is('^') || c.is('.^')) unread('a power of a power without brackets');
    } else return e;
  }
}

const numberOf = (text: string): Expr => {
  const [whole = '', rest = ''] = text.split('.');
  return { k: 'number', n: BigInt(whole + rest), d: 10n ** BigInt(rest.length) };
};

function readAtom(c: Cursor): Expr {
  const token = c.peek();
  if (token.kind === 'number') return numberOf(c.next().text);
  if (token.kind === 'name') return readNamed(c);
  if (c.take('|')) {
    const body = c.inside(() => readSum(c), true);
    c.want('|');
    return apply('bars', body);
  }
  if (c.take('[')) return c.inside(() => readGrid(c));
  c.want('(');
  const body = c.inside(() => readSum(c));
  c.want(')');
  return body;
}

/** `[a, b; c, d]`, row by row. */
function readGrid(c: Cursor): Expr {
  const rows: Expr[][] = [];
  do {
    const row: Expr[] = [];
    do row.push(readSum(c));
    while (c.take(','));
    rows.push(row);
  } while (c.take(';'));
  c.want(']');
  const [first = []] = rows;
  if (rows.some((row) => row.length !== first.length)) unread('rows of different lengths');
  return { k: 'apply', op: 'grid', args: rows.flat(), nth: first.length };
}

function readAt(c: Cursor): At {
  const token = c.next();
  if (token.kind === 'number') return { name: null, plus: Number(token.text) };
  if (token.kind !== 'name') return unread(`the index ${token.text}`);
  const sign = c.take('+') ? 1 : c.take('-') ? -1 : 0;
  if (sign === 0) return { name: token.text, plus: 0 };
  return { name: token.text, plus: sign * Number(c.next().text) };
}
function readPlaces(c: Cursor): (At | null)[] {
  c.want('[');
  const places: (At | null)[] = [];
  do places.push(c.take(':') ? null : readAt(c));
  while (c.take(','));
  c.want(']');
  return places;
}
/** One index, where the brackets hold one. */
const oneIndex = (c: Cursor): At | null => {
  if (!c.is('[')) return null;
  const [at, more] = readPlaces(c);
  return at && more === undefined ? at : unread('these indices');
};
function readArguments(c: Cursor): Expr[] {
  c.want('(');
  const list: Expr[] = [];
  c.inside(() => {
    do list.push(readSum(c));
    while (c.take(','));
  });
  c.want(')');
  return list;
}
const readOne = (c: Cursor): readonly [Expr] => {
  const [only, more] = readArguments(c);
  return only && !more ? [only] : unread('more than one argument');
};

function readNamed(c: Cursor): Expr {
  const name = c.name();
  if (words.has(name)) return unread(`${name} where an expression is wanted`);
  if (c.declared.has(name) && !c.functions.has(name)) return readVariable(c, name);
  if (name === 'grad' || name === 'jac' || name === 'hess') return readDerivative(c, name);
  if (name === 'sum' || name === 'mean' || name === 'prod') return readReduced(c, name);
  if (name === 'expect' || (name === 'E' && c.is('['))) return readMean(c, name === 'E');
  if (name === 'ker') return apply('ker', ...readOne(c));
  if (numbered.has(name) && c.is('[')) {
    const at = oneIndex(c);
    if (!at || at.name !== null) return unread(`${name} of no number`);
    return { k: 'apply', op: name, args: readOne(c), nth: at.plus };
  }
  const arity = called.get(name);
  if (arity !== undefined && !c.functions.has(name)) {
    const list = readArguments(c);
    const alone = list.length === 1 ? ofOneVector.get(name) : undefined;
    if (alone !== undefined) return apply(alone, ...list);
    return list.length === arity ? apply(name, ...list) : unread(`${name} of ${list.length}`);
  }
  return c.functions.has(name) || activations.has(name) ? readCall(c, name) : readVariable(c, name);
}

function readMean(c: Cursor, isShort: boolean): Expr {
  c.want(isShort ? '[' : '(');
  const body = c.inside(() => readSum(c));
  c.want(isShort ? ']' : ')');
  return { k: 'mean', over: [], args: [body] };
}

function readVariable(c: Cursor, name: string): Expr {
  if (!c.declared.has(name) && name === 'I') return { k: 'constant', which: 'I' };
  if (!c.declared.has(name) && name === 'ones') return { k: 'constant', which: 'ones' };
  if (!c.is('[') || c.peek().spaced) return { k: 'variable', name, at: null };
  const places = readPlaces(c);
  // whether it is a member or an entry, the declaration tells
  return { k: 'entry', places, args: [{ k: 'variable', name, at: null }] };
}

function readCall(c: Cursor, name: string): Expr {
  const at = oneIndex(c);
  let primes = 0;
  while (c.is("'", primes)) primes++;
  if (!c.is('(', primes)) return unread(`the function ${name} without an argument`);
  for (let k = 0; k < primes; k++) c.next();
  return { k: 'call', fn: name, at, primes, args: readArguments(c) };
}

function readReduced(c: Cursor, how: 'sum' | 'mean' | 'prod'): Expr {
  if (!c.take('['))
    return how === 'prod'
      ? unread('a product over no index')
      : apply(how === 'sum' ? 'total' : 'average', ...readOne(c));
  const index = c.name();
  let to: string | null = null;
  if (how === 'prod' && c.take('=')) to = readEnd(c);
  else if (c.take('in')) to = readEnd(c);
  c.want(']');
  return { k: 'reduce', how, index, to, args: readOne(c) };
}
/** `1..N`. */
export function readEnd(c: Cursor): string {
  if (c.next().text !== '1') return unread('a range that does not begin at 1');
  c.want('..');
  const dims: string[] = [];
  do {
    const token = c.next();
    if (token.kind !== 'name' && token.kind !== 'number') return unread('the end of this range');
    dims.push(token.text);
  } while (c.take('+'));
  if (c.is('-') || c.is('*')) return unread('the end of this range');
  return summed(...dims);
}

function readDerivative(c: Cursor, which: string): Expr {
  if (c.take('[')) {
    const by = c.name();
    const at = oneIndex(c);
    c.want(']');
    return { k: 'derivative', which, by, at, args: readOne(c) };
  }
  c.want('(');
  const fn = c.name();
  const at = oneIndex(c);
  c.want(')');
  return { k: 'jet', which, fn, at, args: readArguments(c) };
}
