/**
 * Means of terms over independent random variables, one variable after the other (Fubini:
 * everything averaged here is a polynomial in the entries, or at most of its growth, so every mean
 * exists as far as the moments of its law do).
 *
 *   normal       E[x_i g] = μ_i E[g] + Σ S_ij E[g without x_j], over the factors x_j of g
 *                (Isserlis 1918, Wick 1950)
 *   independent  E[x_i g] = Σ_B κ_|B| E[g without B], over the sets B ∋ i of factors on one entry
 *                (Leonov and Shiryaev 1959)
 *   functions    E[x_i g] = μ_i E[g] + Σ_j S_ij E[∂_j g] for a Gaussian x and a smooth g: see
 *                smoothed.ts
 *   closed       exp, odd functions, det and sums of softmax: see closed-means.ts
 *   kinks        relu and |·| of what changes its sign with a row: see sign-flips.ts
 */
import { occurs } from './occurrence.ts';
import { closedMean, withoutSummedSoftmax } from './closed-means.ts';
import { add, factorTerm, scale, splice, zeros, type Piece } from './graph.ts';
import { one, type Ratio } from './ratio.ts';
import { list, own, text } from './entry.ts';
import { demandIntegrable } from './integrable.ts';
import { checkedRandom, cumulant, meanPiece, type RandomVariable } from './random-variable.ts';
import { demand, fail, KernelError } from './seal.ts';
import { withoutKinks } from './sign-flips.ts';
import { byParts } from './by-parts.ts';
import { isSmooth, smoothed } from './smoothed.ts';
import type { Dim, Factor, Monomial, Term } from './term.ts';
import { writeMonomial, type Label } from './write.ts';

/**
 * Untrusted: a labelling under which isomorphic graphs get one text, so that each is averaged once.
 */
export type Labelling = (m: Monomial) => Label;

const pieceOf = (f: Factor): Piece => ({ term: factorTerm(f), on: f.slots });
const isOwn = (f: Factor, x: RandomVariable): boolean =>
  f.head.kind === 'variable' && f.head.name === x.name;

/** E of x_i times the other factors, one step: a sum of terms with fewer factors x. */
function onePulled(m: Monomial, at: number, x: RandomVariable): Term {
  const { slots } = m.factors[at] as Factor;
  const others = m.factors.flatMap((f, i) => (i !== at && isOwn(f, x) ? [i] : []));
  const mean = meanPiece(x, slots);
  const parts: Term[] = mean ? [joined(m, [at], [], [mean])] : [];
  for (const block of blocksOf(others, x)) {
    const all = [at, ...block];
    const [second] = block;
    if (x.law.kind === 'normal' && x.law.variance.shape.length === 2) {
      const [from, to] = all.map((i) => (m.factors[i] as Factor).slots) as [
        readonly number[],
        readonly number[],
      ];
      parts.push(
        joined(
          m,
          all,
          [[at, second as number, x.family]],
          [{ term: x.law.variance, on: [from[x.family] as number, to[x.family] as number] }],
        ),
      );
      continue;
    }
    const kappa = cumulant(x, all.length);
    if (kappa)
      parts.push(
        joined(
          m,
          all,
          block.map((i) => [at, i, x.shape.length] as const),
          [{ term: kappa, on: [] }],
        ),
      );
  }
  return parts.length === 0 ? zeros(m.free.map((w) => m.wires[w] as Dim)) : add(...parts);
}

/**
 * The sets of further factors that may share an entry with the first: for a Gaussian one alone,
 * otherwise any.
 */
function blocksOf(others: readonly number[], x: RandomVariable): number[][] {
  if (x.law.kind === 'normal') return others.map((i) => [i]);
  if (others.length > 12) fail(`a moment of more than 13 factors of ${x.name}`);
  return Array.from({ length: 2 ** others.length - 1 }, (_, set) =>
    others.filter((__, k) => Math.floor((set + 1) / 2 ** k) % 2 === 1),
  );
}

/**
 * The graph without the factors `gone`, with the first slots of pairs of them joined, and with more
 * pieces.
 */
