/** Parses expressions: operators by precedence, postfix primes and powers. */
import { ClaimError, type DerivativeKind } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { builtinActivations, derivatives, isCalledOperator, keywords } from './names.ts';
import { parseAtom, parseEntry } from './parse-atom.ts';
import { joined, make, type Syntax } from './syntax.ts';

const apply = (operator: string, args: readonly Syntax[], start: number, end: number): Syntax =>
  make({ kind: 'apply', operator, args }, { start, end });

const infix = (operator: string, left: Syntax, right: Syntax): Syntax =>
  make({ kind: 'apply', operator, args: [left, right] }, joined(left.span, right.span));

/**
 * A bar after an operand closes the bar that is open, unless white space stands before it alone.
 */
const opensBar = (c: Cursor): boolean => {
  const { token } = c;
  if (token.kind !== 'sign' || (token.text !== '|' && token.text !== '‖')) return false;
  if (c.bar !== token.text) return c.bar === null || token.spaced;
  return token.spaced && !c.peek(1).spaced && c.peek(1).kind !== 'end';
};

const startsOperand = (c: Cursor): boolean => {
  const { token } = c;
  if (token.kind === 'number') return true;
  if (token.kind === 'name')
    return !keywords.has(token.text) && (token.text !== 'kron' || isCall(c));
  return c.is('(') || c.is('[') || opensBar(c);
};

/** The exponent of `^`: a number, a name or brackets, with a sign. */
const parseExponent = (c: Cursor): Syntax => {
  const sign = c.take('-');
  const atom = parseAtom(c);
  return sign ? apply('neg', [atom], sign.start, atom.span.end) : atom;
};

const parsePostfix = (c: Cursor): Syntax => {
  let node = parseAtom(c);
  for (;;) {
    if (c.is('[') && !c.token.spaced) node = parseEntry(c, node);
    else if (c.is("'")) {
      const prime = c.next();
      node = apply('transpose', [node], node.span.start, prime.end);
    } else if (c.take('.^')) {
      const exponent = parseExponent(c);
      node = apply('entrypow', [node, exponent], node.span.start, exponent.span.end);
    } else if (c.take('^')) {
      const exponent = parseExponent(c);
      node = apply('pow', [node, exponent], node.span.start, exponent.span.end);
      if (c.is('^'))
        throw new ClaimError(
          'a power of a power can be read in two ways',
          c.token,
          'write brackets: (a^b)^c or a^(b^c)',
        );
    } else return node;
  }
};

/**
 * Is it `kron(A, B)`, not the sign between `A kron (B C)`: a comma stands in the parenthesis that
 * follows?
 */
const isCall = (c: Cursor): boolean => {
  if (!c.is('kron') || !c.is('(', 1)) return false;
  for (
    let at = 2, depth = 1;
    depth > 0 && c.peek(at).kind !== 'end' && c.peek(at).kind !== 'separator';
    at++
  ) {
    if (c.is(',', at) && depth === 1) return true;
    depth += ['(', '[', '{'].some((s) => c.is(s, at))
      ? 1
      : [')', ']', '}'].some((s) => c.is(s, at))
        ? -1
        : 0;
  }
  return false;
};

/** After `*`, `/` and their like a minus may stand before the factor. */
const parseFactor = (c: Cursor): Syntax => {
  const sign = c.take('-');
  if (!sign) return parsePostfix(c);
  const factor = c.inside(() => parseFactor(c));
  return apply('neg', [factor], sign.start, factor.span.end);
};

const productSigns: ReadonlyMap<string, string> = new Map([
  ['*', 'mul'],
  ['.*', 'hadamard'],
  ['./', 'quotient'],
  ['/', 'div'],
  ['kron', 'kron'],
]);

/** What to write instead of `×`: for `A n×n` a declaration, which has a colon. */
const insteadOfTimes = (before: Syntax, c: Cursor): string => {
  const [name, rows] =
    before.kind === 'apply' && before.operator === 'mul' ? before.args : [undefined, undefined];
  return name?.kind === 'name' && rows?.kind === 'name' && c.peek(1).kind === 'name'
    ? `to declare ${name.name}, write a colon: ${name.name}: ${rows.name}×${c.peek(1).text}`
    : 'write A B for a product, A .* B for the entrywise one, a cross product by its entries';
};

const parseProduct = (c: Cursor): Syntax => {
  let node = parsePostfix(c);
  for (;;) {
    const operator = isCall(c)
      ? undefined
      : c.token.kind === 'sign' || c.token.kind === 'name'
        ? productSigns.get(c.token.text)
        : undefined;
    if (operator !== undefined) {
      c.next();
      node = infix(operator, node, parseFactor(c));
    } else if (c.is('×'))
      throw new ClaimError('× is read between dimensions only', c.token, insteadOfTimes(node, c));
    else if (startsOperand(c)) node = infix('mul', node, parsePostfix(c));
    else return node;
  }
};

/** A minus before a product is read after it: `-A B` is `-(A B)`. */
const parseSigned = (c: Cursor): Syntax => {
  const sign = c.take('-');
  if (!sign) return parseProduct(c);
  const body = c.inside(() => parseSigned(c));
  return apply('neg', [body], sign.start, body.span.end);
};

/** A sum: the widest expression without a relation. */
export const parseSum = (c: Cursor): Syntax => {
  let node = parseSigned(c);
  for (;;) {
    if (c.take('+')) node = infix('add', node, parseSigned(c));
    else if (c.take('-')) node = infix('sub', node, parseSigned(c));
    else return node;
  }
};

/** Whether a parenthesis behind this name means application. */
export const isApplied = (c: Cursor, name: string): boolean =>
  c.functions.has(name) ||
  (!c.declared.has(name) && (isCalledOperator(name) || builtinActivations.has(name)));

export const isDerivative = (name: string): name is DerivativeKind =>
  (derivatives as readonly string[]).includes(name);
