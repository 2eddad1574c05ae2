/** Equations of named functions that hold where their arguments have a sign. */
import type { Term } from '../../kernel/term.ts';
import { add, bareHead, factorTerm, number, scale, zeros } from '../../kernel/graph.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { both, fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { headText } from '../graphs/labelling.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { negated } from '../graphs/small-terms.ts';
import { alone, among, values } from './related.ts';

type Attempt = (f: Formula) => Theorem | null;

const plain = new Map();

/**
 * The term without one of its numbers, a factor of every summand; null where some summand lacks it.
 */
function without(u: Term, text: string): Term | null {
  const rests = u.monomials.map((m) => {
    const at = m.factors.findIndex((f) => f.slots.length === 0 && headText(f, plain) === text);
    return at < 0 ? null : alone(u, { ...m, factors: m.factors.toSpliced(at, 1) });
  });
  return rests.includes(null) ? null : add(...(rests as Term[]));
}

/** The numbers s that an argument is a multiple of, with what is left: s u. */
function multiples(u: Term): { by: Term; rest: Term }[] {
  const [m] = u.monomials;
  if (!m) return [];
  const texts = new Map(
    m.factors.filter((f) => f.slots.length === 0).map((f) => [headText(f, plain), factorTerm(f)]),
  );
  const byFactors = [...texts].flatMap(([text, by]) => {
    const rest = without(u, text);
    return rest ? [{ by, rest }] : [];
  });
  const { num, den } = m.coefficient;
  const size = { num: num < 0n ? -num : num, den };
  return size.num === size.den
    ? byFactors
    : [...byFactors, { by: number(size), rest: scale(ratio(den, size.num), u) }];
}

/** A product of numbers as its first factor and the others. */
function cut(s: Term): readonly [Term, Term] | null {
  const [m, ...more] = s.monomials;
  const [f, ...others] = m?.factors ?? [];
  if (
    !m ||
    !f ||
    more.length > 0 ||
    f.slots.length > 0 ||
    (others.length === 0 && m.coefficient.num === m.coefficient.den)
  )
    return null;
  return [factorTerm(f), alone(s, { ...m, factors: others })];
}

const nonnegative = (s: Term): Formula => less(zeros([]), s, false);
const positive = (s: Term): Formula => less(zeros([]), s, true);

/** Equations that need signs, which `prove` finds. */
export function signedRelations(terms: readonly Term[], prove: Attempt): Theorem[] {
  const at = values(terms);
  const found: Theorem[] = [];
  const use = (name: string, given: readonly Term[], wanted: Theorem | null): boolean => {
    if (wanted) found.push(modusPonens(fact(name, ...given), wanted));
    return wanted !== null;
  };
  for (const name of ['relu', 'leakyrelu']) {
    const list = at(name);
    for (const u of list.slice(0, 6)) {
      for (const { by, rest } of multiples(u))
        if (among(rest, list)) use(`${name} of a multiple`, [by, rest], prove(nonnegative(by)));
    }
  }
  for (const s of at('relu')
    .filter((u) => u.shape.length === 0)
    .slice(0, 4)) {
    if (!use('relu of what is not negative', [s], prove(nonnegative(s))))
      use('relu of what is not positive', [s], prove(nonnegative(negated(s))));
  }
  for (const [name, sign] of [
    ['log', positive],
    ['sqrt', nonnegative],
  ] as const) {
    const fits = name === 'log' ? 'logarithm of a product' : 'root of a product';
    const queue = at(name)
      .filter((s) => s.shape.length === 0)
      .slice(0, 4);
    for (let s = queue.shift(); s && found.length < 12; s = queue.shift()) {
      const head = bareHead(s);
      if (name === 'log' && head?.kind === 'inverse' && !head.matrix) {
        use('logarithm of a reciprocal', [head.arg], prove(positive(head.arg)));
        continue;
      }
      const parts = cut(s);
      const [left, right] = parts ? parts.map((p) => prove(sign(p))) : [null, null];
      if (parts && left && right && use(fits, parts, both(left, right))) queue.push(parts[1]);
    }
  }
  for (const s of at('exp')) {
    const inside = s.shape.length === 0 ? argumentOf('log', bareHead(s)) : null;
    if (inside) use('exp of a logarithm', [inside], prove(positive(inside)));
  }
  return found;
}
