/**
 * Slopes of activations and absolute values that occur together with the functions that express
 * them.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { bareHead, splice, factorTerm } from '../../kernel/graph.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, type Theorem } from '../../kernel/theorem.ts';
import { headText } from '../graphs/labelling.ts';
import { argumentOf, namedIn, type Occurrence } from '../graphs/named-functions.ts';
import { alike } from './labelled.ts';

const plain = new Map();
const most = 6;

/** Facts about slopes and absolute values, for functions that the terms contain. */
export function slopesInWords(terms: readonly Term[]): Theorem[] {
  const all = namedIn(terms);
  const at = (name: string, order: number): Term[] =>
    all.flatMap((o: Occurrence) => (o.name === name && o.order === order ? [o.argument] : []));
  const has = (name: string, order: number): boolean => at(name, order).length > 0;
  const signs = at('abs', 1).slice(0, most);
  const found = signs.map((u) => fact('slope of abs', u));
  for (const u of at('relu', 1).slice(0, most))
    if (signs.some((v) => alike(u, v))) found.push(fact('slope of relu by sign', u));
  for (const u of at('abs', 0).slice(0, most)) {
    const inside = argumentOf('abs', bareHead(u));
    if (inside?.shape.length === u.shape.length) found.push(fact('abs of abs', inside));
  }
  for (const u of at('sqrt', 0).slice(0, most)) {
    const base = u.shape.length > 0 ? entrywiseRoot(u) : null;
    if (base) found.push(fact('root of squares', base));
  }
  if (has('exp', 0)) {
    for (const u of at('erf', 1).slice(0, most))
      if (u.monomials.length > 0) found.push(fact('slope of erf', u));
  }
  if (has('erf', 0)) {
    for (const u of at('gelu', 0).slice(0, most)) found.push(fact('gelu by erf', u));
    for (const u of at('gelu', 1).slice(0, most)) found.push(fact('slope of gelu by erf', u));
  }
  return found;
}

const square = (base: Term): Term =>
  splice(
    { wires: base.shape, free: base.shape.map((_, i) => i) },
    [base, base].map((term) => ({ term, on: base.shape.map((_, i) => i) })),
  );

/** x where the term is x .* x; null where it is not one product of pairs. */
function entrywiseRoot(u: Term): Term | null {
  const [m, ...more] = u.monomials;
  if (!m || more.length > 0 || m.factors.length % 2 > 0) return null;
  if (m.coefficient.num !== m.coefficient.den || Object.keys(m.powers).length > 0) return null;
  const text = (f: Factor): string => `${headText(f, plain)} ${f.slots.join()}`;
  const sorted = m.factors.toSorted((f, g) => (text(f) < text(g) ? -1 : 1));
  const base = half(
    m,
    sorted.filter((_, i) => i % 2 === 0),
  );
  return base && alike(square(base), u) ? base : null;
}

const half = (m: Monomial, factors: readonly Factor[]): Term | null =>
  splice(
    { wires: m.wires, free: m.free, coefficient: one, powers: {} },
    factors.map((f) => ({ term: factorTerm(f), on: f.slots })),
  );
