/** A formula about complex matrices as one about their real and imaginary parts. */
import type { Attribute, Declaration, Expr, Formula, Relation, Span } from '../ast.ts';
import { conjugate, read } from './algebra.ts';
import {
  apply,
  both,
  doubled,
  equal,
  identityOf,
  negative,
  numberOf,
  relation,
  sideBySide,
  unequal,
  zeroOf,
  type Pair,
} from './build.ts';
import { lengthSquared } from './lengths.ts';
import { pairOf, variablePair, type ComplexNames } from './parts.ts';
import { refused } from './refused.ts';
import type { ComplexName } from './written.ts';

const is = (subject: Expr, attribute: Attribute, span: Span): Formula => ({
  kind: 'is',
  subject,
  attribute,
  span,
});

const product = (a: Pair, b: Pair, span: Span): Pair =>
  read({ kind: 'operator', operator: 'mul', args: [], params: [], shape: a.re.shape, span }, [
    a,
    b,
  ]);

const adjoint = (a: Pair, span: Span): Pair => {
  const { re, im } = conjugate(a);
  return { re: apply('transpose', [re], span), im: im && apply('transpose', [im], span) };
};

/** U' U = I; a square matrix with U' U = I has U U' = I. */
const isUnitary = (a: Pair, span: Span): Formula =>
  equal(
    product(adjoint(a, span), a, span),
    { re: identityOf(a.re.shape[0] ?? '1', span), im: zeroOf(a.re.shape, span) },
    span,
  );

const ofParts: ReadonlySet<Attribute> = new Set(['diagonal', 'lower', 'upper']);
const ofDoubled: ReadonlySet<Attribute> = new Set([
  'invertible',
  'psd',
  'pd',
  'onto',
  'one-to-one',
]);
/** Words of real matrices that can be meant in two ways of complex ones. */
const twoWays: ReadonlyMap<Attribute, string> = new Map<Attribute, string>([
  ['symmetric', "write hermitian for A' = A, and conj(A)' = A for entries that mirror"],
  ['orthogonal', "write unitary for A' A = I, and conj(A)' A = I for the other"],
  ['antisymmetric', "write A' = -A, or conj(A)' = -A"],
]);

/** What an attribute says of a matrix, a vector or a number that is complex. */
export const attributeOf = (
  a: Pair & { readonly im: Expr },
  attribute: Attribute,
  adjoint: boolean,
  span: Span,
): Formula => {
  const { re, im } = a;
  if (attribute === 'symmetric' && adjoint)
    return both(is(re, 'symmetric', span), is(im, 'antisymmetric', span));
  if (attribute === 'orthogonal' && adjoint) return isUnitary(a, span);
  if (ofParts.has(attribute)) return both(is(re, attribute, span), is(im, attribute, span));
  if (ofDoubled.has(attribute)) return is(doubled(a), attribute, span);
  if (attribute === 'projector') return equal(product(a, a, span), a, span);
  if (attribute === 'unit') return relation('=', lengthSquared(a), numberOf('1', span), span);
  const zero = { re: zeroOf(re.shape, span), im: zeroOf(re.shape, span) };
  if (attribute === 'nonzero') return unequal(a, zero, span);
  throw refused(`${attribute} of what is complex`, span, twoWays.get(attribute) ?? null);
};

const compared = (sign: Relation, a: Pair, b: Pair, span: Span): Formula => {
  if (a.im === null && b.im === null) return relation(sign, a.re, b.re, span);
  switch (sign) {
    case '=':
      return equal(a, b, span);
    case '!=':
      return unequal(a, b, span);
    case '>>=':
    case '<<=':
      return relation(sign, doubled(a), doubled(b), span);
    case '~~':
      return relation(sign, sideBySide(a), sideBySide(b), span);
    case 'in':
      throw refused('membership of what is complex', span);
    default: {
      // a comparison says that the difference is real
      const im = equal({ re: imOf(a), im: null }, { re: imOf(b), im: null }, span);
      return both(im, relation(sign, a.re, b.re, span));
    }
  }
};

const imOf = ({ re, im }: Pair): Expr => im ?? zeroOf(re.shape, re.span);

/** A declaration's two real ones, its name, and what its attributes say where they cannot. */
export interface Parts {
  readonly name: ComplexName;
  readonly declarations: readonly Declaration[];
  readonly says: readonly Formula[];
}

const asBound = (
  f: Extract<Formula, { kind: 'forall' | 'exists' }>,
  names: ComplexNames,
  split: (d: Declaration) => Parts,
): Formula => {
  const inner = new Map(names);
  const variables: Declaration[] = [];
  const says: Formula[] = [];
  for (const d of f.variables) {
    inner.delete(d.name);
    if (!d.complex) variables.push(d);
    else {
      const parts = split(d);
      variables.push(...parts.declarations);
      says.push(...parts.says);
      inner.set(d.name, parts.name);
    }
  }
  const given = says.reduceRight<Formula | null>((rest, s) => (rest ? both(s, rest) : s), null);
  const body = realFormula(f.body, inner, split);
  if (!given) return { ...f, variables, body };
  const kind = f.kind === 'forall' ? 'implies' : 'and';
  return { ...f, variables, body: { kind, left: given, right: body, span: f.span } };
};

/** Throws `ClaimError` where the formula has no reading over the complex numbers. */
export const realFormula = (
  f: Formula,
  names: ComplexNames,
  split: (d: Declaration) => Parts,
): Formula => {
  switch (f.kind) {
    case 'relation':
      return compared(f.relation, pairOf(f.left, names), pairOf(f.right, names), f.span);
    case 'is': {
      const { re, im } = pairOf(f.subject, names);
      if (im) return attributeOf({ re, im }, f.attribute, f.adjoint === true, f.span);
      return is(re, f.attribute, f.span);
    }
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return {
        ...f,
        left: realFormula(f.left, names, split),
        right: realFormula(f.right, names, split),
      };
    case 'not':
    case 'each':
      return { ...f, body: realFormula(f.body, names, split) };
    case 'forall':
    case 'exists':
      return asBound(f, names, split);
    case 'off':
    case 'unsaid':
      return f;
  }
};

/** The name as an expression, for its attributes; a family's member behind its index. */
export const itself = (name: ComplexName, d: Declaration): Pair & { readonly im: Expr } => {
  const index = d.family ? { name: d.family.index, offset: 0 } : null;
  const e: Expr = { kind: 'variable', name: name.name, index, shape: name.shape, span: d.span };
  const { re, im } = variablePair({ ...name, gram: false }, index, e);
  return { re, im: im ?? negative(re) };
};
