/**
 * D(e): the conditions under which an expression has a value, in the order in which it is computed.
 */
import { activations } from '../../operators/activations.ts';
import { atLeast } from '../../operators/conditions.ts';
import { operator } from '../../operators/registry.ts';
import type { Condition, Declaration, Dim, Expr, Formula, Index, Span } from '../ast.ts';
import { dependsOn } from '../depends-on.ts';
import { readPlace } from '../layers.ts';
import { atEach, conditionOf, guarded, listed } from './condition.ts';
import { conditionsOfMean, movedBy } from './of-means.ts';
import { isPlain } from './plain.ts';

/** What stands around an expression. */
export interface Around {
  /** Ends of the ranges of the families in scope. */
  readonly families: ReadonlyMap<string, Dim>;
  /** Indices that run over a range here. */
  readonly running: ReadonlySet<string>;
  /** The variables by which it is differentiated. */
  readonly by: readonly string[];
}

export const nowhere: Around = { families: new Map(), running: new Set(), by: [] };

/** Declarations hide those of the same name outside. */
export const declaring = (around: Around, declarations: readonly Declaration[]): Around => {
  const families = new Map(around.families);
  for (const { name, family } of declarations) {
    if (family) families.set(name, family.to);
    else families.delete(name);
  }
  return { ...around, families };
};

const ranOver = (around: Around, index: string): Around => ({
  ...around,
  running: new Set([...around.running, index]),
});

/**
 * `q[3]` needs three members, `q[N-1]` a member before the last. The text shows that all other
 * places are inside.
 */
const ofMember = (name: string, index: Index | null, span: Span, around: Around): Condition[] => {
  const end = readPlace(around.families.get(name) ?? '');
  if (!index || !end || (index.name !== null && around.running.has(index.name))) return [];
  const dim = index.name ?? end.name;
  const least = index.name === null ? index.offset - end.offset : 1 - index.offset;
  if (dim === null || least < 2) return [];
  return [conditionOf(atLeast(dim, least, { kind: 'dimension', dim, shape: [], span }), span)];
};

/**
 * `x[3]` needs three entries, `x[n-1]` one before the last; of a sum or product of dimensions the
 * same.
 */
const ofEntry = (
  { body, places, span }: Extract<Expr, { readonly kind: 'entry' }>,
  around: Around,
): Condition[] =>
  places.flatMap((at, axis): Condition[] => {
    const dim = body.shape[axis];
    if (!at || dim === undefined || (at.name !== null && around.running.has(at.name))) return [];
    const least = at.name === null ? at.offset : at.name === dim ? 1 - at.offset : 1;
    const condition = atLeast(dim, least, body);
    return least < 2 || isPlain(condition) ? [] : [conditionOf(condition, span)];
  });

/** The name that an index may follow; the empty text where none may. */
const indexed = (e: Expr): string =>
  e.kind === 'derivative'
    ? e.by
    : e.kind === 'variable'
      ? e.name
      : e.kind === 'call' || e.kind === 'jet'
        ? e.fn
        : '';

/**
 * A function is as smooth as the claim needs; a built-in one that is differentiated must be off its
 * kinks.
 */
const ofFunction = (e: Expr, around: Around): Condition[] => {
  if (e.kind === 'jet') return [listed(`${e.fn} smooth`, e.span)];
  if (e.kind !== 'call') return [];
  if (e.order === 0 && !around.by.some((name) => dependsOn(e, name))) return [];
  if (!e.builtin) return [listed(`${e.fn} smooth`, e.span)];
  const kinks = activations.get(e.fn)?.kinks ?? [];
  const [subject] = e.args;
  if (!subject || kinks.length === 0) return [];
  const off: Formula = { kind: 'off', subject, fn: e.fn, kinks, span: subject.span };
  return [conditionOf(off, e.span)];
};

type Operation = Extract<Expr, { readonly kind: 'operator' }>;

const ofOperator = (e: Operation, around: Around): Condition[] => {
  const { defined, differentiable } = operator(e.operator);
  const differentiated = around.by.some((name) => dependsOn(e, name));
  const formulas = [
    ...(defined?.(e.args, e.params) ?? []),
    ...(differentiated ? (differentiable?.(e.args, e.params) ?? []) : []),
  ];
  return formulas.filter((f) => !isPlain(f)).map((f) => conditionOf(f, e.span));
};

/**
 * The length in `|x|^2` and other even powers of one, which are polynomials; null for any other
 * expression.
 */
const evenPowerOf = (e: Operation): Operation | null => {
  const [base, exponent] = e.operator === 'pow' ? e.args : [];
  if (base?.kind !== 'operator' || exponent?.kind !== 'number') return null;
  const isEven = Number(exponent.value) % 2 === 0;
  return isEven && operator(base.operator).isLength?.(base.args) === true ? base : null;
};

/** The conditions of an expression; each may be read only where those before it hold. */
export const conditionsOf = (e: Expr, around: Around): Condition[] => {
  const member = 'index' in e ? ofMember(indexed(e), e.index, e.span, around) : [];
  switch (e.kind) {
    case 'operator': {
      const parts = evenPowerOf(e)?.args ?? e.args;
      return [...parts.flatMap((a) => conditionsOf(a, around)), ...ofOperator(e, around)];
    }
    case 'call':
    case 'jet':
      return [
        ...member,
        ...e.args.flatMap((a) => conditionsOf(a, around)),
        ...ofFunction(e, around),
      ];
    case 'derivative':
      return [...member, ...conditionsOf(e.body, { ...around, by: [...around.by, e.by] })];
    case 'reduce':
      return [
        ...(e.how === 'mean' ? ofCount(e) : []),
        ...atEach(e.range, conditionsOf(e.body, ranOver(around, e.range.index))),
      ];
    case 'product': {
      const inside = conditionsOf(e.body, ranOver(around, e.range.index));
      return atEach(e.range, e.from > 1 ? guarded(fromOn(e), inside) : inside);
    }
    case 'entry':
      return [...conditionsOf(e.body, around), ...ofEntry(e, around)];
    case 'kernel':
      return conditionsOf(e.of, around);
    case 'expectation': {
      const inner = declaring(
        around,
        e.random.map((r) => r.declaration),
      );
      const body = conditionsOf(e.body, { ...inner, by: [...inner.by, ...movedBy(e, inner.by)] });
      return conditionsOfMean(
        e,
        body,
        (p, index) => conditionsOf(p, index === null ? around : ranOver(around, index)),
        around.by,
      );
    }
    default:
      return member;
  }
};

/** A mean over 1..N-1 is of something: N is at least 2. */
const ofCount = ({
  range,
  body,
  span,
}: Extract<Expr, { readonly kind: 'reduce' }>): Condition[] => {
  const end = readPlace(range.to);
  if (!end || end.name === null || end.offset >= 0) return [];
  return [conditionOf(atLeast(end.name, 1 - end.offset, body), span)];
};

/** `l >= 2`, where the index of a product begins at 2. */
const fromOn = (e: Extract<Expr, { readonly kind: 'product' }>): Formula => ({
  kind: 'relation',
  left: { kind: 'index', name: e.range.index, shape: [], span: e.span },
  relation: '>=',
  right: { kind: 'number', value: `${e.from}`, shape: [], span: e.span },
  span: e.span,
});
