/**
 * Claims with roots of matrices as claims about the roots: A = P^q for a drawn P, so that sqrtm(A)
 * and A^(k/q) are whole powers of P; modulus(A) is P where A = Q P; and where a root of L B L' is
 * taken, B = inv(L) X^q inv(L)'. Points are then exact, and what they refute is the given claim.
 */
import type { Claim, Declaration, Expr } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import { numberExpr, operatorExpr } from '../../operators/conditions.ts';
import { rewritten, type Replace } from './rewrite.ts';
import { Rewriting, type Step } from './rewriting.ts';

/** A claim about roots, and the point of the given claim that a point of it is. */
export interface Rooted {
  readonly claim: Claim;
  /** Has every root become a whole power? */
  readonly isWhole: boolean;
  back(at: Assignment<Q>): Assignment<Q>;
}

type Operator = Expr & { readonly kind: 'operator' };

/** The power of a matrix that is taken, as a fraction; null for anything else. */
interface Power {
  readonly of: Expr;
  readonly num: number;
  readonly den: number;
}

const largestRoot = 12;

const powerOf = (e: Expr): Power | null => {
  if (e.kind !== 'operator' || e.shape.length !== 2) return null;
  const [of, t] = e.args;
  if (of === undefined) return null;
  if (e.operator === 'sqrtm') return { of, num: 1, den: 2 };
  if (e.operator !== 'matpow' || t?.kind !== 'number') return null;
  const [num, den] = t.value.split('/').map(Number);
  return num === undefined || den === undefined ? null : { of, num, den };
};

const isName = (e: Expr): e is Expr & { readonly kind: 'variable' } =>
  e.kind === 'variable' && e.index === null;

const key = (e: Expr): string =>
  JSON.stringify(e, (name, value: unknown) => (name === 'span' ? undefined : value));

const named = (name: string, at: Expr): Expr => ({
  kind: 'variable',
  name,
  index: null,
  shape: at.shape,
  span: at.span,
});

const whole = (e: Expr, k: number): Expr => {
  if (k < 0) return inverted(whole(e, -k));
  return k === 1 ? e : operatorExpr('pow', [e, numberExpr(k, e)], e.shape);
};

const inverted = (e: Expr): Expr =>
  e.kind === 'operator' && e.operator === 'inv'
    ? (e.args[0] as Expr)
    : operatorExpr('inv', [e], e.shape);

const times = (a: Expr, b: Expr): Expr => operatorExpr('mul', [a, b], a.shape);

/** Attributes that a matrix has where its root has them. */
const inherited: ReadonlySet<string> = new Set([
  'symmetric',
  'psd',
  'pd',
  'invertible',
  'diagonal',
]);

const isDefinite = (d: Declaration): boolean =>
  d.attributes.some((a) => a === 'psd' || a === 'pd') &&
  d.attributes.every((a) => inherited.has(a));

const common = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
};

const isDerivedBy = (all: readonly Expr[], name: string): boolean =>
  all.some((e) => e.kind === 'derivative' && e.by === name);

/** A = P^q, where roots of A are taken. */
const power = (r: Rewriting): Step | null => {
  const all = r.expressions;
  const powers = all.map(powerOf).filter((p): p is Power => p !== null && isName(p.of));
  for (const { of } of powers) {
    const d = isName(of) ? r.declared(of.name) : null;
    if (d === null || !isDefinite(d) || isDerivedBy(all, d.name)) continue;
    const own = powers.filter((p) => key(p.of) === key(of));
    const q = own.reduce((all2, p) => common(all2, p.den), 1);
    if (q > largestRoot) continue;
    const p = named(r.free(`root_${d.name}`), of);
    return {
      name: d.name,
      value: whole(p, q),
      fresh: [{ ...d, name: (p as Expr & { kind: 'variable' }).name }],
      replace: (e) => {
        const found = powerOf(e);
        if (found !== null && key(found.of) === key(of))
          return whole(p, (found.num * q) / found.den);
        return isName(e) && e.name === d.name ? whole(p, q) : null;
      },
    };
  }
  return null;
};

/** A = Q P, where the modulus of A is taken. */
const polar = (r: Rewriting): Step | null => {
  const all = r.expressions;
  for (const e of all) {
    if (e.kind !== 'operator' || e.operator !== 'modulus') continue;
    const [of] = e.args;
    const d = of !== undefined && isName(of) ? r.declared(of.name) : null;
    if (d === null || of === undefined || of.shape[0] !== of.shape[1]) continue;
    if (isDerivedBy(all, d.name) || d.attributes.some((a) => a !== 'invertible')) continue;
    const [p, q] = [r.free(`modulus_${d.name}`), r.free(`turn_${d.name}`)];
    const value = times(named(q, of), named(p, of));
    return {
      name: d.name,
      value,
      fresh: [
        { ...d, name: p, attributes: [d.attributes.length > 0 ? 'pd' : 'psd'] },
        { ...d, name: q, attributes: ['orthogonal'] },
      ],
      replace: (x) => {
        if (x.kind === 'operator' && x.operator === 'modulus' && key(x.args[0] as Expr) === key(of))
          return named(p, of);
        return isName(x) && x.name === d.name ? value : null;
      },
    };
  }
  return null;
};

