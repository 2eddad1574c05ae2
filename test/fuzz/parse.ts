/**
 * A reader for the identities that the fuzzer starts from, of its own: `*` for products, `I{n}`,
 * `0{m,n}`, `ones{n}`.
 */
import {
  node,
  number,
  relation,
  variable,
  type Claim,
  type Declared,
  type Expr,
  type Formula,
  type Shape,
} from './tree.ts';

const base: ReadonlyMap<string, Partial<Declared> & { shape: Shape }> = new Map(
  Object.entries({
    ...Object.fromEntries(
      ['A', 'B', 'C', 'D', 'Q', 'H', 'S', 'P', 'R'].map((k) => [k, { shape: ['n', 'n'] }]),
    ),
    ...Object.fromEntries(['W', 'V'].map((k) => [k, { shape: ['m', 'n'] }])),
    U: { shape: ['n', 'm'] },
    ...Object.fromEntries(['x', 'y', 'u', 'v', 'p'].map((k) => [k, { shape: ['n'] }])),
    z: { shape: ['m'] },
    ...Object.fromEntries(['a', 'b', 'c', 's', 't'].map((k) => [k, { shape: [] }])),
    q: { shape: ['n'], family: 'N' },
    r: { shape: [], family: 'N' },
    phi: { shape: [], sort: 'activation' as const },
    f: { shape: ['n'], sort: 'function' as const },
    F: { shape: ['n', 'm'], sort: 'function' as const },
    g: { shape: ['n'], law: '1' },
    h: { shape: [], law: '1' },
    e: { shape: [], law: 'rademacher' },
  }),
);

const scalarWords = new Set(
  'tr det logdet rank sigma_max sigma_min nuclear norm normF norm1 norminf sum mean lambda_max lambda_min lambda[1] lambda[2] dot'.split(
    ' ',
  ),
);
const flipped = (s: Shape): Shape =>
  s.length === 0
    ? s
    : s.length === 1
      ? ['1', s[0] as string]
      : s[0] === '1'
        ? [s[1] as string]
        : [s[1] as string, s[0] as string];

const product = (a: Expr, b: Expr): Expr => {
  if (a.shape.length === 0) return node('mul', b.shape, [a, b]);
  if (b.shape.length === 0) return node('mul', a.shape, [a, b]);
  const [r, c] = [a.shape[0] as string, b.shape[1]];
  const outer = c === undefined ? [r] : [r, c];
  return node('mul', r === '1' ? (c === undefined ? [] : ['1', c]) : outer, [a, b]);
};

class Reader {
  private readonly tokens: string[];
  private at = 0;
  private readonly names: ReadonlyMap<string, Declared>;

  constructor(text: string, names: ReadonlyMap<string, Declared>) {
    this.tokens =
      text.match(
        /lambda\[\d\]|[A-Za-z_]\w*'*(?=\()|[A-Za-z_]\w*|\d+|\.\*|\.\/|<=>|=>|>>=|<<=|<=|>=|!=|~~|\.\.|\S/g,
      ) ?? [];
    this.names = names;
  }

  private take(): string {
    return this.tokens[this.at++] ?? '';
  }
  private next(...wanted: string[]): boolean {
    return wanted.includes(this.tokens[this.at] ?? '');
  }
  private expect(token: string): void {
    const found = this.take();
    if (found !== token)
      throw new Error(`${token} expected, not ${found}, in ${this.tokens.join(' ')}`);
  }

  formula(): Formula {
    const first = this.one();
    if (!this.next('=>', '<=>', 'and', 'or')) return first;
    const kind = this.take() as 'and';
    return { kind, parts: [first, this.formula()] };
  }

  private one(): Formula {
    if (this.next('not')) {
      this.take();
      return { kind: 'not', body: this.one() };
    }
    const left = this.sum();
    const sign = this.take();
    if (sign === 'is') return { kind: 'is', of: left, attribute: this.take() };
    return relation(sign, left, this.sum());
  }

  private sum(): Expr {
    let left = this.next('-')
      ? (this.take(), ((x: Expr) => node('neg', x.shape, [x]))(this.term()))
      : this.term();
    while (this.next('+', '-')) {
      const op = this.take() === '+' ? 'add' : 'sub';
      left = node(op, left.shape, [left, this.term()]);
    }
    return left;
  }

  private term(): Expr {
    let left = this.power();
    while (this.next('*', '.*', '/', './')) {
      const sign = this.take();
      const right = this.power();
      left =
        sign === '*'
          ? product(left, right)
          : node({ '.*': 'hadamard', '/': 'div', './': 'quotient' }[sign] as string, left.shape, [
              left,
              right,
            ]);
    }
    return left;
  }

