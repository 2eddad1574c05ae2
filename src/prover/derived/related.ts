/**
 * Named functions at related arguments that occur together, as u and −u, or a sum and its parts: the
 * kernel's facts about them.
 */
import { logarithmIsSoftplus, softplusArgument } from './softplus.ts';
import type { Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  dimension,
  factorTerm,
  number,
  scale,
  splice,
} from '../../kernel/graph.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import { alike } from './labelled.ts';
import { headText } from '../graphs/labelling.ts';
import { argumentOf, namedIn } from '../graphs/named-functions.ts';
import { negated } from '../graphs/small-terms.ts';

const plain = new Map();
const twice = (u: Term): Term => scale(ratio(2n), u);

/** The arguments of each function's values, not of its derivatives. */
export function values(terms: readonly Term[]): (name: string) => Term[] {
  const found = namedIn(terms).filter(({ order }) => order === 0);
  return (name) => found.filter((f) => f.name === name).map((f) => f.argument);
}
export const among = (u: Term, list: readonly Term[]): boolean => list.some((v) => alike(u, v));

/** Equations that hold whatever the arguments are. */
export function relations(terms: readonly Term[]): Theorem[] {
  const at = values(terms);
  const found: Theorem[] = [];
  for (const name of ['tanh', 'erf', 'relu', 'softplus', 'gelu', 'sigmoid', 'abs', 'sin', 'cos']) {
    const list = at(name);
    list.forEach((u, i) => {
      if (!among(negated(u), list.slice(i + 1))) return;
      found.push(fact(`${name} of the negative`, u));
      if (name === 'relu') found.push(fact('relu at both signs', u));
    });
  }
  // at 0 the function is its own opposite
  for (const name of ['tanh', 'erf', 'sigmoid'])
    for (const u of at(name))
      if (u.monomials.length === 0) found.push(fact(`${name} of the negative`, u));
  for (const name of ['sin', 'cos', 'softplus'])
    for (const u of at(name))
      if (u.monomials.length === 0 && u.shape.length === 0) found.push(fact(`${name} at zero`, u));
  for (const u of at('silu'))
    if (among(negated(u), at('silu'))) found.push(fact('sigmoid of the negative', u));
  for (const u of at('relu')) {
    const inside = argumentOf('relu', bareHead(u));
    if (inside) found.push(fact('relu of relu', inside));
  }
  for (const s of at('sqrt')) {
    const base = squareRoot(s);
    if (base) found.push(fact('root of a square', base));
  }
  for (const u of at('softmax').slice(0, 6))
    for (const { rest, entry } of shifts(u)) found.push(fact('softmax of a shift', rest, entry));
  const sizes = at('abs');
  for (const u of sizes)
    if ([u, negated(u)].some((v) => among(v, at('relu'))))
      found.push(
        fact('abs by relu', u),
        fact('relu of the negative', u),
        fact('relu at both signs', u),
        ...(among(negated(u), sizes) ? [] : [fact('abs of the negative', u)]),
      );
  const powers = at('exp');
  for (const u of at('sigmoid'))
    if ([u, negated(u)].some((v) => among(v, powers))) found.push(fact('sigmoid by exp', u));
  for (const u of at('tanh')) found.push(...ofTanh(u, powers, at('sigmoid')));
  if (powers.length + at('softmax').length === 1)
    for (const u of powers) if (u.monomials.length === 0) found.push(fact('exp of zero', u));
  if (powers.length + at('softmax').length > 1)
    for (const u of [...powers, ...at('softmax')].slice(0, 8)) found.push(...parted(u));
  for (const u of at('log')) found.push(...ofLogarithm(u));
  return found;
}

/** tanh(u) through exp or σ, where these occur at ±u or ±2u. */
function ofTanh(u: Term, powers: readonly Term[], sigmoids: readonly Term[]): Theorem[] {
  const found: Theorem[] = [];
  const doubled = twice(u);
  const byPowers = [u, negated(u), doubled, negated(doubled)].some((v) => among(v, powers));
  if (byPowers || among(doubled, sigmoids)) found.push(fact('tanh by sigmoid', u));
  if (byPowers)
    found.push(
      fact('sigmoid by exp', doubled),
      fact('exp of a sum', u, u),
      fact('exp of a sum', negated(u), negated(u)),
    );
  return found;
}

