/** Existence, by trying terms that may be what exists. */
import type { Dim, Head, Term } from '../../kernel/term.ts';
import {
  add,
  contract,
  dimension,
  factorTerm,
  identity,
  inverse,
  number,
  operation,
  permute,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { write, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { instance } from '../../kernel/theorem.ts';
import { root } from '../../kernel/laws.ts';
import { writeTerm } from '../../kernel/write.ts';
import { type Context } from '../known/context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { letters } from '../graphs/indices.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import type { Attempt } from '../known/strategy.ts';

/** Most terms are wrong, so each is looked at briefly before any is looked at long. */
export function* byWitness(goal: FormulaOf<'exists'>, known: Context): Attempt {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return null;
  const all = witnesses(goal, known).map((term) => ({
    term,
    body: substituteIn(goal.body, bound.name, { kind: 'term', term }),
  }));
  for (const { term, body } of all) {
    const t = yield { goal: body, known, share: 40 };
    if (t) return instance(goal, term, t);
  }
  for (const { term, body } of all) {
    const t = yield { goal: body, known };
    if (t) return instance(goal, term, t);
  }
  return null;
}

/**
 * Terms that may be what exists: for A = cB the ratio of matching graphs; names and simple terms of
 * the right shape.
 */
function witnesses(goal: FormulaOf<'exists'>, ctx: Context): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  // first what the statement itself equates with it
  const found: Term[] = [
    ...solved(goal),
    ...diagonals(bound.shape, ctx),
    ...(saysIdentity(goal.body) ? turned(goal) : []),
  ];
  if (bound.shape.length === 0) {
    found.push(contract([], [], ''));
    const scalars = ctx.facts.flatMap(({ theorem: { conclusion: f } }) =>
      f.kind === 'less' && f.strict && f.left.monomials.length === 0 ? [f.right] : [],
    );
    for (const s of scalars) found.push(s, inverse(s));
    for (const s of scalars)
      for (const t of scalars)
        found.push(contract([s, t], ['', ''], ''), contract([s, inverse(t)], ['', ''], ''));
    for (const s of numbers(goal))
      found.push(s, add(s, number(one)), add(s, number(ratio(-1n))), root(s));
    const dims = new Set(goalDims(goal.body));
    for (const d of dims) found.push(contract([], [], '', { i: d }), inverseSize(d));
  }
  if (bound.shape.length === 1 || bound.shape.length === 2) found.push(...solutions(goal, ctx));
  found.push(...named(goal, ctx));
  if (bound.shape.length === 2) found.push(...turned(goal));
  const matrices =
    bound.shape.length === 2 && bound.shape[0] === bound.shape[1]
      ? [identity(bound.shape[0] as Dim)]
      : [];
  return [...found, ...matrices, zeros(bound.shape)].slice(0, 24);
}
/** Is a product said to be I? Then an inverse is asked for. */
const saysIdentity = (f: Formula): boolean =>
  f.kind === 'and'
    ? saysIdentity(f.left) || saysIdentity(f.right)
    : f.kind === 'equal' &&
      [f.left, f.right].some(
        (t) => t.shape.length === 2 && t.monomials.length > 0 && t.monomials.every(isFactorless),
      );
const isFactorless = (m: Term['monomials'][number]): boolean => m.factors.length === 0;

/** diag(d) for the vectors that what is known gives a name. */
function diagonals(shape: readonly Dim[], ctx: Context): Term[] {
  if (shape.length !== 2 || shape[0] !== shape[1]) return [];
  const found = new Map<string, Term>();
  for (const { left, right } of ctx.equations)
    for (const { head } of [left, right].flatMap((t) => t.monomials.flatMap((m) => m.factors)))
      if (head.kind === 'variable' && head.shape.length === 1 && head.shape[0] === shape[0])
        found.set(head.name, contract([variable(head.name, head.shape)], ['i'], 'ii'));
  return [...found.values()].slice(-3).reverse();
}
/** Inverses, pseudo-inverses and transposes of the matrices that the statement mentions. */
function turned(goal: FormulaOf<'exists'>): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  const [rows, columns] = bound.shape as [Dim, Dim];
  const fitting = variablesOf(goal).filter(
    (a) => a.shape.length === 2 && a.shape[0] === columns && a.shape[1] === rows,
  );
  return fitting
    .slice(0, 2)
    .flatMap((a) => [
      ...(rows === columns ? [inverse(a)] : []),
      operation('pinv', a),
      permute(a, [1, 0]),
    ]);
}

/** The numbers with a name that the statement mentions. */
const numbers = (goal: FormulaOf<'exists'>): Term[] =>
  variablesOf(goal)
    .filter((a) => a.shape.length === 0)
    .slice(0, 3);
