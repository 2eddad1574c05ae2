/** Parses atoms: numbers, names, calls, brackets, sums and expectations. */
import { ClaimError, type Index, type Span } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { keywords } from './names.ts';
import { isApplied, isDerivative, parseSum } from './parse-expression.ts';
import { parseBlocks } from './parse-blocks.ts';
import { parseFormulaSyntax } from './parse-formula.ts';
import {
  holdsIndex,
  parseIndex,
  parsePlaces,
  parseProductRange,
  parseRange,
} from './parse-index.ts';
import { make, type Syntax } from './syntax.ts';
import type { Token } from './token.ts';

const parseArguments = (c: Cursor, of: string): readonly Syntax[] => {
  c.want('(', `and the arguments of ${of}`);
  const args: Syntax[] = [];
  c.bracketed(() => {
    do args.push(parseSum(c));
    while (c.take(','));
  });
  c.want(')', `after the arguments of ${of}`);
  return args;
};

const parseBody = (c: Cursor, of: string): readonly [Syntax] => {
  const [body, second] = parseArguments(c, of);
  if (!body || second)
    throw new ClaimError(`${of} takes one expression in brackets`, second?.span ?? c.last);
  return [body];
};

const parseBars = (c: Cursor): Syntax => {
  const open = c.next();
  const minus = c.token;
  const sign = open.text === '|' ? '|' : '‖';
  const body = c.bracketed(() => parseSum(c), sign);
  if (!c.is(sign)) {
    const turnstile = sign === '|' && minus.text === '-' && minus.start === open.end;
    throw c.expected(
      `‘${sign}’ to close the bars`,
      turnstile ? 'if the turnstile |- was meant, put spaces on both sides of it' : null,
    );
  }
  const close = c.next();
  const span = { start: open.start, end: close.end };
  if (sign === '|') return make({ kind: 'apply', operator: 'bars', args: [body] }, span);
  return make(
    {
      kind: 'call',
      name: 'norm',
      nameSpan: open,
      index: null,
      indexSpan: open,
      primes: 0,
      args: [body],
    },
    span,
  );
};

/** `sum[i](..)`, `mean[i in 1..N](..)`. */
const parseReduce = (c: Cursor, name: Token, how: 'sum' | 'mean'): Syntax => {
  c.want('[', `and an index after ${how}, as in ${how}[i](..)`);
  const range = c.is('in', 1) ? parseRange(c) : null;
  const index = range ? null : c.name('the name of an index');
  c.want(']', 'after the index');
  const body = parseBody(c, `${how}[..]`);
  return make(
    {
      kind: 'reduce',
      how,
      index: range?.index ?? index?.text ?? '',
      to: range?.to ?? null,
      rangeSpan: range?.span ?? index ?? name,
      args: body,
    },
    { start: name.start, end: c.last.end },
  );
};

/** `E[..]`, or `expect(..)` where E is a name of the claim's own. */
const parseExpectation = (c: Cursor, name: Token): Syntax => {
  const [open, close] = name.text === 'E' ? (['[', ']'] as const) : (['(', ')'] as const);
  c.want(open, 'and the expression whose mean is taken');
  const body = c.bracketed(() => parseSum(c));
  c.want(close, `to close the expectation`);
  return make({ kind: 'expectation', args: [body] }, { start: name.start, end: c.last.end });
};

/** `i` alone: what it indexes tells where the product ends. */
const parseBareRange = (c: Cursor): ReturnType<typeof parseProductRange> => {
  const { text, start, end } = c.name('the name of an index');
  return { range: { index: text, to: '', span: { start, end } }, from: 1, falling: false };
};

/** `prod[l=L..1](..)`, `prod[i](..)`. */
const parseProduct = (c: Cursor, name: Token): Syntax => {
  c.want('[', 'and a range after prod, as in prod[l=L..1](..)');
  const found = c.is('in', 1)
    ? { range: parseRange(c), from: 1, falling: false }
    : c.is(']', 1)
      ? parseBareRange(c)
      : parseProductRange(c);
  c.want(']', 'after the range');
  const args = parseBody(c, 'prod[..]');
  return make({ kind: 'product', ...found, args }, { start: name.start, end: c.last.end });
};

