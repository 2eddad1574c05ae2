/**
 * relu and |·| under a mean. Rows of a random variable whose law does not change when a row changes
 * its sign, as the rows of a centred Gaussian matrix: what is linear in a row changes its sign with
 * it, so that on that row
 *
 *   relu(u)^k g has the mean ½ E[u^k g] for every g for which u^k g is even in the row,
 *   |u|^k g = u^k g for even k, and has the mean 0 for odd k where u^k g is even in the row,
 *   sign(u)^k g has the mean sign(E u²)² E g for even k: u = 0 with probability 0, or always.
 *
 * Rows are distinguished first: a sum over all indices is the sum over which of them are equal, and
 * over distinct indices by Möbius inversion on the partitions. Source: He, Zhang, Ren and Sun 2015;
 * Rota 1964.
 */
import { varianceOf } from './closed-means.ts';
import { occurs } from './occurrence.ts';
import { add, contract, factorTerm, jet, splice, zeros, type Piece } from './graph.ts';
import { one, ratio, times, type Ratio } from './ratio.ts';
import { fail } from './seal.ts';
import { linearPart } from './by-parts.ts';
import type { RandomVariable } from './random-variable.ts';
import type { Dim, Factor, Head, Monomial, Term } from './term.ts';
import { writeTerm } from './write.ts';

type Jet = Head & { readonly kind: 'jet' };
/**
 * relu(u), |u|, or a first derivative of one, with the axes of the variable that its indices fix.
 */
interface Kink {
  readonly factor: Factor;
  readonly head: Jet;
  /** For each axis of the variable: which index of the function fixes it, or null. */
  readonly rows: readonly (number | null)[];
}

function kinkOf(factor: Factor, x: RandomVariable, pending: readonly string[]): Kink {
  const { head } = factor;
  const known =
    head.kind === 'jet' &&
    (head.fn.name === 'relu' || head.fn.name === 'abs') &&
    head.fn.family.length === 0 &&
    head.fn.inputs.length === 1 &&
    head.fn.inputs[0] === null &&
    head.fn.output === null;
  if (head.kind !== 'jet' || !known || (head.orders[0] as number) > 1)
    return fail(
      'the mean of ' +
        `${head.kind === 'jet' ? head.fn.name : head.kind === 'operation' ? head.name : 'an inverse'} ` +
        'of something random',
    );
  const arg = head.args[0] as Term;
  // θ(u) + θ(−u) = 1 but for u = 0, which must have probability 0 if u is not a factor of the
  // product
  if (
    head.orders[0] === 1 &&
    (x.law.kind !== 'normal' || pending.some((n) => n !== x.name && occurs(n, arg)))
  )
    fail(`a derivative at a kink that may be met`);
  let rows: (number | null)[] | null = null;
  for (const m of arg.monomials) {
    const own = m.factors.filter((f) => f.head.kind === 'variable' && f.head.name === x.name);
    const others = m.factors.filter((f) => !own.includes(f));
    const [only] = own;
    if (!only || own.length > 1 || others.some((f) => occurs(x.name, factorTerm(f))))
      return fail(`the mean of ${head.fn.name} of a term that is not linear in ${x.name}`);
    const here = only.slots.map((w, axis): number | null => {
      const places = m.free.flatMap((v, place) => (v === w ? [place] : []));
      const alone = places.length === 1 && only.slots.filter((v) => v === w).length === 1;
      return alone && isIndependent(x, axis) ? (places[0] as number) : null;
    });
    if (rows && rows.join() !== here.join())
      fail(`the mean of ${head.fn.name} of several rows at once`);
    rows = here;
  }
  return { factor, head, rows: rows ?? x.shape.map(() => null) };
}

/** Are entries that differ on this axis independent? */
const isIndependent = ({ family, law }: RandomVariable, axis: number): boolean =>
  axis < family ||
  law.kind === 'rademacher' ||
  (law.kind === 'normal' && law.variance.shape.length === 0);

