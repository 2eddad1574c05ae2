/** Builds points for hypotheses on Hessians, by adding a quadratic bowl. */
import type { Expr, Formula } from '../../language/ast.ts';
import type { Assignment, PolynomialMap, PolynomialTerm } from '../../evaluate/assignment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { pick } from '../../networks/dice.ts';
import { range } from '../../networks/elimination.ts';
import { isZero } from '../../networks/fraction.ts';
import { gathered } from '../../networks/polynomials.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import type { Familiar } from './recogniser.ts';

const { mul, neg, add } = rationals;

/** The terms of weights_j (x_j − u_j)², summed over j: nothing at u but curvature. */
const bowl = (u: readonly Q[], weights: readonly Q[]): PolynomialTerm<Q>[] => {
  const power = (j: number, p: number): number[] => range(u.length).map((i) => (i === j ? p : 0));
  return u.flatMap((x, j): PolynomialTerm<Q>[] => {
    const w = weights[j] ?? 0;
    return [
      { coefficient: w, powers: power(j, 2) },
      { coefficient: mul(-2, mul(w, x)), powers: power(j, 1) },
      { coefficient: mul(w, mul(x, x)), powers: power(j, 0) },
    ];
  });
};

const polynomialAt = (at: Assignment<Q>, name: string): PolynomialMap<Q> | null => {
  const value = at.values.get(name);
  return value?.kind === 'function' && value.map.kind === 'polynomial' ? value.map : null;
};

const bent = (
  at: Assignment<Q>,
  name: string,
  map: PolynomialMap<Q>,
  output: number,
  extra: readonly PolynomialTerm<Q>[],
): Assignment<Q> => ({
  dims: at.dims,
  values: new Map(at.values).set(name, {
    kind: 'function',
    map: {
      ...map,
      outputs: map.outputs.map((terms, o) =>
        o === output ? gathered([...terms, ...extra]) : terms,
      ),
    },
  }),
});

const strengths: readonly Q[] = [1, 2, 3, 5, 8];

/** `hess(l)(u) is pd`: a bowl at u added to l leaves its value and gradient at u as they are. */
const ofFunction = (fn: string, args: readonly Expr[]): Familiar => ({
  kind: 'hess(l)(u) is pd',
  build: (random, at) => {
    const map = polynomialAt(at, fn);
    if (map === null || map.outputs.length !== 1) return null;
    const u = args.flatMap((a) => evaluate(a, rationals, at).data);
    return bent(
      at,
      fn,
      map,
      0,
      bowl(
        u,
        u.map(() => pick(random, strengths)),
      ),
    );
  },
});

/**
 * `hess[t](l(F(t))) is pd`, a strict local minimum where the gradient vanishes: a bowl at t added
 * to an output of F on which l still slopes leaves F, its Jacobian and the gradient of the loss as
 * they are; where l is level it is l that bends.
 */
const ofComposition = (
  by: string,
  outer: Extract<Expr, { readonly kind: 'call' }>,
  inner: Extract<Expr, { readonly kind: 'call' }>,
): Familiar => {
  const gradient: Expr = {
    kind: 'jet',
    which: 'grad',
    fn: outer.fn,
    index: outer.index,
    args: outer.args,
    shape: inner.shape,
    span: outer.span,
  };
  const build: Familiar['build'] = (random, at) => {
    const map = polynomialAt(at, inner.fn);
    const t = at.values.get(by);
    if (map === null || t?.kind !== 'tensor') return null;
    const slope = evaluate(gradient, rationals, at).data;
    const steep = range(slope.length).filter((o) => !isZero(slope[o] ?? 0));
    if (steep.length === 0) return ofFunction(outer.fn, outer.args).build(random, at);
    const output = pick(random, steep);
    const strength = pick(random, strengths);
    const by1 = rationals.sign(slope[output] ?? 0) === 1 ? strength : neg(strength);
    return bent(
      at,
      inner.fn,
      map,
      output,
      bowl(
        t.tensor.data,
        t.tensor.data.map(() => add(by1, 0)),
      ),
    );
  };
  return { kind: 'hess[t](l(F(t))) is pd', build };
};

/**
 * Hypotheses on the curvature of a function at a point: `hess(l)(u)` or `hess[t](l(F(t)))` is pd,
 * psd or invertible.
 */
export const curvature = (f: Formula): Familiar | null => {
  if (f.kind !== 'is' || !['pd', 'psd', 'invertible'].includes(f.attribute)) return null;
  const s = f.subject;
  if (s.kind === 'jet' && s.which === 'hess' && s.index === null) return ofFunction(s.fn, s.args);
  if (s.kind !== 'derivative' || s.which !== 'hess' || s.index !== null) return null;
  const outer = s.body;
  if (outer.kind !== 'call' || outer.builtin || outer.order > 0 || outer.args.length !== 1)
    return null;
  const inner = outer.args[0];
  if (inner?.kind === 'variable' && inner.name === s.by) return ofFunction(outer.fn, outer.args);
  if (
    inner?.kind !== 'call' ||
    inner.builtin ||
    inner.order > 0 ||
    inner.index !== null ||
    inner.args.length !== 1
  )
    return null;
  const point = inner.args[0];
  return point?.kind === 'variable' && point.name === s.by
    ? ofComposition(s.by, outer, inner)
    : null;
};
