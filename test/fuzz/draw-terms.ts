/**
 * Random well-typed terms over what is declared: every operator of the language, by the shape that
 * is wanted.
 */
import type { Dice } from './dice.ts';
import { node, number, variable, type Declared, type Expr, type Shape } from './tree.ts';

const scalarWords = ['exp', 'log', 'sqrt', 'sin', 'cos', 'abs', 'sign'];
const activationWords = [
  'relu',
  'leakyrelu',
  'tanh',
  'sigmoid',
  'softplus',
  'gelu',
  'silu',
  'erf',
  'square',
  'identity',
];
const dims = ['n', 'm'];

export const same = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((d, i) => d === b[i]);

export class Terms {
  private readonly dice: Dice;
  private readonly declared: readonly Declared[];
  /** Random variables may stand here. */
  private within = false;

  constructor(dice: Dice, declared: readonly Declared[]) {
    this.dice = dice;
    this.declared = declared;
  }

  term(shape: Shape, depth: number, indices: readonly string[] = []): Expr {
    const ways = depth <= 0 ? [] : this.ways(shape, depth, indices);
    const leaf = ways.length === 0 || this.dice.chance(0.25);
    return leaf ? this.leaf(shape, indices) : this.dice.pick(ways)();
  }

  private leaf(shape: Shape, indices: readonly string[]): Expr {
    const fits = this.declared.filter(
      (d) =>
        d.sort === 'tensor' &&
        same(d.shape, shape) &&
        (d.law === undefined || this.within) &&
        (d.family === undefined || true),
    );
    if (fits.length > 0 && this.dice.chance(0.85)) {
      const d = this.dice.pick(fits);
      return variable(d, d.family === undefined ? [] : [this.member(indices)]);
    }
    if (shape.length === 0)
      return this.dice.chance(0.7)
        ? number(this.dice.pick(['1', '2', '-1', '3', '1/2', '0']))
        : indices.length > 0 && this.dice.chance(0.5)
          ? node('index', [], [], this.dice.pick(indices))
          : node('dimension', [], [], this.dice.pick(dims));
    if (shape.length === 1) return this.column(shape[0] as string);
    if (shape[0] === shape[1] && this.dice.chance(0.4))
      return node('fn', shape, [this.leaf([shape[0] as string], indices)], 'diag');
    if (shape[0] === '1')
      return node('transpose', shape, [this.leaf([shape[1] as string], indices)]);
    const [r, c] = [[shape[0] as string], [shape[1] as string]];
    return node('mul', shape, [
      this.leaf(r, indices),
      node('transpose', ['1', ...c], [this.leaf(c, indices)]),
    ]);
  }

  /** A vector where none is declared: a column or a row of a matrix. */
  private column(n: string): Expr {
    const d = this.dice.pick(
      this.declared.filter((one) => one.sort === 'tensor' && !one.law && one.shape.includes(n)),
    );
    const members = d.family === undefined ? [] : ['1'];
    const whole = variable(d, members);
    if (d.shape.length === 1) return whole;
    return d.shape[0] === n
      ? node('entry', [n], [whole], '', [':', '1'])
      : node('transpose', [n], [node('entry', ['1', n], [whole], '', ['1', ':'])]);
  }

  /** I, 0 and ones take their sizes from what they are added to. */
  private constant(shape: Shape): Expr {
    if (shape.length === 0) return number(this.dice.pick(['1', '2', '-3']));
    if (shape.length === 1) return node('constant', shape, [], 'ones');
    return node('constant', shape, [], shape[0] === shape[1] && shape[0] !== '1' ? 'I' : '0');
  }

  private member(indices: readonly string[]): string {
    return indices.includes('i') && this.dice.chance(0.8) ? 'i' : '1';
  }