/** `grad[x](e)` by a variable, `grad(f)(u)` of a function at a point. */
const parseDerivative = (c: Cursor, name: Token): Syntax => {
  const which = name.text;
  if (!isDerivative(which)) throw c.expected('a derivative');
  if (c.take('[')) {
    const by = c.name('a variable to differentiate by');
    const index = c.is('[') ? parseIndex(c) : null;
    const bySpan = { start: by.start, end: index?.span.end ?? by.end };
    c.want(']', 'after the variable');
    const args = parseBody(c, `${which}[${by.text}]`);
    return make(
      { kind: 'derivative', which, by: by.text, bySpan, index: index?.index ?? null, args },
      { start: name.start, end: c.last.end },
    );
  }
  c.want(
    '(',
    `or ‘[’ after ${which}: write ${which}[x](..) by a variable, or ${which}(f)(u) of a function at a point`,
  );
  const fn = c.name('the name of a function');
  const index = c.is('[') ? parseIndex(c) : null;
  const fnSpan = { start: fn.start, end: index?.span.end ?? fn.end };
  if (!c.is(')') || !c.is('(', 1)) {
    throw new ClaimError(
      `${which}(..) takes the name of a declared function and then a point, as in ${which}(f)(u)`,
      { start: name.start, end: c.token.end },
      `for the derivative of an expression name the variable, as in ${which}[x](..)`,
    );
  }
  c.next();
  const args = parseArguments(c, `${which}(${fn.text})`);
  return make(
    { kind: 'jet', which, fn: fn.text, fnSpan, index: index?.index ?? null, args },
    { start: name.start, end: c.last.end },
  );
};

const parseCall = (c: Cursor, name: Token): Syntax => {
  const found = c.is('[') ? parseIndex(c) : null;
  const index: Index | null = found?.index ?? null;
  const indexSpan: Span = found?.span ?? name;
  let primes = 0;
  // exp.(A): entry by entry
  const dotted = !index && c.is('.') && c.is('(', 1) && !c.token.spaced && c.take('.') !== null;
  while (c.is("'", primes)) primes++;
  if (!c.is('(', primes))
    return index
      ? make(
          { kind: 'member', name: name.text, index, indexSpan },
          { start: name.start, end: indexSpan.end },
        )
      : make({ kind: 'name', name: name.text }, name);
  for (let i = 0; i < primes; i++) c.next();
  const args = parseArguments(c, name.text);
  return make(
    { kind: 'call', name: name.text, nameSpan: name, index, indexSpan, primes, dotted, args },
    { start: name.start, end: c.last.end },
  );
};

const parseNamed = (c: Cursor): Syntax => {
  const token = c.token;
  const name = token.text;
  if (keywords.has(name)) throw c.expected('an expression');
  c.next();
  if (c.declared.has(name) && !c.functions.has(name)) return parseVariable(c, token);
  if (isDerivative(name)) return parseDerivative(c, token);
  if ((name === 'sum' || name === 'mean') && !c.is('(')) return parseReduce(c, token, name);
  if (name === 'prod' && c.is('[')) return parseProduct(c, token);
  if (name === 'expect' || (name === 'E' && c.is('['))) return parseExpectation(c, token);
  if (name === 'ker')
    return make(
      { kind: 'kernel', args: parseBody(c, 'ker') },
      { start: token.start, end: c.last.end },
    );
  return isApplied(c, name) ? parseCall(c, token) : parseVariable(c, token);
};

const parseVariable = (c: Cursor, token: Token): Syntax => {
  const name = make({ kind: 'name', name: token.text }, token);
  if (!c.is('[') || (c.token.spaced && !holdsIndex(c))) return name;
  if (!holdsIndex(c)) return parseEntry(c, name);
  const { index, span } = parseIndex(c);
  return make(
    { kind: 'member', name: token.text, index, indexSpan: span },
    { start: token.start, end: span.end },
  );
};

/** The indices behind what has entries, as in `A[i,j]` and `softmax(S)[i,:]`. */
export const parseEntry = (c: Cursor, of: Syntax): Syntax => {
  const { places, span } = parsePlaces(c);
  return make(
    { kind: 'entry', places, placesSpan: span, args: [of] },
    { start: of.span.start, end: span.end },
  );
};

/** The smallest whole of an expression: a number, a name with what belongs to it, or brackets. */
export const parseAtom = (c: Cursor): Syntax => {
  const { token } = c;
  if (token.kind === 'number') {
    c.next();
    return make({ kind: 'number', text: token.text }, token);
  }
  if (token.kind === 'name') return parseNamed(c);
  if (c.is('|') || c.is('‖')) return parseBars(c);
  if (c.take('(')) {
    const node = c.bracketed(() => parseFormulaSyntax(c));
    c.want(')', 'to close the bracket');
    return node;
  }
  if (c.is('[')) return parseBlocks(c);
  if (c.is('+')) throw c.expected('an expression', 'leave the plus sign out');
  throw c.expected('an expression');
};
