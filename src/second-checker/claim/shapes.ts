/**
 * The shape of every expression: upwards from what is declared, downwards to 0, I and ones, which
 * take it from their place.
 */
import {
  columnsOf,
  flipped,
  isOnes,
  isZero,
  matrixShape,
  mustBe,
  productShape,
  rowsOf,
  square,
} from './shape-rules.ts';
import { unread, type Expr, type Node, type Shape } from './tree.ts';
import { arg, KnownShapes, type Names } from './known-shapes.ts';

export class Shapes {
  readonly #names: Names;
  readonly #known: KnownShapes;
  constructor(names: Names) {
    this.#names = names;
    this.#known = new KnownShapes(names);
  }

  /** The shape, where the expression tells it by itself; undefined where only its place does. */
  guess(e: Expr): Shape | undefined {
    return this.#known.guess(e);
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
        return new Shapes(this.#known.inRange(e)).settle(e.args[0], shape);
      case 'mean':
        return new Shapes(this.#known.inMean(e)).settle(e.args[0], shape);
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
      case 'quotient':
      case 'max':
      case 'min':
        this.settle(a, shape);
        return this.settle(b as Expr, shape);
      case 'div':
      case 'entrypow':
        this.settle(a, shape);
        return this.scalar(b as Expr);
      case 'pow':
        this.settle(a, square(shape, 'a power'));
        return this.scalar(b as Expr);
      case 'neg':
      case 'exp':
      case 'log':
      case 'sqrt':
      case 'sin':
      case 'cos':
      case 'abs':
      case 'sign':
        return this.settle(a, shape);
      case 'grid':
        return this.#settleGrid(e);
      case 'transpose':
        return this.settle(a, flipped(shape));
      case 'inv':
      case 'adj':
      case 'sqrtm':
      case 'expm':
      case 'logm':
        return this.settle(a, square(shape, e.op));
      case 'mul':
        return this.#settleProduct(a, b as Expr, shape);
      case 'kron':
        this.alone(a);
        return this.alone(b as Expr);
      case 'dot':
        return this.alike(a, b as Expr);
      case 'total':
      case 'average':
      case 'norm1':
      case 'norminf':
      case 'largest':
      case 'smallest':
      case 'bars':
        return this.#settleVector(a, e.op);
      default:
        this.alone(a);
        if (['tr', 'det', 'logdet', 'lambda'].includes(e.op)) square(a.shape as Shape, e.op);
    }
  }
  /** What is a number or a vector, of a shape of its own. */
  #settleVector(e: Expr, operator: string): void {
    this.alone(e);
    const shape = e.shape as Shape;
    if (shape.length === 2 && rowsOf(shape) !== '1') unread(`${operator} of a matrix`);
  }
  #settleGrid(e: Node<'apply'>): void {
    const { rows, columns } = this.#known.grid(e);
    const width = e.nth ?? 1;
    e.args.forEach((x, k) => {
      const [m, n] = [rows[Math.floor(k / width)] as string, columns[k % width] as string];
      this.settle(x, matrixShape(m, n));
    });
  }
  /** ones, with numbers before and under it: a column, however many rows it has. */
  #isMultipleOfOnes(e: Expr): boolean {
    if (isOnes(e)) return true;
    if (e.k !== 'apply') return false;
    const [a, b] = e.args;
    if (e.op === 'neg' || e.op === 'div') return a !== undefined && this.#isMultipleOfOnes(a);
    return (
      e.op === 'mul' &&
      a !== undefined &&
      b !== undefined &&
      this.guess(a)?.length === 0 &&
      this.#isMultipleOfOnes(b)
    );
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
    } else if (this.#isMultipleOfOnes(a)) {
      this.settle(a, matrixShape(rowsOf(shape), '1'));
      this.settle(b, matrixShape('1', columnsOf(shape)));
    } else unread('a product of two that take their shape from their place');
  }
}
