/**
 * D(e): the conditions under which an expression has a value, left to right. Written from
 * docs/definedness.md.
 */
import { minus, product, sum, type Q } from '../rational.ts';
import { apply } from './parse-expression.ts';
import { withProbabilityOne } from './with-probability-one.ts';
import {
  atLeast,
  is,
  isSlender,
  join,
  needs,
  number,
  shaped,
  shapeOf,
  smooth,
} from './operator-conditions.ts';
import {
  args,
  unread,
  type At,
  type Declared,
  type Expr,
  type Node,
  type RandomName,
  type Said,
} from './tree.ts';

export interface Around {
  readonly declared: ReadonlyMap<string, Declared>;
  readonly running: ReadonlySet<string>;
  /** Names by which it is differentiated. */
  readonly by: readonly string[];
}

/** Does the name stand in the expression? */
export const speaksOf = (e: Expr, name: string): boolean =>
  (e.k === 'variable' && e.name === name) ||
  ((e.k === 'call' || e.k === 'jet') && e.fn === name) ||
  (e.k === 'derivative' && e.by === name) ||
  args(e).some((a) => speaksOf(a, name));
const isAt = (at: At | null | undefined, index: string): boolean => at?.name === index;
export const speaksOfIndex = (e: Expr, index: string): boolean =>
  ('at' in e && isAt(e.at, index)) ||
  (e.k === 'entry' && e.places.some((at) => isAt(at, index))) ||
  args(e).some((a) => speaksOfIndex(a, index));
const inSaid = (f: Said, test: (e: Expr) => boolean, bound: (f: Said) => boolean): boolean => {
  if (bound(f)) return false;
  if (f.k === 'relation') return test(f.left) || test(f.right);
  if (f.k === 'is' || f.k === 'off') return test(f.subject);
  if ('body' in f) return inSaid(f.body, test, bound);
  return inSaid(f.left, test, bound) || inSaid(f.right, test, bound);
};
export const isAbout = (f: Said, name: string): boolean =>
  inSaid(
    f,
    (e) => speaksOf(e, name),
    (g) => (g.k === 'forall' || g.k === 'exists') && g.variables.some((d) => d.name === name),
  );
const isAboutIndex = (f: Said, index: string): boolean =>
  inSaid(
    f,
    (e) => speaksOfIndex(e, index),
    (g) => g.k === 'each' && g.index === index,
  );

/**
 * A number, a dimension, or a sum, product, quotient or power of such: positive whatever the sizes
 * are.
 */
const isPositive = (e: Expr): boolean => {
  if (e.k === 'number') return e.n > 0n;
  if (e.k === 'dim' || e.k === 'index') return true;
  return (
    e.k === 'apply' &&
    shapeOf(e).length === 0 &&
    ['add', 'mul', 'div', 'pow'].includes(e.op) &&
    e.args.every(isPositive)
  );
};
function isPlain(f: Said): boolean {
  if (f.k === 'relation')
    return (
      f.sign === '>=' && f.left.k === 'number' && f.right.k === 'number' && f.left.n >= f.right.n
    );
  if (f.k !== 'is') return false;
  const { subject, attribute } = f;
  if (attribute === 'symmetric' || attribute === 'invertible')
    return subject.k === 'constant' && subject.which === 'I';
  if (subject.k === 'number') {
    if (attribute === 'nonzero') return subject.n !== 0n;
    if (attribute === 'nonnegative') return subject.n >= 0n;
  }
  return ['nonzero', 'positive', 'nonnegative'].includes(attribute) && isPositive(subject);
}

const ofMember = (name: string, at: At | null, around: Around): Said[] => {
  const to = around.declared.get(name)?.family?.to;
  if (to === undefined || at === null || at.name !== null || at.plus < 2) return [];
  return [atLeast(to, at.plus)];
};
const ofEntry = (e: Node<'entry'>, around: Around): Said[] =>
  e.places.flatMap((at, axis) => {
    const dim = shapeOf(e.args[0])[axis];
    if (!at || dim === undefined || (at.name !== null && around.running.has(at.name))) return [];
    const least = at.name === null ? at.plus : 1;
    const f = atLeast(dim, least);
    return least < 2 || isPlain(f) ? [] : [f];
  });
/** Are these numbers central moments of some law? Where it does not vary, all are 0. */
function areMoments(v: Node<'number'>, t: Node<'number'>, k: Node<'number'>): boolean {
  if (v.n === 0n) return t.n === 0n && k.n === 0n;
  const square = (a: Q): Q => product(a, a);
  const least = sum(product(v, square(v)), square(t));
  return v.n > 0n && sum(product(v, k), minus(least)).n >= 0n;
}
/**
 * A law exists: its variance is not negative, and its moments are those of some law. Where the
 * moments are differentiated by one of the names, laws exist all around: the variance is positive.
 */
