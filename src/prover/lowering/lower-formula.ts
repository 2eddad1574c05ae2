/** Statements of the language as formulas of the kernel. */
import {
  type Bound,
  type Formula,
  and,
  each,
  equal,
  exists,
  forall,
  implies,
  is,
  less,
  not,
  or,
} from '../../kernel/formula.ts';
import { contract, number, variable, zeros } from '../../kernel/graph.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import type { Declaration, Expr, Formula as Said } from '../../language/ast.ts';
import { kernelDim } from '../../operators/parts.ts';
import { minus } from '../graphs/small-terms.ts';
import { attributeFormula, compared, declaredFormulas } from './declared-formulas.ts';
import { isDepth, madeOf, underDepth } from './layers.ts';
import { lower } from './lower.ts';
import {
  NotLowerable,
  type Scope,
  conjunction,
  functionSymbol,
  overIndex,
  refuseDemands,
  tensorShape,
  withDeclarations,
} from './scope.ts';

const zeroScalar = (): Term => number(ratio(0n));

const boundOf = (d: Declaration): Bound =>
  d.type.kind === 'tensor'
    ? { kind: 'tensor', name: d.name, shape: tensorShape(d) }
    : { kind: 'function', fn: functionSymbol(d) };

export function lowerFormula(f: Said, scope: Scope): Formula {
  switch (f.kind) {
    case 'relation':
      return relation(f, scope);
    case 'is':
      return attributeFormula(f.attribute, lower(f.subject, scope));
    case 'and':
    case 'or':
    case 'implies':
      return { and, or, implies }[f.kind](
        lowerFormula(f.left, scope),
        lowerFormula(f.right, scope),
      );
    case 'iff': {
      const [l, r] = [lowerFormula(f.left, scope), lowerFormula(f.right, scope)];
      return and(implies(l, r), implies(r, l));
    }
    case 'not':
      return not(lowerFormula(f.body, scope));
    case 'each': {
      if (isDepth(f.range, f.body, scope)) {
        const inner = underDepth(scope, f.range);
        const body = lowerFormula(f.body, inner);
        refuseDemands(inner, f.range.index);
        return each(f.range.index, '1', f.range.to, body);
      }
      const to = kernelDim(f.range.to);
      const inner: Scope = {
        ...scope,
        indices: new Map([...scope.indices, [f.range.index, to]]),
        conditions: [],
      };
      const body = lowerFormula(f.body, inner);
      refuseSequences(scope, [`#${f.range.index}`]);
      refuseDemands(inner, f.range.index);
      return overIndex(body, f.range.index, to);
    }
    case 'forall':
    case 'exists':
      return quantified(f, scope);
    case 'off':
      return offKinks(f, scope);
    case 'unsaid':
      throw new NotLowerable(`the condition that ${f.text}`);
  }
}

/** No entry is a kink: of a tensor said at all coordinates. */
function offKinks(f: Said & { kind: 'off' }, scope: Scope): Formula {
  const subject = lower(f.subject, scope);
  const names = subject.shape.map((_, i) => String.fromCharCode(97 + i));
  const index = (i: number): string => `off.${scope.indices.size}.${i}`;
  const entry = contract(
    [subject, ...subject.shape.map((d, i) => variable(`#${index(i)}`, [d]))],
    [names.join(''), ...names],
    '',
  );
  const parts = f.kinks.map((k) => not(equal(entry, lower(numberOf(k, f.subject), scope))));
  return subject.shape.reduceRight<Formula>(
    (g, d, i) => overIndex(g, index(i), d),
    conjunction(parts),
  );
}

const numberOf = (value: string, { span }: Expr): Expr => ({
  kind: 'number',
  value,
  shape: [],
  span,
});

/** Does an expectation stand anywhere in it? */
const hasMean = (x: unknown): boolean =>
  typeof x === 'object' &&
  x !== null &&
  ((x as { readonly kind?: unknown }).kind === 'expectation' || Object.values(x).some(hasMean));

/**
 * A product over layers or a power has one name for the whole claim, so it may not depend on what a
 * quantifier binds.
 */
