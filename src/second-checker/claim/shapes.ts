/**
 * The shape of every expression: upwards from what is declared, downwards to 0, I and ones, which
 * take it from their place.
 */
import { multiplied } from '../dims.ts';
import { alike } from '../dims.ts';
import { summed } from './sums-of-dims.ts';
import {
  unread,
  type Declared,
  type Expr,
  type Node,
  type RandomName,
  type Shape,
} from './tree.ts';

/** What names mean at a place. */
export interface Names {
  readonly declared: ReadonlyMap<string, Declared>;
  /** The end of the range of each bound index. */
  readonly indices: ReadonlyMap<string, string>;
  readonly dims: ReadonlySet<string>;
  /** What has a law: it has a value inside E[..] alone. */
  readonly random: readonly RandomName[];
}

export const rowsOf = (s: Shape): string => (s.length === 0 ? '1' : (s[0] as string));
export const columnsOf = (s: Shape): string => (s.length < 2 ? '1' : (s[1] as string));
export const matrixShape = (m: string, n: string): Shape =>
  n !== '1' ? [m, n] : m !== '1' ? [m] : [];
const flipped = (s: Shape): Shape => (s.length === 0 ? s : matrixShape(columnsOf(s), rowsOf(s)));
const isZero = (e: Expr): boolean => e.k === 'number' && e.n === 0n;
const arg = (e: { readonly args: readonly Expr[] }, i: number): Expr =>
  e.args[i] ?? unread('an argument');

const mustBe = (s: Shape, wanted: Shape, what: string): Shape =>
  alike(s, wanted)
    ? s
    : unread(
        `${what} of the shapes ${s.join('×') || 'scalar'} and ${wanted.join('×') || 'scalar'}`,
      );
const square = (s: Shape, what: string): Shape =>
  s.length === 0 || (s.length === 2 && s[0] === s[1])
    ? s
    : unread(`${what} of a non-square matrix`);

function productShape(a: Shape, b: Shape): Shape {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (columnsOf(a) !== rowsOf(b)) return unread('a product of shapes that do not fit');
  return matrixShape(rowsOf(a), columnsOf(b));
}

/** Does it take the shape of its neighbour in a product, as I and c I do? */
const isUnitLike = (e: Expr): boolean =>
  (e.k === 'constant' && e.which === 'I') ||
  (e.k === 'apply' &&
    ['add', 'sub', 'neg', 'mul', 'div', 'transpose'].includes(e.op) &&
    e.args.some(isUnitLike));

export class Shapes {
  readonly #names: Names;
  constructor(names: Names) {
    this.#names = names;
  }

  /** The shape, where the expression tells it by itself; undefined where only its place does. */
  guess(e: Expr): Shape | undefined {
    if (e.shape) return e.shape;
    switch (e.k) {
      case 'number':
        return isZero(e) ? undefined : [];
      case 'dim':
      case 'index':
      case 'reduce':
        return e.k === 'reduce' ? this.#reduced(e).guess(e.args[0]) : [];
      case 'mean':
        return this.#inMean(e).guess(e.args[0]);
      case 'constant':
        return undefined;
      case 'variable':
      case 'entry':
      case 'call':
      case 'jet':
      case 'derivative':
        return this.#own(e);
      case 'apply':
        return this.#applied(e);
    }
  }