/** Equations for the logarithm of s: of exp, of a sum of exponentials, of 1, of 1 + exp. */
function ofLogarithm(s: Term): Theorem[] {
  const found: Theorem[] = [];
  const power = s.shape.length === 0 ? argumentOf('exp', bareHead(s)) : null;
  if (power) found.push(fact('logarithm of exp', power));
  const total = sumOfExponentials(s);
  if (total)
    for (const { rest, entry } of shifts(total))
      found.push(fact('log-sum-exp of a shift', rest, entry));
  if (alike(s, number(one))) found.push(fact('logarithm of one', number(one)));
  const inside = s.shape.length === 0 ? softplusArgument(s) : null;
  if (inside) found.push(logarithmIsSoftplus(inside));
  return found;
}

/** One monomial of a term, as a term. */
export const alone = (t: Term, m: Monomial): Term =>
  splice(
    { wires: m.wires, free: m.free, coefficient: m.coefficient, powers: m.powers },
    m.factors.map((f) => ({ term: factorTerm(f), on: f.slots })),
  ) ?? t;

/** The one entry of a summand whose entries are all equal, s 1; null where they need not be. */
const level = (u: Term, m: Monomial): Term | null =>
  u.shape.length === 1 && !m.factors.some((f) => f.slots.includes(m.free[0] as number))
    ? contract([alone(u, m), dimension(u.shape[0] as string, -1)], ['i', ''], '')
    : null;

/** u as what is left of it and a summand whose entries are all one number. */
const shifts = (u: Term): { rest: Term; entry: Term }[] =>
  u.monomials.flatMap((m) => {
    const entry = level(u, m);
    return entry ? [{ rest: add(u, negated(alone(u, m))), entry }] : [];
  });

/** u where the number is Σ exp(u_i). */
function sumOfExponentials(s: Term): Term | null {
  const [m, ...more] = s.monomials;
  const [f, ...others] = m?.factors ?? [];
  if (!m || !f || more.length + others.length > 0) return null;
  const u = argumentOf('exp', f.head);
  return u?.shape.length === 1 && alike(s, contract([factorTerm(f)], ['i'], '')) ? u : null;
}

/**
 * exp(a + b + …) by exp of a, of b, …; of a small multiple by exp of the term; of a part with equal
 * entries by exp of a number.
 */
function parted(u: Term): Theorem[] {
  const [m, ...others] = u.monomials;
  if (!m) return [fact('exp of zero', u)];
  if (others.length > 6) return [];
  const whole = alone(u, m);
  const entry = level(u, m);
  const equalEntries = entry ? [fact('exp of equal entries', entry, u)] : [];
  const { num, den } = m.coefficient;
  const count = den === 1n ? Number(num < 0n ? -num : num) : 1;
  const single = scale(ratio(1n, BigInt(count)), whole);
  const repeated =
    count > 1 && count <= 4
      ? Array.from({ length: count - 1 }, (_, k) =>
          fact('exp of a sum', scale(ratio(BigInt(k + 1)), single), single),
        )
      : [];
  if (others.length === 0) return [...equalEntries, ...repeated];
  const rest = add(...others.map((n) => alone(u, n)));
  return [...equalEntries, ...repeated, fact('exp of a sum', whole, rest), ...parted(rest)];
}

/** x where the term is x x. */
function squareRoot(s: Term): Term | null {
  const [m, ...more] = s.monomials;
  if (
    !m ||
    more.length > 0 ||
    m.coefficient.num !== m.coefficient.den ||
    m.factors.length % 2 > 0 ||
    m.factors.some((f) => f.slots.length > 0)
  )
    return null;
  const sorted = m.factors.toSorted((f, g) => (headText(f, plain) < headText(g, plain) ? -1 : 1));
  const half = sorted.filter((_, i) => i % 2 === 0);
  const base = contract(
    half.map(factorTerm),
    half.map(() => ''),
    '',
  );
  return alike(contract([base, base], ['', ''], ''), s) ? base : null;
}
