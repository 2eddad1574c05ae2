/** What is known at a point of a proof: facts, and the rewriting that follows from them. */
import type { Dim, Term } from '../kernel/term.ts';
import { bareHead, contract, factorTerm, identity, inverse, permute, variable } from '../kernel/graph.ts';
import { occurs } from '../kernel/calculus.ts';
import { equal, exists, substituteIn, write, type Formula } from '../kernel/formula.ts';
import {
  assume, definition, differentiate, first, generalise, instance, inverseOf, linear, modusPonens, oneSided, residue, second, specialise, unpack, type Theorem,
} from '../kernel/theorem.ts';
import { writeHead, writeTerm } from '../kernel/write.ts';
import { equation, symmetryBook, type Equation, type SymmetryBook } from './equations.ts';
import { canonical } from './labelling.ts';
import { difference } from './sum.ts';

export interface Fact {
  readonly theorem: Theorem;
  /** In the words of the claim, or how it was come by. */
  readonly name: string;
}

/** A one-sided inverse of a factor: contracting `by` with the factor's slot leaves a delta on the other slot. */
export interface Canceller {
  /** Text of the factor's head; null where the matrix is no single factor. */
  readonly head: string | null;
  /** 1: M R = I, R stands behind the column slot; 0: L M = I. */
  readonly slot: 0 | 1;
  readonly matrix: Term;
  readonly by: Term;
  readonly eq: Equation;
}

export interface Context {
  readonly facts: readonly Fact[];
  readonly equations: readonly Equation[];
  /** Equations that rewrite to something simpler whatever the goal: inverses, orthogonality. */
  readonly structural: readonly Equation[];
  /** Those of them that `ring` may use: equations of inverses and one-sided inverses, never a stated equation. */
  readonly inverses: readonly Equation[];
  readonly symmetries: readonly Theorem[];
  readonly cancellers: readonly Canceller[];
  /** Equations for all values of a variable, their derivatives included: ∀v (a = b), to be used at the points that occur. */
  readonly schemas: readonly Fact[];
  /** True inside the proof that a matrix is invertible: there only stated inverses count, or the search would go round. */
  readonly settled: boolean;
  /** Equality by everything that is tried unasked, for strategies that come before it in the house. */
  readonly equality: (left: Term, right: Term, ctx: Context) => Theorem | null;
  /** Time by which the proof search stops, in the clock of performance.now(). */
  readonly deadline: number;
}

export const emptyContext = (deadline: number, equality: Context['equality']): Context => ({ facts: [], equations: [], structural: [], inverses: [], symmetries: [], cancellers: [], schemas: [], settled: false, equality, deadline });

/** The context in which `ring` works: inverses cancel and symmetric factors swap, no stated equation is used. */
export const ringContext = (ctx: Context): Context => ({ ...ctx, equations: ctx.inverses, structural: ctx.inverses, schemas: [] });

const books = new WeakMap<readonly Theorem[], SymmetryBook>();
export function bookOf(ctx: Context): SymmetryBook {
  let book = books.get(ctx.symmetries);
  if (!book) books.set(ctx.symmetries, (book = symmetryBook(ctx.symmetries)));
  return book;
}

const nameSets = new WeakMap<Theorem, ReadonlySet<string>>();

/** Every name that a theorem speaks of, bound or free. */
function namesOf(theorem: Theorem): ReadonlySet<string> {
  let names = nameSets.get(theorem);
  if (!names) {
    const texts = [...theorem.hypotheses, theorem.conclusion].map(write);
    nameSets.set(theorem, (names = new Set(texts.flatMap((t) => t.match(/[^\s:,;(){}<>|[\]+^!~]+/gu) ?? []))));
  }
  return names;
}

/** A name that no fact speaks of. */
export function freshIn(ctx: Context, stem: string, ...terms: readonly Term[]): string {
  const used = [...ctx.facts, ...ctx.equations].map(({ theorem }) => namesOf(theorem));
  for (let k = 0; ; k++) {
    const name = k === 0 ? stem : `${stem}${k}`;
    if (!used.some((names) => names.has(name)) && !terms.some((t) => occurs(name, t))) return name;
  }
}