const factors = (e: Expr): readonly Expr[] =>
  e.kind === 'operator' && e.operator === 'mul' ? e.args.flatMap(factors) : [e];

/** The transpose of a factor, by its form. */
const turned = (e: Expr, r: Rewriting): Expr => {
  if (e.kind === 'operator' && e.operator === 'transpose') return e.args[0] as Expr;
  const base = (x: Expr): Expr =>
    x.kind === 'operator' && ['pow', 'inv'].includes(x.operator) ? base(x.args[0] as Expr) : x;
  const own = base(e);
  const d = isName(own) ? r.declared(own.name) : null;
  if (d?.attributes.some((a) => ['symmetric', 'psd', 'pd', 'diagonal'].includes(a))) return e;
  return operatorExpr('transpose', [e], e.shape);
};

/** B = inv(L) X^q inv(L)', where a root of L B L' is taken. */
const congruence = (r: Rewriting): Step | null => {
  const all = r.expressions;
  for (const e of all) {
    const root = powerOf(e);
    const chain = root === null ? [] : factors(root.of);
    const half = (chain.length - 1) / 2;
    const middle = chain[half];
    if (root === null || middle === undefined || half < 1 || !isName(middle)) continue;
    const d = r.declared(middle.name);
    if (d === null || !isDefinite(d) || isDerivedBy(all, d.name)) continue;
    const left = chain.slice(0, half);
    const right = chain.slice(half + 1).toReversed();
    if (left.some((x) => x.shape.length !== 2 || x.shape[0] !== x.shape[1])) continue;
    if (!left.every((x, k) => key(turned(x, r)) === key(right[k] as Expr))) continue;
    if (left.some((x) => mentions(x, d.name))) continue;
    const x = named(r.free(`root_${d.name}`), middle);
    const inner = left.reduce<Expr>(
      (b, l) => {
        const by = inverted(l);
        return times(times(by, b), turned(by, r));
      },
      whole(x, root.den),
    );
    return {
      name: d.name,
      value: inner,
      fresh: [{ ...d, name: (x as Expr & { kind: 'variable' }).name }],
      replace: (y) => {
        const found = powerOf(y);
        if (found !== null && key(found.of) === key(root.of) && found.den === root.den)
          return whole(x, found.num);
        return isName(y) && y.name === d.name ? inner : null;
      },
    };
  }
  return null;
};

const mentions = (e: Expr, name: string): boolean => {
  let found = false;
  rewritten(e, (x) => {
    found ||= isName(x) && x.name === name;
    return null;
  });
  return found;
};

/** sqrtm(T)^(2 k) is T^k, and modulus(A)^(2 k) is (A' A)^k. */
const evenPower: Replace = (e) => {
  const [base, k] = e.kind === 'operator' && e.operator === 'pow' ? e.args : [];
  if (base?.kind !== 'operator' || k?.kind !== 'number' || base.shape.length !== 2) return null;
  const half = Number(k.value) / 2;
  const [of] = base.args;
  if (of === undefined || of.shape.length !== 2 || !Number.isInteger(half) || half === 0)
    return null;
  if (base.operator === 'sqrtm') return whole(of, half);
  if (base.operator !== 'modulus') return null;
  const [m, n] = of.shape;
  const turn = operatorExpr('transpose', [of], [n as string, m as string]);
  return whole(operatorExpr('mul', [turn, of], base.shape), half);
};

const mostSteps = 6;

const speaksOfRoots = (e: Expr): e is Operator =>
  e.kind === 'operator' && ['sqrtm', 'matpow', 'modulus'].includes(e.operator);

/** The claim about roots; null where no matrix of it can be drawn by its root. */
export const rooted = (given: Claim): Rooted | null => {
  if (given.random.length > 0) return null;
  const r = new Rewriting(given);
  if (!r.expressions.some(speaksOfRoots)) return null;
  const simpler = r.simplify(evenPower);
  for (let k = 0; k < mostSteps; k++) {
    const step = power(r) ?? polar(r) ?? congruence(r);
    if (step === null) break;
    r.take(step);
  }
  const { steps } = r;
  if (steps.length === 0 && !simpler) return null;
  return {
    claim: r.claim(given),
    isWhole: !r.expressions.some(speaksOfRoots),
    back: (at) => {
      const values = new Map(at.values);
      // what replaced a name may mention names that were replaced later
      for (const { name, value } of steps.toReversed())
        values.set(name, {
          kind: 'tensor',
          tensor: evaluate(value, rationals, { ...at, values }),
        });
      for (const { fresh } of steps) for (const d of fresh) values.delete(d.name);
      return { ...at, values };
    },
  };
};
