/**
 * Equality of terms with determinants and adjugates: each brought to its normal form, then the
 * usual rewriting.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, identity, operation, permute, variable, zeros } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import {
  fact,
  first,
  hole,
  modusPonens,
  replace,
  rootOf,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { byEquations, withInverses, rewrites } from '../rewriting/by-equations.ts';
import { transformed } from '../rewriting/cancelling.ts';
import { chainOf, productOf } from '../graphs/chains.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { det, detOfBoth, expandDet } from './det-expand.ts';
import { passed } from '../agenda/effort.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { withInverse } from '../known/stated-equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { expandInverse, symmetricAdjugate } from '../rewriting/inverse-expand.ts';
import { invertible, nonzero } from '../rewriting/invertible.ts';
import { alike, retell } from '../derived/labelled.ts';
import { headText } from '../graphs/labelling.ts';
import { close } from '../derived/membership.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { withPairs } from '../known/pairs.ts';
import { ruleOf } from '../known/rules.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';

const most = 40;

/** Rules for the inverses of products. */
function inversesIn(terms: readonly Term[], ctx: Context): Rewrite[] {
  const found = new Map<string, Rewrite>();
  const queue = terms.flatMap((t) => t.monomials.flatMap((m) => m.factors.map((f) => f.head)));
  for (
    let head = queue.shift();
    head && found.size < most && !passed(ctx.deadline);
    head = queue.shift()
  ) {
    if (head.kind !== 'inverse' || !head.matrix || head.params.length > 0) continue;
    const text = headText({ head, slots: [] }, bookOf(ctx).map);
    if (found.has(text)) continue;
    const step = expandInverse(head.arg, ctx, { invertible, nonzero }, (a, b) =>
      byEquations(contract([a, b], ['ij', 'jk'], 'ik'), identity(a.shape[0] as string), ctx),
    );
    const rule = step && ruleOf(step, ctx, 'determinants');
    if (!rule) continue;
    found.set(text, rule);
    queue.push(...rule.eq.right.monomials.flatMap((m) => m.factors.map((f) => f.head)));
  }
  return [...found.values()];
}

/**
 * What is invertible because its determinant is known not to be 0, and determinants that are not 0
 * because it is.
 */
function withSigns(given: Context, terms: readonly Term[]): Context {
  return operationsIn(terms, 'det', 'adj').reduce((ctx, { arg, params }) => {
    if (params.length > 0) return ctx;
    const known = invertible(arg, ctx) ?? nonsingular(arg, ctx);
    if (!known) return ctx;
    const away = modusPonens(first(fact('det and inverse', arg)), known);
    const next = {
      ...ctx,
      facts: [
        ...ctx.facts,
        { theorem: away, name: 'determinants' },
        { theorem: known, name: 'determinants' },
      ],
    };
    return withInverse(next, { theorem: known, name: 'inverse' });
  }, given);
}

function nonsingular(a: Term, ctx: Context): Theorem | null {
  const away = nonzero(det(a), ctx);
  return away && modusPonens(second(fact('det and inverse', a)), away);
}

/**
 * The adjugate of an invertible matrix by its inverse, of a product by its factors, of a transpose
 * by turning.
 */
function expandAdj(t: Term, ctx: Context): Theorem | null {
  const known = invertible(t, ctx);
  if (known) return modusPonens(fact('adjugate of an invertible matrix', t), known);
  const [m] = t.monomials;
  const chain = t.monomials.length === 1 && m ? chainOf(m) : null;
  if (!chain || chain.scalars.length > 0) return null;
  const { links } = chain;
  const n = t.shape[0] as string;
  const cut = links.findIndex((x, i) => i < links.length - 1 && x.shape[1] === n);
  if (cut >= 0)
    return fact(
      'adjugate of a product',
      productOf(links.slice(0, cut + 1), n),
      productOf(links.slice(cut + 1), n),
    );
  const [only] = links;
  const flipped = only && permute(only, [1, 0]);
  return only && links.length === 1 && flipped && headOf(flipped) && !headOf(only)
    ? fact('adjugate of the transpose', flipped)
    : null;
}
const headOf = (t: Term): boolean =>
  t.monomials[0]?.factors[0]?.slots.every((s, i) => s === t.monomials[0]?.free[i]) === true;

/** Rules for every determinant and adjugate in the terms, and for those that they lead to. */
function rulesFor(
  terms: readonly Term[],
  ctx: Context,
  normal: boolean,
): { rules: Rewrite[]; equations: Equation[] } {
  const rules: Rewrite[] = [];
  const equations: Equation[] = [];
  const seen = new Set<string>();
  const queue = operationsIn(terms, 'det', 'adj');
  for (
    let head = queue.shift();
    head && seen.size < most && !passed(ctx.deadline);
    head = queue.shift()
  ) {
    const text = headText({ head, slots: [] }, bookOf(ctx).map);
    if (seen.has(text) || head.params.length > 0) continue;
    seen.add(text);
    const { arg } = head;
    const step = head.name === 'adj' ? expandAdj(arg, ctx) : normal ? expandDet(arg, ctx) : null;
    const rule = step && ruleOf(step, ctx, 'determinants');
    if (rule) {
      rules.push(rule);
      queue.push(...operationsIn([rule.eq.right], 'det', 'adj'));
    }
    if (head.name === 'adj' && !step)
      equations.push(
        ...[first, second].map((part) => equation(part(fact('adjugate', arg)), 'adjugate')),
      );
    if (head.name === 'adj' && arg.shape[0] === '2')
      equations.push(equation(second(fact('det of a 2×2 matrix', arg)), 'adjugate'));
    if (head.name === 'det' && normal) equations.push(...squaresOfSigns(arg));
  }
  return { rules, equations };
}