function refuseSequences(scope: Scope, names: readonly string[]): void {
  if (
    [...scope.sequences.values()].some((s) =>
      madeOf(s).some((t) => names.some((name) => occurs(name, t))),
    )
  )
    throw new NotLowerable('a product over layers or a power under a quantifier');
}

function quantified(f: Said & { kind: 'forall' | 'exists' }, scope: Scope): Formula {
  for (const d of f.variables)
    if (scope.declarations.has(d.name))
      throw new NotLowerable(`the bound name ${d.name}, which is declared already`);
  // the mean of a function is a function with a name of its own, which the quantifier would not
  // bind
  if (f.variables.some((d) => boundOf(d).kind === 'function') && hasMean(f.body))
    throw new NotLowerable('a mean under a quantifier over functions');
  const inner: Scope = { ...withDeclarations(scope, f.variables), conditions: [] };
  const body = lowerFormula(f.body, inner);
  refuseSequences(
    scope,
    f.variables.map((d) => d.name),
  );
  refuseDemands(inner, f.variables.map((d) => d.name).join(', '));
  const guards = f.variables.flatMap((d) => declaredFormulas(d).map((x) => x.formula));
  const guarded =
    guards.length === 0
      ? body
      : f.kind === 'forall'
        ? implies(conjunction(guards), body)
        : and(conjunction(guards), body);
  return f.variables.reduceRight(
    (g, d) => (f.kind === 'forall' ? forall(boundOf(d), g) : exists(boundOf(d), g)),
    guarded,
  );
}

// fixed names: a claim cannot write a sign # itself, so they never meet a declared name
const reserved = (stem: string, shape: readonly Dim[]): { bound: Bound; term: Term } => {
  const name = `${stem}#`;
  return { bound: { kind: 'tensor', name, shape }, term: variable(name, shape) };
};

function relation(f: Said & { kind: 'relation' }, scope: Scope): Formula {
  if (f.left.kind === 'kernel' || f.right.kind === 'kernel') return kernels(f, scope);
  const [l, r] = [lower(f.left, scope), lower(f.right, scope)];
  switch (f.relation) {
    case '=':
      return equal(l, r);
    case '!=':
      return not(equal(l, r));
    case '<':
    case '<=':
      return compared(l, r, f.relation === '<');
    case '>':
    case '>=':
      return compared(r, l, f.relation === '>');
    case '~~': {
      const c = reserved('c', []);
      const names = r.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
      return exists(
        c.bound,
        and(less(zeroScalar(), c.term, true), equal(l, contract([c.term, r], ['', names], names))),
      );
    }
    case '>>=':
      return is('psd', minus(l, r));
    case '<<=':
      return is('psd', minus(r, l));
    case 'in':
      throw new NotLowerable('membership in something that is not a kernel');
  }
}

/** ker A = ker B: the same vectors are sent to 0. v in ker A: A v = 0. */
function kernels(f: Said & { kind: 'relation' }, scope: Scope): Formula {
  const matrix = (e: Expr): Term => {
    if (e.kind !== 'kernel') throw new NotLowerable('a kernel compared with something else');
    const t = lower(e.of, scope);
    if (t.shape.length !== 2) throw new NotLowerable('the kernel of a vector');
    return t;
  };
  const zeroOn = (a: Term, v: Term): Formula =>
    equal(contract([a, v], ['ij', 'j'], 'i'), zeros([a.shape[0] as Dim]));
  if (f.relation === 'in') return zeroOn(matrix(f.right), lower(f.left, scope));
  const [a, b] = [matrix(f.left), matrix(f.right)];
  const v = reserved('v', [a.shape[1] as Dim]);
  const inclusion = (x: Term, y: Term): Formula =>
    forall(v.bound, implies(zeroOn(x, v.term), zeroOn(y, v.term)));
  const same = and(inclusion(a, b), inclusion(b, a));
  if (f.relation === '=') return same;
  if (f.relation === '!=') return not(same);
  throw new NotLowerable('this relation between kernels');
}
