/** Parses declarations: dimensions, types, attributes and laws. */
import { attributes, ClaimError, type Attribute, type Span } from './ast.ts';
import { productDim, sumDim } from '../operators/dimension.ts';
import type { Cursor } from './cursor.ts';
import { keywords, nearest } from './names.ts';
import { placeText } from './layers.ts';
import { parseIndex, parseRange, wholeNumber } from './parse-index.ts';
import { parseLaw } from './parse-law.ts';
import type { DeclarationSyntax, DimSyntax, TakenAttribute, TypeSyntax } from './syntax.ts';

const startsDim = (c: Cursor, ahead = 0): boolean => {
  const token = c.peek(ahead);
  return (
    token.kind === 'number' ||
    (token.kind === 'name' &&
      !keywords.has(token.text) &&
      !(attributes as readonly string[]).includes(token.text))
  );
};

/** × or an `x` that stands between two dimensions. */
const takeTimes = (c: Cursor): boolean => {
  if (c.take('×')) return true;
  if (!c.is('x') || !(startsDim(c, 1) || c.is('(', 1))) return false;
  c.next();
  return true;
};

/** A dimension of a tensor, a product or a sum of dimensions, as `m*p` and `m+n`. */
const parseDims = (c: Cursor): DimSyntax => {
  let dim = parseFactors(c);
  while (c.take('+')) dim = joinedDims(dim, parseFactors(c), sumDim);
  if (c.is('-'))
    throw c.unsupported('a dimension that is a difference', c.token, 'give it a name of its own');
  return dim;
};

const parseFactors = (c: Cursor): DimSyntax => {
  let dim = parseFactor(c);
  while (c.take('*')) dim = joinedDims(dim, parseFactor(c), productDim);
  return dim;
};

const joinedDims = (
  a: DimSyntax,
  b: DimSyntax,
  join: (...dims: readonly string[]) => string,
): DimSyntax => ({ dim: join(a.dim, b.dim), span: { start: a.span.start, end: b.span.end } });

const parseFactor = (c: Cursor): DimSyntax => {
  const open = c.take('(');
  if (!open) return parseDim(c);
  const { dim } = c.inside(() => parseDims(c));
  return { dim, span: { start: open.start, end: c.want(')', 'after the dimension').end } };
};

const parseDim = (c: Cursor): DimSyntax => {
  const token = c.token;
  if (token.kind === 'number') {
    const value = wholeNumber(c, 'a whole number as dimension');
    if (value === 0) throw new ClaimError('a dimension is a positive whole number, not 0', token);
    return { dim: String(value), span: token };
  }
  if (!startsDim(c)) throw c.expected('a dimension, as n or 2');
  c.next();
  if (c.is('[')) {
    const { index, span } = parseIndex(c);
    return {
      dim: `${token.text}[${placeText(index)}]`,
      span: { start: token.start, end: span.end },
    };
  }
  return { dim: token.text, span: token };
};

/** `R` or `R^n`; null is the real line. */
const parseSpace = (c: Cursor): DimSyntax | null => {
  if (!c.take('R')) throw c.expected('R or R^n in the type of a function');
  return c.take('^') ? parseFactor(c) : null;
};

const parseFunctionType = (c: Cursor, start: number): TypeSyntax => {
  const inputs = [parseSpace(c)];
  while (takeTimes(c)) inputs.push(parseSpace(c));
  if (!c.is('->')) {
    const only = inputs.length === 1 ? inputs[0] : undefined;
    throw new ClaimError(
      'R^n stands in the type of a function only, as in R^n -> R',
      { start, end: c.last.end },
      only === undefined
        ? null
        : only
          ? `a vector is written ‘v: ${only.dim}’`
          : 'a number is written ‘c: scalar’',
    );
  }
  c.next();
  const output = parseSpace(c);
  return { kind: 'function', inputs, output, span: { start, end: c.last.end } };
};

/** `z: complex` is a number: the word is followed by no dimension. */
const endsType = (c: Cursor): boolean => !startsDim(c, 1) && !c.is('(', 1) && !takesTimes(c);
const takesTimes = (c: Cursor): boolean => c.is('×', 1);

