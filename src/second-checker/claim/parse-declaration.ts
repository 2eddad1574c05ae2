/** Declarations: names, their types, attributes, laws and ranges. */
import { multiplied } from '../dims.ts';
import type { Cursor } from './lexer.ts';
import { readEnd, readSum } from './parse-expression.ts';
import { isSummed, summed } from './sums-of-dims.ts';
import { attributes, reserved } from './reserved-words.ts';
import { type Declared, type Expr, type RandomName, type Shape, unread } from './tree.ts';

const fromMatrix = (m: string, n: string): Shape => (n !== '1' ? [m, n] : m !== '1' ? [m] : []);
const shapeOf = (dims: readonly string[]): Shape => {
  const [m = '1', n = '1', ...more] = dims;
  return more.length > 0 ? unread('a tensor of more than two dimensions') : fromMatrix(m, n);
};

function readDims(c: Cursor): string {
  const list = [readProduct(c)];
  while (c.take('+')) list.push(readProduct(c));
  return summed(...list);
}
function readProduct(c: Cursor): string {
  let dim = readFactor(c);
  while (c.take('*')) {
    const next = readFactor(c);
    if (isSummed(dim) || isSummed(next)) unread('a dimension that is a product of sums');
    dim = multiplied(dim, next);
  }
  return dim;
}
function readFactor(c: Cursor): string {
  if (!c.take('(')) return readDim(c);
  const dim = c.inside(() => readDims(c));
  c.want(')');
  return dim;
}
function readDim(c: Cursor): string {
  const token = c.next();
  if (token.kind === 'number' && !/^[1-9]\d*$/.test(token.text)) return unread('this dimension');
  if (token.kind !== 'number' && token.kind !== 'name')
    return unread(`the dimension ${token.text}`);
  if (c.is('[')) return unread('a dimension that varies with an index');
  return token.text;
}
function readSpace(c: Cursor): string | null {
  c.want('R');
  if (!c.take('^')) return null;
  return readSingle(readFactor(c));
}
const readSingle = (dim: string): string | null => (dim === '1' ? null : dim);

function readType(c: Cursor): Declared['type'] {
  if (c.take('scalar')) return { k: 'tensor', shape: [] };
  if (c.take('activation')) return { k: 'activation' };
  if (c.is('R') && (c.is('^', 1) || c.is('->', 1) || c.is('x', 1))) {
    const inputs = [readSpace(c)];
    while (c.take('x')) inputs.push(readSpace(c));
    c.want('->');
    return { k: 'function', inputs, output: readSpace(c) };
  }
  const dims = [readDims(c)];
  while (c.is('x') && (['number', 'name'].includes(c.peek(1).kind) || c.is('(', 1))) {
    c.next();
    dims.push(readDims(c));
  }
  return { k: 'tensor', shape: shapeOf(dims) };
}

/** Least and most parameters of each law. */
const laws: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['normal', [2, 2]],
  ['independent', [1, 4]],
  ['rademacher', [0, 0]],
]);
function readLaw(c: Cursor): RandomName['law'] {
  const kind = c.name();
  const [least, most] = laws.get(kind) ?? unread(`the law ${kind}`);
  const params: Expr[] = [];
  if (c.take('(')) {
    c.inside(() => {
      do params.push(readSum(c));
      while (c.take(','));
    });
    c.want(')');
  }
  return params.length >= least && params.length <= most
    ? { kind, params }
    : unread(`this ${kind}`);
}

/** A declared name; a random one has a law. */
export type Item = Declared & { readonly law?: RandomName['law'] };

/** `A, B: n×n symmetric`, `q[i]: m for i in 1..N`. */
export function readDeclaration(c: Cursor): Item[] {
  const names: { name: string; index: string | null }[] = [];
  do {
    const name = c.name();
    if (reserved.has(name) && name !== 'E') unread(`the name ${name}, which has a meaning`);
    const index = c.take('[') ? c.name() : null;
    if (index !== null) c.want(']');
    names.push({ name, index });
  } while (c.take(','));
  c.want(':');
  const type = readType(c);
  const said: string[] = [];
  while (attributes.has(c.peek().text)) said.push(c.next().text);
  const law = c.take('~') ? readLaw(c) : undefined;
  if (law && (said.length > 0 || type.k !== 'tensor')) unread('an attribute of something random');
  let range: { index: string; to: string } | null = null;
  if (c.take('for')) {
    const index = c.name();
    c.want('in');
    range = { index, to: readEnd(c) };
  }
  return names.map(({ name, index }) => {
    if ((index === null) !== (range === null) || (range && index !== range.index))
      return unread(`the range of ${name}`);
    return { name, type, attributes: said, family: range, ...(law && { law }) };
  });
}
