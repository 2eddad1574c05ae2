/** The shape that an expression tells by itself, upwards from what is declared. */
import {
  columnsOf,
  derivativeShape,
  diagShape,
  entryShape,
  flipped,
  type Grid,
  gridOf,
  isOnes,
  isZero,
  kronShape,
  matrixShape,
  pinvShape,
  productShape,
  rowsOf,
  vecShape,
} from './shape-rules.ts';
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

export const arg = (e: { readonly args: readonly Expr[] }, i: number): Expr =>
  e.args[i] ?? unread('an argument');

/** Does it take the shape of its neighbour in a product, as I and c I do? */
const isUnitLike = (e: Expr): boolean =>
  (e.k === 'constant' && e.which === 'I') ||
  (e.k === 'apply' &&
    ['add', 'sub', 'neg', 'mul', 'div', 'transpose'].includes(e.op) &&
    e.args.some(isUnitLike));

export class KnownShapes {
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
        return e.k === 'reduce' ? new KnownShapes(this.inRange(e)).guess(e.args[0]) : [];
      case 'mean':
        return new KnownShapes(this.inMean(e)).guess(e.args[0]);
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
      case 'expm':
      case 'logm':
        return a;
      case 'quotient':
      case 'max':
      case 'min':
        return a ?? b;
      case 'grid':
        return this.grid(e).shape;
      case 'transpose':
        return a && flipped(a);
      case 'mul':
        if (a && b) return productShape(a, b);
        if (isZero(arg(e, 0))) return b;
        if (isZero(arg(e, 1))) return a;
        if (!a && b && isUnitLike(arg(e, 0))) return b.length > 0 ? b : undefined;
        if (a && !b && isUnitLike(arg(e, 1))) return a.length > 0 ? a : undefined;
        if (!a && b && b.length > 0) return this.#onesRow(arg(e, 0), b);
        return a && a.length > 0 && isOnes(arg(e, 1)) ? matrixShape(rowsOf(a), '1') : undefined;
      case 'pinv':
        return a && pinvShape(a);
      case 'diag':
        return a && diagShape(a);
      case 'vec':
        return a && vecShape(a);
      case 'kron':
        return a && b && kronShape(a, b);
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
  grid(e: Node<'apply'>): Grid {
    return gridOf(
      e.args.map((x) => this.guess(x)),
      e.nth ?? 1,
    );
  }
  /** ones' A is a row. */
  #onesRow(e: Expr, b: Shape): Shape | undefined {
    return e.k === 'apply' && e.op === 'transpose' && isOnes(arg(e, 0))
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
    return derivativeShape(e.which, this.guess(e.args[0]) ?? [], this.#tensor(e.by));
  }
  #entry(e: Node<'entry'>): Shape {
    const of = this.guess(e.args[0]) ?? unread('an entry of an expression without a known shape');
    return entryShape(of, e.places);
  }
  /** The names under a sum, a product or a mean over an index. */
  inRange(e: Node<'reduce'>): Names {
    const to = e.to ?? unread('a sum without a range');
    return { ...this.#names, indices: new Map([...this.#names.indices, [e.index, to]]) };
  }

  inMean(e: Node<'mean'>): Names {
    const more = e.over.map((r) => [r.declared.name, r.declared] as const);
    return { ...this.#names, declared: new Map([...this.#names.declared, ...more]) };
  }
}