function joined(
  m: Monomial,
  gone: readonly number[],
  pairs: readonly (readonly [number, number, number])[],
  more: readonly Piece[],
): Term {
  const fused = [...m.wires.keys()];
  const root = (w: number): number => (fused[w] === w ? w : root(fused[w] as number));
  for (const [a, b, axes] of pairs) {
    const [p, q] = [m.factors[a] as Factor, m.factors[b] as Factor];
    for (let axis = 0; axis < axes; axis++)
      fused[root(q.slots[axis] as number)] = root(p.slots[axis] as number);
  }
  const kept = [...m.wires.keys()].filter((w) => root(w) === w);
  const place = new Map(kept.map((w, i) => [w, i]));
  const on = (ws: readonly number[]): number[] => ws.map((w) => place.get(root(w)) as number);
  const pieces = [...m.factors.flatMap((f, i) => (gone.includes(i) ? [] : [pieceOf(f)])), ...more];
  return splice(
    { wires: kept.map((w) => m.wires[w] as Dim), free: on(m.free) },
    pieces.map((p) => ({ term: p.term, on: on(p.on) })),
  );
}

/** The graph without its coefficient. */
const bare = (m: Monomial): Monomial =>
  Object.freeze({ ...m, coefficient: one, powers: Object.freeze({}) });
const termOf = (m: Monomial, c: Ratio, powers: Monomial['powers']): Term =>
  splice({ wires: m.wires, free: m.free, coefficient: c, powers }, m.factors.map(pieceOf));

/** The mean over one variable; `pending`: names that are still random. */
function over(x: RandomVariable, term: Term, pending: readonly string[], label: Labelling): Term {
  const known = new Map<string, Term>();
  const meanOfGraph = (m: Monomial): Term => {
    const given = label(m);
    const { text } = writeMonomial(m, given);
    const before = known.get(text);
    if (before) return before;
    const inside = m.factors.some(
      (f) => f.head.kind !== 'variable' && occurs(x.name, pieceOf(f).term),
    );
    // any of them may be pulled out first: the one that is written first makes fewer graphs
    const first = (given.order ?? []).find(
      (i) => Number.isInteger(i) && m.factors[i] !== undefined && isOwn(m.factors[i], x),
    );
    const at = first ?? m.factors.findIndex((f) => isOwn(f, x));
    const pulled = (): Term =>
      at < 0
        ? inside
          ? (closedMean(m, x) ?? smoothed(m, x))
          : termOf(m, one, {})
        : mean(inside ? byParts(m, at, x) : onePulled(m, at, x));
    const summed = inside ? withoutSummedSoftmax(m) : null;
    const closed = summed || !inside || isSmooth(m, x) || at >= 0 ? null : closedMean(m, x);
    const value =
      summed !== null
        ? mean(summed)
        : (closed ?? (inside && !isSmooth(m, x) ? mean(withoutKinks(m, x, pending)) : pulled()));
    known.set(text, value);
    return value;
  };
  const mean = (t: Term): Term => {
    const parts = t.monomials.map((m) => {
      const graph = meanOfGraph(bare(m));
      if (Object.keys(m.powers).length === 0) return scale(m.coefficient, graph);
      return splice(
        {
          wires: graph.shape,
          free: graph.shape.map((_, i) => i),
          coefficient: m.coefficient,
          powers: m.powers,
        },
        [{ term: graph, on: graph.shape.map((_, i) => i) }],
      );
    });
    return parts.length === 0 ? zeros(t.shape) : add(...parts);
  };
  return mean(term);
}

/**
 * The mean of a term over independent random variables. Throws `KernelError` where it is not known:
 * a moment that is not declared, a function of something random that is neither a polynomial nor
 * even in a change of sign.
 */
export function expectation(
  term: Term,
  given: readonly RandomVariable[],
  label: Labelling = () => ({}),
): Term {
  demand(term);
  const variables = list(given, (x) => x as RandomVariable);
  const names = variables.map((x) => text(own(x, 'name')));
  if (new Set(names).size !== names.length) fail('two random variables of one name');
  let rest = variables.map((x) => checkedRandom(x, names));
  demandIntegrable(
    term,
    rest.map(({ name, law }) => ({
      name,
      bounded: law.kind === 'rademacher',
      highest: law.kind === 'independent' ? law.central.length + 1 : null,
    })),
  );
  let value = term;
  while (rest.length > 0) {
    let failure: KernelError | null = null;
    const done = rest.find((x) => {
      if (!occurs(x.name, value)) return true;
      try {
        value = over(
          x,
          value,
          rest.map((y) => y.name),
          label,
        );
        return true;
      } catch (error) {
        if (!(error instanceof KernelError)) throw error;
        failure ??= error;
        return false;
      }
    });
    if (!done) throw failure ?? new KernelError('a mean that is not known');
    rest = rest.filter((x) => x !== done);
  }
  return names.some((n) => occurs(n, value)) ? fail('something random is left') : value;
}