/** Every partition of the wires into blocks of one dimension. */
function partitions(wires: readonly number[], dim: (w: number) => Dim): number[][][] {
  const [first, ...rest] = wires;
  if (first === undefined) return [[]];
  return partitions(rest, dim).flatMap((p) => [
    [[first], ...p],
    ...p.flatMap((block, k) =>
      dim(block[0] as number) === dim(first) ? [p.with(k, [first, ...block])] : [],
    ),
  ]);
}

/** The places of a term's shape whose index it depends on. */
const dependsOn = (t: Term): number[] =>
  [...t.shape.keys()].filter((place) =>
    t.monomials.some(
      ({ free, factors }) =>
        free.filter((w) => w === free[place]).length > 1 ||
        factors.some(({ slots }) => slots.includes(free[place] as number)),
    ),
  );

/** A term at the given places of its shape, which are all that it depends on. */
function atPlaces(t: Term, places: readonly number[]): Term {
  const parts = t.monomials.map((m) => {
    const gone = new Set(
      [...m.free.keys()].filter((k) => !places.includes(k)).map((k) => m.free[k]),
    );
    const kept = [...m.wires.keys()].filter((w) => !gone.has(w));
    const on = (ws: readonly number[]): number[] => ws.map((w) => kept.indexOf(w));
    return splice(
      {
        wires: kept.map((w) => m.wires[w] as Dim),
        free: on(places.map((k) => m.free[k] as number)),
        coefficient: m.coefficient,
        powers: m.powers,
      },
      m.factors.map((f) => ({ term: factorTerm(f), on: on(f.slots) })),
    );
  });
  return parts.length === 0 ? zeros(places.map((k) => t.shape[k] as Dim)) : add(...parts);
}

/** sign(E u²)²: 1 where u varies, 0 where u is always 0. */
function variesAt({ head, factor }: Kink, x: RandomVariable): Piece {
  const spread = varianceOf(linearPart(head.args[0] as Term, x), x, head.params.length);
  const places = dependsOn(spread);
  const reduced = atPlaces(spread, places);
  const sign = jet(head.fn, [1], [reduced], reduced.shape);
  const names = places.map((_, i) => String.fromCharCode(97 + i)).join('');
  return {
    term: contract([sign, sign], [names, names], names),
    on: places.map((k) => factor.slots[k] as number),
  };
}

/**
 * The part of a graph that is even in every row, when wires of different blocks have different
 * values; null where it vanishes.
 */
function evenOnDistinct(
  m: Monomial,
  x: RandomVariable,
  kinks: readonly Kink[],
  name: (w: number) => number,
): { pieces: Piece[]; coefficient: Ratio } | null {
  const groups = new Map<string, { kinks: Kink[]; own: number }>();
  const group = (wires: readonly number[]): { kinks: Kink[]; own: number } => {
    const key = wires.map(name).join();
    const made = groups.get(key) ?? { kinks: [], own: 0 };
    groups.set(key, made);
    return made;
  };
  const axes = x.shape.map((_, axis) => axis).filter((axis) => kinks[0]?.rows[axis] !== null);
  for (const k of kinks)
    group(axes.map((axis) => k.factor.slots[k.rows[axis] as number] as number)).kinks.push(k);
  const isKink = new Set(kinks.map((k) => k.factor));
  const pieces: Piece[] = m.factors.flatMap((f) =>
    isKink.has(f) ? [] : [{ term: factorTerm(f), on: f.slots }],
  );
  for (const f of m.factors)
    if (f.head.kind === 'variable' && f.head.name === x.name)
      group(axes.map((axis) => f.slots[axis] as number)).own++;
  let coefficient = one;
  for (const { kinks: here, own } of groups.values()) {
    const [head] = here;
    if (!head) continue;
    const same = (k: Kink): boolean =>
      writeTerm(k.head.args[0] as Term) === writeTerm(head.head.args[0] as Term) &&
      k.factor.slots.map(name).join() === head.factor.slots.map(name).join();
    if (!here.every(same)) return fail('the mean of two different functions of one row');
    const [relu, abs] = ['relu', 'abs'].map((fn) => here.filter((k) => k.head.fn.name === fn)) as [
      Kink[],
      Kink[],
    ];
    const power = here.filter((k) => k.head.orders[0] === 0);
    for (const k of power) pieces.push({ term: k.head.args[0] as Term, on: k.factor.slots });
    if (relu.length === 0 && abs.length % 2 === 0) {
      // without a factor u next to it, a sign is 0 where u is 0
      if (power.length === 0) pieces.push(variesAt(head, x));
      continue;
    }
    const even = (power.length + own) % 2 === 0;
    if (relu.length === 0 && even) return null;
    if (!even || relu.length === 0)
      return fail('the mean of an odd power, which is not a rational multiple of the variance');
    coefficient = times(coefficient, ratio(1n, 2n));
  }
  return { pieces, coefficient };
}

