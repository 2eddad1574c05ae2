/**
 * The fuzzer's own trees of claims, and how they are written: it shares no code with the program.
 */

/** `[]` a scalar, `[n]` a column, `[m, n]` a matrix, `['1', n]` a row. */
export type Shape = readonly string[];

export interface Expr {
  readonly op: string;
  readonly args: readonly Expr[];
  readonly shape: Shape;
  /** Name of a variable, function, dimension or running index; the digits of a number. */
  readonly name: string;
  /** Places in brackets, `:` for a whole axis; the index and the end of a sum's range. */
  readonly at: readonly string[];
}

export type Formula =
  | { readonly kind: 'relation'; readonly sign: string; readonly sides: readonly [Expr, Expr] }
  | { readonly kind: 'is'; readonly of: Expr; readonly attribute: string }
  | { readonly kind: 'and' | 'or' | '=>' | '<=>'; readonly parts: readonly [Formula, Formula] }
  | { readonly kind: 'not'; readonly body: Formula }
  | { readonly kind: 'forall' | 'exists'; readonly by: Declared; readonly body: Formula };

export interface Declared {
  readonly name: string;
  readonly shape: Shape;
  readonly attributes: readonly string[];
  /** `activation`, or inputs and outputs of a function. */
  readonly sort: 'tensor' | 'activation' | 'function';
  /** The end of the family's range. */
  readonly family?: string;
  /** `rademacher`, or the variance of a Gaussian. */
  readonly law?: string;
}

export interface Claim {
  readonly declared: readonly Declared[];
  readonly hypotheses: readonly Formula[];
  readonly conclusion: Formula;
}

export const node = (
  op: string,
  shape: Shape,
  args: readonly Expr[] = [],
  name = '',
  at: readonly string[] = [],
): Expr => ({ op, shape, args, name, at });

export const number = (value: number | string): Expr => node('number', [], [], String(value));
export const variable = (d: Declared, at: readonly string[] = []): Expr =>
  node('variable', d.shape, [], d.name, at);
export const relation = (sign: string, a: Expr, b: Expr): Formula => ({
  kind: 'relation',
  sign,
  sides: [a, b],
});

const infix: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: '+',
    sub: '-',
    mul: '*',
    hadamard: '.*',
    div: '/',
    quotient: './',
    kron: 'kron',
  }),
);

/** Everything in brackets, so that no precedence is in question. */
export function exprText(e: Expr): string {
  const args = e.args.map(exprText);
  const [a = '', b = ''] = args;
  const sign = infix.get(e.op);
  if (sign !== undefined) return `(${a} ${sign} ${b})`;
  switch (e.op) {
    case 'number':
      return /^\d+$/.test(e.name) ? e.name : `(${e.name})`;
    case 'variable':
    case 'dimension':
    case 'index':
      return e.at.length > 0 ? `${e.name}[${e.at.join(', ')}]` : e.name;
    case 'constant':
      return e.name;
    case 'neg':
      return `(-${a})`;
    case 'power':
      return `(${a}^${e.name})`;
    case 'entry-power':
      return `(${a} .^ ${e.name})`;
    case 'transpose':
      return `${a}'`;
    case 'bars':
      return `|${a}|`;
    case 'entry':
      return `(${a})[${e.at.join(', ')}]`;
    case 'sum-over':
      return `sum[${e.at[0]} in 1..${e.at[1]}](${a})`;
    case 'mean-over':
      return `mean[${e.at[0]} in 1..${e.at[1]}](${a})`;
    case 'derivative':
      return `${e.name}[${e.at[0]}](${a})`;
    case 'jet':
      return `${e.name}(${e.at[0]})(${a})`;
    case 'expectation':
      return `E[${a}]`;
    case 'literal':
      return `[${rows(args, Number(e.name)).join('; ')}]`;
    default:
      return `${e.name}(${args.join(', ')})`;
  }
}

const rows = (cells: readonly string[], width: number): string[] =>
  cells.length === 0 ? [] : [cells.slice(0, width).join(', '), ...rows(cells.slice(width), width)];

export function formulaText(f: Formula): string {
  switch (f.kind) {
    case 'relation':
      return `${exprText(f.sides[0])} ${f.sign} ${exprText(f.sides[1])}`;
    case 'is':
      return `${exprText(f.of)} is ${f.attribute}`;
    case 'not':
      return `(not (${formulaText(f.body)}))`;
    case 'forall':
    case 'exists':
      return `(${f.kind} ${declaredText(f.by)}. ${formulaText(f.body)})`;
    default:
      return `((${formulaText(f.parts[0])}) ${f.kind} (${formulaText(f.parts[1])}))`;
  }
}

export function declaredText(d: Declared): string {
  const name = d.family === undefined ? d.name : `${d.name}[i]`;
  if (d.sort === 'activation') return `${name}: activation`;
  const words = d.attributes.map((a) => ` ${a}`).join('');
  if (d.sort === 'function') {
    const [to = '', ...rest] = d.shape;
    return `${name}: R^${to} -> ${rest.length === 0 ? 'R' : `R^${rest[0]}`}`;
  }
  const type = d.shape.length === 0 ? 'scalar' : d.shape.join('×');
  const range = d.family === undefined ? '' : ` for i in 1..${d.family}`;
  const law =
    d.law === undefined ? '' : d.law === 'rademacher' ? ' ~ rademacher' : ` ~ normal(0, ${d.law})`;
  return `${name}: ${type}${words}${law}${range}`;
}

export const claimText = ({ declared, hypotheses, conclusion }: Claim): string =>
  `${[...declared.map(declaredText), ...hypotheses.map(formulaText)].join('; ')} |- ${formulaText(conclusion)}`;

export function mapExpr(e: Expr, change: (e: Expr) => Expr): Expr {
  return change({ ...e, args: e.args.map((a) => mapExpr(a, change)) });
}

export function mapFormula(f: Formula, change: (e: Expr) => Expr): Formula {
  switch (f.kind) {
    case 'relation':
      return { ...f, sides: [mapExpr(f.sides[0], change), mapExpr(f.sides[1], change)] };
    case 'is':
      return { ...f, of: mapExpr(f.of, change) };
    case 'not':
    case 'forall':
    case 'exists':
      return { ...f, body: mapFormula(f.body, change) };
    default:
      return {
        ...f,
        parts: [mapFormula(f.parts[0], change), mapFormula(f.parts[1], change)],
      };
  }
}
