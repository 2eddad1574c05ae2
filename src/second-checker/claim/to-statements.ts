/** Statements of a claim as statements about terms. */
import { both, compare, equal, is, not, quantify, type Bound, type Formula } from '../formula.ts';
import {
  constant,
  einsum,
  identity,
  labelsFor,
  less,
  scale,
  variable,
  zeros,
  type Term,
} from '../term.ts';
import { type Dim } from '../dims.ts';
import { minus, one } from '../rational.ts';
import { toTerm } from './to-terms.ts';
import { bound, lengthSquared, symbol, tensorShape, times, type Scope } from './symbols.ts';
import { expressionsOf } from './sums-of-dims.ts';
import { args, unread, type Declared, type Expr, type Said } from './tree.ts';

const nought = constant(0n);
export const all = (parts: readonly Formula[]): Formula =>
  parts.reduce((a, b) => both('and', a, b));

/** Its entries are 0 or 1 and add up to 1. */
export const isCoordinate = (e: Term): Formula[] => [
  equal(
    einsum(
      ['i'],
      [
        [e, ['i']],
        [e, ['i']],
      ],
    ),
    e,
  ),
  equal(einsum([], [[e, ['i']]]), constant(1n)),
];
/**
 * For every index: an equation has a free index, anything else applies to every coordinate vector.
 */
export function overIndex(f: Formula, index: string, dim: Dim): Formula {
  if (f.kind === 'equal') return equal(bound(f.left, index, dim), bound(f.right, index, dim));
  const e = variable(`#${index}`, [dim]);
  return quantify(
    'forall',
    { kind: 'tensor', name: `#${index}`, shape: [dim] },
    both('implies', all(isCoordinate(e)), f),
  );
}

/** An order of numbers; of tensors, of the entries at every place. */
export function inOrder(a: Term, b: Term, strict: boolean): Formula {
  const l = labelsFor('a', a.shape);
  const places = a.shape.map((d, k) => [variable(`#·${k + 1}`, [d]), [l[k] as string]] as const);
  const entry = (t: Term): Term => einsum([], [[t, l], ...places]);
  return a.shape.reduceRight<Formula>(
    (f, d, k) => overIndex(f, `·${k + 1}`, d),
    compare(entry(a), entry(b), strict),
  );
}

export function attribute(a: string, x: Term): Formula {
  const square = (): Dim =>
    x.shape.length === 2 ? (x.shape[0] as Dim) : unread(`${a} of something other than a matrix`);
  const flipped = (): Term => einsum(['j', 'i'], [[x, ['i', 'j']]]);
  const times2 = (p: Term, r: Term): Term =>
    einsum(
      ['i', 'k'],
      [
        [p, ['i', 'j']],
        [r, ['j', 'k']],
      ],
    );
  switch (a) {
    case 'symmetric':
      return x.shape.length < 2 ? equal(x, x) : equal(x, flipped());
    case 'antisymmetric':
      square();
      return equal(x, scale(minus(one), flipped()));
    case 'diagonal':
      square();
      return equal(einsum(['i', 'i'], [[x, ['i', 'i']]]), x);
    case 'orthogonal':
      return both(
        'and',
        equal(times2(flipped(), x), identity(square())),
        equal(times2(x, flipped()), identity(square())),
      );
    case 'projector':
      square();
      return equal(times2(x, x), x);
    case 'positive':
      return inOrder(zeros(x.shape), x, true);
    case 'nonnegative':
      return inOrder(zeros(x.shape), x, false);
    case 'nonzero':
      return not(equal(x, zeros(x.shape)));
    case 'unit':
      return equal(lengthSquared(x), constant(1n));
    default:
      square();
      return is(a, x);
  }
}

/** What a declaration says of its attributes, of every member of a family. */
export function declaredStatements(d: Declared): Formula[] {
  if (d.type.k !== 'tensor')
    return d.attributes.length > 0 ? unread('an attribute of a function') : [];
  const whole = variable(d.name, tensorShape(d));
  if (!d.family) return d.attributes.map((a) => attribute(a, whole));
  const { to } = d.family;
  const index = `${d.name}.i`;
  const l = labelsFor('a', whole.shape);
  const member = einsum(l.slice(1), [
    [whole, l],
    [variable(`#${index}`, [to]), [l[0] as string]],
  ]);
  return d.attributes.map((a) => overIndex(attribute(a, member), index, to));
}
const hasMean = (e: Expr): boolean => e.k === 'mean' || args(e).some(hasMean);
const boundOf = (d: Declared): Bound =>
  d.type.k === 'tensor'
    ? { kind: 'tensor', name: d.name, shape: tensorShape(d) }
    : { kind: 'function', fn: symbol(d) };

