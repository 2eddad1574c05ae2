/** What each operator does to real and imaginary parts. */
import type { Expr } from '../ast.ts';
import {
  apply,
  doubled,
  firstColumn,
  minus,
  negative,
  oneAboveTheOther,
  plus,
  sideBySide,
  signsInFront,
  type Pair,
} from './build.ts';
import { half, lengthSquared, power } from './lengths.ts';
import { refused } from './refused.ts';

type Operator = Extract<Expr, { kind: 'operator' }>;
type Reading = (e: Operator, args: readonly Pair[]) => Pair;

const arg = (args: readonly Pair[], at: number): Pair => args[at] as Pair;
const real = (re: Expr): Pair => ({ re, im: null });

/** Each part by itself. */
const linear: Reading = (e, args) => {
  const a = arg(args, 0);
  const of = (x: Expr): Expr =>
    signsInFront([x], (bare) => apply(e.operator, bare, e.span, e.params));
  return { re: of(a.re), im: a.im && of(a.im) };
};

const bilinear: Reading = (e, args) => {
  const [a, b] = [arg(args, 0), arg(args, 1)];
  const of = (x: Expr | null, y: Expr | null): Expr | null =>
    x && y && signsInFront([x, y], (bare) => apply(e.operator, bare, e.span, e.params));
  return {
    re: minus(of(a.re, b.re), of(a.im, b.im)) as Expr,
    im: plus(of(a.re, b.im), of(a.im, b.re)),
  };
};

export const conjugate = ({ re, im }: Pair): Pair => ({ re, im: im && negative(im) });

const sums: Reading = (e, args) => {
  const [a, b] = [arg(args, 0), arg(args, 1)];
  const joined = e.operator === 'add' ? plus : minus;
  return { re: joined(a.re, b.re) as Expr, im: joined(a.im, b.im) };
};

/** The conjugate transpose. */
const adjoint: Reading = (e, args) => {
  const a = conjugate(arg(args, 0));
  const of = (x: Expr): Expr =>
    x.shape.length === 0 ? x : signsInFront([x], (bare) => apply('transpose', bare, e.span));
  return { re: of(a.re), im: a.im && of(a.im) };
};

const divided: Reading = (e, args) => {
  const [a, c] = [arg(args, 0), arg(args, 1)];
  const by = (x: Expr, s: Expr): Expr => apply('div', [x, s], e.span);
  if (c.im === null) return { re: by(a.re, c.re), im: a.im && by(a.im, c.re) };
  const product = { ...e, operator: 'mul' };
  const { re, im } = bilinear(product, [a, conjugate(c)]);
  const size = lengthSquared(c);
  return { re: by(re, size), im: im && by(im, size) };
};

const joined: Reading = (e, args) => ({
  re: apply(
    'blocks',
    args.map((a) => a.re),
    e.span,
    e.params,
  ),
  im: apply(
    'blocks',
    args.map(({ re, im }) => im ?? apply('sub', [re, re], e.span)),
    e.span,
    e.params,
  ),
});

/** A function of matrices that takes the doubled form of A to that of f(A). */
const ofDoubled: Reading = (e, args) => {
  const [a, ...others] = args as readonly [Pair, ...Pair[]];
  const whole = apply(e.operator, [doubled(a), ...others.map((o) => o.re)], e.span, e.params);
  const [rows = '1', columns = '1'] = e.shape;
  return firstColumn(whole, rows, columns);
};

/** A number that the doubled form has, too. */
const same: Reading = (e, [a]) => real(apply(e.operator, [doubled(a as Pair)], e.span, e.params));
/** One that counts every singular value, which the doubled form has twice. */
const halved: Reading = (e, args) => real(half(same(e, args).re));

const length: Reading = (e, args) => {
  const a = arg(args, 0);
  const matrix = a.re.shape.length === 2 && a.re.shape[0] !== '1';
  if (matrix && e.operator === 'norm') return same(e, args);
  if (a.re.shape.length === 0) return real(apply('sqrt', [lengthSquared(a)], e.span));
  if (a.re.shape.length === 1) return real(apply('norm', [oneAboveTheOther(a)], e.span));
  return real(apply(matrix ? 'normF' : 'norm', [sideBySide(a)], e.span));
};