export function termsOf(f: Formula): Term[] {
  switch (f.kind) {
    case 'equal':
    case 'less':
      return [f.left, f.right];
    case 'is':
      return [f.subject];
    case 'false':
      return [];
    case 'not':
      return termsOf(f.body);
    case 'and':
    case 'or':
    case 'implies':
      return [...termsOf(f.left), ...termsOf(f.right)];
    case 'forall':
    case 'exists':
      return [...termsOf(f.body), ...(f.bound.kind === 'tensor' ? [variable(f.bound.name, f.bound.shape)] : [])];
  }
}

/** Is it F = F' of a single factor with two slots last? (F = -F' stays an equation: x'Fx = 0 needs it as one.) */
function isSymmetry(theorem: Theorem): boolean {
  const f = theorem.conclusion;
  if (f.kind !== 'equal' || bareHead(f.left) === null || f.left.shape.length < 2) return false;
  const r = f.left.shape.length;
  if (f.left.shape[r - 1] !== f.left.shape[r - 2]) return false;
  const swapped = permute(f.left, f.left.shape.map((_, i) => (i === r - 1 ? r - 2 : i === r - 2 ? r - 1 : i)));
  return f.right.monomials.length > 0 && difference(f.right, swapped, new Map()).size === 0;
}

/** Does one side consist of constants alone while the other is one graph of two factors or more? Then it simplifies. */
function isStructural(eq: Equation): boolean {
  const bare = (t: Term): boolean => t.monomials.length <= 1 && t.monomials.every((m) => m.factors.length === 0);
  return (bare(eq.right) && eq.left.monomials.length === 1) || (bare(eq.left) && eq.right.monomials.length === 1);
}

export function addEquation(ctx: Context, eq: Equation): Context {
  if (isSymmetry(eq.theorem)) return { ...ctx, symmetries: [...ctx.symmetries, eq.theorem] };
  const text = write(eq.theorem.conclusion);
  if (ctx.equations.some((e) => write(e.theorem.conclusion) === text)) return ctx;
  const next = { ...ctx, equations: [...ctx.equations, eq] };
  if (!isStructural(eq)) return next;
  const known = { ...next, structural: [...ctx.structural, eq] };
  const swapped = swappedProduct(eq);
  return swapped ? addEquation(known, swapped) : known;
}

/** From A B = I with square factors A and B: B A = I. */
function swappedProduct(eq: Equation): Equation | null {
  const [m] = eq.left.monomials;
  if (!m || eq.left.monomials.length !== 1 || m.factors.length !== 2 || eq.left.shape.length !== 2) return null;
  const [n] = eq.left.shape as [Dim];
  const [x, y] = m.factors.map(factorTerm) as [Term, Term];
  if ([...x.shape, ...y.shape].some((d) => d !== n) || x.shape.length !== 2 || y.shape.length !== 2) return null;
  for (const a of [x, permute(x, [1, 0]), y, permute(y, [1, 0])]) {
    for (const b of [x, permute(x, [1, 0]), y, permute(y, [1, 0])]) {
      const product = contract([a, b], ['ij', 'jk'], 'ik');
      if (write(equal(product, identity(n))) === write(eq.theorem.conclusion)) return equation(oneSided(a, b, eq.theorem), eq.name);
    }
  }
  return null;
}

function cancellerOf(matrix: Term, slot: 0 | 1, by: Term, eq: Equation): Canceller[] {
  const head = bareHead(matrix);
  const flipped = bareHead(permute(matrix, [1, 0]));
  if (head === null && flipped !== null) {
    return [{ head: writeHead(flipped), slot: slot === 0 ? 1 : 0, matrix: permute(matrix, [1, 0]), by: permute(by, [1, 0]), eq }];
  }
  return [{ head: head === null ? null : writeHead(head), slot, matrix, by, eq }];
}