export function toStatement(f: Said, scope: Scope): Formula {
  const again = (g: Said): Formula => toStatement(g, scope);
  switch (f.k) {
    case 'relation':
      return relation(f, scope);
    case 'is':
      return attribute(f.attribute, toTerm(f.subject, scope));
    case 'not':
      return not(again(f.body));
    case 'and':
    case 'or':
    case 'implies':
      return both(f.k, again(f.left), again(f.right));
    case 'iff':
      return both(
        'and',
        both('implies', again(f.left), again(f.right)),
        both('implies', again(f.right), again(f.left)),
      );
    case 'each':
      return overIndex(toStatement(f.body, { ...scope, depth: scope.depth + 1 }), f.index, f.to);
    case 'off':
      return offKinks(f, scope);
    case 'forall':
    case 'exists': {
      // the mean of a function has a name of its own, which the quantifier would not bind
      if (f.variables.some((d) => d.type.k !== 'tensor') && expressionsOf(f.body).some(hasMean))
        return unread('a mean under a quantifier over functions');
      const inner: Scope = {
        ...scope,
        declared: new Map([...scope.declared, ...f.variables.map((d) => [d.name, d] as const)]),
      };
      const body = toStatement(f.body, inner);
      const guards = f.variables.flatMap(declaredStatements);
      const guarded =
        guards.length === 0 ? body : both(f.k === 'forall' ? 'implies' : 'and', all(guards), body);
      return f.variables.reduceRight<Formula>((g, d) => quantify(f.k, boundOf(d), g), guarded);
    }
  }
}

function offKinks(f: Said & { readonly k: 'off' }, scope: Scope): Formula {
  const subject = toTerm(f.subject, scope);
  const l = labelsFor('a', subject.shape);
  const name = (i: number): string => `off.${scope.depth}.${i}`;
  const entry = einsum(
    [],
    [
      [subject, l],
      ...subject.shape.map((d, i) => [variable(`#${name(i)}`, [d]), [l[i] as string]] as const),
    ],
  );
  return subject.shape.reduceRight<Formula>(
    (g, d, i) => overIndex(g, name(i), d),
    not(equal(entry, nought)),
  );
}

/** ker A = ker B: the same vectors are sent to 0. v in ker A: A v = 0. */
function kernels(f: Said & { readonly k: 'relation' }, scope: Scope): Formula {
  const matrix = (e: Expr): Term => {
    const t = e.k === 'apply' && e.op === 'ker' ? toTerm(e.args[0] as Expr, scope) : zeros([]);
    return t.shape.length === 2 ? t : unread('ker(..) compared with this');
  };
  const sent = (a: Term, v: Term): Formula => {
    const av = einsum(
      ['i'],
      [
        [a, ['i', 'j']],
        [v, ['j']],
      ],
    );
    return equal(av, zeros(av.shape));
  };
  if (f.sign === 'in') return sent(matrix(f.right), toTerm(f.left, scope));
  const [a, b] = [matrix(f.left), matrix(f.right)];
  const shape = a.shape.slice(1);
  const v = variable('v#', shape);
  const within = (x: Term, y: Term): Formula =>
    quantify(
      'forall',
      { kind: 'tensor', name: 'v#', shape },
      both('implies', sent(x, v), sent(y, v)),
    );
  const same = both('and', within(a, b), within(b, a));
  return f.sign === '='
    ? same
    : f.sign === '!='
      ? not(same)
      : unread('this relation between kernels');
}

const isKernel = (e: Expr): boolean => e.k === 'apply' && e.op === 'ker';
function relation(f: Said & { readonly k: 'relation' }, scope: Scope): Formula {
  if (isKernel(f.left) || isKernel(f.right)) return kernels(f, scope);
  const [l, r] = [toTerm(f.left, scope), toTerm(f.right, scope)];
  switch (f.sign) {
    case '=':
      return equal(l, r);
    case '!=':
      return not(equal(l, r));
    case '<':
    case '<=':
      return inOrder(l, r, f.sign === '<');
    case '>':
    case '>=':
      return inOrder(r, l, f.sign === '>');
    case '>>=':
      return attribute('psd', less(l, r));
    case '<<=':
      return attribute('psd', less(r, l));
    case '~~': {
      const c = variable('c#', []);
      const same = equal(l, times(c, r));
      return quantify(
        'exists',
        { kind: 'tensor', name: 'c#', shape: [] },
        both('and', compare(nought, c, true), same),
      );
    }
    default:
      return unread(`the relation ${f.sign}`);
  }
}
