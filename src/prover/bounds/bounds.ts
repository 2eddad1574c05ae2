/** Inequalities that the norms, lengths, eigenvalues and ranks standing in a goal invite. */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  factorTerm,
  identity,
  number,
  operation,
  permute,
  scale,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { equal, is, write } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  antisymmetry,
  cite,
  fact,
  first,
  generalise,
  hole,
  inverseOf,
  modusPonens,
  overBasis,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { absolute } from '../derived/absolute.ts';
import { throughActivation } from '../derived/activations.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { kroneckerOf } from '../graphs/chains.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { bookOf, freshIn, type Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { eigenvalueEquations } from './eigenvalue-equations.ts';
import { equation, flipped, Ledger, type Equation } from '../derived/equations.ts';
import { freed } from '../derived/known.ts';
import { orderBy, summand, alike, restated, linearBy } from '../derived/labelled.ts';
import { fromSquares, lengthOf, squareRootOf, type Length } from '../derived/lengths.ts';
import { cutBehindFirst, normBound, normOf, withoutScalar } from '../derived/norms.ts';
import { negated, minus, times, inner } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';
import { conjuncts, usable } from '../known/usable.ts';
import { definiteBounds } from './definite-bounds.ts';
import { rankBounds } from './rank-bounds.ts';
import { lengthBounds } from './length-bounds.ts';

const transposed = (t: Term): Term => permute(t, [1, 0]);

interface Heads {
  readonly of: (symbol: string) => Term[];
  readonly lambdas: readonly { readonly k: number; readonly of: Term }[];
  readonly lengths: readonly Length[];
}

/** Operations by name with their arguments, and the lengths among the roots. */
export function headsIn(...terms: readonly Term[]): Heads {
  const all = appliedIn(...terms);
  return {
    of: (symbol) => all.filter((a) => a.symbol === symbol).map((a) => a.argument),
    lambdas: all.flatMap((a) =>
      /^lambda\.\d+$/.test(a.symbol) ? [{ k: Number(a.symbol.slice(7)), of: a.argument }] : [],
    ),
    lengths: all
      .flatMap((a) => {
        const t = a.symbol === 'sqrt 0' ? squareRootOf(a.argument) : null;
        return t ? [lengthOf(t)] : [];
      })
      .slice(0, 6),
  };
}

const isSymmetric = (t: Term, ctx: Context, prove: Prove): boolean =>
  t.shape[0] === t.shape[1] && prove(equal(transposed(t), t), ctx, 4) !== null;

/** The inequalities, cheapest kinds first. */
export function boundsOn(terms: readonly Term[], ctx: Context, prove: Prove): Theorem[] {
  const late = (): boolean => passed(ctx.deadline);
  const heads = headsIn(...terms);
  const found: Theorem[] = [];
  const take = (...theorems: readonly Theorem[]): void => void found.push(...theorems);
  const use = (name: string, ...given: readonly Term[]): void =>
    take(...usable(fact(name, ...given), ctx, prove));
  const norms = heads.of('norm');
  for (const t of norms) {
    if (late()) return found;
    use('the norm is not negative', t);
    const { theorem } = normBound(t);
    take(theorem, ...frobeniusByShape(t), ...ofInverse(t, ctx, prove));
    if (heads.of('rank').some((u) => alike(u, t))) use('norm and Frobenius norm', t);
    const cut = t.monomials.length === 1 ? cutBehindFirst(t) : null;
    if (cut && cut.rest.shape.length === 2) use('norm of a product', cut.front, cut.rest);
    if (!norms.some((u) => u !== t && alike(u, transposed(t)))) continue;
    use('norm of the transpose', t);
  }
  for (const t of heads.of('nuclear')) {
    use('the nuclear norm is not negative', t);
    if (norms.some((u) => alike(u, t)) || heads.of('rank').some((u) => alike(u, t)))
      use('nuclear norm and norm', t);
    if (t.shape[0] === t.shape[1]) use('nuclear norm of a psd matrix', t);
    for (const u of norms) if (u.shape.join() === t.shape.join()) use('nuclear duality', u, t);
  }
  for (const t of heads.of('sigma_min')) {
    use('sigma_min is not negative', t);
    if (norms.some((u) => alike(u, t))) use('sigma_min and norm', t);
    const full = prove(is('onto', t), ctx, 1) ?? null;
    if (full) take(modusPonens(first(first(fact('sigma_min and rank', t))), full));
    else {
      const columns = prove(is('one-to-one', t), ctx, 1);
      if (columns) take(modusPonens(second(first(fact('sigma_min and rank', t))), columns));
    }
  }
  if (late()) return found;
  take(
    ...triples(norms, ['norm of a sum', 'norm of the negative']),
    ...triples(heads.of('nuclear'), ['nuclear norm of a sum', null]),
  );
  take(...rankBounds(heads.of('rank'), ctx, prove), ...lengthBounds(heads, ctx, prove, late));
  if (!late()) take(...eigenvalueBounds(heads, ctx, prove));
  if (!late()) take(...definiteBounds(terms, heads.of('det'), ctx, prove));
  for (const t of appliedIn(...terms)
    .filter((a) => a.symbol === 'abs 0')
    .map((a) => a.argument)
    .slice(0, 4))
    take(...absoluteBounds(t));
  return found;
}

/** s ≤ |s| and −s ≤ |s|. */
function absoluteBounds(s: Term): Theorem[] {
  const size = absolute(s);
  const activated = throughActivation(s);
  return [
    ...(activated ? [activated.squares] : []),
    ...[s, negated(s)].map((t) =>
      fromSquares(
        t,
        size.value,
        size.sign,
        weak(restated(flipped(size.square), equal(times(t, t), times(size.value, size.value)))),
      ),
    ),
  ];
}

/** ‖C‖ ≤ ‖A‖ + ‖B‖ where C is ±A ± B. */
function triples(
  given: readonly Term[],
  [sum, minusName]: readonly [string, string | null],
): Theorem[] {
  const found: Theorem[] = [];
  const all = given.slice(0, 6);
  const head = (t: Term): Term => operation(sum.startsWith('nuclear') ? 'nuclear' : 'norm', t);
  all.forEach((a, i) =>
    all.slice(i).forEach((b) =>
      all.forEach((c) => {
        if (
          a.shape.join() !== b.shape.join() ||
          a.shape.join() !== c.shape.join() ||
          c === a ||
          c === b
        )
          return;
        for (const [s, t] of [
          [1n, 1n],
          [1n, -1n],
          [-1n, 1n],
        ] as const) {
          const [x, y] = [scale(ratio(s), a), scale(ratio(t), b)];
          const whole = add(x, y);
          const direct = alike(whole, c);
          if (!direct && !(minusName && alike(negated(whole), c))) continue;
          if (!minusName && (s < 0n || t < 0n)) continue;
          const signs = [
            [s, a],
            [t, b],
            [direct ? 1n : -1n, c],
          ] as const;
          const turned = signs
            .filter(([k]) => k < 0n)
            .map(([, z]) => weak(fact(minusName as string, z)));
          const back = direct ? [] : [weak(flipped(fact(minusName as string, c)))];
          const right = add(head(a), head(b));
          // only the sum's own summands are at most their bounds; a negative c is on the left
          const summands = [
            summand([fact(sum, x, y)]),
            ...turned.slice(0, turned.length - (direct ? 0 : 1)).map((f) => summand([f])),
            ...back.map((f) => summand([f])),
          ];
          found.push(orderBy(head(c), right, false, summands));
          return;
        }
      }),
    ),
  );
  return found.slice(0, 12);
}

/** 1 ≤ ‖A‖ ‖inv(A)‖, for the norm of an inverse. */
function ofInverse(t: Term, ctx: Context, prove: Prove): Theorem[] {
  const head = bareHead(t);
  if (head?.kind !== 'inverse' || !head.matrix || head.params.length > 0) return [];
  const known = prove(is('invertible', head.arg), ctx, 4);
  if (!known) return [];
  const unit = identity(t.shape[0] as Dim);
  const product = contract([head.arg, t], ['ij', 'jk'], 'ik');
  const ledger = new Ledger(normOf(product), normOf(unit), bookOf(ctx));
  ledger.use(equation(first(inverseOf(known)), 'inverse'), normOf(variable(hole, product.shape)));
  return ledger.done
    ? [
        orderBy(number(one), times(normOf(head.arg), normOf(t)), false, [
          summand([weak(flipped(fact('norm of the identity', unit)))]),
          summand([weak(flipped(ledger.theorem()))]),
          summand([fact('norm of a product', head.arg, t)]),
        ]),
      ]
    : [];
}
/** ‖A‖_F² ≤ m ‖A‖² and ≤ n ‖A‖² for A m×n, whose rank is at most both. */
function frobeniusByShape(a: Term): Theorem[] {
  const byRank = second(fact('norm and Frobenius norm', a));
  const square = times(normOf(a), normOf(a));
  return conjuncts(fact('rank and shape', a)).flatMap((bound) => {
    const f = bound.conclusion;
    return f.kind === 'less' && f.left.monomials.length > 0
      ? [
          orderBy(inner(a, a), times(f.right, square), false, [
            summand([byRank]),
            summand([bound], one, [normOf(a)]),
          ]),
        ]
      : [];
  });
}

/** Symmetric matrices' eigenvalues: forms at the vectors that stand there, traces, neighbours, Weyl's inequality for k > 1. */
function eigenvalueBounds(heads: Heads, ctx: Context, prove: Prove): Theorem[] {
  const found: Theorem[] = [];
  const use = (name: string, ...given: readonly Term[]): void =>
    void found.push(...usable(fact(name, ...given), ctx, prove));
  const k = (n: number): Term => number(ratio(BigInt(n)));
  for (const { k: i, of: a } of heads.lambdas.slice(0, 4)) {
    if (heads.of('norm').some((t) => alike(t, a))) use('eigenvalue and norm', k(i), a);
    use('eigenvalues of a psd matrix', k(i), a);
    for (const { k: j, of: b } of heads.lambdas) {
      if (alike(a, b) && j === i + 1) use('eigenvalues descend', k(i), a);
      if (
        i > 1 &&
        i === j &&
        !alike(a, b) &&
        a.shape.join() === b.shape.join() &&
        heads.of('norm').some((t) => alike(t, minus(a, b)))
      ) {
        found.push(...usable(cite('Weyl', k(i), a, b), ctx, prove));
      }
    }
    if (i === 1 && isSymmetric(a, ctx, prove))
      found.push(...onBasis('the largest eigenvalue bounds', a, ctx, prove));
  }
  for (const t of heads.of('norm').slice(0, 4))
    if (t.shape[0] === t.shape[1])
      found.push(...onBasis('the norm bounds a quadratic form', t, ctx, prove));
  return found;
}

/** What a fact says of v'A v for every v, summed over the standard basis: a bound on the trace. */
function onBasis(name: string, a: Term, ctx: Context, prove: Prove): Theorem[] {
  const n = a.shape[0] as Dim;
  const v = freshIn(ctx, 'b#', a);
  return usable(fact(name, a, variable(v, [n])), ctx, prove).map((t) =>
    overBasis(generalise({ kind: 'tensor', name: v, shape: [n] }, t)),
  );
}

/** Equations between the operations that stand in the terms, by structure: of transposes, multiples, Gram matrices, inverses. */
export function equationsOn(terms: readonly Term[], ctx: Context, prove: Prove): Equation[] {
  const heads = headsIn(...terms);
  const found: Theorem[] = [];
  const use = (name: string, ...given: readonly Term[]): void => {
    const t = freed(fact(name, ...given), (f) => prove(f, ctx, 4));
    if (t.conclusion.kind === 'equal') found.push(t);
  };
  for (const t of heads.of('norm').slice(0, 6)) {
    const [m, ...more] = t.monomials;
    if (!m) continue;
    if (writeTerm(transposed(t)) < writeTerm(t)) use('norm of the transpose', t);
    found.push(...ofIsometry(t, ctx));
    if (more.length > 0) continue;
    const [f, g] = m.factors;
    const inv =
      m.factors.length === 1 && f?.head.kind === 'inverse' && f.head.params.length === 0
        ? f.head.arg
        : null;
    if (inv) use('norm of the inverse', inv);
    const cut = cutBehindFirst(t);
    if (cut && cut.rest.shape.length === 2) {
      if (alike(cut.rest, transposed(cut.front))) found.push(normOfGram(cut.rest));
      use('norm under an isometry', cut.front, cut.rest);
    }
    if (
      f &&
      g &&
      m.factors.length === 2 &&
      f.slots.length === 1 &&
      g.slots.length === 1 &&
      m.coefficient.num === 1n &&
      m.coefficient.den === 1n
    ) {
      const [x, y] = f.slots[0] === m.free[0] ? [f, g] : [g, f];
      found.push(outerProduct(factorTerm(x), factorTerm(y)));
    }
    const scalar = withoutScalar(t);
    if (scalar) use('norm of a multiple', scalar.scalar, scalar.rest);
    found.push(...ofIdentity(t, m, ctx, prove));
    if (m.factors.length === 0) use('norm of the identity', identity(t.shape[0] as Dim));
  }
  if (heads.of('norm').length > 0)
    for (const eq of ctx.equations.slice(0, 8)) found.push(...betweenGrams(eq, ctx, prove));
  for (const t of heads.of('rank').slice(0, 4)) {
    const pair = t.monomials.length === 1 ? kroneckerOf(t.monomials[0] as Monomial) : null;
    if (pair) use('rank of a Kronecker product', ...pair);
  }
  for (const { k, of } of heads.lambdas.slice(0, 4)) eigenvalueEquations(k, of, use);
  return found.map((t) => equation(t, 'norms'));
}

/** Of A'A = B B' and A'A = c I: ‖A‖² = ‖A'A‖, what is known of the other norm, and that these are equal. */
function betweenGrams(eq: Equation, ctx: Context, prove: Prove): Theorem[] {
  const gramOf = (side: Term): Term | null => {
    const cut = side.shape.length === 2 ? cutBehindFirst(side) : null;
    return cut?.rest.shape.length === 2 && alike(cut.rest, transposed(cut.front)) ? cut.rest : null;
  };
  const sides = [eq.left, eq.right];
  const grams = sides.flatMap((side) => gramOf(side) ?? []);
  if (grams.length === 0) return [];
  const others = sides
    .filter((side) => side.shape.length === 2 && side.monomials.length === 1 && !gramOf(side))
    .map(normOf);
  const same = linearBy(normOf(eq.left), normOf(eq.right), [
    { equation: eq.theorem, context: normOf(variable(hole, eq.left.shape)) },
  ]);
  return [
    same,
    ...equationsOn(others, { ...ctx, equations: [] }, prove).map((e) => e.theorem),
    ...grams.map(normOfGram),
  ];
}

/** ‖A'A‖ = ‖A‖², and ‖A A'‖ = ‖A‖². */
function normOfGram(a: Term): Theorem {
  const own = fact('norm of a Gram matrix', a);
  const turned = transposed(a);
  const f = own.conclusion;
  if (f.kind !== 'equal' || bareHead(a) !== null || bareHead(turned) === null) return own;
  const [same, at] = [fact('norm of the transpose', a), negated(variable(hole, []))];
  return linearBy(f.left, times(normOf(turned), normOf(turned)), [
    { equation: own, context: variable(hole, []) },
    { equation: same, context: times(at, normOf(a)) },
    { equation: same, context: times(at, normOf(turned)) },
  ]);
}

/** ‖s I‖ = s for a number s that is known not to be negative. */
function ofIdentity(t: Term, m: Monomial, ctx: Context, prove: Prove): Theorem[] {
  const isMultiple =
    m.free[0] === m.free[1] &&
    m.factors.every((f) => f.slots.length === 0) &&
    Object.keys(m.powers).length === 0;
  if (!isMultiple || (m.factors.length === 0 && m.coefficient.num === m.coefficient.den)) return [];
  const [s, unit] = [
    times(number(m.coefficient), ...m.factors.map(factorTerm)),
    identity(t.shape[0] as Dim),
  ];
  const multiple = freed(fact('norm of a positive multiple', s, unit), (f) => prove(f, ctx, 4));
  if (multiple.conclusion.kind !== 'equal') return [];
  const at = variable(hole, []);
  return [
    linearBy(normOf(t), s, [
      { equation: multiple, context: at },
      { equation: fact('norm of the identity', unit), context: times(at, s) },
    ]),
  ];
}

/** ‖U‖ = 1 where U'U = I, or U U' = I. */
function ofIsometry(t: Term, ctx: Context): Theorem[] {
  if (ctx.structural.length === 0) return [];
  for (const [u, turn] of [
    [t, []],
    [transposed(t), [fact('norm of the transpose', t)]],
  ] as const) {
    const unit = identity(u.shape[1] as Dim);
    const isometry = byEquations(contract([u, u], ['ji', 'jk'], 'ik'), unit, ctx, {
      rounds: 2,
      rows: 40,
      weight: 16,
    });
    const same = fact('norm under an isometry', u, unit);
    if (
      isometry &&
      same.conclusion.kind === 'implies' &&
      write(same.conclusion.left) === write(isometry.conclusion)
    )
      return [modusPonens(same, isometry), fact('norm of the identity', unit), ...turn];
  }
  return [];
}

/** ‖x y'‖ = |x| |y|, from the squares. */
function outerProduct(x: Term, y: Term): Theorem {
  const n = normOf(contract([x, y], ['i', 'j'], 'ij'));
  const [a, b] = [lengthOf(x), lengthOf(y)];
  const right = times(a.value, b.value);
  const sign = orderBy(zeros([]), right, false, [summand([a.sign, b.sign])]);
  const same = fact('norm of an outer product', x, y);
  const positive = orderBy(zeros([]), inner(y, y), false, [summand([], one, [y])]);
  const up = orderBy(times(n, n), times(right, right), false, [
    summand([weak(same)]),
    summand([weak(flipped(a.square)), positive]),
    summand([weak(flipped(b.square))], one, [a.value]),
  ]);
  const down = orderBy(times(right, right), times(n, n), false, [
    summand([weak(flipped(same))]),
    summand([weak(a.square), positive]),
    summand([weak(b.square)], one, [a.value]),
  ]);
  return antisymmetry(
    fromSquares(n, right, sign, up),
    fromSquares(
      right,
      n,
      fact('the norm is not negative', contract([x, y], ['i', 'j'], 'ij')),
      down,
    ),
  );
}