const parseType = (c: Cursor): TypeSyntax => {
  const { start, end } = c.token;
  if (c.take('scalar') || (c.is('complex') && endsType(c)))
    return { kind: 'tensor', dims: [], span: { start, end } };
  if (c.take('activation')) return { kind: 'activation', span: { start, end } };
  if (c.is('R')) return parseFunctionType(c, start);
  if (!startsDim(c) && !c.is('('))
    throw c.expected('a type: scalar, a dimension as n, m×n, R^n -> R or activation');
  const dims = [parseDims(c)];
  while (takeTimes(c)) dims.push(parseDims(c));
  return { kind: 'tensor', dims, span: { start, end: c.last.end } };
};

/** What the words of complex matrices mean of real ones. */
const adjoints: ReadonlyMap<string, Attribute> = new Map([
  ['hermitian', 'symmetric'],
  ['unitary', 'orthogonal'],
]);

/** An attribute behind a type or behind `is`; null where there is none. */
export const takeAttribute = (c: Cursor): TakenAttribute | null => {
  const { start } = c.token;
  if (c.is('one') && c.is('-', 1) && c.is('to', 2) && c.is('-', 3) && c.is('one', 4)) {
    for (let i = 0; i < 5; i++) c.next();
    return { attribute: 'one-to-one', span: { start, end: c.last.end } };
  }
  const adjoint = adjoints.get(c.token.text);
  if (adjoint) {
    c.next();
    return { attribute: adjoint, adjoint: true, span: { start, end: c.last.end } };
  }
  const found = attributes.find((a) => c.is(a));
  if (found === undefined) return null;
  c.next();
  return { attribute: found, span: { start, end: c.last.end } };
};

export const unknownAttribute = (c: Cursor): ClaimError => {
  const near = c.token.kind === 'name' ? nearest(c.token.text, [...attributes, 'for']) : null;
  return c.expected(
    `an attribute: ${attributes.join(', ')}`,
    near === null ? null : `did you mean ‘${near}’?`,
  );
};

/** Whether the cursor stands at `A:`, `A, B:` or `q[i]:`. */
export const startsDeclaration = (c: Cursor): boolean => {
  for (let at = 0; c.peek(at).kind === 'name'; ) {
    at++;
    if (c.is('[', at)) {
      while (!c.is(']', at)) {
        if (c.peek(at).kind === 'end' || c.peek(at).kind === 'separator') return false;
        at++;
      }
      at++;
    }
    if (c.is(':', at)) return true;
    if (!c.is(',', at)) return false;
    at++;
  }
  return false;
};

/** `A, B: n×n invertible`, `q[i]: m for i in 1..N`. */
export const parseDeclaration = (c: Cursor): DeclarationSyntax => {
  const { start } = c.token;
  const names: { name: string; span: Span; index: string | null }[] = [];
  do {
    const name = c.name('a name to declare');
    let index: string | null = null;
    if (c.take('[')) {
      index = c.name('the name of an index').text;
      if (c.is(',')) throw c.unsupported('families with two indices', c.token);
      c.want(']', 'after the index');
    }
    names.push({ name: name.text, span: name, index });
  } while (c.take(','));
  c.want(':', 'and a type after the name');
  const type = parseType(c);
  const found: TakenAttribute[] = [];
  let complex = false;
  for (;;) {
    const attribute = takeAttribute(c);
    if (attribute) found.push(attribute);
    else if (c.take('complex')) complex = true;
    else break;
  }
  const law = c.take('~') ? parseLaw(c) : null;
  const range = c.take('for') ? parseRange(c) : null;
  if (c.token.kind === 'name' && !keywords.has(c.token.text)) {
    const previous = c.last.text;
    if (type.kind === 'tensor' && found.length === 0 && !nearest(c.token.text, attributes)) {
      throw c.expected(
        'an attribute or the end of the declaration',
        `a matrix is written ‘${previous}×${c.token.text}’`,
      );
    }
    throw unknownAttribute(c);
  }
  return { names, type, attributes: found, complex, law, range, span: { start, end: c.last.end } };
};