  private ways(shape: Shape, depth: number, indices: readonly string[]): (() => Expr)[] {
    const t = (s: Shape): Expr => this.term(s, depth - 1, indices);
    const same2 = (op: string): Expr => node(op, shape, [t(shape), t(shape)]);
    const common = [
      () => same2('add'),
      () => same2('sub'),
      () => node('add', shape, [t(shape), this.constant(shape)]),
      () => node('neg', shape, [t(shape)]),
      () => node('mul', shape, [t([]), t(shape)]),
      () => node('div', shape, [t(shape), t([])]),
    ];
    if (shape.length === 0) return [...common, ...this.scalars(depth, indices)];
    if (shape[0] === '1') return [() => node('transpose', shape, [t([shape[1] as string])])];
    // of a matrix, exp, log, sqrt, sin and cos are not taken
    const words =
      shape.length === 2
        ? [...activationWords, 'abs', 'sign']
        : [...scalarWords, ...activationWords];
    const entrywise = [
      () => same2('hadamard'),
      () => same2('quotient'),
      () => node('entry-power', shape, [t(shape)], this.dice.pick(['2', '3', '-1'])),
      () => node('fn', shape, [t(shape)], this.dice.pick(words)),
      () => node('fn', shape, [t(shape), t(shape)], this.dice.pick(['max', 'min'])),
    ];
    const own = shape.length === 1 ? this.vectors(shape[0] as string, t) : this.matrices(shape, t);
    return [...common, ...entrywise, ...own, ...own];
  }

  private scalars(depth: number, indices: readonly string[]): (() => Expr)[] {
    const { dice } = this;
    const t = (s: Shape): Expr => this.term(s, depth - 1, indices);
    const [a, b] = [dice.pick(dims), dice.pick(dims)];
    const fn =
      (name: string, s: Shape): (() => Expr) =>
      () =>
        node('fn', [], [t(s)], name);
    const symmetric = (): Expr => {
      const m = t([a, a]);
      return dice.chance(0.5)
        ? node('add', m.shape, [m, node('transpose', m.shape, [m])])
        : node('mul', m.shape, [node('transpose', m.shape, [m]), m]);
    };
    const under = (op: string): Expr => {
      const index = indices.includes('i') ? 'j' : 'i';
      const x = this.term([a], depth - 2, indices);
      const cell = node('entry', [], [x], '', [index]);
      const rest = this.term([], depth - 2, [...indices, index]);
      return node(op, [], [node('mul', [], [cell, rest])], '', [index, a]);
    };
    const ways = [
      ...['tr', 'det', 'logdet', 'rank'].map((w) => fn(w, [a, a])),
      ...['sigma_max', 'sigma_min', 'nuclear', 'norm', 'normF', 'rank'].map((w) => fn(w, [a, b])),
      ...['norm', 'norm1', 'norminf', 'sum', 'mean', 'max', 'min'].map((w) => fn(w, [a])),
      ...[...scalarWords, ...activationWords].map((w) => fn(w, [])),
      ...['lambda_max', 'lambda_min', 'lambda[1]', 'lambda[2]'].map(
        (w) => () => node('fn', [], [symmetric()], w),
      ),
      () => node('bars', [], [t(dice.chance(0.6) ? [a] : [])]),
      () => node('mul', [], [node('transpose', ['1', a], [t([a])]), t([a])]),
      () => node('fn', [], [t([a]), t([a])], 'dot'),
      () => node('mul', [], [t([]), t([])]),
      () => node('power', [], [t([])], dice.pick(['2', '3', '-1'])),
      () => node('fn', [], [t([]), t([])], dice.pick(['max', 'min'])),
      () => node('entry', [], [t([a])], '', ['1']),
      () => node('entry', [], [t([a, b])], '', ['1', dice.pick(['1', '2'])]),
      () => under('sum-over'),
      () => under('mean-over'),
      () => node('fn', [], [t([])], `${dice.pick(activationWords)}'`),
      ...this.calls([], t),
      ...this.families([], depth, indices),
    ];
    const random = this.declared.filter((d) => d.law !== undefined);
    return random.length > 0 && !this.within
      ? [...ways, ...Array.from({ length: 8 }, () => () => this.mean(depth))]
      : ways;
  }

