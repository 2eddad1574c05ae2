/** Ways to predicates of matrices: softmax, inverses, products that are invertible. */
import type { Dim, Term } from '../../kernel/term.ts';
import {
  contract,
  factorTerm,
  identity,
  inverse,
  permute,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { is } from '../../kernel/formula.ts';
import { fact, hole, replace, type Theorem } from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { type Context } from '../known/context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { soon } from '../agenda/effort.ts';
import { withFact } from '../known/facts.ts';
import { ontoBy } from '../rewriting/invertible.ts';
import { freed } from '../derived/known.ts';
import { alike, nothing, retell } from '../derived/labelled.ts';
import type { Prove } from '../known/strategy.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { difference } from '../graphs/sum.ts';

/** inv(B) − inv(A) ⪰ 0 because A ⪰ B ≻ 0; ≻ 0 because A − B ≻ 0. */
export function byInverses(
  t: Term,
  ctx: Context,
  prove: Prove,
  predicate: 'psd' | 'pd' = 'psd',
): Theorem | null {
  const bare = t.monomials.map((m) =>
    m.factors.length === 1 &&
    m.coefficient.den === 1n &&
    Object.keys(m.powers).length === 0 &&
    m.factors[0]?.head.kind === 'inverse'
      ? { sign: m.coefficient.num, of: m.factors[0].head.arg }
      : null,
  );
  const [b, a] = [1n, -1n].map((sign) => bare.find((x) => x?.sign === sign)?.of);
  if (bare.length !== 2 || !a || !b) return null;
  const name = `inverses in the ${predicate === 'pd' ? 'strict ' : ''}opposite order`;
  const last = freed(fact(name, a, b), (f) => prove(f, ctx));
  const f = last.conclusion;
  return f.kind === 'is' && alike(f.subject, t)
    ? replace(is(predicate, variable(hole, t.shape)), retell(f.subject, t), last)
    : null;
}

/** A onto because A Z is invertible, or definite, for some Z: R = Z inv(A Z). */
export function ontoByProduct(a: Term, ctx: Context, prove: Prove): Theorem | null {
  const products = ctx.facts.flatMap(({ theorem: { conclusion: f } }) =>
    f.kind === 'is' && (f.predicate === 'invertible' || f.predicate === 'pd') ? [f.subject] : [],
  );
  for (const product of products) {
    const rest = behind(a, product);
    const found = rest && ontoWith(a, rest, product, prove(is('invertible', product), ctx), ctx);
    if (found) return found;
  }
  return null;
}

/** A onto because A A' is found to be invertible, where it is mentioned. */
export function ontoByGram(a: Term, ctx: Context, prove: Prove): Theorem | null {
  const gram = contract([a, a], ['ij', 'kj'], 'ik');
  const [graph] = difference(gram, zeros(gram.shape), nothing).keys();
  const spoken = ctx.facts.some(
    ({ theorem: { conclusion: f } }) =>
      (f.kind === 'is' || f.kind === 'equal') &&
      termsOf(f).some(
        (t) => t.shape.length === 2 && difference(t, zeros(t.shape), nothing).has(graph as string),
      ),
  );
  if (!spoken) return null;
  return ontoWith(
    a,
    permute(a, [1, 0]),
    gram,
    prove(is('invertible', gram), { ...ctx, deadline: soon(ctx.deadline, 150) }),
    ctx,
  );
}

/** A Z inv(A Z) = I. */
function ontoWith(
  a: Term,
  rest: Term,
  product: Term,
  known: Theorem | null,
  ctx: Context,
): Theorem | null {
  const r = contract([rest, inverse(product)], ['ij', 'jk'], 'ik');
  return (
    known &&
    withFact(ctx, { theorem: known, name: 'invertible' }, (c) => {
      const proof = byEquations(
        contract([a, r], ['ij', 'jk'], 'ik'),
        identity(a.shape[0] as Dim),
        c,
      );
      return proof && ontoBy(a, r, proof);
    })
  );
}

/** Z where a product is A Z, for a matrix with a name or the transpose of one. */
function behind(a: Term, product: Term): Term | null {
  const [[m, ...more], [own]] = [product.monomials, a.monomials];
  const [only] = own?.factors.length === 1 ? own.factors : [];
  if (
    !m ||
    !own ||
    only?.slots.length !== 2 ||
    more.length > 0 ||
    Object.keys(m.powers).length > 0 ||
    m.factors.length < 2
  )
    return null;
  const [outer, inner] = own.free.map((wire) => only.slots.indexOf(wire)) as [number, number];
  const first = m.factors.find(
    (f) =>
      f.slots.length === 2 &&
      f.slots[outer] === m.free[0] &&
      alike(factorTerm(f), factorTerm(only)),
  );
  return first
    ? subgraph(
        m,
        m.factors.filter((f) => f !== first),
        [first.slots[inner] as number, m.free[1] as number],
      )
    : null;
}
