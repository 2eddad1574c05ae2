/**
 * Inequalities between means, by what is known of them where its conditions follow: an inequality
 * everywhere gives one of means.
 */
import { type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { variable } from '../../kernel/graph.ts';
import { generalise, modusPonens, specialise, type Theorem } from '../../kernel/theorem.ts';
import { combined } from './combined.ts';
import { freshIn, type Context, type Fact } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { withFacts } from '../known/facts.ts';
import { strategyFor, type Prove } from '../known/strategy.ts';

/** ∀x φ, proved under a name that nothing else has: what is known of means mentions x itself. */
function everywhere(f: Formula, ctx: Context, prove: Prove): Theorem | null {
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor') return prove(f, ctx);
  const { name, shape } = f.bound;
  const fresh = freshIn(ctx, 'y#');
  const here = { kind: 'term', term: variable(fresh, shape) } as const;
  // what applies to every vector applies to this one
  const instances = ctx.facts.flatMap(({ theorem, name: words }): Fact[] => {
    const g = theorem.conclusion;
    return g.kind === 'forall' && g.bound.kind === 'tensor' && g.bound.shape.join() === shape.join()
      ? [{ theorem: specialise(theorem, here), name: words }]
      : [];
  });
  const t = withFacts(ctx, instances, (c) => prove(substituteIn(f.body, name, here), c));
  return (
    t &&
    generalise(
      f.bound,
      specialise(generalise({ kind: 'tensor', name: fresh, shape }, t), {
        kind: 'term',
        term: variable(name, shape),
      }),
    )
  );
}

function freedOf(t: Theorem, ctx: Context, prove: Prove): Theorem | null {
  const f = t.conclusion;
  if (f.kind === 'less') return t;
  const antecedent =
    f.kind === 'implies' && !passed(ctx.deadline) ? everywhere(f.left, ctx, prove) : null;
  return antecedent && freedOf(modusPonens(t, antecedent), ctx, prove);
}

function byMeans(goal: FormulaOf<'less'>, ctx: Context, prove: Prove): Theorem | null {
  if (ctx.means.length === 0) return null;
  // of means themselves nothing more is asked on the way
  const inner: Context = { ...ctx, means: [] };
  const found = ctx.means.flatMap((fact) => {
    const t = fact();
    return (t && freedOf(t, inner, prove)) ?? [];
  });
  return found.length === 0
    ? null
    : combined(goal, {
        ...inner,
        facts: [...ctx.facts, ...found.map((theorem) => ({ theorem, name: 'means' }))],
      });
}

export const means = strategyFor('less', {
  name: 'means',
  summary: 'E[a] <= E[b] because a <= b everywhere, E[a]^2 <= E[a^2], Cauchy and Schwarz',
  notFor: ['bounds'],
  promise: (_, known) => (known.means.length > 0 ? 0.2 : null),
  prove: (goal, known) => byMeans(goal, known, known.search.prove),
});
