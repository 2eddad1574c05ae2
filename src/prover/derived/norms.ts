/** Norms of sums and products bounded by norms of their parts, as far down as the factors. */
import { add, contract, factorTerm, number, scale, zeros } from '../../kernel/graph.ts';
import { one, type Ratio } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { type Theorem, fact, first, weak } from '../../kernel/theorem.ts';
import { negated, times } from '../graphs/small-terms.ts';
import { absolute, positiveMultiple } from './absolute.ts';
import { softmaxLength, throughActivation } from './activations.ts';
import { flipped } from './equations.ts';
import { alike, orderBy, summand } from './labelled.ts';
import { type Length, lengthBelow, lengthOf, triangle } from './lengths.ts';
import {
  type Bounded,
  cutBehindFirst,
  itself,
  normOf,
  outerParts,
  parts,
  positive,
  signOf,
  transposed,
  withoutCoefficient,
  withoutScalar,
  withoutSize,
} from './norm-parts.ts';
import { ofIdentity, outerBound, sizeTimes } from './norms-of-outer-products.ts';
import { groups, sharedFront } from './shared-fronts.ts';

/** ‖T‖ at most what the norms of its summands and factors say. */
export function normBound(t: Term): Bounded {
  const own = normOf(t);
  const [head, ...more] = parts(t);
  if (!head) return itself(own, signOf(t));
  if (more.length > 0) {
    const rest = more.length === 1 ? (more[0] as Term) : add(...more);
    return together(own, fact('norm of a sum', head, rest), normBound(head), normBound(rest));
  }
  const { coefficient, rest } = withoutCoefficient(t);
  if (!positive(coefficient))
    return through(own, fact('norm of the negative', negated(t)), normBound(negated(t)));
  if (coefficient.num !== 1n || coefficient.den !== 1n) {
    return ofPositiveMultiple(own, coefficient, rest) ?? itself(own, signOf(t));
  }
  const size = withoutSize(t);
  if (size) return sizeTimes(own, size.size, size.rest, normBound(size.rest));
  const scalar = withoutScalar(t);
  if (scalar) return ofMultiple(own, scalar);
  const cut = t.shape.length === 2 ? cutBehindFirst(t) : null;
  if (cut && cut.rest.shape.length === 2) {
    const [a, b] = [normBound(cut.front), normBound(cut.rest)];
    const bound = times(a.bound, b.bound);
    const theorem = orderBy(own, bound, false, [
      summand([fact('norm of a product', cut.front, cut.rest)]),
      summand([signOf(cut.front), b.theorem]),
      summand([b.sign, a.theorem]),
    ]);
    return { bound, sign: orderBy(zeros([]), bound, false, [summand([a.sign, b.sign])]), theorem };
  }
  const outer = outerParts(t);
  if (outer) return outerBound(own, ...outer);
  const [m] = t.monomials;
  if (m?.factors.length === 0 && m.free[0] === m.free[1]) return ofIdentity(own, t);
  const only = m?.factors.length === 1 ? m.factors[0] : undefined;
  if (only && only.slots.length === 2 && alike(transposed(factorTerm(only)), t)) {
    const plain = factorTerm(only);
    return {
      bound: normOf(plain),
      sign: signOf(plain),
      theorem: weak(fact('norm of the transpose', plain)),
    };
  }
  return itself(own, signOf(t));
}

/** ‖c X‖ = c ‖X‖ for a number c > 0; null where the fact says nothing. */
function ofPositiveMultiple(own: Term, coefficient: Ratio, rest: Term): Bounded | null {
  const inside = normBound(rest);
  const c = number(coefficient);
  const same = fact('norm of a positive multiple', c, rest);
  const f = same.conclusion;
  if (f.kind !== 'implies') return null;
  const scaled = times(c, inside.bound);
  return {
    bound: scaled,
    sign: orderBy(zeros([]), scaled, false, [summand([inside.sign], coefficient)]),
    theorem: orderBy(own, scaled, false, [
      summand([weak(positiveMultiple(same, coefficient))]),
      summand([inside.theorem], coefficient),
    ]),
  };
}