  private power(): Expr {
    let left = this.atom();
    while (this.next("'", '^', '['))
      if (this.next("'")) {
        this.take();
        left = node('transpose', flipped(left.shape), [left]);
      } else if (this.next('^')) {
        this.take();
        const minus = this.next('-') ? this.take() : '';
        left = node('power', left.shape, [left], minus + this.take());
      } else left = this.entry(left);
    return left;
  }

  private entry(body: Expr): Expr {
    const at: string[] = [];
    this.take();
    while (!this.next(']')) {
      at.push(this.take());
      if (this.next(',')) this.take();
    }
    this.take();
    return node(
      'entry',
      at.includes(':') ? [body.shape[at.indexOf(':')] as string] : [],
      [body],
      '',
      at,
    );
  }

  private bracketed(open = '(', close = ')'): Expr[] {
    this.expect(open);
    const all = [this.sum()];
    while (this.next(',')) {
      this.take();
      all.push(this.sum());
    }
    this.expect(close);
    return all;
  }

  private shape(): Shape {
    this.expect('{');
    const all: string[] = [];
    while (!this.next('}')) {
      all.push(this.take());
      if (this.next(',')) this.take();
    }
    this.take();
    return all;
  }

  private atom(): Expr {
    if (this.next('(')) return this.bracketed()[0] as Expr;
    if (this.next('|')) {
      this.take();
      const body = this.sum();
      this.expect('|');
      return node('bars', [], [body]);
    }
    const word = this.take();
    if (word === 'I' || (word === '0' && this.next('{')) || word === 'ones') {
      const shape = this.shape();
      return node(
        'constant',
        word === 'I' ? [shape[0] as string, shape[0] as string] : shape,
        [],
        word,
      );
    }
    if (/^\d/.test(word)) return number(word);
    if (['grad', 'jac', 'hess'].includes(word)) return this.derivative(word);
    if (['sum', 'mean'].includes(word) && this.next('[')) return this.over(word);
    if (word === 'E') return node('expectation', [], this.bracketed('[', ']'));
    const d = this.names.get(word);
    if (d?.family !== undefined) {
      this.expect('[');
      const index = this.take();
      this.expect(']');
      return variable(d, [index]);
    }
    if (d && d.sort !== 'tensor') {
      const [x] = this.bracketed() as [Expr];
      return node('call', d.sort === 'activation' ? x.shape : d.shape.slice(1), [x], d.name);
    }
    if (d) return variable(d);
    if (this.next('(')) return this.applied(word);
    return node(/^[nmN]$/.test(word) ? 'dimension' : 'index', [], [], word);
  }

  private applied(word: string): Expr {
    const args = this.bracketed();
    const s = (args[0] as Expr).shape;
    const extreme = (word === 'max' || word === 'min') && args.length === 1;
    const shape: Shape =
      scalarWords.has(word) || extreme
        ? []
        : word === 'diag'
          ? s.length === 1
            ? [s[0] as string, s[0] as string]
            : [s[0] as string]
          : word === 'eig'
            ? [s[0] as string]
            : word === 'pinv'
              ? flipped(s)
              : s;
    return node('fn', shape, args, word);
  }

  private over(word: string): Expr {
    this.take();
    const index = this.take();
    this.expect('in');
    this.expect('1');
    this.expect('..');
    const to = this.take();
    this.expect(']');
    const [body] = this.bracketed() as [Expr];
    return node(`${word}-over`, body.shape, [body], '', [index, to]);
  }

  private derivative(which: string): Expr {
    const jet = this.next('(');
    const [by] = jet ? [(this.take(), this.take())] : (this.take(), [this.take()]);
    this.take();
    const [body] = this.bracketed() as [Expr];
    const d = this.names.get(by as string) as Declared;
    const from = jet ? [d.shape[0] as string] : d.shape;
    const out = jet ? d.shape.slice(1) : body.shape;
    const shape =
      which === 'grad'
        ? from
        : which === 'hess'
          ? [from[0] as string, from[0] as string]
          : [out[0] as string, from[0] as string];
    return node(jet ? 'jet' : 'derivative', shape, [body], which, [by as string]);
  }
}

/** `A pd, x; hypothesis |- conclusion`. */
export function readIdentity(text: string): Claim {
  const [before = '', after = ''] = text.split(' |- ');
  const [names = '', ...hypotheses] = before.split(';');
  const declared = names.split(',').map((one): Declared => {
    const [name = '', ...attributes] = one.trim().split(/\s+/);
    const found = base.get(name);
    if (!found) throw new Error(`no type for ${name} in ${text}`);
    return { sort: 'tensor', ...found, name, attributes };
  });
  const table = new Map(declared.map((d) => [d.name, d]));
  return {
    declared,
    hypotheses: hypotheses.map((h) => new Reader(h, table).formula()),
    conclusion: new Reader(after, table).formula(),
  };
}