const factorial = (k: number): bigint => (k <= 1 ? 1n : BigInt(k) * factorial(k - 1));

/** A graph of the same mean in which no relu or |·| of the variable is left. */
export function withoutKinks(m: Monomial, x: RandomVariable, pending: readonly string[]): Term {
  const { law } = x;
  if (law.kind === 'independent' || (law.kind === 'normal' && law.mean.monomials.length > 0))
    fail(`the mean of a function of ${x.name}, whose law is not known to be symmetric`);
  const kinks = m.factors
    .filter((f) => f.head.kind !== 'variable' && occurs(x.name, factorTerm(f)))
    .map((f) => kinkOf(f, x, pending));
  const pattern = (k: Kink): string => k.rows.map((r) => (r === null ? '.' : 'r')).join('');
  if (kinks.some((k) => pattern(k) !== pattern(kinks[0] as Kink)))
    fail(`the mean of functions of different rows of ${x.name}`);
  const axes = x.shape.map((_, axis) => axis).filter((axis) => kinks[0]?.rows[axis] !== null);
  const rowWires = new Set<number>();
  for (const k of kinks)
    for (const axis of axes) rowWires.add(k.factor.slots[k.rows[axis] as number] as number);
  for (const f of m.factors)
    if (f.head.kind === 'variable' && f.head.name === x.name)
      for (const axis of axes) rowWires.add(f.slots[axis] as number);
  if (rowWires.size > 6) fail('a mean over more than six rows');
  const dim = (w: number): Dim => m.wires[w] as Dim;
  const parts: Term[] = [];
  const every = partitions([...rowWires], dim);
  for (const fine of every) {
    const blockOf = new Map(
      fine.flatMap((block) => block.map((w) => [w, block[0] as number] as const)),
    );
    const found = evenOnDistinct(m, x, kinks, (w) => blockOf.get(w) ?? w);
    if (!found) continue;
    // Σ over distinct values = Σ over coarser partitions of μ · Σ over all values
    for (const coarse of partitions(
      fine.map((block) => block[0] as number),
      dim,
    )) {
      const mobius = coarse.reduce(
        (p, block) =>
          times(p, ratio((block.length % 2 === 1 ? 1n : -1n) * factorial(block.length - 1))),
        one,
      );
      const target = new Map(
        coarse.flatMap((block) => block.map((w) => [w, block[0] as number] as const)),
      );
      const root = (w: number): number => {
        const b = blockOf.get(w);
        return b === undefined ? w : (target.get(b) as number);
      };
      const kept = [...m.wires.keys()].filter((w) => root(w) === w);
      const place = new Map(kept.map((w, i) => [w, i]));
      const on = (ws: readonly number[]): number[] => ws.map((w) => place.get(root(w)) as number);
      parts.push(
        splice(
          { wires: kept.map(dim), free: on(m.free), coefficient: times(mobius, found.coefficient) },
          found.pieces.map((p) => ({ term: p.term, on: on(p.on) })),
        ),
      );
    }
  }
  return parts.length === 0
    ? splice({ wires: [...m.wires], free: [...m.free], coefficient: ratio(0n) }, [])
    : add(...parts);
}
