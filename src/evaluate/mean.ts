/**
 * The mean of a polynomial in random entries: steps by changes of sign, then moments entry by
 * entry.
 */
import { spend } from '../numbers/counted-work.ts';
import { Unsupported, type Field } from '../numbers/field.ts';
import type { RandomMonomial } from '../numbers/random-monomials.ts';
import type { RandomPolynomial, RandomRing, Step } from '../numbers/random-polynomials.ts';
import { entryMoment, isSymmetric, jointMoment, type Entries } from './laws.ts';

const notKnown = (): Unsupported =>
  new Unsupported(
    'the mean of something that is neither a polynomial nor even in the sign of a random ' +
      'variable is not computed exactly',
  );

/**
 * Entries that the argument of a step mentions, in the arguments of steps within it too; each step
 * is looked at once.
 */
const entriesOf = <T>(ring: RandomRing<T>, step: number): ReadonlySet<number> => {
  const into = new Set<number>();
  const seen = new Set([step]);
  for (const s of seen) {
    const { terms } = (ring.steps[s] as Step<T>).of;
    spend(terms.size / 8);
    for (const { powers, steps } of terms.keys()) {
      for (const [e] of powers) into.add(e);
      for (const inner of steps) seen.add(inner);
    }
  }
  return into;
};

const parity = (term: RandomMonomial, flipped: ReadonlySet<number>): number =>
  term.powers.reduce((sum, [e, k]) => sum + (flipped.has(e) ? k : 0), 0) % 2;

/**
 * Entries whose common change of sign leaves the law as it is, turns the argument of step `s` into
 * its negative and leaves every other step of the term alone; null where none is found.
 */
const flipFor = <T>(
  ring: RandomRing<T>,
  laws: readonly Entries<T>[],
  term: RandomMonomial,
  s: number,
): ReadonlySet<number> | null => {
  const { of, bare } = ring.steps[s] as Step<T>;
  const others = term.steps.filter((t) => t !== s).map((t) => entriesOf(ring, t));
  for (const law of laws) {
    if (!isSymmetric(ring.base, law)) continue;
    const mine = (e: number): boolean => e >= law.first && e < law.first + law.count;
    const direct = new Set(
      [...of.terms.keys()].flatMap(({ powers }) => powers.map(([e]) => e).filter(mine)),
    );
    if (direct.size === 0) continue;
    const flipped = law.covariance
      ? new Set(Array.from({ length: law.count }, (_, i) => law.first + i))
      : direct;
    const inner = new Set(
      [...of.terms.keys()].flatMap(({ steps }) => steps).flatMap((t) => [...entriesOf(ring, t)]),
    );
    const odd =
      [...of.terms.keys()].every((t) => parity(t, flipped) === 1) &&
      ![...flipped].some((e) => inner.has(e));
    if (!odd || others.some((o) => [...flipped].some((e) => o.has(e)))) continue;
    // θ(a) + θ(−a) = 1 but where a = 0: there a factor a is 0 too, and without one a must be 0 with
    // probability 0
    const certain =
      law.kind === 'normal' &&
      inner.size === 0 &&
      [...of.terms.keys()].every((t) => t.powers.length === 1) &&
      ring.base.sign((law.covariance?.data[0] ?? law.central[0]) as T) !== 0;
    if (bare && (!certain || law.covariance)) continue;
    return flipped;
  }
  return null;
};

/**
 * Takes steps away, the outermost first: E[g θ(a)] = ½ E[g] where a sign change turns a round and
 * leaves g as it is.
 */
const withoutSteps = <T>(
  ring: RandomRing<T>,
  laws: readonly Entries<T>[],
  a: RandomPolynomial<T>,
): RandomPolynomial<T> => {
  const half = ring.base.fromRational({ num: 1n, den: 2n });
  let rest = a;
  while ([...rest.terms.keys()].some((t) => t.steps.length > 0)) {
    rest = ring.collect(
      [...rest.terms].map(([term, coefficient]) => {
        for (const s of term.steps) {
          const flipped = flipFor(ring, laws, term, s);
          if (flipped === null) continue;
          if (parity(term, flipped) === 1) break;
          const steps = term.steps.filter((t) => t !== s);
          return [ring.monomial(term.powers, steps), ring.base.mul(half, coefficient)] as const;
        }
        if (term.steps.length === 0) return [term, coefficient] as const;
        throw notKnown();
      }),
    );
  }
  return rest;
};

/** Is it 0 with probability 0? False where that is not known. */
const isSeldomZero = <T>(
  ring: RandomRing<T>,
  laws: readonly Entries<T>[],
  a: RandomPolynomial<T>,
): boolean => {
  const terms = [...a.terms];
  if (terms.some(([{ steps }]) => steps.length > 0)) return false;
  const entries = new Set(terms.flatMap(([{ powers }]) => powers.map(([e]) => e)));
  const met = laws.filter((law) =>
    [...entries].some((e) => e >= law.first && e < law.first + law.count),
  );
  const { base } = ring;
  // the zeros of a polynomial, of independent Gaussians that vary, have no volume
  if (met.every((law) => law.kind === 'normal' && !law.covariance))
    return met.every((law) => base.sign(law.central[0] as T) !== 0);
  const [law] = met;
  if (met.length !== 1 || law?.kind !== 'normal' || !law.covariance) return false;
  if (terms.some(([{ powers }]) => powers.length > 1 || (powers[0]?.[1] ?? 1) > 1)) return false;
  const { data } = law.covariance;
  const linear = terms.flatMap(
    ([
      {
        powers: [own],
      },
      c,
    ]) => (own ? [{ place: own[0] - law.first, c }] : []),
  );
  const variance = linear
    .flatMap((x) =>
      linear.map((y) => base.mul(base.mul(x.c, y.c), data[x.place * law.count + y.place] as T)),
    )
    .reduce((sum, x) => base.add(sum, x), base.zero);
  return base.sign(variance) !== 0;
};

/** Throws `Unsupported` where the mean is not computed exactly. */
export const meanOf = <T>(
  ring: RandomRing<T>,
  laws: readonly Entries<T>[],
  a: RandomPolynomial<T>,
): T => {
  const field: Field<T> = ring.base;
  if (!ring.signed.every((s) => isSeldomZero(ring, laws, s))) throw notKnown();
  const known = new Map<string, T>();
  const moment = (law: Entries<T>, powers: readonly (readonly [number, number])[]): T => {
    const own = powers.filter(([e]) => e >= law.first && e < law.first + law.count);
    if (own.length === 0) return field.one;
    const key = own.map(([e, k]) => `${e}^${k}`).join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const exponents = (): number[] =>
      Array.from({ length: law.count }, (_, i) => own.find(([e]) => e === law.first + i)?.[1] ?? 0);
    const value = law.covariance
      ? jointMoment(field, law, exponents())
      : own.reduce(
          (p, [e, k]) => field.mul(p, entryMoment(field, law, e - law.first, k)),
          field.one,
        );
    known.set(key, value);
    return value;
  };
  let sum = field.zero;
  for (const [{ powers }, coefficient] of withoutSteps(ring, laws, a).terms) {
    let value = coefficient;
    // also with a factor of mean 0: a product has a mean where each of its factors has one
    for (const law of laws) value = field.mul(value, moment(law, powers));
    sum = field.add(sum, value);
  }
  return sum;
};