  /** A polynomial of something random, mostly, or one of the functions whose means are known. */
  private mean(depth: number): Expr {
    this.within = true;
    const d = this.dice.pick(this.declared.filter((one) => one.law !== undefined));
    const x = variable(d);
    const linear =
      d.shape.length === 0
        ? node('mul', [], [this.term([], 0), x])
        : node('mul', [], [node('transpose', ['1', ...d.shape], [this.term(d.shape, 0)]), x]);
    const k = this.dice.pick(['1', '2', '3', '4']);
    const body = this.dice.pick([
      () => node('power', [], [linear], k),
      () => node('fn', [], [linear], this.dice.pick(['exp', 'relu', 'sin', 'cos', 'abs', 'sign'])),
      () => node('mul', [], [linear, this.term([], depth - 1)]),
      () => this.term([], depth - 1),
    ])();
    this.within = false;
    return node('expectation', [], [body]);
  }

  private calls(shape: Shape, t: (s: Shape) => Expr): (() => Expr)[] {
    return this.declared.flatMap((d) => {
      if (d.sort === 'activation') return [() => node('call', shape, [t(shape)], d.name)];
      if (d.sort !== 'function') return [];
      const [from = '', ...to] = d.shape;
      const jets: (readonly [string, Shape])[] =
        to.length === 0
          ? [
              ['grad', [from]],
              ['hess', [from, from]],
            ]
          : [['jac', [to[0] as string, from]]];
      return [
        ...(same(to, shape) ? [() => node('call', shape, [t([from])], d.name)] : []),
        ...jets
          .filter(([, s]) => same(s, shape))
          .map(
            ([which]) =>
              () =>
                node('jet', shape, [t([from])], which, [d.name]),
          ),
      ];
    });
  }

  private families(shape: Shape, depth: number, indices: readonly string[]): (() => Expr)[] {
    const d = this.declared.find((one) => one.family !== undefined);
    if (!d || indices.length > 0) return [];
    return ['sum-over', 'mean-over'].map(
      (op) => () =>
        node(op, shape, [this.term(shape, depth - 1, ['i'])], '', ['i', d.family as string]),
    );
  }

  private derivatives(
    by: Shape,
    which: string,
    shape: Shape,
    t: (s: Shape) => Expr,
  ): (() => Expr)[] {
    const body: Shape = which === 'jac' ? [shape[0] as string] : [];
    return this.declared
      .filter((d) => d.sort === 'tensor' && d.law === undefined && !d.family && same(d.shape, by))
      .map((d) => () => node('derivative', shape, [t(body)], which, [d.name]));
  }

  private vectors(n: string, t: (s: Shape) => Expr): (() => Expr)[] {
    const m = this.dice.pick(dims);
    return [
      () => node('mul', [n], [t([n, m]), t([m])]),
      () => node('mul', [n], [t([n, m]), t([m])]),
      () => node('fn', [n], [t([n, n])], 'diag'),
      () => node('fn', [n], [t([n])], 'softmax'),
      () => node('entry', [n], [t([n, m])], '', [':', '1']),
      ...this.derivatives([n], 'grad', [n], t),
      ...this.calls([n], t),
    ];
  }

  private matrices(shape: Shape, t: (s: Shape) => Expr): (() => Expr)[] {
    const [r = '', c = ''] = shape;
    const k = this.dice.pick(dims);
    const square = ['inv', 'adj', 'pinv', 'expm'].map(
      (w) => () => node('fn', shape, [t(shape)], w),
    );
    return [
      () => node('mul', shape, [t([r, k]), t([k, c])]),
      () => node('mul', shape, [t([r, k]), t([k, c])]),
      () => node('transpose', shape, [t([c, r])]),
      () => node('mul', shape, [t([r]), node('transpose', ['1', c], [t([c])])]),
      () => node('fn', shape, [t([c, r])], 'pinv'),
      ...(r === c
        ? [
            ...square,
            () => node('fn', shape, [t([r])], 'diag'),
            () => node('power', shape, [t(shape)], this.dice.pick(['2', '3', '-1'])),
          ]
        : []),
      ...this.derivatives(shape, 'grad', shape, t),
      ...this.derivatives([c], 'jac', shape, t),
      ...(r === c ? this.derivatives([r], 'hess', shape, t) : []),
      ...this.calls(shape, t),
    ];
  }
}
