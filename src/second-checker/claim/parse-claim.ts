/** Declarations, statements, and the claim as a whole. */
import { multiplied } from '../dims.ts';
import { Cursor, type Token, tokensOf } from './lexer.ts';
import { readEnd, readSum } from './parse-expression.ts';
import { isSummed, namesIn, summed } from './sums-of-dims.ts';
import { attributes, relations, reserved } from './reserved-words.ts';
import {
  type ClaimTree,
  type Declared,
  type Expr,
  type RandomName,
  type Said,
  type Shape,
  unread,
} from './tree.ts';

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

/** `A, B: n×n symmetric`, `q[i]: m for i in 1..N`. */
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

type Item = Declared & { readonly law?: RandomName['law'] };
function readDeclaration(c: Cursor): Item[] {
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

/** A name with all the declarations that hold there. */
function declaring<T>(c: Cursor, more: readonly Declared[], read: () => T): T {
  const [functions, declared] = [c.functions, c.declared];
  const applied = more.filter((d) => d.type.k !== 'tensor').map((d) => d.name);
  c.functions = new Set([...functions, ...applied]);
  c.declared = new Set([...declared, ...more.map((d) => d.name)]);
  const found = read();
  [c.functions, c.declared] = [functions, declared];
  return found;
}

function readStatement(c: Cursor): Said {
  const left = readImplied(c);
  if (!c.take('<=>')) return left;
  const both: Said = { k: 'iff', left, right: readImplied(c) };
  return c.is('<=>') ? unread('a row of <=>') : both;
}
function readImplied(c: Cursor): Said {
  const left = readOr(c);
  return c.take('=>') ? { k: 'implies', left, right: readImplied(c) } : left;
}
function readOr(c: Cursor): Said {
  let left = readAnd(c);
  while (c.take('or')) left = { k: 'or', left, right: readAnd(c) };
  return left;
}
function readAnd(c: Cursor): Said {
  let left = readNot(c);
  while (c.take('and')) left = { k: 'and', left, right: readNot(c) };
  return left;
}
function readNot(c: Cursor): Said {
  if (c.take('not')) return { k: 'not', body: c.inside(() => readNot(c)) };
  if (c.is('forall') || c.is('exists')) return readQuantified(c);
  if (c.is('(') && isStatement(c)) {
    c.next();
    const body = c.inside(() => readStatement(c));
    c.want(')');
    return body;
  }
  return readRelation(c);
}

/**
 * Does the bracket at the cursor hold a statement, and no operand? A sign or a word of statements
 * stands in it.
 */
function isStatement(c: Cursor): boolean {
  for (let depth = 0, at = 0; ; at++) {
    const { kind, text } = c.peek(at);
    if (kind === 'end') return unread('a bracket that is not closed');
    if (text === '(' || text === '[') depth++;
    if (text === ')' || text === ']') depth--;
    if (depth === 0) return false;
    const ofStatements =
      relations.has(text) ||
      ['=>', '<=>', 'is', 'not', 'forall', 'exists', 'and', 'or'].includes(text);
    if (depth === 1 && ofStatements) return true;
    if (depth > 1 && ofStatements && !c.is('[', 0)) return true;
  }
}

function readRelation(c: Cursor): Said {
  const first = readSum(c);
  if (c.take('is')) {
    const attribute = c.next().text;
    return attributes.has(attribute)
      ? { k: 'is', subject: first, attribute }
      : unread(`is ${attribute}`);
  }
  let left: Expr = first;
  let all: Said | null = null;
  while (relations.has(c.peek().text)) {
    const sign = c.next().text;
    const right = readSum(c);
    const one: Said = { k: 'relation', sign, left, right };
    all = all ? { k: 'and', left: all, right: one } : one;
    left = right;
  }
  return all ?? unread('an expression where a statement is wanted');
}

function readQuantified(c: Cursor): Said {
  const k = c.next().text as 'forall' | 'exists';
  const binders: (Declared[] | { index: string; to: string })[] = [];
  do {
    if (c.is('in', 1)) {
      const index = c.name();
      c.want('in');
      binders.push({ index, to: readEnd(c) });
      continue;
    }
    const group = readDeclaration(c);
    const last = binders.at(-1);
    if (Array.isArray(last)) last.push(...group);
    else binders.push(group);
  } while (c.take(','));
  c.want('.');
  const variables = binders.flatMap((b) => (Array.isArray(b) ? b : []));
  if (variables.some((d) => d.family)) unread('a family under a quantifier');
  if (variables.some((d: Item) => d.law)) unread('something random under a quantifier');
  const body = declaring(c, variables, () => c.inside(() => readStatement(c)));
  return binders.reduceRight<Said>((inner, b) => {
    if (Array.isArray(b)) return { k, variables: b, body: inner };
    return k === 'forall' ? { k: 'each', ...b, body: inner } : unread('exists over an index');
  }, body);
}

/** The items of a claim, between semicolons. */
function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '[') depth++;
    if (token.text === ']') depth--;
    if (token.kind === 'sign' && token.text === ';' && depth === 0) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}
