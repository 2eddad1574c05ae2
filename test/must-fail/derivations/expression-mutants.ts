/**
 * Small damages to an expression, as a slip of the pen would make them; what comes out need not be
 * well-typed.
 */
import type { Expr } from '../../../src/language/ast.ts';

export interface Damaged {
  readonly what: string;
  readonly expr: Expr;
}

const operator = (name: string, args: readonly Expr[], like: Expr): Expr => ({
  kind: 'operator',
  operator: name,
  args,
  params: [],
  shape: like.shape,
  span: like.span,
});

const number = (value: string, like: Expr): Expr => ({
  kind: 'number',
  value,
  shape: [],
  span: like.span,
});

const isProduct = (e: Expr): e is Extract<Expr, { kind: 'operator' }> =>
  e.kind === 'operator' && e.operator === 'mul';

const factors = (e: Expr): Expr[] => {
  if (!isProduct(e)) return [e];
  const [left, right] = e.args as readonly [Expr, Expr];
  return [...factors(left), right];
};

const product = (list: readonly Expr[]): Expr => list.reduce((a, b) => operator('mul', [a, b], b));

/** The parts of an expression, each with what puts another in its place. */
const children = (e: Expr): { readonly part: Expr; readonly put: (x: Expr) => Expr }[] => {
  if (isProduct(e)) {
    const list = factors(e);
    return list.map((part, i) => ({ part, put: (x) => product(list.with(i, x)) }));
  }
  if ('args' in e)
    return e.args.map((part, i) => ({ part, put: (x) => ({ ...e, args: e.args.with(i, x) }) }));
  if ('body' in e) return [{ part: e.body, put: (x) => ({ ...e, body: x }) }];
  return [];
};

function* here(e: Expr, others: readonly string[]): Iterable<Damaged> {
  if (isProduct(e)) {
    const list = factors(e);
    for (const i of list.keys())
      yield { what: 'drop a factor', expr: product(list.toSpliced(i, 1)) };
    for (let i = 0; i + 1 < list.length; i++) {
      yield {
        what: 'swap two factors',
        expr: product(list.with(i, list[i + 1] as Expr).with(i + 1, list[i] as Expr)),
      };
    }
  }
  if (e.kind === 'operator' && e.operator === 'transpose')
    yield { what: 'remove a transpose', expr: e.args[0] as Expr };
  else if (e.shape.length > 0)
    yield { what: 'add a transpose', expr: operator('transpose', [e], e) };
  if (e.kind === 'constant') {
    for (const which of ['identity', 'zero', 'ones'] as const)
      if (which !== e.which) yield { what: `write ${which}`, expr: { ...e, which } };
  }
  if (e.kind === 'number')
    yield { what: 'change a number', expr: number(e.value === '2' ? '3' : '2', e) };
  if (e.kind === 'variable' && e.index === null) {
    for (const name of others)
      if (name !== e.name) yield { what: `write ${name} for ${e.name}`, expr: { ...e, name } };
  }
  if (e.kind === 'operator' && (e.operator === 'add' || e.operator === 'sub')) {
    yield { what: 'change a sign', expr: { ...e, operator: e.operator === 'add' ? 'sub' : 'add' } };
    yield { what: 'drop a term', expr: e.args[0] as Expr };
  }
}

function* inside(e: Expr, others: readonly string[]): Iterable<Damaged> {
  yield* here(e, others);
  for (const { part, put } of children(e)) {
    if (e.kind !== 'operator')
      yield { what: 'double a part', expr: put(operator('mul', [number('2', part), part], part)) };
    for (const { what, expr } of inside(part, others)) yield { what, expr: put(expr) };
  }
}

/** Every single damage to an expression; `others` are names that may be written for one another. */
export function* damaged(e: Expr, others: readonly string[]): Iterable<Damaged> {
  yield { what: 'change the coefficient', expr: operator('mul', [number('2', e), e], e) };
  yield { what: 'change its sign', expr: operator('neg', [e], e) };
  for (const which of ['identity', 'ones'] as const) {
    yield {
      what: `add ${which}`,
      expr: operator('add', [e, { kind: 'constant', which, shape: e.shape, span: e.span }], e),
    };
  }
  yield* inside(e, others);
}