/** ‖s X‖ = |s| ‖X‖. */
function ofMultiple(
  own: Term,
  { scalar, rest }: { readonly scalar: Term; readonly rest: Term },
): Bounded {
  const inside = normBound(rest);
  const equal = fact('norm of a multiple', scalar, rest);
  const size = absolute(scalar);
  const bound = times(size.value, inside.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([size.sign, inside.sign])]),
    theorem: orderBy(own, bound, false, [
      summand([weak(equal)]),
      summand([size.sign, inside.theorem]),
    ]),
  };
}

/** a ≤ b + c with b ≤ B and c ≤ C: a ≤ B + C. */
function together(own: Term, sum: Theorem, b: Bounded, c: Bounded): Bounded {
  const bound = add(b.bound, c.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([b.sign]), summand([c.sign])]),
    theorem: orderBy(own, bound, false, [
      summand([sum]),
      summand([b.theorem]),
      summand([c.theorem]),
    ]),
  };
}
/** own = ‖X‖ and ‖X‖ ≤ B: own ≤ B. */
const through = (own: Term, equal: Theorem, inside: Bounded): Bounded => ({
  bound: inside.bound,
  sign: inside.sign,
  theorem: orderBy(own, inside.bound, false, [summand([weak(equal)]), summand([inside.theorem])]),
});

/**
 * |t| at most what the lengths of its summands, and the norms of the matrices before it, say;
 * `known` are not taken apart, but for t.
 */
export function lengthBound(t: Term, known: readonly Term[] = [], whole = true): Bounded {
  const own = lengthOf(t);
  const [head, ...more] = parts(t);
  if (!head || (!whole && known.some((u) => alike(u, t)))) return itself(own.value, own.sign);
  const probabilities = softmaxLength(t);
  if (probabilities) {
    const [bound, sign] = [number(one), orderBy(zeros([]), number(one), false, [summand([])])];
    return { bound, sign, theorem: lengthBelow(own, bound, sign, probabilities) };
  }
  const activated = throughActivation(t);
  if (activated) {
    const [inside, plain] = [
      lengthBound(activated.argument, known, false),
      lengthOf(activated.argument),
    ];
    const right = scale(activated.by, plain.value);
    const squared = orderBy(square(t), times(right, right), false, [
      summand([activated.squares]),
      summand([weak(flipped(plain.square))], {
        num: activated.by.num ** 2n,
        den: activated.by.den ** 2n,
      }),
    ]);
    const bound = scale(activated.by, inside.bound);
    return {
      bound,
      sign: orderBy(zeros([]), bound, false, [summand([inside.sign], activated.by)]),
      theorem: orderBy(own.value, bound, false, [
        summand([
          lengthBelow(
            own,
            right,
            orderBy(zeros([]), right, false, [summand([plain.sign], activated.by)]),
            squared,
          ),
        ]),
        summand([inside.theorem], activated.by),
      ]),
    };
  }
  const shared = more.length > 0 ? sharedFront(t) : null;
  if (shared) return stretched(own, shared, known);
  if (more.length > 0) {
    const [group, ...others] = groups(t, known) as [Term, ...Term[]];
    const rest = others.length === 1 ? (others[0] as Term) : add(...others);
    return together(
      own.value,
      triangle(lengthOf(group), lengthOf(rest)).theorem,
      lengthBound(group, known, false),
      lengthBound(rest, known, false),
    );
  }
  const { coefficient, rest } = withoutCoefficient(t);
  if (!positive(coefficient) || coefficient.num !== 1n || coefficient.den !== 1n) {
    const inside = lengthBound(rest, known, false);
    const size = {
      num: coefficient.num < 0n ? -coefficient.num : coefficient.num,
      den: coefficient.den,
    };
    const plain = lengthOf(rest);
    const right = scale(size, plain.value);
    const sign = orderBy(zeros([]), right, false, [summand([plain.sign], size)]);
    const squared = orderBy(square(t), times(right, right), false, [
      summand([weak(flipped(plain.square))], {
        num: size.num * size.num,
        den: size.den * size.den,
      }),
    ]);
    const bound = scale(size, inside.bound);
    return {
      bound,
      sign: orderBy(zeros([]), bound, false, [summand([inside.sign], size)]),
      theorem: orderBy(own.value, bound, false, [
        summand([lengthBelow(own, right, sign, squared)]),
        summand([inside.theorem], size),
      ]),
    };
  }
  const scalar = withoutScalar(t);
  if (scalar) {
    const [inside, plain, size] = [
      lengthBound(scalar.rest, known, false),
      lengthOf(scalar.rest),
      absolute(scalar.scalar),
    ];
    const right = times(size.value, plain.value);
    const sign = orderBy(zeros([]), right, false, [summand([size.sign, plain.sign])]);
    // s² t·t = |s|²|t|²: first |t|², then |s|²
    const squared = orderBy(square(t), times(right, right), false, [
      summand([weak(flipped(plain.square))], one, [size.value]),
      summand([weak(flipped(size.square)), nonnegative(scalar.rest)]),
    ]);
    const bound = times(size.value, inside.bound);
    return {
      bound,
      sign: orderBy(zeros([]), bound, false, [summand([size.sign, inside.sign])]),
      theorem: orderBy(own.value, bound, false, [
        summand([lengthBelow(own, right, sign, squared)]),
        summand([size.sign, inside.theorem]),
      ]),
    };
  }
  const cut = cutBehindFirst(t);
  if (!cut) return itself(own.value, own.sign);
  return stretched(own, cut, known);
}