/** The variables that the statement mentions, but for what is to exist, each once. */
function variablesOf({ bound, body }: FormulaOf<'exists'>): Term[] {
  const own = bound.kind === 'tensor' ? bound.name : bound.fn.name;
  const found = headsOf(body).flatMap((h) =>
    h.kind === 'variable' && h.name !== own ? [[h.name, variable(h.name, h.shape)] as const] : [],
  );
  return [...new Map(found).values()];
}
const headsOf = (f: Formula): Head[] =>
  termsOf(f).flatMap((t) => t.monomials.flatMap((m) => m.factors.map(({ head }) => head)));

/**
 * x where A x = b is asked for, or X where A X = B is: R b with a known A R = I, inv(A) b and
 * pinv(A) b.
 */
function solutions(goal: FormulaOf<'exists'>, ctx: Context): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  const all = variablesOf(goal);
  const matrices = all.filter((a) => a.shape.length === 2);
  const sides = all.filter(
    (b) => b.shape.length === bound.shape.length && b.shape[1] === bound.shape[1],
  );
  const inverses = [
    ...ctx.cancellers.map((c) => ({ r: c.slot === 1 ? c.by : permute(c.by, [1, 0]), of: null })),
    ...matrices.flatMap((a) => [
      ...(a.shape[0] === a.shape[1] ? [{ r: inverse(a), of: a }] : []),
      { r: operation('pinv', a), of: a },
    ]),
  ];
  const more = bound.shape.length === 2 ? 'k' : '';
  return inverses
    .filter(({ r }) => r.shape.length === 2 && r.shape[0] === bound.shape[0])
    .flatMap(({ r, of }) =>
      sides
        .filter((b) => b !== of && b.shape[0] === r.shape[1])
        .map((b) => contract([r, b], ['ij', `j${more}`], `i${more}`)),
    )
    .slice(0, 6);
}

/** R from an equation T = s R of the body: T/s, and (s/s²) T where s is a root. */
function solved(goal: FormulaOf<'exists'>): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  const equations = (f: Formula): [Term, Term][] =>
    f.kind === 'and'
      ? [...equations(f.left), ...equations(f.right)]
      : f.kind === 'equal'
        ? [
            [f.left, f.right],
            [f.right, f.left],
          ]
        : [];
  return equations(goal.body).flatMap(([side, other]) => {
    const [m, ...more] = side.monomials;
    if (!m || more.length > 0 || occurs(bound.name, other) || Object.keys(m.powers).length > 0)
      return [];
    const [only] = m.factors.length === 1 ? m.factors : [];
    if (bound.shape.length === 0 && only?.head.kind === 'variable' && only.head.name === bound.name)
      return [contract([number(ratio(m.coefficient.den, m.coefficient.num)), other], ['', ''], '')];
    const [scalars, rest] = [
      m.factors.filter((f) => f.slots.length === 0),
      m.factors.filter((f) => f.slots.length > 0),
    ];
    const [r] = rest.length === 1 ? rest : [];
    if (
      r?.head.kind !== 'variable' ||
      r.head.name !== bound.name ||
      r.slots.some((w, i) => w !== m.free[i]) ||
      scalars.length > 1
    )
      return [];
    const [s] = scalars;
    const names = letters(other.shape.length);
    const by = (t: Term): Term =>
      contract(
        [number(ratio(m.coefficient.den, m.coefficient.num)), t, other],
        ['', '', names],
        names,
      );
    if (!s) return [by(number(one))];
    const root = argumentOf('sqrt', s.head);
    return [
      by(root ? contract([factorTerm(s), inverse(root)], ['', ''], '') : inverse(factorTerm(s))),
    ];
  });
}

/** Tensors of the right shape that have a name in what is known. */
function named(goal: FormulaOf<'exists'>, ctx: Context): Term[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor' || bound.shape.length === 0) return [];
  const found = new Map<string, Term>();
  const keep = (a: Term): void => void found.set(writeTerm(a), a);
  for (const a of variablesOf(goal)) if (a.shape.join() === bound.shape.join()) keep(a);
  for (const { left, right } of ctx.equations) {
    for (const { head } of [left, right].flatMap((t) => t.monomials.flatMap((m) => m.factors))) {
      if (head.kind === 'variable' && head.shape.join() === bound.shape.join())
        keep(variable(head.name, head.shape));
    }
  }
  return [...found.values()].slice(-6).reverse();
}
const inverseSize = (d: Dim): Term => dimension(d, -1);
function goalDims(f: Formula): Dim[] {
  const text = write(f);
  return [...new Set([...text.matchAll(/ ([A-Za-z]\w*)\^-?\d+/g)].map((m) => m[1] as string))];
}