const isDeclaration = (item: readonly Token[]): boolean => {
  const c = new Cursor(item);
  for (let at = 0; ; at++) {
    if (c.peek(at).kind !== 'name') return false;
    if (c.is('[', at + 1)) {
      if (!c.is(']', at + 3)) return false;
      at += 3;
    }
    if (c.is(':', at + 1)) return true;
    if (!c.is(',', at + 1)) return false;
    at++;
  }
};
function whole<T>(item: readonly Token[], c: Cursor, read: (c: Cursor) => T): T {
  const found = read(c);
  return c.peek().kind === 'end'
    ? found
    : unread(`${c.peek().text} in ${item.map((t) => t.text).join(' ')}`);
}

const dimsIn = (d: Declared): string[] => {
  const spaces =
    d.type.k === 'tensor'
      ? d.type.shape
      : d.type.k === 'function'
        ? [...d.type.inputs, d.type.output]
        : [];
  const all = [...spaces, d.family?.to ?? null].flatMap((x) => (x === null ? [] : namesIn(x)));
  return all;
};
const declaredUnder = (f: Said): readonly Declared[] =>
  f.k === 'forall' || f.k === 'exists'
    ? [...f.variables, ...declaredUnder(f.body)]
    : 'body' in f
      ? declaredUnder(f.body)
      : f.k === 'relation' || f.k === 'is' || f.k === 'off'
        ? []
        : [...declaredUnder(f.left), ...declaredUnder(f.right)];

export function parseClaim(text: string): ClaimTree {
  const tokens = tokensOf(text);
  const turnstiles = tokens.filter((t) => t.text === '|-');
  const at = tokens.findIndex((t) => t.text === '|-');
  if (turnstiles.length !== 1) return unread('a claim without one turnstile');
  const items = itemsOf(tokens.slice(0, at));
  const firstSaid = items.findIndex((item) => !isDeclaration(item));
  const heads = items.filter(isDeclaration);
  const all = heads.flatMap((item) => whole(item, new Cursor(item), readDeclaration));
  const declared = all.filter((d) => !d.law);
  const random = all.flatMap(({ law, ...d }) => (law ? [{ declared: d, law }] : []));
  const names = all.map((d) => d.name);
  if (new Set(names).size !== names.length) unread('a name that is declared twice');
  if (firstSaid >= 0 && items.slice(firstSaid).some(isDeclaration))
    unread('a declaration after a hypothesis');
  const said = (item: readonly Token[]): Said => {
    const c = new Cursor(item);
    return declaring(c, all, () => whole(item, c, readStatement));
  };
  const hypotheses = items.filter((item) => !isDeclaration(item)).map(said);
  const conclusion = said(tokens.slice(at + 1));
  const under = [...hypotheses, conclusion].flatMap(declaredUnder);
  const dims = new Set([...all, ...under].flatMap(dimsIn));
  for (const d of [...all, ...under])
    if (dims.has(d.name)) unread(`${d.name}, a dimension and a name`);
  return { declared, random, hypotheses, conclusion, dims };
}