/** |A u| ≤ ‖A‖ |u|, and both by their bounds. */
function stretched(
  own: Length,
  cut: { readonly front: Term; readonly rest: Term },
  known: readonly Term[],
): Bounded {
  const [plain, inside, outside] = [
    lengthOf(cut.rest),
    lengthBound(cut.rest, known, false),
    normBound(cut.front),
  ];
  const bound = times(outside.bound, inside.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([outside.sign, inside.sign])]),
    theorem: orderBy(own.value, bound, false, [
      summand([stretch(cut.front, cut.rest, own, plain)]),
      summand([signOf(cut.front), inside.theorem]),
      summand([inside.sign, outside.theorem]),
    ]),
  };
}

const square = (t: Term): Term => {
  const names = 'abcdefgh'.slice(0, t.shape.length);
  return contract([t, t], [names, names], '');
};
const nonnegative = (t: Term): Theorem =>
  orderBy(zeros([]), square(t), false, [summand([], one, [t])]);

/** |A t| ≤ ‖A‖ |t|, for a vector or the columns of a matrix. */
export function stretch(
  a: Term,
  t: Term,
  product: Length = lengthOf(apply(a, t)),
  plain: Length = lengthOf(t),
): Theorem {
  const n = normOf(a);
  const right = times(n, plain.value);
  const sign = orderBy(zeros([]), right, false, [summand([signOf(a), plain.sign])]);
  const bound =
    t.shape.length === 1
      ? fact('the norm bounds', a, t)
      : first(fact('Frobenius norm of a product', a, t));
  const squares = orderBy(square(product.of), times(right, right), false, [
    summand([bound]),
    summand([weak(flipped(plain.square))], one, [n]),
  ]);
  return lengthBelow(product, right, sign, squares);
}
const apply = (a: Term, t: Term): Term =>
  contract([a, t], ['ij', t.shape.length === 1 ? 'j' : 'jk'], t.shape.length === 1 ? 'i' : 'ik');
