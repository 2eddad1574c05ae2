/** m ≤ n between dimensions, from matrices with a one-sided inverse. */
import type { Term } from '../../kernel/term.ts';
import {
  contract,
  dimension,
  factorTerm,
  identity,
  inverse,
  number,
  permute,
  scale,
} from '../../kernel/graph.ts';
import { less, write, type FormulaOf } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { fat, type Theorem } from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import type { Context } from '../known/context.ts';
import { ofSizes } from '../derived/dimension-signs.ts';
import { byFacts } from '../derived/labelled.ts';
import { subgraph } from '../graphs/subgraph.ts';

/** m ≤ n because A R = I for some A m×n: counted where A B is a multiple of I by what is known. */
export function byDimensions(
  { left, right, strict }: FormulaOf<'less'>,
  ctx: Context,
): Theorem | null {
  const known = ofSizes(left, right, strict);
  if (known) return known;
  const [m, n] = [left, right].map(bareDimension);
  if (strict || !m || !n) return null;
  const [rows, inner] = [m, n];
  for (const { left: a, right: b } of ctx.equations) {
    if (a.shape.join() !== `${rows},${rows}`) continue;
    for (const [product, multiple] of [
      [a, b],
      [b, a],
    ] as const) {
      const [unit] = multiple.monomials;
      const cut = product.monomials.length === 1 ? frontOf(product) : null;
      if (
        !unit ||
        multiple.monomials.length > 1 ||
        unit.free[0] !== unit.free[1] ||
        unit.factors.some((f) => f.slots.length > 0) ||
        cut?.front.shape[1] !== inner
      )
        continue;
      const scalars = unit.factors.map(factorTerm);
      const parts = [
        ...scalars.map((s) => inverse(s)),
        number(ratio(unit.coefficient.den, unit.coefficient.num)),
        ...Object.entries(unit.powers).map(([d, k]) => dimension(d, -k)),
      ];
      const r = contract([cut.rest, ...parts], ['ij', ...parts.map(() => '')], 'ij');
      const proof = byEquations(contract([cut.front, r], ['ij', 'jk'], 'ik'), identity(rows), ctx);
      if (!proof) continue;
      const t = fat(cut.front, r, proof);
      const f = t.conclusion;
      if (f.kind === 'less' && write(f) === write(less(left, right, false))) return t;
      return byFacts(left, right, false, [t]);
    }
  }
  return null;
}

/** The dimension that a term is, and nothing else. */
function bareDimension({ monomials: [m, ...more] }: Term): string | null {
  if (!m || more.length > 0 || m.factors.length > 0 || m.coefficient.num !== m.coefficient.den)
    return null;
  const [power, ...others] = Object.entries(m.powers).filter(([, k]) => k !== 0);
  return power && others.length === 0 && power[1] === 1 ? power[0] : null;
}

/** A graph of two free wires behind its first factor. */
function frontOf(t: Term): { front: Term; rest: Term } | null {
  const [m] = t.monomials as [Term['monomials'][number]];
  const start = m.free[0] as number;
  const [f, ...more] = m.factors.filter((x) => x.slots.includes(start));
  if (!f || more.length > 0 || f.slots.length !== 2 || f.slots[0] === f.slots[1]) return null;
  const wire = f.slots[f.slots[0] === start ? 1 : 0] as number;
  const others = m.factors.filter((x) => x !== f);
  if (m.free.includes(wire) || !others.some((x) => x.slots.includes(wire))) return null;
  const powers = Object.entries(m.powers).map(([d, k]) => dimension(d, k));
  const rest = contract(
    [scale(m.coefficient, subgraph(m, others, [wire, m.free[1] as number])), ...powers],
    ['ij', ...powers.map(() => '')],
    'ij',
  );
  return { front: f.slots[0] === start ? factorTerm(f) : permute(factorTerm(f), [1, 0]), rest };
}
