/**
 * A graph that is never negative: a square or a definite form times scalars that are known to be
 * positive.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { contract, dimension, factorTerm, number } from '../../kernel/graph.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import {
  definition,
  fact,
  first,
  modusPonens,
  second,
  specialise,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import type { Context } from '../known/context.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { halves, type Form } from './halves.ts';
import { letters } from '../graphs/indices.ts';
import { alike } from '../derived/labelled.ts';
import { subgraph } from '../graphs/subgraph.ts';

/** A matrix that is psd, and whether it is pd. */
export interface Definite extends Form {
  readonly strict: Theorem | null;
}

/**
 * One graph of the sum as a square or a definite form times scalars that are known to be positive.
 */
export interface Part {
  readonly term: Term;
  readonly summand: Summand;
  readonly scalars: readonly Term[];
  readonly half: Term;
  readonly form: Definite | null;
}

/** The sign of a scalar, stated or because it is made of sizes. */
function positive(s: Term, ctx: Context): Theorem | null {
  const stated = ctx.facts.find(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'less' && f.strict && f.left.monomials.length === 0 && alike(f.right, s),
  );
  return stated?.theorem ?? positiveSizes(s);
}

export function partOf(m: Monomial, coefficient: Ratio, ctx: Context): Part | null {
  const loose = m.factors.filter((f: Factor) => f.slots.length === 0);
  const { paired, single } = inPairs(loose);
  const scalars = [
    ...single.map(factorTerm),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  const signs = scalars.map((s) => positive(s, ctx));
  if (signs.includes(null)) return null;
  const rest = m.factors.filter((f) => !loose.includes(f));
  const [graph] = subgraph(m, rest, []).monomials;
  if (!graph || graph.factors.length > 8 || (rest.length === 0 && paired.length === 0)) return null;
  const [found] =
    rest.length === 0
      ? [{ half: contract([], [], ''), form: null }]
      : halves(graph, ctx, definite(ctx));
  if (!found) return null;
  const form = definite(ctx).find((d) => d.subject === found.form?.subject) ?? null;
  const axes = letters(found.half.shape.length);
  const half = contract(
    [...paired.map(factorTerm), found.half],
    [...paired.map(() => ''), axes],
    axes,
  );
  const names = letters(half.shape.length);
  const square = form
    ? contract([half, form.subject, half], ['i', 'ij', 'j'], '')
    : contract([half, half], [names, names], '');
  const value = form
    ? specialise(second(modusPonens(first(definition('psd', form.subject)), form.theorem)), {
        kind: 'term',
        term: half,
      })
    : null;
  const facts = [...(signs as Theorem[]), ...(value ? [value] : [])];
  return {
    term: contract(
      [number(coefficient), ...scalars, square],
      ['', ...scalars.map(() => ''), ''],
      '',
    ),
    summand: { coefficient, facts, squares: form ? [] : [half] },
    scalars,
    half,
    form,
  };
}

/** Scalar factors two of a kind, each told once, and those without a fellow. */
function inPairs(factors: readonly Factor[]): { paired: Factor[]; single: Factor[] } {
  const waiting = new Map<string, Factor>();
  const paired: Factor[] = [];
  for (const f of factors) {
    const key = writeHead(f.head);
    if (waiting.delete(key)) paired.push(f);
    else waiting.set(key, f);
  }
  return { paired, single: [...waiting.values()] };
}

export const definite = (ctx: Context): readonly Definite[] =>
  ctx.facts.flatMap(({ theorem }): Definite[] => {
    const f = theorem.conclusion;
    if (f.kind !== 'is') return [];
    if (f.predicate === 'psd') return [{ subject: f.subject, theorem, strict: null }];
    return f.predicate === 'pd'
      ? [
          {
            subject: f.subject,
            theorem: modusPonens(fact('a pd matrix is psd', f.subject), theorem),
            strict: theorem,
          },
        ]
      : [];
  });