/** Adds facts with all that follows from them at once, proves in that context, and takes what was unpacked back. */
export function withFact(ctx: Context, fact: Fact, prove: (ctx: Context) => Theorem | null): Theorem | null {
  const { theorem, name } = fact;
  const f = theorem.conclusion;
  const known: Context = { ...ctx, facts: [...ctx.facts, fact] };
  switch (f.kind) {
    case 'and':
      return withFact(known, { theorem: first(theorem), name }, (c) => withFact(c, { theorem: second(theorem), name }, prove));
    case 'equal':
      return prove(addEquation(known, equation(theorem, name)));
    case 'exists':
      return withUnpacked(known, theorem, name, prove);
    case 'is':
      return withPredicate(known, f, fact, prove);
    case 'forall':
      return prove(withDerivatives(known, fact));
    default:
      return prove(known);
  }
}

export function withFacts(ctx: Context, facts: readonly Fact[], prove: (ctx: Context) => Theorem | null): Theorem | null {
  const [head, ...rest] = facts;
  return head ? withFact(ctx, head, (c) => withFacts(c, rest, prove)) : prove(ctx);
}

/** Names what exists, under a name that nothing else has. */
function withUnpacked(ctx: Context, theorem: Theorem, name: string, prove: (ctx: Context) => Theorem | null): Theorem | null {
  const f = theorem.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return prove(ctx);
  const { bound } = f;
  const fresh = freshIn(ctx, bound.name);
  const existence = fresh === bound.name ? theorem : renameExistence(theorem, fresh);
  const g = existence.conclusion;
  if (g.kind !== 'exists') return null;
  const inner = withFact(ctx, { theorem: assume(g.body), name }, prove);
  return inner && unpack(existence, inner);
}

/** ∃x φ(x) as ∃y φ(y): from φ(x) follows ∃y φ(y). */
export function renameExistence(theorem: Theorem, fresh: string): Theorem {
  const f = theorem.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return theorem;
  const old = variable(f.bound.name, f.bound.shape);
  const target = renamed(f as Formula & { kind: 'exists' }, fresh);
  return unpack(theorem, instance(target, old, assume(f.body)));
}
function renamed(f: Formula & { kind: 'exists' }, fresh: string): Formula {
  const b = f.bound as { kind: 'tensor'; name: string; shape: readonly Dim[] };
  return exists({ kind: 'tensor', name: fresh, shape: b.shape }, substituteIn(f.body, b.name, { kind: 'term', term: variable(fresh, b.shape) }));
}

function withPredicate(ctx: Context, f: Formula & { kind: 'is' }, fact: Fact, prove: (ctx: Context) => Theorem | null): Theorem | null {
  const { subject, predicate } = f;
  const unfold = (): Theorem => modusPonens(first(definition(predicate, subject)), fact.theorem);
  switch (predicate) {
    case 'invertible':
      return prove(withInverse(ctx, fact));
    case 'onto':
    case 'one-to-one': {
      const existence = unfold();
      const g = existence.conclusion;
      if (g.kind !== 'exists' || g.bound.kind !== 'tensor') return null;
      const fresh = freshIn(ctx, g.bound.name);
      const named = fresh === g.bound.name ? existence : renameExistence(existence, fresh);
      const h = named.conclusion;
      if (h.kind !== 'exists') return null;
      const eq = equation(assume(h.body), fact.name);
      const by = variable(fresh, g.bound.shape);
      const c = addEquation(ctx, eq);
      const inner = prove({ ...c, inverses: [...c.inverses, eq], cancellers: [...c.cancellers, ...cancellerOf(subject, predicate === 'onto' ? 1 : 0, by, eq)] });
      return inner && unpack(named, inner);
    }
    case 'psd':
    case 'pd':
      return withFact(ctx, { theorem: first(unfold()), name: fact.name }, (c) => withFact(c, { theorem: second(unfold()), name: fact.name }, prove));
  }
}

/** The equations of an inverse, and both cancellations that they allow. */
export function withInverse(ctx: Context, fact: Fact): Context {
  const f = fact.theorem.conclusion;
  if (f.kind !== 'is') return ctx;
  const pair = inverseOf(fact.theorem);
  const [right, left] = [equation(first(pair), fact.name), equation(second(pair), fact.name)];
  const by = inverse(f.subject);
  const c = addEquation(addEquation(ctx, right), left);
  const more = [
    ...cancellerOf(f.subject, 1, by, right), ...cancellerOf(f.subject, 0, by, left),
    ...cancellerOf(by, 1, f.subject, left), ...cancellerOf(by, 0, f.subject, right),
  ];
  return { ...c, structural: [...new Set([...c.structural, right, left])], inverses: [...c.inverses, right, left], cancellers: [...c.cancellers, ...more] };
}