  #applied(e: Node<'apply'>): Shape | undefined {
    const [a, b] = e.args.map((x) => this.guess(x));
    switch (e.op) {
      case 'add':
      case 'sub':
      case 'hadamard':
        return a ?? b;
      case 'neg':
      case 'div':
      case 'pow':
      case 'entrypow':
      case 'inv':
      case 'adj':
      case 'abs':
      case 'sign':
      case 'sqrtm':
        return a;
      case 'quotient':
      case 'max':
      case 'min':
        return a ?? b;
      case 'grid':
        return this.#grid(e).shape;
      case 'transpose':
        return a && flipped(a);
      case 'mul':
        if (a && b) return productShape(a, b);
        if (isZero(arg(e, 0))) return b;
        if (isZero(arg(e, 1))) return a;
        if (!a && b && isUnitLike(arg(e, 0))) return b.length > 0 ? b : undefined;
        if (a && !b && isUnitLike(arg(e, 1))) return a.length > 0 ? a : undefined;
        if (!a && b && b.length > 0) return this.#onesRow(arg(e, 0), b);
        return a && a.length > 0 && this.#isOnes(arg(e, 1))
          ? matrixShape(rowsOf(a), '1')
          : undefined;
      case 'pinv':
        return (
          a &&
          (a.length === 0 || a[0] === '1'
            ? flipped(a)
            : a.length === 1
              ? ['1', a[0] as string]
              : flipped(a))
        );
      case 'diag':
        return (
          a &&
          (a.length === 0
            ? a
            : a.length === 1
              ? [a[0] as string, a[0] as string]
              : [square(a, 'diag')[0] as string])
        );
      case 'vec':
        return a && matrixShape(multiplied(rowsOf(a), columnsOf(a)), '1');
      case 'kron':
        return (
          a &&
          b &&
          matrixShape(multiplied(rowsOf(a), rowsOf(b)), multiplied(columnsOf(a), columnsOf(b)))
        );
      case 'ker':
        return a && matrixShape(columnsOf(a), '1');
      case 'modulus':
        return a && matrixShape(columnsOf(a), columnsOf(a));
      case 'exp':
      case 'log':
      case 'sqrt':
      case 'sin':
      case 'cos':
        if (isZero(arg(e, 0))) return [];
        return a && (a.length > 1 && a[0] !== '1' ? unread(`${e.op} of a matrix`) : a);
      default:
        return [];
    }
  }
  /** The rows and columns of every block; what no block of a row or column tells is 1, for 0. */
  #grid(e: Node<'apply'>): { rows: string[]; columns: string[]; shape: Shape } {
    const width = e.nth ?? 1;
    const told = e.args.map((x) => this.guess(x));
    const side = (list: readonly (Shape | undefined)[], of: (s: Shape) => string): string => {
      const all = new Set(list.flatMap((s) => (s ? [of(s)] : [])));
      return all.size > 1 ? unread('blocks that do not fit') : ([...all][0] ?? '1');
    };
    const rows = Array.from({ length: e.args.length / width }, (_, i) =>
      side(told.slice(i * width, (i + 1) * width), rowsOf),
    );
    const columns = Array.from({ length: width }, (_, j) =>
      side(
        told.filter((_s, k) => k % width === j),
        columnsOf,
      ),
    );
    return { rows, columns, shape: matrixShape(summed(...rows), summed(...columns)) };
  }
  #isOnes(e: Expr): boolean {
    return e.k === 'constant' && e.which === 'ones';
  }
  /** ones' A is a row. */
  #onesRow(e: Expr, b: Shape): Shape | undefined {
    return e.k === 'apply' && e.op === 'transpose' && this.#isOnes(arg(e, 0))
      ? matrixShape('1', columnsOf(b))
      : undefined;
  }

  #tensor(name: string): Shape {
    const d = this.#names.declared.get(name);
    return d?.type.k === 'tensor' ? d.type.shape : unread(`the name ${name}`);
  }
  #own(e: Node<'variable' | 'entry' | 'call' | 'jet' | 'derivative'>): Shape {
    if (e.k === 'variable') {
      if (!this.#names.declared.has(e.name)) return unread(`the name ${e.name}`);
      return this.#tensor(e.name);
    }
    if (e.k === 'derivative') return this.#derived(e);
    if (e.k === 'entry') return this.#entry(e);
    const d = this.#names.declared.get(e.fn);
    if (e.k === 'jet') {
      if (d?.type.k !== 'function') return unread(`${e.which} of ${e.fn}`);
      const [x] = d.type.inputs;
      const y = d.type.output;
      if (d.type.inputs.length !== 1 || x === undefined)
        return unread(`${e.which} of a function of several arguments`);
      if (e.which === 'jac') return matrixShape(y ?? '1', x ?? '1');
      if (y !== null) return unread(`${e.which} of a function whose values are vectors`);
      return x === null ? [] : e.which === 'grad' ? [x] : [x, x];
    }
    if (d?.type.k === 'function') return d.type.output === null ? [] : [d.type.output];
    const [u] = e.args;
    if (u && isZero(u)) return [];
    return (u && this.guess(u)) ?? unread(`${e.fn} of an expression without a known shape`);
  }
  #derived(e: Node<'derivative'>): Shape {
    const x = this.#tensor(e.by);
    const y = this.guess(e.args[0]) ?? [];
    if (e.which === 'jac')
      return x.length < 2 && y.length < 2
        ? matrixShape(rowsOf(y), rowsOf(x))
        : unread('jac by a matrix');
    if (y.length > 0) return unread(`${e.which} of something other than a scalar`);
    if (e.which === 'grad') return x;
    return x.length < 2 ? matrixShape(rowsOf(x), rowsOf(x)) : unread('hess by a matrix');
  }
  #entry(e: Node<'entry'>): Shape {
    const of = this.guess(e.args[0]) ?? unread('an entry of an expression without a known shape');
    if (of.length === 0 || e.places.length !== of.length) return unread('these entries');
    if (of.length === 1) return e.places[0] ? [] : of;
    const [row, column] = e.places;
    return matrixShape(row ? '1' : rowsOf(of), column ? '1' : columnsOf(of));
  }
  #reduced(e: Node<'reduce'>): Shapes {
    const to = e.to ?? unread('a sum without a range');
    return new Shapes({
      ...this.#names,
      indices: new Map([...this.#names.indices, [e.index, to]]),
    });
  }

  #inMean(e: Node<'mean'>): Shapes {
    const more = e.over.map((r) => [r.declared.name, r.declared] as const);
    return new Shapes({ ...this.#names, declared: new Map([...this.#names.declared, ...more]) });
  }

  /** Gives an expression, and all in it, its shape. */
  settle(e: Expr, shape: Shape): void {
    const known = this.guess(e);
    if (known) mustBe(known, shape, 'two sides');
    e.shape = shape;
    switch (e.k) {
      case 'number':
        if (shape.length > 0 && !isZero(e)) unread('a number for a matrix');
        return;
      case 'constant':
        if (e.which === 'I' && shape.length > 0) square(shape, 'I');
        if (e.which === 'ones' && shape.length > 1) unread('ones for a matrix');
        return;
      case 'reduce':
        return this.#reduced(e).settle(e.args[0], shape);
      case 'mean':
        return this.#inMean(e).settle(e.args[0], shape);
      case 'derivative':
        return this.settle(e.args[0], this.guess(e.args[0]) ?? []);
      case 'entry':
        return this.alone(e.args[0]);
      case 'call': {
        const d = this.#names.declared.get(e.fn);
        if (d?.type.k !== 'function')
          return e.args.length === 1 ? this.settle(arg(e, 0), shape) : unread(`${e.fn} of several`);
        return this.#inputs(d.type.inputs, e.args);
      }
      case 'jet': {
        const d = this.#names.declared.get(e.fn);
        return d?.type.k === 'function' ? this.#inputs(d.type.inputs, e.args) : unread(e.fn);
      }
      case 'apply':
        return this.#settleApplied(e, shape);
      default:
        return;
    }
  }
  #inputs(inputs: readonly (string | null)[], list: readonly Expr[]): void {
    if (inputs.length !== list.length) unread('a function with another number of arguments');
    list.forEach((u, i) => this.settle(u, inputs[i] === null ? [] : [inputs[i] as string]));
  }
  /** An expression whose place does not tell its shape. */
  alone(e: Expr): void {
    this.settle(e, this.guess(e) ?? unread('0, I or ones of an unknown shape'));
  }
  scalar(e: Expr): void {
    this.settle(e, []);
  }
  /** Both of one shape, which one of them tells; two numbers are scalars. */
  alike(a: Expr, b: Expr): void {
    const shape =
      this.guess(a) ??
      this.guess(b) ??
      (isZero(a) && isZero(b) ? [] : unread('two sides without a shape'));
    this.settle(a, shape);
    this.settle(b, shape);
  }

  #settleApplied(e: Node<'apply'>, shape: Shape): void {
    const [a, b] = [arg(e, 0), e.args[1]];
    switch (e.op) {
      case 'add':
      case 'sub':
      case 'hadamard':
        this.settle(a, shape);
        return this.settle(b as Expr, shape);
      case 'neg':
        return this.settle(a, shape);
      case 'div':
        this.settle(a, shape);
        return this.scalar(b as Expr);
      case 'pow':
        this.settle(a, square(shape, 'a power'));
        return this.scalar(b as Expr);
      case 'entrypow':
        this.settle(a, shape);
        return this.scalar(b as Expr);
      case 'quotient':
      case 'max':
      case 'min':
        this.settle(a, shape);
        return this.settle(b as Expr, shape);
      case 'grid': {
        const { rows, columns } = this.#grid(e);
        const width = e.nth ?? 1;
        return e.args.forEach((x, k) =>
          this.settle(
            x,
            matrixShape(rows[Math.floor(k / width)] as string, columns[k % width] as string),
          ),
        );
      }
      case 'transpose':
        return this.settle(a, flipped(shape));
      case 'inv':
      case 'adj':
      case 'sqrtm':
        return this.settle(a, square(shape, e.op));
      case 'mul':
        return this.#settleProduct(a, b as Expr, shape);
      case 'kron':
      case 'dot':
        this.alone(a);
        this.alone(b as Expr);
        if (e.op === 'dot') mustBe(a.shape as Shape, (b as Expr).shape as Shape, 'dot');
        return;
      case 'exp':
      case 'log':
      case 'sqrt':
      case 'sin':
      case 'cos':
      case 'abs':
      case 'sign':
        return this.settle(a, shape);
      case 'total':
      case 'average':
      case 'norm1':
        this.alone(a);
        return (a.shape as Shape).length === 2 && rowsOf(a.shape as Shape) !== '1'
          ? unread(`${e.op} of a matrix`)
          : undefined;
      case 'bars':
        this.alone(a);
        return (a.shape as Shape).length === 2 && rowsOf(a.shape as Shape) !== '1'
          ? unread('bars around a matrix')
          : undefined;
      default:
        this.alone(a);
        if (['tr', 'det', 'logdet', 'lambda'].includes(e.op)) square(a.shape as Shape, e.op);
    }
  }
  #settleProduct(a: Expr, b: Expr, shape: Shape): void {
    const zero = isZero(a) ? a : isZero(b) ? b : null;
    if (zero) {
      this.scalar(zero);
      return this.settle(zero === a ? b : a, shape);
    }
    const [s, t] = [this.guess(a), this.guess(b)];
    if (s && t) {
      this.settle(a, s);
      this.settle(b, t);
      mustBe(productShape(s, t), shape, 'a product');
    } else if (s) {
      this.settle(a, s);
      this.settle(b, s.length === 0 ? shape : matrixShape(columnsOf(s), columnsOf(shape)));
    } else if (t) {
      this.settle(a, t.length === 0 ? shape : matrixShape(rowsOf(shape), rowsOf(t)));
      this.settle(b, t);
    } else if (this.#isOnes(a)) {
      this.settle(a, matrixShape(rowsOf(shape), '1'));
      this.settle(b, matrixShape('1', columnsOf(shape)));
    } else unread('a product of two that take their shape from their place');
  }
}
