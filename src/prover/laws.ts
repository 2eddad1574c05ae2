/** The laws of the named functions that occur in some terms, as equations and signs. */
import type { Term } from '../kernel/term.ts';
import { lawful, lawsOf, positiveValues, root, softmaxLaws } from '../kernel/laws.ts';
import { writeTerm } from '../kernel/write.ts';
import { first, inverseOf, law, positiveValue, rootOf, second, type Theorem } from '../kernel/theorem.ts';
import { less } from '../kernel/formula.ts';
import { zeros } from '../kernel/graph.ts';
import { addEquation, type Context } from './context.ts';
import { equation, type Equation } from './equations.ts';
import { nonzero } from './invertible.ts';
import type { Prove } from './strategy.ts';

interface Occurrence {
  readonly name: string;
  readonly argument: Term;
  readonly order: number;
}

/** Named functions and their arguments, each once, also inside arguments. */
export function namedIn(terms: readonly Term[]): Occurrence[] {
  const found = new Map<string, Occurrence>();
  const visit = (t: Term): void => {
    for (const { factors } of t.monomials) {
      for (const { head } of factors) {
        if (head.kind === 'variable') continue;
        for (const inner of head.kind === 'jet' ? head.args : [head.arg]) visit(inner);
        const [argument] = head.kind === 'jet' ? head.args : [];
        if (head.kind !== 'jet' || !argument || head.fn.family.length > 0 || head.params.length !== argument.shape.length - (head.fn.inputs[0] === null ? 0 : 1)) continue;
        if (lawful.includes(head.fn.name) || ['softmax', 'sqrt', 'log'].includes(head.fn.name)) {
          const order = head.orders[0] ?? 0;
          found.set(`${head.fn.name} ${order} ${writeTerm(argument)}`, { name: head.fn.name, argument, order });
        }
      }
    }
  };
  terms.forEach(visit);
  return [...found.values()];
}

/** Adds the laws of all named functions in the terms. */
export function withLaws(ctx: Context, ...terms: readonly Term[]): Context {
  const seen = new Set<string>();
  return namedIn(terms).reduce((next, { name, argument }) => {
    const key = `${name} ${writeTerm(argument)}`;
    if (seen.has(key)) return next;
    seen.add(key);
    const count = name === 'softmax' ? softmaxLaws(argument).length : lawsOf(name, argument).length;
    const equations = Array.from({ length: count }, (_, k): Equation => equation(law(name, argument, k), `law of ${name}`));
    return equations.reduce((c, eq) => withRule(c, eq), next);
  }, ctx);
}

function withRule(ctx: Context, eq: Equation): Context {
  const c = addEquation(ctx, eq);
  return { ...c, structural: [...c.structural, eq], inverses: [...c.inverses, eq] };
}

/** Roots and logarithms of scalars whose sign is known: √s √s = s, and what the derivatives are. */
export function withRoots(ctx: Context, prove: Prove, ...terms: readonly Term[]): Context {
  return namedIn(terms).reduce((next, { name, argument, order }) => {
    if ((name !== 'sqrt' && name !== 'log') || argument.shape.length > 0) return next;
    const sign = (strict: boolean): Theorem | null => prove(less(zeros([]), argument, strict), next, 6);
    let c = next;
    const weakly = name === 'sqrt' ? sign(false) : null;
    if (weakly) c = withRule(c, equation(first(rootOf(weakly)), 'root'));
    const stated = next.facts.find(({ theorem: { conclusion: f } }) => f.kind === 'less' && f.strict && f.left.monomials.length === 0 && writeTerm(f.right) === writeTerm(argument));
    const strictly = order > 0 || name === 'log' ? sign(true) : (stated?.theorem ?? null);
    if (strictly && order === 0 && name === 'sqrt') return { ...c, facts: [...c.facts, { theorem: second(rootOf(strictly)), name: 'root' }] };
    if (!strictly) return c;
    const both = rootOf(strictly);
    for (const pair of [first(first(both)), second(first(both))]) c = withRule(c, equation((name === 'sqrt' ? first : second)(pair), `derivative of ${name}`));
    // the derivative brings a reciprocal that stands nowhere in the claim
    const known = nonzero(name === 'log' ? argument : root(argument), c);
    if (known) c = withRule(c, equation(inverseOf(known), 'inverse'));
    return name === 'sqrt' ? { ...c, facts: [...c.facts, { theorem: second(both), name: 'root' }] } : c;
  }, ctx);
}

/** Signs of the values of named functions: exp(s) > 0, |s| ≥ 0, √s ≥ 0. */
export function signsIn(ctx: Context, prove: Prove, ...terms: readonly Term[]): Theorem[] {
  return namedIn(terms).flatMap(({ name, argument, order }) => {
    if (order > 0 || argument.shape.length > 0) return [];
    if (Object.hasOwn(positiveValues, name)) return [positiveValue(name, argument)];
    const weakly = name === 'sqrt' ? prove(less(zeros([]), argument, false), ctx, 6) : null;
    return weakly ? [second(rootOf(weakly))] : [];
  });
}
