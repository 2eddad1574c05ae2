/** The real and the imaginary part of an expression. */
import type { Expr, Index } from '../ast.ts';
import { read } from './algebra.ts';
import { apply, doubled, numberOf, type Pair } from './build.ts';
import { lengthSquared } from './lengths.ts';
import { refused } from './refused.ts';
import type { ComplexName } from './written.ts';

/** Complex names at a place of the claim. */
export type ComplexNames = ReadonlyMap<string, ComplexName>;

/** The imaginary unit, where the claim gives the name to nothing else. */
export const isUnit = (e: Expr): boolean =>
  e.kind === 'variable' && e.name === 'i' && e.index === null && e.imaginary === true;

/** G' G, of which both parts are real expressions. */
const gram = (a: Pair & { readonly im: Expr }): Pair => {
  const { span } = a.re;
  const times = (x: Expr, y: Expr): Expr => apply('mul', [apply('transpose', [x], span), y], span);
  return {
    re: apply('add', [times(a.re, a.re), times(a.im, a.im)], span),
    im: apply('sub', [times(a.re, a.im), times(a.im, a.re)], span),
    whole: times(doubled(a), doubled(a)),
  };
};

export const variablePair = (of: ComplexName, index: Index | null, e: Expr): Pair => {
  const part = (name: string): Expr => ({
    kind: 'variable',
    name,
    index,
    shape: e.shape,
    span: e.span,
  });
  const plain = { re: part(of.re), im: part(of.im) };
  return of.gram ? gram(plain) : plain;
};

const squares = new Set(['bars', 'norm', 'normF']);

/** An even power of a length is a polynomial, which needs no root. */
const evenPower = (e: Extract<Expr, { kind: 'operator' }>, names: ComplexNames): Expr | null => {
  const [base, exponent] = e.args;
  if (e.operator !== 'pow' || base?.kind !== 'operator' || exponent?.kind !== 'number') return null;
  const of = base.args[0] as Expr;
  const k = Number(exponent.value);
  const plain = of.shape.length < 2 || of.shape[0] === '1';
  if (!squares.has(base.operator) || !(k >= 2) || k % 2 !== 0) return null;
  if (!plain && base.operator !== 'normF') return null;
  const pair = pairOf(of, names);
  if (pair.im === null) return null;
  const square = lengthSquared(pair);
  return k === 2 ? square : apply('pow', [square, numberOf(String(k / 2), e.span)], e.span);
};

const through = (e: Expr, names: ComplexNames, wrap: (body: Expr) => Expr, body: Expr): Pair => {
  const { re, im } = pairOf(body, names);
  return { re: wrap(re), im: im && wrap(im) };
};

const realOnly = (e: Expr, args: readonly Expr[], names: ComplexNames, what: string): Expr[] =>
  args.map((a) => {
    const { re, im } = pairOf(a, names);
    if (im !== null) throw refused(what, e.span);
    return re;
  });

/** Throws `ClaimError` where the expression has no reading over the complex numbers. */
export const pairOf = (e: Expr, names: ComplexNames): Pair => {
  switch (e.kind) {
    case 'number':
    case 'dimension':
    case 'index':
    case 'constant':
      return { re: e, im: null };
    case 'variable': {
      if (isUnit(e)) return { re: numberOf('0', e.span), im: numberOf('1', e.span) };
      const found = names.get(e.name);
      return found ? variablePair(found, e.index, e) : { re: e, im: null };
    }
    case 'operator': {
      const square = evenPower(e, names);
      if (square) return { re: square, im: null };
      return read(
        e,
        e.args.map((a) => pairOf(a, names)),
      );
    }
    case 'call':
    case 'jet':
      return {
        re: { ...e, args: realOnly(e, e.args, names, `${e.fn} of a complex argument`) },
        im: null,
      };
    case 'derivative':
      if (names.has(e.by)) throw refused('a derivative by a complex variable', e.span);
      return through(e, names, (body) => ({ ...e, body }), e.body);
    case 'entry':
      return through(e, names, (body) => ({ ...e, body }), e.body);
    case 'reduce':
      return through(e, names, (body) => ({ ...e, body }), e.body);
    case 'expectation':
      return through(e, names, (body) => ({ ...e, body }), e.body);
    case 'product': {
      const [body] = realOnly(e, [e.body], names, 'prod[..] of complex factors');
      return { re: { ...e, body: body as Expr }, im: null };
    }
    case 'kernel': {
      const [of] = realOnly(e, [e.of], names, 'the kernel of a complex matrix');
      return { re: { ...e, of: of as Expr }, im: null };
    }
  }
};
