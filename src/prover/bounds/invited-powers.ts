/**
 * Cited theorems about powers of two psd matrices that a goal invites: ‖A B‖^k ≤ ‖A^k B^k‖ and
 * tr((A B)^k) ≤ tr(A^k B^k).
 */
import { number, permute } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Monomial, Term } from '../../kernel/term.ts';
import { cite, type Theorem } from '../../kernel/theorem.ts';
import { alike } from '../derived/labelled.ts';
import { chainOf } from '../graphs/chains.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { appliedIn } from '../rewriting/congruence.ts';

type Links = readonly Term[];
interface Powers {
  readonly k: number;
  readonly a: Term;
  readonly b: Term;
}
/** The kernel states them up to this power. */
const largest = 12;

const isSame = (a: Term, b: Term): boolean =>
  a.shape.join() === b.shape.join() && (alike(a, b) || alike(a, permute(b, [1, 0])));
const linksOf = (m: Monomial): Links | null => {
  const chain = chainOf(m);
  return chain && chain.scalars.length === 0 ? chain.links : null;
};

/** A, …, A, B, …, B with k of each, k ≥ 2. */
function powersOf(links: Links): Powers | null {
  const k = links.length / 2;
  const [a, b] = [links[0], links[k]];
  if (!a || !b || !Number.isInteger(k) || k < 2 || k > largest || isSame(a, b)) return null;
  return links.every((x, i) => isSame(x, i < k ? a : b)) ? { k, a, b } : null;
}

/** The factors around a trace, from each of them on. */
function around(m: Monomial): Links[] {
  const [f, ...rest] = m.factors;
  if (!f || m.free.length > 0 || rest.length < 3 || m.factors.length > 2 * largest) return [];
  if (m.factors.some(({ slots }) => slots.length !== 2)) return [];
  const [from, to] = [f.slots[0] as number, f.slots[1] as number];
  const chain = from === to ? null : chainOf({ ...m, free: [to, from], factors: rest });
  if (!chain || chain.links.length !== rest.length) return [];
  const links = [subgraph(m, [f], [from, to]), ...chain.links];
  return links.map((_, i) => [...links.slice(i), ...links.slice(0, i)]);
}

/** What the larger side of a goal invites; that the matrices are psd is still to be shown. */
export function ofPowers(goal: Formula): Theorem[] {
  if (goal.kind !== 'less') return [];
  const stated = (name: string, lists: readonly Links[]): Theorem[] => {
    const powers = lists.map(powersOf).find((p) => p !== null);
    return powers ? [cite(name, number(ratio(BigInt(powers.k))), powers.a, powers.b)] : [];
  };
  const norms = appliedIn(goal.right).filter(({ symbol }) => symbol === 'norm');
  return [
    ...norms.flatMap(({ argument: { monomials } }) => {
      const links = monomials.length === 1 && monomials[0] ? linksOf(monomials[0]) : null;
      return links ? stated('Cordes', [links]) : [];
    }),
    ...goal.right.monomials.flatMap((m) => stated('Lieb and Thirring', around(m))),
  ];
}
