/** Statements, and the claim as a whole. */
import { Cursor, type Token, tokensOf } from './lexer.ts';
import { type Item, readDeclaration } from './parse-declaration.ts';
import { readEnd, readSum } from './parse-expression.ts';
import { namesIn } from './sums-of-dims.ts';
import { attributes, relations } from './reserved-words.ts';
import { type ClaimTree, type Declared, type Expr, type Said, unread } from './tree.ts';

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