/** Each eigenvalue of a hermitian matrix stands twice in the doubled form. */
const eigenvalue: Reading = (e, args) =>
  same({ ...e, params: e.params.map((k) => 2 * k - 1) }, args);

const raised: Reading = (e, args) => {
  const exponent = arg(args, 1).re;
  if (arg(args, 1).im !== null || exponent.kind !== 'number' || exponent.value.includes('/'))
    throw refused(
      'this power of a complex number or matrix',
      e.span,
      'write a whole number, as in A^3',
    );
  const k = Number(exponent.value);
  const base = k < 0 ? inverse(e, arg(args, 0)) : arg(args, 0);
  return power(base, Math.abs(k), e.span, (x, y) => bilinear({ ...e, operator: 'mul' }, [x, y]));
};

const inverse = (e: Operator, a: Pair): Pair =>
  a.re.shape.length === 0
    ? divided(e, [{ re: { kind: 'number', value: '1', shape: [], span: e.span }, im: null }, a])
    : ofDoubled({ ...e, operator: 'inv' }, [a]);

const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ...['neg', 'tr', 'diag', 'vec', 'sum', 'mean'].map((name) => [name, linear] as const),
  ...['mul', 'hadamard', 'kron'].map((name) => [name, bilinear] as const),
  ...['inv', 'pinv', 'sqrtm', 'modulus', 'expm', 'logm', 'matpow'].map(
    (name) => [name, ofDoubled] as const,
  ),
  ...['sigma_max', 'sigma_min', 'lambda_max', 'lambda_min'].map((name) => [name, same] as const),
  ...['rank', 'nuclear'].map((name) => [name, halved] as const),
  ...['bars', 'norm', 'normF'].map((name) => [name, length] as const),
  ['add', sums],
  ['sub', sums],
  ['div', divided],
  ['blocks', joined],
  ['lambda', eigenvalue],
  ['pow', raised],
]);

/** `det` and its like have other words to say it. */
const instead: ReadonlyMap<string, string> = new Map([
  ['det', "write lambda[k](A), or the entries, or prove |det(A)|^2 from A' A"],
  ['logdet', 'write lambda[k](A) of a hermitian matrix'],
  ['dot', "write x' y, which is linear in y, or y' x"],
  ['entrypow', 'write A .* A'],
]);

/** Operators that go with doubling, and what each is of doubled forms. */
const homomorphisms: ReadonlyMap<string, string> = new Map([
  ['add', 'add'],
  ['sub', 'sub'],
  ['neg', 'neg'],
  ['mul', 'mul'],
  ['adjoint', 'transpose'],
]);

/** The doubled form from those of the arguments, where they are matrices, vectors or real numbers. */
const wholeOf = (e: Operator, args: readonly Pair[]): Expr | undefined => {
  const name = homomorphisms.get(e.operator);
  if (name === undefined || e.shape.length === 0) return undefined;
  if (args.some((a) => a.re.shape.length === 0 && (a.im || name !== 'mul'))) return undefined;
  const wholes = args.map((a) => (a.re.shape.length === 0 ? a.re : doubled(a)));
  return apply(name, wholes, e.span);
};

/** The parts of an operator's value from those of its arguments, with its doubled form. */
export const read: Reading = (e, args) => {
  const found = readParts(e, args);
  if (found.im === null || found.whole) return found;
  const cut = args.some((a) => a.cut);
  const whole = wholeOf(e, args);
  return whole ? { ...found, whole, cut } : found;
};

const readParts: Reading = (e, args) => {
  const [first] = args;
  if (e.operator === 'adjoint') return adjoint(e, args);
  switch (e.operator) {
    case 'conj':
      return conjugate(first as Pair);
    case 're':
      return real((first as Pair).re);
    case 'im':
      return real(
        (first as Pair).im ?? apply('sub', [(first as Pair).re, (first as Pair).re], e.span),
      );
  }
  if (args.every((a) => a.im === null)) return real({ ...e, args: args.map((a) => a.re) });
  const reading = readings.get(e.operator);
  if (reading) return reading(e, args);
  throw refused(`${e.operator} of a complex argument`, e.span, instead.get(e.operator) ?? null);
};