/** An equation for all v may be differentiated in v: polynomials in v lose v after a few steps. */
function withDerivatives(ctx: Context, fact: Fact): Context {
  const all = consequences(fact, (stem) => freshIn(ctx, stem), 0);
  const equations = all.filter((c) => c.theorem.conclusion.kind === 'equal');
  const known = equations.reduce((next, c) => addEquation(next, equation(c.theorem, c.name)), ctx);
  return { ...known, schemas: [...known.schemas, ...all.filter((c) => !equations.includes(c))] };
}

/** Equations without v that follow from ∀v (a = b), and the universal equations on the way. */
function consequences(fact: Fact, fresh: (stem: string) => string, depth: number): Fact[] {
  const f = fact.theorem.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || depth > 3) return [];
  const { shape } = f.bound;
  const name = fresh(`${f.bound.name}${'#'.repeat(depth)}`);
  const bound = { kind: 'tensor', name, shape } as const;
  const here = specialise(fact.theorem, { kind: 'term', term: variable(name, shape) });
  if (f.body.kind === 'forall') {
    // ∀u ∀v: what loses v is an equation for all u
    const inner = consequences({ theorem: here, name: fact.name }, fresh, depth + 1);
    return inner.flatMap((c) => {
      const g = c.theorem.conclusion;
      if (g.kind !== 'equal') return [];
      if (!occurs(name, g.left) && !occurs(name, g.right)) return [c];
      const all = { theorem: generalise(bound, c.theorem), name: fact.name };
      return [all, ...consequences(all, fresh, depth + 1)];
    });
  }
  if (f.body.kind !== 'equal') return [];
  const found: Fact[] = [fact];
  let current = here;
  for (let k = 0; k < 2; k++) {
    try {
      current = differentiate(current, name, shape);
    } catch {
      return found;
    }
    const g = current.conclusion;
    if (g.kind !== 'equal') return found;
    const tidy = retold(g.left, g.right, current);
    if (!occurs(name, g.left) && !occurs(name, g.right)) return [...found, { theorem: tidy, name: fact.name }];
    found.push({ theorem: generalise(bound, tidy), name: fact.name });
  }
  return found;
}

/** Equations for all v, at the points of the right shape that occur in the given terms. */
export function withInstances(ctx: Context, ...terms: readonly Term[]): Context {
  if (ctx.schemas.length === 0) return ctx;
  const points = new Map<string, Term>();
  const visit = (t: Term): void => {
    for (const m of t.monomials) {
      for (const factor of m.factors) {
        const { head } = factor;
        if (head.kind === 'variable' && !head.name.startsWith('#')) points.set(writeHead(head), factorTerm(factor));
        for (const inner of head.kind === 'jet' ? head.args : head.kind === 'variable' ? [] : [head.arg]) {
          if (head.kind === 'jet' && head.params.length === 0) points.set(writeTerm(inner), inner);
          visit(inner);
        }
      }
    }
  };
  terms.forEach(visit);
  ctx.equations.forEach((e) => [e.left, e.right].forEach(visit));
  let next = ctx;
  for (const { theorem, name } of ctx.schemas) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor') continue;
    const { shape } = f.bound;
    for (const term of [...points.values()].filter((t) => t.shape.join() === shape.join()).slice(0, 8)) {
      next = addEquation(next, equation(specialise(theorem, { kind: 'term', term }), name));
    }
  }
  return next;
}

/** The same equation with equal graphs collected. */
function retold(left: Term, right: Term, theorem: Theorem): Theorem {
  const f = theorem.conclusion;
  if (f.kind !== 'equal') return theorem;
  const context = variable('□', left.shape);
  const uses = [{ equation: theorem, context }];
  return linear(left, right, uses, residue(left, right, uses).map((m) => canonical(m, new Map()).label));
}
