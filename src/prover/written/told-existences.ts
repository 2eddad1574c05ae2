/** Why there is something that a told proof takes. */
import { exists, write, type Bound, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { free, substituteIn } from '../../kernel/binders.ts';
import { derivative } from '../../kernel/derivative.ts';
import { variable } from '../../kernel/graph.ts';
import { occurs } from '../../kernel/occurrence.ts';
import type { Term } from '../../kernel/term.ts';
import {
  assume,
  definition,
  fact,
  first,
  instance,
  modusPonens,
  unpack,
  type Theorem,
} from '../../kernel/theorem.ts';
import { within } from '../agenda/effort.ts';
import { renameExistence } from '../known/rename-existence.ts';
import { proveFormula } from '../search.ts';
import type { Told } from './told.ts';
import { byNamedFact, instances, named } from './told-instances.ts';
import { lowered, read, type ToldState } from './told-statements.ts';

type Take = Extract<Told, { kind: 'take' }>;

/** From what is known, for something of the name and shape of `bound`; null where nothing says so. */
export function existenceOf(
  node: Take,
  bound: Bound & { readonly kind: 'tensor' },
  such: Formula,
  state: ToldState,
): Theorem | null {
  const wanted = exists(bound, such);
  return (
    known(wanted, bound.name, state) ??
    byNamedFacts(node, wanted, state) ??
    eigenpair(wanted, state) ??
    proveFormula(wanted, { ...state.ctx, deadline: within(state.patience) }) ??
    oneSided(node, state)
  );
}

/** Does an existence say what is wanted of its object, and perhaps more? */
function says(f: Formula, wanted: Formula): boolean {
  if (write(f) === write(wanted)) return true;
  if (f.kind === 'and') return says(f.left, wanted);
  if (f.kind !== 'exists' || wanted.kind !== 'exists') return false;
  const [a, b] = [f.bound, wanted.bound];
  if (a.kind !== 'tensor' || b.kind !== 'tensor' || a.shape.join() !== b.shape.join()) return false;
  const by = { kind: 'term' as const, term: variable(b.name, b.shape) };
  return says(a.name === b.name ? f.body : substituteIn(f.body, a.name, by), wanted.body);
}

/** An existence that a fact states, which the reasons of the line name. */
function byNamedFacts(
  { why: { because } }: Take,
  wanted: Formula,
  state: ToldState,
): Theorem | null {
  if (wanted.kind !== 'exists' || wanted.bound.kind !== 'tensor') return null;
  const { name } = wanted.bound;
  const isWanted = (f: Formula): boolean =>
    f.kind === 'exists' && !free(name, f) && says(renamedTo(f, name), wanted);
  for (const { fact } of because) {
    const t = fact === null ? null : byNamedFact(fact, wanted, isWanted, state);
    if (t) return renameExistence(t, name);
  }
  return null;
}

/** An existence whose object has another name. */
const renamedTo = (f: Formula, name: string): Formula =>
  renameExistence(assume(f), name).conclusion;

/** A symmetric matrix has an eigenvalue h with a unit eigenvector v: |v|^2 = 1 and A v = h v. */
function eigenpair(wanted: Formula, state: ToldState): Theorem | null {
  const inner = wanted.kind === 'exists' ? wanted.body : wanted;
  if (wanted.kind !== 'exists' || inner.kind !== 'exists' || inner.body.kind !== 'and') return null;
  const { bound } = inner;
  const { right } = inner.body;
  if (bound.kind !== 'tensor' || bound.shape.length !== 1 || right.kind !== 'equal') return null;
  const slope = derivative(right.left, bound.name, bound.shape);
  const [n, m] = slope.shape;
  if (slope.shape.length !== 2 || n !== m || occurs(bound.name, slope)) return null;
  let t = fact('a shared eigenvector', slope, slope);
  while (t.conclusion.kind === 'implies') {
    const deadline = within(state.patience);
    const by = proveFormula(t.conclusion.left, { ...state.ctx, deadline });
    if (by === null) return null;
    t = modusPonens(t, by);
  }
  return onlyPair(t, wanted as FormulaOf<'exists'>);
}

/** Without that it is the one with the smallest form; null where the pair is another. */
function onlyPair(t: Theorem, wanted: FormulaOf<'exists'>): Theorem | null {
  const outer = t.conclusion;
  if (outer.kind !== 'exists' || outer.bound.kind !== 'tensor') return null;
  const inner = outer.body;
  if (inner.kind !== 'exists' || inner.bound.kind !== 'tensor') return null;
  const name = wanted.bound.kind === 'tensor' ? wanted.bound.name : '';
  const [h, v] = [outer.bound, inner.bound].map(({ name: x, shape }) => variable(x, shape)) as [
    Term,
    Term,
  ];
  const there = substituteIn(wanted.body, name, { kind: 'term', term: h });
  const pair = first(assume(inner.body));
  const body = there.kind === 'exists' && there.bound.kind === 'tensor' ? there.body : there;
  const at = there.kind === 'exists' && there.bound.kind === 'tensor' ? there.bound.name : '';
  const here = substituteIn(body, at, { kind: 'term', term: v });
  if (write(here) !== write(pair.conclusion)) return null;
  return unpack(t, instance(wanted, h, unpack(assume(outer.body), instance(there, v, pair))));
}

/** A fact that says it, or one for all vectors that says it of a vector with a name. */
function known(wanted: Formula, name: string, state: ToldState): Theorem | null {
  const terms = named(state, name);
  for (const { theorem } of state.ctx.facts)
    for (const t of instances(theorem, terms)) {
      if (t.conclusion.kind !== 'exists') continue;
      const renamed = renameExistence(t, name);
      if (says(renamed.conclusion, wanted)) return renamed;
    }
  return null;
}

/** An inverse on one side: there is one since the matrix is onto, or one-to-one. */
function oneSided({ such, name, line }: Take, state: ToldState): Theorem | null {
  // in (I + A) R = I, told as R + A R = I, the matrix is what stands there for R = I
  const [, product] = /^(.*) = I$/.exec(such) ?? [];
  if (product === undefined) return null;
  const word = new RegExp(String.raw`(?<![\w.])${name}(?![\w.'])`, 'g');
  const right = product.replaceAll(word, '').split(/ [+-] /).length;
  const last = product.match(new RegExp(`${word.source}(?= [+-] |$)`, 'g'))?.length ?? 0;
  const text = `(${product.replaceAll(word, 'I')}) is ${last === right ? 'onto' : 'one-to-one'}`;
  const f = lowered(read(text, state, line), state);
  const t = proveFormula(f, { ...state.ctx, deadline: within(state.patience) });
  return t && f.kind === 'is' ? modusPonens(first(definition(f.predicate, f.subject)), t) : null;
}