/** det(−I)² = 1, and det(A) det(adj A) = det(det(A) I). */
function squaresOfSigns(arg: Term): Equation[] {
  const [m] = arg.monomials;
  if (!m || arg.monomials.length !== 1) return [];
  const chain = chainOf(m);
  if (
    chain?.links.length === 0 &&
    m.coefficient.num === -1n &&
    m.coefficient.den === 1n &&
    chain.scalars.length === 1
  ) {
    return [
      equation(fact('det of a product', arg, arg), 'determinants'),
      equation(fact('det of the identity', arg), 'determinants'),
    ];
  }
  const [f] = m.factors;
  if (m.factors.length !== 1 || f?.head.kind !== 'operation' || f.head.name !== 'adj') return [];
  const of = f.head.arg;
  const ledger = new Ledger(
    det(contract([det(of), identity(of.shape[0] as string)], ['', 'ij'], 'ij')),
    contract([det(of), det(operation('adj', of))], ['', ''], ''),
    { map: new Map(), theorems: [] },
  );
  ledger.use(
    equation(first(fact('adjugate', of)), 'adjugate'),
    operation('det', variable(hole, of.shape)),
    negative(one),
  );
  ledger.use(
    equation(fact('det of a product', of, operation('adj', of)), 'determinants'),
    variable(hole, []),
  );
  return ledger.done ? [equation(ledger.theorem(), 'determinants')] : [];
}

/** left = right by normal forms of their determinants, or null. */
export function byDeterminants(left: Term, right: Term, given: Context): Theorem | null {
  const about = operationsIn([left, right], 'det', 'adj');
  if (about.length === 0 || left.shape.join() !== right.shape.join()) return null;
  const symmetric = operationsIn([left, right], 'adj').reduce(
    (c, { arg, params }) => {
      const t = params.length === 0 ? symmetricAdjugate(arg, c) : null;
      return t ? addEquation(c, equation(t, 'adjugate')) : c;
    },
    withPairs(given, left, right),
  );
  const signed = withInverses(withSigns(symmetric, [left, right]), left, right);
  for (const normal of [false, true]) {
    const ctx = normal ? withDets(signed) : signed;
    const logs = slopesOfLogs([left, right], ctx);
    const { rules, equations } = rulesFor(
      [
        left,
        right,
        ...(normal
          ? ctx.equations.filter((e) => e.left.shape.length === 0).flatMap((e) => [e.left, e.right])
          : []),
      ],
      ctx,
      normal,
    );
    if (rules.length + logs.length + equations.length === 0 && !normal) continue;
    rules.push(...inversesIn([left, right, ...rules.map((r) => r.eq.right)], ctx));
    const sides = [...rules, ...logs].map((r) => r.eq.right);
    const all = equations.reduce(
      (c, eq) => addEquation(c, eq),
      withInverses(withSigns(ctx, sides), left, right, ...sides),
    );
    const ledger = new Ledger(left, right, bookOf(all));
    simplify(ledger, [...logs, ...rules, ...rewrites(all.structural, all)], 120, all.deadline);
    if (!ledger.done)
      close(ledger, [...all.equations, ...rules.map((r) => r.eq)], {
        rounds: 3,
        rows: 120,
        weight: 24,
        deadline: all.deadline,
      });
    if (ledger.done) return ledger.theorem();
  }
  return null;
}

/** Determinants of both sides of what is known of square matrices, written out. */
export function withDets(ctx: Context): Context {
  const bare: Context = {
    ...ctx,
    equations: [],
    structural: [],
    inverses: [],
    cancellers: [],
    schemas: [],
  };
  const square = ctx.equations
    .filter(
      (e) => e.left.shape.length === 2 && e.left.shape[0] === e.left.shape[1] && !ownInverse(e),
    )
    .slice(0, 8);
  return square.reduce((c, e) => {
    const t = detOfBoth(e.theorem, c);
    if (!t) return c;
    const eq = equation(t, e.name);
    const { rules } = rulesFor([eq.left, eq.right], bare, true);
    const written = transformed(eq, variable(hole, []), bare, e.name, rules);
    return written ? addEquation(c, written) : c;
  }, ctx);
}

/** A inv(A) = I says nothing new of determinants. */
const ownInverse = (e: Equation): boolean =>
  [e.left, e.right].some((t) =>
    t.monomials.some((m) => m.factors.some((f) => f.head.kind === 'inverse' && f.head.matrix)),
  );

/** 0 < s for s told in another order. */
const restatedSign = (t: Theorem, s: Term): Theorem => {
  const f = t.conclusion;
  if (f.kind !== 'less') throw new TypeError('an order is wanted');
  return replace(less(zeros([]), variable(hole, []), true), retell(f.right, s), t);
};

/** log' of a number that is known to be positive is its reciprocal. */
function slopesOfLogs(terms: readonly Term[], ctx: Context): Rewrite[] {
  return namedIn(terms).flatMap(({ name, argument, order }) => {
    if (name !== 'log' || (order !== 1 && order !== 2) || argument.shape.length > 0) return [];
    const sign = ctx.facts.find(
      ({ theorem: { conclusion: f } }) =>
        f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, argument),
    );
    if (!sign) return [];
    const derivatives = first(rootOf(restatedSign(sign.theorem, argument)));
    const step = second(order === 1 ? first(derivatives) : second(derivatives));
    return [ruleOf(step, ctx, 'determinants')].filter((r) => r !== null);
  });
}