function ofLaw({ law }: RandomName, by: readonly string[]): Said[] {
  const [, v, t, k] = law.params;
  if (!v) return [];
  const open = law.params.slice(1).some((p) => by.some((name) => speaksOf(p, name)));
  const words = open ? (['pd', 'positive'] as const) : (['psd', 'nonnegative'] as const);
  const spread = is(v, words[shapeOf(v).length > 0 ? 0 : 1]);
  const first = isPlain(spread) ? [] : [spread];
  if (!t || (open && !k)) return first;
  const zero = number(0);
  const related = (left: Expr, sign: string, right: Expr): Said => ({
    k: 'relation',
    sign,
    left,
    right,
  });
  const power = (e: Expr, n: number): Expr => shaped(apply('pow', e, number(n)), []);
  const still = related(v, '=', zero);
  const isPoint = (e: Expr): Said => join('implies', still, related(e, '=', zero));
  if (!k) return [...first, ...([v, t].every((e) => e.k === 'number') ? [] : [isPoint(t)])];
  if (v.k === 'number' && t.k === 'number' && k.k === 'number')
    return areMoments(v, t, k) ? [] : unread('moments that no law has');
  const least = shaped(apply('add', power(v, 3), power(t, 2)), []);
  const enough = related(shaped(apply('mul', v, k), []), open ? '>' : '>=', least);
  if (open) return [...first, enough];
  return [...first, { k: 'and', left: enough, right: isPoint(k) }];
}
/** For every index of a range, where it is mentioned. */
export const atEach = (index: string, to: string, list: readonly Said[]): Said[] =>
  list.map((body) => (isAboutIndex(body, index) ? { k: 'each', index, to, body } : body));

/** The length of which an even power stands here: that is a polynomial, smooth at 0 too. */
function evenPowerOf(e: Node<'apply'>): Expr | null {
  const [base, exponent] = e.op === 'pow' ? e.args : [];
  if (base?.k !== 'apply' || exponent?.k !== 'number' || exponent.n % (2n * exponent.d) !== 0n)
    return null;
  const [a] = base.args;
  const isLength =
    base.op === 'bars' ||
    base.op === 'normF' ||
    (base.op === 'norm' && a !== undefined && isSlender(a));
  return isLength ? base : null;
}

export function conditionsOf(e: Expr, around: Around): Said[] {
  const inside = (): Said[] => args(e).flatMap((a) => conditionsOf(a, around));
  switch (e.k) {
    case 'apply': {
      const length = evenPowerOf(e);
      const differentiated = around.by.some((name) => speaksOf(e, name));
      const own = [...needs(e), ...(differentiated ? smooth(e) : [])];
      const parts = length ? args(length).flatMap((x) => conditionsOf(x, around)) : inside();
      return [...parts, ...own.filter((f) => !isPlain(f))];
    }
    case 'call': {
      const kinked = e.fn === 'relu' || e.fn === 'leakyrelu';
      const rough = e.primes > 0 || around.by.some((name) => speaksOf(e, name));
      const off: Said[] =
        kinked && rough && !around.declared.has(e.fn)
          ? [{ k: 'off', subject: e.args[0] as Expr }]
          : [];
      return [...ofMember(e.fn, e.at, around), ...inside(), ...off];
    }
    case 'jet':
      return [...ofMember(e.fn, e.at, around), ...inside()];
    case 'derivative':
      return [
        ...ofMember(e.by, e.at, around),
        ...conditionsOf(e.args[0], { ...around, by: [...around.by, e.by] }),
      ];
    case 'reduce': {
      const inner = { ...around, running: new Set([...around.running, e.index]) };
      return atEach(e.index, e.to ?? unread('a range'), conditionsOf(e.args[0], inner));
    }
    case 'mean': {
      const more = e.over.map((r) => [r.declared.name, r.declared] as const);
      const moved = e.over
        .filter((r) => r.law.params.some((p) => around.by.some((name) => speaksOf(p, name))))
        .map((r) => r.declared.name);
      const body = conditionsOf(e.args[0], {
        ...around,
        by: [...around.by, ...moved],
        declared: new Map([...around.declared, ...more]),
      });
      const isRandom = (f: Said): boolean => more.some(([name]) => isAbout(f, name));
      return [
        ...e.over.flatMap((r) => [
          ...r.law.params.flatMap((p) => conditionsOf(p, around)),
          ...ofLaw(r, around.by),
        ]),
        ...body.map((f) => (isRandom(f) ? withProbabilityOne(f, e) : f)),
      ];
    }
    case 'entry':
      return [...inside(), ...ofEntry(e, around)];
    case 'variable':
      return ofMember(e.name, e.at, around);
    default:
      return [];
  }
}
